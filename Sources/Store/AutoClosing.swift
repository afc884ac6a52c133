import Domain
import SQLite

extension Reading {
    /// Resolved tickets that have not changed since `moment`, those first that were left longest.
    package func resolvedTickets(untouchedSince moment: Instant, limit: Int64) throws(Failure) -> [ID<Ticket>] {
        try all(
            """
            SELECT id FROM tickets INDEXED BY tickets_resolved_by_updated_at
            WHERE status = 7 AND updated_at <= $1
            ORDER BY updated_at, id
            LIMIT $2
            """, [.integer(moment.milliseconds), .integer(limit)]
        ) { ID($0.integer(0)) }
    }

    /// When the resolved ticket that was left longest was last changed.
    package func oldestResolved() throws(Failure) -> Instant? {
        try first(
            """
            SELECT updated_at FROM tickets INDEXED BY tickets_resolved_by_updated_at
            WHERE status = 7 ORDER BY updated_at LIMIT 1
            """
        ) { Instant(milliseconds: $0.integer(0)) }
    }
}
