import JSON
import Testing

@testable import Classifier

@Suite struct RuleSetTests {
    private func object(_ members: (String, JSONValue)...) -> JSONValue {
        .object(members.map { JSONValue.Member($0.0, $0.1) })
    }

    private func set(_ rule: JSONValue...) -> JSONValue {
        object(("version", .integer(2)), ("rules", .array(rule)))
    }

    @Test func `every built-in rule is readable and every id unique`() {
        let rules = RuleSet.builtIn.rules
        #expect(rules.count > 150)
        #expect(Set(rules.map(\.id)).count == rules.count)
        for rule in rules {
            for term in rule.terms + rule.without {
                #expect(!Vocabulary.elements(of: term).isEmpty, "\(rule.id): \(term)")
            }
            #expect(rule.terms.count <= RuleSet.mostTerms && rule.weight.magnitude <= Rule.heaviest)
        }
    }

    @Test func `the built-in rules survive a round through JSON`() throws {
        #expect(try RuleSet(json: RuleSet.builtIn.json) == RuleSet.builtIn)
    }

    @Test func `a note stays with its rule`() throws {
        #expect(RuleSet.builtIn.rules.contains { !$0.note.isEmpty })
        let rule = object(
            ("id", .string("a")), ("category", .string("billing")), ("weight", .integer(1)),
            ("terms", .array([.string("x")])), ("note", .string("why")))
        #expect(try RuleSet(json: RuleSet(json: set(rule)).json).rules.first?.note == "why")
    }

    @Test func `a rule of one's own decides, for a category of one's own too`() throws {
        let rule = object(
            ("id", .string("plumbing.pipe")), ("category", .string("plumbing")), ("weight", .integer(5)),
            ("terms", .array([.string("pipe*"), .string("water ... floor")])))
        let classifier = RuleClassifier(rules: try RuleSet(json: set(rule)))
        let active = ["billing", "plumbing"]
        for text in ["The pipes leak", "There is water all over the floor"] {
            let verdict = classifier.verdict(on: ClassifierInput(description: text, categories: active))
            #expect(verdict.category == "plumbing")
        }
        let dry = ClassifierInput(description: "water. The floor", categories: active)
        #expect(classifier.verdict(on: dry).category == "billing")
    }

    @Test func `a rule is taken back by one of its exceptions`() {
        let rule = Rule(id: "x.y", target: .category("x"), terms: ["page*"], without: ["pages down"], weight: 4)
        let classifier = RuleClassifier(rules: RuleSet(version: 1, rules: [rule]))
        #expect(classifier.verdict(on: ClassifierInput(description: "the pages")).rules.count == 1)
        #expect(classifier.verdict(on: ClassifierInput(description: "the pages down here")).rules.isEmpty)
    }

    @Test func `a set that is not right is refused with the failing field`() {
        let good = object(
            ("id", .string("a")), ("category", .string("billing")), ("weight", .double(1)),
            ("terms", .array([.string("a")])))
        func refused(_ json: JSONValue) -> String? {
            do throws(RuleSetError) {
                _ = try RuleSet(json: json)
                return nil
            } catch {
                return error.field
            }
        }
        func with(_ key: String, _ value: JSONValue) -> JSONValue {
            guard case .object(let members) = good else { return good }
            return set(.object(members.filter { $0.key != key } + [.init(key, value)]))
        }
        #expect(refused(set(good)) == nil)
        #expect(refused(.null) == "version")
        #expect(refused(object(("version", .integer(1)))) == "rules")
        #expect(refused(set(.null)) == "rules[0]")
        #expect(refused(set(good, good)) == "rules[1].id")
        #expect(refused(with("id", .string(""))) == "rules[0].id")
        #expect(refused(with("weight", .string("1"))) == "rules[0].weight")
        #expect(refused(with("weight", .integer(1_000))) == "rules[0].weight")
        #expect(refused(with("priority", .string("high"))) == "rules[0]")
        #expect(refused(with("terms", .array([]))) == "rules[0].terms")
        #expect(refused(with("terms", .array([.string("...")]))) == "rules[0].terms[0]")
        #expect(refused(with("terms", .array([.string("a ... ... b")]))) == "rules[0].terms[0]")
        #expect(refused(with("terms", .null)) == "rules[0].terms")
        #expect(refused(with("without", .string("x"))) == "rules[0].without")
    }
}

@Suite struct EvaluationTests {
    @Test func `the figures are those of the textbook`() {
        let evaluation = Evaluation([
            .init(expected: "a", chosen: "a", confidence: 0.95), .init(expected: "a", chosen: "b", confidence: 0.55),
            .init(expected: "b", chosen: "b", confidence: 0.95), .init(expected: "b", chosen: "b", confidence: 1.0),
        ])
        #expect(evaluation.accuracy == 0.75)
        #expect(evaluation.categories.map(\.slug) == ["a", "b"])
        #expect(evaluation.categories[0].precision == 1 && evaluation.categories[0].recall == 0.5)
        #expect((evaluation.categories[1].f1 - 0.8).magnitude < 1e-9)
        #expect((evaluation.macroF1 - (2.0 / 3 + 0.8) / 2).magnitude < 1e-9)
        #expect(evaluation.coverage == 0.75 && evaluation.precisionOfCovered == 1)
        #expect((evaluation.calibrationError - (0.1 + 0.55) / 4).magnitude < 1e-9)
        #expect(evaluation.confusion.map(\.expected) == ["a", "b"])
        #expect(evaluation.confusion.map(\.chosen) == [[1, 1], [0, 2]])
        #expect(evaluation.bins.filter { $0.count > 0 }.map(\.count) == [1, 3])
        let report = evaluation.report
        for line in ["accuracy 0.750", "macro-F1 0.733", "coverage 0.750, precision 1.000", "expected \\ chosen  a  b"]
        {
            #expect(report.contains(line), "\(line)")
        }
    }

    @Test func `nothing to look at gives zeros`() {
        let evaluation = Evaluation([])
        #expect(evaluation.accuracy == 0 && evaluation.macroF1 == 0 && evaluation.calibrationError == 0)
    }
}
