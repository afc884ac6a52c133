import HTTP
import Testing

struct PercentTests {
    @Test(
        arguments: [
            ("abc", "abc"), ("a%20b", "a b"), ("%41%6a%4A", "AjJ"), ("%C3%A9", "\u{E9}"), ("a+b", "a+b"), ("", ""),
            ("%2F..%2f", "/../"), ("%00", "\u{0}"),
        ])
    func `a segment is decoded`(text: String, decoded: String) {
        #expect(PercentEncoding.decode(text) == decoded)
    }

    @Test(arguments: ["%", "%4", "a%", "%zz", "%4z", "%C3", "%FF", "%C0%80", "%ED%A0%80", "%%41"])
    func `an invalid escape or text that is not UTF-8 is nothing`(text: String) {
        #expect(PercentEncoding.decode(text) == nil)
        #expect(QueryString.parse("a=\(text)") == nil)
        #expect(QueryString.parse("\(text)=a") == nil)
    }

    @Test func `a query is its pairs in order`() throws {
        let pairs = try #require(QueryString.parse("a=1&b=x+y%2B&a=2&&c&=d&e==f%26"))
        #expect(pairs.map(\.name) == ["a", "b", "a", "c", "", "e"])
        #expect(pairs.map(\.value) == ["1", "x y+", "2", "", "d", "=f&"])
        #expect(QueryString.parse("")?.isEmpty == true)
    }

    @Test func `what is encoded decodes to itself`() {
        let text = "a b/\u{E9}?&=+%\u{0}\u{1F600}~"
        #expect(PercentEncoding.encode(text) == "a%20b%2F%C3%A9%3F%26%3D%2B%25%00%F0%9F%98%80~")
        #expect(PercentEncoding.decode(PercentEncoding.encode(text)) == text)
    }
}
