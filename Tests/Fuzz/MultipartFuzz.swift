import HTTP

/// What libFuzzer calls: a form must come to the same parts whole and cut, and never hold more than it was given.
///
/// The first byte says where the input is cut; the rest is the body.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    guard let start, count > 1 else { return 0 }
    let input = Array(UnsafeBufferPointer(start: start + 1, count: count - 1))
    let cut = Int(start[0]) * input.count / 255
    let whole = outcome(of: [input])
    let pieces = outcome(of: [Array(input[..<cut]), Array(input[cut...])])
    precondition(whole == pieces, "a form depends on how it is cut")
    precondition((whole?.content.count ?? 0) <= input.count)
    // What a header field says of itself is read, or is not.
    _ = MultipartParser(contentType: String(decoding: input, as: UTF8.self))
    return 0
}

private struct Outcome: Equatable {
    var parts: [MultipartPart] = []
    var content: [UInt8] = []
    var ends: [Int] = []
}

/// Nil when it was refused.
private func outcome(of bodies: [[UInt8]]) -> Outcome? {
    guard var parser = MultipartParser(contentType: "multipart/form-data; boundary=b") else {
        preconditionFailure("the boundary was refused")
    }
    var outcome = Outcome()
    do throws(MultipartError) {
        for body in bodies {
            for piece in try parser.take(body) {
                switch piece {
                case .part(let part): outcome.parts.append(part)
                case .bytes(let bytes): outcome.content += bytes
                case .partEnd: outcome.ends.append(outcome.content.count)
                }
            }
        }
        try parser.finish()
        return outcome
    } catch {
        precondition(!error.reason.isEmpty)
        return nil
    }
}
