import JSON
import Testing

@testable import Classifier

@Suite struct RuleReadingTests {
    private func fields(_ text: String) throws -> [String] {
        RuleSet.rules(try JSONReader.read(text.utf8)).errors.map(\.field)
    }

    @Test func `everything that is wrong is told at once, each under its path`() throws {
        let found = try fields(
            """
            [{"id": "a", "category": "billing", "terms": ["x"], "weight": 21, "language": "EN"},
             {"id": "a", "priority": "soon", "terms": [], "weight": "1", "extra": 1},
             {"id": "b", "category": "billing", "tag": "t", "terms": ["x", "", "A"], "without": 3, "weight": 0},
             7,
             {"id": "c", "category": 5, "terms": ["x"], "weight": -20}]
            """)
        #expect(
            found == [
                "rules[0].weight", "rules[0].language", "rules[1].priority", "rules[1].terms", "rules[1].weight",
                "rules[1].extra", "rules[2]", "rules[2].terms[1]", "rules[2].terms[2]", "rules[2].without", "rules[3]",
                "rules[4].category",
            ])
    }

    @Test func `an id may stand once, and nulls count as left out`() throws {
        let rule = #"{"id":"a","category":"billing","priority":null,"terms":["x"],"without":null,"weight":1}"#
        #expect(try fields("[\(rule)]") == [])
        #expect(try fields("[\(rule),\(rule)]") == ["rules[1].id"])
    }

    @Test func `what would take too much memory is refused`() throws {
        let terms = (0..<200).map { _ in "\"\(String(repeating: "a", count: 100))\"" }.joined(separator: ",")
        let rules = (0..<16).map { #"{"id":"\#($0)","category":"billing","terms":[\#(terms)],"weight":1}"# }
        #expect(try fields("[\(rules.joined(separator: ","))]") == ["rules"])
        #expect(try fields("7") == ["rules"])
    }

    @Test func `a verdict names the version of the rules`() {
        let classifier = RuleClassifier(rules: RuleSet(version: 7, rules: []))
        #expect(classifier.verdict(on: ClassifierInput(description: "x")).model == "rules/7")
    }
}
