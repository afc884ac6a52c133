import Domain
import Store

/// Takes customers' ratings.
package struct Ratings: Sendable {
    private let tickets = TicketService()

    package init() {}

    /// Rates a ticket that is resolved or closed, or changes its rating within seven days.
    ///
    /// - Parameters:
    ///   - rating: 1 to 5.
    ///   - comment: replaces the one that was given before; nil for none.
    /// - Throws: `.notFound` for a ticket that is not the caller's, `.stale`, `.notResolved`, `.ratingFinal`.
    package func rate(
        _ reference: TicketReference, _ rating: Int64, comment: String?, by caller: PortalCaller,
        matching version: IfMatch, in tx: Writing
    ) throws(Failure) -> TicketRecord {
        let record = try tickets.record(reference, for: caller, in: tx)
        try version.check(record.ticket.publicVersion)
        var edit = TicketEdit(record.ticket, at: tx.now)
        try edit.rate(rating, comment: comment, by: .customer(caller.customer))
        return try tx.save(edit, of: record)
    }
}
