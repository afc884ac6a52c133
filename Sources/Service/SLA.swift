import Domain
import Store

/// A ticket's clocks as staff looks at them.
package struct SLAReport: Sendable {
    package let policy: SLAPolicy?
    /// The name of the policy's calendar.
    package let calendar: String?
    package let now: Instant
    package let clocks: [SLAExplanation]
}

/// Explains, watches and checks the service level clocks.
package struct SLAService: Sendable {
    /// How many tickets one transaction announces for: bounds how long others wait for the writer.
    package static let batch: Int64 = 100
    /// How many ids one transaction of a new derivation walks over.
    package static let window: Int64 = 100

    private let tickets = TicketService()

    package init() {}

    /// The clocks at this moment with all that explains them.
    ///
    /// - Throws: `.notFound`.
    package func report(_ reference: TicketReference, in tx: Reading) throws(Failure) -> SLAReport {
        let ticket = try tickets.record(reference, in: tx).ticket
        let policy = try ticket.sla.policy.flatMap { id throws(Failure) in try tx.slaPolicy(id) }
        return SLAReport(
            policy: policy,
            calendar: try policy.flatMap { policy throws(Failure) in try tx.calendar(policy.calendar)?.name },
            now: tx.now, clocks: try tx.slaTimeline(of: ticket).explanations(at: tx.now))
    }

    /// When there is something to announce or to derive; nil for nothing yet.
    package func next(in tx: Reading) throws(Failure) -> Instant? {
        if try tx.isDerivingAnew() { return tx.now }
        return try tx.nextAnnouncement()?.adding(milliseconds: 1)
    }

    /// Announces warnings, breaches and escalations that have come due, and derives a batch of tickets anew when policies
    /// have changed. Safe to run at any time and again.
    ///
    /// - Returns: when there is more to do, at the latest; the present when there is more right now.
    package func watch(in tx: Writing) throws(Failure) -> Instant? {
        let announced = try tx.announceDue(limit: SLAService.batch)
        let hasMore = try tx.deriveNext(count: SLAService.window)
        if announced == SLAService.batch || hasMore { return tx.now }
        return try next(in: tx)
    }

    /// Tickets with ids after `after` whose cached clocks are not what their facts say, a window of ids at a time. For
    /// `ticketd doctor`.
    ///
    /// - Parameter body: called with what each window has.
    package func disagreements(
        in tx: Reading, _ body: ([SLADisagreement]) throws(Failure) -> Void
    ) throws(Failure) {
        let last = try tx.lastTicketID()
        var after = ID<Ticket>(0)
        while after < last {
            try body(try tx.slaDisagreements(after: after, count: SLAService.window))
            after = ID(after.rawValue + SLAService.window)
        }
    }

    /// Writes the clocks of a ticket anew from its facts, as its events have them.
    package func repair(_ id: ID<Ticket>, in tx: Writing) throws(Failure) {
        guard let ticket = try tx.ticketRecord(id)?.ticket else { return }
        try tx.derive(ticket, from: tx.recordedTimeline(of: ticket))
    }
}
