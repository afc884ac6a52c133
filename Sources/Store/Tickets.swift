import Domain
import SQLite

extension Reading {
    /// The id behind a reference, or nil when there is no such ticket.
    package func ticketID(_ reference: TicketReference) throws(Failure) -> ID<Ticket>? {
        switch reference {
        case .id(let id): id
        case .number(let number):
            try first("SELECT id FROM tickets WHERE ticket_number = $1", [.text(number.text)]) { ID($0.integer(0)) }
        case .impossible: nil
        }
    }

    /// The ticket with what other rows know of it.
    package func ticketRecord(_ id: ID<Ticket>) throws(Failure) -> TicketRecord? {
        try first(
            """
            SELECT
                t.id, t.ticket_number, t.subject, t.first_message_id, t.category_id, t.priority, t.status, t.channel,
                t.customer_id, t.matched_by_address, t.created_by_id, t.ai_processed, t.ai_category,
                t.ai_category_confidence, t.ai_category_scores, t.ai_priority, t.ai_needs_review,
                t.ai_suggested_category, t.ai_suggested_response, t.ai_processing_notes, t.ai_summary, t.ai_model,
                t.ai_first_response_at, t.ai_auto_resolved, t.sla_policy_id, t.sla_state, t.sla_due_at,
                t.first_response_due_at, t.next_response_due_at, t.resolution_due_at, t.sla_next_at, t.sla_history,
                t.last_message_at, t.created_at, t.updated_at, t.version, t.public_updated_at, t.public_version, t.assigned_to_id, t.assigned_at, t.tags,
                t.reference_map, t.watchers, t.unread_by_agent, t.unread_by_customer, t.message_count,
                t.first_response_at, t.last_customer_message_at, t.last_staff_message_at, t.resolved_at, t.closed_at,
                t.reopened_count, t.customer_satisfaction_rating, t.customer_satisfaction_comment, t.rated_at,
                t.resolution_notes, t.merged_into_id, m.body, c.slug, u.name, u.email, u.phone, a.name
            FROM tickets AS t
            JOIN messages AS m ON m.id = t.first_message_id
            JOIN categories AS c ON c.id = t.category_id
            JOIN users AS u ON u.id = t.customer_id
            LEFT JOIN users AS a ON a.id = t.assigned_to_id
            WHERE t.id = $1
            """, [.integer(id.rawValue)]
        ) { row throws(SQLiteError) in
            var columns = Columns(row)
            return TicketRecord(
                ticket: Ticket(&columns), description: columns.text(), category: columns.text(),
                customerName: columns.text(), customerEmail: columns.optionalText(),
                customerPhone: columns.optionalText(), assigneeName: columns.optionalText())
        }
    }

    /// The ticket that another system knows by `value` under `name`.
    package func ticketID(reference name: String, _ value: String) throws(Failure) -> ID<Ticket>? {
        try first(
            "SELECT ticket_id FROM ticket_references WHERE name = $1 AND value = $2 ORDER BY ticket_id LIMIT 1",
            [.text(name), .text(value)]
        ) { ID($0.integer(0)) }
    }
}

extension Writing {
    /// The id that the next inserted ticket gets. Ids of deleted tickets are not given again.
    package func nextTicketID() throws(Failure) -> ID<Ticket> {
        try sequences.nextTicket { () throws(Failure) in
            try first("SELECT seq FROM sqlite_sequence WHERE name = 'tickets'") { $0.integer(0) } ?? 0
        }
    }

    /// Writes a new ticket with its first message, its events, its tags and references, and counts it.
    package func insert(
        _ ticket: Ticket, opening: Message, events: [EventDraft],
        customer: (name: String, email: String?, phone: String?)
    ) throws(Failure) {
        try insert(ticket)
        try insert(opening, customer: ticket.customer)
        try insert(events, on: ticket.id)
        try insert(tags: ticket.tags, of: ticket.id)
        try insert(references: ticket.references, of: ticket.id)
        deferred.counts[CountKey(ticket), default: 0] += 1
        deferred.sla.add(ticket, 1)
        deferred.figures.add(ticket, 1)
        deferred.figures.moves(events, openedAt: ticket.createdAt, at: now)
        deferred.search.append(
            .init(
                row: SearchRow.of(ticket.id),
                words: SearchRow.words(
                    ofTicket: ticket.number.text, subject: ticket.subject, customer: ticket.customer,
                    name: customer.name, email: customer.email, phone: customer.phone), isRemoval: false))
    }

