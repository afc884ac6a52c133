import Domain
import SQLite

extension Reading {
    /// A ticket's clocks as its facts have them. `outcomes` are those from here on.
    func slaTimeline(of ticket: Ticket, book: SLABook) throws(Failure) -> SLATimeline {
        if let line = ticket.sla.history, let kept = SLAHistory(text: line, createdAt: ticket.createdAt) {
            return slaTimeline(of: ticket, kept, book)
        }
        return try recordedTimeline(of: ticket, book: book)
    }

    /// The same by the events alone, for a check of what is kept.
    func recordedTimeline(of ticket: Ticket, book: SLABook) throws(Failure) -> SLATimeline {
        try slaTimeline(of: ticket, recordedHistory(of: ticket), book)
    }

    private func slaTimeline(of ticket: Ticket, _ history: SLAHistory, _ book: SLABook) -> SLATimeline {
        var timeline = SLATimeline(history, isMerged: ticket.mergedInto != nil, book: book)
        timeline.outcomes = []
        return timeline
    }

    /// A ticket's facts as they are written down in its events and in the changes of its policy.
    private func recordedHistory(of ticket: Ticket) throws(Failure) -> SLAHistory {
        var facts: [(seq: Int64, fact: SLAFact)] = []
        var priority: Priority?
        try each(
            """
            SELECT seq, type, CASE type WHEN 'priority_change' THEN from_value END, to_value, actor_type,
                CASE WHEN type = 'message' OR type = 'sla_breach' THEN metadata END, created_at
            FROM events
            WHERE ticket_id = $1 AND type <> 'created' AND type <> 'classification' AND type <> 'note'
            ORDER BY seq
            """, [.integer(ticket.id.rawValue)]
        ) { row in
            guard let kind = Event.Kind(rawValue: row.text(1)) else { return }
            if kind == .priorityChange, priority == nil { priority = row.optionalText(2).flatMap(Priority.init(word:)) }
            let fact = SLAFact(
                kind, to: row.optionalText(3), actor: AuthorType(rawValue: row.text(4)) ?? .system,
                metadata: row.optionalText(5), at: Instant(milliseconds: row.integer(6)))
            if let fact { facts.append((row.integer(0), fact)) }
        }
        var policies: [(after: Int64, fact: SLAFact)] = []
        var policy = ticket.sla.policy
        try each(
            """
            SELECT after_seq, from_policy_id, to_policy_id, created_at
            FROM sla_policy_changes
            WHERE ticket_id = $1
            ORDER BY id
            """, [.integer(ticket.id.rawValue)]
        ) { row in
            let to = row.optionalInteger(2).map { ID<SLAPolicy>($0) }
            if policies.isEmpty { policy = row.optionalInteger(1).map { ID($0) } }
            policies.append((row.integer(0), SLAFact(.policy(to), at: Instant(milliseconds: row.integer(3)))))
        }
        var history = SLAHistory(createdAt: ticket.createdAt, priority: priority ?? ticket.priority, policy: policy)
        var next = 0
        for (seq, fact) in facts {
            while next < policies.count, policies[next].after < seq {
                history.append(policies[next].fact)
                next += 1
            }
            history.append(fact)
        }
        for change in policies[next...] { history.append(change.fact) }
        return history
    }
}

extension Writing {
    /// What a change of a ticket does to its clocks.
    struct ClockChanges {
        /// What had come due before the change.
        var announced: [EventDraft] = []
        var policy: (from: ID<SLAPolicy>?, to: ID<SLAPolicy>?)?
    }

    /// Fills the cache of a ticket that is about to be written for the first time. Nothing is read but the policies,
    /// and these once a group.
    package func startClocks(of ticket: inout Ticket, events: [EventDraft]) throws(Failure) -> SLATimeline {
        ticket.startClocks(by: try slaBook(), events: events)
    }

    /// Brings the clocks of `after` up to the change that `edit` makes. What leaves the clocks alone costs nothing.
    func followClocks(_ edit: TicketEdit, _ after: inout Ticket) throws(Failure) -> ClockChanges {
        let before = edit.before
        let facts = edit.events.compactMap { SLAFact($0, at: now) }
        let mayChangePolicy = after.category != before.category || after.priority != before.priority
        guard !facts.isEmpty || mayChangePolicy || after.mergedInto != before.mergedInto else { return ClockChanges() }
        let book = try slaBook()
        var timeline = try slaTimeline(of: before, book: book)
        var changes = ClockChanges(announced: timeline.announce(before: now))
        let ended = Set(timeline.clocks().filter { !$0.isOpen }.map(\.metric))
        timeline.isMerged = after.mergedInto != nil
        for fact in facts { timeline.apply(fact) }
        if mayChangePolicy {
            let policy = book.policy(for: after)
            if policy != before.sla.policy {
                changes.policy = (before.sla.policy, policy)
                timeline.apply(SLAFact(.policy(policy), at: now))
            }
        }
        after.sla = timeline.cache(keeping: before.sla, where: ended.contains)
        deferred.sla.count(timeline.outcomes)
        return changes
    }

    /// Writes down that a ticket's policy is another from here on.
    func insertPolicyChange(
        of ticket: ID<Ticket>, from: ID<SLAPolicy>?, to: ID<SLAPolicy>?
    ) throws(Failure) {
        try run(
            """
            INSERT INTO sla_policy_changes (ticket_id, after_seq, from_policy_id, to_policy_id, created_at)
            VALUES ($1, (SELECT max(seq) FROM events), $2, $3, $4)
            """,
            [
                .integer(ticket.rawValue), .optional(from?.rawValue), .optional(to?.rawValue),
                .integer(now.milliseconds),
            ])
    }

    /// Writes clocks that moved without anybody changing the ticket: `updated_at` stays.
    ///
    /// - Parameter countsVersion: whether more changed than what is outside of the ETag.
    func saveClocks(_ sla: TicketSLA, of ticket: Ticket, countsVersion: Bool) throws(Failure) {
        guard sla != ticket.sla else { return }
        var after = ticket
        after.sla = sla
        deferred.sla.replace(ticket, with: after)
        try run(
            """
            UPDATE tickets
            SET sla_policy_id = $1, sla_state = $2, sla_due_at = $3, first_response_due_at = $4,
                next_response_due_at = $5, resolution_due_at = $6, sla_next_at = $7, sla_history = $8,
                version = version + $9
            WHERE id = $10
            """,
            [
                .optional(sla.policy?.rawValue), .text(sla.state.rawValue), .optional(sla.dueAt?.milliseconds),
                .optional(sla.firstResponseDueAt?.milliseconds), .optional(sla.nextResponseDueAt?.milliseconds),
                .optional(sla.resolutionDueAt?.milliseconds), .optional(sla.nextAt?.milliseconds),
                .optional(sla.history), .integer(countsVersion ? 1 : 0), .integer(ticket.id.rawValue),
            ])
    }
}

extension Ticket {
    /// Whether it is counted under the overdue ones: a breach is written down and the deadline still runs.
    var isCountedOverdue: Bool { sla.state == .breached && sla.dueAt != nil }
}
