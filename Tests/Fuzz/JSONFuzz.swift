import JSON

/// What libFuzzer calls: a text is refused with a place in it, or read to a value that writes and reads as itself.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    // Exactly as long as the input, so that the address sanitizer sees a read behind it.
    let input = Array(UnsafeBufferPointer(start: start, count: start == nil ? 0 : count))
    let value: JSONValue
    do throws(JSONError) {
        value = try JSONReader.read(input)
    } catch {
        precondition((0...input.count).contains(error.offset), "an error stands outside the text")
        precondition(!error.reason.isEmpty)
        return 0
    }
    precondition(String(validating: input, as: UTF8.self) != nil, "a text that is not UTF-8 was read")
    var writer = JSONWriter(reserving: 64)
    writer.value(value)
    let written = writer.bytes
    guard let again = try? JSONReader.read(written) else { preconditionFailure("what was written cannot be read") }
    var second = JSONWriter(reserving: 64)
    second.value(again)
    precondition(second.bytes == written, "a value reads otherwise than it was written")
    precondition((try? JSONReader.read(Array(JSONText.pretty(value).utf8))) == again, "pretty text says something else")
    return 0
}
