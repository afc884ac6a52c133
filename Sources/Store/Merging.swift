import Domain
import SQLite

extension Writing {
    /// Hands all messages of `source`, notes included, to `target`. Their ids and times stay, and with them whatever
    /// hangs on a message. The search index has them under the customer, so it stays as it is.
    package func moveMessages(from source: ID<Ticket>, to target: ID<Ticket>) throws(Failure) {
        try run(
            "UPDATE messages SET ticket_id = $1 WHERE ticket_id = $2",
            [.integer(target.rawValue), .integer(source.rawValue)])
    }
}

extension Reading {
    /// What the messages of a ticket add up to.
    package func threadTotals(of ticket: ID<Ticket>) throws(Failure) -> ThreadTotals {
        let totals = try first(
            """
            SELECT
                count(*), max(created_at), max(CASE author_type WHEN 'customer' THEN created_at END),
                max(CASE author_type WHEN 'staff' THEN created_at END)
            FROM messages
            WHERE ticket_id = $1 AND is_internal = 0
            """, [.integer(ticket.rawValue)]
        ) { row in
            var columns = Columns(row)
            return ThreadTotals(
                publicMessages: columns.integer(), lastMessageAt: columns.optionalInstant(),
                lastCustomerMessageAt: columns.optionalInstant(), lastStaffMessageAt: columns.optionalInstant())
        }
        guard let totals else { throw .internalFault("a count has no row") }
        return totals
    }

    /// The tickets that went straight into `target`.
    package func ticketsMerged(into target: ID<Ticket>) throws(Failure) -> [ID<Ticket>] {
        try all("SELECT id FROM tickets WHERE merged_into_id = $1 ORDER BY id", [.integer(target.rawValue)]) {
            ID($0.integer(0))
        }
    }
}
