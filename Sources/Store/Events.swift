import Domain
import SQLite

extension Writing {
    /// Appends events; their seq is the order in which everything ever happened.
    package func insert(_ events: [EventDraft], on ticket: ID<Ticket>) throws(Failure) {
        var rest = events[...]
        while rest.count >= EventRows.few {
            let rows = rest.prefix(EventRows.most)
            rest = rest.dropFirst(rows.count)
            var values: [SQLValue] = []
            values.reserveCapacity(rows.count * EventRows.columns)
            for event in rows { values += EventRows.values(event, on: ticket, at: now) }
            try stored { () throws(SQLiteError) in try db.run(composed: EventRows.insertions[rows.count], values) }
            // One statement numbers its rows without gaps.
            noteEvents(rows, from: db.lastInsertRowID - Int64(rows.count - 1))
        }
        for event in rest {
            try run(
                """
                INSERT INTO events (
                    ticket_id, type, from_value, to_value, actor_type, actor_id, actor_name, metadata, is_public,
                    created_at)
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
                """, EventRows.values(event, on: ticket, at: now))
            noteEvents(CollectionOfOne(event), from: db.lastInsertRowID)
        }
    }

    private func noteEvents(_ events: some Collection<EventDraft>, from first: Int64) {
        var seq = first
        for event in events {
            note(seq, of: .events, at: event.at ?? now)
            sequences.lastEvent = seq
            seq += 1
        }
    }
}

/// The statements that write several events at once, which saves each row but the first a third of its work.
private enum EventRows {
    /// Fewer are cheaper one by one: a statement of several rows keeps a copy of the pages that it changes.
    static let few = 4
    /// In one statement; bounds how many statements there are.
    static let most = 12
    static let columns = 10

    /// By how many rows they write.
    static let insertions = (0...most).map { count in
        let rows = (0..<count).map { row in
            "(" + (1...columns).map { "$\(row * columns + $0)" }.joined(separator: ", ") + ")"
        }
        return """
            INSERT INTO events (
                ticket_id, type, from_value, to_value, actor_type, actor_id, actor_name, metadata, is_public, created_at)
            VALUES \(rows.joined(separator: ", "))
            """
    }

    static func values(_ event: EventDraft, on ticket: ID<Ticket>, at now: Instant) -> [SQLValue] {
        [
            .integer(ticket.rawValue), .text(event.kind.rawValue), .optional(event.from), .optional(event.to),
            .text(event.actor.type.rawValue), .optional(event.actor.id?.rawValue), .text(event.actor.name),
            .optional(event.metadata), .flag(event.kind.isPublic), .integer((event.at ?? now).milliseconds),
        ]
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
