import Domain
import Platform
import Store
import Support
import Testing

@testable import Service

@Suite struct TimedJobsTests {
    private func job(_ name: String, every interval: Int64) -> TimedJob {
        TimedJob(name, every: interval) { (_) throws(Failure) in nil }
    }

    private func at(_ milliseconds: Int64) -> Instant { Instant(milliseconds: milliseconds) }

    @Test func `all jobs run at the start, then by their interval or their own word`() {
        var table = Timetable([job("a", every: 1000), job("b", every: 60_000)], now: at(5000))
        #expect(table.due(at: at(5000)) == [0, 1])
        table.ran(0, at: at(5000), next: nil)
        table.ran(1, at: at(5000), next: at(5400))
        #expect(table.idle(at: at(5000)) == 400)
        #expect(table.due(at: at(5400)) == [1])
        // Later than the interval does not count, and the past means now.
        table.ran(1, at: at(5400), next: at(900_000))
        table.ran(0, at: at(5400), next: at(3))
        #expect(table.due(at: at(5400)) == [0])
        #expect(table.due(at: at(65_400)) == [0, 1])
    }

    @Test func `a refused job is tried again soon, and a clock set back delays nothing`() {
        var table = Timetable([job("a", every: 3_600_000)], now: at(10_000_000))
        table.failed(0, at: at(10_000_000))
        #expect(table.idle(at: at(10_000_000)) == Timetable.patience)
        table.ran(0, at: at(10_000_000), next: nil)
        table.clockMoved(to: at(1000))
        #expect(table.idle(at: at(1000)) == 3_600_000)
    }

    @Test func `the scheduler runs what is due and stops when it is told`() throws {
        let database = try TestDatabase()
        let ran = BoundedQueue<String>(capacity: 8)
        let troubles = BoundedQueue<String>(capacity: 8)
        let scheduler = try Scheduler(
            [
                TimedJob("first", every: 3_600_000) { (_) throws(Failure) in
                    _ = ran.put("first")
                    return nil
                },
                TimedJob("bad", every: 3_600_000) { (_) throws(Failure) in throw .internalFault("no") },
                TimedJob("last", every: 3_600_000) { (_) throws(Failure) in
                    _ = ran.put("last")
                    return nil
                },
            ], path: database.path, writer: database.writer, clock: database.clock.clock
        ) { name, _ in _ = troubles.put(name) }
        #expect(ran.takeFirst() == "first")
        #expect(troubles.takeFirst() == "bad")
        #expect(ran.takeFirst() == "last")
        scheduler.stop()
    }

    @Test func `what has nothing to do does not trouble the writer`() throws {
        let database = try TestDatabase()
        let ran = BoundedQueue<String>(capacity: 8)
        let now = database.clock.now
        func job(_ name: String, dueIn wait: Int64?) -> TimedJob {
            TimedJob(
                name, every: 3_600_000,
                look: { (_) throws(Failure) in wait.map { Instant(milliseconds: now + $0) } }
            ) { (_) throws(Failure) in
                _ = ran.put(name)
                return nil
            }
        }
        let scheduler = try Scheduler(
            [job("later", dueIn: 1_800_000), job("never", dueIn: nil), job("now", dueIn: 0)], path: database.path,
            writer: database.writer, clock: database.clock.clock
        ) { _, _ in }
        #expect(ran.takeFirst() == "now")
        scheduler.stop()
        #expect(ran.count == 0)
    }

    @Test func `a server's jobs may all run twice on an empty database`() throws {
        let database = try TestDatabase()
        let jobs = TimedJobs.all(autoCloseDays: 4)
        #expect(jobs.map(\.name) == ["sla-watch", "auto-close", "search-merge", "housekeeping"])
        for job in jobs + jobs { _ = try database.write { (tx) throws(Failure) in try job.run(tx) } }
    }
}

@Suite struct AutoClosingTests {
    private struct Scene {
        let database: TestDatabase
        let desk = Desk()
        let agent: Agent
        let customer: Customer

        init() throws {
            database = try TestDatabase()
            agent = try database.agent()
            customer = try database.customer()
        }

