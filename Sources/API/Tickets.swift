import Classifier
import Domain
import Service
import Store

/// The customer portal's calls on tickets (SPEC section 4).
package struct TicketRoutes: Sendable {
    let tickets = TicketService()
    let editing: TicketEditing
    let stats = Stats()
    let ratings = Ratings()
    let opening: Opening
    let replies: Replies
    let rendering: TicketRendering

    package init(opening: Opening, replies: Replies) {
        self.opening = opening
        editing = TicketEditing(assistant: opening.assistant)
        self.replies = replies
        rendering = TicketRendering(replies: replies)
    }

    package var endpoints: [Endpoint] {
        [
            .read(.get, "/tickets/categories", .anyone) { (_, input: PageInput, tx) throws(Failure) in
                input.page.page(
                    of: try tx.categories().filter(\.isActive).map(PublicCategory.init), category: \.category)
            }.summed("The categories that a ticket can have"),

            .write(
                .post, "/tickets", .customer, creates: true,
                prepare: { (_, input: OpenTicketInput, tx) throws(Failure) in try opening.assess(input.draft, in: tx) }
            ) { (customer, input, assessment, tx) throws(Failure) in
                var draft = input.draft
                draft.files = NamedFiles(input.attachments, of: .user(customer.id))
                let record = try opening.open(draft, assessment, for: customer, in: tx)
                return answer(record, at: tx.now, location: true)
            }.summed("Open a ticket"),

            .read(.get, "/tickets", .customer, slowBy: CustomerTicketsInput.slowWords, when: \.isSlow) {
                (customer, input: CustomerTicketsInput, tx) throws(Failure) in
                try page(input, of: customer, in: tx)
            }.summed("The caller's own tickets"),

            .read(.get, "/tickets/stats", .customer) { (customer, _: NoInput, tx) throws(Failure) in
                tx.keep(until: .never)
                return CustomerStats(totals: try stats.own(of: customer, in: tx))
            }.summed("Counts over the caller's own tickets"),

            .read(.get, "/tickets/{ticket}", .portal) { (caller, input: TicketPath, tx) throws(Failure) in
                try rendering.detail(input, for: caller, in: tx)
            }.summed("A ticket with its newest 200 messages and events"),

            .read(.get, "/tickets/{ticket}/messages", .portal) {
                (caller, input: ThreadPageInput, tx) throws(Failure) in
                let record = try tickets.record(input.ticket, for: caller, in: tx)
                return try MessagePages().page(of: record.ticket.id, input.page, for: .customer, in: tx)
            }.summed("A ticket's public messages, oldest first"),

            .write(.post, "/tickets/{ticket}/messages", .portal, creates: true) {
                (caller, input: CustomerMessageInput, tx) throws(Failure) in
                let added = try replies.add(
                    input.body, files: NamedFiles(input.attachments, of: caller.uploader), to: input.ticket,
                    from: caller, matching: input.version, in: tx)
                return Answer(
                    PostedMessage(shape: MessageShape(added.message, for: .customer), record: added.record),
                    version: added.record.ticket.publicVersion,
                    location: added.isElsewhere ? "/api/v1/tickets/\(added.record.ticket.number)" : nil)
            }.summed("Answer on a ticket"),

            .write(.patch, "/tickets/{ticket}/status", .portal) {
                (caller, input: StatusInput, tx) throws(Failure) in
                let record = try editing.setStatus(
                    input.status, of: input.ticket, for: caller, matching: input.version, in: tx)
                return answer(record, at: tx.now)
            }.summed("Resolve or close a ticket"),

            .write(.post, "/tickets/{ticket}/mark-read", .portal) {
                (caller, input: TicketTouch, tx) throws(Failure) in
                let record = try editing.markRead(input.ticket, for: caller, matching: input.version, in: tx)
                return answer(record, at: tx.now)
            }.summed("Mark the messages of a ticket as read"),

            ratingEndpoint,
        ]
    }

    private func page(
        _ input: CustomerTicketsInput, of customer: Customer, in tx: Reading
    ) throws(Failure) -> TicketRows<CustomerTicket> {
        let page = input.page
        let found = try tickets.page(
            try input.wanted(for: nil, in: tx), after: page.after, limit: page.limit, counted: page.isCounted,
            for: customer, in: tx)
        var rows: [[UInt8]] = []
        rows.reserveCapacity(found.tickets.count)
        for ticket in found.tickets { rows.append(try rendering.customerRow(ticket, in: tx)) }
        rendering.keepPage(of: found.tickets, forStaff: false, in: tx)
        return TicketRows(rows: rows, nextCursor: page.cursor(for: found.next), total: found.total)
    }

    func answer(_ record: TicketRecord, at now: Instant, location: Bool = false) -> Answer<CustomerTicket> {
        Answer(
            rendering.shape(record, at: now), version: record.ticket.publicVersion,
            location: location ? "/api/v1/tickets/\(record.ticket.number)" : nil)
    }
}

/// The pages of a ticket's messages.
struct MessagePages: Sendable {
    func page(
        of ticket: ID<Ticket>, _ page: PageRequest, for audience: MessageAudience, in tx: Reading
    ) throws(Failure) -> ItemList<MessageShape> {
        tx.keep(until: .never)
        let found = try tx.messages(
            of: ticket, for: audience, after: page.after?.id ?? 0, limit: Int64(page.limit) + 1)
        return try list(
            found, page, total: page.isCounted ? tx.messageCount(of: ticket, for: audience) : nil, for: audience, in: tx
        )
    }

    /// - Parameter found: one more than the page has, when there are that many.
    func list(
        _ found: [Message], _ page: PageRequest, total: Int64?, for audience: MessageAudience, in tx: Reading
    ) throws(Failure) -> ItemList<MessageShape> {
        let (rows, cursor) = page.cut(found) { ListPosition(key: nil, id: $0.id.rawValue) }
        return ItemList(
            rows.map { MessageShape($0, for: audience) }, nextCursor: cursor, total: total)
    }
}
