import Classifier
import Domain
import Store

/// Fills a database with a plausible past: customers, staff, and tickets of the last 90 days in all states, made by the
/// same use cases that serve requests.
package struct Demo: Sendable {
    /// How many tickets a piece of work makes; one commit.
    package static let batch = 250
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
        let verdict: Verdict
        let reply: String
        let answer: String
        let note: String?
        let ending: Status
        let openedAt: Instant
        /// Milliseconds from one step to the next.
        let pace: Int64
    }

    private let opening: Opening
    private let replies: Replies
    private let editing = TicketEditing()

    package init(opening: Opening, replies: Replies) {
        self.opening = opening
        self.replies = replies
    }

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

    // MARK: Tickets

    /// Thinks out tickets `range` of `total`, the oldest first.
    package func scripts(_ range: Range<Int>, of total: Int, customers: Int, seed: UInt64, now: Instant) -> [Script] {
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
            return Script(
                customer: customer, agent: agent, draft: draft, verdict: opening.verdict(on: draft),
                reply: text.staffReply(to: "there", from: Demo.agents[agent].name), answer: text.customerReply(),
                note: Scramble.of(index, salt: 4) % 8 == 0 ? text.note() : nil,
                ending: Demo.ending(of: index, among: total), openedAt: openedAt,
                pace: min(3_600_000, max(1, (now.milliseconds - openedAt.milliseconds) / 8)))
        }
    }

    /// Plays the scripts through.
    package func play(_ scripts: [Script], with cast: Cast, in tx: Writing) throws(Failure) {
        for script in scripts {
            let customer = cast.customers[script.customer % cast.customers.count]
            let agent = cast.agents[script.agent % cast.agents.count]
            var time = script.openedAt
            let step = { () -> Instant in
                defer { time = time.adding(milliseconds: script.pace) }
                return time
            }
            let opened = try tx.at(step()) { (tx) throws(Failure) in
                try opening.open(script.draft, verdict: script.verdict, for: customer, in: tx)
            }
            if script.ending == .new { continue }
            let ticket = TicketReference.id(opened.ticket.id)
            let caller = PortalCaller(customer: customer)
            try tx.at(step()) { (tx) throws(Failure) in
                var changes = TicketChanges()
                changes.assignment = .to(agent.id)
                _ = try editing.change(ticket, changes, by: agent, matching: .absent, in: tx)
                if let note = script.note {
                    _ = try replies.note(note, on: ticket, by: agent, matching: .absent, in: tx)
                }
            }
            try tx.at(step()) { (tx) throws(Failure) in
                _ = try replies.reply(script.reply, to: ticket, status: nil, by: agent, matching: .absent, in: tx)
            }
            let answered = try tx.at(step()) { (tx) throws(Failure) in
                try replies.add(script.answer, to: ticket, from: caller, matching: .absent, in: tx)
            }
            let now = answered.record.ticket.status
            guard now != script.ending else { continue }
            try tx.at(step()) { (tx) throws(Failure) in
                var changes = TicketChanges()
                changes.status = script.ending
                _ = try editing.change(ticket, changes, by: agent, matching: .absent, in: tx)
            }
        }
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
