/// One thing said on a ticket, to the other side or, internally, among staff.
package struct Message: Sendable {
    package let id: ID<Message>
    package let ticket: ID<Ticket>
    package let body: String
    package let author: Actor
    package let direction: Direction
    package let isInternal: Bool
    package let channel: Channel
    package let aiModel: String?
    package let aiConfidence: Double?
    package let createdAt: Instant
    /// The files that it names.
    package var attachments: [Attachment] = []

    package init(
        id: ID<Message>, ticket: ID<Ticket>, body: String, author: Actor, isInternal: Bool, channel: Channel,
        aiModel: String? = nil, aiConfidence: Double? = nil, createdAt: Instant
    ) {
        self.id = id
        self.ticket = ticket
        self.body = body
        self.author = author
        direction = author.type == .customer ? .inbound : .outbound
        self.isInternal = isInternal
        self.channel = channel
        self.aiModel = aiModel
        self.aiConfidence = aiConfidence
        self.createdAt = createdAt
    }
}

/// Who wrote a message or caused an event, by the name they had then.
package struct Actor: Sendable, Equatable {
    package let type: AuthorType
    package let id: ID<User>?
    package let name: String

    package init(type: AuthorType, id: ID<User>?, name: String) {
        self.type = type
        self.id = id
        self.name = name
    }

    package static func customer(_ customer: Customer) -> Actor {
        Actor(type: .customer, id: customer.id, name: customer.name)
    }
    package static func staff(_ agent: Agent) -> Actor { Actor(type: .staff, id: agent.id, name: agent.name) }
    package static let system = Actor(type: .system, id: nil, name: "Ticketd")
    package static let assistant = Actor(type: .ai, id: nil, name: "Assistant")
}
