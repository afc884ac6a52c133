import Domain
import Service
import Store

/// Staff's calls on tickets (SPEC section 5).
package struct AdminTicketRoutes: Sendable {
    let tickets = TicketService()
    let editing: TicketEditing
    let watchers = Watchers()
    let merging = Merging()
    let bulk: Bulk
    let similar = Similar()
    let templates = TemplateService()
    let opening: Opening
    let replies: Replies
    let rendering: TicketRendering

    package init(opening: Opening, replies: Replies) {
        self.opening = opening
        editing = TicketEditing(assistant: opening.assistant)
        bulk = Bulk(editing: editing)
        self.replies = replies
        rendering = TicketRendering(replies: replies)
    }

    package var endpoints: [Endpoint] {
        [
            .read(.get, "/admin/tickets", .agent) { (agent, input: StaffTicketsInput, tx) throws(Failure) in
                let filter = try input.filter.resolved(for: agent, in: tx)
                return try page(filter, input.order, input.page, in: tx)
            }.summed("Tickets by filter and order"),

            .read(.get, "/admin/open-tickets", .agent) { (_, input: PageInput, tx) throws(Failure) in
                try openTickets(input.page, in: tx)
            }.summed("Tickets that wait for staff, the longest waiting first"),

            .write(
                .post, "/admin/tickets", .agent, creates: true,
                prepare: { (_, input: OnBehalfInput, tx) throws(Failure) in
                    OnBehalf(person: try input.person(), assessment: try opening.assess(input.draft, in: tx))
                }
            ) { (agent, input, prepared, tx) throws(Failure) in
                let record = try opening.open(
                    input.draft, prepared.assessment, for: prepared.person, by: agent, in: tx)
                return answer(record, at: tx.now, location: true)
            }.summed("Open a ticket on behalf of a customer"),

            .read(.get, "/admin/tickets/{ticket}", .agent) { (_, input: TicketPath, tx) throws(Failure) in
                try rendering.detail(input, in: tx)
            }.summed("A ticket with its newest 200 messages and events"),

            .write(.put, "/admin/tickets/{ticket}", .agent) {
                (agent, input: TicketChangesInput, tx) throws(Failure) in try change(input, by: agent, in: tx)
            }.summed("Change the fields given"),

            .write(.patch, "/admin/tickets/{ticket}", .agent) {
                (agent, input: TicketChangesInput, tx) throws(Failure) in try change(input, by: agent, in: tx)
            }.summed("Change the fields given"),

            .write(.delete, "/admin/tickets/{ticket}", .admin) { (admin, input: TicketTouch, tx) throws(Failure) in
                try editing.delete(input.ticket, by: admin, matching: input.version, in: tx)
                return Answer<NoBody>.noContent
            }.summed("Delete a ticket with all that hangs on it"),

            .read(.get, "/admin/tickets/{ticket}/messages", .agent) {
                (_, input: ThreadPageInput, tx) throws(Failure) in
                let record = try tickets.record(input.ticket, in: tx)
                return try MessagePages().page(of: record.ticket.id, input.page, for: .staff, in: tx)
            }.summed("A ticket's messages and notes, oldest first"),

            .write(.post, "/admin/tickets/{ticket}/messages", .agent, creates: true) {
                (agent, input: StaffMessageInput, tx) throws(Failure) in posted(try say(input, by: agent, in: tx))
            }.summed("Reply to the customer, or note something among staff"),

            .write(.post, "/admin/tickets/{ticket}/comments", .agent, creates: true) {
                (agent, input: CommentInput, tx) throws(Failure) in
                input.isInternal
                    ? posted(
                        try replies.note(
                            input.comment, on: input.ticket, by: agent, matching: input.version, in: tx))
                    : posted(
                        try replies.reply(
                            input.comment, to: input.ticket, status: nil, by: agent, matching: input.version, in: tx))
            }.summed("The same under the older name"),

            .write(.post, "/admin/tickets/{ticket}/mark-read", .agent) {
                (agent, input: TicketTouch, tx) throws(Failure) in
                let record = try editing.markRead(input.ticket, by: agent, matching: input.version, in: tx)
                return answer(record, at: tx.now)
            }.summed("Mark the customer's messages as read"),

            .read(.get, "/admin/tickets/{ticket}/events", .agent) {
                (_, input: ThreadPageInput, tx) throws(Failure) in
                try events(input, in: tx)
            }.summed("What happened to a ticket, oldest first"),

            shareEndpoint, similarEndpoint, mergeEndpoint, bulkEndpoint,
        ] + watcherEndpoints
    }

    private func change(
        _ input: TicketChangesInput, by agent: Agent, in tx: Writing
    ) throws(Failure) -> Answer<StaffTicket> {
        answer(
            try editing.change(input.ticket, input.changes, by: agent, matching: input.version, in: tx), at: tx.now)
    }

    private func page(
        _ filter: TicketFilter, _ order: TicketOrder, _ page: PageRequest, in tx: Reading
    ) throws(Failure) -> TicketRows<StaffTicket> {
        let found = try tickets.page(
            filter, order: order, after: page.after, limit: page.limit, counted: page.isCounted, in: tx)
        return try list(found, page, in: tx)
    }

    private func openTickets(_ page: PageRequest, in tx: Reading) throws(Failure) -> TicketRows<StaffTicket> {
        let found = try tickets.waiting(after: page.after, limit: page.limit, counted: page.isCounted, in: tx)
        return try list(found, page, in: tx)
    }

    private func list(
        _ found: CountedPage, _ page: PageRequest, in tx: Reading
    ) throws(Failure) -> TicketRows<StaffTicket> {
        var rows: [[UInt8]] = []
        rows.reserveCapacity(found.tickets.count)
        for ticket in found.tickets { rows.append(try rendering.staffRow(ticket, in: tx)) }
        rendering.keepPage(of: found.tickets, forStaff: true, in: tx)
        return TicketRows(rows: rows, nextCursor: page.cursor(for: found.next), total: found.total)
    }

    private func events(_ input: ThreadPageInput, in tx: Reading) throws(Failure) -> ItemList<EventShape> {
        let ticket = try tickets.record(input.ticket, in: tx).ticket.id
        let page = input.page
        tx.keep(until: .never)
        let found = try tx.events(of: ticket, after: page.after?.id ?? 0, limit: Int64(page.limit) + 1)
        let (rows, cursor) = page.cut(found) { ListPosition(key: nil, id: $0.seq) }
        return ItemList(
            rows.map(EventShape.init), nextCursor: cursor, total: page.isCounted ? try tx.eventCount(of: ticket) : nil)
    }

    func answer(_ record: TicketRecord, at now: Instant, location: Bool = false) -> Answer<StaffTicket> {
        Answer(
            StaffTicket(record: record, now: now), version: record.ticket.version,
            location: location ? "/api/v1/admin/tickets/\(record.ticket.number)" : nil)
    }

    private func say(
        _ input: StaffMessageInput, by agent: Agent, in tx: Writing
    ) throws(Failure) -> Replies.Added {
        let body = try templates.body(of: input.text, on: input.ticket, by: agent, in: tx)
        let files = NamedFiles(input.attachments, of: agent.uploader)
        let added =
            input.isInternal
            ? try replies.note(
                body, files: files, on: input.ticket, status: input.status, by: agent, matching: input.version,
                in: tx)
            : try replies.reply(
                body, files: files, to: input.ticket, status: input.status, by: agent, matching: input.version,
                in: tx)
        if let template = input.text.template { try tx.countUse(of: template) }
        return added
    }

    private func posted(_ added: Replies.Added) -> Answer<PostedMessage> {
        Answer(
            PostedMessage(shape: MessageShape(added.message, for: .staff), record: added.record),
            version: added.record.ticket.version)
    }
}

/// What is known of a ticket on behalf of somebody before its transaction.
private struct OnBehalf: Sendable {
    let person: Opening.Person
    let assessment: Assessment
}
