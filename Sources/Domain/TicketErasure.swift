extension TicketEdit {
    /// What stands for a subject that was erased: an empty one would leave nothing to click on.
    package static let erasedSubject = "[erased]"

    /// Blanks what the customer wrote and what was written about them in the ticket itself. What it counts, when it
    /// happened and how it was sorted stays. References name the customer's things in other systems, so they go, but for
    /// those between our own tickets.
    ///
    /// - Parameter kept: names of references that stay.
    package mutating func erase(keeping kept: [String]) {
        after.subject = TicketEdit.erasedSubject
        after.references.removeAll { !kept.contains($0.name) }
        after.ratingComment = nil
        after.resolutionNotes = nil
        after.verdict.suggestedResponse = nil
        after.verdict.notes = nil
        after.verdict.summary = nil
    }
}
