import Domain
import SQLite

/// A ticket whose cached clocks are not what its facts say.
package struct SLADisagreement: Sendable, Equatable {
    package let ticket: ID<Ticket>
    package let number: TicketNumber
    package let cached: TicketSLA
    package let derived: TicketSLA
}

extension Reading {
    /// The clocks of a ticket with the policies as they are now.
    package func slaTimeline(of ticket: Ticket) throws(Failure) -> SLATimeline {
        try slaTimeline(of: ticket, book: readSLABook())
    }

    /// The same by the ticket's events alone, whatever is kept with it.
    package func recordedTimeline(of ticket: Ticket) throws(Failure) -> SLATimeline {
        try recordedTimeline(of: ticket, book: readSLABook())
    }

    /// Derives the tickets with ids after `after` anew, `count` ids of them, and tells which had other clocks cached.
    /// While `isDerivingAnew` says so, unsolved tickets may still have the clocks of an older policy.
    package func slaDisagreements(
        after: ID<Ticket>, count: Int64
    ) throws(Failure) -> [SLADisagreement] {
        let book = try readSLABook()
        let ids = try all(
            "SELECT id FROM tickets WHERE id > $1 AND id <= $2 ORDER BY id",
            [.integer(after.rawValue), .integer(after.rawValue + count)]
        ) { ID<Ticket>($0.integer(0)) }
        var found: [SLADisagreement] = []
        for id in ids {
            guard let ticket = try ticketRecord(id)?.ticket else { continue }
            var derived = try recordedTimeline(of: ticket, book: book).cache(keeping: ticket.sla)
            if ticket.sla.history == nil { derived.history = nil }
            if derived != ticket.sla {
                found.append(
                    SLADisagreement(ticket: id, number: ticket.number, cached: ticket.sla, derived: derived))
            }
        }
        return found
    }

    /// The highest id that a ticket has.
    package func lastTicketID() throws(Failure) -> ID<Ticket> {
        ID(try first("SELECT max(id) FROM tickets") { $0.integer(0) } ?? 0)
    }

    /// Whether a policy or a calendar has changed and not all unsolved tickets have followed yet.
    package func isDerivingAnew() throws(Failure) -> Bool {
        try first("SELECT 1 FROM counters WHERE name = 'sla_derive_after'") { _ in true } ?? false
    }

    /// When something has to be announced next.
    package func nextAnnouncement() throws(Failure) -> Instant? {
        try first(
            """
            SELECT sla_next_at FROM tickets INDEXED BY tickets_by_sla_next
            WHERE sla_next_at IS NOT NULL ORDER BY sla_next_at LIMIT 1
            """
        ) { Instant(milliseconds: $0.integer(0)) }
    }
}

extension Writing {
    /// Announces what has come due, on at most `limit` tickets, those first that waited longest: each warning, breach
    /// and escalation as an event with its own instant.
    ///
    /// - Returns: how many tickets had something due; `limit` of them means that there may be more.
    package func announceDue(limit: Int64) throws(Failure) -> Int {
        let ids = try all(
            """
            SELECT id FROM tickets INDEXED BY tickets_by_sla_next
            WHERE sla_next_at < $1 ORDER BY sla_next_at LIMIT $2
            """, [.integer(now.milliseconds), .integer(limit)]
        ) { ID<Ticket>($0.integer(0)) }
        for id in ids {
            guard let ticket = try ticketRecord(id)?.ticket else { continue }
            var timeline = try slaTimeline(of: ticket, book: slaBook())
            try insert(timeline.announce(before: now), on: id)
            deferred.sla.count(timeline.outcomes)
            try saveClocks(timeline.cache(keeping: ticket.sla), of: ticket, countsVersion: false)
        }
        return ids.count
    }

    /// Derives the next unsolved tickets anew after a change of policies or calendars, within `count` ids.
    ///
    /// - Returns: whether there is more to do.
    package func deriveNext(count: Int64) throws(Failure) -> Bool {
        let after = try first("SELECT value FROM counters WHERE name = 'sla_derive_after'") { $0.integer(0) }
        guard let after else { return false }
        let until = after + count
        let ids = try all(
            "SELECT id FROM tickets NOT INDEXED WHERE id > $1 AND id <= $2 AND status < 7 ORDER BY id",
            [.integer(after), .integer(until)]
        ) { ID<Ticket>($0.integer(0)) }
        for id in ids {
            guard let ticket = try ticketRecord(id)?.ticket else { continue }
            try derive(ticket, from: slaTimeline(of: ticket, book: slaBook()))
        }
        if until >= (try lastTicketID()).rawValue {
            try run("DELETE FROM counters WHERE name = 'sla_derive_after'")
            return false
        }
        try run("UPDATE counters SET value = $1 WHERE name = 'sla_derive_after'", [.integer(until)])
        return true
    }

    /// Finds an unsolved ticket's policy and clocks anew. Outcomes stay; what has come due is announced by the next
    /// watch.
    ///
    /// - Parameter timeline: the ticket's clocks so far.
    package func derive(_ ticket: Ticket, from timeline: SLATimeline) throws(Failure) {
        let policy = ticket.status.isUnsolved ? try slaBook().policy(for: ticket) : ticket.sla.policy
        var timeline = timeline
        if policy != ticket.sla.policy {
            try insertPolicyChange(of: ticket.id, from: ticket.sla.policy, to: policy)
            timeline.apply(SLAFact(.policy(policy), at: now))
            deferred.sla.count(timeline.outcomes)
        }
        let derived = timeline.cache(keeping: ticket.sla)
        var visible = derived
        visible.state = ticket.sla.state
        visible.nextAt = ticket.sla.nextAt
        visible.history = ticket.sla.history
        try saveClocks(derived, of: ticket, countsVersion: visible != ticket.sla)
    }
}
