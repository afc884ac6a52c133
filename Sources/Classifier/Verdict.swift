/// Decides what a message is about. A protocol, so that a model can take the place of the rules.
package protocol Classifier: Sendable {
    func verdict(on text: ClassifierInput) -> Verdict
}

/// What a customer wrote, and the categories that may be chosen.
package struct ClassifierInput: Sendable {
    package var subject: String?
    package var description: String
    /// Slugs of the active categories; nil means all that the classifier knows.
    package var categories: [String]?

    package init(subject: String? = nil, description: String, categories: [String]? = nil) {
        self.subject = subject
        self.description = description
        self.categories = categories
    }
}

/// What the classifier made of one message.
package struct Verdict: Sendable {
    /// Below this confidence a person looks at the category.
    package static let sureEnough = 0.7

    package struct Score: Sendable, Equatable {
        package let slug: String
        /// Probability, 0 to 1; those of one verdict add up to 1.
        package let p: Double
    }

    /// A rule that counted.
    package struct Match: Sendable, Equatable {
        package let id: String
        package let weight: Double
        /// The rule's term that was found.
        package let matched: String
    }

    /// Slug of the likeliest active category.
    package var category: String
    /// Calibrated: of the verdicts at 0.9, about nine in ten are right.
    package var confidence: Double
    /// All active categories, likeliest first.
    package var categories: [Score]
    /// `low`, `medium`, `high` or `urgent`.
    package var priority: String
    package var needsReview: Bool { confidence < Verdict.sureEnough }
    /// ISO 639-1; `en` when the text shows nothing else.
    package var language: String
    package var tags: [String]
    /// At most 160 characters: the first sentence that says something.
    package var summary: String
    package var rules: [Match]
    package var model: String
    package var flags: AnswerBars
}

/// Why an assistant must not answer this message by itself.
package struct AnswerBars: OptionSet, Sendable {
    package let rawValue: UInt8

    package init(rawValue: UInt8) { self.rawValue = rawValue }

    package static let urgent = AnswerBars(rawValue: 1)
    package static let angry = AnswerBars(rawValue: 2)
    package static let legal = AnswerBars(rawValue: 4)
    package static let security = AnswerBars(rawValue: 8)
    package static let paymentDispute = AnswerBars(rawValue: 16)
    package static let changeRequest = AnswerBars(rawValue: 32)
}
