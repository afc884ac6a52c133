/// A change of one ticket as it is thought through: the ticket before, the ticket after, and the events that say what
/// happened. Pure: the Store saves it.
package struct TicketEdit: Sendable {
    package let before: Ticket
    package var after: Ticket
    package private(set) var events: [EventDraft] = []
    package let now: Instant
    private var touchesThread = false
    private var touchesPublicThread = false

    package init(_ ticket: Ticket, at now: Instant) {
        before = ticket
        after = ticket
        self.now = now
    }

    // MARK: Status

    /// Moves the status by the table of the specification. The same status again does nothing.
    ///
    /// - Throws: `.forbidden` when a customer asks for anything but resolved or closed, `.invalidTransition` for a step
    ///   that the table does not have.
    package mutating func move(to status: Status, askedBy side: Status.Actor, as actor: Actor) throws(Failure) {
        if side == .customer, status != .resolved, status != .closed {
            throw .forbidden("Customers may only resolve or close their tickets.")
        }
        guard status != after.status else { return }
        // What was merged away lives on in another ticket.
        let allowed = after.mergedInto == nil ? after.status.allowed(for: side) : []
        guard allowed.contains(status) else {
            throw .invalidTransition(from: after.status, to: status, allowed: allowed)
        }
        set(status, by: actor)
    }

    /// A status that follows from something else; never asked for, so never refused.
    package mutating func set(_ status: Status, by actor: Actor, metadata: String? = nil) {
        guard status != after.status else { return }
        let old = after.status
        record(
            Event.kind(from: old, to: status), from: old.rawValue, to: status.rawValue, by: actor, metadata: metadata)
        after.status = status
        if old.isReopened(by: status) {
            after.reopenedCount += 1
            after.resolvedAt = nil
            after.closedAt = nil
        }
        if status == .resolved { after.resolvedAt = now }
        if status == .closed { after.closedAt = now }
    }

    // MARK: Messages

    /// A public message of the customer. Rule 4 of the automatic moves; rules 1 to 3 are decided by the caller before.
    package mutating func receive(from actor: Actor) {
        touchThread(isPublic: true)
        after.messageCount += 1
        after.unreadByAgent += 1
        after.unreadByCustomer = 0
        after.lastCustomerMessageAt = now
        after.lastMessageAt = now
        record(.message, by: actor)
        switch after.status {
        // A closed ticket comes here only while the reopen window is open (rule 1).
        case .waitingCustomer, .waitingAI, .onHold, .resolved, .closed: set(.open, by: actor)
        case .new, .open, .inProgress: break
        }
    }

    /// "Thank you, works now". Rule 2: a resolved ticket stays resolved, and nobody has to read it. Rule 3: where our
    /// latest word was the assistant's, the assistant has solved it; staff has not read it. Else it is a message like
    /// any other.
    ///
    /// - Parameter ours: who wrote the latest public message of our side.
    package mutating func receiveThanks(from actor: Actor, after ours: AuthorType?) {
        if after.status == .resolved {
            touchThread(isPublic: true)
            after.messageCount += 1
            after.unreadByCustomer = 0
            after.lastMessageAt = now
            record(.message, by: actor, metadata: "{\"reopen_suppressed\":true}")
        } else if ours == .ai, after.status.isUnsolved {
            touchThread(isPublic: true)
            after.messageCount += 1
            after.unreadByAgent += 1
            after.unreadByCustomer = 0
            after.lastCustomerMessageAt = now
            after.lastMessageAt = now
            record(.message, by: actor)
            set(.resolved, by: actor)
            after.verdict.isAutoResolved = true
        } else {
            receive(from: actor)
        }
    }

    /// The assistant's public answer. No staff response: the clock of the first one runs on.
    package mutating func answerByAssistant() {
        touchThread(isPublic: true)
        after.messageCount += 1
        after.unreadByCustomer += 1
        after.lastMessageAt = now
        if after.verdict.firstResponseAt == nil { after.verdict.firstResponseAt = now }
        record(.message, by: .assistant)
        set(.waitingCustomer, by: .assistant)
    }

    /// The assistant has no answer: the ticket goes back to staff, to be looked at.
    package mutating func handBackFromAssistant() {
        guard after.status == .waitingAI else { return }
        set(.open, by: .assistant)
        after.verdict.needsReview = true
    }

    /// A public reply of staff. `status` is what the reply asks for, if it does; else the reply moves it by itself.
    package mutating func reply(by actor: Actor, status: Status?) throws(Failure) {
        touchThread(isPublic: true)
        after.messageCount += 1
        after.unreadByAgent = 0
        after.unreadByCustomer += 1
        after.lastStaffMessageAt = now
        after.lastMessageAt = now
        if after.firstResponseAt == nil { after.firstResponseAt = now }
        after.verdict.needsReview = false
        record(.message, by: actor)
        if let status {
            try move(to: status, askedBy: .staff, as: actor)
            return
        }
        switch after.status {
        case .new, .open, .inProgress, .waitingAI:
            set(after.channel.isLive ? .inProgress : .waitingCustomer, by: actor)
        case .onHold, .waitingCustomer, .resolved, .closed: break
        }
    }

    /// An internal note: it moves nothing and counts for nothing.
    package mutating func note(by actor: Actor) {
        touchThread(isPublic: false)
        record(.note, by: actor)
    }

    package mutating func markReadByStaff() { after.unreadByAgent = 0 }
    package mutating func markReadByCustomer() { after.unreadByCustomer = 0 }

    // MARK: Fields

    /// - Parameter assignee: an active member of staff, or nil for nobody.
    package mutating func assign(to assignee: Assignee?, named oldName: String?, by actor: Actor) {
        guard assignee?.id != after.assignee else { return }
        record(
            .assignmentChange, from: after.assignee?.description, to: assignee?.id.description, by: actor,
            metadata: EventDraft.names(from: oldName, to: assignee?.name))
        after.assignee = assignee?.id
        after.assignedAt = assignee == nil ? nil : now
        if assignee != nil, after.status == .new { set(.open, by: actor) }
    }

    package mutating func setPriority(_ priority: Priority, by actor: Actor) {
        guard priority != after.priority else { return }
        record(.priorityChange, from: after.priority.word, to: priority.word, by: actor)
        after.priority = priority
    }

    package mutating func setCategory(_ category: Category, from old: String, by actor: Actor) {
        // Staff has looked at it, also when it was right all along.
        if actor.type == .staff { after.verdict.needsReview = false }
        guard category.id != after.category else { return }
        record(.categoryChange, from: old, to: category.slug, by: actor)
        after.category = category.id
    }

    package mutating func setTags(_ tags: [String], by actor: Actor) {
        guard tags != after.tags else { return }
        record(
            .tagChange, from: after.tags.joined(separator: ","), to: tags.joined(separator: ","), by: actor)
        after.tags = tags
    }

    /// Records what has no field of its own to follow it by.
    package mutating func record(
        _ kind: Event.Kind, from: String? = nil, to: String? = nil, by actor: Actor, metadata: String? = nil
    ) {
        events.append(EventDraft(kind: kind, from: from, to: to, actor: actor, metadata: metadata))
    }

    /// The ticket to save, its versions counted up, or nil when nothing changed.
    package func finished() -> Ticket? {
        guard after != before || touchesThread || !events.isEmpty else { return nil }
        var ticket = after
        ticket.version += 1
        ticket.updatedAt = now
        if touchesPublicThread || events.contains(where: \.kind.isPublic) || !after.looksToCustomersLike(before) {
            ticket.publicVersion += 1
            ticket.publicUpdatedAt = now
        }
        return ticket
    }

    /// Something about its messages has changed.
    package mutating func touchThread(isPublic: Bool) {
        touchesThread = true
        if isPublic { touchesPublicThread = true }
    }
}

