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

    package init(requestHash: String, status: Int64, headers: String, body: [UInt8]) {
        self.requestHash = requestHash
        self.status = status
        self.headers = headers
        self.body = body
    }

    /// How long an answer is kept, in milliseconds.
    package static let lifetime: Int64 = 24 * 3600 * 1000
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
    /// Keeps the first answer to `key`; one that is older than its lifetime gives way.
    package func keep(_ answer: KeptAnswer, caller: String, key: String) throws(Failure) {
        try run(
            """
            INSERT INTO idempotent_answers (caller, idempotency_key, request_hash, status, headers, body, created_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7)
            ON CONFLICT (caller, idempotency_key) DO UPDATE SET
                request_hash = excluded.request_hash, status = excluded.status, headers = excluded.headers,
                body = excluded.body, created_at = excluded.created_at
            """,
            [
                .text(caller), .text(key), .text(answer.requestHash), .integer(answer.status), .text(answer.headers),
                .blob(answer.body), .integer(now.milliseconds),
            ])
    }

    /// Forgets the answers whose time is over; for the housekeeper.
    package func forgetOldAnswers() throws(Failure) {
        try run(
            "DELETE FROM idempotent_answers WHERE created_at <= $1",
            [.integer(now.milliseconds - KeptAnswer.lifetime)])
    }
}
