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
            isRepeated = members.contains { $0.key.utf8.elementsEqual(key.utf8) }
        } else {
            if seen.isEmpty { seen = Set(members.map { Array($0.key.utf8) }) }
            isRepeated = !seen.insert(Array(key.utf8)).inserted
        }
        if isRepeated { throw error("the same member twice: \(key)", at: start) }
    }

    // MARK: Strings

    private mutating func string() throws(JSONError) -> String {
        at += 1
        let start = at
        while at < text.count {
            let byte = text[at]
            if byte == UInt8(ascii: "\"") {
                let bytes = UnsafeBufferPointer(rebasing: text[start..<at])
                at += 1
                return try decoded(bytes, at: start)
            }
            if byte == UInt8(ascii: "\\") { return try escapedString(from: start) }
            guard byte >= 0x20 else { throw error("a control character in a string has to be escaped") }
            at += 1
        }
        throw error("a string without its end")
    }

    private mutating func escapedString(from start: Int) throws(JSONError) -> String {
        var bytes = Array(text[start..<at])
        while at < text.count {
            let byte = text[at]
            switch byte {
            case UInt8(ascii: "\""):
                at += 1
                return try bytes.withUnsafeBufferPointer { buffer throws(JSONError) in try decoded(buffer, at: start) }
            case UInt8(ascii: "\\"):
                at += 1
                try escape(into: &bytes)
            case 0..<0x20: throw error("a control character in a string has to be escaped")
            default:
                bytes.append(byte)
                at += 1
            }
        }
        throw error("a string without its end")
    }

    private mutating func escape(into bytes: inout [UInt8]) throws(JSONError) {
        guard let byte = peek else { throw error("a string without its end") }
        at += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): bytes.append(byte)
        case UInt8(ascii: "b"): bytes.append(0x08)
        case UInt8(ascii: "f"): bytes.append(0x0C)
        case UInt8(ascii: "n"): bytes.append(0x0A)
        case UInt8(ascii: "r"): bytes.append(0x0D)
        case UInt8(ascii: "t"): bytes.append(0x09)
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
            guard let scalar = Unicode.Scalar(code) else { throw error("half of a surrogate pair", at: start) }
            bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
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

    private func decoded(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) throws(JSONError) -> String {
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw error("a string that is not UTF-8", at: start)
        }
        return text
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
