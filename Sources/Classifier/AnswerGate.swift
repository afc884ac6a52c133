/// Whether the assistant may answer a ticket by itself: all that speaks for or against it, and the decision. Pure.
package struct AnswerGate: Sendable {
    /// Why the assistant keeps silent.
    package enum Silence: CaseIterable, Sendable {
        case answeredBefore, urgent, angry, legal, security, paymentDispute, changeRequest, withStaff, noTemplate,
            ambiguous, otherCategory, unsure, long

        /// Reads on after "because".
        package var reason: String {
            switch self {
            case .answeredBefore: "it has answered this ticket before"
            case .urgent: "the ticket is urgent"
            case .angry: "the customer is angry"
            case .legal: "it is a legal matter"
            case .security: "it is a matter of security"
            case .paymentDispute: "a payment is disputed"
            case .changeRequest: "something is to be changed"
            case .withStaff: "somebody is working on it"
            case .noTemplate: "no template fits"
            case .ambiguous: "more than one template fits"
            case .otherCategory: "the ticket has another category than the message suggests"
            case .unsure: "the category is not certain enough"
            case .long: "the message is long"
            }
        }
    }

    package enum Decision: Sendable, Equatable {
        case answer
        case keepSilent(Silence)
    }

    /// The verdict's confidence from which an answer is allowed.
    package static let sureEnough = Evaluation.answering
    /// Bytes of a message; whoever writes more says more than a template can answer, and perhaps more than is looked at.
    package static let longest = 4_000

    /// Of the verdict on the message.
    package var confidence: Double
    package var bars: AnswerBars
    /// The ticket's own tags, those that staff has put on it included.
    package var tags: [String] = []
    /// The ticket's own priority, which staff may have set.
    package var isUrgent = false
    package var hasAnswered = false
    /// Staff has taken the ticket, and nobody has asked the assistant.
    package var isWithStaff = false
    /// The verdict is for the category that the ticket has.
    package var agreesOnCategory = true
    /// Bytes of the message.
    package var length = 0
    /// How many templates that may answer fit.
    package var fitting: Int

    package init(confidence: Double, bars: AnswerBars, fitting: Int) {
        self.confidence = confidence
        self.bars = bars
        self.fitting = fitting
    }

    package var decision: Decision {
        if hasAnswered { return .keepSilent(.answeredBefore) }
        if let barred { return .keepSilent(barred) }
        if isWithStaff { return .keepSilent(.withStaff) }
        if fitting == 0 { return .keepSilent(.noTemplate) }
        if fitting > 1 { return .keepSilent(.ambiguous) }
        if length > AnswerGate.longest { return .keepSilent(.long) }
        if !agreesOnCategory { return .keepSilent(.otherCategory) }
        // Not `<`, which a confidence that is no number would pass.
        return confidence >= AnswerGate.sureEnough ? .answer : .keepSilent(.unsure)
    }

    private var barred: Silence? {
        let all = tags.reduce(bars) { $0.union(AnswerBars.of(tag: $1)) }
        if isUrgent || all.contains(.urgent) { return .urgent }
        if all.contains(.angry) { return .angry }
        if all.contains(.legal) { return .legal }
        if all.contains(.security) { return .security }
        if all.contains(.paymentDispute) { return .paymentDispute }
        if all.contains(.changeRequest) { return .changeRequest }
        return nil
    }
}

extension AnswerBars {
    /// What the built-in rules see, whatever rules are in force: an edited set cannot switch the caution off.
    private static let caution = RuleClassifier(
        rules: RuleSet(
            version: RuleSet.builtIn.version,
            rules: RuleSet.builtIn.rules.filter { rule in
                switch rule.target {
                case .category: false
                case .priority, .tag: true
                }
            }))

    package static func cautious(subject: String?, description: String) -> AnswerBars {
        caution.verdict(on: ClassifierInput(subject: subject, description: description)).flags
    }
}
