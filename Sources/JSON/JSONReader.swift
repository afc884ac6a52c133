/// Reads JSON text strictly (RFC 8259): UTF-8 without byte order mark, no duplicate keys, no lone surrogates, at most
/// 64 levels deep, nothing after the value.
package enum JSONReader {
    package static let deepest = 64

    /// - Throws: where and why `text` is not JSON, in words that a client's developer understands.
    @inlinable
    package static func read(_ text: some Collection<UInt8>) throws(JSONError) -> JSONValue {
        if let result = text.withContiguousStorageIfAvailable({ read(utf8: $0) }) { return try result.get() }
        return try Array(text).withUnsafeBufferPointer { read(utf8: $0) }.get()
    }

    @usableFromInline
    static func read(utf8: UnsafeBufferPointer<UInt8>) -> Result<JSONValue, JSONError> {
        guard let start = utf8.baseAddress, utf8.count > 0 else {
            return .failure(JSONError(offset: 0, reason: "the text is empty"))
        }
        var parser = JSONParser(start: start, count: utf8.count)
        do throws(JSONError) {
            return .success(try parser.document())
        } catch {
            return .failure(error)
        }
    }
}

/// The parser: one pass, recursion bounded by `JSONReader.deepest`.
struct JSONParser {
    let start: UnsafePointer<UInt8>
    let count: Int
    var at = 0
    private var depth = 0

    init(start: UnsafePointer<UInt8>, count: Int) {
        self.start = start
        self.count = count
    }

    mutating func document() throws(JSONError) -> JSONValue {
        if count >= 3, start[0] == 0xEF, start[1] == 0xBB, start[2] == 0xBF {
            throw JSONError(offset: 0, reason: "the text starts with a byte order mark")
        }
        skipWhitespace()
        let value = try value()
        skipWhitespace()
        guard at == count else { throw error("unexpected \(found()) after the end of the value") }
        return value
    }

    private mutating func value() throws(JSONError) -> JSONValue {
        guard at < count else { throw error("the text ends where a value is expected") }
        switch start[at] {
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "{"): return try object()
        case UInt8(ascii: "["): return try array()
        case UInt8(ascii: "t"): return try word("true", .bool(true))
        case UInt8(ascii: "f"): return try word("false", .bool(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try number()
        case UInt8(ascii: "'"): throw error("strings stand in double quotes")
        case UInt8(ascii: "/"): throw error("JSON has no comments")
        case UInt8(ascii: "+"): throw error("a number does not start with +")
        case UInt8(ascii: "."): throw error("a number needs a digit before its point")
        default: throw error("expected a value, found \(found())")
        }
    }

    private mutating func array() throws(JSONError) -> JSONValue {
        try enter()
        var elements: [JSONValue] = []
        skipWhitespace()
        if take(UInt8(ascii: "]")) {
            depth -= 1
            return .array(elements)
        }
        while true {
            elements.append(try value())
            skipWhitespace()
            if take(UInt8(ascii: ",")) {
                skipWhitespace()
                if at < count, start[at] == UInt8(ascii: "]") { throw error("a comma before the end of an array") }
            } else if take(UInt8(ascii: "]")) {
                depth -= 1
                return .array(elements)
            } else {
                throw error("expected , or ] in an array, found \(found())")
            }
        }
    }

    private mutating func object() throws(JSONError) -> JSONValue {
        try enter()
        var members = JSONMembers()
        skipWhitespace()
        if take(UInt8(ascii: "}")) {
            depth -= 1
            return .object([])
        }
        while true {
            guard at < count, start[at] == UInt8(ascii: "\"") else {
                throw error("expected a member's name in double quotes, found \(found())")
            }
            let nameOffset = at
            let name = try string()
            guard members.isNew(name) else { throw JSONError(offset: nameOffset, reason: "the name is used twice") }
            skipWhitespace()
            guard take(UInt8(ascii: ":")) else { throw error("expected : after a member's name, found \(found())") }
            skipWhitespace()
            members.list.append(JSONValue.Member(name, try value()))
            skipWhitespace()
            if take(UInt8(ascii: ",")) {
                skipWhitespace()
                if at < count, start[at] == UInt8(ascii: "}") { throw error("a comma before the end of an object") }
            } else if take(UInt8(ascii: "}")) {
                depth -= 1
                return .object(members.list)
            } else {
                throw error("expected , or } in an object, found \(found())")
            }
        }
    }

    private mutating func enter() throws(JSONError) {
        guard depth < JSONReader.deepest else { throw error("nested deeper than \(JSONReader.deepest) levels") }
        depth += 1
        at += 1
    }

    private mutating func word(_ word: StaticString, _ value: JSONValue) throws(JSONError) -> JSONValue {
        let length = word.utf8CodeUnitCount
        for index in 0..<length {
            guard at + index < count, start[at + index] == word.utf8Start[index] else {
                throw error("expected a value; \(word) is not spelled out")
            }
        }
        at += length
        return value
    }

    @inline(__always)
    private mutating func take(_ byte: UInt8) -> Bool {
        guard at < count, start[at] == byte else { return false }
        at += 1
        return true
    }

    @inline(__always)
    private mutating func skipWhitespace() {
        while at < count {
            let byte = start[at]
            guard byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { return }
            at += 1
        }
    }

    func error(_ reason: String) -> JSONError { JSONError(offset: at, reason: reason) }

    /// What stands at the current place, for a message.
    func found() -> String {
        guard at < count else { return "the end of the text" }
        let byte = start[at]
        if byte > 0x20 && byte < 0x7F { return String(UnicodeScalar(byte)) }
        let hex = String(byte, radix: 16)
        return "byte 0x" + (hex.count == 1 ? "0" + hex : hex)
    }
}

/// The members of an object while it is read, with a check of their names that stays linear.
struct JSONMembers {
    /// Up to this many names are compared one by one; a set costs more.
    private static let few = 12

    var list: [JSONValue.Member] = []
    private var names: Set<Name> = []

    mutating func isNew(_ name: String) -> Bool {
        if list.count <= Self.few {
            for member in list where Name(member.key) == Name(name) { return false }
            return true
        }
        if names.isEmpty { names = Set(list.map { Name($0.key) }) }
        return names.insert(Name(name)).inserted
    }

    /// A name compared by its bytes: Swift's strings are equal also when only their normal forms are.
    private struct Name: Hashable {
        let text: String

        init(_ text: String) { self.text = text }

        static func == (a: Name, b: Name) -> Bool {
            a.text.utf8.count == b.text.utf8.count && a.text.utf8.elementsEqual(b.text.utf8)
        }

        func hash(into hasher: inout Hasher) {
            _ = text.utf8.withContiguousStorageIfAvailable { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
        }
    }
}
