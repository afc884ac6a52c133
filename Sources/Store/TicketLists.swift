import Domain
import SQLite

/// Which tickets a list has. An empty list of values is no filter.
package struct TicketFilter: Sendable, Equatable {
    package var statuses: [Status] = []
    package var categories: [ID<Category>] = []
    package var priorities: [Priority] = []
    package var channels: [Channel] = []
    /// Nil among them is nobody.
    package var assignees: [ID<User>?] = []
    package var customer: ID<User>?
    /// Leaves out what was matched to the customer by an address that is not verified.
    package var hidesMatchedByAddress = false
    package var createdFrom: Instant?
    package var createdBefore: Instant?
    package var lastMessageFrom: Instant?
    package var lastMessageBefore: Instant?
    package var tags: [String] = []
    package var references: [Ticket.Reference] = []
    package var needsReview = false
    package var isUnread = false
    /// Rows of a search, when the list is one; see `Search`.
    package var ids: [ID<Ticket>]?

    package init() {}

    /// Whether the counts that are kept can tell how many there are.
    var isCounted: Bool {
        customer == nil && createdFrom == nil && createdBefore == nil && lastMessageFrom == nil
            && lastMessageBefore == nil && tags.isEmpty && references.isEmpty && ids == nil
    }
}

/// What a list is sorted by; ties by id in the same direction, absent values last.
package struct TicketOrder: Sendable, Equatable {
    package enum Key: String, CaseIterable, Sendable {
        case lastMessageAt = "last_message_at"
        case createdAt = "created_at"
        case priority
        case slaDueAt = "sla_due_at"
    }

    package let key: Key
    package let isDescending: Bool

    package init(_ key: Key, isDescending: Bool) {
        self.key = key
        self.isDescending = isDescending
    }

    package static let newestMessageFirst = TicketOrder(.lastMessageAt, isDescending: true)

    /// Reads `last_message_at`, `-created_at`, ...
    package init?(word: String) {
        let isDescending = word.hasPrefix("-")
        guard let key = Key(rawValue: isDescending ? String(word.dropFirst()) : word) else { return nil }
        self.init(key, isDescending: isDescending)
    }

    package var word: String { (isDescending ? "-" : "") + key.rawValue }
}

/// The last row of a page: where the next one begins.
package struct ListPosition: Sendable, Equatable {
    /// The value that the list is sorted by; nil for an absent one.
    package let key: Int64?
    package let id: Int64

    package init(key: Int64?, id: Int64) {
        self.key = key
        self.id = id
    }
}

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
}

/// A page of tickets and where the next page begins.
package struct TicketPage: Sendable {
    package let tickets: [ListedTicket]
    package let next: ListPosition?

    package var ids: [ID<Ticket>] { tickets.map(\.id) }

    /// - Parameter found: one more than `limit`, when there are that many.
    init(_ found: [ListedTicket], limit: Int) {
        tickets = Array(found.prefix(limit))
        next = found.count > limit ? tickets.last?.position : nil
    }
}

extension Reading {
    /// One page of a list: at most `limit` tickets behind `position`.
    ///
    /// A list is read from an index that has its order; see `TicketListQuery`.
    package func ticketPage(
        _ filter: TicketFilter, order: TicketOrder, after position: ListPosition?, limit: Int
    ) throws(Failure) -> TicketPage {
        var found: [ListedTicket] = []
        let names = try namesVersion()
        for phase in TicketListQuery.phases(order: order, after: position) {
            let wanted = limit + 1 - found.count
            guard wanted > 0 else { break }
            let query = TicketListQuery(filter, order: order, phase: phase, after: position, limit: Int64(wanted))
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
        let query = TicketListQuery.count(filter)
        return try stored { () throws(SQLiteError) in
            try db.first(composed: query.text, query.values) { $0.integer(0) } ?? 0
        }
    }
}

extension CountKey {
    func matches(_ filter: TicketFilter) -> Bool {
        (filter.statuses.isEmpty || filter.statuses.contains(status))
            && (filter.categories.isEmpty || filter.categories.contains(category))
            && (filter.priorities.isEmpty || filter.priorities.contains(priority))
            && (filter.channels.isEmpty || filter.channels.contains(channel))
            && (filter.assignees.isEmpty || filter.assignees.contains(assignee))
            && (!filter.needsReview || needsReview) && (!filter.isUnread || isUnread)
    }
}
