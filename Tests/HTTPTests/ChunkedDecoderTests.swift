import HTTP
import Testing

struct ChunkedDecoderTests {
    /// Raw bodies and what they come to: the text, or the status of the refusal.
    static let cases: [(raw: String, body: String?, status: Int)] = {
        let good: [(String, String)] = [
            ("0\r\n\r\n", ""), ("3\r\nabc\r\n0\r\n\r\n", "abc"), ("3\r\nabc\r\n2\r\nde\r\n00\r\n\r\n", "abcde"),
            ("A\r\n0123456789\r\n0\r\n\r\n", "0123456789"), ("a\r\n0123456789\r\n0\r\n\r\n", "0123456789"),
            ("003\r\nabc\r\n0\r\n\r\n", "abc"), ("3;a\r\nabc\r\n0;b=c\r\n\r\n", "abc"),
            ("3;a=\"b\\\"c;\";d=e\r\nabc\r\n0\r\n\r\n", "abc"), ("3 ;a\r\nabc\r\n0\r\n\r\n", "abc"),
            ("3 ; a = b ; c\r\nabc\r\n0\r\n\r\n", "abc"), ("3\r\nabc\r\n0\r\nX: y\r\nZ:\r\n\r\n", "abc"),
            ("2\r\n\r\n\r\n0\r\n\r\n", "\r\n"), ("3;a=\"\"\r\nabc\r\n0\r\n\r\n", "abc"),
        ]
        let bad = [
            "\r\n", "g\r\n", "-1\r\n", "+1\r\n", "0x3\r\nabc\r\n", " 3\r\nabc\r\n", "3 \r\nabc\r\n0\r\n\r\n", ";a\r\n",
            "3\nabc\r\n0\r\n\r\n", "3\r\nabc\n0\r\n\r\n", "3\r\nabc0\r\n\r\n", "3\r\nabcd\r\n0\r\n\r\n", "3\rabc\r\n",
            "3\r\nabc\r\r\n", "3\r\nabc\r\n\r\n0\r\n\r\n", "FFFFFFFFFFFFFFFF\r\n", "10000000000000000\r\n",
            "0000000000000000000003\r\nabc\r\n0\r\n\r\n", "3;\r\nabc\r\n", "3;;a\r\nabc\r\n", "3;a=\r\nabc\r\n",
            "3;a=\"b\r\nabc\r\n0\r\n\r\n", "3;a=\"b\r\n\"\r\nabc\r\n0\r\n\r\n", "3;a\nabc\r\n0\r\n\r\n",
            "3;a=b\u{1}\r\nabc\r\n", "3;a b\r\nabc\r\n", "3;a=\"b\"c\r\nabc\r\n", "3,\r\nabc\r\n", "3\u{0}\r\nabc\r\n",
            "0\r\nX: y\n\r\n", "0\r\n\n", "0\r\n X: y\r\n\r\n", "0\r\nX\r\n\r\n", "0\r\nX : y\r\n\r\n",
            "0\r\n: y\r\n\r\n",
            "0\r\nX: \u{0}\r\n\r\n", "0\r\nContent-Length: 3\r\n\r\n", "0\r\nTransfer-Encoding: chunked\r\n\r\n",
            "0\r\nhost: a\r\n\r\n", "0\r\n\rx", "0\r\nX: y\rZ: y\r\n\r\n", "3 a\r\nabc\r\n", "3_0\r\n",
            "3;" + String(repeating: "a", count: 17000) + "\r\nabc\r\n",
            String(repeating: "1;" + String(repeating: "a", count: 1000) + "\r\nx\r\n", count: 17) + "0\r\n\r\n",
        ]
        let others: [(String, Int)] = [
            ("65\r\n", 413), ("7FFFFFFFFFFFFFF\r\n", 413),
            ("32\r\n" + String(repeating: "x", count: 50) + "\r\n33\r\n", 413),
            ("0\r\nX: " + String(repeating: "y", count: 17000) + "\r\n\r\n", 431),
            ("0\r\n" + String(repeating: "X: y\r\n", count: 101) + "\r\n", 431),
        ]
        return good.map { ($0.0, $0.1, 0) } + bad.map { ($0, nil, 400) } + others.map { ($0.0, nil, $0.1) }
    }()

    @Test func `each chunked body is read or refused as it should be`() {
        for (raw, body, status) in ChunkedDecoderTests.cases {
            let (outcome, got) = decode(Array(raw.utf8), piece: .max)
            switch outcome {
            case .needMore: Issue.record("needs more: \(raw.prefix(100).debugDescription)")
            case .end(let consumed):
                #expect(String(decoding: got, as: UTF8.self) == body, "\(raw.prefix(100).debugDescription)")
                #expect(consumed == raw.utf8.count)
            case .refuse(let refusal): #expect(refusal.kind.rawValue == status, "\(raw.prefix(100).debugDescription)")
            }
        }
    }

    @Test func `a chunked body comes to the same however it is cut`() {
        for (raw, _, _) in ChunkedDecoderTests.cases {
            let bytes = Array(raw.utf8)
            let (whole, body) = decode(bytes, piece: .max)
            for piece in [1, 2, 3, 7] {
                let (outcome, got) = decode(bytes, piece: piece)
                #expect(outcome == whole && got == body, "\(raw.prefix(100).debugDescription) by \(piece)")
            }
        }
    }

    @Test func `every truncated body needs more, and what follows is left alone`() {
        let raw = Array("3;a=\"b\"\r\nabc\r\n0\r\nX: y\r\n\r\n".utf8)
        for end in 0..<raw.count { #expect(decode(Array(raw[..<end]), piece: .max).0 == .needMore, "\(end)") }
        #expect(decode(raw + Array("GET /".utf8), piece: .max).0 == .end(consumed: raw.count))
    }

    @Test func `random changes never make the outcome depend on how it is cut`() {
        var random = Sequence64(state: 7)
        let seeds = ChunkedDecoderTests.cases.map(\.raw).filter { $0.utf8.count < 200 }.map { Array($0.utf8) }
        let clock = ContinuousClock()
        let end = clock.now + .seconds(1)
        while clock.now < end {
            var bytes = seeds[random.number(below: seeds.count)]
            for _ in 0...random.number(below: 3) { random.change(&bytes, others: seeds) }
            let (whole, body) = decode(bytes, piece: .max)
            let (outcome, got) = decode(bytes, piece: 1 + random.number(below: 5))
            #expect(outcome == whole && got == body, "\(bytes)")
        }
    }

    /// With a limit of 100 bytes; `consumed` is counted from the start of all pieces.
    private func decode(_ bytes: [UInt8], piece: Int) -> (ChunkedDecoder.Outcome, [UInt8]) {
        var decoder = ChunkedDecoder(limit: 100)
        var body: [UInt8] = []
        var start = 0
        while start < bytes.count {
            let end = piece == .max ? bytes.count : min(start + piece, bytes.count)
            let outcome = bytes[start..<end].withUnsafeBufferPointer { decoder.decode($0) { body += $0 } }
            switch outcome {
            case .needMore: start = end
            case .end(let consumed): return (.end(consumed: start + consumed), body)
            case .refuse: return (outcome, body)
            }
        }
        return (.needMore, body)
    }
}
