import Domain
import Store

/// A ticket's life, thought out before any of it is written.
package struct DemoLife: Sendable {
    private struct Said {
        let at: Instant
        let body: String
        let author: Actor
        let isInternal: Bool
    }

    private let prepared: Opening.Prepared
    /// What the assistant said at once.
    private let answer: Assistant.Answer?
    private var ticket: Ticket
    private var now: Instant
    /// All of them, with their times.
    private var events: [EventDraft]
    /// After the opening and the assistant's answer.
    private var said: [Said] = []
    private var timeline: SLATimeline

    init(_ prepared: Opening.Prepared, answer: Assistant.Answer?) {
        self.prepared = prepared
        self.answer = answer
        ticket = prepared.ticket
        let openedAt = ticket.createdAt
        now = openedAt
        events = prepared.events.map { $0.dated(openedAt) }
        timeline = prepared.timeline
    }

    /// Changes the ticket, `pace` milliseconds after the step before.
    mutating func step<E: Error>(after pace: Int64, _ change: (inout TicketEdit) throws(E) -> Void) throws(E) {
        try advance(pace, nil, change)
    }

    /// Adds a message and what follows from it.
    mutating func say<E: Error>(
        _ body: String, by author: Actor, isInternal: Bool = false, after pace: Int64,
        _ change: (inout TicketEdit) throws(E) -> Void
    ) throws(E) {
        try advance(pace, (body, author, isInternal), change)
    }

    private mutating func advance<E: Error>(
        _ pace: Int64, _ message: (body: String, author: Actor, isInternal: Bool)?,
        _ change: (inout TicketEdit) throws(E) -> Void
    ) throws(E) {
        now = now.adding(milliseconds: pace)
        var edit = TicketEdit(ticket, at: now)
        try change(&edit)
        guard let after = edit.finished() else { return }
        announce(before: now)
        for event in edit.events {
            if let fact = SLAFact(event, at: now) { timeline.apply(fact) }
            events.append(event.dated(now))
        }
        ticket = after
        if let message {
            said.append(Said(at: now, body: message.body, author: message.author, isInternal: message.isInternal))
        }
    }

    /// Closes the ticket `patience` milliseconds after the last step, where that is over by `end`.
    mutating func close(after patience: Int64, before end: Instant) {
        guard now.adding(milliseconds: patience) < end else { return }
        step(after: patience) { $0.set(.closed, by: .system) }
    }

    /// Lets the clocks run on to `end`, where the life is cut off.
    mutating func end(at end: Instant) {
        announce(before: end)
        ticket.sla = timeline.cache()
    }

    /// Lets the clocks say what they would have said by themselves until `moment`.
    private mutating func announce(before moment: Instant) {
        for event in timeline.announce(before: moment) { events.append(event.dated(moment)) }
    }

    /// Writes the ticket as it stands at the end, under the next id and number.
    func write(by opening: Opening, in tx: Writing) throws(Failure) {
        tx.count(timeline.outcomes)
        try tx.at(ticket.createdAt) { (tx) throws(Failure) in
            var ticket = ticket
            ticket.identify(as: try opening.identity(in: tx))
            ticket.verdict.suggestedResponse = ticket.verdict.suggestedResponse.map { ticket.numbered($0) }
            let first = prepared.opening
            try tx.insert(
                ticket,
                opening: Message(
                    id: ticket.firstMessage, ticket: ticket.id, body: first.body, author: first.author,
                    isInternal: false, channel: ticket.channel, createdAt: first.createdAt),
                events: events, customer: prepared.requester.person)
            if var answer {
                answer.body = ticket.numbered(answer.body)
                try tx.insert(answer.message(on: ticket, in: tx), customer: ticket.customer)
            }
            for said in said {
                try tx.insert(
                    Message(
                        id: try tx.nextMessageID(), ticket: ticket.id, body: said.body, author: said.author,
                        isInternal: said.isInternal, channel: ticket.channel, createdAt: said.at),
                    customer: ticket.customer)
            }
        }
    }
}

extension Ticket {
    /// A text that was composed before the ticket had its number.
    fileprivate func numbered(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "{")) else { return text }
        return TemplateText(text).filled { $0 == .ticketNumber ? number.text : nil }
    }
}
