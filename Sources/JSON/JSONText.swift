/// JSON text for people: golden files and what a command prints.
package enum JSONText {
    /// `value` with two spaces a level and one member or element a line, without a line feed at the end.
    package static func pretty(_ value: JSONValue) -> String {
        var text = ""
        append(value, to: &text, depth: 0)
        return text
    }

    private static func append(_ value: JSONValue, to text: inout String, depth: Int) {
        switch value {
        case .array(let elements) where !elements.isEmpty:
            append(elements, between: "[", and: "]", to: &text, depth: depth) { element, text in
                append(element, to: &text, depth: depth + 1)
            }
        case .object(let members) where !members.isEmpty:
            append(members, between: "{", and: "}", to: &text, depth: depth) { member, text in
                text += compact(.string(member.key))
                text += ": "
                append(member.value, to: &text, depth: depth + 1)
            }
        default: text += compact(value)
        }
    }

    private static func append<Part>(
        _ parts: [Part], between opening: String, and closing: String, to text: inout String, depth: Int,
        _ one: (Part, inout String) -> Void
    ) {
        text += opening
        var separator = "\n"
        for part in parts {
            text += separator
            text += String(repeating: "  ", count: depth + 1)
            one(part, &text)
            separator = ",\n"
        }
        text += "\n"
        text += String(repeating: "  ", count: depth)
        text += closing
    }

    private static func compact(_ value: JSONValue) -> String {
        var writer = JSONWriter(reserving: 64)
        writer.value(value)
        return String(decoding: writer.bytes, as: UTF8.self)
    }
}
