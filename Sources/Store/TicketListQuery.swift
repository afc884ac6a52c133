import Domain
import SQLite

/// The statement of one page of a ticket list, put together from constant fragments; every value is bound.
///
/// The statement is a UNION ALL of arms, each a keyset range of one index that already has the list's order, merged by
/// SQLite without a sort. An arm fixes what its index has before the key: a status always, and an assignee, category,
/// priority or customer where the list is filtered by one. The rest is looked at row by row. Behind a cursor each arm
/// is two: what ties with the last row's key, and what comes after it.
struct TicketListQuery {
    /// Absent keys come last in both directions, so they are a list of their own behind the others.
    enum Phase { case present, absent }

    private(set) var text = ""
    private(set) var values: [SQLValue] = []

    static func phases(order: TicketOrder, after position: ListPosition?) -> [Phase] {
        guard order.key == .slaDueAt else { return [.present] }
        if let position, position.key == nil { return [.absent] }
        return [.present, .absent]
    }

    init(_ filter: TicketFilter, order: TicketOrder, phase: Phase, after position: ListPosition?, limit: Int64) {
        let continues = phase == .absent && position?.key != nil ? nil : position
        let lead = Lead(for: filter, order: order)
        let direction = order.isDescending ? " DESC" : ""
        var arms: [String] = []
        for fixed in lead.arms(of: filter) {
            for range in Range.of(continues, phase: phase) {
                var arm = "SELECT id, \(order.key.rawValue) AS key, \(TicketStamp.columns) FROM tickets"
                if let index = lead.index { arm += " INDEXED BY \(index)" }
                arm += " WHERE "
                var conditions = fixed.map { condition($0) }
                conditions += conditionsOf(range, order: order, phase: phase, position: continues)
                conditions += residualConditions(filter, lead: lead)
                arm += conditions.joined(separator: " AND ")
                arms.append(arm)
            }
        }
        text = arms.joined(separator: " UNION ALL ")
        text += " ORDER BY key\(direction), id\(direction) LIMIT \(bind(.integer(limit)))"
    }

    private init() {}

    /// Counts what the kept counts cannot.
    static func count(_ filter: TicketFilter) -> TicketListQuery {
        var query = TicketListQuery()
        var conditions: [String] = []
        if let customer = filter.customer {
            conditions.append("customer_id = \(query.bind(.integer(customer.rawValue)))")
        }
        if !filter.statuses.isEmpty {
            conditions.append(query.any("status", filter.statuses.map { .integer($0.code) }))
        }
        conditions += query.residualConditions(filter, lead: .status(nil))
        query.text = "SELECT count(*) FROM tickets"
        if !conditions.isEmpty { query.text += " WHERE " + conditions.joined(separator: " AND ") }
        return query
    }

    // MARK: Which index leads

    /// What an arm's index has before the key.
    private enum Lead {
        /// The index has (status, key).
        case status(String?)
        case assignee, category, priority, customer
        /// The customer's few tickets, sorted: no index has this order of them.
        case customerSorted
        /// The few tickets that a search has found, sorted.
        case ids

        init(for filter: TicketFilter, order: TicketOrder) {
            if filter.ids != nil { self = .ids; return }
            if filter.customer != nil { self = order.key == .lastMessageAt ? .customer : .customerSorted; return }
            switch order.key {
            case .lastMessageAt:
                if !filter.assignees.isEmpty { self = .assignee; return }
                if !filter.categories.isEmpty { self = .category; return }
                if !filter.priorities.isEmpty { self = .priority; return }
                self = .status("tickets_by_status_last_message")
            case .createdAt: self = .status("tickets_by_status_created")
            case .priority: self = .status("tickets_by_status_priority")
            case .slaDueAt: self = .status("tickets_by_status_sla_due")
            }
        }

        var index: String? {
            switch self {
            case .status(let name): name
            case .assignee: "tickets_by_assignee"
            case .category: "tickets_by_category"
            case .priority: "tickets_by_priority"
            case .customer, .customerSorted: "tickets_by_customer"
            case .ids: nil
            }
        }

        /// The values that each arm fixes.
        func arms(of filter: TicketFilter) -> [[Fixed]] {
            if case .ids = self { return [[]] }
            let statuses = filter.statuses.isEmpty ? Status.allCases : filter.statuses
            if case .customerSorted = self {
                // One arm: it is sorted anyway.
                return filter.customer.map { [[.customer($0)]] } ?? []
            }
            return statuses.flatMap { status -> [[Fixed]] in
                switch self {
                case .status, .ids, .customerSorted: [[.status(status)]]
                case .assignee: filter.assignees.map { [.assignee($0), .status(status)] }
                case .category: filter.categories.map { [.category($0), .status(status)] }
                case .priority: filter.priorities.map { [.priority($0), .status(status)] }
                case .customer: filter.customer.map { [[.customer($0), .status(status)]] } ?? []
                }
            }
        }
    }

    private enum Fixed {
        case status(Status)
        case assignee(ID<User>?)
        case category(ID<Category>)
        case priority(Priority)
        case customer(ID<User>)
    }

