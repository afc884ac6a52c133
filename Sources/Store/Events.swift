import Domain
import SQLite

extension Writing {
    /// Appends events; their seq is the order in which everything ever happened.
    package func insert(_ events: [EventDraft], on ticket: ID<Ticket>) throws(Failure) {
        for event in events {
            try run(
                """
                INSERT INTO events (
                    ticket_id, type, from_value, to_value, actor_type, actor_id, actor_name, metadata, is_public,
                    created_at)
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
                """,
                [
                    .integer(ticket.rawValue), .text(event.kind.rawValue), .optional(event.from), .optional(event.to),
                    .text(event.actor.type.rawValue), .optional(event.actor.id?.rawValue), .text(event.actor.name),
                    .optional(event.metadata), .flag(event.kind.isPublic), .integer((event.at ?? now).milliseconds),
                ])
            note(db.lastInsertRowID, of: .events, at: event.at ?? now)
        }
    }
}

extension Reading {
    /// The newest `limit` events of a ticket, oldest first; for a customer the public kinds alone.
    package func newestEvents(
        of ticket: ID<Ticket>, for audience: MessageAudience, limit: Int64
    ) throws(Failure) -> [Event] {
        let arguments: [SQLValue] = [.integer(ticket.rawValue), .integer(limit)]
        switch audience {
        case .staff:
            return try all(
                """
                SELECT seq, ticket_id, type, from_value, to_value, actor_type, actor_id, actor_name, metadata, created_at
                FROM events
                WHERE ticket_id = $1
                ORDER BY seq DESC
                LIMIT $2
                """, arguments, Event.init(row:)
            ).reversed()
        case .customer:
            return try all(
                """
                SELECT seq, ticket_id, type, from_value, to_value, actor_type, actor_id, actor_name, metadata, created_at
                FROM events
                WHERE ticket_id = $1 AND is_public = 1
                ORDER BY seq DESC
                LIMIT $2
                """, arguments, Event.init(row:)
            ).reversed()
        }
    }

    /// The next `limit` events of a ticket after `after`, oldest first.
    package func events(of ticket: ID<Ticket>, after: Int64, limit: Int64) throws(Failure) -> [Event] {
        try all(
            """
            SELECT seq, ticket_id, type, from_value, to_value, actor_type, actor_id, actor_name, metadata, created_at
            FROM events
            WHERE ticket_id = $1 AND seq > $2
            ORDER BY seq
            LIMIT $3
            """, [.integer(ticket.rawValue), .integer(after), .integer(limit)], Event.init(row:))
    }
}

extension Reading {
    package func eventCount(of ticket: ID<Ticket>) throws(Failure) -> Int64 {
        try first("SELECT count(*) FROM events WHERE ticket_id = $1", [.integer(ticket.rawValue)]) { $0.integer(0) }
            ?? 0
    }
}

extension Event {
    init(row: Row) {
        var columns = Columns(row)
        self.init(
            seq: columns.integer(), ticket: columns.id(), kind: Event.Kind(rawValue: columns.text()) ?? .created,
            from: columns.optionalText(), to: columns.optionalText(),
            actor: Actor(
                type: AuthorType(rawValue: columns.text()) ?? .system, id: columns.optionalID(), name: columns.text()),
            metadata: columns.optionalText(), createdAt: columns.instant())
    }
}
