import Domain
import Service
import Store

/// Messages and events of all tickets, for staff (SPEC section 5).
package struct ThreadListRoutes: Sendable {
    package init() {}

    package var endpoints: [Endpoint] {
        [
            .read(.get, "/admin/messages", .agent, slowBy: ["count="], when: { $0.page.isCounted }) {
                (_, input: MessagesInput, tx) throws(Failure) in
                let filter = try input.filter(in: tx)
                let page = input.page
                let found = try tx.messages(filter, after: page.after?.id ?? 0, limit: Int64(page.limit) + 1)
                return try MessagePages().list(
                    found, page, total: page.isCounted ? tx.messageCount(filter) : nil, for: .staff, in: tx)
            }.summed("Messages and notes of all tickets, oldest first"),

            .read(.get, "/admin/events", .agent, slowBy: ["count="], when: { $0.page.isCounted }) {
                (_, input: EventsInput, tx) throws(Failure) in
                let filter = try input.filter(in: tx)
                let page = input.page
                let found = try tx.events(filter, after: page.after?.id ?? 0, limit: Int64(page.limit) + 1)
                let (rows, cursor) = page.cut(found) { ListPosition(key: nil, id: $0.seq) }
                return ItemList(
                    rows.map(EventShape.init), nextCursor: cursor,
                    total: page.isCounted ? try tx.eventCount(filter) : nil)
            }.summed("What happened to all tickets, oldest first"),
        ]
    }
}

struct MessagesInput: Input {
    let tickets: [TicketReference]
    let directions: [Direction]
    let isInternal: Bool?
    let created: TicketFilter.TimeRange
    let page: PageRequest

    static let form = Form(
        Field<[TicketReference]>.query("ticket", .anyOf(.ticketReference)).defaulting([]),
        Field<[Direction]>.query("direction", .anyOf(.direction)).defaulting([]),
        Field<Bool>.query("is_internal", .boolean).optional, Field<TicketFilter.TimeRange>.times("created_at"),
        Field<PageRequest>.page
    ) { MessagesInput(tickets: $0, directions: $1, isInternal: $2, created: $3, page: $4) }

    func filter(in tx: Reading) throws(Failure) -> MessageFilter {
        var filter = MessageFilter()
        filter.tickets = try tx.tickets(named: tickets)
        let isBoth = Direction.allCases.allSatisfy(directions.contains)
        filter.direction = isBoth ? nil : directions.first
        filter.isInternal = isInternal
        filter.created = created
        return filter
    }
}

struct EventsInput: Input {
    let tickets: [TicketReference]
    let kinds: [Event.Kind]
    let created: TicketFilter.TimeRange
    let page: PageRequest

    static let form = Form(
        Field<[TicketReference]>.query("ticket", .anyOf(.ticketReference)).defaulting([]),
        Field<[Event.Kind]>.query("type", .anyOf(.eventKind)).defaulting([]),
        Field<TicketFilter.TimeRange>.times("created_at"), Field<PageRequest>.page
    ) { EventsInput(tickets: $0, kinds: $1, created: $2, page: $3) }

    func filter(in tx: Reading) throws(Failure) -> EventFilter {
        var filter = EventFilter()
        filter.tickets = try tx.tickets(named: tickets)
        filter.kinds = Event.Kind.allCases.filter(kinds.contains)
        filter.created = created
        return filter
    }
}

extension Kind where Value == Direction {
    static var direction: Kind {
        .word(Direction.allCases.map(\.rawValue)) { Direction(rawValue: $0.lowercased()) }
    }
}

extension Kind where Value == Event.Kind {
    static var eventKind: Kind {
        .word(Event.Kind.allCases.map(\.rawValue)) { Event.Kind(rawValue: $0.lowercased()) }
    }
}

extension Reading {
    /// The ids of those that are there; an id counts also when its ticket is gone, for its last event stays. Nil for no
    /// filter.
    fileprivate func tickets(named references: [TicketReference]) throws(Failure) -> [ID<Ticket>]? {
        if references.isEmpty { return nil }
        var ids: [ID<Ticket>] = []
        for reference in references {
            if let id = try ticketID(reference), !ids.contains(id) { ids.append(id) }
        }
        return ids
    }
}
