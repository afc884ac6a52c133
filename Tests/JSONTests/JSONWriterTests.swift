import JSON
import Testing

@Suite struct JSONWriterTests {
    private func text(_ write: (inout JSONWriter) -> Void) -> String {
        var writer = JSONWriter()
        write(&writer)
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    @Test func `commas and brackets are put by the writer`() {
        let text = text { writer in
            writer.object { writer in
                writer.member("id", 7)
                writer.member("none", nil as String?)
                writer.member("open", true)
                writer.member(array: "list") { writer in
                    writer.value(1)
                    writer.object { _ in }
                    writer.array { _ in }
                    writer.value("x")
                }
                writer.key(text: "a\"b")
                writer.raw(Array("[0]".utf8))
                writer.member(object: "in") { $0.member("ratio", 0.5) }
                writer.member("bytes", utf8: UnsafeBufferPointer(start: nil, count: 0))
            }
        }
        #expect(
            text
                == #"{"id":7,"none":null,"open":true,"list":[1,{},[],"x"],"a\"b":[0],"in":{"ratio":0.5},"bytes":""}"#)
    }

    @Test func `every control character, quote and backslash is escaped wherever it stands`() throws {
        for code in UInt8(0)..<128 {
            for length in 0..<20 {
                let value = String(repeating: "x", count: length) + String(UnicodeScalar(code)) + "äxxxxxxx"
                let written = text { $0.value(value) }
                let isEscaped = code < 0x20 || code == 0x22 || code == 0x5C
                #expect((written.utf8.count > value.utf8.count + 2) == isEscaped)
                #expect(try JSONReader.read(written.utf8) == .string(value))
            }
        }
        #expect(text { $0.value("\u{1}\u{1F}\n/<\u{7F}é") } == "\"\\u0001\\u001f\\n/<\u{7F}é\"")
    }

    @Test(arguments: [0, 1, -1, 9, 10, 99, 100, -1234567890, Int64.max, Int64.min])
    func `integers are written in decimal`(number: Int64) {
        #expect(text { $0.value(number) } == String(number))
    }

    @Test(arguments: [
        (1.0, "1"), (0.1, "0.1"), (-2.5, "-2.5"), (1e20, "1e+20"), (.leastNonzeroMagnitude, "5e-324"), (.nan, "null"),
        (.infinity, "null"), (-0.0, "-0"), (1e15, "1000000000000000"),
    ])
    func `doubles are the shortest text that reads back`(number: Double, expected: String) throws {
        #expect(text { $0.value(number) } == expected)
        if number.isFinite { #expect(try JSONReader.read(expected.utf8).number == number) }
    }

    @Test func `a value comes back from its own text, compact and pretty`() throws {
        let value: JSONValue = ["a": [1, 2.5, "x\n", .null, true, [], [:]], "ü": ["b": -3]]
        #expect(try JSONReader.read(value.bytes) == value)
        #expect(try JSONReader.read(value.pretty.utf8) == value)
        #expect(
            (["a": [1, []], "b": [:]] as JSONValue).pretty == """
                {
                  "a": [
                    1,
                    []
                  ],
                  "b": {}
                }

                """)
    }
}
