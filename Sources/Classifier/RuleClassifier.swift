/// The classifier that works by rules: what stands in the text, weighed, and nothing learned from anybody's tickets.
///
/// Immutable, so one may serve every thread.
package struct RuleClassifier: Classifier {
    /// The categories that a fresh install has.
    package static let categories = [
        "billing", "technical_support", "site_edit", "question", "account", "redemption", "other",
    ]
    /// Words that are looked at; what a message is about is said before.
    static let mostWords = 4_000

    /// What a rule counts more that is met in the subject: that is where people name the matter.
    static let subjectFactor = 1.25
    /// What an English rule counts in a text of another language, where `plus` and `site` may mean something else.
    static let foreignFactor = 0.4

    /// Names the version of the rules in verdicts: `rules/1`.
    package let model: String
    private let compiled: CompiledRules

    /// The default rules, which most installations work with, are made ready once.
    private static let compiledBuiltIn = CompiledRules(.builtIn)

    package init(rules: RuleSet = .builtIn) {
        model = "rules/\(rules.version)"
        compiled = rules.rules == RuleSet.builtIn.rules ? RuleClassifier.compiledBuiltIn : CompiledRules(rules)
    }

    package func verdict(on text: ClassifierInput) -> Verdict {
        withUnsafeTemporaryAllocation(of: UInt32.self, capacity: compiled.ids.count + Language.known.count) { found in
            found.initialize(repeating: 0)
            let hits = CompiledRules.Found(
                rules: UnsafeMutableBufferPointer(rebasing: found[..<compiled.ids.count]),
                languages: UnsafeMutableBufferPointer(rebasing: found[compiled.ids.count...]))
            // A word and the sign after it are at most three tokens; most are one for every five bytes.
            let bytes = text.description.utf8.count + (text.subject?.utf8.count ?? 0)
            let look = withUnsafeTemporaryAllocation(
                of: UInt16.self, capacity: min(bytes + 4, RuleClassifier.mostWords)
            ) { compiled.match(text.subject, text.description, scratch: $0, found: hits) }
            return weigh(hits, look, text)
        }
    }

    private func weigh(_ found: CompiledRules.Found, _ look: Look, _ text: ClassifierInput) -> Verdict {
        var matches: [Verdict.Match] = []
        matches.reserveCapacity(16)
        var tags: [String] = []
        var flags: AnswerBars = []
        var priority = Priority()
        return withUnsafeTemporaryAllocation(of: Double.self, capacity: compiled.slugs.count) { sums in
            for index in 0..<sums.count { sums[index] = Calibration.prior(index) }
            let language = compiled.language(found, look)
            for index in 0..<found.rules.count where found.rules[index] != 0 {
                guard found.rules[index] != CompiledRules.Found.vetoed,
                    compiled.languages[index] == 0 || compiled.languages[index] == language
                else { continue }
                let isInSubject = found.rules[index] & CompiledRules.Found.inSubject != 0
                let phrase = found.rules[index] & ~CompiledRules.Found.inSubject
                var weight = compiled.weights[index]
                switch compiled.goals[index] {
                case .category(let slug):
                    if isInSubject { weight *= RuleClassifier.subjectFactor }
                    if compiled.languages[index] != language { weight *= RuleClassifier.foreignFactor }
                    sums[slug] += weight
                case .priority(let level): priority.add(weight, to: level)
                case .tag(let tag, let bars):
                    if !tags.contains(compiled.tags[tag]) { tags.append(compiled.tags[tag]) }
                    flags.formUnion(bars)
                case .nowhere: break
                }
                matches.append(
                    Verdict.Match(id: compiled.ids[index], weight: weight, matched: compiled.term(Int(phrase) - 1)))
            }
            if look.isShouted {
                priority.add(Priority.shouting, to: 2)
                flags.insert(.angry)
                if !tags.contains("angry") { tags.append("angry") }
            }
            let level = priority.level
            if level == "urgent" { flags.insert(.urgent) }
            let scores = Calibration.scores(UnsafeBufferPointer(sums), slugs: compiled.slugs, active: text.categories)
            return Verdict(
                category: scores.first?.slug ?? "other", confidence: scores.first?.p ?? 0, categories: scores,
                priority: level, language: Language.name(language, look.script), tags: tags,
                summary: Summary.of(subject: text.subject, description: text.description), rules: matches,
                model: model, flags: flags)
        }
    }
}

extension Look {
    /// Capitals throughout, in more than an acronym or two.
    var isShouted: Bool { letters >= 24 && capitals * 10 >= letters * 7 }
}

/// The scale of urgency while the rules are summed up.
struct Priority {
    static let levels = ["low", "medium", "high", "urgent"]
    /// What capitals throughout add to `high`.
    static let shouting = 1.0
    /// Sum from which a level is taken, the highest one first.
    private static let threshold = 1.0

    private var low = 0.0
    private var high = 0.0
    private var urgent = 0.0

    mutating func add(_ weight: Double, to level: Int) {
        switch level {
        case 0: low += weight
        case 2: high += weight
        case 3: urgent += weight
        default: break
        }
    }

    var level: String {
        if urgent >= Priority.threshold { return "urgent" }
        if high >= Priority.threshold, high >= low { return "high" }
        return low >= Priority.threshold ? "low" : "medium"
    }
}

extension AnswerBars {
    static func of(tag: String) -> AnswerBars {
        switch tag {
        case "outage": .urgent
        case "angry": .angry
        case "legal": .legal
        case "security": .security
        case "payment-dispute": .paymentDispute
        case "change-request": .changeRequest
        default: []
        }
    }
}
