import JSON
import Testing

@Suite struct JSONReaderTests {
    static let accepted: [(String, JSONValue)] = [
        ("null", .null), (" true ", true), ("\t\r\n false", false), ("0", 0), ("-0", 0), ("42", 42), ("-1", -1),
        ("9223372036854775807", .integer(.max)), ("-9223372036854775808", .integer(.min)),
        ("9223372036854775808", .double(9_223_372_036_854_775_808)),
        ("123456789012345678901234567890", .double(1.2345678901234568e29)),
        ("1.5", 1.5), ("-0.0", .double(-0.0)), ("1E+2", .double(100)), ("1e-2", 0.01), ("0e1", .double(0)),
        ("1e-400", .double(0)), ("\"\"", ""), ("\"a\\\"\\\\\\/\\b\\f\\n\\r\\t\"", "a\"\\/\u{8}\u{C}\n\r\t"),
        ("\"\\u00e9\\u0000\"", "é\u{0}"), ("\"\\uD83D\\uDE39\\ud83d\\udc8d\"", "😹💍"), ("\"\u{7F}\"", "\u{7F}"),
        ("\"\u{2028}\u{2029}\u{FFFF}\u{10FFFF}\u{FEFF}\"", "\u{2028}\u{2029}\u{FFFF}\u{10FFFF}\u{FEFF}"),
        ("\"\\uFFFE\"", "\u{FFFE}"),
        ("\"long enough for words of eight bytes: äöü\"", "long enough for words of eight bytes: äöü"),
        ("[]", []), ("[ ]", []), ("[1 , 2\n]", [1, 2]), ("[[], [[]]]", [[], [[]]]), ("{}", [:]), ("{ }", [:]),
        ("{\"\":0}", ["": 0]), ("{\"a\" : {\"a\" : []} , \"b\":\"\"}", ["a": ["a": []], "b": ""]),
        ("{\"foo\\u0000bar\": 42}", ["foo\u{0}bar": 42]), ("[\"/* no comment */\"]", ["/* no comment */"]),
        ("{\"\u{212A}\":1,\"K\":2}", ["\u{212A}": 1, "K": 2]),
    ]

    @Test(arguments: accepted)
    func `what RFC 8259 allows is read`(text: String, value: JSONValue) throws {
        #expect(try JSONReader.read(text.utf8) == value)
    }

    @Test(arguments: [
        "", " ", "[", "]", "{", "}", "[1", "[1,", "[1,]", "[,1]", "[,]", "[1,,2]", "[1 2]", "[1:2]", "[a", "[\"a\"",
        "[]]",
        "[1]x", "1 2", "{\"a\"}", "{\"a\":}", "{\"a\":1,}", "{\"a\":1,,\"b\":2}", "{,}", "{a:1}", "{'a':1}", "{1:1}",
        "{\"a\" 1}", "{\"a\":1 \"b\":2}", "{\"a\"::1}", "{\"a\":1]", "[1}", "{\"a\":1}}", "{null:null}", "{[]:1}",
        "'a'", "\"", "\"a", "\"\\", "\"\\\"", "\"\\x00\"", "\"\\a\"", "\"\\u\"", "\"\\u12\"", "\"\\u00G0\"",
        "\"\\U0041\"",
        "\"\\u 123\"", "\"\t\"", "\"\n\"", "\"\u{0}\"", "\"\u{1F}\"", "\"\\\n\"", "\"\\é\"", "\"\\uD800\"",
        "\"\\uDC00\"", "\"\\uD800\\u0041\"", "\"\\uD800\\uD800\"", "\"\\uD800a\"", "\"\\uDE39\\uD83D\"", "\"\\uD83D\\",
        "+1", "01", "-01", "00", "-", "--1", "-a", "1.", ".5", "-.5", "1.e1", "1e", "1e+", "1E-", "1ee1", "1e1.5",
        "0x1",
        "0x", "1_000", "1a", "0e", "0e+", "NaN", "-NaN", "Infinity", "-Infinity", "Inf", "1e400", "-1e400", "\u{FF11}",
        "[1.]", "[-]", "[2.e3]", "[1+2]", "[0.3e+]", "[1eE2]", "[1e1e1]", "1/2", "tru", "True", "TRUE", "nul",
        "falsetrue",
        "truex", "undefined", "[1]//", "/**/1", "1/**/", "#1", "\u{FEFF}1", "1\u{0}", "\u{C}1", "\u{A0}1", "\u{2060}1",
        "{\"a\":1,\"a\":1}", "{\"a\":1,\"\\u0061\":2}", "*", "<null>", "[\u{B}1]", "{\"a\":/*x*/1}", "a", "1]",
        "\"a\"x",
    ])
    func `what RFC 8259 does not allow is refused`(text: String) {
        let error = #expect(throws: JSONError.self) { try JSONReader.read(text.utf8) }
        #expect(error?.reason.isEmpty == false)
        #expect((0...text.utf8.count).contains(error?.offset ?? -1))
    }

