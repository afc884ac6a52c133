import SQLite

/// Tickets that the server opened: the ticket, its first message, two events, its tags, two rows of the search index.
struct CreateReplay: Replay {
    private struct Opened {
        let ticket: [SQLValue]
        let count: CountChanges.Key
        var message: [SQLValue] = []
        var events: [[SQLValue]] = []
        var tags: [[SQLValue]] = []
        var search: [[SQLValue]] = []
    }

    private let tickets: [Opened]
    private let insertion: (ticket: String, message: String, event: String, tag: String)

    var count: Int { tickets.count }

    init(_ written: WrittenRows) {
        let messages = Dictionary(
            grouping: written.newMessages, by: { written.messages.integer("ticket_id", of: $0) })
        let events = Dictionary(grouping: written.newEvents, by: { written.events.integer("ticket_id", of: $0) })
        let tags = Dictionary(grouping: written.newTags, by: { written.tags.integer("ticket_id", of: $0) })
        let columns = written.tickets
        tickets = written.newTickets.map { row in
            let id = columns.integer("id", of: row)
            var opened = Opened(
                ticket: row.values,
                count: CountChanges.Key(
                    status: columns.integer("status", of: row), category: columns.integer("category_id", of: row),
                    priority: columns.integer("priority", of: row), channel: columns.text("channel", of: row),
                    assignee: columns.integer("assigned_to_id", of: row),
                    isUnread: columns.integer("unread_by_agent", of: row) > 0 ? 1 : 0,
                    needsReview: columns.integer("ai_needs_review", of: row)))
            for message in messages[id] ?? [] {
                opened.message = message.values
                opened.search.append(written.search[written.messages.integer("id", of: message) * 2] ?? [])
            }
            opened.search.append(written.search[id * 2 + 1] ?? [])
            opened.events = (events[id] ?? []).map(\.values)
            opened.tags = (tags[id] ?? []).map(\.values)
            return opened
        }
        insertion = (
            columns.insertion, written.messages.insertion, written.events.insertion, written.tags.insertion
        )
    }

    func write(_ range: Range<Int>, to db: Connection) throws(SQLiteError) {
        var counts = CountChanges()
        for ticket in tickets[range] {
            try db.run(composed: insertion.ticket, ticket.ticket)
            try db.run(composed: insertion.message, ticket.message)
            for event in ticket.events { try db.run(composed: insertion.event, event) }
            for tag in ticket.tags { try db.run(composed: insertion.tag, tag) }
            counts.add(ticket.count, 1)
        }
        // At the end of the group, as the server does it: one segment of the index a commit.
        try db.writeSearch(tickets[range].flatMap(\.search))
        try counts.write(to: db)
    }
}
