import Domain
import SQLite

/// An answer that is kept for its `Idempotency-Key`, as far as it has to be looked at.
package struct KeptAnswerRow: Sendable {
    package let caller: String
    package let key: String
    package let body: [UInt8]
}

extension Reading {
    /// The next `limit` kept answers behind `row`, in the order of callers and keys.
    package func keptAnswers(
        after row: (caller: String, key: String), limit: Int64
    ) throws(Failure) -> [KeptAnswerRow] {
        try all(
            """
            SELECT caller, idempotency_key, body FROM idempotent_answers
            WHERE (caller, idempotency_key) > ($1, $2)
            ORDER BY caller, idempotency_key LIMIT $3
            """, [.text(row.caller), .text(row.key), .integer(limit)]
        ) { KeptAnswerRow(caller: $0.text(0), key: $0.text(1), body: $0.blob(2)) }
    }

    /// Whose ticket has that id.
    package func customer(ofTicket id: ID<Ticket>) throws(Failure) -> ID<User>? {
        try first("SELECT customer_id FROM tickets WHERE id = $1", [.integer(id.rawValue)]) { ID($0.integer(0)) }
    }
}

extension Writing {
    package func forget(_ answer: KeptAnswerRow) throws(Failure) {
        try run(
            "DELETE FROM idempotent_answers WHERE caller = $1 AND idempotency_key = $2",
            [.text(answer.caller), .text(answer.key)])
    }
}
