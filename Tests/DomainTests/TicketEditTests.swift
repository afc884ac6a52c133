import Testing

@testable import Domain

@Suite struct TicketEditTests {
    static let start = Instant(milliseconds: 1_000_000)
    static let later = Instant(milliseconds: 2_000_000)
    static let ada = Actor(type: .customer, id: ID(1), name: "Ada")
    static let grace = Actor(type: .staff, id: ID(2), name: "Grace")

    static func ticket(_ status: Status = .new, channel: Channel = .portal) -> Ticket {
        var ticket = Ticket(
            id: ID(7), number: TicketNumber(stored: "TKT-00007"), subject: "Printer", firstMessage: ID(1),
            category: ID(1), priority: .medium, channel: channel, customer: ID(1), isMatchedByAddress: false,
            createdBy: nil, verdict: TicketVerdict(), at: start)
        ticket.status = status
        if status == .resolved { ticket.resolvedAt = start }
        if status == .closed { ticket.closedAt = start }
        return ticket
    }

    static func edit(_ status: Status = .new, channel: Channel = .portal) -> TicketEdit {
        TicketEdit(ticket(status, channel: channel), at: later)
    }

    @Test(arguments: [
        (Status.new, Status.new), (.open, .open), (.inProgress, .inProgress), (.waitingCustomer, .open),
        (.waitingAI, .open), (.onHold, .open), (.resolved, .open), (.closed, .open),
    ])
    func `a customer's message moves the ticket by rule 4`(from: Status, to: Status) {
        var edit = TicketEditTests.edit(from)
        edit.receive(from: TicketEditTests.ada)
        #expect(edit.after.status == to)
        #expect(edit.after.unreadByAgent == 2)
        #expect(edit.after.messageCount == 2)
        #expect(edit.after.lastCustomerMessageAt == TicketEditTests.later)
        let isReopened = from == .resolved || from == .closed
        #expect(edit.after.reopenedCount == (isReopened ? 1 : 0))
        #expect(edit.after.resolvedAt == nil)
        #expect(edit.after.closedAt == nil)
        #expect(edit.events.first?.kind == .message)
        #expect(edit.events.contains { $0.kind == .reopen } == isReopened)
    }

    @Test(arguments: [
        (Status.new, Channel.portal, Status.waitingCustomer), (.open, .email, .waitingCustomer),
        (.inProgress, .portal, .waitingCustomer), (.waitingAI, .portal, .waitingCustomer), (.new, .chat, .inProgress),
        (.open, .whatsapp, .inProgress), (.onHold, .portal, .onHold), (.waitingCustomer, .portal, .waitingCustomer),
        (.resolved, .portal, .resolved), (.waitingCustomer, .chat, .waitingCustomer),
    ])
    func `a staff reply moves the ticket by its status and channel`(from: Status, channel: Channel, to: Status) throws {
        var edit = TicketEditTests.edit(from, channel: channel)
        edit.after.verdict.needsReview = true
        try edit.reply(by: TicketEditTests.grace, status: nil)
        #expect(edit.after.status == to)
        #expect(edit.after.unreadByAgent == 0)
        #expect(edit.after.unreadByCustomer == 1)
        #expect(edit.after.firstResponseAt == TicketEditTests.later)
        #expect(!edit.after.verdict.needsReview)
    }

