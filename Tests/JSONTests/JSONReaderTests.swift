import JSON
import Testing

@Suite struct JSONReaderTests {
    @Test(arguments: acceptedTexts)
    func `what is JSON is read`(text: String) throws {
        let once = written(try read(text))
        #expect(written(try read(once)) == once)
    }

    @Test(arguments: refusedTexts)
    func `what is not JSON is refused`(text: RefusedText) {
        let error = #expect(throws: JSONError.self) { try JSONReader.read(text.bytes) }
        #expect(error.map { $0.offset <= text.bytes.count && !$0.reason.isEmpty } == true)
    }

    @Test func `values come out as they stand in the text`() throws {
        let value = try read(#"{"s":"a\u00e9\n\"","i":-7,"d":1.5,"t":true,"n":null,"a":[1,2],"o":{"k":"v"}}"#)
        #expect(value["s"]?.string == "aé\n\"")
        #expect(value["i"]?.integer == -7)
        #expect(value["d"] == .double(1.5))
        #expect(value["t"] == .bool(true))
        #expect(value["n"] == .null)
        #expect(value["a"]?.array == [.integer(1), .integer(2)])
        #expect(value["o"]?["k"]?.string == "v")
        #expect(value["absent"] == nil)
    }

    @Test func `members keep their order`() throws {
        guard case .object(let members) = try read(#"{"z":1,"a":2,"m":3}"#) else { throw Unexpected() }
        #expect(members.map(\.key) == ["z", "a", "m"])
    }

    @Test(arguments: [
        ("0", JSONValue.integer(0)), ("-0", .integer(0)), ("9223372036854775807", .integer(.max)),
        ("-9223372036854775808", .integer(.min)), ("9223372036854775808", .double(9_223_372_036_854_775_808)),
        ("-9223372036854775809", .double(-9_223_372_036_854_775_808)), ("1.0", .double(1)), ("1e3", .double(1000)),
        ("0.1", .double(0.1)), ("2.2250738585072011e-308", .double(.leastNormalMagnitude.nextDown)),
        ("5e-324", .double(.leastNonzeroMagnitude)),
        ("1e-400", .double(0)), ("123456789012345678", .integer(123_456_789_012_345_678)),
    ])
    func `numbers are exact, and integers as long as they fit`(text: String, value: JSONValue) throws {
        #expect(try read(text) == value)
    }

    @Test func `64 levels are read and 65 are refused`() throws {
        let deepest = JSONReader.deepest
        #expect(deepest == 64)
        _ = try read(String(repeating: "[", count: deepest) + String(repeating: "]", count: deepest))
        _ = try read(String(repeating: #"{"a":"#, count: deepest) + "1" + String(repeating: "}", count: deepest))
        #expect(throws: JSONError.self) {
            try read(String(repeating: "[", count: deepest + 1) + String(repeating: "]", count: deepest + 1))
        }
        #expect(throws: JSONError.self) {
            try read(
                String(repeating: #"{"a":"#, count: deepest + 1) + "1" + String(repeating: "}", count: deepest + 1))
        }
    }

    @Test(arguments: ["[", #"{"a":"#, #"[{"":"#])
    func `a bomb of opening brackets is refused at the depth and not at the end`(bracket: String) {
        let error = #expect(throws: JSONError.self) { try read(String(repeating: bracket, count: 100_000)) }
        #expect((error?.offset ?? .max) < 1000)
    }

    @Test func `a key given twice among many is refused`() throws {
        let members = (0..<1000).map { "\"k\($0)\":\($0)" }.joined(separator: ",")
        let value = try read("{\(members)}")
        #expect(value["k999"]?.integer == 999)
        for repeated in ["k0", "k15", "k16", "k17", "k999", "\\u006b500"] {
            let error = #expect(throws: JSONError.self) { try read("{\(members),\"\(repeated)\":1}") }
            #expect(error?.offset == members.utf8.count + 2)
            #expect(error?.reason.contains("twice") == true)
        }
    }

    @Test func `a member is found by its code points and not by its looks`() throws {
        let value = try read("{\"e\u{301}\":1,\"é\":2}")
        #expect(value["é"]?.integer == 2)
        #expect(value["e\u{301}"]?.integer == 1)
    }

    @Test func `an error tells the byte`() {
        let cases = [
            (#"{"a":1,"a":2}"#, 7), ("[1,2,x]", 5), (#"["\q"]"#, 2), (#"["\ud800"]"#, 2), ("[1] 2", 4), ("", 0),
            ("[tru]", 1), ("[01]", 1),
        ]
        for (text, offset) in cases {
            let error = #expect(throws: JSONError.self) { try read(text) }
            #expect(error?.offset == offset, "\(text)")
        }
    }

    @Test func `every prefix of a text is refused`() throws {
        let text = Array(
            #" {"id":-12.5e+3,"text":"é\u00e9\ud83d\ude39\n😹","list":[true,false,null,[],{}],"o":{"k":""}}"#.utf8)
        _ = try JSONReader.read(text)
        for count in 0..<text.count {
            #expect(throws: JSONError.self) { try JSONReader.read(text[..<count]) }
        }
    }

    @Test func `every prefix of a number is read just when it is a number`() throws {
        let text = "-120.05e+17"
        let whole: Set = ["-1", "-12", "-120", "-120.0", "-120.05", "-120.05e+1", "-120.05e+17"]
        for count in 1...text.count {
            let prefix = String(text.prefix(count))
            #expect(((try? read(prefix)) != nil) == whole.contains(prefix), "\(prefix)")
        }
    }

    @Test func `random bytes never crash, and what is read is written and read again`() throws {
        var random = Numbers(state: 42)
        let words = [
            "{", "}", "[", "]", ",", ":", "\"", "\\", "\\u", "d83d", "\\ude00", "0", "-", "1", ".", "e", "E", "+",
            "true",
            "false", "null", " ", "\n", "a", "é", "\u{0}", "\"a\"", "\"b\":", "\u{FEFF}",
        ].map { Array($0.utf8) }
        for _ in 0..<20_000 {
            var text: [UInt8] = []
            for _ in 0..<(random.next() % 24) {
                if random.next() % 16 == 0 {
                    text.append(UInt8(truncatingIfNeeded: random.next()))
                } else {
                    text += words[Int(random.next() % UInt64(words.count))]
                }
            }
            guard let value = try? JSONReader.read(text) else { continue }
            let once = written(value)
            #expect(written(try read(once)) == once)
        }
    }

    @Test func `a changed byte of a good text never crashes`() throws {
        let text = Array(#"{"id":-12.5e3,"text":"é\u00e9\ud83d\ude39","list":[true,null,{}],"o":{"k":""}}"#.utf8)
        for index in text.indices {
            for byte in UInt8.min...UInt8.max {
                var changed = text
                changed[index] = byte
                guard let value = try? JSONReader.read(changed) else { continue }
                let once = written(value)
                #expect(written(try read(once)) == once)
            }
        }
    }

    @Test func `a text that does not lie in one piece is read as well`() throws {
        #expect(try JSONReader.read(AnyCollection(Array("[1]".utf8).lazy.map { $0 })) == .array([.integer(1)]))
    }
}

struct Unexpected: Error {}

/// A sequence of numbers that is the same each time (xorshift64).
struct Numbers {
    var state: UInt64

    mutating func next() -> UInt64 {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return state
    }
}

func read(_ text: String) throws(JSONError) -> JSONValue { try JSONReader.read(Array(text.utf8)) }

func written(_ value: JSONValue) -> String {
    var writer = JSONWriter()
    writer.value(value)
    return String(decoding: writer.bytes, as: UTF8.self)
}
