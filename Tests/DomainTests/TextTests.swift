import Testing

@testable import Domain

@Suite struct TextTests {
    @Test func `white space is trimmed at both ends, the wide kinds too`() {
        #expect(Text.trimmed(" \t\r\n\u{A0}\u{2003}a b\u{3000} ") == "a b")
        #expect(Text.trimmed("  \n ") == "")
        #expect(Text.trimmed("") == "")
        #expect(Text.trimmed("ok") == "ok")
    }

    @Test func `a word is found anywhere in a text, byte by byte`() {
        for text in ["q=", "q=x", "limit=20&q=", "a&qq=1"] { #expect(Text.contains("q=", in: text)) }
        for text in ["", "q", "=q", "limit=20", "Q="] { #expect(!Text.contains("q=", in: text)) }
        #expect(Text.contains("", in: ""))
        #expect(Text.contains("é", in: "café") && !Text.contains("e", in: "café"))
    }

    @Test func `controls other than tab and line ends are seen`() {
        for text in ["a\u{0}b", "\u{1B}[31m", "\u{7F}", "a\u{85}b", "\u{9F}"] {
            #expect(Text.hasForbiddenControls(text), "\(text.debugDescription)")
        }
        for text in ["a\tb\r\nc", "é ü ñ", "日本", "🎉", "\u{A0}"] {
            #expect(!Text.hasForbiddenControls(text), "\(text.debugDescription)")
        }
    }

    @Test(arguments: [
        (" Ada@Example.ORG ", "ada@example.org"), ("o'brien+tag@mail.example.com", "o'brien+tag@mail.example.com"),
        ("jörg@exämple.de", "jörg@exämple.de"),
    ])
    func `an address is kept trimmed and in lower case`(typed: String, kept: String) {
        #expect(EmailAddress.normalized(typed) == kept)
    }

    @Test(arguments: [
        "", "ada", "@example.org", "ada@", "ada@localhost", "a b@example.org", "ada@@example.org", "ada@example..org",
        ".ada@example.org", "ada.@example.org", "a..b@example.org", "ada@-example.org", "ada@example.org\r\nBcc: x@y.z",
        "ada@example.org,eve@example.org", "<ada@example.org>", "ada@exam_ple.org",
        String(repeating: "a", count: 65) + "@example.org",
    ])
    func `what no mail could be sent to is no address`(typed: String) {
        #expect(EmailAddress.normalized(typed) == nil)
    }

    @Test(arguments: [
        ("+49 (0)30 / 123-456", "+49030123456"), ("0049 30 123456", "+4930123456"), ("+1.555.010.9999", "+15550109999"),
    ])
    func `a phone number is kept in E.164`(typed: String, kept: String) {
        #expect(PhoneNumber.normalized(typed) == kept)
    }

    @Test(arguments: ["", "030 123456", "+12", "+1234567890123456", "+0123456789", "call me", "+1+2345678"])
    func `what is no international number is none`(typed: String) {
        #expect(PhoneNumber.normalized(typed) == nil)
    }
}
