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
    var customer: ID<User>?
    var tags: [String] = []
    var createdFrom: Instant?
    var createdBefore: Instant?
    var lastMessageFrom: Instant?
    var lastMessageBefore: Instant?
    var needsReview = false
    var isUnread = false

    /// The filter by rows; nil when no ticket can match, as with a category that is not there.
    func resolved(for agent: Agent?, in tx: Reading) throws(Failure) -> TicketFilter {
        var filter = TicketFilter()
        filter.statuses = unique(statuses)
        filter.priorities = unique(priorities)
        filter.channels = unique(channels)
        filter.tags = tags
        filter.customer = customer
        filter.createdFrom = createdFrom
        filter.createdBefore = createdBefore
        filter.lastMessageFrom = lastMessageFrom
        filter.lastMessageBefore = lastMessageBefore
        filter.needsReview = needsReview
        filter.isUnread = isUnread
        if !categories.isEmpty {
            for word in categories {
                guard let category = try tx.category(word: word) else {
                    throw .field("category", try Categories.unknown(in: tx))
                }
                if !filter.categories.contains(category.id) { filter.categories.append(category.id) }
            }
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
        return filter
    }

    private func unique<Value: Equatable>(_ values: [Value]) -> [Value] {
        var unique: [Value] = []
        for value in values where !unique.contains(value) { unique.append(value) }
        return unique
    }
}

struct CustomerTicketsInput: Input {
    let filter: TicketListFilter
    let order: TicketOrder
    let page: PageRequest

    static let form = Form(
        Field<[Status]>.query("status", .anyOf(.status)).defaulting([]),
        Field<[String]>.query("category", .anyOf(.line(Lengths.category))).defaulting([]),
        Field<[Priority]>.query("priority", .anyOf(.priority)).defaulting([]),
        Field<TicketOrder>.query("order", .ticketOrder).defaulting(.newestMessageFirst), Field<PageRequest>.page
    ) { statuses, categories, priorities, order, page in
        var filter = TicketListFilter()
        filter.statuses = statuses
        filter.categories = categories
        filter.priorities = priorities
        return CustomerTicketsInput(filter: filter, order: order, page: page)
    }
}

struct StaffTicketsInput: Input {
    let filter: TicketListFilter
    let order: TicketOrder
    let page: PageRequest

    static let form = Form(
        Field<[Status]>.query("status", .anyOf(.status)).defaulting([]),
        Field<[String]>.query("category", .anyOf(.line(Lengths.category))).defaulting([]),
        Field<[Priority]>.query("priority", .anyOf(.priority)).defaulting([]),
        Field<[Channel]>.query("channel", .anyOf(.channel)).defaulting([]),
        Field<[AssigneeWord]>.query("assigned_to_id", .anyOf(.assignee)).defaulting([]),
        Field<ID<User>>.query("customer_id", .id(of: User.self)).optional,
        Field<String>.query("tag", .line(Lengths.tag)).optional,
        Field<Instant>.query("created_at_after", .time).optional,
        Field<Instant>.query("created_at_before", .time).optional,
        Field<Instant>.query("last_message_at_after", .time).optional,
        Field<Instant>.query("last_message_at_before", .time).optional,
        Field<Bool>.query("needs_review", .boolean).defaulting(false),
        Field<Bool>.query("unread", .boolean).defaulting(false),
        Field<TicketOrder>.query("order", .ticketOrder).defaulting(.newestMessageFirst), Field<PageRequest>.page
    ) {
        statuses, categories, priorities, channels, assignees, customer, tag, createdAfter, createdBefore, messageAfter,
        messageBefore, needsReview, unread, order, page in
        var filter = TicketListFilter()
        filter.statuses = statuses
        filter.categories = categories
        filter.priorities = priorities
        filter.channels = channels
        filter.assignees = assignees
        filter.customer = customer
        filter.tags = tag.map { [$0] } ?? []
        filter.createdFrom = createdAfter
        filter.createdBefore = createdBefore
        filter.lastMessageFrom = messageAfter
        filter.lastMessageBefore = messageBefore
        filter.needsReview = needsReview
        filter.isUnread = unread
        return StaffTicketsInput(filter: filter, order: order, page: page)
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
