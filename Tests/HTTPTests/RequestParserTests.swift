import HTTP
import Testing

struct RequestParserTests {
    @Test func `each raw head is a request or is refused as it should be`() {
        for (raw, status) in parserCases {
            switch Feed.whole(Array(raw.utf8)) {
            case .needMore: Issue.record("needs more: \(raw.debugDescription)")
            case .head: #expect(status == 0, "accepted: \(raw.prefix(200).debugDescription)")
            case .refused(let got): #expect(got == status, "\(raw.prefix(200).debugDescription)")
            }
        }
    }

    @Test func `a head comes to the same however it is cut`() {
        for (raw, _) in parserCases {
            let bytes = Array(raw.utf8)
            let whole = Feed.whole(bytes)
            // Byte by byte is quadratic in this feed, so long heads come in larger pieces.
            let isLong = bytes.count > 2000
            #expect(Feed.pieces(bytes, of: isLong ? 101 : 1) == whole, "\(raw.prefix(100).debugDescription)")
            #expect(Feed.pieces(bytes, of: isLong ? 997 : 3) == whole, "\(raw.prefix(100).debugDescription)")
            for cut in stride(from: 0, through: bytes.count, by: isLong ? 499 : 1) {
                #expect(Feed.cut(bytes, at: cut) == whole, "\(raw.prefix(100).debugDescription) cut at \(cut)")
            }
        }
    }

    @Test func `every truncated request needs more`() {
        let raw = "\r\nPOST /a?b=c HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nX: y\r\n\r\n"
        let bytes = Array(raw.utf8)
        for end in 0..<bytes.count { #expect(Feed.whole(Array(bytes[..<end])) == .needMore, "\(end)") }
        #expect(
            Feed.whole(bytes + Array("abcGET".utf8))
                == .head(method: "POST", target: .path("/a", query: "b=c"), framing: .length(3), consumed: bytes.count))
    }

    @Test func `a head tells its parts as they came`() throws {
        let head = try head(
            "PATCH /a%2Fb//c?x=%20&y HTTP/1.1\r\nhost: h:1\r\nX-A:  one \r\nx-a: two\r\nEmpty:\r\n"
                + "X-Request-Id: abc.DEF_1-2\r\nTransfer-Encoding: chunked\r\nExpect: 100-continue\r\n\r\n")
        #expect(head.method == .patch)
        #expect(head.path == "/a%2Fb//c")
        #expect(head.query == "x=%20&y")
        #expect(head.headers["X-A"] == "one")
        #expect(head.headers.all("x-A") == ["one", "two"])
        #expect(head.headers["empty"] == "")
        #expect(head.headers["absent"] == nil)
        #expect(head.headers.fields.map(\.name).prefix(2) == ["host", "X-A"])
        #expect(head.framing == .chunked)
        #expect(head.expectsContinue)
        #expect(head.keepsAlive)
        #expect(head.id == "abc.DEF_1-2")
    }

    @Test func `the authority of an absolute target overrides Host`() throws {
        let head = try head("GET http://real.example:81/x?y HTTP/1.1\r\nHost: other\r\n\r\n")
        #expect(head.target == .path("/x", query: "y"))
        #expect(head.headers["Host"] == "real.example:81")
        #expect(try self.head("GET https://b?q HTTP/1.1\r\nHost: o\r\n\r\n").target == .path("/", query: "q"))
        #expect(try self.head("GET http://b HTTP/1.1\r\nHost: o\r\n\r\n").target == .path("/", query: nil))
        #expect(try self.head("OPTIONS http://b HTTP/1.1\r\nHost: o\r\n\r\n").target == .asterisk)
    }

    @Test(
        arguments: [
            ("1.1", "", true), ("1.1", "Connection: close\r\n", false), ("1.1", "Connection: CLOSE\r\n", false),
            ("1.1", "Connection: x, close\r\n", false), ("1.1", "Connection: x\r\nConnection: close\r\n", false),
            ("1.1", "Connection: closed\r\n", true), ("1.0", "", false), ("1.0", "Connection: keep-alive\r\n", true),
            ("1.0", "Connection: Keep-Alive, close\r\n", false), ("1.2", "", true),
        ])
    func `a connection is kept as its version and options say`(version: String, line: String, kept: Bool) throws {
        #expect(try head("GET / HTTP/\(version)\r\nHost: a\r\n\(line)\r\n").keepsAlive == kept)
    }

