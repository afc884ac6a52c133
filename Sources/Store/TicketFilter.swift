import Domain

/// Which tickets a list has. An empty list of values is no filter; values of one filter are alternatives, filters
/// narrow each other.
package struct TicketFilter: Sendable, Equatable {
    package var statuses: [Status] = []
    package var categories: [ID<Category>] = []
    package var priorities: [Priority] = []
    package var channels: [Channel] = []
    /// Nil among them is nobody.
    package var assignees: [ID<User>?] = []
    /// Nil for tickets of all customers; with none in it the list is empty.
    package var customers: [ID<User>]?
    /// Leaves out what was matched to the customer by an address that is not verified.
    package var hidesMatchedByAddress = false
    package var created = TimeRange()
    package var lastMessage = TimeRange()
    /// Tickets without a deadline are in no range.
    package var slaDue = TimeRange()
    /// Whether a running deadline is past.
    package var isOverdue: Bool?
    package var tags: [String] = []
    package var references: [ReferenceFilter] = []
    package var needsReview: Bool?
    package var isUnread: Bool?
    /// What a search has found, when the list is one.
    package var ids: [ID<Ticket>]?

    package init() {}

    /// From `from` on and before `before`; nil is unbounded.
    package struct TimeRange: Sendable, Equatable {
        package var from: Instant?
        package var before: Instant?

        package init(from: Instant? = nil, before: Instant? = nil) {
            self.from = from
            self.before = before
        }

        package var isAll: Bool { from == nil && before == nil }

        package func contains(_ instant: Instant) -> Bool {
            from.map { $0 <= instant } ?? true && before.map { instant < $0 } ?? true
        }
    }

    /// Tickets that another system knows by one of `values` under `name`.
    package struct ReferenceFilter: Sendable, Equatable {
        package let name: String
        package let values: [String]

        package init(_ name: String, _ values: [String]) {
            self.name = name
            self.values = values
        }
    }

    /// Whether no ticket can match, whatever the rows are.
    var isImpossible: Bool { customers?.isEmpty == true || ids?.isEmpty == true }

    /// Whether the counts that are kept can tell how many tickets there are.
    package var isCounted: Bool {
        customers == nil && !hidesMatchedByAddress && created.isAll && lastMessage.isAll && slaDue.isAll
            && isOverdue == nil && tags.isEmpty && references.isEmpty && ids == nil
    }

    /// The deadlines that both `slaDue` and an `isOverdue` of true allow.
    func slaDueRange(at now: Instant) -> TimeRange {
        guard isOverdue == true else { return slaDue }
        return TimeRange(from: slaDue.from, before: slaDue.before.map { min($0, now) } ?? now)
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
    /// What the first page looked at, where the list is a search.
    package var search: SearchBounds?

    package init(key: Int64?, id: Int64, search: SearchBounds? = nil) {
        self.key = key
        self.id = id
        self.search = search
    }
}

extension CountKey {
    func matches(_ filter: TicketFilter) -> Bool {
        (filter.statuses.isEmpty || filter.statuses.contains(status))
            && (filter.categories.isEmpty || filter.categories.contains(category))
            && (filter.priorities.isEmpty || filter.priorities.contains(priority))
            && (filter.channels.isEmpty || filter.channels.contains(channel))
            && (filter.assignees.isEmpty || filter.assignees.contains(assignee))
            && (filter.needsReview.map { $0 == needsReview } ?? true)
            && (filter.isUnread.map { $0 == isUnread } ?? true)
    }
}
