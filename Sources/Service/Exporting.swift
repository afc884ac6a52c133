import Domain
import Store

/// What is kept about a customer, for the customer: their account and what they can see of their tickets.
///
/// Internal notes are staff's own and stay out; so do the copies that mails, backups and the search index are.
package struct CustomerExport: Sendable {
    package let user: User
    package let tickets: [TicketDetail]
    /// The last ticket of this part; nil when there are no more.
    package let next: ID<Ticket>?
    package let at: Instant
}

package struct Exporting: Sendable {
    /// A part ends with the ticket that reaches one of these: tickets, and bytes of message texts.
    private static let mostTickets = 5000
    private static let mostBytes = 16 << 20

    private let tickets = TicketService()

    package init() {}

    /// One part of a customer's export, which mostly is all of it; for a slow thread.
    ///
    /// - Throws: `.notFound` for who is not there or no customer.
    package func export(
        _ customer: ID<User>, after position: ID<Ticket>?, in tx: Reading
    ) throws(Failure) -> CustomerExport {
        guard let user = try tx.user(customer), !user.role.isStaff else { throw .notFound }
        let ids = try tx.ticketIDs(
            of: customer, after: position ?? ID(0), limit: Int64(Exporting.mostTickets) + 1)
        var details: [TicketDetail] = []
        var bytes = 0
        for id in ids.prefix(Exporting.mostTickets) {
            guard bytes < Exporting.mostBytes else { break }
            guard let record = try tx.ticketRecord(id) else { continue }
            let detail = TicketDetail(
                record: record, messages: try tx.newestMessages(of: id, for: .customer, limit: .max),
                events: try tx.newestEvents(of: id, for: .customer, limit: .max))
            bytes += detail.messages.reduce(0) { $0 + $1.body.utf8.count }
            details.append(detail)
        }
        let isCut = details.count < ids.count
        return CustomerExport(
            user: user, tickets: details, next: isCut ? details.last?.record.ticket.id : nil, at: tx.now)
    }

    package func note(_ customer: ID<User>, by admin: Admin, in tx: Writing) throws(Failure) {
        try tx.audit(action: "customer.exported", subject: "user \(customer)", details: "{}", by: .staff(admin.agent))
    }
}
