import Domain
import JSON
import Service
import Store

/// Encodes tickets for answers, or finds them encoded: a ticket that has not changed is not read and written anew.
struct TicketRendering: Sendable {
    let tickets = TicketService()
    let replies: Replies

    // MARK: For customers

    func detail(
        _ input: TicketPath, for caller: PortalCaller, in tx: Reading
    ) throws(Failure) -> Answer<TicketWithThread<CustomerTicket>> {
        guard let found = try tx.stampedTicket(input.ticket), found.stamp.isVisible(found.id, to: caller) else {
            throw .notFound
        }
        let (id, stamp) = (found.id, found.stamp)
        tx.keep(until: replies.nextChange(of: stamp, after: tx.now))
        let bytes = try rendered(id, .customerDetail, flag: canReply(stamp, at: tx.now), stamp, in: tx) {
            () throws(Failure) in
            let detail = try tickets.detail(.id(id), for: caller, in: tx)
            return TicketWithThread(
                ticket: shape(detail.record, at: tx.now), messages: detail.messages, events: detail.events,
                audience: .customer)
        }
        return try answer(bytes, id, version: stamp.publicVersion, to: input.context, for: .customer, in: tx)
    }

    func customerRow(_ ticket: ListedTicket, in tx: Reading) throws(Failure) -> [UInt8] {
        try rendered(ticket.id, .customerRow, flag: canReply(ticket.stamp, at: tx.now), ticket.stamp, in: tx) {
            () throws(Failure) in shape(try tickets.record(.id(ticket.id), in: tx), at: tx.now)
        }
    }

    func shape(_ record: TicketRecord, at now: Instant) -> CustomerTicket {
        CustomerTicket(
            record: record, canReply: record.ticket.status != .closed || replies.isReopenable(record.ticket, at: now))
    }

    private func canReply(_ stamp: TicketStamp, at now: Instant) -> Bool {
        stamp.status != .closed || replies.isReopenable(closedAt: stamp.closedAt, at: now)
    }

    // MARK: For staff

    func detail(
        _ input: TicketPath, in tx: Reading
    ) throws(Failure) -> Answer<TicketWithThread<StaffTicket>> {
        guard let found = try tx.stampedTicket(input.ticket) else { throw .notFound }
        let (id, stamp) = (found.id, found.stamp)
        tx.keep(until: stamp.nextChange(after: tx.now))
        let bytes = try rendered(id, .staffDetail, flag: stamp.isPastDue(at: tx.now), stamp, in: tx) {
            () throws(Failure) in
            let detail = try tickets.detail(.id(id), in: tx)
            return TicketWithThread(
                ticket: StaffTicket(record: detail.record, now: tx.now), messages: detail.messages,
                events: detail.events, audience: .staff)
        }
        return try answer(bytes, id, version: stamp.version, to: input.context, for: .staff, in: tx)
    }

    func staffRow(_ ticket: ListedTicket, in tx: Reading) throws(Failure) -> [UInt8] {
        try rendered(ticket.id, .staffRow, flag: ticket.stamp.isPastDue(at: tx.now), ticket.stamp, in: tx) {
            () throws(Failure) in StaffTicket(record: try tickets.record(.id(ticket.id), in: tx), now: tx.now)
        }
    }

    /// Keeps a page of rows, for customers or for staff, until the first of them changes by time alone.
    func keepPage(of tickets: [ListedTicket], forStaff: Bool, in tx: Reading) {
        var until = Instant.never
        for ticket in tickets {
            until = min(
                until,
                forStaff
                    ? ticket.stamp.nextChange(after: tx.now) : replies.nextChange(of: ticket.stamp, after: tx.now))
        }
        tx.keep(until: until)
    }

    /// A client that has this very version is only told so while no name in it has changed since: a rename writes to no
    /// ticket, and there may be any number of them.
    private func answer<Body>(
        _ bytes: [UInt8], _ id: ID<Ticket>, version: Int64, to context: RequestContext, for audience: MessageAudience,
        in tx: Reading
    ) throws(Failure) -> Answer<Body> {
        var answer = Answer<Body>.json(bytes, version: version)
        if context.isNamedByIfNoneMatch(version: version) {
            answer.isAlwaysSent = try tx.wasRenamed(id, for: audience)
        }
        return answer
    }

    private func rendered<Shape: Representation>(
        _ id: ID<Ticket>, _ kind: Renderings.Kind, flag: Bool, _ stamp: TicketStamp, in tx: Reading,
        _ shape: () throws(Failure) -> Shape
    ) throws(Failure) -> [UInt8] {
        if let kept = tx.renderings?.bytes(id, kind, flag: flag, stamp: stamp) { return kept }
        let bytes = try shape().json()
        tx.renderings?.keep(bytes, id, kind, flag: flag, stamp: stamp)
        return bytes
    }
}

/// A page of tickets that are encoded already.
struct TicketRows<Ticket: MemberList>: Representation, Answering {
    let rows: [[UInt8]]
    let nextCursor: String?
    let total: Int64?

    var answer: Answer<TicketRows> { Answer(self) }

    static var schema: Schema { ItemList<Ticket>.schema }

    func write(to json: inout JSONWriter) {
        json.object { json in
            json.key("items")
            json.array { json in for row in rows { json.raw(row) } }
            json.member("next_cursor", nextCursor)
            if let total { json.member("total", total) }
        }
    }

    func json() -> [UInt8] {
        var tail = JSONWriter(reserving: 256)
        tail.object { json in
            json.member("next_cursor", nextCursor)
            if let total { json.member("total", total) }
        }
        // Rows are copied once, and the tail without its brace.
        var bytes: [UInt8] = []
        bytes.reserveCapacity(rows.reduce(300) { $0 + $1.count + 1 })
        bytes.append(contentsOf: "{\"items\":[".utf8)
        for (index, row) in rows.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            bytes.append(contentsOf: row)
        }
        bytes.append(contentsOf: "],".utf8)
        bytes.append(contentsOf: tail.bytes.dropFirst())
        return bytes
    }
}

extension Answer {
    /// A body that is encoded already.
    static func json(_ bytes: [UInt8], version: Int64) -> Answer {
        var answer = Answer.bytes(bytes, type: "application/json")
        answer.version = version
        return answer
    }
}

extension TicketStamp {
    /// As `TicketRecord.isVisible`, which it has to agree with.
    fileprivate func isVisible(_ id: ID<Ticket>, to caller: PortalCaller) -> Bool {
        if let only = caller.onlyTicket, only != id { return false }
        return customer == caller.customer.id && (!isMatchedByAddress || caller.customer.isVerified)
    }

    /// When its staff look changes without a write: a deadline passes.
    fileprivate func nextChange(after now: Instant) -> Instant {
        guard let slaDueAt, slaDueAt >= now else { return .never }
        // Past is what is before now.
        return slaDueAt.adding(milliseconds: 1)
    }

    fileprivate func isPastDue(at now: Instant) -> Bool { slaDueAt.map { $0 < now } ?? false }
}
