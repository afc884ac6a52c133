import Domain
import Store
import Support
import Testing

@testable import Service

/// Random lives of tickets: what is cached with a ticket is what its facts say, whatever happened in which order.
@Suite struct SLAHistoryTests {
    private static let steps = 400

    /// Policies of short targets, one of them by office hours, so that everything comes due within a walk.
    private static func prepare(_ database: TestDatabase, _ admin: Admin) throws -> [ID<SLAPolicy>] {
        try database.write { (tx) throws(Failure) in
            let calendar = try CalendarService().create(
                CalendarValues(
                    name: "Office", timeZone: "Europe/Berlin",
                    hours: WeeklyHours { $0 == .sun ? nil : [.init(start: 480, end: 1080)] },
                    holidays: [CivilDate(daysSince1970: 20_516)]), by: admin, in: tx)
            var made: [ID<SLAPolicy>] = []
            for (name, match, calendar, next) in [
                ("Urgent", SLAPolicyValues.Match(categories: [], channels: [], priorities: [.urgent]), nil, Int64(300)),
                (
                    "Billing", SLAPolicyValues.Match(categories: ["billing"], channels: [], priorities: []),
                    calendar.id, Int64(600)
                ),
            ] {
                var targets: [Priority: SLATargets?] = [:]
                for priority in Priority.allCases {
                    targets[priority] = SLATargets(
                        firstResponse: 3000 / priority.rawValue, nextResponse: next,
                        resolution: 40_000 / priority.rawValue)
                }
                let record = try SLAPolicyService().create(
                    SLAPolicyValues(
                        name: name, position: nil, isActive: true, match: match, calendar: calendar, targets: targets),
                    by: admin, in: tx)
                made.append(record.policy.id)
            }
            return made
        }
    }

    @Test(arguments: [1, 2, 3] as [UInt64])
    func `cached clocks equal a replay of the facts over random histories`(seed: UInt64) throws {
        let database = try TestDatabase()
        let desk = Desk(reopenDays: 1)
        let agent = try database.agent(isAdmin: true)
        let admin = try #require(Admin(agent))
        let customer = try database.customer()
        let policies = try Self.prepare(database, admin)
        var random = Numbers(seed: seed)
        var tickets: [ID<Ticket>] = []
        let watch = SLAService()
        let closing = AutoClosing(days: 0.5)
        for step in 0..<Self.steps {
            // Sometimes nothing passes: several facts in one instant keep their order.
            database.clock.advance(milliseconds: random.below(4) == 0 ? 0 : Int64(random.below(4_000_000)))
            let dice = random.below(100)
            if tickets.isEmpty || dice < 8 {
                var draft = TicketDraft(subject: "Ticket \(step)", description: "It does not work.", channel: .portal)
                draft.category = random.pick(["billing", "account"])
                draft.priority = random.pick(Priority.allCases)
                let made = draft
                tickets.append(
                    try database.write { (tx) throws(Failure) in
                        try desk.opening.open(made, desk.opening.assess(made, in: tx), for: customer, in: tx).ticket.id
                    })
            } else if dice < 14 {
                try edit(policies, random.below(10_000), admin, database)
            } else if dice < 50 {
                // The watch may come late, and runs in small batches.
                _ = try database.write { (tx) throws(Failure) in
                    _ = try tx.announceDue(limit: 3)
                    _ = try tx.deriveNext(count: 2)
                    _ = try closing.close(in: tx)
                }
            } else {
                let id = tickets[random.below(tickets.count)]
                let (kind, number) = (random.below(12), random.below(1000))
                do throws(Failure) {
                    try database.write { (tx) throws(Failure) in
                        try Self.act(kind, number, on: id, desk, agent, customer, in: tx)
                    }
                } catch {
                    // Not every step is allowed; that leaves no trace either.
                    switch error {
                    case .invalidTransition, .ticketClosed: break
                    default: throw error
                    }
                }
            }
        }
        var more = true
        while more { more = try database.write { (tx) throws(Failure) in try tx.deriveNext(count: 100) } }
        more = true
        while more { more = try database.write { (tx) throws(Failure) in try tx.announceDue(limit: 100) == 100 } }
        try database.read { (tx) throws(Failure) in
            var found: [SLADisagreement] = []
            try watch.disagreements(in: tx) { found += $0 }
            #expect(found == [])
            let overdue = try tx.recountedOverdue()
            #expect(overdue.counted == overdue.found)
            for id in tickets { try Self.check(id, in: tx) }
        }
    }

