/// Percent-encoding (RFC 3986 section 2.1), strictly: what is not valid is nil, never guessed at.
package enum PercentEncoding {
    /// Decodes one path segment. Nil for an incomplete or non-hexadecimal escape and for bytes that are not UTF-8.
    package static func decode(_ text: some StringProtocol) -> String? { decode(text, plusIsSpace: false) }

    /// Encodes everything but the unreserved characters, so that the result may stand anywhere in a URI.
    package static func encode(_ text: some StringProtocol) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        for byte in text.utf8 {
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
                UInt8(ascii: "~"):
                bytes.append(byte)
            default:
                bytes += [UInt8(ascii: "%"), digit(byte >> 4), digit(byte & 15)]
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    static func decode(_ text: some StringProtocol, plusIsSpace: Bool) -> String? {
        let utf8 = text.utf8
        guard utf8.contains(where: { $0 == UInt8(ascii: "%") || plusIsSpace && $0 == UInt8(ascii: "+") }) else {
            return String(text)
        }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(utf8.count)
        var index = utf8.startIndex
        while index != utf8.endIndex {
            let byte = utf8[index]
            utf8.formIndex(after: &index)
            guard byte == UInt8(ascii: "%") else {
                bytes.append(plusIsSpace && byte == UInt8(ascii: "+") ? UInt8(ascii: " ") : byte)
                continue
            }
            guard index != utf8.endIndex, let high = Bytes.hexValue(utf8[index]) else { return nil }
            utf8.formIndex(after: &index)
            guard index != utf8.endIndex, let low = Bytes.hexValue(utf8[index]) else { return nil }
            utf8.formIndex(after: &index)
            bytes.append(high << 4 | low)
        }
        return String(validating: bytes, as: UTF8.self)
    }

    private static func digit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x41 + value - 10 }
}

/// A query of `name=value` pairs joined by "&", as forms write it: "+" is a space.
package enum QueryString {
    /// The pairs in order, names repeated or not. Nil when any escape or its UTF-8 is invalid. A name without "=" has an
    /// empty value; empty pairs are skipped.
    package static func parse(_ query: String) -> [(name: String, value: String)]? {
        var pairs: [(name: String, value: String)] = []
        for pair in query.split(separator: "&") {
            let mark = pair.utf8.firstIndex(of: UInt8(ascii: "=")) ?? pair.endIndex
            let rest = mark == pair.endIndex ? mark : pair.utf8.index(after: mark)
            guard let name = PercentEncoding.decode(pair[..<mark], plusIsSpace: true),
                let value = PercentEncoding.decode(pair[rest...], plusIsSpace: true)
            else { return nil }
            pairs.append((name, value))
        }
        return pairs
    }
}
