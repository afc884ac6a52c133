/// A fact in a ticket's life; never changed once written.
package struct Event: Sendable {
    package enum Kind: String, CaseIterable, Sendable {
        case created
        case statusChange = "status_change"
        case assignmentChange = "assignment_change"
        case priorityChange = "priority_change"
        case categoryChange = "category_change"
        case message, note, reopen, close, rating
        case tagChange = "tag_change"
        case merge, classification
        case slaWarning = "sla_warning"
        case slaBreach = "sla_breach"
        case escalation, deleted

        /// Whether the ticket's customer sees it.
        package var isPublic: Bool {
            switch self {
            case .created, .statusChange, .message, .reopen, .close, .rating: true
            case .assignmentChange, .priorityChange, .categoryChange, .note, .tagChange, .merge, .classification,
                .slaWarning, .slaBreach, .escalation, .deleted:
                false
            }
        }
    }

    package let seq: Int64
    package let ticket: ID<Ticket>
    package let kind: Kind
    package let from: String?
    package let to: String?
    package let actor: Actor
    /// A JSON object as text.
    package let metadata: String?
    package let createdAt: Instant

    package init(
        seq: Int64, ticket: ID<Ticket>, kind: Kind, from: String?, to: String?, actor: Actor, metadata: String?,
        createdAt: Instant
    ) {
        self.seq = seq
        self.ticket = ticket
        self.kind = kind
        self.from = from
        self.to = to
        self.actor = actor
        self.metadata = metadata
        self.createdAt = createdAt
    }

    /// The kind of a status change: `reopen` out of resolved or closed, `close` into closed, else `status_change`.
    package static func kind(from: Status, to: Status) -> Kind {
        if from.isReopened(by: to) { return .reopen }
        return to == .closed ? .close : .statusChange
    }
}
