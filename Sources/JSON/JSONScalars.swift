/// Strings and numbers.
extension JSONParser {
    /// Reads a string from its opening quote on.
    mutating func string() throws(JSONError) -> String {
        let open = at
        at += 1
        let first = at
        var hasEscape = false
        var isASCII = true
        while true {
            skipPlain()
            guard at < count else { throw JSONError(offset: open, reason: "the string is not closed") }
            let byte = start[at]
            if byte == 0x22 { break }
            if byte == 0x5C {
                hasEscape = true
                // What follows is checked when it is decoded; here only an escaped quote must not end the string.
                at += 2
            } else if byte < 0x20 {
                throw error("a control character (\(found())) in a string has to be escaped")
            } else {
                isASCII = false
                at += 1
            }
        }
        let raw = UnsafeBufferPointer(start: start + first, count: at - first)
        at += 1
        if !isASCII, let wrong = Self.firstInvalidUTF8(raw) {
            throw JSONError(offset: first + wrong, reason: "the string is not UTF-8")
        }
        guard hasEscape else { return String(decoding: raw, as: UTF8.self) }
        return try unescape(raw, offset: first)
    }

    /// Skips what is neither quote, backslash, control character nor beyond ASCII, eight bytes at a time.
    @inline(__always)
    private mutating func skipPlain() {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let tops: UInt64 = 0x8080_8080_8080_8080
        while at + 8 <= count {
            let word = UnsafeRawPointer(start + at).loadUnaligned(as: UInt64.self)
            let quote = word ^ (ones &* 0x22)
            let backslash = word ^ (ones &* 0x5C)
            let found =
                (word | (word &- ones &* 0x20) | ((quote &- ones) & ~quote) | ((backslash &- ones) & ~backslash)) & tops
            if found != 0 {
                at += UInt64(littleEndian: found).trailingZeroBitCount / 8
                return
            }
            at += 8
        }
        while at < count {
            let byte = start[at]
            if byte < 0x20 || byte == 0x22 || byte == 0x5C || byte >= 0x80 { return }
            at += 1
        }
    }

