/// A moment: milliseconds since 1970-01-01 UTC.
package struct Instant: Hashable, Comparable, Sendable {
    package var milliseconds: Int64

    @inlinable
    package init(milliseconds: Int64) { self.milliseconds = milliseconds }

    /// Later than everything.
    package static let never = Instant(milliseconds: .max)

    package static func < (a: Instant, b: Instant) -> Bool { a.milliseconds < b.milliseconds }

    package func adding(milliseconds more: Int64) -> Instant { Instant(milliseconds: milliseconds + more) }
    package func adding(seconds more: Int64) -> Instant { Instant(milliseconds: milliseconds + more * 1000) }
}
