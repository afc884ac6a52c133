import Domain
import SQLite
import Support
import Testing

@testable import Service
@testable import Store

@Suite struct SLAWatchTests {
    private struct Scene {
        let database: TestDatabase
        let desk = Desk()
        let agent: Agent
        let customer: Customer
        let start: Instant

        init() throws {
            database = try TestDatabase()
            agent = try database.agent(isAdmin: true)
            customer = try database.customer()
            start = Instant(milliseconds: database.clock.now)
        }

        func open(_ priority: Priority = .urgent) throws -> ID<Ticket> {
            var draft = TicketDraft(subject: "Printer", description: "It is jammed.", channel: .portal)
            draft.priority = priority
            let made = draft
            return try database.write { [desk, customer] (tx) throws(Failure) in
                try desk.opening.open(made, desk.opening.assess(made, in: tx), for: customer, in: tx).ticket.id
            }
        }

        @discardableResult
        func watch() throws -> Instant? {
            try database.write { (tx) throws(Failure) in try SLAService().watch(in: tx) }
        }

        /// What was announced on a ticket: what, of what, and how many seconds after the start.
        func announced(_ id: ID<Ticket>) throws -> [String] {
            try database.read { (tx) throws(Failure) in
                try tx.events(of: id, after: 0, limit: 1000)
                    .filter { [.slaWarning, .slaBreach, .escalation].contains($0.kind) }
                    .map {
                        let seconds = ($0.createdAt.milliseconds - start.milliseconds) / 1000
                        return "\($0.kind.rawValue) \($0.to ?? "") \(seconds)"
                    }
            }
        }

        func ticket(_ id: ID<Ticket>) throws -> Ticket {
            try #require(try database.read { (tx) throws(Failure) in try tx.ticketRecord(id)?.ticket })
        }

        func outcomes() throws -> [Int64] {
            let sums = try database.read { (tx) throws(Failure) in try tx.slaOutcomes(in: nil) }
            return [sums.met, sums.breached]
        }

        func disagreements() throws -> [ID<Ticket>] {
            try database.read { (tx) throws(Failure) in
                var found: [ID<Ticket>] = []
                try SLAService().disagreements(in: tx) { found += $0.map(\.ticket) }
                return found
            }
        }

        func repair(_ id: ID<Ticket>) throws {
            try database.write { (tx) throws(Failure) in try SLAService().repair(id, in: tx) }
        }

        func overdue() throws -> Int64 { try database.read { (tx) throws(Failure) in try tx.overdueCount() } }

        func set(_ status: Status, of id: ID<Ticket>) throws {
            var changes = TicketChanges()
            changes.status = status
            let made = changes
            try database.write { [desk, agent] (tx) throws(Failure) in
                _ = try desk.editing.change(.id(id), made, by: agent, matching: .any, in: tx)
            }
        }
    }

    private static let all = [
        "escalation unassigned 1800", "sla_warning first_response 2700", "sla_breach first_response 3600",
        "sla_warning resolution 10800", "sla_breach resolution 14400", "escalation unsolved 86400",
    ]

    @Test func `each warning, breach and escalation comes once, when it is due`() throws {
        let scene = try Scene()
        let id = try scene.open()
        #expect(try scene.watch() == scene.start.adding(milliseconds: 1_800_001))
        for seconds in [1800, 2700, 3600, 10_800, 14_400, 86_400] as [Int64] {
            scene.database.clock.set(scene.start.milliseconds + seconds * 1000)
            let before = try scene.announced(id).count
            try scene.watch()
            // In its own instant nothing is late yet.
            #expect(try scene.announced(id).count == before)
            scene.database.clock.advance(milliseconds: 1)
            try scene.watch()
            try scene.watch()
            #expect(try scene.announced(id).count == before + 1)
        }
        #expect(try scene.announced(id) == Self.all)
        #expect(try scene.watch() == nil)
    }

    @Test func `after a time without a server the true instants are written down, each once`() throws {
        let scene = try Scene()
        let id = try scene.open()
        let version = try scene.ticket(id).version
        scene.database.clock.advance(seconds: 900_000)
        #expect(try scene.overdue() == 1)
        try scene.watch()
        try scene.watch()
        #expect(try scene.announced(id) == Self.all)
        #expect(try scene.ticket(id).version == version)
        #expect(try scene.overdue() == 1)
        #expect(try scene.outcomes() == [0, 2])
    }

    @Test func `met and missed clocks are counted by the day of their outcome`() throws {
        let scene = try Scene()
        let (good, late) = (try scene.open(.medium), try scene.open(.urgent))
        scene.database.clock.advance(seconds: 4000)
        for id in [good, late] {
            try scene.database.write { [desk = scene.desk, agent = scene.agent] (tx) throws(Failure) in
                _ = try desk.replies.reply(
                    "Done.", to: .id(id), status: .resolved, by: agent, matching: .any, in: tx)
            }
        }
        #expect(try scene.outcomes() == [3, 1])
        try scene.set(.open, of: good)
        #expect(try scene.outcomes() == [2, 1])
        let day = scene.start.milliseconds / 86_400_000
        let (today, tomorrow) = try scene.database.read { (tx) throws(Failure) in
            (try tx.slaOutcomes(in: day..<day + 1), try tx.slaOutcomes(in: day + 1..<day + 2))
        }
        #expect([today.met, today.breached, tomorrow.met] == [2, 1, 0])
    }

