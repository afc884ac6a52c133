/// Reads the header lines of one request and what they say about its framing (RFC 9112 sections 5 and 6).
struct FieldReader: Sendable {
    /// The length of the longest `X-Request-Id` that is taken from the client.
    private static let idLimit = 64

    private var spans: [Headers.Span] = []
    private var host: Int?
    private var length: Int?
    private var isChunked = false
    private var closes = false
    private var asksToKeepAlive = false
    private var expectation: Expectation = .none
    private var id: Range<Int>?

    private enum Expectation { case none, toContinue, other }

    mutating func read(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int) throws(Refusal) {
        guard spans.count < RequestParser.fieldLimit else {
            throw Refusal(.headersTooLarge, "more than \(RequestParser.fieldLimit) header fields")
        }
        if spans.isEmpty { spans.reserveCapacity(12) }
        var colon = start
        while colon < end, Bytes.isToken(bytes[colon]) { colon += 1 }
        // No name, a space before the colon, a folded line and no colon at all end here.
        guard colon > start, colon < end, bytes[colon] == UInt8(ascii: ":") else {
            throw .bad("malformed header field")
        }
        var valueStart = colon + 1
        while valueStart < end, bytes[valueStart] == Bytes.space || bytes[valueStart] == Bytes.tab { valueStart += 1 }
        var valueEnd = end
        while valueEnd > valueStart, bytes[valueEnd - 1] == Bytes.space || bytes[valueEnd - 1] == Bytes.tab {
            valueEnd -= 1
        }
        guard Bytes.areFieldValue(bytes, from: valueStart, to: valueEnd) else {
            throw .bad("a control character in a header value")
        }
        // 16 bits are enough: a head is never longer than its limits.
        spans.append(
            Headers.Span(
                nameStart: UInt16(truncatingIfNeeded: start), nameEnd: UInt16(truncatingIfNeeded: colon),
                valueStart: UInt16(truncatingIfNeeded: valueStart), valueEnd: UInt16(truncatingIfNeeded: valueEnd)))
        let name = UnsafeBufferPointer(rebasing: bytes[start..<colon])
        switch name.count {
        case 4 where Bytes.same(name, "host"):
            guard host == nil else { throw .bad("more than one Host") }
            host = spans.count - 1
            guard Authority.isValid(UnsafeBufferPointer(rebasing: bytes[valueStart..<valueEnd])) else {
                throw .bad("malformed Host")
            }
        case 6 where Bytes.same(name, "expect"):
            let value = UnsafeBufferPointer(rebasing: bytes[valueStart..<valueEnd])
            expectation = expectation == .none && Bytes.same(value, "100-continue") ? .toContinue : .other
        case 10 where Bytes.same(name, "connection"):
            readConnection(UnsafeBufferPointer(rebasing: bytes[valueStart..<valueEnd]))
        case 12 where Bytes.same(name, "x-request-id"):
            if id == nil { id = valueStart..<valueEnd }
        case 14 where Bytes.same(name, "content-length"):
            guard length == nil else { throw .bad("more than one Content-Length") }
            length = try FieldReader.length(UnsafeBufferPointer(rebasing: bytes[valueStart..<valueEnd]))
        case 17 where Bytes.same(name, "transfer-encoding"):
            guard !isChunked else { throw .bad("more than one Transfer-Encoding") }
            // Tabs around the value are legal and used by nobody but smugglers.
            for index in (colon + 1)..<end where bytes[index] == Bytes.tab { throw .bad("malformed Transfer-Encoding") }
            try FieldReader.checkCoding(UnsafeBufferPointer(rebasing: bytes[valueStart..<valueEnd]))
            isChunked = true
        default: break
        }
    }

    /// The head of the request whose lines were all read.
    mutating func head(
        of bytes: UnsafeBufferPointer<UInt8>, _ line: RequestLine, consumed: Int
    ) throws(Refusal) -> RequestHead {
        guard host != nil || !line.isHTTP11 else { throw .bad("no Host") }
        if let authority = line.authority, let host {
            spans[host].valueStart = UInt16(truncatingIfNeeded: authority.lowerBound)
            spans[host].valueEnd = UInt16(truncatingIfNeeded: authority.upperBound)
        }
        var framing = BodyFraming.none
        if isChunked {
            guard length == nil else { throw .bad("both Content-Length and Transfer-Encoding") }
            guard line.isHTTP11 else { throw .bad("Transfer-Encoding in HTTP/1.0") }
            framing = .chunked
        } else if let length, length > 0 {
            framing = .length(length)
        }
        // An HTTP/1.0 client cannot expect anything (RFC 9110 section 10.1.1).
        if expectation == .other, line.isHTTP11 {
            throw Refusal(.expectationFailed, "only 100-continue can be expected")
        }
        let received = [UInt8](UnsafeBufferPointer(rebasing: bytes[..<consumed]))
        return RequestHead(
            method: line.method, target: line.target, isHTTP11: line.isHTTP11,
            headers: Headers(received: received, spans: spans), framing: framing,
            keepsAlive: !closes && (line.isHTTP11 || asksToKeepAlive),
            expectsContinue: expectation == .toContinue && line.isHTTP11 && framing != .none,
            id: clientID(bytes))
    }

    private func clientID(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
        guard let id, id.count >= 1, id.count <= FieldReader.idLimit else { return "" }
        for index in id {
            switch bytes[index] {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-"):
                continue
            default: return ""
            }
        }
        return String(decoding: UnsafeBufferPointer(rebasing: bytes[id]), as: UTF8.self)
    }

    private mutating func readConnection(_ value: UnsafeBufferPointer<UInt8>) {
        Bytes.forEachElement(of: value) { option in
            if Bytes.same(option, "close") { closes = true }
            if Bytes.same(option, "keep-alive") { asksToKeepAlive = true }
        }
    }

    private static func length(_ value: UnsafeBufferPointer<UInt8>) throws(Refusal) -> Int {
        guard !value.isEmpty else { throw .bad("malformed Content-Length") }
        var length = 0
        for byte in value {
            guard Bytes.isDigit(byte) else { throw .bad("malformed Content-Length") }
            let (product, overflow) = length.multipliedReportingOverflow(by: 10)
            let (sum, overflow2) = product.addingReportingOverflow(Int(byte - 0x30))
            guard !overflow, !overflow2 else { throw .bad("Content-Length is beyond any body") }
            length = sum
        }
        return length
    }

    /// Accepts `chunked` alone. A list of other codings that ends in it is well formed, but not implemented (RFC 9112
    /// section 6.1); everything else is malformed.
    private static func checkCoding(_ value: UnsafeBufferPointer<UInt8>) throws(Refusal) {
        if Bytes.same(value, "chunked") { return }
        var count = 0
        var chunked = 0
        var isToken = true
        var endsInChunked = false
        Bytes.forEachElement(of: value) { coding in
            count += 1
            endsInChunked = Bytes.same(coding, "chunked")
            if endsInChunked { chunked += 1 }
            if !coding.allSatisfy(Bytes.isToken) { isToken = false }
        }
        guard isToken, endsInChunked, chunked == 1, count > 1 else { throw .bad("malformed Transfer-Encoding") }
        throw Refusal(.notImplemented, "only the transfer coding chunked is implemented")
    }
}
