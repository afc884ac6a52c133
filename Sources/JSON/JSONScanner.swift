/// One walk over a text.
struct JSONScanner {
    /// Objects up to this size are searched for a key seen before; larger ones keep a set.
    private static let searched = 16

    private let text: UnsafeBufferPointer<UInt8>
    private var at = 0

    static func read(_ text: UnsafeBufferPointer<UInt8>) throws(JSONError) -> JSONValue {
        var scanner = JSONScanner(text: text)
        scanner.skipSpace()
        let value = try scanner.value(depth: 0)
        scanner.skipSpace()
        guard scanner.at == text.count else { throw scanner.error("something follows the value") }
        return value
    }

    private init(text: UnsafeBufferPointer<UInt8>) { self.text = text }

    private func error(_ reason: String, at offset: Int? = nil) -> JSONError {
        JSONError(offset: offset ?? at, reason: reason)
    }

    private var peek: UInt8? { at < text.count ? text[at] : nil }

    private mutating func skipSpace() {
        while at < text.count, text[at] == 0x20 || text[at] == 0x0A || text[at] == 0x0D || text[at] == 0x09 { at += 1 }
    }

    private mutating func value(depth: Int) throws(JSONError) -> JSONValue {
        guard let first = peek else { throw error("the text ends where a value should be") }
        switch first {
        case UInt8(ascii: "{"): return try object(depth: depth)
        case UInt8(ascii: "["): return try array(depth: depth)
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"): return try literal("true", .bool(true))
        case UInt8(ascii: "f"): return try literal("false", .bool(false))
        case UInt8(ascii: "n"): return try literal("null", .null)
        case UInt8(ascii: "-"), 0x30...0x39: return try number()
        default: throw error("a value cannot begin with this character")
        }
    }

    private mutating func literal(_ word: StaticString, _ value: JSONValue) throws(JSONError) -> JSONValue {
        let count = word.utf8CodeUnitCount
        guard at + count <= text.count else { throw error("expected true, false or null") }
        for index in 0..<count where text[at + index] != word.utf8Start[index] {
            throw error("expected true, false or null")
        }
        at += count
        return value
    }

    private mutating func array(depth: Int) throws(JSONError) -> JSONValue {
        guard depth < JSONReader.deepest else { throw error("nested more than \(JSONReader.deepest) levels deep") }
        at += 1
        var elements: [JSONValue] = []
        skipSpace()
        if peek == UInt8(ascii: "]") {
            at += 1
            return .array(elements)
        }
        while true {
            skipSpace()
            elements.append(try value(depth: depth + 1))
            skipSpace()
            switch peek {
            case UInt8(ascii: ","): at += 1
            case UInt8(ascii: "]"):
                at += 1
                return .array(elements)
            default: throw error("expected a comma or the end of the array")
            }
        }
    }

    private mutating func object(depth: Int) throws(JSONError) -> JSONValue {
        guard depth < JSONReader.deepest else { throw error("nested more than \(JSONReader.deepest) levels deep") }
        at += 1
        var members: [JSONValue.Member] = []
        var seen: Set<[UInt8]> = []
        skipSpace()
        if peek == UInt8(ascii: "}") {
            at += 1
            return .object(members)
        }
        members.reserveCapacity(8)
        while true {
            skipSpace()
            let start = at
            guard peek == UInt8(ascii: "\"") else { throw error("expected a member's name in quotation marks") }
            let key = try string()
            try note(key, among: members, &seen, at: start)
            skipSpace()
            guard peek == UInt8(ascii: ":") else { throw error("expected a colon") }
            at += 1
            skipSpace()
            members.append(JSONValue.Member(key, try value(depth: depth + 1)))
            skipSpace()
            switch peek {
            case UInt8(ascii: ","): at += 1
            case UInt8(ascii: "}"):
                at += 1
                return .object(members)
            default: throw error("expected a comma or the end of the object")
            }
        }
    }

    /// Keys are the same when their code points are, not when they look the same: Swift's == would say so of é twice.
    private func note(
        _ key: String, among members: [JSONValue.Member], _ seen: inout Set<[UInt8]>, at start: Int
    ) throws(JSONError) {
        let isRepeated: Bool
        if members.count < JSONScanner.searched {
            isRepeated = members.contains { $0.isCalled(key) }
        } else {
            if seen.isEmpty { seen = Set(members.map { Array($0.key.utf8) }) }
            isRepeated = !seen.insert(Array(key.utf8)).inserted
        }
        if isRepeated { throw error("the same member twice: \(key)", at: start) }
    }

    // MARK: Strings

    private mutating func string() throws(JSONError) -> String {
        let start = at + 1
        let (isASCII, isEscaped) = try passString()
        let bytes = UnsafeBufferPointer(rebasing: text[start..<(at - 1)])
        guard isASCII || UTF8Check.holds(bytes) else { throw error("a string that is not UTF-8", at: start) }
        guard isEscaped else { return String(decoding: bytes, as: UTF8.self) }
        let end = at
        at = start
        var failure: JSONError?
        // An escape is never shorter than what it stands for.
        let unescaped = String(unsafeUninitializedCapacity: bytes.count) { buffer in
            var count = 0
            do throws(JSONError) {
                count = try unescape(until: end - 1, into: buffer)
            } catch {
                failure = error
            }
            return count
        }
        if let failure { throw failure }
        at = end
        return unescaped
    }

