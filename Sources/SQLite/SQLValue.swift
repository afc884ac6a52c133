/// A value to bind to a statement, one case for each storage class (sqlite.org/datatype3.html).
package enum SQLValue: Sendable, Equatable {
    case null
    case integer(Int64)
    case real(Double)
    case text(String)
    case blob([UInt8])

    @inlinable
    package static func optional(_ value: Int64?) -> SQLValue { if let value { .integer(value) } else { .null } }

    @inlinable
    package static func optional(_ value: String?) -> SQLValue { if let value { .text(value) } else { .null } }

    @inlinable
    package static func optional(_ value: Double?) -> SQLValue { if let value { .real(value) } else { .null } }

    @inlinable
    package static func optional(_ value: [UInt8]?) -> SQLValue { if let value { .blob(value) } else { .null } }

    @inlinable
    package static func of(_ value: Int64?) -> SQLValue { optional(value) }

    @inlinable
    package static func of(_ value: String?) -> SQLValue { optional(value) }

    /// 1 or 0, as SQLite has no truth values.
    @inlinable
    package static func flag(_ value: Bool) -> SQLValue { .integer(value ? 1 : 0) }
}

extension SQLValue: ExpressibleByNilLiteral, ExpressibleByIntegerLiteral, ExpressibleByStringLiteral {
    @inlinable
    package init(nilLiteral: ()) { self = .null }

    @inlinable
    package init(integerLiteral value: Int64) { self = .integer(value) }

    @inlinable
    package init(stringLiteral value: String) { self = .text(value) }
}
