import Classifier
import Domain
import JSON

extension TicketVerdict {
    /// What of a verdict stays with the ticket.
    init(_ verdict: Verdict) {
        self.init()
        isProcessed = true
        category = verdict.category
        confidence = Rounded.probability(verdict.confidence)
        var writer = JSONWriter(reserving: 160)
        writer.object {
            for score in verdict.categories {
                $0.key(text: score.slug)
                $0.value(Rounded.probability(score.p))
            }
        }
        scores = String(decoding: writer.bytes, as: UTF8.self)
        priority = Priority(word: verdict.priority)
        needsReview = verdict.needsReview
        summary = verdict.summary
        model = verdict.model
        notes = ProcessingNotes.of(verdict)
    }

    /// Adds a sentence to the notes.
    mutating func note(_ sentence: String) {
        notes = notes.map { "\($0) \(sentence)" } ?? sentence
    }
}

/// What `ai_processing_notes` says, for people: the rules that led to a verdict.
enum ProcessingNotes {
    /// The heaviest are enough to see why; each ticket keeps its notes.
    private static let mostRules = 5

    static func of(_ verdict: Verdict) -> String {
        var text = "\(verdict.model): \(verdict.category) \(Rounded.probability(verdict.confidence))"
        text += ", priority \(verdict.priority)"
        if verdict.language != "en" { text += ", language \(verdict.language)" }
        let heaviest = verdict.rules.sorted { $0.weight.magnitude > $1.weight.magnitude }.prefix(mostRules)
        if heaviest.isEmpty { return text + "; no rule fired." }
        text += "; by "
        text += heaviest.map { "\($0.id) (\($0.matched))" }.joined(separator: ", ")
        let more = verdict.rules.count - heaviest.count
        return text + (more > 0 ? " and \(more) more." : ".")
    }
}

/// Probabilities as they are shown: three digits say all there is to say.
package enum Rounded {
    package static func probability(_ p: Double) -> Double { (p * 1000).rounded() / 1000 }
}