    /// Saves what `edit` has changed, with its events, and keeps clocks, counts and search index in step. Only the
    /// columns that changed are written, so that an index whose columns did not change is left alone.
    ///
    /// - Returns: the ticket as it is now.
    package func save(_ edit: TicketEdit, of record: TicketRecord) throws(Failure) -> TicketRecord {
        guard var after = edit.finished() else { return record }
        let before = edit.before
        let clocks = try followClocks(edit, &after)
        var assignments: [String] = []
        var values: [SQLValue] = []
        for group in TicketColumn.groups where !group.isSame(after, before) {
            for column in group.columns {
                let value = column.value(after)
                guard value != column.value(before) else { continue }
                values.append(value)
                assignments.append("\(column.name) = $\(values.count)")
            }
        }
        values.append(.integer(after.id.rawValue))
        let sql = "UPDATE tickets SET \(assignments.joined(separator: ", ")) WHERE id = $\(values.count)"
        try stored { () throws(SQLiteError) in try db.run(composed: sql, values) }

        try insert(clocks.announced + edit.events, on: after.id)
        if let policy = clocks.policy { try insertPolicyChange(of: after.id, from: policy.from, to: policy.to) }
        deferred.sla.replace(before, with: after)
        deferred.figures.replace(before, with: after)
        deferred.figures.moves(edit.events, openedAt: before.createdAt, at: now)
        if after.tags != before.tags {
            try run("DELETE FROM ticket_tags WHERE ticket_id = $1", [.integer(after.id.rawValue)])
            try insert(tags: after.tags, of: after.id)
        }
        if after.references != before.references {
            try run("DELETE FROM ticket_references WHERE ticket_id = $1", [.integer(after.id.rawValue)])
            try insert(references: after.references, of: after.id)
        }
        if CountKey(after) != CountKey(before) {
            deferred.counts[CountKey(before), default: 0] -= 1
            deferred.counts[CountKey(after), default: 0] += 1
        }
        if after.subject != before.subject {
            let person = try indexedPerson(of: record)
            for (ticket, isRemoval) in [(before, true), (after, false)] {
                deferred.search.append(
                    .init(row: SearchRow.of(ticket.id), words: ticket.words(of: person), isRemoval: isRemoval))
            }
        }
        var saved = record
        saved.ticket = after
        if after.category != before.category {
            saved.category = try categorySlug(after.category)
        }
        if after.assignee != before.assignee {
            saved.assigneeName = try assigneeName(after.assignee)
        }
        return saved
    }

    /// Deletes the ticket with its messages and events, and retires its number.
    package func delete(_ record: TicketRecord) throws(Failure) {
        let ticket = record.ticket
        let id = SQLValue.integer(ticket.id.rawValue)
        let messages = try all("SELECT id, body, is_internal FROM messages WHERE ticket_id = $1", [id]) { row in
            Deferred.SearchChange(
                row: SearchRow.of(ID<Message>(row.integer(0))),
                words: SearchRow.words(
                    ofMessage: row.text(1), isInternal: row.flag(2), customer: ticket.customer), isRemoval: true)
        }
        deferred.search.append(contentsOf: messages)
        let person = try indexedPerson(of: record)
        deferred.search.append(.init(row: SearchRow.of(ticket.id), words: ticket.words(of: person), isRemoval: true))
        deferred.counts[CountKey(ticket), default: 0] -= 1
        deferred.sla.add(ticket, -1)
        try uncountFigures(of: ticket)
        try blankAnswers(about: ticket.id)
        try run("DELETE FROM events WHERE ticket_id = $1", [id])
        try run("DELETE FROM one_time_tokens WHERE ticket_id = $1", [id])
        try run("DELETE FROM tickets WHERE id = $1", [id])
        try run("INSERT INTO retired_numbers (ticket_number) VALUES ($1)", [.text(ticket.number.text)])
    }

    /// The row itself: what a ticket keeps for life, then what changes, in the order of `TicketColumn.all`.
    private func insert(_ ticket: Ticket) throws(Failure) {
        var values: [SQLValue] = [
            .integer(ticket.id.rawValue), .text(ticket.number.text), .integer(ticket.firstMessage.rawValue),
            .text(ticket.channel.rawValue), .flag(ticket.isMatchedByAddress), .optional(ticket.createdBy?.rawValue),
            .integer(ticket.createdAt.milliseconds),
        ]
        values.reserveCapacity(values.count + TicketColumn.all.count)
        for column in TicketColumn.all { values.append(column.value(ticket)) }
        try stored { () throws(SQLiteError) in try db.run(composed: TicketColumn.insertion, values) }
    }

    private func assigneeName(_ id: ID<User>?) throws(Failure) -> String? {
        guard let id else { return nil }
        return try first("SELECT name FROM users WHERE id = $1", [.integer(id.rawValue)]) { $0.text(0) }
    }

    private func insert(tags: [String], of ticket: ID<Ticket>) throws(Failure) {
        for tag in tags {
            try run(
                "INSERT INTO ticket_tags (tag, ticket_id) VALUES ($1, $2)",
                [.text(tag), .integer(ticket.rawValue)])
        }
    }

    private func insert(references: [Ticket.Reference], of ticket: ID<Ticket>) throws(Failure) {
        for reference in references {
            try run(
                "INSERT INTO ticket_references (name, value, ticket_id) VALUES ($1, $2, $3)",
                [.text(reference.name), .text(reference.value), .integer(ticket.rawValue)])
        }
    }
}

extension Ticket {
    /// The words under which a search finds the ticket itself.
    func words(of person: (name: String, email: String?, phone: String?)) -> String {
        SearchRow.words(
            ofTicket: number.text, subject: subject, customer: customer, name: person.name, email: person.email,
            phone: person.phone)
    }
}

extension CountKey {
    init(_ ticket: Ticket) {
        status = ticket.status
        category = ticket.category
        priority = ticket.priority
        channel = ticket.channel
        assignee = ticket.assignee
        isUnread = ticket.unreadByAgent > 0
        needsReview = ticket.verdict.needsReview
    }
}
