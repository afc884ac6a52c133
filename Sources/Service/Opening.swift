import Classifier
import Domain
import JSON
import Store

/// What a new ticket is made from.
package struct TicketDraft: Sendable {
    /// 3 to 200 scalars on one line.
    package var subject: String
    /// 1 to 20,000 scalars.
    package var description: String
    /// A slug or alias; nil leaves it to the classifier.
    package var category: String?
    /// Nil leaves it to the classifier.
    package var priority: Priority?
    package var channel: Channel
    package var assignee: ID<User>?
    package var tags: [String] = []
    package var references: [Ticket.Reference] = []
    /// Files that the first message names.
    package var files: NamedFiles?

    package init(subject: String, description: String, channel: Channel) {
        self.subject = subject
        self.description = description
        self.channel = channel
    }
}

/// Opens tickets. What needs no row (the verdict on the text) is made before the transaction.
package struct Opening: Sendable {
    /// From this confidence on a verdict that disagrees with the given category is worth a suggestion.
    static let worthSuggesting = 0.75
    package static let mostTags = 20

    private let numbering: Numbering
    package let assistant: Assistant

    package init(numbering: Numbering, assistant: Assistant) {
        self.numbering = numbering
        self.assistant = assistant
    }

    /// What the assistant makes of the text; on a reader, before the transaction that opens the ticket.
    package func assess(_ draft: TicketDraft, in tx: Reading) throws(Failure) -> Assessment {
        try assistant.assessor(in: tx).assess(subject: draft.subject, description: draft.description)
    }

    /// Opens a ticket for the customer who asks for it.
    ///
    /// - Parameter isMatchedByAddress: true for what follows a ticket that shows only once the address is verified: a
    ///   guest may have written it, whom the account's holder is not known to be.
    /// - Throws: `.validation` for a category that is not there.
    package func open(
        _ draft: TicketDraft, _ assessment: Assessment, for customer: Customer, isMatchedByAddress: Bool = false,
        in tx: Writing
    ) throws(Failure) -> TicketRecord {
        try open(
            draft, assessment, for: Requester(customer, isMatchedByAddress: isMatchedByAddress),
            by: .customer(customer), createdBy: nil, in: tx)
    }

    /// Opens a ticket on behalf of somebody.
    ///
    /// - Throws: `.validation` for a category, customer or assignee that is not there or cannot be one.
    package func open(
        _ draft: TicketDraft, _ assessment: Assessment, for person: Person, by agent: Agent, in tx: Writing
    ) throws(Failure) -> TicketRecord {
        try open(
            draft, assessment, for: try requester(person, in: tx), by: .staff(agent), createdBy: agent.id, in: tx)
    }

    /// Who a ticket made by staff is for.
    package enum Person: Sendable {
        case account(ID<User>)
        /// `email` and `phone` as they are kept, at least one of them.
        case contact(name: String, email: String?, phone: String?)
    }

    struct Requester {
        let id: ID<User>
        let name: String
        let email: String?
        let phone: String?
        let isMatchedByAddress: Bool

        var person: (name: String, email: String?, phone: String?) { (name, email, phone) }
    }

    private func requester(_ person: Person, in tx: Writing) throws(Failure) -> Requester {
        switch person {
        case .account(let id):
            guard let found = try tx.contact(id), found.role == .customer else {
                throw .field("customer_id", "must be the id of a customer")
            }
            // A row without an account behind it may be claimed later by whoever registers the address.
            return Requester(
                id: found.id, name: found.name, email: found.email, phone: found.phone,
                isMatchedByAddress: !found.isAccount)
        case .contact(let name, let email, let phone):
            var found: Contact?
            if let email {
                found = try tx.contact(email: email)
            } else if let phone {
                found = try tx.contact(phone: phone)
            }
            if let found, found.role != .customer {
                throw .field("customer_email", "belongs to a member of staff")
            }
            let contact: Contact
            if let found {
                contact = if let phone, found.phone == nil { try tx.addPhone(phone, to: found) } else { found }
            } else {
                contact = try tx.insertContact(name: name, email: email, phone: phone)
            }
            return Requester(
                id: contact.id, name: contact.name, email: contact.email, phone: contact.phone,
                isMatchedByAddress: true)
        }
    }

    private func open(
        _ draft: TicketDraft, _ assessment: Assessment, for requester: Requester, by actor: Actor, createdBy: ID<User>?,
        in tx: Writing
    ) throws(Failure) -> TicketRecord {
        let files = try draft.files?.found(in: tx) ?? []
        let assessment = try assistant.current(
            assessment, subject: draft.subject, description: draft.description, in: tx)
        var prepared = try prepare(draft, assessment, for: requester, by: actor, createdBy: createdBy, in: tx)
        let answer = assistant.answer(&prepared, by: assessment, at: tx.now)
        try tx.insert(
            prepared.ticket, opening: prepared.opening, events: prepared.events, customer: requester.person)
        try tx.attach(files, to: prepared.opening.id)
        if let answer { try tx.insert(answer.message(on: prepared.ticket, in: tx), customer: requester.id) }
        return TicketRecord(
            ticket: prepared.ticket, description: draft.description, category: prepared.category,
            customerName: requester.name, customerEmail: requester.email, customerPhone: requester.phone,
            assigneeName: prepared.assignee?.name)
    }

    /// A ticket that is thought through, but is not written.
    struct Prepared {
        var ticket: Ticket
        let opening: Message
        var events: [EventDraft]
        let category: String
        let assignee: Assignee?
        let requester: Requester
        /// The clocks as they begin.
        var timeline: SLATimeline
    }

    /// What the next ticket is known by.
    func identity(in tx: Writing) throws(Failure) -> Ticket.Identity {
        Ticket.Identity(
            id: try tx.nextTicketID(), number: try tx.drawNumber(numbering), firstMessage: try tx.nextMessageID())
    }

    /// For seeding: what `open` would write for a customer at `now` by the policies of `book`. Needs no row, and the
    /// ticket is still to be identified.
    func prepare(
        _ draft: TicketDraft, _ assessment: Assessment, for customer: Customer, by book: SLABook, at now: Instant
    ) throws(Failure) -> Prepared {
        guard let chosen = try choice(draft, assessment) else { throw .internalFault("a draft of no category") }
        return prepare(
            draft, assessment, chosen, for: Requester(customer), by: .customer(customer), createdBy: nil,
            assignee: nil, as: .open, at: now
        ) { ticket, events in ticket.startClocks(by: book, events: events) }
    }

    private func prepare(
        _ draft: TicketDraft, _ assessment: Assessment, for requester: Requester, by actor: Actor, createdBy: ID<User>?,
        in tx: Writing
    ) throws(Failure) -> Prepared {
        guard let chosen = try choice(draft, assessment) else {
            throw .field("category", try Categories.unknown(in: tx))
        }
        let assignee = try draft.assignee.map { id throws(Failure) in try Assignees.find(id, in: tx) }
        return try prepare(
            draft, assessment, chosen, for: requester, by: actor, createdBy: createdBy, assignee: assignee,
            as: try identity(in: tx), at: tx.now
        ) { (ticket, events) throws(Failure) in try tx.startClocks(of: &ticket, events: events) }
    }

    private func prepare<E: Error>(
        _ draft: TicketDraft, _ assessment: Assessment, _ chosen: Choice, for requester: Requester, by actor: Actor,
        createdBy: ID<User>?, assignee: Assignee?, as identity: Ticket.Identity, at now: Instant,
        startClocks: (inout Ticket, [EventDraft]) throws(E) -> SLATimeline
    ) throws(E) -> Prepared {
        let verdict = assessment.verdict
        var ticket = Ticket(
            id: identity.id, number: identity.number, subject: draft.subject, firstMessage: identity.firstMessage,
            category: chosen.id, priority: draft.priority ?? Priority(word: verdict.priority) ?? .medium,
            channel: draft.channel, customer: requester.id, isMatchedByAddress: requester.isMatchedByAddress,
            createdBy: createdBy, verdict: chosen.verdict, at: now)
        ticket.tags = Tags.merged(draft.tags, verdict.tags)
        ticket.references = draft.references
        var events = [
            EventDraft(kind: .created, to: Status.new.rawValue, actor: actor),
            EventDraft(
                kind: .classification, to: chosen.verdict.category, actor: .assistant,
                metadata: classificationMetadata(verdict)),
        ]
        if let assignee {
            var edit = TicketEdit(ticket, at: now)
            edit.assign(to: assignee, named: nil, by: actor)
            events += edit.events
            ticket = edit.after
        }
        let timeline = try startClocks(&ticket, events)
        // The description is the customer's word, whoever typed it in.
        let opening = Message(
            id: ticket.firstMessage, ticket: ticket.id, body: draft.description,
            author: Actor(type: .customer, id: requester.id, name: requester.name), isInternal: false,
            channel: draft.channel, createdAt: now)
        return Prepared(
            ticket: ticket, opening: opening, events: events, category: chosen.slug, assignee: assignee,
            requester: requester, timeline: timeline)
    }

    private struct Choice {
        let id: ID<Category>
        let slug: String
        let verdict: TicketVerdict
    }

    /// The category that was given, else the verdict's; the likeliest active one where that is none of ours. Nil for a
    /// given one that is not there.
    private func choice(_ draft: TicketDraft, _ assessment: Assessment) throws(Failure) -> Choice? {
        let (verdict, assessor) = (assessment.verdict, assessment.assessor)
        var stored = TicketVerdict(verdict)
        if let word = draft.category {
            guard let given = assessor.activeCategory(word) else { return nil }
            if given.slug != verdict.category, verdict.confidence >= Opening.worthSuggesting {
                stored.suggestedCategory = verdict.category
            }
            return Choice(id: given.id, slug: given.slug, verdict: stored)
        }
        for score in verdict.categories {
            guard let category = assessor.activeCategory(score.slug) else { continue }
            if category.slug != verdict.category {
                stored.needsReview = true
                stored.category = category.slug
                stored.confidence = Rounded.probability(score.p)
            }
            return Choice(id: category.id, slug: category.slug, verdict: stored)
        }
        guard let any = assessor.anyActiveCategory else { throw .internalFault("no category is active") }
        stored.needsReview = true
        stored.category = nil
        stored.confidence = nil
        return Choice(id: any.id, slug: any.slug, verdict: stored)
    }

    private func classificationMetadata(_ verdict: Verdict) -> String {
        var writer = JSONWriter(reserving: 128)
        writer.object {
            $0.member("category", verdict.category)
            $0.member("confidence", Rounded.probability(verdict.confidence))
            $0.member("priority", verdict.priority)
            $0.member("model", verdict.model)
        }
        return String(decoding: writer.bytes, as: UTF8.self)
    }
}

extension Opening.Requester {
    /// Somebody who asks for themselves.
    init(_ customer: Customer, isMatchedByAddress: Bool = false) {
        self.init(
            id: customer.id, name: customer.name, email: customer.email, phone: customer.phone,
            isMatchedByAddress: isMatchedByAddress)
    }
}

/// Tags as they are kept: each once, in the order given.
enum Tags {
    static func merged(_ given: [String], _ added: [String]) -> [String] {
        var tags: [String] = []
        for tag in given + added where !tags.contains(tag) && tags.count < Opening.mostTags { tags.append(tag) }
        return tags
    }
}

/// Who can be given a ticket.
enum Assignees {
    /// - Throws: `.validation` unless `id` is an active member of staff.
    static func find(_ id: ID<User>, in tx: Reading) throws(Failure) -> Assignee {
        guard let found = try tx.contact(id), found.role.isStaff, found.isActive else {
            throw .field("assigned_to_id", "must be the id of an active agent or admin")
        }
        return Assignee(id: found.id, name: found.name)
    }
}
