import Classifier
import Domain
import Store

/// All that a verdict and an answer depend on besides the message, as one snapshot has it: compiled rules, categories,
/// templates. It never changes, so every thread may use it; `version` says whether it is still what the rows say.
package final class Assessor: Sendable {
    /// A template and the words that it asks for, the cheap ones first.
    private struct Searched: Sendable {
        let template: Template
        let patterns: [WordPattern]
        let category: ID<Domain.Category>?

        /// Nil for one that fits nothing: it asks for no words.
        init?(_ template: Template) {
            let patterns = template.match.compactMap { WordPattern($0) }
            guard !patterns.isEmpty, patterns.count == template.match.count else { return nil }
            self.template = template
            self.patterns = patterns.filter { !$0.isCostly } + patterns.filter(\.isCostly)
            category = template.category
        }
    }

    let version: Int64
    private let classifier: any Classifier
    private let categories: [Domain.Category]
    private let active: [String]
    private let templates: [Searched]

    init(
        version: Int64, makeClassifier: (RuleSet) -> any Classifier, in tx: Reading
    ) throws(Failure) {
        self.version = version
        categories = try tx.categories()
        active = categories.filter(\.isActive).map(\.slug)
        var rules = try ClassifierRules().current(in: tx)
        for index in rules.rules.indices { rules.rules[index].resolve(among: categories) }
        classifier = makeClassifier(rules)
        // The most particular one first: it asks for the most words.
        templates = try tx.templates().compactMap(Searched.init).sorted {
            ($1.patterns.count, $0.template.id.rawValue) < ($0.patterns.count, $1.template.id.rawValue)
        }
    }

    /// The active category with that slug or alias.
    func activeCategory(_ word: String) -> Domain.Category? {
        categories.first { $0.isActive && $0.slug == word } ?? categories.first { $0.isActive && $0.isCalled(word) }
    }

    var anyActiveCategory: Domain.Category? { categories.first(where: \.isActive) }

    /// What the assistant makes of a message.
    package func assess(subject: String?, description: String) -> Assessment {
        let verdict = classifier.verdict(
            on: ClassifierInput(subject: subject, description: description, categories: active))
        guard !templates.isEmpty else { return Assessment(assessor: self, verdict: verdict) }
        let words = MessageWords([subject ?? "", description])
        let fitting = templates.filter { template in template.patterns.allSatisfy { $0.stands(in: words) } }
            .map(\.template)
        var bars = verdict.flags
        if fitting.contains(where: \.answersAlone) {
            bars.formUnion(.cautious(subject: subject, description: description))
        }
        return Assessment(assessor: self, verdict: verdict, fitting: fitting, bars: bars)
    }

    /// What a classifier with other rules makes of a message; for trying them out.
    func verdict(by other: any Classifier, subject: String?, description: String) -> Verdict {
        other.verdict(on: ClassifierInput(subject: subject, description: description, categories: active))
    }

    /// Rules made ready for these categories.
    func isActive(_ slug: String) -> Bool { active.contains(slug) }
}

/// What the assistant makes of a message before there is a ticket: made before the transaction, and good in it as long
/// as the version of its assessor is the one that the rows have.
package struct Assessment: Sendable {
    let assessor: Assessor
    package let verdict: Verdict
    /// Templates whose words all stand in the message, the most particular first.
    let fitting: [Template]
    /// Why no answer may be given without a person.
    let bars: AnswerBars
    /// The ticket tells of the past: it is neither answered nor given a suggestion.
    package var isHistory = false

    init(assessor: Assessor, verdict: Verdict, fitting: [Template] = [], bars: AnswerBars = []) {
        self.assessor = assessor
        self.verdict = verdict
        self.fitting = fitting
        self.bars = bars
    }

    /// The category that the verdict names.
    var category: ID<Domain.Category>? { assessor.activeCategory(verdict.category)?.id }

    /// The templates with which a ticket of that category may be answered without a person.
    func answering(in category: ID<Domain.Category>?) -> [Template] {
        fitting.filter { $0.answersAlone && ($0.category == nil || $0.category == category) }
    }

    /// The template that staff might want for a ticket of that category: a person sees whether another category's is
    /// the right one.
    func suggested(in category: ID<Domain.Category>?) -> Template? {
        fitting.first { $0.category == nil || $0.category == category } ?? fitting.first
    }

    /// What staff could answer to a message that has no ticket yet; variables without a value stay.
    package func suggestion(agent: String, subject: String?) -> String? {
        guard let template = suggested(in: category) else { return nil }
        return TemplateText(template.body).filled { variable in
            switch variable {
            case .agentName: agent
            case .subject: subject
            case .customerName, .ticketNumber: nil
            }
        }
    }
}
