import Domain
import SQLite

/// An event, and whose ticket it is about.
package struct TicketEvent: Sendable {
    package let event: Event
    /// Nil for a ticket that is not there any more.
    package let customer: ID<User>?
    /// The customer sees the ticket only once their address is verified.
    package let isMatchedByAddress: Bool

    /// Whether a customer's stream has it.
    package func isVisible(to caller: PortalCaller) -> Bool {
        if let only = caller.onlyTicket, only != event.ticket { return false }
        return event.kind.isPublic && customer == caller.customer.id
            && (!isMatchedByAddress || caller.customer.isVerified)
    }
}

extension Reading {
    /// The number of the newest event; 0 before there is one. Events are numbered in the order of their commits, for one
    /// process at a time writes: whoever has read up to a number has missed nothing below it.
    package func lastChange() throws(Failure) -> Int64 {
        try first("SELECT seq FROM events ORDER BY seq DESC LIMIT 1") { $0.integer(0) } ?? 0
    }

    /// The next `limit` events of all tickets after `after`, oldest first.
    package func changes(after: Int64, limit: Int64) throws(Failure) -> [TicketEvent] {
        try all(
            """
            SELECT e.seq, e.ticket_id, e.type, e.from_value, e.to_value, e.actor_type, e.actor_id, e.actor_name,
                e.metadata, e.created_at, t.customer_id, t.matched_by_address
            FROM events AS e
            LEFT JOIN tickets AS t ON t.id = e.ticket_id
            WHERE e.seq > $1
            ORDER BY e.seq
            LIMIT $2
            """, [.integer(after), .integer(limit)], TicketEvent.init(row:))
    }

    /// The next `limit` public events of a customer's tickets after `after`, oldest first: by way of the tickets, so it
    /// costs what the customer has and not what has happened since.
    package func changes(of customer: ID<User>, after: Int64, limit: Int64) throws(Failure) -> [TicketEvent] {
        try all(
            """
            SELECT e.seq, e.ticket_id, e.type, e.from_value, e.to_value, e.actor_type, e.actor_id, e.actor_name,
                e.metadata, e.created_at, t.customer_id, t.matched_by_address
            FROM tickets AS t
            JOIN events AS e ON e.ticket_id = t.id
            WHERE t.customer_id = $1 AND e.seq > $2 AND e.is_public = 1
            ORDER BY e.seq
            LIMIT $3
            """, [.integer(customer.rawValue), .integer(after), .integer(limit)], TicketEvent.init(row:))
    }

    /// Whether a customer has more than `count` tickets; looks at no more than that.
    package func hasTickets(_ customer: ID<User>, moreThan count: Int64) throws(Failure) -> Bool {
        try first(
            "SELECT 1 FROM tickets WHERE customer_id = $1 LIMIT 1 OFFSET $2",
            [.integer(customer.rawValue), .integer(count)]
        ) { _ in true } ?? false
    }
}

extension TicketEvent {
    init(row: Row) {
        // Behind the ten columns of an event.
        self.init(
            event: Event(row: row), customer: row.optionalInteger(10).map { ID($0) },
            isMatchedByAddress: row.flag(11))
    }
}
