/// Durations on a logarithmic scale, sixteen steps to the doubling: what is told of a bucket is its middle, at most 3.2 %
/// from any duration in it.
package enum DurationBuckets {
    private static let bits: Int64 = 4
    private static let steps: Int64 = 1 << bits

    /// The bucket of a duration in milliseconds.
    package static func bucket(of milliseconds: Int64) -> Int64 {
        guard milliseconds >= steps else { return max(0, milliseconds) }
        let exponent = Int64(Int64.bitWidth - 1 - milliseconds.leadingZeroBitCount)
        return (exponent - bits + 1) * steps + (milliseconds >> (exponent - bits)) & (steps - 1)
    }

    /// The middle of a bucket, in milliseconds.
    package static func middle(of bucket: Int64) -> Double {
        guard bucket >= steps else { return Double(bucket) }
        let shift = bucket / steps - 1
        return Double((steps + bucket % steps) << shift) + Double((Int64(1) << shift) - 1) / 2
    }
}
