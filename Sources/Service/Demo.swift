import Classifier
import Domain
import Store

/// Fills a database with a plausible past: customers, staff, and tickets of the last 90 days in all states, made by the
/// same rules that serve requests.
package struct Demo: Sendable {
    /// How many tickets a piece of work makes; one commit.
    package static let batch = 1000
    private static let days: Int64 = 90
    private static let ticketsPerCustomer = 10

    /// The people of a demo.
    package struct Cast: Sendable {
        package let customers: [Customer]
        package let agents: [Agent]
    }

    /// A ticket whose text is thought out already; making it needs no database.
    package struct Script: Sendable {
        let customer: Int
        let agent: Int
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

    /// Thinks out tickets `range` of `total`, the oldest first.
    package func scripts(
        _ range: Range<Int>, of total: Int, customers: Int, seed: UInt64, now: Instant, assessor: Assessor
    ) -> [Script] {
        var text = DemoText(seed: seed &+ UInt64(range.lowerBound))
        let span = Demo.days * 86_400_000
        let start = now.milliseconds - span
        return range.map { index in
            let ticket = text.ticket()
            let customer = Int(Scramble.of(index, salt: 1) % UInt64(customers))
            let agent = Int(Scramble.of(index, salt: 2) % UInt64(Demo.agents.count))
            let isLive = Scramble.of(index, salt: 3) % 10 == 0
            var draft = TicketDraft(
                subject: ticket.subject, description: ticket.description, channel: isLive ? .chat : .portal)
            draft.references = [Ticket.Reference("order_id", "A-\(10_000 + index)")]
            let openedAt = Instant(milliseconds: start + span / Int64(total) * Int64(index))
            let age = now.milliseconds - openedAt.milliseconds
            return Script(
                customer: customer, agent: agent, draft: draft,
                assessment: assessor.assess(subject: draft.subject, description: draft.description),
                reply: text.staffReply(to: "there", from: Demo.agents[agent].name), answer: text.customerReply(),
                note: Scramble.of(index, salt: 4) % 8 == 0 ? text.note() : nil,
                ending: Demo.ending(of: index, among: total), openedAt: openedAt,
                untaken: min(Demo.untaken(index), max(1, age / 4)), pace: min(3_600_000, max(1, age / 8)))
        }
    }

    /// Plays the scripts through: each ticket goes its way by the rules of the domain, in memory, and is written once
    /// as it stands at the end.
    package func play(_ scripts: [Script], with cast: Cast, in tx: Writing) throws(Failure) {
        for script in scripts {
            let customer = cast.customers[script.customer % cast.customers.count]
            let agent = cast.agents[script.agent % cast.agents.count]
            try play(script, customer, agent, in: tx)
        }
    }

    private func play(_ script: Script, _ customer: Customer, _ agent: Agent, in tx: Writing) throws(Failure) {
        var life = try tx.at(script.openedAt) { (tx) throws(Failure) in
            var prepared = try opening.prepare(script.draft, script.assessment, for: customer, in: tx)
            let answer = try opening.assistant.answer(&prepared, by: script.assessment, in: tx)
            return DemoLife(prepared, answer: answer)
        }
        if script.ending != .new {
            let staff = Actor.staff(agent)
            life.step(after: script.untaken) { edit in
                edit.assign(to: Assignee(id: agent.id, name: agent.name), named: nil, by: staff)
            }
            if let note = script.note { life.say(note, by: staff, isInternal: true, after: 0) { $0.note(by: staff) } }
            try life.say(script.reply, by: staff, after: script.pace) { (edit) throws(Failure) in
                try edit.reply(by: staff, status: nil)
            }
            life.say(script.answer, by: .customer(customer), after: script.pace) { edit in
                edit.receive(from: .customer(customer))
            }
            try life.step(after: script.pace) { (edit) throws(Failure) in
                try edit.move(to: script.ending, askedBy: .staff, as: staff)
            }
            // As a running server closes what was left alone for four days.
            if script.ending == .resolved { life.close(after: 4 * 86_400_000, before: tx.now) }
        }
        try life.write(in: tx)
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
