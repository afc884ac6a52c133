/// When each connection's patience ends, by descriptor.
///
/// A plain array, looked through when the earliest deadline has passed: ten thousand numbers are read in a few
/// microseconds, setting one costs a store, and there is no order to keep.
struct Deadlines {
    static let never = Int64.max
    /// Between two looks through the array at least, in nanoseconds.
    private static let granularity: Int64 = 5_000_000

    private var times: [Int64] = []
    /// No deadline is earlier; in nanoseconds of the monotonic clock.
    private(set) var next = Deadlines.never

    mutating func set(_ descriptor: Int, to time: Int64) {
        if descriptor >= times.count {
            times += [Int64](repeating: Deadlines.never, count: max(64, descriptor + 1 - times.count))
        }
        times[descriptor] = time
        if time < next { next = time }
    }

    /// The descriptors whose deadline has passed; they have none any more.
    mutating func takeExpired(at now: Int64) -> [Int] {
        guard now >= next else { return [] }
        var expired: [Int] = []
        var earliest = Deadlines.never
        for descriptor in times.indices {
            if times[descriptor] <= now {
                expired.append(descriptor)
                times[descriptor] = Deadlines.never
            } else if times[descriptor] < earliest {
                earliest = times[descriptor]
            }
        }
        next = earliest == Deadlines.never ? earliest : max(earliest, now + Deadlines.granularity)
        return expired
    }
}
