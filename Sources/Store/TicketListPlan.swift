import Domain
import SQLite

/// A filter that by itself leaves few tickets: the list is these, sorted.
enum FewTickets: Equatable {
    /// What a search has found.
    case ids
    case customers, tags
    /// The reference filter with that index.
    case reference(Int)
    case created, lastMessage, slaDue
}

/// Which index a list walks in its order: all have the status and the list's key, some a value before them.
enum TicketListLead: Equatable {
    case status, assignee, category, priority, customer
    /// The order is the priority, and only some are wanted: an arm each.
    case priorityKey

    /// More arms than these are not merged: a filter with that many values is looked at row by row instead.
    static let mostArms = 48

    init(for filter: TicketFilter, order: TicketOrder) {
        let statuses = filter.statuses.isEmpty ? Status.allCases.count : filter.statuses.count
        func leads(_ values: Int) -> Bool { values > 0 && values * statuses <= TicketListLead.mostArms }
        if order.key == .priority, leads(filter.priorities.count) { self = .priorityKey; return }
        guard order.key == .lastMessageAt else { self = .status; return }
        if leads(filter.customers?.count ?? 0) {
            self = .customer
        } else if leads(filter.assignees.count) {
            self = .assignee
        } else if leads(filter.categories.count) {
            self = .category
        } else if leads(filter.priorities.count) {
            self = .priority
        } else {
            self = .status
        }
    }

    /// What each arm fixes, so that no row has to be looked at for it.
    var dimensions: Set<TicketDimension> {
        switch self {
        case .status, .customer: [.status]
        case .assignee: [.status, .assignee]
        case .category: [.status, .category]
        case .priority, .priorityKey: [.status, .priority]
        }
    }

    /// Whether rows have to be passed over while walking.
    func passesOver(_ filter: TicketFilter, order: TicketOrder) -> Bool {
        var rest = filter
        if self == .customer { rest.customers = nil }
        rest.hidesMatchedByAddress = false
        switch order.key {
        case .createdAt: rest.created = .init()
        case .lastMessageAt: rest.lastMessage = .init()
        case .slaDueAt:
            rest.slaDue = .init()
            if rest.isOverdue == true { rest.isOverdue = nil }
        case .priority: break
        }
        guard rest.isCounted else { return true }
        let fixed = dimensions
        return !rest.categories.isEmpty && !fixed.contains(.category)
            || !rest.priorities.isEmpty && !fixed.contains(.priority)
            || !rest.assignees.isEmpty && !fixed.contains(.assignee)
            || !rest.channels.isEmpty || rest.isUnread != nil || rest.needsReview != nil
    }
}

/// How the tickets of a list are found, chosen by counts that are kept or bounded, never by statistics.
enum TicketListPlan: Equatable {
    case nothing
    /// The tickets that one filter leaves, sorted.
    case few(FewTickets)
    /// A walk through an index in the list's order, past what does not match; tickets of statuses where that would be
    /// far are found by their kind and sorted.
    case walk(TicketListLead, [Status], byKind: [Status])

    /// So many tickets are sorted rather than found by walking, at the most.
    static let mostSorted: Int64 = 5_000
    /// The same for a span of time: its tickets stand together, so a walk may pass all others before it meets one.
    static let mostSortedOfSpan: Int64 = 20_000
    /// Looking a ticket up and sorting it costs about this many steps of a walk.
    static let costOfSorting: Int64 = 2
}

extension Reading {
    func plan(_ filter: TicketFilter, order: TicketOrder, limit: Int) throws(Failure) -> TicketListPlan {
        if filter.isImpossible { return .nothing }
        if filter.ids != nil { return .few(.ids) }
        let lead = TicketListLead(for: filter, order: order)
        var statuses = filter.statuses.isEmpty ? Status.allCases : filter.statuses
        guard lead.passesOver(filter, order: order) else { return .walk(lead, statuses, byKind: []) }

        var fewest: (tickets: FewTickets, count: Int64)?
        for few in FewTickets.candidates(filter, order: order) {
            let most = few.isSpan ? TicketListPlan.mostSortedOfSpan : TicketListPlan.mostSorted
            let count = try count(few, of: filter, upTo: most)
            if count == 0 { return .nothing }
            if count < most, few.standsTogether(in: order) { return .few(few) }
            if count < most, count < fewest?.count ?? .max { fewest = (few, count) }
        }
        if lead == .customer {
            if let fewest, fewest.tickets != .customers { return .few(fewest.tickets) }
            return .walk(lead, statuses, byKind: [])
        }
        if !filter.slaDueRange(at: now).isAll { statuses = try withDeadlines(statuses) }

        var walked: [Status] = []
        var byKind: [Status] = []
        var (cost, total): (Int64, Int64) = (0, 0)
        for share in try shares(of: filter, lead: lead, statuses: statuses) where share.matching > 0 {
            let walk = share.steps(for: Int64(limit), matching: share.matching)
            let sort = share.matching * TicketListPlan.costOfSorting
            if share.matching <= TicketListPlan.mostSorted, sort < walk {
                byKind.append(share.status)
                cost += sort
            } else {
                walked.append(share.status)
                cost += walk
            }
            total += share.all
        }
        if walked.isEmpty && byKind.isEmpty { return .nothing }
        if let fewest {
            let walk = StatusShare(status: .new, all: total, matching: 0).steps(
                for: Int64(limit), matching: fewest.count)
            if fewest.count * TicketListPlan.costOfSorting <= max(cost, walk) { return .few(fewest.tickets) }
        }
        return .walk(lead, walked, byKind: byKind)
    }

