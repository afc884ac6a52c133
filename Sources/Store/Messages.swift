import Domain
import SQLite

extension Writing {
    /// The id that the next inserted message gets.
    package func nextMessageID() throws(Failure) -> ID<Message> {
        try sequences.nextMessage { () throws(Failure) in
            try first("SELECT seq FROM sqlite_sequence WHERE name = 'messages'") { $0.integer(0) } ?? 0
        }
    }

    /// Writes a message and puts it into the search index.
    package func insert(_ message: Message, customer: ID<User>) throws(Failure) {
        try run(
            """
            INSERT INTO messages (
                id, ticket_id, body, author_type, author_id, author_name, direction, is_internal, channel, ai_model,
                ai_confidence, created_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
            """,
            [
                .integer(message.id.rawValue), .integer(message.ticket.rawValue), .text(message.body),
                .text(message.author.type.rawValue), .optional(message.author.id?.rawValue),
                .text(message.author.name), .text(message.direction.rawValue), .flag(message.isInternal),
                .text(message.channel.rawValue), .optional(message.aiModel), .optional(message.aiConfidence),
                .integer(message.createdAt.milliseconds),
            ])
        note(message.id.rawValue, of: .messages, at: message.createdAt)
        deferred.search.append(
            .init(
                row: SearchRow.of(message.id),
                words: SearchRow.words(
                    ofMessage: message.body, isInternal: message.isInternal, customer: customer), isRemoval: false))
    }
}

/// Which of a ticket's messages.
package enum MessageAudience: Sendable { case customer, staff }

extension Reading {
    /// The newest `limit` messages of a ticket, oldest first.
    package func newestMessages(
        of ticket: ID<Ticket>, for audience: MessageAudience, limit: Int64
    ) throws(Failure) -> [Message] {
        let newestFirst = try all(
            """
            SELECT id, ticket_id, body, author_type, author_id, author_name, is_internal, channel, ai_model,
                ai_confidence, created_at
            FROM messages
            WHERE ticket_id = $1 AND is_internal <= $2
            ORDER BY id DESC
            LIMIT $3
            """,
            [.integer(ticket.rawValue), .integer(audience == .staff ? 1 : 0), .integer(limit)], Message.init(row:))
        return try withAttachments(newestFirst.reversed())
    }

    /// The next `limit` messages of a ticket after the one with the id `after`, oldest first.
    package func messages(
        of ticket: ID<Ticket>, for audience: MessageAudience, after: Int64, limit: Int64
    ) throws(Failure) -> [Message] {
        let found = try all(
            """
            SELECT id, ticket_id, body, author_type, author_id, author_name, is_internal, channel, ai_model,
                ai_confidence, created_at
            FROM messages
            WHERE ticket_id = $1 AND is_internal <= $2 AND id > $3
            ORDER BY id
            LIMIT $4
            """,
            [
                .integer(ticket.rawValue), .integer(audience == .staff ? 1 : 0), .integer(after), .integer(limit),
            ], Message.init(row:))
        return try withAttachments(found)
    }

    /// Who wrote the latest public message of our side.
    package func latestOwnAuthor(of ticket: ID<Ticket>) throws(Failure) -> AuthorType? {
        try first(
            """
            SELECT author_type FROM messages
            WHERE ticket_id = $1 AND is_internal = 0 AND author_type <> 'customer'
            ORDER BY id DESC LIMIT 1
            """, [.integer(ticket.rawValue)]
        ) { AuthorType(rawValue: $0.text(0)) } ?? nil
    }

    package func messageCount(of ticket: ID<Ticket>, for audience: MessageAudience) throws(Failure) -> Int64 {
        try first(
            "SELECT count(*) FROM messages WHERE ticket_id = $1 AND is_internal <= $2",
            [.integer(ticket.rawValue), .integer(audience == .staff ? 1 : 0)]
        ) { $0.integer(0) } ?? 0
    }
}

extension Message {
    init(row: Row) {
        var columns = Columns(row)
        self.init(
            id: columns.id(), ticket: columns.id(), body: columns.text(),
            author: Actor(
                type: AuthorType(rawValue: columns.text()) ?? .system, id: columns.optionalID(), name: columns.text()),
            isInternal: columns.flag(), channel: columns.channel(),
            aiModel: columns.optionalText(), aiConfidence: columns.optionalReal(), createdAt: columns.instant())
    }
}

extension Reading {
    /// What the customer wrote in public, the description included: the `newest` messages, oldest first.
    package func customerTexts(of ticket: ID<Ticket>, newest: Int64) throws(Failure) -> [String] {
        try all(
            """
            SELECT body FROM messages
            WHERE ticket_id = $1 AND is_internal = 0 AND author_type = 'customer'
            ORDER BY id DESC LIMIT $2
            """, [.integer(ticket.rawValue), .integer(newest)]
        ) { $0.text(0) }.reversed()
    }
}
