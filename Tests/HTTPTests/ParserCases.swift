import HTTP

/// What a raw head comes to, without what differs by accident.
enum Verdict: Equatable, CustomStringConvertible {
    case needMore
    case head(method: String, target: Target, framing: BodyFraming, consumed: Int)
    case refused(Int)

    init(_ outcome: RequestParser.Outcome) {
        switch outcome {
        case .needMore: self = .needMore
        case .head(let head, let consumed):
            self = .head(method: head.method.name, target: head.target, framing: head.framing, consumed: consumed)
        case .refuse(let refusal): self = .refused(refusal.kind.rawValue)
        }
    }

    var description: String {
        switch self {
        case .needMore: "need more"
        case .head(let method, let target, let framing, let consumed): "\(method) \(target) \(framing) \(consumed)"
        case .refused(let status): "refused \(status)"
        }
    }
}

/// Feeds a parser as a connection would.
enum Feed {
    static func whole(_ bytes: [UInt8]) -> Verdict {
        var parser = RequestParser()
        return Verdict(bytes.withUnsafeBufferPointer { parser.parse($0) })
    }

    /// In pieces of `size` bytes; a piece is added to what was kept.
    static func pieces(_ bytes: [UInt8], of size: Int) -> Verdict {
        var parser = RequestParser()
        var end = 0
        while end < bytes.count {
            end = min(end + size, bytes.count)
            // A copy each time: a parser that kept a pointer would be found out.
            let sofar = Array(bytes[..<end])
            let outcome = sofar.withUnsafeBufferPointer { parser.parse($0) }
            if case .needMore = outcome { continue }
            return Verdict(outcome)
        }
        return .needMore
    }

    /// In two pieces, cut at `cut`.
    static func cut(_ bytes: [UInt8], at cut: Int) -> Verdict {
        var parser = RequestParser()
        let first = bytes[..<cut].withUnsafeBufferPointer { parser.parse($0) }
        if case .needMore = first { return Verdict(bytes.withUnsafeBufferPointer { parser.parse($0) }) }
        return Verdict(first)
    }
}