    @Test func `the status in a reply decides, by the table`() throws {
        var edit = TicketEditTests.edit(.open)
        try edit.reply(by: TicketEditTests.grace, status: .resolved)
        #expect(edit.after.status == .resolved)
        #expect(edit.after.resolvedAt == TicketEditTests.later)
        #expect(
            throws: Failure.invalidTransition(
                from: .resolved, to: .onHold, allowed: [.open, .inProgress, .waitingCustomer, .closed])
        ) {
            var edit = TicketEditTests.edit(.resolved)
            try edit.reply(by: TicketEditTests.grace, status: .onHold)
        }
    }

    @Test func `an internal note moves nothing, counts for nothing and leaves the customer's version alone`() throws {
        var edit = TicketEditTests.edit(.new)
        edit.note(by: TicketEditTests.grace)
        let saved = try #require(edit.finished())
        #expect(saved.status == .new)
        #expect(saved.messageCount == 1)
        #expect(saved.unreadByCustomer == 0)
        #expect(saved.lastMessageAt == TicketEditTests.start)
        #expect(saved.version == 2)
        #expect(saved.updatedAt == TicketEditTests.later)
        #expect(saved.publicVersion == 1)
        #expect(saved.publicUpdatedAt == TicketEditTests.start)
    }

    @Test func `the same status again is no change at all`() throws {
        var edit = TicketEditTests.edit(.open)
        try edit.move(to: .open, askedBy: .staff, as: TicketEditTests.grace)
        #expect(edit.finished() == nil)
        #expect(edit.events.isEmpty)
    }

    @Test func `a customer may only resolve or close`() {
        var edit = TicketEditTests.edit(.open)
        #expect(throws: Failure.forbidden("Customers may only resolve or close their tickets.")) {
            try edit.move(to: .inProgress, askedBy: .customer, as: TicketEditTests.ada)
        }
        #expect(throws: Failure.invalidTransition(from: .closed, to: .resolved, allowed: [])) {
            var closed = TicketEditTests.edit(.closed)
            try closed.move(to: .resolved, askedBy: .customer, as: TicketEditTests.ada)
        }
    }

    @Test func `reopening counts, clears the end and is one event`() throws {
        var edit = TicketEditTests.edit(.resolved)
        try edit.move(to: .inProgress, askedBy: .staff, as: TicketEditTests.grace)
        #expect(edit.after.reopenedCount == 1)
        #expect(edit.after.resolvedAt == nil)
        #expect(
            edit.events == [
                EventDraft(kind: .reopen, from: "resolved", to: "in_progress", actor: TicketEditTests.grace)
            ])
    }

    @Test func `closing is a close event, out of resolved too`() throws {
        var edit = TicketEditTests.edit(.resolved)
        try edit.move(to: .closed, askedBy: .staff, as: TicketEditTests.grace)
        #expect(edit.events.map(\.kind) == [.close])
        #expect(edit.after.closedAt == TicketEditTests.later)
        #expect(edit.after.resolvedAt == TicketEditTests.start)
    }

    @Test func `assigning a new ticket opens it, taking it back does not`() {
        var edit = TicketEditTests.edit(.new)
        edit.assign(to: Assignee(id: ID(2), name: "Grace \"G\""), named: nil, by: TicketEditTests.grace)
        #expect(edit.after.status == .open)
        #expect(edit.after.assignedAt == TicketEditTests.later)
        #expect(edit.events.map(\.kind) == [.assignmentChange, .statusChange])
        #expect(edit.events[0].metadata == #"{"from_name":null,"to_name":"Grace \"G\""}"#)
        edit.assign(to: nil, named: "Grace", by: TicketEditTests.grace)
        #expect(edit.after.status == .open)
        #expect(edit.after.assignee == nil)
        #expect(edit.after.assignedAt == nil)
    }

    @Test func `thanks on a resolved ticket leave it resolved and unread by nobody`() {
        var edit = TicketEditTests.edit(.resolved)
        edit.after.unreadByAgent = 0
        edit.receiveThanks(from: TicketEditTests.ada, after: .staff)
        #expect(edit.after.status == .resolved)
        #expect(edit.after.messageCount == 2)
        #expect(edit.after.unreadByAgent == 0)
        #expect(edit.events.map(\.metadata) == [#"{"reopen_suppressed":true}"#])
    }

    @Test func `thanks to the assistant resolve the ticket, thanks to staff do not`() {
        var edit = TicketEditTests.edit(.waitingCustomer)
        edit.receiveThanks(from: TicketEditTests.ada, after: .ai)
        #expect(edit.after.status == .resolved)
        #expect(edit.after.verdict.isAutoResolved)
        var other = TicketEditTests.edit(.waitingCustomer)
        other.receiveThanks(from: TicketEditTests.ada, after: .staff)
        #expect(other.after.status == .open)
        #expect(!other.after.verdict.isAutoResolved)
    }

    @Test func `what the assistant cannot answer goes back to staff to be looked at`() throws {
        var edit = TicketEditTests.edit(.open)
        try edit.move(to: .waitingAI, askedBy: .staff, as: TicketEditTests.grace)
        edit.handBackFromAssistant()
        #expect(edit.after.status == .open)
        #expect(edit.after.verdict.needsReview)
        #expect(edit.events.map(\.to) == ["waiting_ai", "open"])
    }

    @Test func `the kind of a status event follows from where it leads`() {
        #expect(Event.kind(from: .new, to: .open) == .statusChange)
        #expect(Event.kind(from: .open, to: .resolved) == .statusChange)
        #expect(Event.kind(from: .resolved, to: .open) == .reopen)
        #expect(Event.kind(from: .closed, to: .inProgress) == .reopen)
        #expect(Event.kind(from: .resolved, to: .closed) == .close)
        #expect(Event.kind(from: .new, to: .closed) == .close)
    }
}
