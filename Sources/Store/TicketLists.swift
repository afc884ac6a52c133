import Domain
import SQLite

/// A ticket of a page: which, where it stands in the list, and what its look depends on.
package struct ListedTicket: Sendable {
    package let position: ListPosition
    package let stamp: TicketStamp

    package var id: ID<Ticket> { ID(position.id) }

    /// A ticket by itself: the version of the names stands where a list has its key.
    init(row: Row) {
        var columns = Columns(row)
        position = ListPosition(key: nil, id: columns.integer())
        let names = columns.integer()
        stamp = TicketStamp(&columns, names: names)
    }

    init(row: Row, names: Int64) {
        var columns = Columns(row)
        let id = columns.integer()
        position = ListPosition(key: columns.optionalInteger(), id: id)
        stamp = TicketStamp(&columns, names: names)
    }

    /// The same ticket where another list has it.
    init(_ ticket: ListedTicket, at position: ListPosition) {
        self.position = position
        stamp = ticket.stamp
    }
}

/// A page of tickets and where the next page begins.
package struct TicketPage: Sendable {
    package let tickets: [ListedTicket]
    package private(set) var next: ListPosition?

    package var ids: [ID<Ticket>] { tickets.map(\.id) }

    /// - Parameter found: one more than `limit`, when there are that many.
    init(_ found: [ListedTicket], limit: Int) {
        tickets = Array(found.prefix(limit))
        next = found.count > limit ? tickets.last?.position : nil
    }

    /// The same page as one of a search.
    func continued(within bounds: SearchBounds) -> TicketPage {
        var page = self
        page.next?.search = bounds
        return page
    }
}

extension Reading {
    /// One page of a list: at most `limit` tickets behind `position`.
    ///
    /// A list is read from an index that has its order; see `TicketListQuery`.
    package func ticketPage(
        _ filter: TicketFilter, order: TicketOrder, after position: ListPosition?, limit: Int
    ) throws(Failure) -> TicketPage {
        let plan = try plan(filter, order: order, limit: limit)
        return try ticketPage(filter, plan: plan, order: order, after: position, limit: limit)
    }

    /// - Parameter plan: chosen by `plan(_:order:limit:)`; any plan gives the same page.
    func ticketPage(
        _ filter: TicketFilter, plan: TicketListPlan, order: TicketOrder, after position: ListPosition?, limit: Int
    ) throws(Failure) -> TicketPage {
        var found: [ListedTicket] = []
        if plan == .nothing { return TicketPage(found, limit: limit) }
        let names = try namesVersion()
        for phase in TicketListQuery.phases(filter, order: order, after: position, at: now) {
            let wanted = limit + 1 - found.count
            guard wanted > 0 else { break }
            let query = TicketListQuery(
                filter, plan: plan, order: order, phase: phase, after: position, limit: Int64(wanted), at: now)
            if query.text.isEmpty { continue }
            found += try all(composed: query.text, query.values) { ListedTicket(row: $0, names: names) }
        }
        return TicketPage(found, limit: limit)
    }

    /// Tickets that are new, open or in progress, by the customer's last message, the oldest first.
    package func waitingPage(after position: ListPosition?, limit: Int) throws(Failure) -> TicketPage {
        let names = try namesVersion()
        let found = try all(
            """
            SELECT id, last_customer_message_at, version, public_version, status, customer_id, matched_by_address,
                closed_at, sla_due_at, sla_next_at
            FROM tickets
            WHERE status < 4 AND (last_customer_message_at, id) > ($1, $2)
            ORDER BY last_customer_message_at, id
            LIMIT $3
            """, [.integer(position?.key ?? -1), .integer(position?.id ?? 0), .integer(Int64(limit) + 1)]
        ) { ListedTicket(row: $0, names: names) }
        return TicketPage(found, limit: limit)
    }

    /// How many tickets a filter has, from the counts that are kept where they can tell.
    package func ticketCount(_ filter: TicketFilter) throws(Failure) -> Int64 {
        if filter.isCounted {
            var total: Int64 = 0
            for row in try ticketCounts() where row.key.matches(filter) { total += row.count }
            return total
        }
        if filter.isImpossible { return 0 }
        var bound = BoundValues()
        var (from, conditions) = ("tickets", [String]())
        let few = FewTickets.first(in: filter)
        if let few { (from, conditions) = bound.source(few, of: filter, at: now) }
        conditions += bound.dimensions(of: filter, in: .tickets, besides: few?.isSpan == true ? [.status] : [])
        conditions += bound.others(of: filter, besides: few, at: now)
        return try all(
            composed: "SELECT count(*) FROM \(from) WHERE \(conditions.joined(separator: " AND "))", bound.values
        ) { $0.integer(0) }.first ?? 0
    }
}
