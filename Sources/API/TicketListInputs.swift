import Domain
import Service
import Store

/// The filters that a list of tickets may have, as words; what needs rows is looked up when the list is read.
struct TicketListFilter: Sendable {
    var statuses: [Status] = []
    var categories: [String] = []
    var priorities: [Priority] = []
    var channels: [Channel] = []
    var assignees: [AssigneeWord] = []
    var customers: [ID<User>] = []
    /// As addresses are kept; one that nobody has finds nothing.
    var emails: [String] = []
    var phones: [String] = []
    var tags: [String] = []
    var references: [TicketFilter.ReferenceFilter] = []
    var created = TicketFilter.TimeRange()
    var lastMessage = TicketFilter.TimeRange()
    var slaDue = TicketFilter.TimeRange()
    var isOverdue: Bool?
    var needsReview: Bool?
    var isUnread: Bool?

    /// The filter by rows.
    ///
    /// - Throws: `.validation` for a category that is not there.
    func resolved(for agent: Agent?, in tx: Reading) throws(Failure) -> TicketFilter {
        var filter = TicketFilter()
        filter.statuses = unique(statuses)
        filter.priorities = unique(priorities)
        filter.channels = unique(channels)
        filter.tags = unique(tags)
        filter.references = references
        filter.created = created
        filter.lastMessage = lastMessage
        filter.slaDue = slaDue
        filter.isOverdue = isOverdue
        filter.needsReview = needsReview
        filter.isUnread = isUnread
        for word in categories {
            guard let category = try tx.category(word: word) else {
                throw .field("category", try Categories.unknown(in: tx))
            }
            if !filter.categories.contains(category.id) { filter.categories.append(category.id) }
        }
        for word in assignees {
            let assignee: ID<User>? =
                switch word {
                case .me: agent?.id
                case .nobody: nil
                case .user(let id): id
                }
            if !filter.assignees.contains(assignee) { filter.assignees.append(assignee) }
        }
        filter.customers = try resolvedCustomers(in: tx)
        return filter
    }

    /// Whoever is meant by all of id, address and phone number that are given; nil when none is.
    private func resolvedCustomers(in tx: Reading) throws(Failure) -> [ID<User>]? {
        var found: [ID<User>]?
        func narrow(to ids: [ID<User>]) { found = found?.filter(ids.contains) ?? ids }
        if !customers.isEmpty { narrow(to: unique(customers)) }
        if !emails.isEmpty { narrow(to: try tx.customers(emails: unique(emails))) }
        if !phones.isEmpty { narrow(to: try tx.customers(phones: unique(phones))) }
        return found
    }

    private func unique<Value: Equatable>(_ values: [Value]) -> [Value] {
        var unique: [Value] = []
        for value in values where !unique.contains(value) { unique.append(value) }
        return unique
    }
}

/// What a list of tickets is asked for; `wanted` needs rows.
protocol TicketsInput: Input {
    var filter: TicketListFilter { get }
    var words: SearchWords? { get }
    var order: TicketOrder? { get }
    var page: PageRequest { get }
}

extension TicketsInput {
    func wanted(for agent: Agent?, in tx: Reading) throws(Failure) -> WantedTickets {
        var wanted = WantedTickets()
        wanted.filter = try filter.resolved(for: agent, in: tx)
        wanted.words = words
        wanted.order = order
        return wanted
    }

    /// What a query has at least when `isSlow`: words to search for, a number to count, a span of time.
    static var slowWords: [String] { ["q=", "count=", "_after=", "_before="] }

    /// Whether the list is for a slow thread; known without a row.
    var isSlow: Bool {
        var wanted = WantedTickets()
        wanted.words = words
        wanted.order = order
        wanted.filter.created = filter.created
        wanted.filter.lastMessage = filter.lastMessage
        wanted.filter.slaDue = filter.slaDue
        wanted.filter.isOverdue = filter.isOverdue
        wanted.filter.tags = filter.tags
        wanted.filter.references = filter.references
        if !filter.customers.isEmpty || !filter.emails.isEmpty || !filter.phones.isEmpty {
            wanted.filter.customers = []
        }
        return wanted.isSlow(counted: page.isCounted)
    }
}

struct CustomerTicketsInput: TicketsInput {
    let filter: TicketListFilter
    let words: SearchWords?
    let order: TicketOrder?
    let page: PageRequest

    static let form = Form(
        Field<[Status]>.query("status", .anyOf(.status)).defaulting([]),
        Field<[String]>.query("category", .anyOf(.line(Lengths.category))).defaulting([]),
        Field<[Priority]>.query("priority", .anyOf(.priority)).defaulting([]), .searchWords,
        Field<TicketOrder>.query("order", .ticketOrder).optional, .page
    ) { (statuses: [Status], categories: [String], priorities: [Priority], words: SearchWords?, order, page) in
        var filter = TicketListFilter()
        filter.statuses = statuses
        filter.categories = categories
        filter.priorities = priorities
        return CustomerTicketsInput(filter: filter, words: words, order: order, page: page)
    }
}

struct StaffTicketsInput: TicketsInput {
    let filter: TicketListFilter
    let words: SearchWords?
    let order: TicketOrder?
    let page: PageRequest

    static let form = Form(
        Field<[Status]>.query("status", .anyOf(.status)).defaulting([]),
        Field<[String]>.query("category", .anyOf(.line(Lengths.category))).defaulting([]),
        Field<[Priority]>.query("priority", .anyOf(.priority)).defaulting([]),
        Field<[Channel]>.query("channel", .anyOf(.channel)).defaulting([]),
        Field<[AssigneeWord]>.query("assigned_to_id", .anyOf(.assignee)).defaulting([]),
        Field<[ID<User>]>.query("customer_id", .anyOf(.id(of: User.self))).defaulting([]),
        Field<[String]>.query("email", .anyOf(.knownAddress)).defaulting([]),
        Field<[String]>.query("phone", .anyOf(.knownPhone)).defaulting([]),
        Field<[String]>.query("tag", .anyOf(.line(Lengths.tag))).defaulting([]),
        Field<[TicketFilter.ReferenceFilter]>.references, Field<TicketFilter.TimeRange>.times("created_at"),
        Field<TicketFilter.TimeRange>.times("last_message_at"), Field<TicketFilter.TimeRange>.times("sla_due_at"),
        Field<Bool>.query("sla_overdue", .boolean).optional, Field<Bool>.query("needs_review", .boolean).optional,
        Field<Bool>.query("unread", .boolean).optional, Field<SearchWords?>.searchWords,
        Field<TicketOrder>.query("order", .ticketOrder).optional, Field<PageRequest>.page
    ) {
        statuses, categories, priorities, channels, assignees, customers, emails, phones, tags, references, created,
        lastMessage, slaDue, isOverdue, needsReview, isUnread, words, order, page in
        let filter = TicketListFilter(
            statuses: statuses, categories: categories, priorities: priorities, channels: channels,
            assignees: assignees, customers: customers, emails: emails, phones: phones, tags: tags,
            references: references, created: created, lastMessage: lastMessage, slaDue: slaDue, isOverdue: isOverdue,
            needsReview: needsReview, isUnread: isUnread)
        return StaffTicketsInput(filter: filter, words: words, order: order, page: page)
    }
}

/// A page of what hangs on a ticket, oldest first.
struct ThreadPageInput: Input {
    let ticket: TicketReference
    let page: PageRequest

    static let form = Form(
        Field<TicketReference>.path("ticket", .ticketReference), Field<PageRequest>.page
    ) { ThreadPageInput(ticket: $0, page: $1) }
}
