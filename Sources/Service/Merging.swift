import Domain
import Store

/// Puts two tickets about the same thing together.
package struct Merging: Sendable {
    private let tickets = TicketService()

    package init() {}

    /// Moves what `reference` has (messages, files, tags, watchers) into another ticket of the same customer and closes
    /// it. A ticket that was merged itself stands for the one it went into.
    ///
    /// - Returns: the closed source.
    /// - Throws: `.notFound`, `.stale`; `.validation` where `into` is no ticket, or the same; `.ticketClosed` where one
    ///   of them is closed; `.differentCustomers`; `.notAssignee`, since the source's status changes.
    package func merge(
        _ reference: TicketReference, into other: TicketReference, by agent: Agent, matching version: IfMatch,
        in tx: Writing
    ) throws(Failure) -> TicketRecord {
        let source = try tickets.record(reference, in: tx)
        try version.check(source.ticket.version)
        guard let id = try tx.ticketID(other), let named = try tx.ticketRecord(id) else {
            throw .field("into", "must be the id or number of a ticket")
        }
        guard source.ticket.status != .closed else { throw .ticketClosed }
        let target = try tx.standing(for: named)
        guard target.ticket.id != source.ticket.id else { throw .field("into", "must be another ticket") }
        guard target.ticket.customer == source.ticket.customer else { throw .differentCustomers }
        // A ticket that was matched by an address nobody has proved is hidden from the account; its messages may be
        // somebody else's, so they do not go where the account sees them, nor the other way round.
        if target.ticket.isMatchedByAddress != source.ticket.isMatchedByAddress,
            try tx.contact(source.ticket.customer)?.isVerified != true
        {
            throw .differentCustomers
        }
        guard target.ticket.status != .closed else { throw .ticketClosed }
        try source.ticket.requireHold(of: agent)

        let actor = Actor.staff(agent)
        try tx.moveMessages(from: source.ticket.id, to: target.ticket.id)
        var coming = TicketEdit(target.ticket, at: tx.now)
        coming.mergeIn(source.ticket, making: try tx.threadTotals(of: target.ticket.id), by: actor)
        _ = try tx.save(coming, of: target)
        var going = TicketEdit(source.ticket, at: tx.now)
        going.mergeAway(into: target.ticket, leaving: try tx.threadTotals(of: source.ticket.id), by: actor)
        return try tx.save(going, of: source)
    }
}

extension Reading {
    /// The ticket that stands for `record` now: itself, or what it was merged into, and so on. Nothing is merged into a
    /// closed ticket and a merged one stays closed, so this ends.
    func standing(for record: TicketRecord) throws(Failure) -> TicketRecord {
        var standing = record
        while let next = standing.ticket.mergedInto, let target = try ticketRecord(next) { standing = target }
        return standing
    }
}