    private func unescape(_ raw: UnsafeBufferPointer<UInt8>, offset: Int) throws(JSONError) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(raw.count)
        var index = 0
        while index < raw.count {
            let byte = raw[index]
            guard byte == 0x5C else {
                bytes.append(byte)
                index += 1
                continue
            }
            let escape = index
            // The scan over the string has seen a byte after every backslash.
            let letter = raw[index + 1]
            index += 2
            switch letter {
            case 0x22, 0x5C, UInt8(ascii: "/"): bytes.append(letter)
            case UInt8(ascii: "b"): bytes.append(0x08)
            case UInt8(ascii: "f"): bytes.append(0x0C)
            case UInt8(ascii: "n"): bytes.append(0x0A)
            case UInt8(ascii: "r"): bytes.append(0x0D)
            case UInt8(ascii: "t"): bytes.append(0x09)
            case UInt8(ascii: "u"):
                guard let unit = Self.fourHexDigits(raw, index) else {
                    throw JSONError(offset: offset + escape, reason: "\\u needs four hexadecimal digits")
                }
                index += 4
                var scalar = UInt32(unit)
                if unit & 0xFC00 == 0xD800, index + 1 < raw.count, raw[index] == 0x5C, raw[index + 1] == 0x75,
                    let low = Self.fourHexDigits(raw, index + 2), low & 0xFC00 == 0xDC00
                {
                    index += 6
                    scalar = 0x10000 + (UInt32(unit & 0x3FF) << 10 | UInt32(low & 0x3FF))
                }
                guard let character = UnicodeScalar(scalar) else {
                    throw JSONError(offset: offset + escape, reason: "half of a surrogate pair stands alone")
                }
                bytes.append(contentsOf: UTF8.encode(character) ?? UTF8.encodedReplacementCharacter)
            default:
                throw JSONError(offset: offset + escape, reason: "an unknown escape in a string")
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func fourHexDigits(_ raw: UnsafeBufferPointer<UInt8>, _ from: Int) -> UInt16? {
        guard from + 4 <= raw.count else { return nil }
        var value: UInt16 = 0
        for byte in raw[from..<from + 4] {
            switch byte {
            case 0x30...0x39: value = value << 4 | UInt16(byte - 0x30)
            case 0x41...0x46: value = value << 4 | UInt16(byte - 0x41 + 10)
            case 0x61...0x66: value = value << 4 | UInt16(byte - 0x61 + 10)
            default: return nil
            }
        }
        return value
    }

    /// Where `text` stops being UTF-8 (RFC 3629: no overlong forms, no surrogates, nothing above U+10FFFF).
    static func firstInvalidUTF8(_ text: UnsafeBufferPointer<UInt8>) -> Int? {
        var index = 0
        while index < text.count {
            let lead = text[index]
            if lead < 0x80 {
                index += 1
                continue
            }
            let length: Int
            var second: ClosedRange<UInt8> = 0x80...0xBF
            switch lead {
            case 0xC2...0xDF: length = 2
            case 0xE0: (length, second) = (3, 0xA0...0xBF)
            case 0xED: (length, second) = (3, 0x80...0x9F)
            case 0xE1...0xEF: length = 3
            case 0xF0: (length, second) = (4, 0x90...0xBF)
            case 0xF4: (length, second) = (4, 0x80...0x8F)
            case 0xF1...0xF3: length = 4
            default: return index
            }
            guard index + length <= text.count, second.contains(text[index + 1]) else { return index }
            if length > 2, text[index + 2] & 0xC0 != 0x80 { return index }
            if length > 3, text[index + 3] & 0xC0 != 0x80 { return index }
            index += length
        }
        return nil
    }

    /// Reads a number. What is whole and fits is an integer, all else a double; beyond a double's range is refused.
    mutating func number() throws(JSONError) -> JSONValue {
        let first = at
        let isNegative = start[at] == UInt8(ascii: "-")
        if isNegative { at += 1 }
        guard at < count, Self.isDigit(start[at]) else { throw error("expected a digit after -, found \(found())") }
        var magnitude: UInt64 = 0
        var fits = true
        if start[at] == UInt8(ascii: "0") {
            at += 1
            if at < count, Self.isDigit(start[at]) { throw error("a number does not start with 0") }
        } else {
            while at < count, Self.isDigit(start[at]) {
                let (product, tooLarge) = magnitude.multipliedReportingOverflow(by: 10)
                let (sum, stillTooLarge) = product.addingReportingOverflow(UInt64(start[at] &- 0x30))
                if tooLarge || stillTooLarge { fits = false }
                magnitude = sum
                at += 1
            }
        }
        var isWhole = true
        if at < count, start[at] == UInt8(ascii: ".") {
            isWhole = false
            at += 1
            try digits(after: "the point")
        }
        if at < count, start[at] | 0x20 == UInt8(ascii: "e") {
            isWhole = false
            at += 1
            if at < count, start[at] == UInt8(ascii: "+") || start[at] == UInt8(ascii: "-") { at += 1 }
            try digits(after: "the exponent's sign or e")
        }
        if isWhole, fits {
            if !isNegative, let value = Int64(exactly: magnitude) { return .integer(value) }
            if isNegative, magnitude <= Int64.min.magnitude {
                return .integer(Int64(truncatingIfNeeded: 0 &- magnitude))
            }
        }
        let text = String(decoding: UnsafeBufferPointer(start: start + first, count: at - first), as: UTF8.self)
        guard let value = Double(text), value.isFinite else {
            throw JSONError(offset: first, reason: "the number is out of range")
        }
        return .double(value)
    }

    private mutating func digits(after place: String) throws(JSONError) {
        guard at < count, Self.isDigit(start[at]) else {
            throw error("expected a digit after \(place), found \(found())")
        }
        while at < count, Self.isDigit(start[at]) { at += 1 }
    }

    @inline(__always)
    private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
}