    @Test func `overdue tickets are counted while a deadline runs, announced or not`() throws {
        let scene = try Scene()
        let ids = try (0..<4).map { _ in try scene.open() }
        try scene.set(.waitingCustomer, of: ids[3])
        scene.database.clock.advance(seconds: 3600)
        #expect(try scene.overdue() == 0)
        scene.database.clock.advance(seconds: 1)
        #expect(try scene.overdue() == 3)
        try scene.watch()
        #expect(try scene.overdue() == 3)
        try scene.set(.waitingCustomer, of: ids[0])
        try scene.set(.resolved, of: ids[1])
        #expect(try scene.overdue() == 1)
        let admin = try #require(Admin(scene.agent))
        try scene.database.write { [desk = scene.desk] (tx) throws(Failure) in
            try desk.editing.delete(.id(ids[2]), by: admin, matching: .any, in: tx)
        }
        #expect(try scene.overdue() == 0)
        try scene.set(.open, of: ids[0])
        #expect(try scene.overdue() == 1)
    }

    @Test func `many due tickets are announced in batches`() throws {
        let scene = try Scene()
        let count = Int(SLAService.batch) + 3
        for _ in 0..<count { _ = try scene.open() }
        scene.database.clock.advance(seconds: 1801)
        #expect(try scene.watch() == Instant(milliseconds: scene.database.clock.now))
        #expect(try scene.watch() == scene.start.adding(milliseconds: 2_700_001))
    }

    @Test func `a database from before there were policies gets its clocks in the background`() throws {
        let scene = try Scene()
        let ids = try (0..<3).map { _ in try scene.open() }
        try scene.set(.closed, of: ids[2])
        try scene.database.write { (tx) throws(Failure) in
            for id in ids {
                let record = try TicketService().record(.id(id), in: tx)
                var edit = TicketEdit(record.ticket, at: tx.now)
                edit.after.sla = TicketSLA()
                _ = try tx.save(edit, of: record)
            }
            try tx.deriveAnew()
        }
        #expect(try scene.ticket(ids[0]).sla == TicketSLA())
        scene.database.clock.advance(seconds: 60)
        try scene.watch()
        #expect(try scene.ticket(ids[0]).sla.policy == ID(1))
        #expect(try scene.ticket(ids[0]).sla.firstResponseDueAt == scene.start.adding(seconds: 3600))
        #expect(try scene.ticket(ids[2]).sla == TicketSLA())
        #expect(try scene.database.read { (tx) throws(Failure) in try !tx.isDerivingAnew() })
    }

    @Test func `the clocks of a demo are what its facts say`() throws {
        let database = try TestDatabase()
        try database.seed(300)
        try database.read { (tx) throws(Failure) in
            var found: [SLADisagreement] = []
            try SLAService().disagreements(in: tx) { found += $0 }
            #expect(found == [])
            let overdue = try tx.recountedOverdue()
            #expect(overdue.counted == overdue.found)
            #expect(overdue.found > 0)
            let outcomes = try tx.slaOutcomes(in: nil)
            #expect(outcomes.met > 100)
        }
    }

    @Test func `a cache that was tampered with is found and repaired`() throws {
        let scene = try Scene()
        let (good, bad) = (try scene.open(), try scene.open())
        try scene.database.write { (tx) throws(Failure) in
            let record = try TicketService().record(.id(bad), in: tx)
            var edit = TicketEdit(record.ticket, at: tx.now)
            edit.after.sla.dueAt = Instant(milliseconds: 5)
            _ = try tx.save(edit, of: record)
        }
        #expect(try scene.disagreements() == [bad])
        try scene.repair(bad)
        #expect(try scene.disagreements() == [])
        #expect(try scene.ticket(good).sla.dueAt == scene.ticket(bad).sla.dueAt)
    }

    @Test func `a change goes by the history that is kept, and one that lies is found and repaired`() throws {
        let scene = try Scene()
        let id = try scene.open()
        #expect(try scene.ticket(id).sla.history == "4,1")
        scene.database.clock.advance(seconds: 60)
        try scene.set(.waitingCustomer, of: id)
        #expect(try scene.ticket(id).sla.history == "4,1;s4@60000")
        try scene.database.write { (tx) throws(Failure) in
            try tx.run("UPDATE tickets SET sla_history = '4,1;s4@30000' WHERE id = $1", [.integer(id.rawValue)])
        }
        scene.database.clock.advance(seconds: 60)
        try scene.set(.open, of: id)
        #expect(try scene.ticket(id).sla.firstResponseDueAt == scene.start.adding(seconds: 3600 + 90))
        #expect(try scene.disagreements() == [id])
        try scene.repair(id)
        #expect(try scene.ticket(id).sla.history == "4,1;s4@60000;s2@60000")
        #expect(try scene.ticket(id).sla.firstResponseDueAt == scene.start.adding(seconds: 3600 + 60))
    }

    @Test func `a ticket without a kept history goes by its events, and has one from its next change on`() throws {
        let scene = try Scene()
        let id = try scene.open()
        scene.database.clock.advance(seconds: 60)
        try scene.set(.waitingCustomer, of: id)
        for line in [SQLValue.null, .text("damaged")] {
            try scene.database.write { (tx) throws(Failure) in
                try tx.run("UPDATE tickets SET sla_history = $1", [line])
            }
            if line == .null { #expect(try scene.disagreements() == []) }
            scene.database.clock.advance(seconds: 60)
            try scene.set(try scene.ticket(id).status == .open ? .waitingCustomer : .open, of: id)
        }
        #expect(try scene.ticket(id).sla.history == "4,1;s4@60000;s2@60000;s4@60000")
        #expect(try scene.disagreements() == [])
    }
}
