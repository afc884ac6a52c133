/// A header value with parameters: `form-data; name="file"; filename="a b.txt"` (RFC 9110 section 5.6.6).
package struct HeaderParameters: Sendable, Equatable {
    /// What stands before the first semicolon, as it was sent.
    package let value: String
    /// Names in lower case, values without their quotes.
    package let parameters: [(name: String, value: String)]

    /// Nil for what is not written like that, and where a parameter is given twice.
    ///
    /// Within quotes a backslash hides a quote or a backslash; before anything else it is itself, for browsers have
    /// sent Windows paths like that.
    package init?(_ text: String) {
        var bytes = Array(text.utf8)[...]
        let value = HeaderParameters.trimmed(bytes.prefix { $0 != UInt8(ascii: ";") })
        bytes = bytes.drop { $0 != UInt8(ascii: ";") }
        var parameters: [(name: String, value: String)] = []
        while bytes.first == UInt8(ascii: ";") {
            bytes = bytes.dropFirst().drop { $0 == Bytes.space || $0 == Bytes.tab }
            // A semicolon at the end is written by some; it means nothing.
            if bytes.isEmpty { break }
            let name = bytes.prefix(while: Bytes.isToken)
            bytes = bytes.dropFirst(name.count)
            guard !name.isEmpty, bytes.first == UInt8(ascii: "=") else { return nil }
            bytes = bytes.dropFirst()
            guard let (content, rest) = HeaderParameters.content(bytes),
                let found = String(validating: content, as: UTF8.self)
            else { return nil }
            bytes = rest.drop { $0 == Bytes.space || $0 == Bytes.tab }
            let lower = String(decoding: name, as: UTF8.self).lowercased()
            guard !parameters.contains(where: { $0.name == lower }) else { return nil }
            parameters.append((lower, found))
        }
        guard bytes.isEmpty, let shown = String(validating: value, as: UTF8.self) else { return nil }
        self.value = shown
        self.parameters = parameters
    }

    package subscript(_ name: String) -> String? { parameters.first { $0.name == name }?.value }

    package static func == (a: HeaderParameters, b: HeaderParameters) -> Bool {
        a.value == b.value && a.parameters.elementsEqual(b.parameters) { $0 == $1 }
    }

    private static func content(_ bytes: ArraySlice<UInt8>) -> ([UInt8], ArraySlice<UInt8>)? {
        guard bytes.first == UInt8(ascii: "\"") else {
            let token = bytes.prefix(while: Bytes.isToken)
            return token.isEmpty ? nil : (Array(token), bytes.dropFirst(token.count))
        }
        var content: [UInt8] = []
        var rest = bytes.dropFirst()
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "\"") { return (content, rest) }
            if byte == UInt8(ascii: "\\"), let next = rest.first,
                next == UInt8(ascii: "\"") || next == UInt8(ascii: "\\")
            {
                content.append(next)
                rest = rest.dropFirst()
            } else {
                content.append(byte)
            }
        }
        return nil
    }

    private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var bytes = bytes.drop { $0 == Bytes.space || $0 == Bytes.tab }
        while bytes.last == Bytes.space || bytes.last == Bytes.tab { bytes.removeLast() }
        return bytes
    }
}

/// `type/subtype` of a Content-Type (RFC 9110 section 8.3).
package enum MediaTypeName {
    private static let longest = 127

    /// In lower case, with `; charset=` where text has one; nil for what is no media type.
    package static func normalized(_ field: String) -> String? {
        guard let parsed = HeaderParameters(field) else { return nil }
        let parts = parsed.value.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy(Bytes.isToken) }),
            parsed.value.utf8.count <= longest
        else { return nil }
        let type = parsed.value.lowercased()
        guard type.hasPrefix("text/"), let charset = parsed["charset"], !charset.isEmpty, charset.utf8.count <= 40,
            charset.utf8.allSatisfy(Bytes.isToken)
        else { return type }
        return "\(type); charset=\(charset.lowercased())"
    }
}