    /// Each thing is announced once, in the order of time, and not before it was true.
    private static func check(_ id: ID<Ticket>, in tx: Reading) throws(Failure) {
        let events = try tx.events(of: id, after: 0, limit: 10_000)
        var seen: [String: Int] = [:]
        for event in events where [.slaWarning, .slaBreach, .escalation].contains(event.kind) {
            // A next_response clock begins anew with each message.
            if event.to != SLAMetric.nextResponse.rawValue {
                seen["\(event.kind.rawValue) \(event.to ?? "")", default: 0] += 1
            }
            #expect(event.createdAt < tx.now)
        }
        #expect(seen.values.allSatisfy { $0 == 1 }, "\(seen)")
        guard let ticket = try tx.ticketRecord(id)?.ticket else { return }
        #expect(ticket.sla.nextAt.map { $0 >= tx.now } ?? true)
        let breached = events.contains { $0.kind == .slaBreach && $0.to == SLAMetric.resolution.rawValue }
        if ticket.sla.state == .met { #expect(ticket.status.slaTreatment == .stopped || breached) }
        if ticket.status == .waitingCustomer { #expect(ticket.sla.dueAt == nil) }
    }

    private func edit(
        _ policies: [ID<SLAPolicy>], _ number: Int, _ admin: Admin, _ database: TestDatabase
    ) throws {
        let id = policies[number % policies.count]
        var values = SLAPolicyValues(
            name: nil, position: nil, isActive: nil, match: nil, calendar: nil, targets: nil)
        switch number % 5 {
        case 0: values.isActive = number % 2 == 0
        case 1: values.targets = [.high: SLATargets(firstResponse: Int64(60 + number), resolution: Int64(900 + number))]
        case 2: values.calendar = number % 2 == 0 ? BusinessCalendar.alwaysID : ID(2)
        case 3: values.position = Int64(number)
        default:
            values.targets = [.medium: SLATargets(firstResponse: 90, nextResponse: 45, resolution: Int64(number) + 1)]
        }
        let changed = values
        try database.write { (tx) throws(Failure) in
            _ = try SLAPolicyService().change(id, changed, by: admin, in: tx)
        }
    }

    private static func act(
        _ kind: Int, _ number: Int, on id: ID<Ticket>, _ desk: Desk, _ agent: Agent, _ customer: Customer,
        in tx: Writing
    ) throws(Failure) {
        let reference = TicketReference.id(id)
        let portal = PortalCaller(customer: customer)
        var changes = TicketChanges()
        switch kind {
        case 0, 1:
            _ = try desk.replies.reply("We look.", to: reference, status: nil, by: agent, matching: .any, in: tx)
        case 2, 3: _ = try desk.replies.add("And now?", to: reference, from: portal, matching: .any, in: tx)
        case 4:
            _ = try desk.replies.add("Thank you, works now", to: reference, from: portal, matching: .any, in: tx)
        case 5: _ = try desk.replies.note("Hm.", on: reference, by: agent, matching: .any, in: tx)
        case 6:
            _ = try desk.replies.reply(
                "Solved.", to: reference, status: .resolved, by: agent, matching: .any, in: tx)
        default:
            switch kind {
            case 7: changes.priority = Priority.allCases[number % 4]
            case 8: changes.category = number % 2 == 0 ? "billing" : "account"
            case 9: changes.assignment = number % 3 == 0 ? .nobody : .to(agent.id)
            case 10:
                changes.priority = Priority.allCases[number % 4]
                changes.status = Status.allCases[number % 8]
            default: changes.status = Status.allCases[number % 8]
            }
            _ = try desk.editing.change(reference, changes, by: agent, matching: .any, in: tx)
        }
    }
}

/// The same numbers at every run.
private struct Numbers {
    private var state: UInt64

    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 }

    mutating func below(_ limit: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((z ^ (z >> 31)) % UInt64(limit))
    }

    mutating func pick<Element>(_ elements: [Element]) -> Element { elements[below(elements.count)] }
}
