import SQLite

/// Tickets that the server opened: the ticket, its first message, two events, its tags, two rows of the search index.
struct CreateReplay: Replay {
    private struct Opened {
        let ticket: [SQLValue]
        let count: CountChanges.Key
        let message: [SQLValue]
        let events: [[SQLValue]]
        let tags: [[SQLValue]]
        let search: [[SQLValue]]
    }

    private let tickets: [Opened]

    var count: Int { tickets.count }

    /// - Parameters:
    ///   - server: the database that the server has written to, closed again.
    ///   - seed: what it was before.
    init(rowsOf server: String, since seed: String) throws {
        let before = try Connection(path: seed, mode: .readOnly)
        let db = try Connection(path: server, mode: .readOnly)
        let lastTicket = try before.first("SELECT max(id) FROM tickets") { $0.integer(0) } ?? 0
        let lastMessage = try before.first("SELECT max(id) FROM messages") { $0.integer(0) } ?? 0
        let lastEvent = try before.first("SELECT max(seq) FROM events") { $0.integer(0) } ?? 0

        let messages = Dictionary(
            try ReplayedRows.messages(after: lastMessage, in: db).map { ($0.ticket, $0) },
            uniquingKeysWith: { a, _ in a })
        let events = Dictionary(
            grouping: try ReplayedRows.events(after: lastEvent, in: db), by: \.ticket)
        let tags = Dictionary(
            grouping: try db.all(
                "SELECT tag, ticket_id FROM ticket_tags WHERE ticket_id > $1", [.integer(lastTicket)]
            ) { (ticket: $0.integer(1), row: ReplayedRows.values($0)) }, by: \.ticket)
        tickets = try db.all(
            """
            SELECT
                t.id, t.ticket_number, t.subject, t.first_message_id, t.category_id, t.priority, t.status, t.channel,
                t.customer_id, t.matched_by_address, t.assigned_to_id, t.assigned_at, t.created_by_id, t.tags,
                t.reference_map, t.unread_by_agent, t.unread_by_customer, t.message_count, t.ai_processed,
                t.ai_category, t.ai_category_confidence, t.ai_category_scores, t.ai_priority, t.ai_needs_review,
                t.ai_suggested_category, t.ai_suggested_response, t.ai_processing_notes, t.ai_summary, t.ai_model,
                t.last_customer_message_at, t.last_message_at, t.created_at, t.updated_at, t.version,
                t.public_updated_at, t.public_version,
                'c' || t.customer_id || ' ' || t.ticket_number || ' ' || t.subject || ' ' || u.name || ' '
                    || coalesce(u.email, '') || ' ' || coalesce(u.phone, '')
            FROM tickets AS t JOIN users AS u ON u.id = t.customer_id
            WHERE t.id > $1 ORDER BY t.id
            """, [.integer(lastTicket)]
        ) { row in
            let id = row.integer(0)
            return Opened(
                ticket: Array(ReplayedRows.values(row).dropLast()),
                count: CountChanges.Key(
                    status: row.integer(6), category: row.integer(4), priority: row.integer(5), channel: row.text(7),
                    assignee: row.integer(10), isUnread: row.integer(15) > 0 ? 1 : 0, needsReview: row.integer(23)),
                message: messages[id]?.row ?? [], events: (events[id] ?? []).map(\.row),
                tags: (tags[id] ?? []).map(\.row),
                search: [messages[id]?.search ?? [], [.integer(id * 2 + 1), .text(row.text(36))]])
        }
    }

    func write(_ range: Range<Int>, to db: Connection) throws(SQLiteError) {
        var counts = CountChanges()
        for ticket in tickets[range] {
            try db.run(
                """
                INSERT INTO tickets (
                    id, ticket_number, subject, first_message_id, category_id, priority, status, channel, customer_id,
                    matched_by_address, assigned_to_id, assigned_at, created_by_id, tags, reference_map,
                    unread_by_agent, unread_by_customer, message_count, ai_processed, ai_category,
                    ai_category_confidence, ai_category_scores, ai_priority, ai_needs_review, ai_suggested_category,
                    ai_suggested_response, ai_processing_notes, ai_summary, ai_model, last_customer_message_at,
                    last_message_at, created_at, updated_at, version, public_updated_at, public_version)
                VALUES (
                    $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21,
                    $22, $23, $24, $25, $26, $27, $28, $29, $30, $31, $32, $33, $34, $35, $36)
                """, ticket.ticket)
            try ReplayedRows.message(ticket.message, to: db)
            for event in ticket.events { try ReplayedRows.event(event, to: db) }
            for tag in ticket.tags { try db.run("INSERT INTO ticket_tags (tag, ticket_id) VALUES ($1, $2)", tag) }
            counts.add(ticket.count, 1)
        }
        // At the end of the group, as the server does it: one segment of the index a commit.
        for ticket in tickets[range] {
            for row in ticket.search { try ReplayedRows.search(row, to: db) }
        }
        try counts.write(to: db)
    }
}
