import SQLite

/// Replies that the server took from staff: a message, its event and that of the status, the ticket's changed columns, a
/// row of the search index.
struct ReplyReplay: Replay {
    private struct Reply {
        let ticket: Int64
        let message: [SQLValue]
        let search: [SQLValue]
        let time: SQLValue
        /// The ticket's clocks: state, four deadlines, the next instant to announce something, what they come from.
        let clocks: [SQLValue]
        var events: [[SQLValue]] = []
        /// What the status became, if it changed.
        var status: Int64?
        /// What the ticket was and became counted under.
        var counts: (from: CountChanges.Key, to: CountChanges.Key)?
    }

    private let replies: [Reply]
    private let insertion: (message: String, event: String)

    var count: Int { replies.count }

    init(_ written: WrittenRows, since seed: String) throws {
        let before = try Connection(path: seed, mode: .readOnly)
        var keys = try ReplyReplay.keys(before)
        let (messages, events) = (written.messages, written.events)
        var replies = written.newMessages.map { row in
            Reply(
                ticket: messages.integer("ticket_id", of: row), message: row.values,
                search: written.search[messages.integer("id", of: row) * 2] ?? [],
                time: .integer(messages.integer("created_at", of: row)),
                clocks: written.clocks[messages.integer("ticket_id", of: row)] ?? [])
        }
        insertion = (messages.insertion, events.insertion)
        // Messages and their events were written in the same order; a status follows the message that caused it.
        // What the clocks announced before a reply belongs to it; other announcements are the server's own.
        var at = -1
        var announced: [CopiedRow] = []
        for event in written.newEvents {
            let type = events.text("type", of: event)
            if ["sla_warning", "sla_breach", "escalation"].contains(type) {
                announced.append(event)
                continue
            }
            // Closing what was left alone is the server's own work too.
            if events.text("actor_type", of: event) == "system" { continue }
            let isMessage = type == "message"
            if isMessage { at += 1 }
            guard replies.indices.contains(at), replies[at].ticket == events.integer("ticket_id", of: event) else {
                throw BenchError("the server's events do not fit its messages")
            }
            if isMessage {
                replies[at].events = announced.filter { events.integer("ticket_id", of: $0) == replies[at].ticket }
                    .map(\.values)
                announced = []
            }
            replies[at].events.append(event.values)
            if !isMessage { replies[at].status = ReplyReplay.statuses[events.text("to_value", of: event)] }
        }
        for index in replies.indices {
            guard let key = keys[replies[index].ticket] else { continue }
            var changed = key
            if let status = replies[index].status { changed.status = status }
            changed.isUnread = 0
            changed.needsReview = 0
            if changed != key { replies[index].counts = (key, changed) }
            keys[replies[index].ticket] = changed
        }
        self.replies = replies
    }

    func write(_ range: Range<Int>, to db: Connection) throws(SQLiteError) {
        var counts = CountChanges()
        for reply in replies[range] {
            try db.run(composed: insertion.message, reply.message)
            try db.run(
                """
                UPDATE tickets SET
                    status = coalesce($1, status), unread_by_agent = 0, unread_by_customer = unread_by_customer + 1,
                    message_count = message_count + 1, ai_needs_review = 0, last_staff_message_at = $2,
                    last_message_at = $2, updated_at = $2, version = version + 1, public_updated_at = $2,
                    public_version = public_version + 1, sla_state = $3, sla_due_at = $4, first_response_due_at = $5,
                    next_response_due_at = $6, resolution_due_at = $7, sla_next_at = $8, sla_history = $9
                WHERE id = $10
                """, [.optional(reply.status), reply.time] + reply.clocks + [.integer(reply.ticket)])
            guard db.changes == 1 else { throw SQLiteError(code: 0, message: "a reply's ticket is not there") }
            for event in reply.events { try db.run(composed: insertion.event, event) }
            if let changed = reply.counts {
                counts.add(changed.from, -1)
                counts.add(changed.to, 1)
            }
        }
        try db.writeSearch(replies[range].map(\.search))
        try counts.write(to: db)
    }

    /// Codes of the statuses that a reply leads to (Migrations/sqlite/0002).
    private static let statuses: [String: Int64] = [
        "new": 1, "open": 2, "in_progress": 3, "waiting_customer": 4, "waiting_ai": 5, "on_hold": 6, "resolved": 7,
        "closed": 8,
    ]

    private static func keys(_ db: Connection) throws(SQLiteError) -> [Int64: CountChanges.Key] {
        var keys: [Int64: CountChanges.Key] = [:]
        try db.each(
            """
            SELECT id, status, category_id, priority, channel, assigned_to_id, unread_by_agent, ai_needs_review
            FROM tickets WHERE status <> 8
            """
        ) { row in
            keys[row.integer(0)] = CountChanges.Key(
                status: row.integer(1), category: row.integer(2), priority: row.integer(3), channel: row.text(4),
                assignee: row.integer(5), isUnread: row.integer(6) > 0 ? 1 : 0, needsReview: row.integer(7))
        }
        return keys
    }
}
