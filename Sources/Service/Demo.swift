import Classifier
import Domain
import Store

/// Fills a database with a plausible past: customers, staff, and tickets of the last 90 days in all states, made by the
/// same rules that serve requests.
package struct Demo: Sendable {
    /// How many tickets a piece of work makes; one commit. A server on the same database waits for it to write.
    package static let batch = 1000
    private static let days: Int64 = 90
    private static let ticketsPerCustomer = 10

    /// The people of a demo.
    package struct Cast: Sendable {
        package let customers: [Customer]
        package let agents: [Agent]
    }

    /// What decides about tickets besides their texts, as one snapshot has it.
    package struct Rules: Sendable {
        let assessor: Assessor
        let book: SLABook
        let slaVersion: Int64
    }

    /// Tickets whose lives are thought out already: writing them takes no more thought.
    package struct Batch: Sendable {
        let scripts: [Script]
        let lives: [DemoLife]
        let rules: Rules
        let end: Instant
    }

    /// What is going to be said on a ticket and done with it.
    struct Script: Sendable {
        let customer: Customer
        let agent: Agent
        let draft: TicketDraft
        let assessment: Assessment
        let reply: String
        let answer: String
        let note: String?
        let ending: Status
        let openedAt: Instant
        /// Milliseconds until somebody takes the ticket.
        let untaken: Int64
        /// Milliseconds from one step to the next after that.
        let pace: Int64
    }

    private let opening: Opening

    package init(opening: Opening) { self.opening = opening }

    // MARK: People

    package static let agents: [(name: String, email: String, role: Role)] = [
        ("Grace Admin", "grace@example.com", .admin), ("Linus Agent", "linus@example.com", .agent),
        ("Radia Agent", "radia@example.com", .agent), ("Edsger Agent", "edsger@example.com", .agent),
        ("Barbara Agent", "barbara@example.com", .agent),
    ]

    /// How many customers a demo of that many tickets has.
    package static func customers(for tickets: Int) -> Int { max(1, tickets / ticketsPerCustomer) }

    /// Makes the people, or finds them when they are there.
    package func cast(
        customers count: Int, passwordHash: String, seed: UInt64, in tx: Writing
    ) throws(Failure) -> Cast {
        var text = DemoText(seed: seed)
        var customers: [Customer] = []
        customers.reserveCapacity(count)
        for index in 0..<count {
            let person = text.customer(index)
            let contact: Contact
            if let found = try tx.contact(email: person.email) {
                contact = found
            } else {
                contact = try tx.insertAccount(
                    name: person.name, email: person.email, phone: person.phone, role: .customer,
                    passwordHash: passwordHash)
            }
            customers.append(
                Customer(
                    id: contact.id, email: contact.email, name: contact.name, isVerified: contact.isVerified,
                    phone: contact.phone))
        }
        var agents: [Agent] = []
        for member in Demo.agents {
            let contact: Contact
            if let found = try tx.contact(email: member.email) {
                contact = found
            } else {
                contact = try tx.insertAccount(
                    name: member.name, email: member.email, phone: nil, role: member.role, passwordHash: passwordHash)
            }
            agents.append(Agent(id: contact.id, name: contact.name, isAdmin: contact.role == .admin))
        }
        return Cast(customers: customers, agents: agents)
    }

    /// Seeded templates that answer by themselves in a demo.
    private static let answering = [
        "Forgotten password", "Invoice copy", "How long does delivery take?", "Redeem a voucher",
        "Leave the newsletter",
    ]

    /// Lets some templates answer by themselves, so that a demo shows the assistant.
    package func switchOnTemplates(in tx: Writing) throws(Failure) {
        for var template in try tx.templates() where Demo.answering.contains(template.name) {
            guard !template.answersAlone else { continue }
            template.answersAlone = true
            template.updatedAt = tx.now
            try tx.save(template)
        }
    }

    // MARK: Tickets

    package func rules(in tx: Reading) throws(Failure) -> Rules {
        Rules(
            assessor: try opening.assistant.assessor(in: tx), book: try tx.readSLABook(),
            slaVersion: try tx.slaVersion())
    }

    /// Thinks out tickets `range` of `total`, the oldest first: each goes its way by the rules of the domain until
    /// `now`.
    package func batch(
        _ range: Range<Int>, of total: Int, with cast: Cast, seed: UInt64, now: Instant, by rules: Rules
    ) throws(Failure) -> Batch {
        let scripts = scripts(range, of: total, with: cast, seed: seed, now: now, assessor: rules.assessor)
        return Batch(
            scripts: scripts, lives: try lives(of: scripts, by: rules.book, until: now), rules: rules, end: now)
    }

    /// Writes the tickets of a batch, each once as it stands at the end.
    package func write(_ batch: Batch, in tx: Writing) throws(Failure) {
        var lives = batch.lives
        if try tx.slaVersion() != batch.rules.slaVersion {
            // Policies were changed since, and nobody would derive the clocks of these tickets anew.
            lives = try self.lives(of: batch.scripts, by: try tx.readSLABook(), until: batch.end)
        }
        for life in lives { try life.write(by: opening, in: tx) }
    }

    private func scripts(
        _ range: Range<Int>, of total: Int, with cast: Cast, seed: UInt64, now: Instant, assessor: Assessor
    ) -> [Script] {
        var text = DemoText(seed: seed &+ UInt64(range.lowerBound))
        let span = Demo.days * 86_400_000
        let start = now.milliseconds - span
        return range.map { index in
            let ticket = text.ticket()
            let agent = cast.agents[Int(Scramble.of(index, salt: 2) % UInt64(cast.agents.count))]
            let isLive = Scramble.of(index, salt: 3) % 10 == 0
            var draft = TicketDraft(
                subject: ticket.subject, description: ticket.description, channel: isLive ? .chat : .portal)
            draft.references = [Ticket.Reference("order_id", "A-\(10_000 + index)")]
            let openedAt = Instant(milliseconds: start + span / Int64(total) * Int64(index))
            let age = now.milliseconds - openedAt.milliseconds
            return Script(
                customer: cast.customers[Int(Scramble.of(index, salt: 1) % UInt64(cast.customers.count))], agent: agent,
                draft: draft, assessment: assessor.assess(subject: draft.subject, description: draft.description),
                reply: text.staffReply(to: "there", from: agent.name), answer: text.customerReply(),
                note: Scramble.of(index, salt: 4) % 8 == 0 ? text.note() : nil,
                ending: Demo.ending(of: index, among: total), openedAt: openedAt,
                untaken: min(Demo.untaken(index), max(1, age / 4)), pace: min(3_600_000, max(1, age / 8)))
        }
    }

    private func lives(
        of scripts: [Script], by book: SLABook, until end: Instant
    ) throws(Failure) -> [DemoLife] {
        try scripts.map { script throws(Failure) in try life(of: script, by: book, until: end) }
    }

    private func life(of script: Script, by book: SLABook, until end: Instant) throws(Failure) -> DemoLife {
        var prepared = try opening.prepare(
            script.draft, script.assessment, for: script.customer, by: book, at: script.openedAt)
        let answer = opening.assistant.answer(&prepared, by: script.assessment, at: script.openedAt)
        var life = DemoLife(prepared, answer: answer)
        if script.ending != .new {
            let (agent, customer) = (Actor.staff(script.agent), Actor.customer(script.customer))
            life.step(after: script.untaken) { edit in
                edit.assign(to: Assignee(id: script.agent.id, name: script.agent.name), named: nil, by: agent)
            }
            if let note = script.note { life.say(note, by: agent, isInternal: true, after: 0) { $0.note(by: agent) } }
            try life.say(script.reply, by: agent, after: script.pace) { (edit) throws(Failure) in
                try edit.reply(by: agent, status: nil)
            }
            life.say(script.answer, by: customer, after: script.pace) { $0.receive(from: customer) }
            try life.step(after: script.pace) { (edit) throws(Failure) in
                try edit.move(to: script.ending, askedBy: .staff, as: agent)
            }
            // As a running server closes what was left alone for four days.
            if script.ending == .resolved { life.close(after: 4 * 86_400_000, before: end) }
        }
        life.end(at: end)
        return life
    }

    /// How many milliseconds a ticket waits for somebody: mostly minutes, now and then longer than is looked on at.
    private static func untaken(_ index: Int) -> Int64 {
        let minutes: Range<UInt64> =
            switch Scramble.of(index, salt: 6) % 100 {
            case 0..<80: 1..<15
            case 80..<94: 15..<30
            default: 31..<240
            }
        let spread = Scramble.of(index, salt: 7) % UInt64(minutes.count * 60)
        return Int64(minutes.lowerBound * 60 + spread) * 1000
    }

    /// Most tickets of a desk are done with; of the last tenth many are not.
    private static func ending(of index: Int, among total: Int) -> Status {
        let dice = Scramble.of(index, salt: 5) % 100
        if index * 10 < total * 9 { return dice < 85 ? .closed : dice < 97 ? .resolved : .onHold }
        switch dice {
        case 0..<20: return .new
        case 20..<40: return .open
        case 40..<55: return .inProgress
        case 55..<70: return .waitingCustomer
        case 70..<75: return .onHold
        case 75..<90: return .resolved
        default: return .closed
        }
    }
}

/// Numbers that look random and are always the same (SplitMix64's finisher).
private enum Scramble {
    static func of(_ index: Int, salt: UInt64) -> UInt64 {
        var z = UInt64(index) &+ salt &* 0x9E37_79B9_7F4A_7C15
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
