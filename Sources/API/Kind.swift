import Domain
import JSON

/// Why a value cannot be accepted, in words that follow the field's name: "must be an integer".
package struct Refusal: Error, Sendable {
    package let message: String

    package init(_ message: String) { self.message = message }
}

/// How one value is read from JSON or from text (a path, a query, a header), and what it looks like from outside.
package struct Kind<Value: Sendable>: Sendable {
    let schema: Schema
    let fromJSON: @Sendable (JSONValue) throws(Refusal) -> Value
    let fromText: @Sendable (String) throws(Refusal) -> Value

    package init(
        _ schema: Schema, json: @escaping @Sendable (JSONValue) throws(Refusal) -> Value,
        text: @escaping @Sendable (String) throws(Refusal) -> Value
    ) {
        self.schema = schema
        fromJSON = json
        fromText = text
    }

    /// A kind whose JSON form is a string.
    package init(_ schema: Schema, string read: @escaping @Sendable (String) throws(Refusal) -> Value) {
        self.init(
            schema,
            json: { json throws(Refusal) in
                guard case .string(let text) = json else { throw Refusal("must be a string") }
                return try read(text)
            }, text: read)
    }

    /// A further step, which may refuse as well.
    package func map<Other: Sendable>(_ step: @escaping @Sendable (Value) throws(Refusal) -> Other) -> Kind<Other> {
        let fromJSON = fromJSON
        let fromText = fromText
        return Kind<Other>(
            schema, json: { json throws(Refusal) in try step(fromJSON(json)) },
            text: { text throws(Refusal) in try step(fromText(text)) })
    }

    /// The same values with another description, where what is accepted says more than how it is read.
    package func described(_ schema: Schema) -> Kind { Kind(schema, json: fromJSON, text: fromText) }
}

extension Kind where Value == String {
    /// Text of several lines, trimmed, its length counted in Unicode scalars.
    package static func text(_ lengths: ClosedRange<Int>) -> Kind {
        Kind(.text(lengths)) { text throws(Refusal) in try checked(Text.trimmed(text), lengths) }
    }

    /// Text that has to stay on one line.
    package static func line(_ lengths: ClosedRange<Int>) -> Kind {
        Kind(.text(lengths)) { text throws(Refusal) in
            let text = Text.trimmed(text)
            if Text.hasLineBreak(text) { throw Refusal("must not contain line breaks") }
            return try checked(text, lengths)
        }
    }

    /// A secret: taken as it is, blanks at its ends included.
    package static func secret(_ lengths: ClosedRange<Int>) -> Kind {
        Kind(.text(lengths, format: "password")) { text throws(Refusal) in try checked(text, lengths) }
    }

    /// A string of which the use case makes what it can; only its type is looked at.
    package static var anyString: Kind { Kind(.string) { text throws(Refusal) in text } }

    /// An e-mail address, trimmed and lower-cased.
    package static var email: Kind {
        Kind(.text(3...EmailAddress.longest, format: "email")) { text throws(Refusal) in
            guard let address = EmailAddress.normalized(text) else { throw Refusal("must be an e-mail address") }
            return address
        }
    }

    /// A telephone number in E.164.
    package static var phone: Kind {
        Kind(.text(8...32).matching("^[+][1-9][0-9]{7,14}$")) { text throws(Refusal) in
            guard let number = PhoneNumber.normalized(text) else {
                throw Refusal("must be a telephone number with its country code, such as +14155550123")
            }
            return number
        }
    }

    private static func checked(_ text: String, _ lengths: ClosedRange<Int>) throws(Refusal) -> String {
        if Text.hasForbiddenControls(text) { throw Refusal("must not contain control characters") }
        // UTF-8 takes 1 to 4 bytes a scalar, so most texts need no counting.
        let bytes = text.utf8.count
        if bytes <= lengths.upperBound && bytes >= lengths.lowerBound &* 4 { return text }
        guard lengths.contains(text.unicodeScalars.count) else { throw Refusal(lengthRule(lengths)) }
        return text
    }

    private static func lengthRule(_ lengths: ClosedRange<Int>) -> String {
        if lengths.lowerBound == lengths.upperBound { return "must be \(lengths.lowerBound) characters long" }
        if lengths.lowerBound == 0 { return "must be at most \(lengths.upperBound) characters long" }
        return "must be \(lengths.lowerBound) to \(lengths.upperBound) characters long"
    }
}

extension Kind where Value == Int64 {
    package static func integer(_ range: ClosedRange<Int64> = 0...Int64.max) -> Kind {
        Kind(
            .integer(range),
            json: { json throws(Refusal) in
                switch json {
                case .integer(let number): return try checked(number, range)
                // 3.0 is an integer to JSON Schema.
                case .double(let number):
                    guard let whole = Int64(exactly: number) else { throw Refusal("must be an integer") }
                    return try checked(whole, range)
                case .null, .bool, .string, .array, .object: throw Refusal("must be an integer")
                }
            },
            text: { text throws(Refusal) in
                guard let number = decimal(text) else { throw Refusal("must be an integer") }
                return try checked(number, range)
            })
    }

    /// In a form, the compiler takes the literals of `1...100` for `Int` before it knows better.
    package static func integer(_ range: ClosedRange<Int>) -> Kind {
        integer(Int64(range.lowerBound)...Int64(range.upperBound))
    }

    /// Digits with at most a minus sign in front; `Int64(_:)` alone would take a plus sign.
    static func decimal(_ text: String) -> Int64? { text.utf8.first == UInt8(ascii: "+") ? nil : Int64(text) }

    private static func checked(_ number: Int64, _ range: ClosedRange<Int64>) throws(Refusal) -> Int64 {
        if range.contains(number) { return number }
        if range.upperBound == .max { throw Refusal("must be at least \(range.lowerBound)") }
        throw Refusal("must be from \(range.lowerBound) to \(range.upperBound)")
    }
}

extension Kind where Value == Bool {
    package static var boolean: Kind {
        Kind(
            .boolean,
            json: { json throws(Refusal) in
                guard case .bool(let flag) = json else { throw Refusal("must be true or false") }
                return flag
            },
            text: { text throws(Refusal) in
                switch text {
                case "true": return true
                case "false": return false
                default: throw Refusal("must be true or false")
                }
            })
    }
}

extension Kind where Value == Instant {
    /// A time in RFC 3339; a day alone means its beginning in UTC.
    package static var time: Kind {
        Kind(.time) { text throws(Refusal) in
            guard let instant = Timestamp.instant(text) ?? Timestamp.day(text) else {
                throw Refusal("must be a time in RFC 3339, such as 2026-03-01T09:30:00Z")
            }
            return instant
        }
    }
}

extension Kind where Value == JSONValue {
    /// JSON of any shape, for what the use case reads itself.
    package static func json(_ schema: Schema = .anything) -> Kind {
        Kind(
            schema, json: { json throws(Refusal) in json },
            text: { _ throws(Refusal) in throw Refusal("cannot be given here") })
    }
}
