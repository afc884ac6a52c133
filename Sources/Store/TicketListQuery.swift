import Domain
import SQLite

/// The statement of one page of a ticket list, put together from constant fragments; every value is bound.
///
/// A walk is a UNION ALL of arms, each a keyset range of one index that already has the list's order, merged by SQLite
/// without a sort. An arm fixes what its index has before the key: a status always, and an assignee, category, priority
/// or customer where the list is filtered by one. The rest is looked at row by row. Behind a cursor each arm is two:
/// what ties with the last row's key, and what comes after it. What is found by its kind is one more arm, sorted.
struct TicketListQuery {
    /// Absent keys come last in both directions, so they are a list of their own behind the others.
    enum Phase { case present, absent }

    /// Grows arm by arm. A list without filters has sixteen arms behind a cursor, so they are written straight into it.
    private(set) var text = ""
    private var bound = BoundValues()
    /// What every arm selects.
    private let selection: String
    /// No filter is left to be looked at row by row; known once the first arm of a walk is written.
    private var hasNoRest = false
    private let filter: TicketFilter
    private let order: TicketOrder
    private let phase: Phase
    private let position: ListPosition?
    private let now: Instant

    var values: [SQLValue] { bound.values }

    static func phases(_ filter: TicketFilter, order: TicketOrder, after position: ListPosition?, at now: Instant)
        -> [Phase]
    {
        guard order.key == .slaDueAt, filter.slaDueRange(at: now).isAll else { return [.present] }
        if let position, position.key == nil { return [.absent] }
        return [.present, .absent]
    }

    /// - Parameter plan: one that finds something.
    init(
        _ filter: TicketFilter, plan: TicketListPlan, order: TicketOrder, phase: Phase, after position: ListPosition?,
        limit: Int64, at now: Instant
    ) {
        self.filter = filter
        self.order = order
        self.phase = phase
        self.position = phase == .absent && position?.key != nil ? nil : position
        self.now = now
        selection = "SELECT id, \(phase == .absent ? "NULL" : order.key.rawValue) AS key, \(TicketStamp.columns) FROM "
        switch plan {
        case .nothing: break
        case .few(let few): addArm(fewArm(few))
        case .walk(let lead, let statuses, let byKind):
            text.reserveCapacity(4096)
            for status in statuses { addWalkArms(status, lead) }
            if !byKind.isEmpty { addArm(kindArm(byKind)) }
        }
        // An arm whose key is fixed may have nothing behind the cursor.
        guard !text.isEmpty else { return }
        let direction = order.isDescending ? " DESC" : ""
        text += phase == .absent ? " ORDER BY id\(direction)" : " ORDER BY key\(direction), id\(direction)"
        text += " LIMIT \(bound.bind(.integer(limit)))"
    }

    private var key: String { order.key.rawValue }
    private var beyond: String { order.isDescending ? "<" : ">" }

    private mutating func addArm(_ rest: String) {
        if !text.isEmpty { text += " UNION ALL " }
        text += selection
        text += rest
    }

    // MARK: Walking

    private mutating func addWalkArms(_ status: Status, _ lead: TicketListLead) {
        for value in lead.values(in: filter) {
            if phase == .absent {
                addWalkArm(status, lead, value, .absent)
            } else if case .priorityKey(let priority) = value {
                if let behind = behindFixedKey(priority.rawValue) { addWalkArm(status, lead, value, behind) }
            } else {
                for range in ranges() { addWalkArm(status, lead, value, .range(range)) }
            }
        }
    }

    /// Which part of an arm's index is behind the cursor.
    private enum Behind {
        case absent
        case range(KeyRange)
        /// All of an arm that has one key, or what ties with the cursor.
        case all, ties(id: Int64)
    }

