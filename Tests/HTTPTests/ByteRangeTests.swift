import Testing

@testable import HTTP

@Suite struct ByteRangeTests {
    @Test(arguments: [
        (nil, ByteRange.whole), ("bytes=0-3", .part(0..<4)), ("Bytes=2-", .part(2..<10)), ("bytes=-3", .part(7..<10)),
        ("bytes=-99", .part(0..<10)), ("bytes=8-99", .part(8..<10)), ("bytes=10-", .unsatisfiable),
        ("bytes=-0", .unsatisfiable), ("bytes=3-2", .whole), ("bytes=0-1,4-5", .whole), ("lines=0-1", .whole),
        ("bytes=a-b", .whole), ("bytes=", .whole), ("bytes=-", .whole), ("bytes=+1-2", .whole),
        ("bytes=1-99999999999999999999", .whole),
    ])
    func `a range is a part, too far, or not understood`(field: String?, expected: ByteRange) {
        #expect(ByteRange(field, size: 10) == expected)
    }

    @Test(arguments: [
        ("a b.txt", #"attachment; filename="a b.txt""#),
        ("ä.txt", #"attachment; filename="_.txt"; filename*=UTF-8''%C3%A4.txt"#),
        (#"a"b\c%.txt"#, #"attachment; filename="a_b_c_.txt"; filename*=UTF-8''a%22b%5Cc%25.txt"#),
    ])
    func `a download's name goes through any header`(name: String, expected: String) {
        #expect(ContentDisposition.attachment(name) == expected)
    }

    @Test(arguments: [
        ("Image/PNG", "image/png"), ("text/plain; Charset=\"UTF-8\"; x=y", "text/plain; charset=utf-8"),
        ("application/json; charset=utf-8", "application/json"), ("text", nil), ("a/b/c", nil), ("a b/c", nil),
        ("/", nil),
        ("text/plain; charset", nil),
    ])
    func `a media type is kept in one form`(field: String, expected: String?) {
        #expect(MediaTypeName.normalized(field) == expected)
    }
}
