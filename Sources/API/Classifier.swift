import Classifier
import Domain
import JSON
import Service
import Store

/// The classifier's rules, and trying it out. Staff reads and tries; admins write the rules.
package struct ClassifierRoutes: Sendable {
    let rules = ClassifierRules()
    let assistant: Assistant
    let backtest: Backtest

    package init(assistant: Assistant) {
        self.assistant = assistant
        backtest = Backtest(assistant: assistant)
    }

    package var endpoints: [Endpoint] {
        [
            .read(.get, "/admin/classifier/rules", .agent) { (_, input: RulesVersionInput, tx) throws(Failure) in
                if let version = input.version { return answer(try rules.version(version, in: tx)) }
                return answer(try rules.current(in: tx))
            }.summed("The classifier's rules: those in force, or those of a version"),

            .write(
                .put, "/admin/classifier/rules", .admin,
                prepare: { (_, input: RulesInput, tx) throws(Failure) in try rules.read(input.rules, in: tx) }
            ) { (admin, input, list, tx) throws(Failure) in
                answer(try rules.replace(with: list, by: admin, matching: input.match, in: tx))
            }
            .example(Self.exampleRules).summed("Put other rules in force as a new version"),

            .read(.post, "/admin/classifier/try", .agent) { (agent, input: TryInput, tx) throws(Failure) in
                let assessment = try assistant.assessor(in: tx).assess(
                    subject: input.subject, description: input.description)
                return Answer(
                    VerdictShape(
                        verdict: assessment.verdict,
                        suggestion: assessment.suggestion(agent: agent.name, subject: input.subject)))
            }.summed("What the classifier makes of a message"),

            .slow(.post, "/admin/classifier/backtest", .agent) { (_, input: BacktestInput, tx) throws(Failure) in
                let list = try input.rules.map { json throws(Failure) in try rules.read(json, in: tx) }
                return Answer(BacktestShape(report: try backtest.run(list, from: input.from, to: input.to, in: tx)))
            }
            .example(Self.exampleRules)
            .summed("Try rules on tickets whose category staff has settled, the newest 10,000"),
        ]
    }

    private static let exampleRules =
        #"{"rules":[{"id":"billing.refund","category":"billing","terms":["refund","money back"],"weight":2}]}"#

    private func answer(_ set: RuleSet) -> Answer<RuleSetShape> {
        Answer(RuleSetShape(set: set), version: Int64(set.version))
    }
}

struct RulesVersionInput: Input {
    let version: Int64?

    static let form = Form(Field<Int64>.query("version", .integer(0...Int64.max)).optional) {
        RulesVersionInput(version: $0)
    }
}

struct RulesInput: Input {
    let rules: JSONValue
    let match: IfMatch

    /// The version that comes in is the one that was read; whoever wants to be sure sends it as `If-Match`.
    static let form = Form(
        Field<Int64>.body("version", .integer(0...Int64.max)).optional,
        Field<JSONValue>.body("rules", .json(.array(of: RuleShape.schema))), Field<IfMatch>.ifMatch
    ) { _, rules, match in RulesInput(rules: rules, match: match) }
}

struct TryInput: Input {
    let subject: String?
    let description: String

    static let form = Form(
        Field<String>.body("subject", .line(0...200)).optional,
        Field<String>.body("description", .text(Lengths.description))
    ) { TryInput(subject: $0, description: $1) }
}

struct BacktestInput: Input {
    let rules: JSONValue?
    let from: Instant?
    let to: Instant?

    static let form = Form(
        Field<JSONValue>.body("rules", .json(.either([.array(of: RuleShape.schema), BacktestInput.rules]))).optional,
        Field<Instant>.body("from", .time).optional, Field<Instant>.body("to", .time).optional
    ) { BacktestInput(rules: $0, from: $1, to: $2) }

    /// What `GET /admin/classifier/rules` answers may be sent as it is.
    private static let rules = Schema.object([("rules", .array(of: RuleShape.schema))], optional: [("version", .count)])
}

/// The schema of one rule.
enum RuleShape {
    static let schema = Schema.object(
        "ClassifierRule",
        [
            ("id", .text(1...100)), ("terms", .array(of: .text(1...RuleSet.longestTerm), most: RuleSet.mostTerms)),
            ("weight", .number),
        ],
        optional: [
            ("category", .text(1...64)), ("priority", Words.priority), ("tag", .text(1...64)),
            ("without", .array(of: .text(1...RuleSet.longestTerm), most: RuleSet.mostTerms)),
            ("language", .text(2...3)), ("note", .text(0...500)),
        ])
}

struct RuleSetShape: Representation {
    let set: RuleSet

    static let schema = Schema.object(
        "ClassifierRules", [("version", .count), ("rules", .array(of: RuleShape.schema))])

    func write(to json: inout JSONWriter) { json.value(set.json) }
}

struct VerdictShape: MemberList {
    let verdict: Verdict
    let suggestion: String?

    static let name = "Verdict"
    static let members: [Member<VerdictShape>] = [
        .text("category") { $0.verdict.category },
        .number("confidence") { Rounded.probability($0.verdict.confidence) },
        Member(name: "categories", schema: .map(of: .number)) { object, json in
            json.object {
                for score in object.verdict.categories {
                    $0.key(text: score.slug)
                    $0.value(Rounded.probability(score.p))
                }
            }
        },
        .text("priority", Words.priority) { $0.verdict.priority },
        .flag("needs_review") { $0.verdict.needsReview },
        .text("language") { $0.verdict.language },
        .texts("tags") { $0.verdict.tags },
        .text("summary") { $0.verdict.summary },
        Member(
            name: "rules",
            schema: .array(of: .object([("id", .string), ("weight", .number), ("matched", .string)]))
        ) { object, json in
            json.array { json in
                for rule in object.verdict.rules {
                    json.object {
                        $0.member("id", rule.id)
                        $0.member("weight", rule.weight)
                        $0.member("matched", rule.matched)
                    }
                }
            }
        },
        .optionalText("suggested_response") { $0.suggestion },
        .text("model") { $0.verdict.model },
    ]
}

struct BacktestShape: MemberList {
    let report: Backtest.Report

    static let name = "Backtest"
    static let members: [Member<BacktestShape>] = [
        .count("count") { Int64($0.report.count) },
        .optionalNumber("accuracy") { $0.report.accuracy },
        Member(
            name: "by_category",
            schema: .map(
                of: .object([
                    ("count", .count), ("accuracy", Schema.number.orNull), ("precision", Schema.number.orNull),
                ]))
        ) { object, json in
            json.object { json in
                for category in object.report.categories {
                    json.key(text: category.slug)
                    json.object {
                        $0.member("count", Int64(category.count))
                        $0.member("accuracy", category.accuracy)
                        $0.member("precision", category.precision)
                    }
                }
            }
        },
        .count("changed") { Int64($0.report.changed) },
    ]
}

extension Member {
    fileprivate static func number(
        _ name: StaticString, _ value: @escaping @Sendable (borrowing Object) -> Double
    ) -> Member {
        Member(name: name, schema: .number) { $1.value(value($0)) }
    }
}