    @Test(
        arguments: [
            [0xFF], [0xC3], [0x80], [0xC0, 0xAF], [0xC1, 0xBF], [0xE0, 0x80, 0xAF], [0xE0, 0x9F, 0xBF],
            [0xED, 0xA0, 0x80],
            [0xED, 0xBF, 0xBF], [0xF0, 0x80, 0x80, 0xAF], [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80],
            [0xE2, 0x82], [0xF0, 0x9F, 0x98], [0xE9, 0x41], [0xE2, 0x28, 0xA1], [0xF0, 0x9F, 0x28, 0xBC],
            [0xFC, 0x80, 0x80, 0x80, 0x80, 0x80],
        ] as [[UInt8]])
    func `a string that is not UTF-8 is refused at the byte`(bytes: [UInt8]) {
        let text = Array("[\"abc".utf8) + bytes + Array("\"]".utf8)
        let error = #expect(throws: JSONError.self) { try JSONReader.read(text) }
        #expect(error == JSONError(offset: 5, reason: "the string is not UTF-8"))
        #expect(throws: JSONError.self) { try JSONReader.read(bytes) }
    }

    @Test(arguments: ["[", "{\"a\":", "[{\"a\":"])
    func `100,000 open brackets are refused without harm`(opening: String) {
        let text = String(repeating: opening, count: 100_000)
        let error = #expect(throws: JSONError.self) { try JSONReader.read(text.utf8) }
        #expect(error?.reason == "nested deeper than 64 levels")
    }

    @Test func `64 levels are read, 65 are not`() throws {
        func nested(_ levels: Int) -> String {
            String(repeating: "[", count: levels) + String(repeating: "]", count: levels)
        }
        _ = try JSONReader.read(nested(64).utf8)
        #expect(throws: JSONError.self) { try JSONReader.read(nested(65).utf8) }
        let wide = "[" + Array(repeating: nested(63), count: 3).joined(separator: ",") + "]"
        _ = try JSONReader.read(wide.utf8)
    }

    @Test func `a name used twice is found among thousands`() throws {
        let members = (0..<5000).map { "\"key\($0)\":\($0)" }.joined(separator: ",")
        #expect(try JSONReader.read("{\(members)}".utf8)["key4999"] == 4999)
        let error = #expect(throws: JSONError.self) { try JSONReader.read("{\(members),\"key7\":1}".utf8) }
        #expect(error?.reason == "the name is used twice")
    }

    @Test func `an error tells line and column`() {
        let text = "{\n  \"ä\": 1,\n  \"äöü\": tru\n}"
        let error = #expect(throws: JSONError.self) { try JSONReader.read(text.utf8) }
        #expect(error?.place(in: text.utf8) == "line 3, column 10")
    }

    @Test func `every cut of a document is refused`() throws {
        let text = Array(#"{"a":[1.5e3,-2,"x\u00e9\ud83d\ude39ä"],"b":{"c":null,"d":true}}"#.utf8)
        _ = try JSONReader.read(text)
        for length in 0..<text.count {
            #expect(throws: JSONError.self) { try JSONReader.read(text.prefix(length)) }
        }
    }
}
