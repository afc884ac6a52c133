import Domain
import SQLite

extension Reading {
    /// The newest rows of the search index that have `term`, at most `limit`: reading them costs the same however
    /// common the word is.
    ///
    /// - Parameter term: letters and digits only, so that it is one word to the index.
    private func searchRows(term: String, limit: Int64) throws(Failure) -> [Int64] {
        try all(
            "SELECT rowid FROM search WHERE search MATCH $1 ORDER BY rowid DESC LIMIT $2",
            [.text("\"\(term)\""), .integer(limit)]
        ) { $0.integer(0) }
    }

    /// Which of the newest tickets have `term`, in their own fields or in a message.
    ///
    /// - Returns: the tickets, and whether there may be more than were looked at.
    package func newestTickets(
        withTerm term: String, lookingAt limit: Int64
    ) throws(Failure) -> (tickets: Set<ID<Ticket>>, isCommon: Bool) {
        let rows = try searchRows(term: term, limit: limit)
        var found: Set<ID<Ticket>> = []
        for row in rows {
            if let ticket = SearchRow.ticket(row) {
                found.insert(ticket)
            } else if let ticket = try first(
                "SELECT ticket_id FROM messages WHERE id = $1", [.integer(row / 2)],
                { ID<Ticket>($0.integer(0)) })
            {
                found.insert(ticket)
            }
        }
        return (found, Int64(rows.count) >= limit)
    }

    /// What a comparison of tickets needs of one.
    package func standing(of ticket: ID<Ticket>) throws(Failure) -> (status: Status, mergedInto: ID<Ticket>?)? {
        try first("SELECT status, merged_into_id FROM tickets WHERE id = $1", [.integer(ticket.rawValue)]) { row in
            var columns = Columns(row)
            return (Status(code: columns.integer()) ?? .open, columns.optionalID())
        }
    }

    /// The row of a list for that ticket.
    package func listedTicket(_ id: ID<Ticket>) throws(Failure) -> ListedTicket? { try stampedTicket(.id(id)) }
}
