import HTTP
import Testing

/// What the server refuses by itself, over a real socket.
struct RefusalTests {
    private static let host = "Host: a\r\n"

    /// Requests that close the connection, and their status.
    static let cases: [(raw: String, status: Int)] = [
        ("GET / HTTP/1.1\r\n\r\n", 400), ("GET / HTTP/1.1\nHost: a\n\n", 400), ("GET /\r\n", 400),
        ("GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", 400), ("GET / HTTP/1.1\r\nHost: a b\r\n\r\n", 400),
        ("GET / HTTP/1.1\r\nHost: a\r\n X: folded\r\n\r\n", 400), ("GET / HTTP/1.1\r\nHost : a\r\n\r\n", 400),
        ("GET / HTTP/1.1\r\nHost: a\r\nX: \u{0}\r\n\r\n", 400), ("GET / HTTP/1.1\rHost: a\r\r", 400),
        ("POST / HTTP/1.1\r\n\(host)Content-Length: 3\r\nContent-Length: 3\r\n\r\nabc", 400),
        ("POST / HTTP/1.1\r\n\(host)Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400),
        ("POST / HTTP/1.1\r\n\(host)Content-Length: +3\r\n\r\nabc", 400),
        ("POST / HTTP/1.1\r\n\(host)Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n", 400),
        ("POST / HTTP/1.0\r\n\(host)Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400),
        ("POST / HTTP/1.1\r\n\(host)Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n", 501),
        ("POST / HTTP/1.1\r\n\(host)Transfer-Encoding: chunked\r\n\r\n3\r\nabcX0\r\n\r\n", 400),
        ("POST / HTTP/1.1\r\n\(host)Transfer-Encoding: chunked\r\n\r\n-3\r\n", 400),
        ("POST / HTTP/1.1\r\n\(host)Transfer-Encoding: chunked\r\n\r\n0\r\nHost: b\r\n\r\n", 400),
        ("POST /ten HTTP/1.1\r\n\(host)Content-Length: 11\r\n\r\n", 413),
        ("POST /ten HTTP/1.1\r\n\(host)Content-Length: 11\r\n\r\n01234567890", 413),
        ("POST /ten HTTP/1.1\r\n\(host)Content-Length: 11\r\nExpect: 100-continue\r\n\r\n", 413),
        ("POST /ten HTTP/1.1\r\n\(host)Transfer-Encoding: chunked\r\n\r\n6\r\n012345\r\n5\r\n", 413),
        ("POST /spool-ten HTTP/1.1\r\n\(host)Content-Length: 11\r\n\r\n", 413),
        ("POST /spool-ten HTTP/1.1\r\n\(host)Transfer-Encoding: chunked\r\n\r\n6\r\n012345\r\n5\r\n", 413),
        ("POST /refuse HTTP/1.1\r\n\(host)Content-Length: 1100\r\n\r\n", 401),
        ("POST /refuse HTTP/1.1\r\n\(host)Content-Length: 1100\r\nExpect: 100-continue\r\n\r\n", 401),
        ("POST /refuse HTTP/1.1\r\n\(host)Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 401),
        ("GET /" + String(repeating: "a", count: 9000) + " HTTP/1.1\r\n\(host)\r\n", 414),
        ("GET / HTTP/1.1\r\n\(host)X: " + String(repeating: "a", count: 17000) + "\r\n\r\n", 431),
        ("GET / HTTP/1.1\r\n\(host)" + String(repeating: "A: b\r\n", count: 100) + "\r\n", 431),
        ("POST / HTTP/1.1\r\n\(host)Expect: magic\r\nContent-Length: 1\r\n\r\n", 417),
        ("CONNECT a:80 HTTP/1.1\r\n\(host)\r\n", 501), ("GET / HTTP/2.0\r\n\(host)\r\n", 505),
        ("GET * HTTP/1.1\r\n\(host)\r\n", 400), ("GET a HTTP/1.1\r\n\(host)\r\n", 400),
        ("\u{16}\u{3}\u{1}\u{2}\u{0}\u{1}", 400),
    ]

    @Test func `each is answered with its status, then the connection is closed`() throws {
        let test = try TestServer()
        for (raw, status) in RefusalTests.cases {
            let client = try test.connect()
            // What is behind a refused message must not be taken for a request.
            client.send(raw + "GET /smuggled HTTP/1.1\r\n\(RefusalTests.host)\r\n")
            let answer = try client.answer()
            #expect(answer.status == status, "\(raw.prefix(200).debugDescription)")
            #expect(answer.closes, "\(raw.prefix(200).debugDescription)")
            #expect(answer.header("Date") != nil && answer.header("X-Request-Id")?.isEmpty == false)
            #expect(try client.rest() == "", "\(raw.prefix(200).debugDescription)")
        }
    }

    @Test func `a refused request with a body that is here already keeps the connection`() throws {
        let test = try TestServer()
        let client = try test.connect()
        client.send(
            "POST /refuse HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nabcGET /next HTTP/1.1\r\nHost: a\r\n\r\n")
        let refused = try client.answer()
        #expect(refused.status == 401 && !refused.closes)
        #expect(try client.answer().body == "GET /next")
    }

    @Test func `the answer to an early refusal reaches a client that goes on sending`() throws {
        let test = try TestServer()
        let client = try test.connect()
        client.send("POST /ten HTTP/1.1\r\nHost: a\r\nContent-Length: 200000\r\n\r\n")
        client.send([UInt8](repeating: 0x61, count: 200_000))
        #expect(try client.answer().status == 413)
    }

    @Test func `half a line and a closed connection get no answer`() throws {
        let test = try TestServer()
        for raw in ["", "GE", "GET / HTTP/1.1\r\nHost: a\r\n", "GET / HTTP/1.1\r\nHost: a\r\n\r"] {
            let client = try test.connect()
            client.send(raw)
            client.closeWriting()
            #expect(try client.rest() == "")
        }
    }

    @Test func `half a body and a closed connection are refused`() throws {
        let test = try TestServer()
        for raw in ["Content-Length: 5\r\n\r\nabc", "Transfer-Encoding: chunked\r\n\r\n5\r\nabc"] {
            let client = try test.connect()
            client.send("POST /echo HTTP/1.1\r\nHost: a\r\n" + raw)
            client.closeWriting()
            #expect(try client.answer().status == 400)
        }
    }

    @Test func `random bytes never bring the server down`() throws {
        let test = try TestServer {
            $0.headTimeout = 50; $0.bodyTimeout = 50; $0.lingerTimeout = 10
        }
        let seeds = RefusalTests.cases.map { Array($0.raw.utf8) }
        var state: UInt64 = 1
        func random(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
        let clock = ContinuousClock()
        let end = clock.now + .seconds(2)
        while clock.now < end {
            var bytes = seeds[random(seeds.count)]
            for _ in 0..<random(5) where !bytes.isEmpty { bytes[random(bytes.count)] = UInt8(random(256)) }
            let client = try test.connect()
            let cut = random(bytes.count + 1)
            client.send(Array(bytes[..<cut]))
            client.send(Array(bytes[cut...]))
            client.closeWriting()
            let answers = try client.rest()
            #expect(answers.isEmpty || answers.hasPrefix("HTTP/1.1 "), "\(bytes)")
        }
        #expect(try test.answer(to: "GET / HTTP/1.1\r\nHost: a\r\n\r\n").status == 200)
    }
}