    private mutating func condition(_ fixed: Fixed) -> String {
        switch fixed {
        case .status(let status): "status = \(bind(.integer(status.code)))"
        case .assignee(nil): "assigned_to_id IS NULL"
        case .assignee(let id?): "assigned_to_id = \(bind(.integer(id.rawValue)))"
        case .category(let id): "category_id = \(bind(.integer(id.rawValue)))"
        case .priority(let priority): "priority = \(bind(.integer(priority.rawValue)))"
        case .customer(let id): "customer_id = \(bind(.integer(id.rawValue)))"
        }
    }

    // MARK: The range behind the cursor

    private enum Range {
        case all, ties, beyond

        static func of(_ position: ListPosition?, phase: Phase) -> [Range] {
            guard position != nil else { return [.all] }
            return phase == .absent ? [.ties] : [.ties, .beyond]
        }
    }

    private mutating func conditionsOf(
        _ range: Range, order: TicketOrder, phase: Phase, position: ListPosition?
    ) -> [String] {
        let key = order.key.rawValue
        let beyond = order.isDescending ? "<" : ">"
        var conditions: [String] = []
        if phase == .absent {
            conditions.append("\(key) IS NULL")
        } else if order.key == .slaDueAt, range == .all || range == .beyond && order.isDescending {
            conditions.append("\(key) IS NOT NULL")
        }
        guard let position else { return conditions }
        switch range {
        case .all: break
        case .ties:
            if let value = position.key { conditions.append("\(key) = \(bind(.integer(value)))") }
            conditions.append("id \(beyond) \(bind(.integer(position.id)))")
        case .beyond:
            if let value = position.key { conditions.append("\(key) \(beyond) \(bind(.integer(value)))") }
        }
        return conditions
    }

    // MARK: What is looked at row by row

    private mutating func residualConditions(_ filter: TicketFilter, lead: Lead) -> [String] {
        var conditions: [String] = []
        if case .customerSorted = lead, !filter.statuses.isEmpty {
            conditions.append(any("status", filter.statuses.map { .integer($0.code) }))
        }
        if case .ids = lead {
            conditions.append(any("id", (filter.ids ?? []).map { .integer($0.rawValue) }))
            if !filter.statuses.isEmpty { conditions.append(any("status", filter.statuses.map { .integer($0.code) })) }
            if let customer = filter.customer {
                conditions.append("customer_id = \(bind(.integer(customer.rawValue)))")
            }
        }
        if case .category = lead {
        } else if !filter.categories.isEmpty {
            conditions.append(any("category_id", filter.categories.map { .integer($0.rawValue) }))
        }
        if case .priority = lead {
        } else if !filter.priorities.isEmpty {
            conditions.append(any("+priority", filter.priorities.map { .integer($0.rawValue) }))
        }
        if case .assignee = lead {
        } else if !filter.assignees.isEmpty {
            let ids = filter.assignees.compactMap { $0 }
            var parts: [String] = []
            if filter.assignees.contains(nil) { parts.append("assigned_to_id IS NULL") }
            if !ids.isEmpty { parts.append(any("assigned_to_id", ids.map { .integer($0.rawValue) })) }
            conditions.append("(" + parts.joined(separator: " OR ") + ")")
        }
        if !filter.channels.isEmpty { conditions.append(any("channel", filter.channels.map { .text($0.rawValue) })) }
        if filter.hidesMatchedByAddress { conditions.append("matched_by_address = 0") }
        if filter.needsReview { conditions.append("ai_needs_review = 1") }
        if filter.isUnread { conditions.append("unread_by_agent > 0") }
        if let from = filter.createdFrom { conditions.append("created_at >= \(bind(from))") }
        if let before = filter.createdBefore { conditions.append("created_at < \(bind(before))") }
        if let from = filter.lastMessageFrom { conditions.append("last_message_at >= \(bind(from))") }
        if let before = filter.lastMessageBefore { conditions.append("last_message_at < \(bind(before))") }
        for tag in filter.tags {
            conditions.append(
                "EXISTS (SELECT 1 FROM ticket_tags WHERE tag = \(bind(.text(tag))) AND ticket_id = tickets.id)")
        }
        for reference in filter.references {
            conditions.append(
                """
                EXISTS (SELECT 1 FROM ticket_references WHERE name = \(bind(.text(reference.name))) \
                AND value = \(bind(.text(reference.value))) AND ticket_id = tickets.id)
                """)
        }
        return conditions
    }

    private mutating func any(_ column: String, _ alternatives: [SQLValue]) -> String {
        let places = alternatives.map { bind($0) }
        return places.count == 1 ? "\(column) = \(places[0])" : "\(column) IN (\(places.joined(separator: ", ")))"
    }

    private mutating func bind(_ instant: Instant) -> String { bind(.integer(instant.milliseconds)) }

    private mutating func bind(_ value: SQLValue) -> String {
        values.append(value)
        return "$\(values.count)"
    }
}