/// A member of staff as a ticket's assignee.
package struct Assignee: Sendable, Equatable {
    package let id: ID<User>
    package let name: String

    package init(id: ID<User>, name: String) {
        self.id = id
        self.name = name
    }
}

/// An event that is about to be written.
package struct EventDraft: Sendable, Equatable {
    package let kind: Event.Kind
    package let from: String?
    package let to: String?
    package let actor: Actor
    package let metadata: String?
    /// When it happened, where that is not the time of its writing.
    package let at: Instant?

    package init(
        kind: Event.Kind, from: String? = nil, to: String? = nil, actor: Actor, metadata: String? = nil,
        at: Instant? = nil
    ) {
        self.kind = kind
        self.from = from
        self.to = to
        self.actor = actor
        self.metadata = metadata
        self.at = at
    }

    /// The same, written later than it happened.
    package func dated(_ instant: Instant) -> EventDraft {
        EventDraft(kind: kind, from: from, to: to, actor: actor, metadata: metadata, at: at ?? instant)
    }

    /// The metadata of an assignment: the names behind the ids.
    static func names(from: String?, to: String?) -> String {
        "{\"from_name\":\(quoted(from)),\"to_name\":\(quoted(to))}"
    }

    private static func quoted(_ text: String?) -> String {
        guard let text else { return "null" }
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            default: if scalar.value >= 0x20 { quoted.unicodeScalars.append(scalar) }
            }
        }
        return quoted + "\""
    }
}

extension Ticket {
    /// Whether the fields that a customer sees are the same.
    package func looksToCustomersLike(_ other: Ticket) -> Bool {
        subject == other.subject && category == other.category && priority == other.priority && status == other.status
            && references == other.references && unreadByCustomer == other.unreadByCustomer
            && messageCount == other.messageCount && rating == other.rating && ratingComment == other.ratingComment
            && lastMessageAt == other.lastMessageAt && firstResponseAt == other.firstResponseAt
            && resolvedAt == other.resolvedAt && closedAt == other.closedAt && reopenedCount == other.reopenedCount
            && assignee == other.assignee && mergedInto == other.mergedInto
    }
}
