import Domain
import SQLite

/// What the kept counts tell tickets apart by.
enum TicketDimension: CaseIterable {
    case status, category, priority, channel, assignee, unread, review
}

/// The conditions of a ticket list, as constant fragments with bound values.
extension BoundValues {
    /// Where a dimension is looked at: a ticket's row, or a row of ticket_counts.
    enum Table { case tickets, counts }

    /// Every filter of `filter` that is a dimension, but those in `besides`.
    mutating func dimensions(
        of filter: TicketFilter, in table: Table, besides: Set<TicketDimension> = []
    ) -> [String] {
        TicketDimension.allCases.compactMap { dimension in
            besides.contains(dimension) ? nil : condition(dimension, of: filter, in: table)
        }
    }

    private mutating func condition(
        _ dimension: TicketDimension, of filter: TicketFilter, in table: Table
    ) -> String? {
        switch dimension {
        case .status:
            return filter.statuses.isEmpty ? nil : any("status", filter.statuses.map { .integer($0.code) })
        case .category:
            return filter.categories.isEmpty
                ? nil : any("category_id", filter.categories.map { .integer($0.rawValue) })
        case .priority:
            // The plus keeps the value from being taken for a part of an index that has the priority as its key.
            return filter.priorities.isEmpty
                ? nil : any("+priority", filter.priorities.map { .integer($0.rawValue) })
        case .channel:
            return filter.channels.isEmpty ? nil : any("channel", filter.channels.map { .text($0.rawValue) })
        case .assignee:
            return filter.assignees.isEmpty ? nil : assignee(filter.assignees, in: table)
        case .unread:
            guard let isUnread = filter.isUnread else { return nil }
            switch table {
            case .tickets: return isUnread ? "unread_by_agent > 0" : "unread_by_agent = 0"
            case .counts: return isUnread ? "is_unread = 1" : "is_unread = 0"
            }
        case .review:
            guard let needsReview = filter.needsReview else { return nil }
            switch table {
            case .tickets: return needsReview ? "ai_needs_review = 1" : "ai_needs_review = 0"
            case .counts: return needsReview ? "needs_review = 1" : "needs_review = 0"
            }
        }
    }

    private mutating func assignee(_ assignees: [ID<User>?], in table: Table) -> String {
        switch table {
        case .counts: return any("assigned_to_id", assignees.map { .integer($0?.rawValue ?? 0) })
        case .tickets:
            let ids = assignees.compactMap { $0 }
            var parts: [String] = []
            if assignees.contains(nil) { parts.append("assigned_to_id IS NULL") }
            if !ids.isEmpty { parts.append(any("assigned_to_id", ids.map { .integer($0.rawValue) })) }
            return "(" + parts.joined(separator: " OR ") + ")"
        }
    }

    /// Every filter that is no dimension, but the one that `few` has seen to and the time that is the list's key.
    mutating func others(
        of filter: TicketFilter, besides few: FewTickets? = nil, key: TicketOrder.Key? = nil,
        leadsByCustomer: Bool = false, at now: Instant
    ) -> [String] {
        var conditions: [String] = []
        if let customers = filter.customers, few != .customers, !leadsByCustomer {
            conditions.append(any("customer_id", customers.map { .integer($0.rawValue) }))
        }
        if filter.hidesMatchedByAddress { conditions.append("matched_by_address = 0") }
        if few != .created, key != .createdAt { conditions += range("created_at", filter.created) }
        if few != .lastMessage, key != .lastMessageAt { conditions += range("last_message_at", filter.lastMessage) }
        if few != .slaDue, key != .slaDueAt { conditions += range("sla_due_at", filter.slaDueRange(at: now)) }
        if filter.isOverdue == false {
            conditions.append("(sla_due_at IS NULL OR sla_due_at >= \(bind(now)))")
        }
        if !filter.tags.isEmpty, few != .tags {
            let tag = any("tag", filter.tags.map { .text($0) })
            conditions.append("EXISTS (SELECT 1 FROM ticket_tags WHERE \(tag) AND ticket_id = tickets.id)")
        }
        for (index, reference) in filter.references.enumerated() where few != .reference(index) {
            let name = bind(.text(reference.name))
            let value = any("value", reference.values.map { .text($0) })
            conditions.append(
                """
                EXISTS (SELECT 1 FROM ticket_references WHERE name = \(name) AND \(value) \
                AND ticket_id = tickets.id)
                """)
        }
        return conditions
    }

    /// `FROM` and the first condition of a statement over the tickets that one filter leaves.
    mutating func source(_ few: FewTickets, of filter: TicketFilter, at now: Instant) -> (from: String, first: [String])
    {
        switch few {
        case .ids:
            let ids = "[" + (filter.ids ?? []).map(\.description).joined(separator: ",") + "]"
            return ("tickets NOT INDEXED", ["id IN (SELECT value FROM json_each(\(bind(.text(ids)))))"])
        case .customers:
            let customers = any("customer_id", (filter.customers ?? []).map { .integer($0.rawValue) })
            return ("tickets INDEXED BY tickets_by_customer", [customers])
        case .tags:
            let tag = any("tag", filter.tags.map { .text($0) })
            return ("tickets NOT INDEXED", ["id IN (SELECT ticket_id FROM ticket_tags WHERE \(tag))"])
        case .reference(let index):
            let reference = filter.references[index]
            let name = bind(.text(reference.name))
            let value = any("value", reference.values.map { .text($0) })
            return (
                "tickets NOT INDEXED",
                ["id IN (SELECT ticket_id FROM ticket_references WHERE name = \(name) AND \(value))"]
            )
        case .created: return timeSource("tickets_by_status_created", "created_at", filter, filter.created)
        case .lastMessage:
            return timeSource("tickets_by_status_last_message", "last_message_at", filter, filter.lastMessage)
        case .slaDue:
            return timeSource("tickets_by_status_sla_due", "sla_due_at", filter, filter.slaDueRange(at: now))
        }
    }

    /// Each status is a part of its own of an index that has the time after the status.
    private mutating func timeSource(
        _ index: String, _ column: String, _ filter: TicketFilter, _ times: TicketFilter.TimeRange
    ) -> (from: String, first: [String]) {
        let statuses = filter.statuses.isEmpty ? Status.allCases : filter.statuses
        let status = any("status", statuses.map { .integer($0.code) })
        return ("tickets INDEXED BY \(index)", [status] + range(column, times))
    }
}
