/// The part of a target behind "?", and percent-encoding (RFC 3986 section 2.1).
package enum Query {
    package struct Parameter: Sendable, Equatable {
        package let name: String
        package let value: String
    }

    /// The parameters in their order; a "+" is a blank, as HTML forms write it. Nil for what is not percent-encoded
    /// UTF-8.
    package static func parse(_ text: String) -> [Parameter]? {
        var parameters: [Parameter] = []
        for part in text.utf8.split(separator: UInt8(ascii: "&")) {
            let name: String?
            let value: String?
            if let equals = part.firstIndex(of: UInt8(ascii: "=")) {
                name = decoded(part[..<equals], plusIsBlank: true)
                value = decoded(part[part.index(after: equals)...], plusIsBlank: true)
            } else {
                name = decoded(part, plusIsBlank: true)
                value = ""
            }
            guard let name, let value else { return nil }
            parameters.append(Parameter(name: name, value: value))
        }
        return parameters
    }

    /// `bytes` without percent-encoding; nil when a "%" is not followed by two hexadecimal digits, or the outcome is
    /// not UTF-8.
    package static func decoded(_ bytes: some Collection<UInt8>, plusIsBlank: Bool) -> String? {
        let percent = UInt8(ascii: "%")
        let plus = UInt8(ascii: "+")
        if !bytes.contains(where: { $0 == percent || $0 == plus && plusIsBlank }) {
            return String(validating: bytes, as: UTF8.self)
        }
        var plain: [UInt8] = []
        plain.reserveCapacity(bytes.count)
        var position = bytes.startIndex
        while position < bytes.endIndex {
            let byte = bytes[position]
            position = bytes.index(after: position)
            if byte == plus && plusIsBlank {
                plain.append(UInt8(ascii: " "))
            } else if byte == percent {
                guard let high = bytes[position...].first, let highDigit = digit(high) else { return nil }
                position = bytes.index(after: position)
                guard let low = bytes[position...].first, let lowDigit = digit(low) else { return nil }
                position = bytes.index(after: position)
                plain.append(highDigit << 4 | lowDigit)
            } else {
                plain.append(byte)
            }
        }
        return String(validating: plain, as: UTF8.self)
    }

    static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}
