import Domain
import Store

/// A ticket with its conversation and history.
package struct TicketDetail: Sendable {
    package let record: TicketRecord
    package let messages: [Message]
    package let events: [Event]
}

/// Finds tickets, for those who may see them.
package struct TicketService: Sendable {
    /// How many of the newest messages and events a ticket is shown with; the rest is in their lists.
    package static let shownAtOnce: Int64 = 200

    package init() {}

    // MARK: A customer's

    /// - Throws: `.notFound` for a ticket that is not there or not the caller's.
    package func record(
        _ reference: TicketReference, for caller: PortalCaller, in tx: Reading
    ) throws(Failure) -> TicketRecord {
        guard let id = try tx.ticketID(reference), let record = try tx.ticketRecord(id), record.isVisible(to: caller)
        else { throw .notFound }
        return record
    }

    package func detail(
        _ reference: TicketReference, for caller: PortalCaller, in tx: Reading
    ) throws(Failure) -> TicketDetail {
        try detail(of: record(reference, for: caller, in: tx), for: .customer, in: tx)
    }

    /// One page of the customer's own tickets, and their number where it is asked for.
    package func page(
        _ wanted: WantedTickets, after position: ListPosition?, limit: Int, counted: Bool, for customer: Customer,
        in tx: Reading
    ) throws(Failure) -> CountedPage {
        var wanted = wanted
        wanted.filter.customers = [customer.id]
        wanted.filter.hidesMatchedByAddress = !customer.isVerified
        return try page(wanted, after: position, limit: limit, counted: counted, searcher: customer.id, in: tx)
    }

    // MARK: For staff

    /// - Throws: `.notFound`.
    package func record(_ reference: TicketReference, in tx: Reading) throws(Failure) -> TicketRecord {
        guard let id = try tx.ticketID(reference), let record = try tx.ticketRecord(id) else { throw .notFound }
        return record
    }

    package func detail(_ reference: TicketReference, in tx: Reading) throws(Failure) -> TicketDetail {
        try detail(of: record(reference, in: tx), for: .staff, in: tx)
    }

    package func page(
        _ wanted: WantedTickets, after position: ListPosition?, limit: Int, counted: Bool, in tx: Reading
    ) throws(Failure) -> CountedPage {
        try page(wanted, after: position, limit: limit, counted: counted, searcher: nil, in: tx)
    }

    /// - Parameter searcher: the customer who searches; nil for staff, who finds notes as well.
    private func page(
        _ wanted: WantedTickets, after position: ListPosition?, limit: Int, counted: Bool, searcher: ID<User>?,
        in tx: Reading
    ) throws(Failure) -> CountedPage {
        if let words = wanted.words {
            let (page, total) = try tx.searchPage(
                words, wanted.filter, order: wanted.order, after: position, limit: limit, for: searcher)
            return CountedPage(tickets: page.tickets, next: page.next, total: counted ? total : nil)
        }
        let page = try tx.ticketPage(
            wanted.filter, order: wanted.order ?? .newestMessageFirst, after: position, limit: limit)
        return CountedPage(
            tickets: page.tickets, next: page.next, total: counted ? try tx.ticketCount(wanted.filter) : nil)
    }

    /// Tickets that wait for staff, the longest waiting first.
    package func waiting(
        after position: ListPosition?, limit: Int, counted: Bool, in tx: Reading
    ) throws(Failure) -> CountedPage {
        let page = try tx.waitingPage(after: position, limit: limit)
        var filter = TicketFilter()
        filter.statuses = [.new, .open, .inProgress]
        return CountedPage(tickets: page.tickets, next: page.next, total: counted ? try tx.ticketCount(filter) : nil)
    }

    private func detail(
        of record: TicketRecord, for audience: MessageAudience, in tx: Reading
    ) throws(Failure) -> TicketDetail {
        let id = record.ticket.id
        return TicketDetail(
            record: record,
            messages: try tx.newestMessages(of: id, for: audience, limit: TicketService.shownAtOnce),
            events: try tx.newestEvents(of: id, for: audience, limit: TicketService.shownAtOnce))
    }
}

/// Which tickets a list is to have, and in which order.
package struct WantedTickets: Sendable {
    package var filter = TicketFilter()
    /// What is searched for.
    package var words: SearchWords?
    /// Nil leaves it to the list: what was found by how well it fits, else the newest message first.
    package var order: TicketOrder?

    package init() {}

    /// Whether the page may take longer than an event loop should be held.
    ///
    /// - Parameter counted: the number of all tickets is wanted too.
    package func isSlow(counted: Bool) -> Bool {
        if words != nil { return true }
        return filter.mayWalkFar(in: order ?? .newestMessageFirst)
            || counted && !filter.isCounted && filter.customers == nil
    }
}

/// One page of a list of tickets, and how many there are in all where that was asked for.
package struct CountedPage: Sendable {
    package let tickets: [ListedTicket]
    package let next: ListPosition?
    package let total: Int64?
}

extension TicketRecord {
    /// A customer sees what is theirs: made by the account or with its id, or matched by an address that is verified. A
    /// guest sees the one ticket of the link.
    package func isVisible(to caller: PortalCaller) -> Bool {
        if let only = caller.onlyTicket, only != ticket.id { return false }
        return ticket.customer == caller.customer.id && (!ticket.isMatchedByAddress || caller.customer.isVerified)
    }
}
