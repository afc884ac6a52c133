import Domain
import SQLite

/// How many tickets there are under a key.
struct TicketCount: Sendable {
    let key: CountKey
    let count: Int64
}

/// What waits for staff, over tickets that are neither resolved nor closed.
package struct UnsolvedCounts: Sendable, Equatable {
    /// New and open.
    package var open: Int64 = 0
    package var inProgress: Int64 = 0
    package var unassigned: Int64 = 0
    /// Tickets with any message that staff has not read.
    package var unread: Int64 = 0
    package var needsReview: Int64 = 0
    package var urgent: Int64 = 0
}

extension Reading {
    /// All the counts that are kept: as many rows as there are kinds of tickets, however many tickets there are.
    func ticketCounts() throws(Failure) -> [TicketCount] {
        try all(
            """
            SELECT status, category_id, priority, channel, assigned_to_id, is_unread, needs_review, tickets
            FROM ticket_counts
            WHERE tickets > 0
            """
        ) { row in
            var columns = Columns(row)
            let key = CountKey(
                status: Status(code: columns.integer()) ?? .open, category: columns.id(),
                priority: Priority(rawValue: columns.integer()) ?? .medium,
                channel: columns.channel(), assignee: columns.assignee(),
                isUnread: columns.flag(), needsReview: columns.flag())
            return TicketCount(key: key, count: columns.integer())
        }
    }

    /// What waits for staff, out of the counts that are kept.
    package func unsolvedCounts() throws(Failure) -> UnsolvedCounts {
        let counts = try first(
            """
            SELECT
                coalesce(sum(tickets) FILTER (WHERE status <= 2), 0), coalesce(sum(tickets) FILTER (WHERE status = 3), 0),
                coalesce(sum(tickets) FILTER (WHERE assigned_to_id = 0), 0),
                coalesce(sum(tickets) FILTER (WHERE is_unread = 1), 0),
                coalesce(sum(tickets) FILTER (WHERE needs_review = 1), 0),
                coalesce(sum(tickets) FILTER (WHERE priority = 4), 0)
            FROM ticket_counts
            WHERE status < 7
            """
        ) { row in
            var columns = Columns(row)
            return UnsolvedCounts(
                open: columns.integer(), inProgress: columns.integer(), unassigned: columns.integer(),
                unread: columns.integer(), needsReview: columns.integer(), urgent: columns.integer())
        }
        guard let counts else { throw .internalFault("a sum has no row") }
        return counts
    }
}

extension Columns {
    /// In ticket_counts 0 is nobody: a primary key takes no null.
    fileprivate mutating func assignee() -> ID<User>? {
        let id = integer()
        return id == 0 ? nil : ID(id)
    }
}
