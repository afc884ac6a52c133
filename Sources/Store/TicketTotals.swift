import Domain
import SQLite

/// How many tickets there are, in all and by what they are.
package struct TicketTotals: Sendable {
    package private(set) var total: Int64 = 0
    /// By code, rank and ordinal: adding thousands of rows up by words would take longer than reading them.
    private var statuses = [Int64](repeating: 0, count: Status.allCases.count + 1)
    private var priorities = [Int64](repeating: 0, count: Priority.allCases.count + 1)
    private var channels = [Int64](repeating: 0, count: Channel.allCases.count)
    package private(set) var byCategory: [ID<Category>: Int64] = [:]
    package private(set) var byAssignee: [ID<User>: Int64] = [:]
    /// Rows come with the same category one after the other: those are put down together.
    private var run: (category: ID<Category>, tickets: Int64)?

    package var byStatus: [Status: Int64] {
        Dictionary(uniqueKeysWithValues: Status.allCases.map { ($0, statuses[Int($0.code)]) })
    }

    package var byPriority: [Priority: Int64] {
        Dictionary(uniqueKeysWithValues: Priority.allCases.map { ($0, priorities[Int($0.rawValue)]) })
    }

    package var byChannel: [Channel: Int64] {
        Dictionary(uniqueKeysWithValues: Channel.allCases.map { ($0, channels[$0.ordinal]) })
    }

    fileprivate mutating func add(
        _ status: Int64, _ category: ID<Category>, _ priority: Int64, _ channel: Channel, _ tickets: Int64
    ) {
        total += tickets
        // The schema holds both within their ranges.
        statuses[Int(status)] += tickets
        priorities[Int(priority)] += tickets
        channels[channel.ordinal] += tickets
        if run?.category == category {
            run?.tickets += tickets
        } else {
            finish()
            run = (category, tickets)
        }
    }

    fileprivate mutating func add(_ tickets: Int64, of assignee: Int64) {
        // 0 is nobody.
        if assignee != 0 { byAssignee[ID(assignee), default: 0] += tickets }
    }

    fileprivate mutating func finish() {
        if let run { byCategory[run.category, default: 0] += run.tickets }
        run = nil
    }
}

extension Reading {
    /// The totals of all tickets, from the counts that are kept: as many rows as there are kinds of tickets.
    package func ticketTotals() throws(Failure) -> TicketTotals {
        var totals = TicketTotals()
        try each(
            """
            SELECT status, category_id, priority, channel, tickets, assigned_to_id
            FROM ticket_counts
            WHERE tickets > 0
            ORDER BY status, category_id
            """
        ) { row in
            var columns = Columns(row)
            let (status, category, priority) = (columns.integer(), columns.id() as ID<Category>, columns.integer())
            let (channel, tickets) = (columns.channel(), columns.integer())
            totals.add(status, category, priority, channel, tickets)
            totals.add(tickets, of: columns.integer())
        }
        totals.finish()
        return totals
    }

    /// The totals of one customer's own tickets, read from these: a customer has few.
    package func ticketTotals(of customer: Customer) throws(Failure) -> (totals: TicketTotals, unread: Int64) {
        var totals = TicketTotals()
        var unread: Int64 = 0
        try each(
            """
            SELECT status, category_id, priority, channel, unread_by_customer
            FROM tickets
            WHERE customer_id = $1 AND matched_by_address <= $2
            """, [.integer(customer.id.rawValue), .flag(customer.isVerified)]
        ) { row in
            var columns = Columns(row)
            totals.add(columns.integer(), columns.id(), columns.integer(), columns.channel(), 1)
            unread += columns.integer()
        }
        totals.finish()
        return (totals, unread)
    }
}
