/// Why a `multipart/form-data` body cannot be read, in words for whoever sent it.
package struct MultipartError: Error, Equatable, Sendable {
    package let reason: String

    init(_ reason: String) { self.reason = reason }
}

/// Takes a `multipart/form-data` body apart while it comes (RFC 7578, RFC 2046 section 5.1.1), strictly: nothing before
/// the first boundary or behind the last one, no nested parts, no transfer encodings.
///
/// It keeps no more than one part's head or what could be the beginning of a boundary.
package struct MultipartParser: Sendable {
    /// What comes out, in order: a part's head, its content in pieces, its end.
    package enum Piece: Equatable, Sendable {
        case part(MultipartPart)
        case bytes([UInt8])
        case partEnd
    }

    /// The most bytes of a part's head.
    package static let headLimit = 8192
    /// The most parts.
    package static let partLimit = 64
    /// Blanks behind a boundary, which gateways may add (RFC 2046, "transport-padding").
    private static let paddingLimit = 64

    private enum State: Equatable { case start, behindBoundary, head, content, behindLast, ended }

    /// What stands before a part and after the last one: a line break, two hyphens, the boundary.
    private let delimiter: [UInt8]
    private var state = State.start
    /// Not taken apart yet. It begins with the line break that the first boundary does not need.
    private var rest: [UInt8] = [Bytes.carriageReturn, Bytes.lineFeed]
    private var parts = 0

    /// - Returns: nil when `contentType` is not that of a form, or its boundary is missing or malformed.
    package init?(contentType: String) {
        guard let field = HeaderParameters(contentType), Headers.same(field.value, "multipart/form-data"),
            let boundary = field["boundary"], (1...70).contains(boundary.utf8.count), !boundary.hasSuffix(" "),
            boundary.utf8.allSatisfy(MultipartParser.isBoundary)
        else { return nil }
        delimiter = Array("\r\n--\(boundary)".utf8)
    }

    /// Takes the next bytes of the body.
    package mutating func take(_ bytes: [UInt8]) throws(MultipartError) -> [Piece] {
        rest += bytes
        var pieces: [Piece] = []
        var at = 0
        while try step(&at, &pieces) {}
        rest.removeSubrange(..<at)
        return pieces
    }

    /// To be called at the body's end.
    package func finish() throws(MultipartError) {
        switch state {
        case .ended: return
        case .behindLast where rest.isEmpty || rest == [Bytes.carriageReturn, Bytes.lineFeed]: return
        case .behindLast: throw MultipartError("something follows the last boundary")
        case .start: throw MultipartError("the body does not begin with its boundary")
        case .behindBoundary, .head, .content: throw MultipartError("the body ends before its last boundary")
        }
    }

    /// One step from `at` on; false when more bytes are needed.
    private mutating func step(_ at: inout Int, _ pieces: inout [Piece]) throws(MultipartError) -> Bool {
        switch state {
        case .start:
            let known = min(delimiter.count, rest.count)
            guard rest[..<known].elementsEqual(delimiter[..<known]) else {
                throw MultipartError("the body does not begin with its boundary")
            }
            guard known == delimiter.count else { return false }
            at = known
            state = .behindBoundary
        case .behindBoundary: return try readBoundaryEnd(&at)
        case .head: return try readHead(&at, &pieces)
        case .content: return readContent(&at, &pieces)
        case .behindLast:
            if rest.count - at > MultipartParser.paddingLimit {
                throw MultipartError("something follows the last boundary")
            }
            // Blanks are padding; a line break at the very end is looked at by `finish`.
            while at < rest.count, rest[at] == Bytes.space || rest[at] == Bytes.tab { at += 1 }
            return false
        case .ended: return false
        }
        return true
    }

    private mutating func readBoundaryEnd(_ at: inout Int) throws(MultipartError) -> Bool {
        guard rest.count - at >= 2 else { return false }
        if rest[at] == UInt8(ascii: "-"), rest[at + 1] == UInt8(ascii: "-") {
            guard parts > 0 else { throw MultipartError("there is no part") }
            at += 2
            state = .behindLast
            return true
        }
        var end = at
        while end < rest.count, rest[end] == Bytes.space || rest[end] == Bytes.tab { end += 1 }
        guard end - at <= MultipartParser.paddingLimit else { throw MultipartError("a boundary's line does not end") }
        guard rest.count - end >= 2 else {
            if end < rest.count, rest[end] != Bytes.carriageReturn {
                throw MultipartError("a boundary's line does not end")
            }
            return false
        }
        guard rest[end] == Bytes.carriageReturn, rest[end + 1] == Bytes.lineFeed else {
            throw MultipartError("a boundary's line does not end")
        }
        parts += 1
        guard parts <= MultipartParser.partLimit else { throw MultipartError("there are too many parts") }
        at = end + 2
        state = .head
        return true
    }

    private mutating func readHead(_ at: inout Int, _ pieces: inout [Piece]) throws(MultipartError) -> Bool {
        var lineStart = at
        var lines: [ArraySlice<UInt8>] = []
        while let end = rest[lineStart...].firstIndex(of: Bytes.lineFeed) {
            guard end > lineStart, rest[end - 1] == Bytes.carriageReturn else {
                throw MultipartError("a line of a part's head has no carriage return")
            }
            let line = rest[lineStart..<(end - 1)]
            lineStart = end + 1
            guard lineStart - at <= MultipartParser.headLimit else {
                throw MultipartError("a part's head is too long")
            }
            if line.isEmpty {
                pieces.append(.part(try MultipartPart(lines: lines)))
                at = lineStart
                state = .content
                return true
            }
            lines.append(line)
        }
        guard rest.count - at <= MultipartParser.headLimit else { throw MultipartError("a part's head is too long") }
        return false
    }

    private mutating func readContent(_ at: inout Int, _ pieces: inout [Piece]) -> Bool {
        var start = at
        while let mark = rest[start...].firstIndex(of: Bytes.carriageReturn) {
            let room = min(delimiter.count, rest.count - mark)
            if rest[mark..<(mark + room)].elementsEqual(delimiter[..<room]) {
                if mark > at { pieces.append(.bytes(Array(rest[at..<mark]))) }
                // Not all of it is there: what could be a boundary waits.
                guard room == delimiter.count else {
                    at = mark
                    return false
                }
                pieces.append(.partEnd)
                at = mark + room
                state = .behindBoundary
                return true
            }
            start = mark + 1
        }
        if at < rest.count { pieces.append(.bytes(Array(rest[at...]))) }
        at = rest.count
        return false
    }

    /// bcharsnospace and the space, RFC 2046 section 5.1.1.
    private static func isBoundary(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        default: "'()+_,-./:=? ".utf8.contains(byte)
        }
    }
}
