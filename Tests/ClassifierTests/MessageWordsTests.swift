import Testing

@testable import Classifier

@Suite struct MessageWordsTests {
    private func stands(_ pattern: String, _ text: String) throws -> Bool {
        try #require(WordPattern(pattern)).stands(in: MessageWords([text]))
    }

    @Test(arguments: [
        ("password", "I forgot my PASSWORD.", true), ("password", "two passwords", true),
        ("box", "three boxes", true), ("password", "passworded", false), ("pass", "password", false),
        ("reset*", "resetting it", true), ("reset*", "a preset", false), ("café", "Das Cafe", true),
        ("cafe", "das CAFÉ", true), ("cafe", "cafe\u{301}s", true), ("don't", "I dont know", true),
        ("dont", "I don’t know", true), ("strasse", "die Straße", true), ("log in", "cannot log in today", true),
        ("log in", "in the log", false), ("log in", "log me in", false), ("log-in", "the log in page", true),
        ("how long", "How\nlong?", true), ("42", "room 42", true), ("пароль", "Забыл ПАРОЛЬ", true),
        ("is", "iss", false),
    ])
    func `a word is found folded, whole, as its plural, as a beginning or in a row`(
        pattern: String, text: String, expected: Bool
    ) throws {
        #expect(try stands(pattern, text) == expected)
    }

    @Test(arguments: ["", " ", "*", "!", "ab*", "re*set", "*set", "a **"])
    func `what is no word is refused`(pattern: String) {
        #expect(WordPattern(pattern) == nil)
    }

    @Test(arguments: [
        "", "One", "one two", "It's O'Brien's 3rd E-1042!", "A\tB\r\nC\0d", "...", "MIXED case, 42.50", "x@example.com",
    ])
    func `a text has the same words with and without a letter of another alphabet behind it`(text: String) {
        #expect(MessageWords.split(text) + ["я"] == MessageWords.split(text + " Я"))
    }

    @Test func `what is said beyond the first scalars is not looked at, whatever its letters`() {
        let long = String(repeating: "word ", count: MessageWords.longest / 5)
        #expect(MessageWords.split(long + "more").count == MessageWords.longest / 5)
        #expect(MessageWords.split(long + "мир") == MessageWords.split(long))
        #expect(MessageWords.split("я" + long + "more").count == MessageWords.longest / 5)
    }
}
