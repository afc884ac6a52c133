extension Ticket {
    /// Starts the clocks of a ticket that is about to be written for the first time, and fills their cache.
    ///
    /// - Parameter events: those that come with it, in their order.
    package mutating func startClocks(by book: SLABook, events: [EventDraft]) -> SLATimeline {
        var timeline = SLATimeline(
            createdAt: createdAt, priority: priority, policy: book.policy(for: self), book: book)
        for event in events {
            if let fact = SLAFact(event, at: createdAt) { timeline.apply(fact) }
        }
        sla = timeline.cache()
        return timeline
    }
}
