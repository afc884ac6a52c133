import Classifier
import Domain
import Store

/// Tries rules on tickets whose category staff has settled.
package struct Backtest: Sendable {
    /// Tickets that are tried, the newest first: some tenths of a second.
    package static let mostTickets = 10_000

    package struct Report: Sendable {
        package let count: Int
        /// Share of the tickets that got the category which staff chose; nil without tickets.
        package let accuracy: Double?
        /// All active categories, those without tickets too.
        package let categories: [Figures]
        /// How many got another category than they had got when they were opened.
        package let changed: Int
    }

    package struct Figures: Sendable {
        package let slug: String
        package let count: Int
        /// Share of the category's tickets that were recognised; nil without tickets.
        package let accuracy: Double?
        /// Share of the tickets put into the category that belong there; nil when none was.
        package let precision: Double?
    }

    private let assistant: Assistant

    package init(assistant: Assistant) { self.assistant = assistant }

    /// - Parameters:
    ///   - rules: nil for those in force.
    ///   - start: tickets created from then on; `end` is excluded.
    package func run(
        _ rules: [Rule]?, from start: Instant?, to end: Instant?, in tx: Reading
    ) throws(Failure) -> Report {
        let assessor = try assistant.assessor(in: tx)
        let current = try ClassifierRules().current(in: tx)
        let classifier = assistant.classifier(by: RuleSet(version: current.version, rules: rules ?? current.rules))
        var expected: [String: Int] = [:]
        var given: [String: Int] = [:]
        var right: [String: Int] = [:]
        var (count, changed) = (0, 0)
        try tx.eachChosenCategory(from: start, to: end, limit: Backtest.mostTickets) { (ticket) throws(Failure) in
            // A category that is switched off cannot be given any more.
            guard assessor.isActive(ticket.category) else { return }
            let category = assessor.verdict(
                by: classifier, subject: ticket.subject, description: ticket.description
            ).category
            count += 1
            expected[ticket.category, default: 0] += 1
            given[category, default: 0] += 1
            if category == ticket.category { right[category, default: 0] += 1 }
            if let before = ticket.verdict, before != category { changed += 1 }
        }
        func share(_ part: Int, _ whole: Int) -> Double? {
            whole == 0 ? nil : Rounded.probability(Double(part) / Double(whole))
        }
        let slugs = try tx.categories().filter(\.isActive).map(\.slug)
        return Report(
            count: count, accuracy: share(right.values.reduce(0, +), count),
            categories: slugs.map { slug in
                Figures(
                    slug: slug, count: expected[slug] ?? 0, accuracy: share(right[slug] ?? 0, expected[slug] ?? 0),
                    precision: share(right[slug] ?? 0, given[slug] ?? 0))
            }, changed: changed)
    }
}
