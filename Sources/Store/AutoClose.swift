import Domain
import SQLite

extension Reading {
    /// When the resolved ticket that has been left alone longest was last touched.
    package func longestResolved() throws(Failure) -> Instant? {
        try first("SELECT updated_at FROM tickets WHERE status = 7 ORDER BY updated_at LIMIT 1") { row in
            Instant(milliseconds: row.integer(0))
        }
    }

    /// Resolved tickets that nothing was written to since `instant`, the longest untouched first.
    package func resolvedTickets(untouchedSince instant: Instant, limit: Int64) throws(Failure) -> [ID<Ticket>] {
        try all(
            "SELECT id FROM tickets WHERE status = 7 AND updated_at <= $1 ORDER BY updated_at LIMIT $2",
            [.integer(instant.milliseconds), .integer(limit)]
        ) { ID($0.integer(0)) }
    }
}
