import Domain
import Testing

@testable import Store

@Suite struct SearchWordsTests {
    private func words(_ text: String) -> [String] {
        SearchWords(text)?.words.map { $0.text + ($0.isPrefix ? "*" : "") } ?? ["(blank)"]
    }

    @Test(arguments: [
        ("refund", ["refund*"]), ("charged twice", ["charged", "twice*"]), ("char* twice", ["char*", "twice*"]),
        ("\"charged twice\"", ["charged", "twice"]), ("\"charged twice\" card", ["charged", "twice", "card*"]),
        ("\"charged twi", ["charged", "twi*"]), ("“charged twice”", ["charged", "twice"]),
        ("a-b", ["a", "b*"]), ("C++ (and) NOT x:y", ["C", "and", "NOT", "x", "y*"]),
        ("ada@example.org", ["ada", "example", "org"]), ("TKT-20260301-7kq2o", ["TKT", "20260301", "7KQ20"]),
        ("tkt-00001", ["TKT", "00001"]), ("+1 (415) 555-0123", ["14155550123"]), ("same same", ["same", "same*"]),
        ("   ", ["(blank)"]), ("!!! ... ***", []), ("😡", []), ("Grüße", ["Grüße*"]), ("ログイン", ["ログイン*"]),
        ("e\u{301}te\u{301}", ["e\u{301}te\u{301}*"]),
    ])
    func `a text is taken apart as the index does it`(text: String, expected: [String]) {
        #expect(words(text) == expected)
    }

    @Test func `a text without end is cut`() {
        #expect(words((0..<5000).map { "w\($0)" }.joined(separator: " ")).count == SearchWords.most)
    }

    @Test(arguments: [
        ("charged twice", "I was Charged, twice!", true), ("charged twice", "twice charged", false),
        ("charged twice", "charged me twice", false), ("cafe creme", "Un CAFÉ crème", true),
        ("CAFÉ", "cafe\u{301}", true), ("a b", "a", false),
    ])
    func `a phrase stands in a text as it is, whatever case and accents`(phrase: String, text: String, isThere: Bool) {
        let words = SearchWords.tokens(of: phrase).map(SearchFold.folded)
        #expect(SearchFold.contains(words, in: SearchFold.words(of: text)) == isThere)
    }
}