    // Values are bound as their places come in the text: for SQLite `$2` is a name, not a number.
    private mutating func addWalkArm(
        _ status: Status, _ lead: TicketListLead, _ value: TicketListLead.Value, _ behind: Behind
    ) {
        addArm("tickets INDEXED BY ")
        text += lead.index(for: order.key)
        text += " WHERE status = "
        text += bound.bind(.integer(status.code))
        if let fixed = value.condition(&bound) { add([fixed]) }
        switch behind {
        case .absent: add(absentConditions())
        case .range(let range): add(range)
        case .all: break
        case .ties(let id): add("id", beyond, .integer(id))
        }
        if hasNoRest { return }
        let rest =
            bound.dimensions(of: filter, in: .tickets, besides: lead.dimensions)
            + bound.others(of: filter, key: order.key, leadsByCustomer: lead == .customer, at: now)
        add(rest)
        hasNoRest = rest.isEmpty
    }

    private mutating func add(_ column: String, _ comparison: String, _ value: SQLValue) {
        text += " AND "
        text += column
        text += comparison
        text += bound.bind(value)
    }

    private mutating func add(_ conditions: [String]) {
        for condition in conditions {
            text += " AND "
            text += condition
        }
    }

    private mutating func add(_ range: KeyRange) {
        if let tie = range.tie {
            add(key, "=", tie.key)
            add("id", tie.beyond, tie.id)
            return
        }
        if let from = range.from { add(key, ">=", from) }
        if let after = range.after { add(key, ">", after) }
        if let before = range.before { add(key, "<", before) }
        if range.isNotNull { add(["\(key) IS NOT NULL"]) }
    }

    /// A part of an arm's index: from a key or a tie on, up to a key.
    private struct KeyRange {
        var tie: (key: SQLValue, id: SQLValue, beyond: String)?
        var from: SQLValue?
        var after: SQLValue?
        var before: SQLValue?
        var isNotNull = false
    }

    /// The ranges behind the cursor, within what the filter says about the key itself. Never two bounds on one side:
    /// SQLite would seek to one and step to the other.
    private func ranges() -> [KeyRange] {
        let bounds = keyBounds
        var all = KeyRange()
        all.from = bounds.from.map { .integer($0.milliseconds) }
        all.before = bounds.before.map { .integer($0.milliseconds) }
        all.isNotNull = order.key == .slaDueAt && bounds.from == nil
        guard let position, let last = position.key else { return [all] }
        var ranges: [KeyRange] = []
        let isWithin =
            bounds.from.map { $0.milliseconds <= last } ?? true
            && bounds.before.map { last < $0.milliseconds } ?? true
        if isWithin {
            ranges.append(KeyRange(tie: (.integer(last), .integer(position.id), beyond)))
        }
        if order.isDescending {
            all.before = .integer(min(last, bounds.before?.milliseconds ?? .max))
        } else if last >= bounds.from?.milliseconds ?? .min {
            all.from = nil
            all.after = .integer(last)
            all.isNotNull = false
        }
        return ranges + [all]
    }

    /// What the filter says about the key. A ticket's last message is never older than the ticket, so a bound on one
    /// time is mostly one on the other as well.
    private var keyBounds: TicketFilter.TimeRange {
        switch order.key {
        case .priority: return .init()
        case .slaDueAt: return filter.slaDueRange(at: now)
        case .lastMessageAt:
            var range = filter.lastMessage
            if let created = filter.created.from { range.from = max(created, range.from ?? created) }
            return range
        case .createdAt:
            var range = filter.created
            if let message = filter.lastMessage.before { range.before = min(message, range.before ?? message) }
            return range
        }
    }

    /// What is behind the cursor in an arm that has one key; nil for nothing.
    private func behindFixedKey(_ key: Int64) -> Behind? {
        guard let position, let last = position.key else { return .all }
        if key == last { return .ties(id: position.id) }
        return (key < last) == order.isDescending ? .all : nil
    }

    private mutating func absentConditions() -> [String] {
        var conditions = ["\(key) IS NULL"]
        if let position { conditions.append("id \(beyond) \(bound.bind(.integer(position.id)))") }
        return conditions
    }

