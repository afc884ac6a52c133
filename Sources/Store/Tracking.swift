import Domain
import SQLite

extension Reading {
    /// The ticket of that number, when it belongs to the customer with that address.
    ///
    /// One statement that looks at both and reads a ticket's row either way (that of the next number where there is no
    /// such one), so that its time does not tell a wrong address from an unknown number.
    ///
    /// - Parameters:
    ///   - number: nil for what can be no number.
    ///   - email: trimmed and lower-cased.
    package func ticketID(number: TicketNumber?, email: String) throws(Failure) -> ID<Ticket>? {
        let number = number?.text ?? ""
        let found = try first(
            """
            SELECT id, ticket_number, customer_id, (SELECT id FROM users WHERE email = $1)
            FROM tickets
            WHERE id = coalesce(
                (SELECT id FROM tickets WHERE ticket_number >= $2 ORDER BY ticket_number LIMIT 1),
                (SELECT max(id) FROM tickets))
            """, [.text(email), .text(number)]
        ) { (id: $0.integer(0), number: $0.text(1), customer: $0.integer(2), owner: $0.optionalInteger(3)) }
        guard let found, found.number == number, found.customer == found.owner else { return nil }
        return ID(found.id)
    }
}
