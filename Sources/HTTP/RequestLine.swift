/// A request line, taken apart (RFC 9112 section 3).
struct RequestLine: Sendable {
    let method: Method
    let target: Target
    let isHTTP11: Bool
    /// Where an absolute-form target's authority stands; it overrides Host (RFC 9112 section 3.2.2).
    let authority: Range<Int>?

    init(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int) throws(Refusal) {
        var index = start
        while index < end, Bytes.isToken(bytes[index]) { index += 1 }
        guard index > start, index < end, bytes[index] == Bytes.space else { throw .bad("malformed method") }
        let name = UnsafeBufferPointer(rebasing: bytes[start..<index])
        let targetStart = index + 1
        index = targetStart
        while index < end, bytes[index] > Bytes.space, bytes[index] < 0x7F, bytes[index] != UInt8(ascii: "#") {
            index += 1
        }
        guard index > targetStart, index < end, bytes[index] == Bytes.space else {
            throw .bad("malformed request target")
        }
        isHTTP11 = try RequestLine.version(UnsafeBufferPointer(rebasing: bytes[(index + 1)..<end]))
        method = RequestLine.method(name)
        (target, authority) = try RequestLine.target(bytes, from: targetStart, to: index, for: method)
    }

    /// Whether it is 1.1; a higher minor version is read as the highest that we know (RFC 9110 section 2.5).
    private static func version(_ bytes: UnsafeBufferPointer<UInt8>) throws(Refusal) -> Bool {
        guard bytes.count == 8, bytes[0] == UInt8(ascii: "H"), bytes[1] == UInt8(ascii: "T"),
            bytes[2] == UInt8(ascii: "T"), bytes[3] == UInt8(ascii: "P"), bytes[4] == UInt8(ascii: "/"),
            Bytes.isDigit(bytes[5]), bytes[6] == UInt8(ascii: "."), Bytes.isDigit(bytes[7])
        else { throw .bad("malformed HTTP version") }
        guard bytes[5] == UInt8(ascii: "1") else {
            throw Refusal(.versionNotSupported, "only HTTP/1.1 and HTTP/1.0 are spoken here")
        }
        return bytes[7] != UInt8(ascii: "0")
    }

    private static func method(_ name: UnsafeBufferPointer<UInt8>) -> Method {
        // The two most frequent ones without making a string.
        if name.count == 3, name[0] == UInt8(ascii: "G"), name[1] == UInt8(ascii: "E"), name[2] == UInt8(ascii: "T") {
            return .get
        }
        if name.count == 4, name[0] == UInt8(ascii: "P"), name[1] == UInt8(ascii: "O"), name[2] == UInt8(ascii: "S"),
            name[3] == UInt8(ascii: "T")
        {
            return .post
        }
        return Method(String(decoding: name, as: UTF8.self))
    }

    private static func target(
        _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int, for method: Method
    ) throws(Refusal) -> (Target, Range<Int>?) {
        if method == .other("CONNECT") {
            guard Authority.isValid(UnsafeBufferPointer(rebasing: bytes[start..<end]), needsPort: true) else {
                throw .bad("CONNECT takes host:port")
            }
            throw Refusal(.notImplemented, "CONNECT is not implemented")
        }
        if bytes[start] == UInt8(ascii: "/") { return (path(bytes, from: start, to: end), nil) }
        if end - start == 1, bytes[start] == UInt8(ascii: "*") {
            guard method == .options else { throw .bad("only OPTIONS takes *") }
            return (.asterisk, nil)
        }
        guard let schemeLength = schemeLength(UnsafeBufferPointer(rebasing: bytes[start..<end])) else {
            throw .bad("malformed request target")
        }
        let authority = start + schemeLength
        var index = authority
        while index < end, bytes[index] != UInt8(ascii: "/"), bytes[index] != UInt8(ascii: "?") { index += 1 }
        guard Authority.isValid(UnsafeBufferPointer(rebasing: bytes[authority..<index])) else {
            throw .bad("malformed authority in the request target")
        }
        if index == end {
            // An OPTIONS for a whole server came through a proxy (RFC 9112 section 3.2.4).
            return (method == .options ? .asterisk : .path("/", query: nil), authority..<index)
        }
        if bytes[index] == UInt8(ascii: "?") {
            return (.path("/", query: text(bytes, index + 1, end)), authority..<index)
        }
        return (path(bytes, from: index, to: end), authority..<index)
    }

    /// The length of "http://" or "https://".
    private static func schemeLength(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        if bytes.count >= 7, Bytes.same(UnsafeBufferPointer(rebasing: bytes[..<7]), "http://") { return 7 }
        if bytes.count >= 8, Bytes.same(UnsafeBufferPointer(rebasing: bytes[..<8]), "https://") { return 8 }
        return nil
    }

    private static func path(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int) -> Target {
        var mark = start
        while mark < end, bytes[mark] != UInt8(ascii: "?") { mark += 1 }
        return .path(text(bytes, start, mark), query: mark < end ? text(bytes, mark + 1, end) : nil)
    }

    @inline(__always)
    private static func text(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> String {
        String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<end]), as: UTF8.self)
    }
}

/// `uri-host [ ":" port ]` (RFC 9110 section 7.2): the value of Host.
enum Authority {
    /// An empty host is not valid: RFC 9110 section 4.2.1 makes a recipient refuse it.
    static func isValid(_ bytes: UnsafeBufferPointer<UInt8>, needsPort: Bool = false) -> Bool {
        var end = 0
        if bytes.first == UInt8(ascii: "[") {
            guard let close = bytes.firstIndex(of: UInt8(ascii: "]")), isLiteral(bytes, to: close) else { return false }
            end = close + 1
        } else {
            while end < bytes.count, bytes[end] != UInt8(ascii: ":") {
                guard Bytes.isRegisteredName(bytes[end]) else { return false }
                if bytes[end] == UInt8(ascii: "%") {
                    guard end + 2 < bytes.count, Bytes.hexValue(bytes[end + 1]) != nil,
                        Bytes.hexValue(bytes[end + 2]) != nil
                    else { return false }
                }
                end += 1
            }
            guard end > 0 else { return false }
        }
        if end == bytes.count { return !needsPort }
        guard bytes[end] == UInt8(ascii: ":") else { return false }
        return isPort(UnsafeBufferPointer(rebasing: bytes[(end + 1)...]), needsDigits: needsPort)
    }

    /// "[" IPv6 address, loosely, or "[v" for what comes after it.
    private static func isLiteral(_ bytes: UnsafeBufferPointer<UInt8>, to close: Int) -> Bool {
        var colons = 0
        for index in 1..<close {
            let byte = bytes[index]
            if byte == UInt8(ascii: ":") { colons += 1 }
            guard Bytes.hexValue(byte) != nil || byte == UInt8(ascii: ":") || byte == UInt8(ascii: ".") else {
                return false
            }
        }
        return colons >= 2
    }

    private static func isPort(_ bytes: UnsafeBufferPointer<UInt8>, needsDigits: Bool) -> Bool {
        var port = 0
        for byte in bytes {
            guard Bytes.isDigit(byte) else { return false }
            port = port * 10 + Int(byte - 0x30)
            if port > 65535 { return false }
        }
        return !needsDigits || !bytes.isEmpty
    }
}
