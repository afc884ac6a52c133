/// The id of a row that holds an `Entity`: a positive integer, never reused.
package struct ID<Entity>: Hashable, Comparable, Sendable {
    package let rawValue: Int64

    @inlinable
    package init(_ rawValue: Int64) { self.rawValue = rawValue }

    package static func < (a: ID, b: ID) -> Bool { a.rawValue < b.rawValue }
}

extension ID: CustomStringConvertible {
    package var description: String { String(rawValue) }
}
