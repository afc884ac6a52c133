import Domain
import SQLite

/// A ticket whose category staff has settled: what it said, what was chosen, what the classifier had said.
package struct ChosenCategory: Sendable {
    package let subject: String
    package let description: String
    package let category: String
    package let verdict: String?
}

extension Reading {
    /// Rows of one status that are looked at, so that a search which finds nothing ends too.
    private static let mostSearched: Int64 = 50_000

    /// Hands `body` the tickets created from `start` to before `end` that staff has dealt with, the newest first, at
    /// most `limit`: those whose category staff has changed, and those that staff has answered, moved on or closed
    /// without changing it.
    package func eachChosenCategory(
        from start: Instant?, to end: Instant?, limit: Int,
        _ body: (ChosenCategory) throws(Failure) -> Void
    ) throws(Failure) {
        var found: [(id: Int64, at: Int64)] = []
        for status in Status.allCases {
            found += try all(
                """
                SELECT t.id, t.created_at
                FROM (
                    SELECT id, created_at, last_staff_message_at
                    FROM tickets
                    WHERE status = $1 AND created_at >= $2 AND created_at < $3
                    ORDER BY created_at DESC
                    LIMIT $4
                ) AS t
                WHERE t.last_staff_message_at IS NOT NULL OR EXISTS (
                    SELECT 1 FROM events
                    WHERE ticket_id = t.id AND actor_type = 'staff'
                        AND type IN ('category_change', 'status_change', 'close'))
                ORDER BY t.created_at DESC
                LIMIT $5
                """,
                [
                    .integer(status.code), .integer(start?.milliseconds ?? 0),
                    .integer(end?.milliseconds ?? Int64.max), .integer(Reading.mostSearched), .integer(Int64(limit)),
                ]
            ) { ($0.integer(0), $0.integer(1)) }
        }
        found.sort { ($0.at, $0.id) > ($1.at, $1.id) }
        for (id, _) in found.prefix(limit) {
            let ticket = try first(
                """
                SELECT t.subject, m.body, c.slug, t.ai_category
                FROM tickets AS t
                JOIN messages AS m ON m.id = t.first_message_id
                JOIN categories AS c ON c.id = t.category_id
                WHERE t.id = $1
                """, [.integer(id)]
            ) {
                ChosenCategory(
                    subject: $0.text(0), description: $0.text(1), category: $0.text(2), verdict: $0.optionalText(3))
            }
            if let ticket { try body(ticket) }
        }
    }
}
