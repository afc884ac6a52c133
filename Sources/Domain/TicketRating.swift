/// How content the customer was, and how long they may change their mind.
package enum TicketRating {
    package static let values: ClosedRange<Int64> = 1...5
    /// How long a rating may be changed after it was first given, in milliseconds.
    package static let changeWindow: Int64 = 7 * 86_400_000
}

extension TicketEdit {
    /// The customer's rating of how the ticket was solved. Giving the same one again does nothing.
    ///
    /// A ticket that was reopened and solved again is rated anew; the window counts from then.
    ///
    /// - Throws: `.notResolved` before the ticket is resolved or closed, `.ratingFinal` once the window is over.
    package mutating func rate(_ rating: Int64, comment: String?, by actor: Actor) throws(Failure) {
        guard !after.status.isUnsolved else { throw .notResolved }
        let solvedAt = after.resolvedAt ?? after.closedAt
        let isFirst = after.ratedAt.map { ratedAt in solvedAt.map { ratedAt < $0 } ?? false } ?? true
        guard isFirst || rating != after.rating || comment != after.ratingComment else { return }
        if isFirst {
            after.ratedAt = now
        } else if let ratedAt = after.ratedAt,
            now.milliseconds - ratedAt.milliseconds > TicketRating.changeWindow
        {
            throw .ratingFinal
        }
        // The comment stays out of the event: events are never changed, and personal text has to be erasable.
        record(.rating, from: after.rating?.description, to: rating.description, by: actor)
        after.rating = rating
        after.ratingComment = comment
    }
}
