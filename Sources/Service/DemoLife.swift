import Domain
import Store

/// A ticket's life so far, before any of it is written.
struct DemoLife {
    private struct Step {
        let at: Instant
        let events: [EventDraft]
        let message: (body: String, author: Actor, isInternal: Bool)?
    }

    private let prepared: Opening.Prepared
    /// What the assistant said at once.
    private let answer: Message?
    private var ticket: Ticket
    private var now: Instant
    private var steps: [Step] = []
    private var timeline: SLATimeline

    init(_ prepared: Opening.Prepared, answer: Message?) {
        self.prepared = prepared
        self.answer = answer
        ticket = prepared.ticket
        now = prepared.ticket.createdAt
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
        }
        ticket = after
        steps.append(Step(at: now, events: edit.events, message: message))
    }

    /// Closes the ticket `patience` milliseconds after the last step, where that is over by `end`.
    mutating func close(after patience: Int64, before end: Instant) {
        guard now.adding(milliseconds: patience) < end else { return }
        step(after: patience) { $0.set(.closed, by: .system) }
    }

    /// Lets the clocks say what they would have said by themselves until `moment`.
    private mutating func announce(before moment: Instant) {
        for event in timeline.announce(before: moment) {
            steps.append(Step(at: event.at ?? moment, events: [event], message: nil))
        }
    }

    /// Writes the ticket as it stands at the transaction's time.
    mutating func write(in tx: Writing) throws(Failure) {
        announce(before: tx.now)
        ticket.sla = timeline.cache()
        tx.count(timeline.outcomes)
        let (ticket, steps) = (ticket, steps)
        try tx.at(ticket.createdAt) { (tx) throws(Failure) in
            try tx.insert(
                ticket, opening: prepared.opening, events: prepared.events, customer: prepared.requester.person)
            if let answer { try tx.insert(answer, customer: ticket.customer) }
        }
        for step in steps {
            try tx.at(step.at) { (tx) throws(Failure) in
                if let message = step.message {
                    try tx.insert(
                        Message(
                            id: try tx.nextMessageID(), ticket: ticket.id, body: message.body, author: message.author,
                            isInternal: message.isInternal, channel: ticket.channel, createdAt: step.at),
                        customer: ticket.customer)
                }
                try tx.insert(step.events, on: ticket.id)
                tx.countMoves(step.events, of: ticket)
            }
        }
    }
}
