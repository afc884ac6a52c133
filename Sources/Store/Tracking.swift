import Domain
import SQLite

extension Reading {
    /// The ticket of that number, when it belongs to the customer with that address.
    ///
    /// One statement that looks at both and reads a ticket's row either way (the newest one's where the number is
    /// unknown), so that its time does not tell a wrong address from an unknown number.
    ///
    /// - Parameter email: trimmed and lower-cased.
    package func ticketID(number: TicketNumber?, email: String) throws(Failure) -> ID<Ticket>? {
        let found = try first(
            """
            SELECT
                (SELECT id FROM tickets WHERE ticket_number = $1),
                (SELECT customer_id FROM tickets
                    WHERE id = coalesce(
                        (SELECT id FROM tickets WHERE ticket_number = $1), (SELECT max(id) FROM tickets))),
                (SELECT id FROM users WHERE email = $2)
            """, [.text(number?.text ?? ""), .text(email)]
        ) { (ticket: $0.optionalInteger(0), customer: $0.optionalInteger(1), owner: $0.optionalInteger(2)) }
        guard let found, let ticket = found.ticket, let owner = found.owner, found.customer == owner else { return nil }
        return ID(ticket)
    }
}
