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

        @inlinable
        package init(_ key: String, _ value: JSONValue) {
            self.key = key
            self.value = value
        }
    }

    /// The member called `key` of an object.
    package subscript(_ key: String) -> JSONValue? {
        guard case .object(let members) = self else { return nil }
        // Two spellings of one character (U+212A and K) are equal strings in Swift and different names in JSON.
        for member in members where member.key.utf8.count == key.utf8.count && member.key == key {
            return member.value
        }
        return nil
    }

    package var isNull: Bool { if case .null = self { true } else { false } }
    package var bool: Bool? { if case .bool(let value) = self { value } else { nil } }
    package var string: String? { if case .string(let value) = self { value } else { nil } }
    package var integer: Int64? { if case .integer(let value) = self { value } else { nil } }
    package var array: [JSONValue]? { if case .array(let value) = self { value } else { nil } }
    package var object: [Member]? { if case .object(let value) = self { value } else { nil } }

    /// Any number.
    package var number: Double? {
        switch self {
        case .integer(let value): Double(value)
        case .double(let value): value
        case .null, .bool, .string, .array, .object: nil
        }
    }

    /// What kind of value it is, for messages to a client's developer.
    package var kind: String {
        switch self {
        case .null: "null"
        case .bool: "a boolean"
        case .integer, .double: "a number"
        case .string: "a string"
        case .array: "an array"
        case .object: "an object"
        }
    }

    /// Compact JSON text.
    package var bytes: [UInt8] {
        var writer = JSONWriter()
        writer.value(self)
        return writer.bytes
    }

    /// JSON text with one member or element a line, indented by two spaces, with a line feed at the end; for golden
    /// files and people.
    package var pretty: String {
        var text = ""
        appendPretty(to: &text, indent: "")
        return text + "\n"
    }

    private func appendPretty(to text: inout String, indent: String) {
        let inner = indent + "  "
        switch self {
        case .array(let elements) where !elements.isEmpty:
            for (index, element) in elements.enumerated() {
                text += index == 0 ? "[\n" + inner : ",\n" + inner
                element.appendPretty(to: &text, indent: inner)
            }
            text += "\n" + indent + "]"
        case .object(let members) where !members.isEmpty:
            for (index, member) in members.enumerated() {
                text += index == 0 ? "{\n" + inner : ",\n" + inner
                text += String(decoding: JSONValue.string(member.key).bytes, as: UTF8.self) + ": "
                member.value.appendPretty(to: &text, indent: inner)
            }
            text += "\n" + indent + "}"
        case .null, .bool, .integer, .double, .string, .array, .object:
            text += String(decoding: bytes, as: UTF8.self)
        }
    }
}
