import Domain
import JSON
import Store

/// Changes that staff makes to a ticket's fields; nil leaves a field as it is.
package struct TicketChanges: Sendable {
    package enum Assignment: Sendable { case nobody, to(ID<User>) }
    package enum Text: Sendable { case none, text(String) }

    package var subject: String?
    package var category: String?
    package var priority: Priority?
    package var status: Status?
    package var assignment: Assignment?
    package var tags: [String]?
    package var references: [Ticket.Reference]?
    package var resolutionNotes: Text?

    package init() {}
}

/// Changes tickets: fields, status, read marks, deletion.
package struct TicketEditing: Sendable {
    private let tickets = TicketService()
    private let assistant: Assistant

    package init(assistant: Assistant) { self.assistant = assistant }

    // MARK: By staff

    /// Changes the fields given, all of them or none.
    ///
    /// - Throws: `.notFound`, `.stale`, `.notAssignee`, `.ticketClosed` for what a closed ticket does not allow,
    ///   `.invalidTransition`, `.validation` for a category or assignee that cannot be.
    package func change(
        _ reference: TicketReference, _ changes: TicketChanges, by agent: Agent, matching version: IfMatch,
        in tx: Writing
    ) throws(Failure) -> TicketRecord {
        try write(plan(reference, changes, by: agent, matching: version, in: tx), in: tx)
    }

    /// A change that is thought through but not written.
    struct Planned {
        let record: TicketRecord
        let edit: TicketEdit
    }

    /// What `change` would write; throws what it throws.
    func plan(
        _ reference: TicketReference, _ changes: TicketChanges, by agent: Agent, matching version: IfMatch,
        in tx: Reading
    ) throws(Failure) -> Planned {
        let record = try tickets.record(reference, in: tx)
        try version.check(record.ticket.version)
        return Planned(record: record, edit: try edit(of: record, changes, by: agent, in: tx))
    }

    /// Writes what was planned, and what the assistant does about it.
    func write(_ planned: Planned, in tx: Writing) throws(Failure) -> TicketRecord {
        var edit = planned.edit
        try assistant.takeOver(&edit, of: planned.record, in: tx)
        return try tx.save(edit, of: planned.record)
    }

    private func edit(
        of record: TicketRecord, _ changes: TicketChanges, by agent: Agent, in tx: Reading
    ) throws(Failure) -> TicketEdit {
        let actor = Actor.staff(agent)
        let ticket = record.ticket
        var edit = TicketEdit(ticket, at: tx.now)
        let assignee = try changes.assignment.map { assignment throws(Failure) -> Assignee? in
            switch assignment {
            case .nobody: nil
            // Whoever holds it already may stay, also when they have been disabled since.
            case .to(let id) where id == ticket.assignee: Assignee(id: id, name: record.assigneeName ?? "")
            case .to(let id): try Assignees.find(id, in: tx)
            }
        }
        let category = try changes.category.map { word throws(Failure) in try chosen(word, for: ticket, in: tx) }

        let changesHold = assignee.map { $0?.id != ticket.assignee } ?? false
        let changesStatus = changes.status.map { $0 != ticket.status } ?? false
        if changesHold || changesStatus { try ticket.requireHold(of: agent) }

        // Closing comes last and every other status first, so that the rest is judged by the open ticket's rules.
        if let status = changes.status, status != .closed {
            try edit.move(to: status, askedBy: .staff, as: actor)
        }
        let status = edit.after.status
        if let subject = changes.subject { edit.after.subject = subject }
        if let category { edit.setCategory(category, from: record.category, by: actor) }
        if let priority = changes.priority { edit.setPriority(priority, by: actor) }
        if let assignee { edit.assign(to: assignee, named: record.assigneeName, by: actor) }
        if let notes = changes.resolutionNotes {
            edit.after.resolutionNotes = if case .text(let text) = notes { text } else { nil }
        }
        if status == .closed, !edit.after.closedFieldsEqual(ticket) { throw .ticketClosed }
        if let tags = changes.tags { edit.setTags(Tags.merged(tags, []), by: actor) }
        if let references = changes.references {
            edit.after.references = try References.replaced(ticket.references, by: references)
        }
        if changes.status == .closed { try edit.move(to: .closed, askedBy: .staff, as: actor) }
        return edit
    }

    /// The category a word stands for; an inactive one only where the ticket has it already.
    private func chosen(_ word: String, for ticket: Ticket, in tx: Reading) throws(Failure) -> Category {
        guard let category = try tx.category(word: word), category.isActive || category.id == ticket.category else {
            throw .field("category", try Categories.unknown(in: tx))
        }
        return category
    }

    package func markRead(
        _ reference: TicketReference, by agent: Agent, matching version: IfMatch, in tx: Writing
    ) throws(Failure) -> TicketRecord {
        let record = try tickets.record(reference, in: tx)
        try version.check(record.ticket.version)
        var edit = TicketEdit(record.ticket, at: tx.now)
        edit.markReadByStaff()
        return try tx.save(edit, of: record)
    }

    /// Deletes a ticket with all that hangs on it, the tickets that were merged into it included: their messages are its
    /// own. Of each a `deleted` event and an audit row stay.
    package func delete(
        _ reference: TicketReference, by admin: Admin, matching version: IfMatch, in tx: Writing
    ) throws(Failure) {
        let record = try tickets.record(reference, in: tx)
        try version.check(record.ticket.version)
        try delete(record, by: admin, in: tx)
    }

    private func delete(_ record: TicketRecord, by admin: Admin, in tx: Writing) throws(Failure) {
        for merged in try tx.ticketsMerged(into: record.ticket.id) {
            if let source = try tx.ticketRecord(merged) { try delete(source, by: admin, in: tx) }
        }
        try tx.delete(record)
        var metadata = JSONWriter(reserving: 64)
        metadata.object { $0.member("ticket_number", record.ticket.number.text) }
        let details = String(decoding: metadata.bytes, as: UTF8.self)
        let actor = Actor.staff(admin.agent)
        try tx.insert([EventDraft(kind: .deleted, actor: actor, metadata: details)], on: record.ticket.id)
        try tx.audit(action: "ticket.deleted", subject: "ticket \(record.ticket.id)", details: details, by: actor)
    }

    // MARK: By the customer

    /// Resolves or closes.
    ///
    /// - Throws: `.notFound`, `.stale`, `.forbidden` for another status, `.invalidTransition`.
    package func setStatus(
        _ status: Status, of reference: TicketReference, for caller: PortalCaller, matching version: IfMatch,
        in tx: Writing
    ) throws(Failure) -> TicketRecord {
        let record = try tickets.record(reference, for: caller, in: tx)
        try version.check(record.ticket.publicVersion)
        var edit = TicketEdit(record.ticket, at: tx.now)
        try edit.move(to: status, askedBy: .customer, as: .customer(caller.customer))
        return try tx.save(edit, of: record)
    }

    package func markRead(
        _ reference: TicketReference, for caller: PortalCaller, matching version: IfMatch, in tx: Writing
    ) throws(Failure) -> TicketRecord {
        let record = try tickets.record(reference, for: caller, in: tx)
        try version.check(record.ticket.publicVersion)
        var edit = TicketEdit(record.ticket, at: tx.now)
        edit.markReadByCustomer()
        return try tx.save(edit, of: record)
    }
}

extension Ticket {
    /// Whether the fields that a closed ticket does not let staff change are the same.
    fileprivate func closedFieldsEqual(_ other: Ticket) -> Bool {
        subject == other.subject && category == other.category && priority == other.priority
            && assignee == other.assignee && resolutionNotes == other.resolutionNotes
    }
}