    /// Goes on behind the closing quotation mark.
    private mutating func passString() throws(JSONError) -> (isASCII: Bool, isEscaped: Bool) {
        at += 1
        var isEscaped = false
        var seen: UInt8 = 0
        while at < text.count {
            while text.count - at >= 8, let start = text.baseAddress {
                let word = UnsafeRawPointer(start + at).loadUnaligned(as: UInt64.self)
                if hasEscape(word) { break }
                if word & 0x8080_8080_8080_8080 != 0 { seen = 0x80 }
                at += 8
            }
            // The end, or up to what is special among the next eight.
            while at < text.count {
                let byte = text[at]
                at += 1
                seen |= byte
                if byte == UInt8(ascii: "\"") { return (seen < 0x80, isEscaped) }
                if byte == UInt8(ascii: "\\") {
                    isEscaped = true
                    at += 1
                    break
                }
                guard byte >= 0x20 else {
                    throw error("a control character in a string has to be escaped", at: at - 1)
                }
            }
        }
        throw error("a string without its end", at: text.count)
    }

    /// Stores what stands up to `end` and returns how many bytes that were.
    private mutating func unescape(
        until end: Int, into buffer: UnsafeMutableBufferPointer<UInt8>
    ) throws(JSONError) -> Int {
        var count = 0
        while at < end {
            let byte = text[at]
            at += 1
            if byte == UInt8(ascii: "\\") {
                for byte in try escape() {
                    buffer[count] = byte
                    count += 1
                }
            } else {
                buffer[count] = byte
                count += 1
            }
        }
        return count
    }

    private func encoded(_ byte: UInt8) -> UTF8.EncodedScalar {
        UTF8.encode(Unicode.Scalar(byte)) ?? UTF8.encodedReplacementCharacter
    }

    /// The UTF-8 of an escape, read from behind its reverse solidus.
    private mutating func escape() throws(JSONError) -> UTF8.EncodedScalar {
        guard let byte = peek else { throw error("a string without its end") }
        at += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return encoded(byte)
        case UInt8(ascii: "b"): return encoded(0x08)
        case UInt8(ascii: "f"): return encoded(0x0C)
        case UInt8(ascii: "n"): return encoded(0x0A)
        case UInt8(ascii: "r"): return encoded(0x0D)
        case UInt8(ascii: "t"): return encoded(0x09)
        case UInt8(ascii: "u"):
            let start = at - 2
            var code = UInt32(try hexadecimal())
            if code >= 0xD800 && code <= 0xDBFF {
                guard at + 1 < text.count, text[at] == UInt8(ascii: "\\"), text[at + 1] == UInt8(ascii: "u") else {
                    throw error("half of a surrogate pair", at: start)
                }
                at += 2
                let low = UInt32(try hexadecimal())
                guard low >= 0xDC00 && low <= 0xDFFF else { throw error("half of a surrogate pair", at: start) }
                code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
            }
            guard let scalar = Unicode.Scalar(code), let encoded = UTF8.encode(scalar) else {
                throw error("half of a surrogate pair", at: start)
            }
            return encoded
        default: throw error("an escape that JSON does not have", at: at - 2)
        }
    }

    private mutating func hexadecimal() throws(JSONError) -> UInt16 {
        var value: UInt16 = 0
        for _ in 0..<4 {
            guard let byte = peek else { throw error("\\u needs four hexadecimal digits") }
            let digit: UInt8
            switch byte {
            case 0x30...0x39: digit = byte - 0x30
            case 0x41...0x46: digit = byte - 0x37
            case 0x61...0x66: digit = byte - 0x57
            default: throw error("\\u needs four hexadecimal digits")
            }
            value = value << 4 | UInt16(digit)
            at += 1
        }
        return value
    }

    // MARK: Numbers

    private mutating func number() throws(JSONError) -> JSONValue {
        let start = at
        var isInteger = true
        if peek == UInt8(ascii: "-") { at += 1 }
        if peek == 0x30 {
            at += 1
        } else {
            try digits("a number needs a digit here")
        }
        if let byte = peek, byte >= 0x30 && byte <= 0x39 { throw error("a number cannot begin with 0", at: start) }
        if peek == UInt8(ascii: ".") {
            isInteger = false
            at += 1
            try digits("a fraction needs a digit")
        }
        if peek == UInt8(ascii: "e") || peek == UInt8(ascii: "E") {
            isInteger = false
            at += 1
            if peek == UInt8(ascii: "+") || peek == UInt8(ascii: "-") { at += 1 }
            try digits("an exponent needs a digit")
        }
        // Up to 18 digits cannot overflow.
        if isInteger && at - start <= 18 {
            var magnitude: Int64 = 0
            for byte in text[start..<at] where byte != UInt8(ascii: "-") {
                magnitude = magnitude &* 10 &+ Int64(byte &- 0x30)
            }
            return .integer(text[start] == UInt8(ascii: "-") ? -magnitude : magnitude)
        }
        let word = String(decoding: text[start..<at], as: UTF8.self)
        if isInteger, let integer = Int64(word) { return .integer(integer) }
        guard let double = Double(word), double.isFinite else { throw error("a number too large", at: start) }
        return .double(double)
    }

    private mutating func digits(_ reason: String) throws(JSONError) {
        let start = at
        while at < text.count, text[at] >= 0x30, text[at] <= 0x39 { at += 1 }
        guard at > start else { throw error(reason) }
    }
}
