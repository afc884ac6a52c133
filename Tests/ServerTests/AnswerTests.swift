import HTTP
import Platform
import Testing

/// Requests that are answered.
struct AnswerTests {
    @Test func `requests sent at once are answered in order, whoever answers later`() throws {
        let test = try TestServer()
        let client = try test.connect()
        let paths = (0..<50).map { $0 % 3 == 0 ? "/later/\($0)" : "/now/\($0)" }
        client.send(paths.map { "GET \($0) HTTP/1.1\r\nHost: a\r\n\r\n" }.joined())
        for path in paths {
            let body = try client.answer().body
            #expect(body == (path.hasPrefix("/later") ? path : "GET \(path)"))
        }
    }

    @Test func `a request is the same however it is cut`() throws {
        let test = try TestServer()
        let raw = "POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n"
        let client = try test.connect()
        for byte in raw.utf8 { client.send([byte]) }
        #expect(try client.answer().body == "abcde")
        for cut in 1..<raw.utf8.count {
            client.send(Array(raw.utf8.prefix(cut)))
            client.send(Array(raw.utf8.dropFirst(cut)))
            #expect(try client.answer().body == "abcde", "cut at \(cut)")
        }
    }

    @Test(
        arguments: [
            ("GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n", true),
            ("GET / HTTP/1.0\r\n\r\n", true), ("GET /close HTTP/1.1\r\nHost: a\r\n\r\n", true),
            ("GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n", false), ("GET / HTTP/1.1\r\nHost: a\r\n\r\n", false),
            ("\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n", false), ("OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n", false),
            ("BREW / HTTP/1.1\r\nHost: a\r\n\r\n", false), ("GET / HTTP/1.7\r\nHost: a\r\n\r\n", false),
            ("GET / HTTP/1.1\r\nHost: a\r\nUpgrade: h2c\r\nConnection: Upgrade\r\n\r\n", false),
            ("GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nabc", false),
        ])
    func `the connection is kept or closed as the request says`(raw: String, closes: Bool) throws {
        let test = try TestServer()
        let client = try test.connect()
        client.send(raw)
        let answer = try client.answer()
        #expect(answer.status == 200)
        #expect(answer.closes == closes)
        if closes {
            #expect(try client.rest() == "")
        } else {
            client.send("GET /again HTTP/1.1\r\nHost: a\r\n\r\n")
            #expect(try client.answer().body == "GET /again")
        }
    }

    @Test func `HEAD, 204 and 304 are answered without a body`() throws {
        let test = try TestServer()
        let client = try test.connect()
        client.send("HEAD /x HTTP/1.1\r\nHost: a\r\n\r\n")
        #expect(try client.answer(toHead: true).header("Content-Length") == "7")
        for status in [204, 304] {
            client.send("GET /status/\(status) HTTP/1.1\r\nHost: a\r\n\r\n")
            let answer = try client.answer()
            #expect(answer.status == status && answer.header("Content-Length") == nil)
        }
        client.send("GET /next HTTP/1.1\r\nHost: a\r\n\r\n")
        #expect(try client.answer().body == "GET /next")
    }

    @Test func `a client that expects to continue is told so before it sends`() throws {
        let test = try TestServer()
        let client = try test.connect()
        client.send("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nExpect: 100-continue\r\n\r\n")
        #expect(try client.answer().status == 100)
        client.send("abc")
        #expect(try client.answer().body == "abc")
    }

    @Test func `a request id is echoed or made`() throws {
        let test = try TestServer()
        let client = try test.connect()
        client.send("GET / HTTP/1.1\r\nHost: a\r\nX-Request-Id: my-id_1.x\r\n\r\n")
        #expect(try client.answer().header("X-Request-Id") == "my-id_1.x")
        var ids: Set<String> = []
        for _ in 0..<3 {
            client.send("GET / HTTP/1.1\r\nHost: a\r\nX-Request-Id: not an id\r\n\r\n")
            ids.insert(try client.answer().header("X-Request-Id") ?? "")
        }
        #expect(ids.count == 3 && ids.allSatisfy { $0.utf8.count == 15 })
    }

