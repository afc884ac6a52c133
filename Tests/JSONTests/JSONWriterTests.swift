import JSON
import Testing

@Suite struct JSONWriterTests {
    @Test func `commas stand between and nowhere else`() {
        var json = JSONWriter()
        json.object {
            $0.member("id", 1)
            $0.key("list")
            $0.array {
                $0.value(true)
                $0.null()
                $0.array { _ in }
                $0.object { _ in }
                $0.value(2.5)
            }
            $0.key(text: "a \"name\"")
            $0.value("x")
            $0.key("raw")
            $0.raw(Array("{\"y\":1}".utf8))
            $0.member("flag", false)
            $0.member("none", nil as String?)
            $0.member("number", nil as Int64?)
            $0.member("real", nil as Double?)
            $0.member("last", "z" as String?)
        }
        #expect(
            text(json) == #"{"id":1,"list":[true,null,[],{},2.5],"a \"name\"":"x","raw":{"y":1},"flag":false,"#
                + #""none":null,"number":null,"real":null,"last":"z"}"#)
    }

    @Test func `quotation marks, reverse solidus and controls are escaped, and nothing else`() {
        for scalar in (0...0x20).map({ Unicode.Scalar(UInt8($0)) }) {
            let written = string("a\(Character(scalar))b")
            switch scalar {
            case "\n": #expect(written == #""a\nb""#)
            case "\r": #expect(written == #""a\rb""#)
            case "\t": #expect(written == #""a\tb""#)
            case " ": #expect(written == #""a b""#)
            default:
                let code = String(scalar.value, radix: 16)
                #expect(written == "\"a\\u00\(code.count == 1 ? "0" : "")\(code)b\"")
            }
        }
        #expect(string(#"a"b\c/d"#) == #""a\"b\\c/d""#)
        #expect(string("é 😹 \u{7F}\u{2028}") == "\"é 😹 \u{7F}\u{2028}\"")
        #expect(string("") == "\"\"")
    }

    /// Texts are looked at eight bytes at a time: each place of a word and each length around it.
    @Test func `an escape is found wherever it stands`() throws {
        for count in 0..<40 {
            let plain = String(repeating: "x", count: count)
            #expect(string(plain) == "\"\(plain)\"")
            for place in 0..<count {
                for special in ["\"", "\\", "\u{1F}", "\u{0}", "!", "#", "[", "]", " ", "\u{7F}"] {
                    let text = plain.prefix(place) + special + plain.dropFirst(place + 1)
                    #expect(try read(string(String(text))).string?.utf8.elementsEqual(text.utf8) == true)
                }
            }
        }
        for count in [511, 512, 513, 1024, 20_001] {
            let long = String(repeating: "a\"é\u{1}", count: count)
            #expect(try read(string(long)).string == long)
            #expect(string(String(repeating: "a", count: count)).utf8.count == count + 2)
        }
        // Bytes beyond ASCII beside every special one.
        for text in ["é\"é\"é\"é\"", "😹\\😹\\😹\n😹", String(repeating: "\u{1F}", count: 3000), "éééé\u{1}éééé\""] {
            #expect(try read(string(text)).string == text)
        }
    }

    @Test func `bytes and raw sequences go in as they are`() {
        var json = JSONWriter(reserving: 0)
        json.array { json in
            Array("a\"é".utf8).withUnsafeBufferPointer { json.value(utf8: $0) }
            json.value(utf8: UnsafeBufferPointer(start: nil, count: 0))
            json.raw(AnySequence("[1]".utf8))
            json.raw("{}".utf8)
        }
        #expect(text(json) == #"["a\"é","",[1],{}]"#)
    }

    @Test func `integers of every length are written in full`() {
        var numbers: [Int64] = [0, 1, -1, 9, 10, 99, 100, .max, .min, .max - 1, .min + 1]
        var power: Int64 = 1
        for _ in 0..<18 {
            power *= 10
            numbers += [power - 1, power, power + 1, -power + 1, -power, -power - 1]
        }
        for number in numbers {
            var json = JSONWriter()
            json.value(number)
            #expect(text(json) == String(number))
        }
    }

    @Test(arguments: [
        (0.5, "0.5"), (1, "1"), (-0.0, "0"), (1e15, "1000000000000000"), (0x1p53, "9007199254740992"), (1e17, "1e+17"),
        (0.1, "0.1"),
        (1e300, "1e+300"), (-1e-7, "-1e-07"), (.infinity, "null"), (-.infinity, "null"), (.nan, "null"), (2.50, "2.5"),
    ])
    func `doubles are written shortest, whole ones without a fraction, impossible ones as null`(
        number: Double, expected: String
    ) throws {
        var json = JSONWriter()
        json.value(number)
        #expect(text(json) == expected)
        _ = try read(expected)
    }

    @Test func `any double reads back as itself`() throws {
        var random = Numbers(state: 7)
        for _ in 0..<5000 {
            let number = Double(bitPattern: random.next())
            guard number.isFinite else { continue }
            var json = JSONWriter()
            json.value(number)
            switch try JSONReader.read(json.bytes) {
            case .double(let back): #expect(back == number)
            case .integer(let back): #expect(Double(back) == number)
            default: Issue.record("not a number")
            }
        }
    }

    @Test func `a long text grows the buffer and keeps what was there`() {
        var json = JSONWriter(reserving: 1)
        json.array { for number in 0..<5000 { $0.value(Int64(number)) } }
        #expect(text(json) == "[" + (0..<5000).map(String.init).joined(separator: ",") + "]")
    }

    @Test func `a copy goes its own way`() {
        var json = JSONWriter()
        json.value("a")
        var copy = json
        copy.value("b")
        json.value("c")
        #expect(text(json) == #""a","c""# && text(copy) == #""a","b""#)
    }

    @Test func `pretty text has two spaces a level and reads back`() throws {
        let value = try read(#"{"a":[],"b":{},"c":[1,{"d":"x\n","é\"":null}],"e":true}"#)
        let pretty = JSONText.pretty(value)
        #expect(
            pretty == """
                {
                  "a": [],
                  "b": {},
                  "c": [
                    1,
                    {
                      "d": "x\\n",
                      "é\\"": null
                    }
                  ],
                  "e": true
                }
                """)
        #expect(try read(pretty) == value)
        #expect(JSONText.pretty(.null) == "null")
    }

    private func text(_ json: JSONWriter) -> String { String(decoding: json.bytes, as: UTF8.self) }

    private func string(_ value: String) -> String { written(.string(value)) }
}