    @Test(arguments: ["", "a b", "a/b", "\u{E9}", String(repeating: "a", count: 65)])
    func `a request id of other characters or lengths is not the client's`(id: String) throws {
        #expect(try head("GET / HTTP/1.1\r\nHost: a\r\nX-Request-Id: \(id)\r\n\r\n").id == "")
    }

    @Test func `only a request of HTTP 1.1 with a body expects to continue`() throws {
        let line = "Host: a\r\nExpect: 100-continue\r\n"
        #expect(try !head("GET / HTTP/1.1\r\n\(line)\r\n").expectsContinue)
        #expect(try !head("POST / HTTP/1.0\r\n\(line)Content-Length: 1\r\n\r\n").expectsContinue)
        #expect(try head("POST / HTTP/1.1\r\n\(line)Content-Length: 1\r\n\r\n").expectsContinue)
    }

    @Test func `a parser reads one request after another`() throws {
        let bytes = Array("GET /1 HTTP/1.1\r\nHost: a\r\n\r\nGET /2 HTTP/1.1\r\nHost: a\r\n\r\n".utf8)
        var parser = RequestParser()
        var start = 0
        for path in ["/1", "/2"] {
            guard case .head(let head, let consumed) = bytes[start...].withUnsafeBufferPointer({ parser.parse($0) })
            else {
                Issue.record("no head")
                return
            }
            #expect(head.path == path)
            start += consumed
        }
        #expect(start == bytes.count)
        #expect(parser.isIdle)
    }

    @Test func `random changes never make the outcome depend on how it is cut`() {
        var random = Sequence64(state: 0x9E37_79B9_7F4A_7C15)
        let seeds = parserCases.map(\.raw).filter { $0.utf8.count < 400 }.map { Array($0.utf8) }
        let clock = ContinuousClock()
        let end = clock.now + .seconds(1)
        var rounds = 0
        while clock.now < end {
            var bytes = seeds[random.number(below: seeds.count)]
            for _ in 0...random.number(below: 4) { random.change(&bytes, others: seeds) }
            let whole = Feed.whole(bytes)
            #expect(Feed.pieces(bytes, of: 1 + random.number(below: 7)) == whole, "\(bytes)")
            #expect(Feed.cut(bytes, at: random.number(below: bytes.count + 1)) == whole, "\(bytes)")
            rounds += 1
        }
        #expect(rounds > 100)
    }

    private func head(_ raw: String) throws -> RequestHead {
        var parser = RequestParser()
        let outcome = Array(raw.utf8).withUnsafeBufferPointer { parser.parse($0) }
        guard case .head(let head, _) = outcome else { throw NoHead(outcome: "\(outcome)") }
        return head
    }

    private struct NoHead: Error { let outcome: String }
}

/// splitmix64: random enough for tests, and the same in each run.
struct Sequence64 {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    mutating func number(below bound: Int) -> Int { Int(next() % UInt64(bound)) }

    /// One random edit of `bytes`.
    mutating func change(_ bytes: inout [UInt8], others: [[UInt8]]) {
        let special: [UInt8] = [0, 9, 10, 13, 32, 34, 44, 58, 59, 61, 92, 127, 128, 255]
        let place = number(below: bytes.count + 1)
        switch number(below: 6) {
        case 0 where place < bytes.count: bytes[place] = UInt8(truncatingIfNeeded: next())
        case 1 where place < bytes.count: bytes[place] = special[number(below: special.count)]
        case 2 where place < bytes.count: bytes.remove(at: place)
        case 3: bytes.insert(special[number(below: special.count)], at: place)
        case 4: bytes.removeSubrange(place...)
        default:
            let other = others[number(below: others.count)]
            bytes.insert(contentsOf: other.prefix(number(below: other.count + 1)), at: place)
        }
    }
}