    @Test func `an answer that is dropped, sent twice or cannot be sent is one answer`() throws {
        let test = try TestServer()
        let client = try test.connect()
        for (path, status, body) in [
            ("/drop", 500, "no answer was made"), ("/drop-later", 500, "no answer was made"), ("/twice", 200, "first"),
            ("/split", 500, "the answer cannot be sent"), ("/status/99", 500, "the answer cannot be sent"),
            ("/making", 200, "made"),
        ] {
            client.send("GET \(path) HTTP/1.1\r\nHost: a\r\n\r\n")
            let answer = try client.answer()
            #expect(answer.status == status && answer.body == body, "\(path)")
        }
    }

    @Test func `a client that has shut its writing down still gets its answers`() throws {
        let test = try TestServer()
        for path in ["/now", "/later/x"] {
            let client = try test.connect()
            client.send("GET \(path) HTTP/1.1\r\nHost: a\r\n\r\nGET \(path) HTTP/1.1\r\nHost: a\r\n\r\n")
            client.closeWriting()
            #expect(try client.answer().status == 200)
            #expect(try client.answer().status == 200)
            #expect(try client.rest() == "")
        }
    }

    @Test func `a large answer reaches a client that reads late`() throws {
        let test = try TestServer()
        let client = try test.connect()
        client.send("GET /big HTTP/1.1\r\nHost: a\r\n\r\nGET /after HTTP/1.1\r\nHost: a\r\n\r\n")
        #expect(try client.answer().body.utf8.count == 8 << 20)
        #expect(try client.answer().body == "GET /after")
    }

    @Test func `a large body is collected whole`() throws {
        let test = try TestServer()
        let client = try test.connect()
        let body = String(repeating: "0123456789abcdef", count: 1 << 16)
        client.send("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: \(body.utf8.count)\r\n\r\n" + body)
        #expect(try client.answer().body == body)
    }

    @Test func `a body is spooled into a file, by length and in chunks`() throws {
        let test = try TestServer()
        let client = try test.connect()
        let count = 3 << 20
        let body = String(repeating: "a", count: count)
        let expected = "\(count) \(count) \(count * 0x61)"
        client.send(
            "POST /spool HTTP/1.1\r\nHost: a\r\nContent-Length: \(count)\r\n\r\n\(body)GET /x HTTP/1.1\r\nHost: a\r\n\r\n"
        )
        #expect(try client.answer().body == expected)
        #expect(try client.answer().body == "GET /x")
        client.send("POST /spool HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n")
        client.send("\(String(count, radix: 16))\r\n\(body)\r\n0\r\n\r\n")
        #expect(try client.answer().body == expected)
        client.send("POST /spool HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n")
        #expect(try client.answer().body == "not spooled")
    }

    @Test func `the access log knows the path but not the query`() throws {
        let test = try TestServer()
        let client = try test.connect()
        client.send("POST /echo?token=secret HTTP/1.1\r\nHost: a\r\nX-Request-Id: r\r\nContent-Length: 3\r\n\r\nabc")
        _ = try client.answer()
        client.send("bad\r\n\r\n")
        _ = try client.answer()
        let records = test.records.withLock { $0 }
        #expect(records.map(\.path) == ["/echo", "-"])
        #expect(records.map(\.method) == ["POST", "-"])
        #expect(records.map(\.status) == [200, 400])
        #expect(records[0].bytes == 3 && records[0].requestID == "r" && records[0].remoteAddress == "127.0.0.1")
        #expect(records[0].microseconds >= 0 && records[0].time > 1_600_000_000_000)
    }

    @Test func `the counters count`() throws {
        let test = try TestServer()
        let client = try test.connect()
        for status in [200, 301, 404, 500] {
            client.send("GET /status/\(status) HTTP/1.1\r\nHost: a\r\n\r\n")
            _ = try client.answer()
        }
        let counters = test.server.counters
        #expect(counters.responses2xx == 1 && counters.responses3xx == 1)
        #expect(counters.responses4xx == 1 && counters.responses5xx == 1 && counters.responses == 4)
        #expect(counters.connectionsAccepted == 1 && counters.connectionsOpen == 1 && counters.connectionsRefused == 0)
        #expect(counters.bytesReceived > 100 && counters.bytesSent > 100)
    }
}
