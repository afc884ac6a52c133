/// Reads request heads from a connection's bytes: strict RFC 9112, without I/O.
///
/// Its contract is three words: need more, a head with how many bytes it took, or a refusal. It is called again with
/// the same bytes and more behind them until it gives one of the latter two; how the bytes were cut makes no difference
/// to the outcome. Whatever two readers of a message could understand differently is refused.
package struct RequestParser: Sendable {
    package enum Outcome: Sendable {
        case needMore
        case head(RequestHead, consumed: Int)
        case refuse(Refusal)
    }

    /// The most bytes of a request line, without CRLF; more is 414.
    package static let requestLineLimit = 8192
    /// The most bytes of all header lines together, with their CRLFs; more is 431.
    package static let headersLimit = 16384
    /// The most header lines; more is 431.
    package static let fieldLimit = 100
    /// Empty lines that may stand before a request line (RFC 9112 section 2.2).
    package static let leadingEmptyLineLimit = 4

    /// Where the line that is being read starts, and up to where it was searched for its end.
    private var line = 0
    private var searched = 0
    private var emptyLines = 0
    private var requestLine: RequestLine?
    private var headersStart = 0
    private var fields = FieldReader()

    package init() {}

    /// Nothing of a message was read yet.
    package var isIdle: Bool { searched == 0 }

    /// Goes on with `bytes`, which begin where they began in the call before.
    package mutating func parse(_ bytes: UnsafeBufferPointer<UInt8>) -> Outcome {
        do throws(Refusal) {
            guard let head = try advance(bytes) else { return .needMore }
            let consumed = line
            self = RequestParser()
            return .head(head, consumed: consumed)
        } catch {
            return .refuse(error)
        }
    }

    private mutating func advance(_ bytes: UnsafeBufferPointer<UInt8>) throws(Refusal) -> RequestHead? {
        while true {
            if requestLine == nil, line < bytes.count { try checkFirstByte(bytes[line]) }
            let end = Bytes.lineEndIndex(bytes, from: searched)
            try checkLimit(end)
            // A CR needs the byte behind it to be understood.
            guard end + (end < bytes.count && bytes[end] == Bytes.carriageReturn ? 1 : 0) < bytes.count else {
                searched = end
                return nil
            }
            guard bytes[end] == Bytes.carriageReturn else { throw .bad("a line ends without CR") }
            guard bytes[end + 1] == Bytes.lineFeed else { throw .bad("CR without LF") }
            try checkLimit(end + 2)
            let start = line
            line = end + 2
            searched = line
            if let head = try read(bytes, from: start, to: end) { return head }
        }
    }

    /// Reads the line between `start` and `end`, its CRLF left off; gives the head once it is the last.
    private mutating func read(
        _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int
    ) throws(Refusal) -> RequestHead? {
        if let requestLine {
            guard start == end else {
                try fields.read(bytes, from: start, to: end)
                return nil
            }
            return try fields.head(of: bytes, requestLine, consumed: line)
        }
        if start == end {
            emptyLines += 1
            guard emptyLines <= RequestParser.leadingEmptyLineLimit else { throw .bad("too many empty lines") }
            return nil
        }
        requestLine = try RequestLine(bytes, from: start, to: end)
        headersStart = line
        return nil
    }

    /// What cannot begin a request is refused before its line ends: a TLS greeting need not have a line feed.
    private func checkFirstByte(_ byte: UInt8) throws(Refusal) {
        guard Bytes.isToken(byte) || byte == Bytes.carriageReturn || byte == Bytes.lineFeed else {
            throw .bad("not an HTTP request")
        }
    }

    private func checkLimit(_ end: Int) throws(Refusal) {
        if requestLine == nil {
            // Two more for CRLF.
            guard end - line <= RequestParser.requestLineLimit + 2 else {
                throw Refusal(.uriTooLong, "the request line is longer than \(RequestParser.requestLineLimit) bytes")
            }
        } else if end - headersStart > RequestParser.headersLimit {
            throw Refusal(.headersTooLarge, "the headers are longer than \(RequestParser.headersLimit) bytes")
        }
    }
}