    /// Of one status: how many tickets a walk would pass, and how many of them the kept counts know to match.
    private struct StatusShare {
        let status: Status
        let all: Int64
        let matching: Int64

        /// How far a walk goes for `limit` tickets when `matching` of all are spread evenly.
        func steps(for limit: Int64, matching: Int64) -> Int64 {
            matching <= limit ? all : all / matching * limit
        }
    }

    private func shares(
        of filter: TicketFilter, lead: TicketListLead, statuses: [Status]
    ) throws(Failure) -> [StatusShare] {
        if statuses.isEmpty { return [] }
        var bound = BoundValues()
        let matching = bound.dimensions(of: filter, in: .counts, besides: lead.dimensions)
        var led = filter
        led.statuses = statuses
        let fixed = bound.dimensions(
            of: led, in: .counts, besides: Set(TicketDimension.allCases).subtracting(lead.dimensions))
        let condition = matching.isEmpty ? "tickets > 0" : matching.joined(separator: " AND ")
        return try all(
            composed: """
                SELECT status, sum(tickets), sum(CASE WHEN \(condition) THEN tickets ELSE 0 END)
                FROM ticket_counts
                WHERE tickets > 0 AND \(fixed.joined(separator: " AND "))
                GROUP BY status
                """, bound.values
        ) { row in
            StatusShare(
                status: Status(code: row.integer(0)) ?? .open, all: row.integer(1), matching: row.integer(2))
        }
    }

    /// How many tickets `few` is, counted up to `most`.
    private func count(_ few: FewTickets, of filter: TicketFilter, upTo most: Int64) throws(Failure) -> Int64 {
        var bound = BoundValues()
        let text: String
        switch few {
        case .tags:
            text = "SELECT 1 FROM ticket_tags WHERE \(bound.any("tag", filter.tags.map { .text($0) }))"
        case .reference(let index):
            let reference = filter.references[index]
            let name = bound.bind(.text(reference.name))
            let value = bound.any("value", reference.values.map { .text($0) })
            text = "SELECT 1 FROM ticket_references WHERE name = \(name) AND \(value)"
        case .ids, .customers, .created, .lastMessage, .slaDue:
            let (from, conditions) = bound.source(few, of: filter, at: now)
            text = "SELECT 1 FROM \(from) WHERE \(conditions.joined(separator: " AND "))"
        }
        let limit = bound.bind(.integer(most))
        return try all(composed: "SELECT count(*) FROM (\(text) LIMIT \(limit))", bound.values) { $0.integer(0) }
            .first ?? 0
    }

    /// Those statuses that any ticket with a running deadline has: most never do.
    private func withDeadlines(_ statuses: [Status]) throws(Failure) -> [Status] {
        var found: [Status] = []
        for status in statuses {
            let one = try first(
                """
                SELECT 1 FROM tickets INDEXED BY tickets_by_status_sla_due
                WHERE status = $1 AND sla_due_at IS NOT NULL
                LIMIT 1
                """, [.integer(status.code)]
            ) { _ in status }
            if let one { found.append(one) }
        }
        return found
    }
}

extension FewTickets {
    /// The filters that may leave few tickets and whose index is not the list's own.
    static func candidates(_ filter: TicketFilter, order: TicketOrder) -> [FewTickets] {
        var candidates: [FewTickets] = []
        if filter.customers != nil { candidates.append(.customers) }
        if !filter.tags.isEmpty { candidates.append(.tags) }
        candidates += filter.references.indices.map { .reference($0) }
        if !filter.created.isAll, order.key != .createdAt { candidates.append(.created) }
        if !filter.lastMessage.isAll, order.key != .lastMessageAt { candidates.append(.lastMessage) }
        if !filter.slaDue.isAll || filter.isOverdue == true, order.key != .slaDueAt { candidates.append(.slaDue) }
        // A span that is open where the walk begins is met at once: the newest tickets have the newest messages.
        return candidates.filter { few in
            switch few {
            case .created where order.key == .lastMessageAt:
                order.isDescending ? filter.created.before != nil : filter.created.from != nil
            case .lastMessage where order.key == .createdAt:
                order.isDescending ? filter.lastMessage.before != nil : filter.lastMessage.from != nil
            case .ids, .customers, .tags, .reference, .created, .lastMessage, .slaDue: true
            }
        }
    }

    /// The filter that a count reads the tickets by: the one that most likely leaves the fewest.
    static func first(in filter: TicketFilter) -> FewTickets? {
        if filter.ids != nil { return .ids }
        if filter.customers != nil { return .customers }
        if !filter.references.isEmpty { return .reference(0) }
        if !filter.tags.isEmpty { return .tags }
        if !filter.slaDue.isAll || filter.isOverdue == true { return .slaDue }
        if !filter.created.isAll { return .created }
        return filter.lastMessage.isAll ? nil : .lastMessage
    }

    var isSpan: Bool {
        switch self {
        case .created, .lastMessage, .slaDue: true
        case .ids, .customers, .tags, .reference: false
        }
    }

    /// Whether the tickets stand close to each other in a list of that order, perhaps far from its beginning.
    func standsTogether(in order: TicketOrder) -> Bool {
        self == .created && order.key == .lastMessageAt || self == .lastMessage && order.key == .createdAt
    }
}

extension TicketFilter {
    /// Whether finding a page may take long: a span of time in a list that is sorted by another one.
    package func mayWalkFar(in order: TicketOrder) -> Bool {
        FewTickets.candidates(self, order: order).contains { $0.isSpan && $0 != .slaDue }
    }
}
