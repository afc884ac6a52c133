/// A ticket as its row has it. What belongs to other rows (names, the description) is in `TicketRecord`.
package struct Ticket: Sendable, Equatable {
    package private(set) var id: ID<Ticket>
    package private(set) var number: TicketNumber
    package var subject: String
    /// The message that is the description.
    package private(set) var firstMessage: ID<Message>
    package var category: ID<Category>
    package var priority: Priority
    package var status: Status
    package let channel: Channel
    package var customer: ID<User>
    /// Found by address alone: shown to the customer's account only once its address is verified.
    package let isMatchedByAddress: Bool
    package var assignee: ID<User>?
    package var assignedAt: Instant?
    package let createdBy: ID<User>?
    package var tags: [String]
    package var references: [Reference]
    package var watchers: [ID<User>]
    /// Public customer messages since staff last replied or marked read.
    package var unreadByAgent: Int64
    /// Public staff and assistant messages since the customer last replied or marked read.
    package var unreadByCustomer: Int64
    /// Public messages, the description included.
    package var messageCount: Int64
    package var verdict: TicketVerdict
    package var sla: TicketSLA
    package var firstResponseAt: Instant?
    package var lastCustomerMessageAt: Instant?
    package var lastStaffMessageAt: Instant?
    package var lastMessageAt: Instant
    package var resolvedAt: Instant?
    package var closedAt: Instant?
    package var reopenedCount: Int64
    /// 1 to 5.
    package var rating: Int64?
    package var ratingComment: String?
    package var ratedAt: Instant?
    package var resolutionNotes: String?
    package var mergedInto: ID<Ticket>?
    package let createdAt: Instant
    package var updatedAt: Instant
    /// One more with every write to the ticket or its thread.
    package var version: Int64
    /// When, and how often, the customer's view of it changed.
    package var publicUpdatedAt: Instant
    package var publicVersion: Int64

    /// A name and value that another system knows the ticket by.
    package struct Reference: Hashable, Sendable {
        package let name: String
        package let value: String

        package init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    /// What a ticket is known by, given by the transaction that writes it.
    package struct Identity: Sendable {
        package let id: ID<Ticket>
        package let number: TicketNumber
        package let firstMessage: ID<Message>

        package init(id: ID<Ticket>, number: TicketNumber, firstMessage: ID<Message>) {
            self.id = id
            self.number = number
            self.firstMessage = firstMessage
        }

        /// Of a ticket that is thought out before that transaction: in its texts the number stays a variable.
        package static let open = Identity(
            id: ID(0), number: TicketNumber(stored: "{{\(TemplateVariable.ticketNumber.rawValue)}}"),
            firstMessage: ID(0))
    }

    package mutating func identify(as identity: Identity) {
        id = identity.id
        number = identity.number
        firstMessage = identity.firstMessage
    }

    /// A ticket that is about to be written for the first time.
    package init(
        id: ID<Ticket>, number: TicketNumber, subject: String, firstMessage: ID<Message>, category: ID<Category>,
        priority: Priority, channel: Channel, customer: ID<User>, isMatchedByAddress: Bool, createdBy: ID<User>?,
        verdict: TicketVerdict, at now: Instant
    ) {
        self.id = id
        self.number = number
        self.subject = subject
        self.firstMessage = firstMessage
        self.category = category
        self.priority = priority
        status = .new
        self.channel = channel
        self.customer = customer
        self.isMatchedByAddress = isMatchedByAddress
        self.createdBy = createdBy
        tags = []
        references = []
        watchers = []
        unreadByAgent = 1
        unreadByCustomer = 0
        messageCount = 1
        self.verdict = verdict
        sla = TicketSLA()
        lastCustomerMessageAt = now
        lastMessageAt = now
        reopenedCount = 0
        createdAt = now
        updatedAt = now
        version = 1
        publicUpdatedAt = now
        publicVersion = 1
    }

    /// A ticket as a row has it; the Store fills in the rest.
    package init(
        stored id: ID<Ticket>, number: TicketNumber, subject: String, firstMessage: ID<Message>,
        category: ID<Category>, priority: Priority, status: Status, channel: Channel, customer: ID<User>,
        isMatchedByAddress: Bool, createdBy: ID<User>?, verdict: TicketVerdict, sla: TicketSLA, lastMessageAt: Instant,
        createdAt: Instant, updatedAt: Instant, version: Int64, publicUpdatedAt: Instant, publicVersion: Int64
    ) {
        self.id = id
        self.number = number
        self.subject = subject
        self.firstMessage = firstMessage
        self.category = category
        self.priority = priority
        self.status = status
        self.channel = channel
        self.customer = customer
        self.isMatchedByAddress = isMatchedByAddress
        self.createdBy = createdBy
        tags = []
        references = []
        watchers = []
        unreadByAgent = 0
        unreadByCustomer = 0
        messageCount = 0
        self.verdict = verdict
        self.sla = sla
        self.lastMessageAt = lastMessageAt
        reopenedCount = 0
        self.createdAt = createdAt
        self.updatedAt = updatedAt
        self.version = version
        self.publicUpdatedAt = publicUpdatedAt
        self.publicVersion = publicVersion
    }
}

/// What the classifier and the assistant have made of a ticket.
package struct TicketVerdict: Sendable, Equatable {
    package var isProcessed = false
    package var category: String?
    /// 0 to 1, calibrated.
    package var confidence: Double?
    /// A JSON object of slugs and probabilities, as text.
    package var scores: String?
    package var priority: Priority?
    package var needsReview = false
    package var suggestedCategory: String?
    package var suggestedResponse: String?
    package var notes: String?
    package var summary: String?
    package var model: String?
    package var firstResponseAt: Instant?
    package var isAutoResolved = false

    package init() {}
}

/// The cache of a ticket's clocks; see `SLATimeline.cache`.
package struct TicketSLA: Sendable, Equatable {
    package var policy: ID<SLAPolicy>?
    /// By what has been written down: a deadline that passed since the last look is not yet a breach.
    package var state = SLAState.none
    /// The earliest deadline of the clocks that are open and not paused.
    package var dueAt: Instant?
    package var firstResponseDueAt: Instant?
    package var nextResponseDueAt: Instant?
    package var resolutionDueAt: Instant?
    /// When a warning, a breach or an escalation has to be announced next.
    package var nextAt: Instant?
    /// What all of this is derived from, as `SLAHistory` writes it; nil where that has to be read from the events.
    package var history: String?

    package init() {}

    package subscript(_ metric: SLAMetric) -> Instant? {
        get {
            switch metric {
            case .firstResponse: firstResponseDueAt
            case .nextResponse: nextResponseDueAt
            case .resolution: resolutionDueAt
            }
        }
        set {
            switch metric {
            case .firstResponse: firstResponseDueAt = newValue
            case .nextResponse: nextResponseDueAt = newValue
            case .resolution: resolutionDueAt = newValue
            }
        }
    }

    /// Whether a deadline that runs is past. A paused ticket has none.
    package func isOverdue(at now: Instant) -> Bool { dueAt.map { $0 < now } ?? false }

    /// The state as it is at `now`, announced or not.
    package func state(at now: Instant) -> SLAState { isOverdue(at: now) ? .breached : state }
}

/// A ticket together with what other rows know of it, as the API shows it.
package struct TicketRecord: Sendable {
    package var ticket: Ticket
    package var description: String
    package var category: String
    package var customerName: String
    package var customerEmail: String?
    package var customerPhone: String?
    package var assigneeName: String?

    package init(
        ticket: Ticket, description: String, category: String, customerName: String, customerEmail: String?,
        customerPhone: String?, assigneeName: String?
    ) {
        self.ticket = ticket
        self.description = description
        self.category = category
        self.customerName = customerName
        self.customerEmail = customerEmail
        self.customerPhone = customerPhone
        self.assigneeName = assigneeName
    }
}
