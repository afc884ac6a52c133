import HTTP
import Testing

struct ResponseEncoderTests {
    private static let date = "Date: Sun, 06 Nov 1994 08:49:37 GMT\r\n"

    @Test func `an answer has its length, date and request id`() {
        var response = Response(status: 201, body: Array("{}".utf8))
        response.headers.add("Content-Type", "application/json")
        #expect(
            encode(response)
                == "HTTP/1.1 201 Created\r\nContent-Type: application/json\r\nContent-Length: 2\r\n"
                + ResponseEncoderTests.date + "X-Request-Id: r1\r\n\r\n{}")
    }

    @Test func `the headers that are the server's to write are not taken from the answer`() {
        var response = Response(status: 200, body: [])
        for name in ["content-length", "Date", "Connection", "Keep-Alive", "X-Request-Id", "Transfer-Encoding"] {
            response.headers.add(name, "9")
        }
        #expect(encode(response)?.contains("9\r\n") == false)
    }

    @Test func `HEAD, 204 and 304 have no body, and only HEAD tells its length`() {
        let body = Array("abc".utf8)
        #expect(encode(Response(status: 200, body: body), isHead: true)?.hasSuffix("r1\r\n\r\n") == true)
        #expect(encode(Response(status: 200, body: body), isHead: true)?.contains("Content-Length: 3\r\n") == true)
        for status in [204, 304] {
            let text = encode(Response(status: status, body: body))
            #expect(text?.hasSuffix("r1\r\n\r\n") == true)
            #expect(text?.contains("Content-Length") == false)
        }
    }

    @Test func `the connection is spoken of when it ends, or when HTTP 1.0 keeps it`() {
        #expect(encode(Response(status: 200), closes: true)?.contains("Connection: close\r\n") == true)
        #expect(encode(Response(status: 200), isHTTP11: false)?.contains("Connection: keep-alive\r\n") == true)
        #expect(encode(Response(status: 200))?.contains("Connection") == false)
    }

    @Test(arguments: ["a\r\nSet-Cookie: b", "a\nb", "a\rb", "a\u{0}b", "a\u{7F}", "\r\n\r\nHTTP/1.1 200 OK"])
    func `a value that would split the answer is not sent`(value: String) {
        #expect(encode(Response(status: 200, headers: Headers([.init("X", value)]))) == nil)
    }

    @Test(arguments: ["", "a b", "a:", "a\r\nb", "\u{E9}"])
    func `a name that is no token is not sent`(name: String) {
        #expect(encode(Response(status: 200, headers: Headers([.init(name, "v")]))) == nil)
    }

    @Test func `a status without a reason of its own keeps its number, one that is not final is not sent`() {
        #expect(encode(Response(status: 299))?.hasPrefix("HTTP/1.1 299 \r\n") == true)
        #expect(encode(Response(status: 101)) == nil)
        #expect(encode(Response(status: 600)) == nil)
    }

    @Test func `every refusal has a reason`() {
        for refusal in ServerRefusal.allCases {
            #expect(encode(Response(status: refusal.rawValue))?.contains("\(refusal.rawValue) \r\n") == false)
        }
    }

    @Test(
        arguments: [
            (0, "Thu, 01 Jan 1970 00:00:00 GMT"), (784_111_777, "Sun, 06 Nov 1994 08:49:37 GMT"),
            (951_782_400, "Tue, 29 Feb 2000 00:00:00 GMT"), (4_102_444_799, "Thu, 31 Dec 2099 23:59:59 GMT"),
        ])
    func `a date is written as RFC 9110 wants it`(seconds: Int64, text: String) {
        #expect(HTTPDate.text(seconds) == text)
    }

    private func encode(
        _ response: Response, isHead: Bool = false, isHTTP11: Bool = true, closes: Bool = false
    ) -> String? {
        var out = Array("before".utf8)
        let context = ResponseEncoder.Context(
            isHead: isHead, isHTTP11: isHTTP11, closes: closes, id: "r1",
            dateLine: ResponseEncoder.dateLine(784_111_777))
        guard ResponseEncoder.append(response, context, to: &out) else {
            #expect(out == Array("before".utf8))
            return nil
        }
        return String(decoding: out.dropFirst(6), as: UTF8.self)
    }
}