        func open() throws -> ID<Ticket> {
            let draft = TicketDraft(subject: "Printer", description: "It is jammed.", channel: .portal)
            return try database.write { [desk, customer] (tx) throws(Failure) in
                try desk.opening.open(draft, desk.opening.assess(draft, in: tx), for: customer, in: tx).ticket.id
            }
        }

        func set(_ status: Status, of id: ID<Ticket>) throws {
            var changes = TicketChanges()
            changes.status = status
            try change(id, changes)
        }

        func change(_ id: ID<Ticket>, _ changes: TicketChanges) throws {
            try database.write { [desk, agent] (tx) throws(Failure) in
                _ = try desk.editing.change(.id(id), changes, by: agent, matching: .any, in: tx)
            }
        }

        func ticket(_ id: ID<Ticket>) throws -> Ticket? {
            try database.read { (tx) throws(Failure) in try tx.ticketRecord(id)?.ticket }
        }

        func close(days: Double = 4) throws -> Instant? {
            try database.write { (tx) throws(Failure) in try AutoClosing(days: days).close(in: tx) }
        }
    }

    private static let day: Int64 = 86_400

    @Test func `resolved and untouched for four days is closed, with its event`() throws {
        let scene = try Scene()
        let (id, other) = (try scene.open(), try scene.open())
        try scene.set(.resolved, of: id)
        let resolvedAt = scene.database.clock.now
        let due = try scene.close()
        #expect(due == Instant(milliseconds: resolvedAt + 4 * Self.day * 1000))
        scene.database.clock.advance(seconds: 4 * Self.day - 1)
        _ = try scene.close()
        #expect(try scene.ticket(id)?.status == .resolved)
        scene.database.clock.advance(seconds: 1)
        #expect(try scene.close() == nil)
        let closed = try #require(try scene.ticket(id))
        #expect(closed.status == .closed)
        #expect(closed.closedAt?.milliseconds == scene.database.clock.now)
        #expect(try scene.ticket(other)?.status == .new)
        let last = try scene.database.read { (tx) throws(Failure) in
            try tx.newestEvents(of: id, for: .customer, limit: 1).last
        }
        #expect(last?.kind == .close)
        #expect(last?.actor.type == .system)
        // Once more does nothing.
        _ = try scene.close()
        #expect(try scene.ticket(id)?.version == closed.version)
    }

    @Test func `whatever touches the ticket puts it off`() throws {
        let scene = try Scene()
        let id = try scene.open()
        try scene.set(.resolved, of: id)
        scene.database.clock.advance(seconds: 3 * Self.day)
        var changes = TicketChanges()
        changes.tags = ["later"]
        try scene.change(id, changes)
        scene.database.clock.advance(seconds: 2 * Self.day)
        _ = try scene.close()
        #expect(try scene.ticket(id)?.status == .resolved)
        scene.database.clock.advance(seconds: 2 * Self.day)
        _ = try scene.close()
        #expect(try scene.ticket(id)?.status == .closed)
    }

    @Test func `zero days is never, and fractions count`() throws {
        let scene = try Scene()
        let id = try scene.open()
        try scene.set(.resolved, of: id)
        scene.database.clock.advance(seconds: 4000 * Self.day)
        #expect(try scene.close(days: 0) == nil)
        #expect(try scene.ticket(id)?.status == .resolved)
        let young = try scene.open()
        try scene.set(.resolved, of: young)
        scene.database.clock.advance(milliseconds: 864)
        _ = try scene.close(days: 0.00001)
        #expect(try scene.ticket(young)?.status == .closed)
    }

    @Test func `many are closed in batches`() throws {
        let scene = try Scene()
        let ids = try (0..<Int(AutoClosing.batch) + 5).map { _ in try scene.open() }
        for id in ids { try scene.set(.resolved, of: id) }
        scene.database.clock.advance(seconds: 5 * Self.day)
        let now = Instant(milliseconds: scene.database.clock.now)
        #expect(try scene.close() == now)
        func open() throws -> Int { try ids.filter { try scene.ticket($0)?.status == .resolved }.count }
        #expect(try open() == 5)
        #expect(try scene.close() == nil)
        #expect(try open() == 0)
    }
}
