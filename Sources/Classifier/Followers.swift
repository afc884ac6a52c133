/// Which second words any phrase asks for after which first ones: a bit for each pair, found by a hash, in less than a
/// first-level cache. Two words that follow each other are hardly ever such a pair, and searching the phrases of the
/// first for the second is what took most of the time.
struct Followers: Sendable {
    /// Some ten bits for each pair of the built-in rules.
    private static let bitCount = 1 << 17

    private(set) var bits = [UInt64](repeating: 0, count: bitCount / 64)

    mutating func add(_ first: UInt16, _ second: UInt16) {
        let bit = Followers.bit(first, second)
        bits[bit >> 6] |= 1 << UInt64(bit & 63)
    }

    @inline(__always)
    static func bit(_ first: UInt16, _ second: UInt16) -> Int {
        let mixed = (UInt32(first) << 16 | UInt32(second)) &* 0x9E37_79B1
        return Int(truncatingIfNeeded: (mixed ^ mixed >> 15) >> 7) & (bitCount - 1)
    }
}
