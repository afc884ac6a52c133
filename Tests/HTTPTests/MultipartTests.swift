import Testing

@testable import HTTP

/// Forms as they are sent, whole and at every place where the network may cut them.
@Suite struct MultipartTests {
    private static let type = "multipart/form-data; boundary=XyZ"

    /// Takes `body` in pieces of `size` bytes; contents of one part are joined.
    private func pieces(
        _ body: String, by size: Int = .max, type: String = MultipartTests.type
    ) throws -> [MultipartParser.Piece] {
        var parser = try #require(MultipartParser(contentType: type))
        var found: [MultipartParser.Piece] = []
        let bytes = Array(body.utf8)
        for start in stride(from: 0, to: bytes.count, by: min(size, bytes.count)) {
            let end = size == .max ? bytes.count : min(start + size, bytes.count)
            for piece in try parser.take(Array(bytes[start..<end])) {
                if case .bytes(let more) = piece, case .bytes(let before)? = found.last {
                    found[found.count - 1] = .bytes(before + more)
                } else {
                    found.append(piece)
                }
            }
        }
        try parser.finish()
        return found
    }

    private func reason(_ body: String, by size: Int = .max) throws -> String? {
        do {
            _ = try pieces(body, by: size)
            return nil
        } catch let error as MultipartError {
            return error.reason
        }
    }

    private static let good = """
        --XyZ\r
        Content-Disposition: form-data; name="file"; filename="a.txt"\r
        Content-Type: text/plain\r
        \r
        one\r
        --XyY two\r--XyZ\r
        \r
        --XyZ \t\r
        content-disposition: form-data; name=note\r
        \r
        \r
        --XyZ--\r

        """
    private static let goodPieces: [MultipartParser.Piece] = [
        .part(MultipartPart(name: "file", filename: "a.txt", contentType: "text/plain")),
        .bytes(Array("one\r\n--XyY two\r--XyZ\r\n".utf8)), .partEnd, .part(MultipartPart(name: "note")), .partEnd,
    ]

    @Test func `a form comes apart the same whatever the pieces it comes in`() throws {
        for size in 1...Self.good.utf8.count { #expect(try pieces(Self.good, by: size) == Self.goodPieces) }
    }

    @Test func `a form that ends early is refused at every byte`() throws {
        let bytes = Array(Self.good.utf8)
        // The very last line break may be missing.
        for end in 1..<(bytes.count - 2) where bytes[..<end].suffix(7) != ArraySlice("--XyZ--".utf8) {
            let cut = String(decoding: bytes[..<end], as: UTF8.self)
            #expect(try reason(cut) != nil, "cut at \(end)")
            #expect(try reason(cut, by: 3) != nil, "cut at \(end)")
        }
        #expect(try reason(String(decoding: bytes.dropLast(2), as: UTF8.self)) == nil)
    }

    @Test(arguments: [
        ("before\r\n--XyZ\r\n", "the body does not begin with its boundary"),
        ("\r\n--XyZ\r\n", "the body does not begin with its boundary"),
        ("--XyZ--\r\n", "there is no part"),
        ("--XyZ\nX: y", "a boundary's line does not end"), ("--XyZabc\r\n", "a boundary's line does not end"),
        ("--XyZ\r\nContent-Disposition: form-data; name=a\n\n", "a line of a part's head has no carriage return"),
        ("--XyZ\r\n\r\nx\r\n--XyZ--", "a part has no name"),
        ("--XyZ\r\nContent-Disposition: form-data\r\n\r\n", "a part has no name"),
        ("--XyZ\r\nContent-Disposition: attachment; name=a\r\n\r\n", "a part's Content-Disposition is malformed"),
        (
            "--XyZ\r\nContent-Disposition: form-data; name=a; name=b\r\n\r\n",
            "a part's Content-Disposition is malformed"
        ),
        ("--XyZ\r\nContent-Disposition: form-data; name=\"a\r\n\r\n", "a part's Content-Disposition is malformed"),
        ("--XyZ\r\n: form-data\r\n\r\n", "a part's head is malformed"),
        ("--XyZ\r\nContent-Disposition : form-data; name=a\r\n\r\n", "a part's head is malformed"),
        ("--XyZ\r\nContent-Disposition: form-data; name=\"\0\"\r\n\r\n", "a part's head is malformed"),
        ("--XyZ\r\nContent-Transfer-Encoding: base64\r\n\r\n", "a part has a Content-Transfer-Encoding"),
        ("--XyZ\r\nContent-Type: a/b\r\nContent-Type: a/b\r\n\r\n", "a part has more than one Content-Type"),
        (
            "--XyZ\r\nContent-Disposition: form-data; name=a\r\n\r\nx\r\n--XyZ--\r\nmore",
            "something follows the last boundary"
        ),
        (
            "--XyZ\r\nContent-Disposition: form-data; name=a; filename*=UTF-8''%ff\r\n\r\n",
            "a part's filename* is malformed"
        ),
    ])
    func `what is no form says why`(body: String, expected: String) throws {
        #expect(try reason(body) == expected)
        #expect(try reason(body, by: 1) == expected)
    }

    @Test func `a part's head and the number of parts have limits`() throws {
        let long = "--XyZ\r\nX: " + String(repeating: "x", count: MultipartParser.headLimit) + "\r\n\r\n"
        #expect(try reason(long) == "a part's head is too long")
        #expect(try reason(long, by: 100) == "a part's head is too long")
        let part = "--XyZ\r\nContent-Disposition: form-data; name=a\r\n\r\n\r\n"
        #expect(try reason(String(repeating: part, count: 65) + "--XyZ--") == "there are too many parts")
        #expect(try reason(String(repeating: part, count: 64) + "--XyZ--") == nil)
    }

    @Test(arguments: [
        "multipart/form-data", "multipart/form-data; boundary=", "multipart/mixed; boundary=a", "text/plain",
        "multipart/form-data; boundary=a;boundary=b", "multipart/form-data; boundary=\"a\u{E9}\"",
        "multipart/form-data; boundary=\"a \"", "multipart/form-data; boundary=" + String(repeating: "a", count: 71),
    ])
    func `a form needs a boundary that can be one`(type: String) {
        #expect(MultipartParser(contentType: type) == nil)
    }

    @Test(arguments: [
        (#"form-data; name="file"; filename="a%22b.txt""#, #"a"b.txt"#),
        (#"form-data; name="file"; filename="a\"b.txt""#, #"a"b.txt"#),
        (#"form-data; name="file"; filename="C:\dir\a.txt""#, #"C:\dir\a.txt"#),
        (#"form-data; name="file"; filename="ä.txt""#, "ä.txt"),
        (#"form-data; name="file"; filename="x"; filename*=utf-8'en'%C3%A4.txt"#, "ä.txt"),
        (#"form-data;name=file;filename=a.txt;"#, "a.txt"), (#"form-data; name="file"; filename="""#, ""),
    ])
    func `a file's name is read as browsers write it`(disposition: String, expected: String) throws {
        let body = "--XyZ\r\nContent-Disposition: \(disposition)\r\n\r\n\r\n--XyZ--"
        #expect(try pieces(body).first == .part(MultipartPart(name: "file", filename: expected)))
    }
}
