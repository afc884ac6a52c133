import HTTP

/// What libFuzzer calls: a head, and behind it a chunked body, must come to the same whole and cut.
///
/// The first byte says where the input is cut; the rest is what a client would send.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    guard let start, count > 1 else { return 0 }
    let cutByte = Int(start[0])
    // Exactly as long as the input, so that the address sanitizer sees a read behind it.
    let input = Array(UnsafeBufferPointer(start: start + 1, count: count - 1))
    let cut = cutByte * input.count / 255

    var whole = RequestParser()
    let wholeOutcome = input.withUnsafeBufferPointer { whole.parse($0) }
    var pieces = RequestParser()
    var piecesOutcome = Array(input[..<cut]).withUnsafeBufferPointer { pieces.parse($0) }
    if case .needMore = piecesOutcome { piecesOutcome = input.withUnsafeBufferPointer { pieces.parse($0) } }
    precondition(text(wholeOutcome) == text(piecesOutcome), "a head depends on how it is cut")

    var rest = input[...]
    if case .head(let head, let consumed) = wholeOutcome {
        precondition(consumed <= input.count)
        for field in head.headers.fields { precondition(head.headers[field.name] != nil) }
        _ = PercentEncoding.decode(head.path)
        if let query = head.query { _ = QueryString.parse(query) }
        rest = input[consumed...]
    }
    decode(Array(rest), cut: cutByte)
    return 0
}

private func decode(_ bytes: [UInt8], cut: Int) {
    var whole = ChunkedDecoder(limit: 4096)
    var wholeBody: [UInt8] = []
    let wholeOutcome = bytes.withUnsafeBufferPointer { whole.decode($0) { wholeBody += $0 } }
    precondition(wholeBody.count <= 4096)

    var pieces = ChunkedDecoder(limit: 4096)
    var piecesBody: [UInt8] = []
    let mark = cut * bytes.count / 255
    var outcome = Array(bytes[..<mark]).withUnsafeBufferPointer { pieces.decode($0) { piecesBody += $0 } }
    if outcome == .needMore {
        outcome = Array(bytes[mark...]).withUnsafeBufferPointer { pieces.decode($0) { piecesBody += $0 } }
        if case .end(let consumed) = outcome { outcome = .end(consumed: consumed + mark) }
    }
    precondition(outcome == wholeOutcome && piecesBody == wholeBody, "a chunked body depends on how it is cut")
}

private func text(_ outcome: RequestParser.Outcome) -> String {
    switch outcome {
    case .needMore: "need more"
    case .refuse(let refusal): "\(refusal.kind.rawValue)"
    case .head(let head, let consumed):
        "\(head.method.name) \(head.target) \(head.framing) \(head.keepsAlive) \(head.headers.fields) \(consumed)"
    }
}
