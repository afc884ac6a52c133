import Domain
import Store

/// Counts that people look at; none of them reads a ticket, however many there are.
package struct Stats: Sendable {
    /// How many tickets there are, in all and by what they are.
    package struct Totals: Sendable {
        package var total: Int64 = 0
        package var byStatus: [Status: Int64] = [:]
        package var byCategory: [(slug: String, count: Int64)] = []
        package var byPriority: [Priority: Int64] = [:]
        package var byChannel: [Channel: Int64] = [:]
        package var byAssignee: [(id: ID<User>, name: String, count: Int64)] = []
        /// Messages that the customer has not read, over all their tickets.
        package var unread: Int64 = 0

        /// Neither resolved nor closed.
        package var open: Int64 {
            byStatus.reduce(0) { $0 + ($1.key.isUnsolved ? $1.value : 0) }
        }

        func count(_ status: Status) -> Int64 { byStatus[status] ?? 0 }
        package var closed: Int64 { count(.closed) }
        package var resolved: Int64 { count(.resolved) }
        package var waitingForCustomer: Int64 { count(.waitingCustomer) }
    }

    /// What waits for staff, over unsolved tickets.
    package struct Notifications: Sendable {
        package let counts: UnsolvedCounts
        package let slaOverdue: Int64
    }

    package init() {}

    package func own(of customer: Customer, in tx: Reading) throws(Failure) -> Totals {
        let own = try tx.ticketTotals(of: customer)
        var totals = try totals(of: own.totals, in: tx)
        totals.unread = own.unread
        return totals
    }

    /// - Parameter days: days since 1970 in UTC on which the tickets were opened, the end excluded; nil for all time.
    func totals(openedOn days: Range<Int64>?, in tx: Reading) throws(Failure) -> Totals {
        let found = try tx.ticketTotals(openedOn: days)
        var totals = try totals(of: found, in: tx)
        totals.byAssignee = try named(found.byAssignee, in: tx)
        return totals
    }

    /// Counts of members of staff, by their ids, with their names.
    func named(
        _ counts: [ID<User>: Int64], in tx: Reading
    ) throws(Failure) -> [(id: ID<User>, name: String, count: Int64)] {
        var named: [(id: ID<User>, name: String, count: Int64)] = []
        for (id, count) in counts.sorted(by: { $0.key < $1.key }) {
            named.append((id: id, name: try tx.contact(id)?.name ?? "", count: count))
        }
        return named
    }

    package func notifications(in tx: Reading) throws(Failure) -> Notifications {
        Notifications(counts: try tx.unsolvedCounts(), slaOverdue: try tx.overdueCount())
    }

    private func totals(of counts: TicketTotals, in tx: Reading) throws(Failure) -> Totals {
        var totals = Totals()
        totals.total = counts.total
        totals.byStatus = counts.byStatus
        totals.byPriority = counts.byPriority
        totals.byChannel = counts.byChannel
        for category in try tx.categories() {
            totals.byCategory.append((slug: category.slug, count: counts.byCategory[category.id] ?? 0))
        }
        return totals
    }
}
