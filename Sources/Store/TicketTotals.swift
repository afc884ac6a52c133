import Domain
import SQLite

/// How many tickets there are, in all and by what they are.
package struct TicketTotals: Sendable {
    package private(set) var byStatus: [Status: Int64] = [:]
    package private(set) var byCategory: [ID<Category>: Int64] = [:]
    package private(set) var byPriority: [Priority: Int64] = [:]
    package private(set) var byChannel: [Channel: Int64] = [:]
    package private(set) var byAssignee: [ID<User>: Int64] = [:]

    package var total: Int64 { byStatus.values.reduce(0, +) }

    fileprivate mutating func add(_ tickets: Int64, _ dimension: CreatedKey.Dimension?, _ value: Int64) {
        switch dimension {
        case .status: if let status = Status(code: value) { byStatus[status, default: 0] += tickets }
        case .category: byCategory[ID(value), default: 0] += tickets
        case .priority: if let priority = Priority(rawValue: value) { byPriority[priority, default: 0] += tickets }
        case .channel:
            let channels = Channel.allCases
            if channels.indices.contains(Int(value)) { byChannel[channels[Int(value)], default: 0] += tickets }
        // 0 is nobody.
        case .assignee: if value != 0, tickets > 0 { byAssignee[ID(value), default: 0] += tickets }
        case nil: break
        }
    }
}

extension Reading {
    /// Tickets that were opened on the given days, by what they are now.
    ///
    /// - Parameter days: days since 1970 in UTC, the end excluded; nil for all time.
    package func ticketTotals(openedOn days: Range<Int64>?) throws(Failure) -> TicketTotals {
        var totals = TicketTotals()
        let days = days ?? FigureKey.allTime..<FigureKey.allTime + 1
        try each(
            """
            SELECT dimension, value, sum(tickets) FROM created_counts
            WHERE day >= $1 AND day < $2
            GROUP BY dimension, value
            """, [.integer(days.lowerBound), .integer(days.upperBound)]
        ) { totals.add($0.integer(2), CreatedKey.Dimension(rawValue: $0.integer(0)), $0.integer(1)) }
        return totals
    }

    /// One customer's own tickets, counted one by one: a customer has few. With how many messages they have not read.
    package func ticketTotals(of customer: Customer) throws(Failure) -> (totals: TicketTotals, unread: Int64) {
        var totals = TicketTotals()
        var unread: Int64 = 0
        try each(
            """
            SELECT status, category_id, priority, count(*), sum(unread_by_customer) FROM tickets
            WHERE customer_id = $1 AND matched_by_address <= $2
            GROUP BY status, category_id, priority
            """, [.integer(customer.id.rawValue), .flag(customer.isVerified)]
        ) { row in
            let tickets = row.integer(3)
            totals.add(tickets, .status, row.integer(0))
            totals.add(tickets, .category, row.integer(1))
            totals.add(tickets, .priority, row.integer(2))
            unread += row.integer(4)
        }
        return (totals, unread)
    }

    /// How many tickets are neither resolved nor closed.
    package func unsolvedCount() throws(Failure) -> Int64 {
        try first(
            """
            SELECT coalesce(sum(tickets), 0) FROM created_counts WHERE day = -1 AND dimension = 1 AND value < 7
            """
        ) { $0.integer(0) } ?? 0
    }
}
