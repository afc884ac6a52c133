import Domain
import Store

/// Members of staff who follow a ticket that is not theirs.
package struct Watchers: Sendable {
    /// How many may watch one ticket: they stand in its row.
    package static let most = 50

    private let tickets = TicketService()

    package init() {}

    /// Who watches a ticket, in the order they came.
    ///
    /// - Throws: `.notFound`.
    package func list(_ reference: TicketReference, in tx: Reading) throws(Failure) -> [Contact] {
        var found: [Contact] = []
        for id in try tickets.record(reference, in: tx).ticket.watchers {
            if let contact = try tx.contact(id) { found.append(contact) }
        }
        return found
    }

    /// Lets `user` watch the ticket. Whoever does so already stays, and nothing is written.
    ///
    /// - Throws: `.notFound`, `.stale`, `.validation` unless `user` is an active member of staff.
    package func add(
        _ user: ID<User>, to reference: TicketReference, matching version: IfMatch, in tx: Writing
    ) throws(Failure) -> (watcher: Contact, isNew: Bool, record: TicketRecord) {
        let record = try tickets.record(reference, in: tx)
        try version.check(record.ticket.version)
        guard let contact = try tx.contact(user), contact.role.isStaff, contact.isActive else {
            throw .field("user_id", "must be the id of an active agent or admin")
        }
        if record.ticket.watchers.contains(user) { return (contact, false, record) }
        guard record.ticket.watchers.count < Watchers.most else {
            throw .field("user_id", "cannot be added: a ticket has at most \(Watchers.most) watchers")
        }
        var edit = TicketEdit(record.ticket, at: tx.now)
        edit.after.watchers.append(user)
        return (contact, true, try tx.save(edit, of: record))
    }

    /// - Throws: `.notFound` for no such ticket, `.stale`. Whoever does not watch it is no error.
    package func remove(
        _ user: ID<User>, from reference: TicketReference, matching version: IfMatch, in tx: Writing
    ) throws(Failure) -> TicketRecord {
        let record = try tickets.record(reference, in: tx)
        try version.check(record.ticket.version)
        var edit = TicketEdit(record.ticket, at: tx.now)
        edit.after.watchers.removeAll { $0 == user }
        return try tx.save(edit, of: record)
    }
}
