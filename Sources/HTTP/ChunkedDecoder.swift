/// Takes the chunked coding off a body (RFC 9112 section 7.1), in pieces as they come.
///
/// It accepts what the grammar says and nothing else. Trailers are checked and dropped.
package struct ChunkedDecoder: Sendable {
    package enum Outcome: Sendable, Equatable {
        /// All input was taken.
        case needMore
        /// The body and its trailers ended; what follows `consumed` bytes belongs to the next message.
        case end(consumed: Int)
        case refuse(Refusal)
    }

    /// The most bytes of all chunk extensions together: nobody uses them but to waste our time.
    package static let extensionLimit = 16384
    /// The most bytes of all trailers together, and the most lines.
    package static let trailerLimit = 16384
    package static let trailerFieldLimit = 100
    /// The most digits of a chunk size: 15 cannot overflow 63 bits.
    private static let sizeDigitLimit = 15

    private enum State {
        case size, afterSize, name, afterName, value, token, quoted, quotedPair, afterValue, sizeLineFeed
        case data, dataReturn, dataLineFeed
        case trailerStart, trailer, trailerLineFeed, lastLineFeed
    }

    private let limit: Int
    private var state = State.size
    private var digits = 0
    private var remaining = 0
    /// Body bytes announced so far.
    private var total = 0
    private var extensionBytes = 0
    private var hasName = false
    private var trailerBytes = 0
    private var trailerFields = 0
    private var trailerLine: [UInt8] = []

    /// - Parameter limit: the most bytes the body may have; a chunk that would go beyond it is refused with 413 before
    ///   it is read.
    package init(limit: Int) { self.limit = limit }

    /// Of the whole body once it has ended, in bytes.
    package var bodySize: Int { total }

    /// Goes on with `input`, and hands what belongs to the body to `body` piece by piece.
    package mutating func decode(
        _ input: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) -> Void
    ) -> Outcome {
        var index = 0
        do throws(Refusal) {
            while index < input.count {
                if state == .data {
                    let count = min(remaining, input.count - index)
                    body(UnsafeBufferPointer(rebasing: input[index..<(index + count)]))
                    index += count
                    remaining -= count
                    if remaining == 0 { state = .dataReturn }
                    continue
                }
                let byte = input[index]
                index += 1
                if state == .lastLineFeed {
                    guard byte == Bytes.lineFeed else { throw .bad("CR without LF after the last chunk") }
                    return .end(consumed: index)
                }
                state = try next(byte)
            }
            return .needMore
        } catch {
            return .refuse(error)
        }
    }

    private mutating func next(_ byte: UInt8) throws(Refusal) -> State {
        switch state {
        case .size: return try size(byte)
        case .afterSize, .name, .afterName, .value, .token, .quoted, .quotedPair, .afterValue:
            extensionBytes += 1
            guard extensionBytes <= ChunkedDecoder.extensionLimit else { throw .bad("too many chunk extensions") }
            return try extended(byte)
        case .sizeLineFeed:
            guard byte == Bytes.lineFeed else { throw .bad("CR without LF after a chunk size") }
            digits = 0
            return remaining == 0 ? .trailerStart : .data
        case .dataReturn:
            guard byte == Bytes.carriageReturn else { throw .bad("no CRLF after a chunk") }
            return .dataLineFeed
        case .dataLineFeed:
            guard byte == Bytes.lineFeed else { throw .bad("no CRLF after a chunk") }
            return .size
        case .trailerStart:
            return byte == Bytes.carriageReturn ? .lastLineFeed : try trailer(byte)
        case .trailer: return try trailer(byte)
        case .trailerLineFeed:
            guard byte == Bytes.lineFeed else { throw .bad("CR without LF in a trailer") }
            try checkTrailer()
            return .trailerStart
        case .data, .lastLineFeed: return state
        }
    }

    private mutating func size(_ byte: UInt8) throws(Refusal) -> State {
        if let value = Bytes.hexValue(byte) {
            digits += 1
            guard digits <= ChunkedDecoder.sizeDigitLimit else { throw .bad("a chunk size has too many digits") }
            remaining = (digits == 1 ? 0 : remaining) << 4 | Int(value)
            return .size
        }
        guard digits > 0 else { throw .bad("malformed chunk size") }
        // Decided here, and not with the line's end, so that nothing of an oversized chunk need be waited for.
        guard remaining <= limit - total else { throw Refusal(.payloadTooLarge, "the body is too large") }
        total += remaining
        switch byte {
        case Bytes.carriageReturn: return .sizeLineFeed
        case UInt8(ascii: ";"): return .name
        case Bytes.space, Bytes.tab: return .afterSize
        default: throw .bad("malformed chunk size")
        }
    }

    /// chunk-ext = *( BWS ";" BWS chunk-ext-name [ BWS "=" BWS chunk-ext-val ] )
    private mutating func extended(_ byte: UInt8) throws(Refusal) -> State {
        let isSpace = byte == Bytes.space || byte == Bytes.tab
        switch state {
        case .afterSize:
            if isSpace { return .afterSize }
            if byte == UInt8(ascii: ";") { return .name }
        case .name:
            if Bytes.isToken(byte) {
                hasName = true
                return .name
            }
            if isSpace { return hasName ? .afterName : .name }
            if hasName { return try afterExtension(byte, mayHaveValue: true) }
        case .afterName:
            if isSpace { return .afterName }
            if byte != Bytes.carriageReturn { return try afterExtension(byte, mayHaveValue: true) }
        case .value:
            if isSpace { return .value }
            if byte == UInt8(ascii: "\"") { return .quoted }
            if Bytes.isToken(byte) { return .token }
        case .token:
            if Bytes.isToken(byte) { return .token }
            if isSpace { return .afterValue }
            return try afterExtension(byte, mayHaveValue: false)
        case .quoted:
            if byte == UInt8(ascii: "\"") {
                hasName = false
                return .afterValue
            }
            if byte == UInt8(ascii: "\\") { return .quotedPair }
            if Bytes.isFieldValue(byte) { return .quoted }
        case .quotedPair:
            if Bytes.isFieldValue(byte) { return .quoted }
        case .afterValue:
            if isSpace { return .afterSize }
            return try afterExtension(byte, mayHaveValue: false)
        default: break
        }
        throw .bad("malformed chunk extension")
    }

    private mutating func afterExtension(_ byte: UInt8, mayHaveValue: Bool) throws(Refusal) -> State {
        hasName = false
        switch byte {
        case Bytes.carriageReturn: return .sizeLineFeed
        case UInt8(ascii: ";"): return .name
        case UInt8(ascii: "=") where mayHaveValue: return .value
        default: throw .bad("malformed chunk extension")
        }
    }

    private mutating func trailer(_ byte: UInt8) throws(Refusal) -> State {
        trailerBytes += 1
        guard trailerBytes <= ChunkedDecoder.trailerLimit else {
            throw Refusal(.headersTooLarge, "the trailers are too long")
        }
        if byte == Bytes.carriageReturn { return .trailerLineFeed }
        guard Bytes.isFieldValue(byte) else { throw .bad("a control character in a trailer") }
        trailerLine.append(byte)
        return .trailer
    }

    private mutating func checkTrailer() throws(Refusal) {
        trailerFields += 1
        guard trailerFields <= ChunkedDecoder.trailerFieldLimit else {
            throw Refusal(.headersTooLarge, "too many trailers")
        }
        let colon = trailerLine.firstIndex(of: UInt8(ascii: ":")) ?? 0
        guard colon > 0, trailerLine[..<colon].allSatisfy(Bytes.isToken) else { throw .bad("malformed trailer") }
        let isForbidden = trailerLine[..<colon].withUnsafeBufferPointer { name in
            // Fields that frame or route a message must not come after it (RFC 9110 section 6.5.1).
            Bytes.same(name, "content-length") || Bytes.same(name, "transfer-encoding") || Bytes.same(name, "host")
        }
        if isForbidden { throw .bad("a forbidden trailer") }
        trailerLine.removeAll(keepingCapacity: true)
    }
}
