import Domain
import SQLite

/// A mail that has to reach somebody, written in the transaction of its cause.
package struct NewMail: Sendable {
    package let kind: String
    package let recipient: String
    package let subject: String
    package let body: String
    package var ticket: ID<Ticket>?
    package var user: ID<User>?

    package init(
        kind: String, recipient: String, subject: String, body: String, ticket: ID<Ticket>? = nil,
        user: ID<User>? = nil
    ) {
        self.kind = kind
        self.recipient = recipient
        self.subject = subject
        self.body = body
        self.ticket = ticket
        self.user = user
    }
}

extension Writing {
    package func send(_ mail: NewMail) throws(Failure) {
        try run(
            """
            INSERT INTO deliveries (transport, kind, recipient, subject, body, next_attempt_at, ticket_id, user_id,
                created_at)
            VALUES ('mail', $1, $2, $3, $4, $5, $6, $7, $5)
            """,
            [
                .text(mail.kind), .text(mail.recipient), .text(mail.subject), .text(mail.body),
                .integer(now.milliseconds), .optional(mail.ticket?.rawValue), .optional(mail.user?.rawValue),
            ])
    }
}

extension Reading {
    /// The text of the mail of that kind that was written last.
    package func newestMailBody(kind: String) throws(Failure) -> String? {
        try first(
            "SELECT body FROM deliveries WHERE transport = 'mail' AND kind = $1 ORDER BY id DESC LIMIT 1", [.text(kind)]
        ) { $0.text(0) }
    }
}

/// A row of the outbox.
package struct Delivery: Sendable {
    package let id: Int64
    package let transport: String
    package let kind: String
    package let recipient: String
    package let subject: String
    package let body: String
    package let status: String
    package let createdAt: Instant

    init(row: Row) {
        var columns = Columns(row)
        id = columns.integer()
        transport = columns.text()
        kind = columns.text()
        recipient = columns.text()
        subject = columns.text()
        body = columns.text()
        status = columns.text()
        createdAt = columns.instant()
    }
}

extension Reading {
    /// The newest `limit` deliveries, newest first.
    package func newestDeliveries(limit: Int64) throws(Failure) -> [Delivery] {
        try all(
            """
            SELECT id, transport, kind, recipient, subject, body, status, created_at
            FROM deliveries ORDER BY id DESC LIMIT $1
            """, [.integer(limit)], Delivery.init(row:))
    }

    package func delivery(_ id: Int64) throws(Failure) -> Delivery? {
        try first(
            """
            SELECT id, transport, kind, recipient, subject, body, status, created_at
            FROM deliveries WHERE id = $1
            """, [.integer(id)], Delivery.init(row:))
    }
}
