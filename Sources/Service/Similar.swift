import Domain
import Store

/// Finds tickets about the same thing, so that staff sees how it was solved before.
package struct Similar: Sendable {
    /// How many are shown.
    package static let most = 10
    /// Words that are looked for, and how many rows of the search index each of them is worth: this bounds the work.
    private static let mostTerms = 12
    private static let rowsPerTerm: Int64 = 200
    /// Words of the description that count besides those of the subject.
    private static let descriptionWords = 40
    private static let shortestWord = 3
    /// How much more a solved ticket is worth: it has an answer.
    private static let solvedFactor = 1.3

    private let tickets = TicketService()

    package init() {}

    /// Tickets that share words with `reference`, the likest first; among equals the solved and the newest.
    ///
    /// - Throws: `.notFound`.
    package func find(_ reference: TicketReference, in tx: Reading) throws(Failure) -> [ListedTicket] {
        let record = try tickets.record(reference, in: tx)
        let terms = Similar.terms(subject: record.ticket.subject, description: record.description)
        var scores: [ID<Ticket>: Double] = [:]
        for term in terms {
            let found = try tx.newestTickets(withTerm: term, lookingAt: Similar.rowsPerTerm)
            // A rare word says more than a common one.
            let weight = found.isCommon ? 0.3 : 1 / (1 + Double(found.tickets.count)).squareRoot() + 0.3
            for ticket in found.tickets where ticket != record.ticket.id { scores[ticket, default: 0] += weight }
        }
        // One common word in common is chance.
        let likely = scores.filter { $0.value > 0.6 || terms.count == 1 }
        var ranked: [(ticket: ID<Ticket>, score: Double)] = []
        for (ticket, score) in likely.sorted(by: { ($0.value, $0.key) > ($1.value, $1.key) }).prefix(Similar.most * 5) {
            // What was merged away is seen in the ticket that it went into.
            guard let standing = try tx.standing(of: ticket), standing.mergedInto == nil else { continue }
            ranked.append((ticket, standing.status.isUnsolved ? score : score * Similar.solvedFactor))
        }
        ranked.sort { ($0.score, $0.ticket) > ($1.score, $1.ticket) }
        var listed: [ListedTicket] = []
        for (ticket, _) in ranked.prefix(Similar.most) {
            if let row = try tx.listedTicket(ticket) { listed.append(row) }
        }
        return listed
    }

    /// The words that say what a ticket is about: each once, those of the subject first.
    static func terms(subject: String, description: String) -> [String] {
        var terms: [String] = []
        let words =
            subject.lowercased().split { !$0.isLetter && !$0.isNumber }
            + description.lowercased().split { !$0.isLetter && !$0.isNumber }.prefix(descriptionWords)
        for word in words.map(String.init) {
            guard terms.count < mostTerms else { break }
            guard word.unicodeScalars.count >= shortestWord, !idleWords.contains(word), !terms.contains(word),
                word.unicodeScalars.allSatisfy(isWordScalar)
            else { continue }
            terms.append(word)
        }
        return terms
    }

    /// What is surely part of one word to the index: letters and digits that Unicode 6.1 had, by which FTS5 divides. A
    /// word that it takes for two would be a phrase, which this index cannot look for.
    private static func isWordScalar(_ scalar: Unicode.Scalar) -> Bool {
        guard
            scalar.value < 0x1C80 || (0x3041...0x9FCB).contains(scalar.value)
                || (0xAC00...0xD7A3).contains(scalar.value)
        else { return false }
        return switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber: true
        default: false
        }
    }

    /// Words that say nothing about what a message is about.
    private static let idleWords: Set<String> = [
        "about", "after", "again", "all", "also", "and", "any", "are", "because", "been", "before", "but", "can",
        "could", "did", "does", "doing", "dear", "for", "from", "get", "good", "had", "has", "have", "hello", "help",
        "here", "his", "how", "into", "just", "know", "like", "make", "many", "may", "more", "much", "need", "not",
        "now", "off", "one", "only", "our", "out", "over", "please", "same", "she", "should", "since", "some", "still",
        "than", "thank", "thanks", "that", "the", "their", "them", "then", "there", "they", "this", "too", "two",
        "very", "want", "was", "were", "what", "when", "where", "which", "who", "why", "will", "with", "would", "you",
        "your",
    ]
}