    // MARK: Sorting

    private mutating func fewArm(_ few: FewTickets) -> String {
        let (from, first) = bound.source(few, of: filter, at: now)
        let seenTo: Set<TicketDimension> = few.isSpan ? [.status] : []
        let conditions =
            first + bound.dimensions(of: filter, in: .tickets, besides: seenTo)
            + bound.others(of: filter, besides: few, at: now) + sortedConditions()
        return "\(from) WHERE \(conditions.joined(separator: " AND "))"
    }

    /// The kept counts say which kinds of tickets there are that match; the index has a ticket's kind.
    private mutating func kindArm(_ statuses: [Status]) -> String {
        var led = filter
        led.statuses = statuses
        let kinds = bound.dimensions(of: led, in: .counts).joined(separator: " AND ")
        let rest = bound.others(of: filter, at: now) + sortedConditions()
        return """
            (SELECT status AS s, category_id AS g, priority AS p, channel AS h, needs_review AS r, \
            nullif(assigned_to_id, 0) AS a, +is_unread AS u FROM ticket_counts WHERE tickets > 0 AND \(kinds)) AS kinds \
            CROSS JOIN tickets INDEXED BY tickets_by_kind ON status = s AND category_id = g AND priority = p \
            AND channel = h AND ai_needs_review = r AND assigned_to_id IS a AND (unread_by_agent > 0) = u\
            \(rest.isEmpty ? "" : " WHERE " + rest.joined(separator: " AND "))
            """
    }

    /// What is behind the cursor, for rows in any order.
    private mutating func sortedConditions() -> [String] {
        if phase == .absent { return absentConditions() }
        var conditions: [String] = []
        if order.key == .slaDueAt { conditions.append("\(key) IS NOT NULL") }
        if let position, let last = position.key {
            let (key, id) = (bound.bind(.integer(last)), bound.bind(.integer(position.id)))
            conditions.append("(\(self.key), id) \(beyond) (\(key), \(id))")
        }
        return conditions
    }
}

extension TicketListLead {
    /// What an arm's index has before the status or the key.
    enum Value {
        case none
        case assignee(ID<User>?)
        case category(ID<Category>)
        case priority(Priority)
        case priorityKey(Priority)
        case customer(ID<User>)

        func condition(_ bound: inout BoundValues) -> String? {
            switch self {
            case .none: nil
            case .assignee(nil): "assigned_to_id IS NULL"
            case .assignee(let id?): "assigned_to_id = \(bound.bind(.integer(id.rawValue)))"
            case .category(let id): "category_id = \(bound.bind(.integer(id.rawValue)))"
            case .priority(let priority), .priorityKey(let priority):
                "priority = \(bound.bind(.integer(priority.rawValue)))"
            case .customer(let id): "customer_id = \(bound.bind(.integer(id.rawValue)))"
            }
        }
    }

    func values(in filter: TicketFilter) -> [Value] {
        switch self {
        case .status: [.none]
        case .assignee: filter.assignees.map { .assignee($0) }
        case .category: filter.categories.map { .category($0) }
        case .priority: filter.priorities.map { .priority($0) }
        case .priorityKey: filter.priorities.map { .priorityKey($0) }
        case .customer: (filter.customers ?? []).map { .customer($0) }
        }
    }

    func index(for key: TicketOrder.Key) -> String {
        switch self {
        case .assignee: "tickets_by_assignee"
        case .category: "tickets_by_category"
        case .priority: "tickets_by_priority"
        case .customer: "tickets_by_customer"
        case .status, .priorityKey:
            switch key {
            case .lastMessageAt: "tickets_by_status_last_message"
            case .createdAt: "tickets_by_status_created"
            case .priority: "tickets_by_status_priority"
            case .slaDueAt: "tickets_by_status_sla_due"
            }
        }
    }
}
