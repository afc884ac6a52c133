import Domain
import SQLite

/// The first answer to a request that carried an `Idempotency-Key`.
package struct KeptAnswer: Sendable, Equatable {
    /// SHA-256 over method, path and body.
    package let requestHash: String
    package let status: Int64
    /// A JSON map of the answer's own header fields.
    package let headers: String
    package let body: [UInt8]
    package let about: AnswerSubject?

    package init(requestHash: String, status: Int64, headers: String, body: [UInt8], about: AnswerSubject? = nil) {
        self.requestHash = requestHash
        self.status = status
        self.headers = headers
        self.body = body
        self.about = about
    }

    /// What the answer was about is gone, and with it what the answer said.
    package var isGone: Bool { status == 404 && body.isEmpty }

    /// How long an answer is kept, in milliseconds.
    package static let lifetime: Int64 = 24 * 3600 * 1000
}

/// What an answer shows the data of: once that is deleted or erased, the answer is not given again.
package enum AnswerSubject: Sendable, Equatable {
    case ticket(ID<Ticket>)
    case message(ID<Message>)
    case attachment(ID<Attachment>)
    case user(ID<User>)

    /// As it stands in its column.
    fileprivate var text: String {
        switch self {
        case .ticket(let id): "ticket:\(id)"
        case .message(let id): "message:\(id)"
        case .attachment(let id): "attachment:\(id)"
        case .user(let id): "user:\(id)"
        }
    }
}

extension Reading {
    package func idempotentAnswer(caller: String, key: String) throws(Failure) -> KeptAnswer? {
        try first(
            """
            SELECT request_hash, status, headers, body FROM idempotent_answers
            WHERE caller = $1 AND idempotency_key = $2 AND created_at > $3
            """, [.text(caller), .text(key), .integer(now.milliseconds - KeptAnswer.lifetime)]
        ) { row in
            KeptAnswer(requestHash: row.text(0), status: row.integer(1), headers: row.text(2), body: row.blob(3))
        }
    }
}

extension Writing {
    /// Keeps the first answer to `key`; only one that is older than its lifetime gives way.
    package func keep(_ answer: KeptAnswer, caller: String, key: String) throws(Failure) {
        try run(
            """
            INSERT INTO idempotent_answers (
                caller, idempotency_key, request_hash, status, headers, body, created_at, about
            )
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
            ON CONFLICT (caller, idempotency_key) DO UPDATE SET
                request_hash = excluded.request_hash, status = excluded.status, headers = excluded.headers,
                body = excluded.body, created_at = excluded.created_at, about = excluded.about
            WHERE idempotent_answers.created_at <= $9
            """,
            [
                .text(caller), .text(key), .text(answer.requestHash), .integer(answer.status), .text(answer.headers),
                .blob(answer.body), .integer(now.milliseconds), .optional(answer.about?.text),
                .integer(now.milliseconds - KeptAnswer.lifetime),
            ])
    }

    /// Takes the text out of the answers about a ticket, its messages and its files, all of which are still there. The
    /// keys stay: the request must not run a second time.
    func blankAnswers(about ticket: ID<Ticket>) throws(Failure) {
        try run(
            """
            UPDATE idempotent_answers SET status = 404, headers = '{}', body = x''
            WHERE about IN (
                SELECT 'ticket:' || $1
                UNION ALL SELECT 'message:' || id FROM messages WHERE ticket_id = $1
                UNION ALL SELECT 'attachment:' || attachments.id FROM messages
                JOIN attachments ON attachments.message_id = messages.id WHERE messages.ticket_id = $1
            )
            """, [.integer(ticket.rawValue)])
    }

    /// The same of the answers about somebody.
    func blankAnswers(about user: ID<User>) throws(Failure) {
        try run(
            "UPDATE idempotent_answers SET status = 404, headers = '{}', body = x'' WHERE about = $1",
            [.text(AnswerSubject.user(user).text)])
    }

    /// Forgets the answers whose time is over; for the housekeeper.
    package func forgetOldAnswers() throws(Failure) {
        try run(
            "DELETE FROM idempotent_answers WHERE created_at <= $1",
            [.integer(now.milliseconds - KeptAnswer.lifetime)])
    }
}
