import Glibc

/// Where the product takes the time from: the system's clock, or a fixed one in tests.
package struct Clock: Sendable {
    private let read: @Sendable () -> Int64

    package init(_ read: @escaping @Sendable () -> Int64) { self.read = read }

    /// Milliseconds since 1970-01-01 UTC. May go backwards when somebody sets the system's clock.
    package var now: Int64 { read() }

    package static let system = Clock {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
    }

    /// Nanoseconds of a clock that never goes backwards; for timeouts and durations only.
    package static var monotonicNanoseconds: Int64 {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
    }
}
