import Domain
import SQLite

/// Which messages of all tickets a list has; nil is no filter.
package struct MessageFilter: Sendable {
    /// With none in it the list is empty.
    package var tickets: [ID<Ticket>]?
    package var direction: Direction?
    package var isInternal: Bool?
    package var created = TicketFilter.TimeRange()

    package init() {}
}

/// Which events of all tickets a list has.
package struct EventFilter: Sendable {
    package var tickets: [ID<Ticket>]?
    /// An empty list is no filter.
    package var kinds: [Event.Kind] = []
    package var created = TicketFilter.TimeRange()

    package init() {}
}

extension Event.Kind {
    /// Whether the index of rarer kinds has it.
    fileprivate var isRare: Bool {
        switch self {
        case .created, .message, .classification, .statusChange, .assignmentChange, .note, .close: false
        case .priorityChange, .categoryChange, .reopen, .rating, .tagChange, .merge, .slaWarning, .slaBreach,
            .escalation, .deleted:
            true
        }
    }
}

/// The statement of a page of messages or events in the order of their ids: arms over the narrowest index that the
/// filter allows, each beginning behind the cursor.
struct ThreadListQuery {
    private static let messageColumns = """
        id, ticket_id, body, author_type, author_id, author_name, is_internal, channel, ai_model, ai_confidence, \
        created_at
        """
    private static let eventColumns = """
        seq, ticket_id, type, from_value, to_value, actor_type, actor_id, actor_name, metadata, created_at
        """
    /// Word for word the condition of the index, or SQLite does not use it.
    private static let rare = """
        type <> 'created' AND type <> 'message' AND type <> 'classification' AND type <> 'status_change' \
        AND type <> 'assignment_change' AND type <> 'note' AND type <> 'close'
        """

    private var bound = BoundValues()
    private var arms: [String] = []
    private let id: String
    private let columns: String
    private let span: ClosedRange<Int64>
    private let after: Int64

    var values: [SQLValue] { bound.values }
    private(set) var text = ""

    /// - Parameters:
    ///   - span: ids between which all that can match stands.
    ///   - limit: nil counts all of them.
    init(_ filter: MessageFilter, span: ClosedRange<Int64>, after: Int64, limit: Int64?) {
        (id, columns) = ("id", ThreadListQuery.messageColumns)
        (self.span, self.after) = (span, after)
        if let tickets = filter.tickets {
            for ticket in tickets {
                add(
                    "messages INDEXED BY messages_by_ticket", ["ticket_id = \(bound.bind(.integer(ticket.rawValue)))"],
                    filter)
            }
        } else if filter.isInternal == true {
            add("messages INDEXED BY messages_internal", [], filter)
        } else {
            add("messages NOT INDEXED", [], filter)
        }
        finish(limit)
    }

    init(_ filter: EventFilter, span: ClosedRange<Int64>, after: Int64, limit: Int64?) {
        (id, columns) = ("seq", ThreadListQuery.eventColumns)
        (self.span, self.after) = (span, after)
        if let tickets = filter.tickets {
            for ticket in tickets {
                add(
                    "events INDEXED BY events_by_ticket", ["ticket_id = \(bound.bind(.integer(ticket.rawValue)))"],
                    filter)
            }
        } else if !filter.kinds.isEmpty, filter.kinds.allSatisfy(\.isRare) {
            for kind in filter.kinds {
                let type = "type = \(bound.bind(.text(kind.rawValue)))"
                add("events INDEXED BY events_rare", [type, ThreadListQuery.rare], filter, knowsKind: true)
            }
        } else {
            add("events NOT INDEXED", [], filter)
        }
        finish(limit)
    }

    private mutating func add(_ source: String, _ first: [String], _ filter: MessageFilter) {
        var conditions = first + behind()
        if let isInternal = filter.isInternal {
            // Said as the partial index has it.
            conditions.append(isInternal ? "is_internal = 1" : "is_internal = 0")
        }
        if let direction = filter.direction {
            conditions.append("direction = \(bound.bind(.text(direction.rawValue)))")
        }
        conditions += bound.range("created_at", filter.created)
        arms.append(" FROM \(source) WHERE \(conditions.joined(separator: " AND "))")
    }

    private mutating func add(
        _ source: String, _ first: [String], _ filter: EventFilter, knowsKind: Bool = false
    ) {
        var conditions = first + behind()
        if !knowsKind, !filter.kinds.isEmpty {
            conditions.append(bound.any("type", filter.kinds.map { .text($0.rawValue) }))
        }
        conditions += bound.range("created_at", filter.created)
        arms.append(" FROM \(source) WHERE \(conditions.joined(separator: " AND "))")
    }

    private mutating func behind() -> [String] {
        var conditions = ["\(id) > \(bound.bind(.integer(max(after, span.lowerBound - 1))))"]
        if span.upperBound != .max { conditions.append("\(id) <= \(bound.bind(.integer(span.upperBound)))") }
        return conditions
    }

    private mutating func finish(_ limit: Int64?) {
        if let limit {
            text = arms.map { "SELECT \(columns)\($0)" }.joined(separator: " UNION ALL ")
            text += " ORDER BY \(id) LIMIT \(bound.bind(.integer(limit)))"
        } else {
            text = "SELECT " + arms.map { "(SELECT count(*)\($0))" }.joined(separator: " + ")
        }
    }
}

extension Reading {
    /// The next `limit` messages of all tickets behind the one with the id `after`, oldest first.
    package func messages(_ filter: MessageFilter, after: Int64, limit: Int64) throws(Failure) -> [Message] {
        guard filter.tickets?.isEmpty != true, let span = try span(of: .messages, in: filter.created) else { return [] }
        let query = ThreadListQuery(filter, span: span, after: after, limit: limit)
        return try all(composed: query.text, query.values, Message.init(row:))
    }

    package func messageCount(_ filter: MessageFilter) throws(Failure) -> Int64 {
        guard filter.tickets?.isEmpty != true, let span = try span(of: .messages, in: filter.created) else { return 0 }
        let query = ThreadListQuery(filter, span: span, after: 0, limit: nil)
        return try all(composed: query.text, query.values) { $0.integer(0) }.first ?? 0
    }

    /// The next `limit` events of all tickets behind the one with the seq `after`, oldest first.
    package func events(_ filter: EventFilter, after: Int64, limit: Int64) throws(Failure) -> [Event] {
        guard filter.tickets?.isEmpty != true, let span = try span(of: .events, in: filter.created) else { return [] }
        let query = ThreadListQuery(filter, span: span, after: after, limit: limit)
        return try all(composed: query.text, query.values, Event.init(row:))
    }

    package func eventCount(_ filter: EventFilter) throws(Failure) -> Int64 {
        guard filter.tickets?.isEmpty != true, let span = try span(of: .events, in: filter.created) else { return 0 }
        let query = ThreadListQuery(filter, span: span, after: 0, limit: nil)
        return try all(composed: query.text, query.values) { $0.integer(0) }.first ?? 0
    }
}