/// Raw heads and the status they are refused with; 0 for those that are requests.
let parserCases: [(raw: String, status: Int)] = {
    let host = "Host: a\r\n"
    func get(_ lines: String) -> String { "GET / HTTP/1.1\r\n\(host)\(lines)\r\n" }
    func target(_ target: String, _ method: String = "GET") -> String { "\(method) \(target) HTTP/1.1\r\n\(host)\r\n" }
    func hosted(_ value: String) -> String { "GET / HTTP/1.1\r\nHost:\(value)\r\n\r\n" }
    let requests = [
        get(""), "GET / HTTP/1.0\r\n\r\n", "\r\nGET / HTTP/1.1\r\n\(host)\r\n", "\r\n\r\n\r\n\r\n" + get(""),
        "GET / HTTP/1.2\r\n\(host)\r\n", "get / HTTP/1.1\r\n\(host)\r\n", "BREW /pot HTTP/1.1\r\n\(host)\r\n",
        target("/a%2fb?x=1&y=%zz"), target("*", "OPTIONS"), target("http://b.example"), target("HTTP://b:80/x?y"),
        target("https://b?q"), target("http://b", "OPTIONS"), target("/a?b?c"), target("//a"), target("/\"<>|^{}`"),
        hosted(" a:80"), hosted("a"), hosted("\ta\t "), hosted(" [::1]:8080"), hosted(" a:"), hosted(" 1.2.3.4"),
        hosted(" x_y-z.~!$&'()*+,;="), hosted(" %41"), get("X: \r\n"), get("X:\r\n"), get("X: a\tb\r\n"),
        get("X: caf\u{E9}\r\n"), get("!#$%&'*+-.^_`|~09azAZ: 1\r\n"), get("X:   a   \r\n"),
        get("Content-Length: 5\r\n"), get("Content-Length: 0\r\n"), get("Content-Length: 0005\r\n"),
        get("content-length:9223372036854775807\r\n"), get("Transfer-Encoding: chunked\r\n"),
        get("TRANSFER-ENCODING:CHUNKED\r\n"), get("Expect: 100-continue\r\n"), get("Expect: 100-Continue\r\n"),
        "GET / HTTP/1.0\r\nExpect: something\r\n\r\n", get("Connection: close, x\r\n"), get("TE: trailers\r\n"),
        get("Upgrade: h2c\r\n"), get("Content_Length: 7\r\n"), get(String(repeating: "A: b\r\n", count: 99)),
        target("/" + String(repeating: "a", count: 8192 - 14)),
        get("X: " + String(repeating: "a", count: 16384 - 9 - 5 - 2) + "\r\n"),
    ]
    let bad = [
        "GET / HTTP/1.1\r\n\r\n", get("Host: a\r\n"), get("host: b\r\n"), hosted(""), hosted(" "), hosted(" a b"),
        hosted(" a@b"), hosted(" a/b"), hosted(" a:b"), hosted(" a:80:80"), hosted(" a:65536"), hosted(" [::1"),
        hosted(" [x]"), hosted(" []"), hosted(" [::1]x"), hosted(" :80"), hosted(" a%"), hosted(" a%4"),
        hosted(" a%zz"), hosted(" a\u{E9}"), hosted(" http://a"), hosted(" a?b"), hosted(" a#b"), hosted(" a\\b"),
        "GET / HTTP/1.0\r\nHost: a\r\nHost: a\r\n\r\n", "GET / HTTP/1.0\r\nHost: a b\r\n\r\n",
        "GET / HTTP/1.1\nHost: a\n\n", "GET / HTTP/1.1\r\nHost: a\n\r\n", "GET / HTTP/1.1\r\nHost: a\r\n\n",
        "GET / HTTP/1.1\rHost: a\r\r", "GET / HTTP/1.1\r\nHost: a\rX: b\r\n\r\n", "GET / HTTP/1.1\r\r\nHost: a\r\n\r\n",
        "\nGET / HTTP/1.1\r\n\(host)\r\n", "\r\n\r\n\r\n\r\n\r\n" + get(""), " GET / HTTP/1.1\r\n\(host)\r\n",
        "GET  / HTTP/1.1\r\n\(host)\r\n", "GET / HTTP/1.1 \r\n\(host)\r\n", "GET /  HTTP/1.1\r\n\(host)\r\n",
        "GET\t/ HTTP/1.1\r\n\(host)\r\n", "GET /\tHTTP/1.1\r\n\(host)\r\n", "GET / a HTTP/1.1\r\n\(host)\r\n",
        "GET /\r\n", "GET\r\n", "GET / \r\n\(host)\r\n", "/ HTTP/1.1\r\n\(host)\r\n", "G@T / HTTP/1.1\r\n\(host)\r\n",
        "GET / http/1.1\r\n\(host)\r\n", "GET / HTTP/1.1x\r\n\(host)\r\n", "GET / HTTP/11\r\n\(host)\r\n",
        "GET / HTTP/1.10\r\n\(host)\r\n", "GET / HTTP/1,1\r\n\(host)\r\n", "GET / HTTP/1\r\n\(host)\r\n",
        "GET / HTTP 1.1\r\n\(host)\r\n", "GET / HTTP/ 1.1\r\n\(host)\r\n", "GET / XTTP/1.1\r\n\(host)\r\n",
        "GET / HTTP/-1.1\r\n\(host)\r\n", "GET / HTTP/1.\r\n\(host)\r\n", "GET / HTTPS/1.1\r\n\(host)\r\n",
        target("a"), target("/a#b"), target("/\u{E9}"), target("/\u{7F}"), target("/\u{1}"), target("*"),
        target("*", "GET"),
        target("a.example:80"), target("http://"), target("http:///x"), target("http://a@b/"), target("ftp://a/"),
        target("http://a b/"), target("/x", "CONNECT"), target("a", "CONNECT"), target("a:", "CONNECT"),
        target("?x"), target("http:/a"), target("http://a:99999/"), target("http://[::1/"), target("*x", "OPTIONS"),
        get(" X: a\r\n"), get("X: a\r\n b\r\n"), get("X: a\r\n\tb\r\n"), get("X : a\r\n"), get("X\t: a\r\n"),
        get(": a\r\n"), get("X\r\n"), get("X Y: a\r\n"), get("X: a\u{0}b\r\n"), get("X: a\u{1}b\r\n"),
        get("X: a\u{7F}\r\n"), get("X\u{0}: a\r\n"), get("X\u{E9}: a\r\n"), get("X(: a\r\n"), get("X: a\u{B}\r\n"),
        get("\"X\": a\r\n"), get("X: \u{8}\r\n"),
        "GET / HTTP/1.1\r\n Host: a\r\n\r\n", "GET / HTTP/1.1\r\n\t\(host)\r\n", "GET / HTTP/1.1\r\n \r\n\(host)\r\n",
        get("Content-Length: 5\r\nContent-Length: 5\r\n"), get("Content-Length: 5\r\nContent-Length: 6\r\n"),
        get("Content-Length: 5, 5\r\n"), get("Content-Length: +5\r\n"), get("Content-Length: -5\r\n"),
        get("Content-Length:\r\n"), get("Content-Length: 5 5\r\n"), get("Content-Length: 0x5\r\n"),
        get("Content-Length: 5;a\r\n"), get("Content-Length: 5.0\r\n"), get("Content-Length: 1e3\r\n"),
        get("Content-Length: 9223372036854775808\r\n"), get("Content-Length: 99999999999999999999999\r\n"),
        get("Content-Length: \u{665}\r\n"), get("Content-Length: 1_0\r\n"), get("Content-Length : 5\r\n"),
        get("Content-Length: 5\r\nTransfer-Encoding: chunked\r\n"),
        get("Transfer-Encoding: chunked\r\nContent-Length: 5\r\n"),
        get("Content-Length: 0\r\nTransfer-Encoding: chunked\r\n"), get("Transfer-Encoding: xchunked\r\n"),
        get("Transfer-Encoding: chunked, identity\r\n"), get("Transfer-Encoding: \u{B}chunked\r\n"),
        get("Transfer-Encoding: chunked\u{C}\r\n"), get("Transfer-Encoding:\tchunked\r\n"),
        get("Transfer-Encoding: chunked\t\r\n"), get("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n"),
        get("Transfer-Encoding: chunked, chunked\r\n"), get("Transfer-Encoding: identity\r\n"),
        get("Transfer-Encoding: gzip\r\n"), get("Transfer-Encoding:\r\n"), get("Transfer-Encoding: ,chunked\r\n"),
        get("Transfer-Encoding: chunked,\r\n"), get("Transfer-Encoding: \"chunked\"\r\n"),
        get("Transfer-Encoding: 'chunked'\r\n"), get("Transfer-Encoding: chunked;q=1\r\n"),
        get("Transfer-Encoding: chu nked\r\n"), get("Transfer-Encoding: identity\r\nTransfer-Encoding: chunked\r\n"),
        get("Transfer-Encoding\u{B}: chunked\r\n"), get("Transfer-Encoding : chunked\r\n"),
        "POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n", "\u{16}\u{3}\u{1}\u{2}", "\u{0}",
        "{\"a\":1}\r\n\r\n", "<html>\r\n\r\n",
    ]
    let others: [(String, Int)] = [
        ("GET / HTTP/2.0\r\n\(host)\r\n", 505), ("GET / HTTP/0.9\r\n\(host)\r\n", 505),
        ("GET / HTTP/3.1\r\n\(host)\r\n", 505), ("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 505),
        ("CONNECT a:80 HTTP/1.1\r\n\(host)\r\n", 501), (get("Transfer-Encoding: gzip, chunked\r\n"), 501),
        (get("Expect: 200-ok\r\n"), 417), (get("Expect: 100-continue, x\r\n"), 417),
        (get(String(repeating: "A: b\r\n", count: 100)), 431),
        (get("X: " + String(repeating: "a", count: 16384) + "\r\n"), 431),
        (get("X: " + String(repeating: "a", count: 16384 - 9 - 5 - 1) + "\r\n"), 431),
        (get("X: " + String(repeating: "a", count: 40000)), 431),
        (get("X" + String(repeating: "a", count: 20000) + ": b\r\n"), 431),
        (target("/" + String(repeating: "a", count: 8192 - 13)), 414),
        ("GET /" + String(repeating: "a", count: 9000), 414), (String(repeating: "A", count: 9000), 414),
    ]
    return requests.map { ($0, 0) } + bad.map { ($0, 400) } + others
}()
