import Classifier
import Domain
import Store

/// Adds messages to tickets: a customer's, a reply of staff, an internal note.
package struct Replies: Sendable {
    /// A message that was added, and the ticket it stands on now.
    package struct Added: Sendable {
        package let message: Message
        package let record: TicketRecord
        /// The message stands on another ticket than the one it was sent to: that was merged into it, or closed for too
        /// long to be reopened and is followed by a new one.
        package let isElsewhere: Bool
    }

    private let tickets = TicketService()
    private let opening: Opening
    /// How long after closing a customer's message still reopens a ticket, in milliseconds.
    private let reopenWindow: Int64

    /// - Parameter reopenDays: 0 for never; fractions are allowed.
    package init(opening: Opening, reopenDays: Double) {
        self.opening = opening
        reopenWindow = Int64(reopenDays * 86_400_000)
    }

    /// Adds a public message of the customer and moves the status by the automatic rules. A message to a ticket that was
    /// merged goes to the one it went into.
    ///
    /// - Parameter body: plain text, 1 to 20,000 Unicode scalars.
    /// - Throws: `.notFound` for a ticket that is not there or not the caller's, `.stale`.
    package func add(
        _ body: String, files listed: NamedFiles? = nil, to reference: TicketReference, from caller: PortalCaller,
        channel: Channel = .portal, matching version: IfMatch, in tx: Writing
    ) throws(Failure) -> Added {
        let named = try tickets.record(reference, for: caller, in: tx)
        try version.check(named.ticket.publicVersion)
        let record = try tx.standing(for: named)
        let actor = Actor.customer(caller.customer)
        if record.ticket.status == .closed, !isReopenable(record.ticket, at: tx.now) {
            return try followUp(record, body, files: listed, from: caller, channel: channel, in: tx)
        }
        let files = try listed?.found(in: tx) ?? []
        var edit = TicketEdit(record.ticket, at: tx.now)
        if files.isEmpty, Thanks.isPure(body) {
            edit.receiveThanks(from: actor, after: try tx.latestOwnAuthor(of: record.ticket.id))
        } else {
            edit.receive(from: actor)
        }
        return try save(
            body, edit, of: record, by: actor, files: files, isInternal: false, channel: channel,
            isElsewhere: record.ticket.id != named.ticket.id, in: tx)
    }

    /// Adds a public reply of staff and moves the status on.
    ///
    /// - Parameter status: what the ticket is to be afterwards; nil leaves it to the automatic move.
    /// - Throws: `.notFound`, `.stale`, `.ticketClosed` for a closed ticket that is not reopened by `status`,
    ///   `.notAssignee` for a status on somebody else's ticket, `.invalidTransition`.
    package func reply(
        _ body: String, files listed: NamedFiles? = nil, to reference: TicketReference, status: Status?,
        by agent: Agent, matching version: IfMatch, in tx: Writing
    ) throws(Failure) -> Added {
        let record = try tickets.record(reference, in: tx)
        try version.check(record.ticket.version)
        let ticket = record.ticket
        if let status, status != ticket.status { try ticket.requireHold(of: agent) }
        if ticket.status == .closed, status != .open, status != .inProgress { throw .ticketClosed }
        var edit = TicketEdit(ticket, at: tx.now)
        try edit.reply(by: .staff(agent), status: status)
        return try save(
            body, edit, of: record, by: .staff(agent), files: try listed?.found(in: tx) ?? [], isInternal: false,
            channel: ticket.channel, in: tx)
    }

    /// Adds an internal note, which moves nothing and counts for nothing.
    ///
    /// - Throws: `.notFound`, `.stale`; with a `status` what a change of it throws.
    package func note(
        _ body: String, files listed: NamedFiles? = nil, on reference: TicketReference, status: Status? = nil,
        by agent: Agent, matching version: IfMatch, in tx: Writing
    ) throws(Failure) -> Added {
        let record = try tickets.record(reference, in: tx)
        try version.check(record.ticket.version)
        var edit = TicketEdit(record.ticket, at: tx.now)
        edit.note(by: .staff(agent))
        if let status {
            if status != record.ticket.status { try record.ticket.requireHold(of: agent) }
            try edit.move(to: status, askedBy: .staff, as: .staff(agent))
        }
        return try save(
            body, edit, of: record, by: .staff(agent), files: try listed?.found(in: tx) ?? [], isInternal: true,
            channel: record.ticket.channel, in: tx)
    }

    /// Whether a customer's message on the closed ticket reopens it.
    package func isReopenable(_ ticket: Ticket, at now: Instant) -> Bool {
        isReopenable(closedAt: ticket.closedAt, at: now)
    }

    package func isReopenable(closedAt: Instant?, at now: Instant) -> Bool {
        guard let closedAt else { return true }
        return now.milliseconds - closedAt.milliseconds <= reopenWindow && reopenWindow > 0
    }

    /// When the customer's look of a ticket changes without a write: the time to reopen it is over.
    package func nextChange(of stamp: TicketStamp, after now: Instant) -> Instant {
        guard stamp.status == .closed, let closedAt = stamp.closedAt, isReopenable(closedAt: closedAt, at: now) else {
            return .never
        }
        return closedAt.adding(milliseconds: reopenWindow + 1)
    }

    private func save(
        _ body: String, _ edit: TicketEdit, of record: TicketRecord, by actor: Actor, files: [Attachment],
        isInternal: Bool, channel: Channel, isElsewhere: Bool = false, in tx: Writing
    ) throws(Failure) -> Added {
        var message = Message(
            id: try tx.nextMessageID(), ticket: record.ticket.id, body: body, author: actor, isInternal: isInternal,
            channel: channel, createdAt: tx.now)
        message.attachments = files
        try tx.insert(message, customer: record.ticket.customer)
        try tx.attach(files, to: message.id)
        var edit = edit
        try opening.assistant.takeOver(&edit, of: record, in: tx)
        return Added(message: message, record: try tx.save(edit, of: record), isElsewhere: isElsewhere)
    }

    private func followUp(
        _ closed: TicketRecord, _ body: String, files listed: NamedFiles?, from caller: PortalCaller, channel: Channel,
        in tx: Writing
    ) throws(Failure) -> Added {
        var draft = TicketDraft(subject: closed.ticket.subject, description: body, channel: channel)
        draft.category = try tx.activeCategory(slug: closed.category) == nil ? nil : closed.category
        draft.references = closed.ticket.references.filter {
            $0.name != References.followUpOf && $0.name != References.importID
        }
        draft.references.append(Ticket.Reference(References.followUpOf, closed.ticket.number.text))
        draft.files = listed
        let files = try listed?.found(in: tx) ?? []
        // Classified inside the transaction: a follow-up is rare, and a message should not pay for it beforehand.
        let record = try opening.open(
            draft, opening.assess(draft, in: tx), for: caller.customer,
            isMatchedByAddress: closed.ticket.isMatchedByAddress, in: tx)
        var message = Message(
            id: record.ticket.firstMessage, ticket: record.ticket.id, body: body, author: .customer(caller.customer),
            isInternal: false, channel: channel, createdAt: tx.now)
        message.attachments = files
        return Added(message: message, record: record, isElsewhere: true)
    }
}

/// References that we write ourselves, and how clients change the others.
package enum References {
    package static let followUpOf = "follow_up_of"
    package static let importID = "import_id"

    /// Names that clients may not write.
    package static let reserved = [followUpOf, importID]

    /// The references of a ticket once a client has set them to `given`. Our own stay, whatever a client leaves out; one
    /// that is sent back as it was read is no change.
    ///
    /// - Throws: `.validation` for one of ours with another value.
    static func replaced(
        _ current: [Ticket.Reference], by given: [Ticket.Reference]
    ) throws(Failure) -> [Ticket.Reference] {
        let own = current.filter { reserved.contains($0.name) }
        if let foreign = given.first(where: { reserved.contains($0.name) && !own.contains($0) }) {
            throw .field("references", "must not change the member \(foreign.name), which is Ticketd's own")
        }
        return (given.filter { !reserved.contains($0.name) } + own).sorted { $0.name < $1.name }
    }
}

extension Ticket {
    /// An agent may change status and assignee of a ticket that is theirs or nobody's; an admin of any.
    ///
    /// - Throws: `.notAssignee`.
    func requireHold(of agent: Agent) throws(Failure) {
        guard agent.isAdmin || assignee == nil || assignee == agent.id else { throw .notAssignee }
    }
}
