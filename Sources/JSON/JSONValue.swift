/// A JSON value as read (RFC 8259). Objects keep their order; keys are unique, since the reader refuses duplicates.
package enum JSONValue: Sendable, Equatable {
    case null
    case bool(Bool)
    /// A number without fraction or exponent that fits.
    case integer(Int64)
    case double(Double)
    case string(String)
    case array([JSONValue])
    case object([Member])

    package struct Member: Sendable, Equatable {
        package let key: String
        package let value: JSONValue

        package init(_ key: String, _ value: JSONValue) {
            self.key = key
            self.value = value
        }

        /// Names are the same when their code points are: Swift's == takes two spellings of é for one. It goes first
        /// since it is quick to say no.
        func isCalled(_ name: String) -> Bool {
            key.utf8.count == name.utf8.count && key == name && key.utf8.elementsEqual(name.utf8)
        }
    }

    /// The member called `key` of an object.
    package subscript(_ key: String) -> JSONValue? {
        guard case .object(let members) = self else { return nil }
        for member in members where member.isCalled(key) { return member.value }
        return nil
    }

    package var string: String? { if case .string(let value) = self { value } else { nil } }
    package var integer: Int64? { if case .integer(let value) = self { value } else { nil } }
    package var array: [JSONValue]? { if case .array(let value) = self { value } else { nil } }
}
