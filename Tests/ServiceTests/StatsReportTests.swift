import Domain
import Service
import Support
import Testing

@testable import Store

@Suite struct StatsReportTests {
    private struct Office {
        let database: TestDatabase
        let desk = Desk()
        let ada: Customer
        let grace: Agent

        init() throws {
            database = try TestDatabase()
            ada = try database.customer()
            grace = try database.agent(isAdmin: true)
        }

        func open() throws -> ID<Ticket> {
            let (desk, ada) = (desk, ada)
            return try database.write { (tx) throws(Failure) in
                var draft = TicketDraft(subject: "A subject", description: "A description", channel: .email)
                draft.category = "billing"
                draft.priority = .high
                return try desk.opening.open(draft, desk.opening.assess(draft, in: tx), for: ada, in: tx).ticket
                    .id
            }
        }

        func reply(_ ticket: ID<Ticket>) throws {
            let (desk, grace) = (desk, grace)
            try database.write { (tx) throws(Failure) in
                _ = try desk.replies.reply(
                    "An answer", to: .id(ticket), status: nil, by: grace, matching: .absent, in: tx)
            }
        }

        func set(_ status: Status, _ ticket: ID<Ticket>) throws {
            let (desk, grace) = (desk, grace)
            try database.write { (tx) throws(Failure) in
                var changes = TicketChanges()
                changes.status = status
                _ = try desk.editing.change(.id(ticket), changes, by: grace, matching: .absent, in: tx)
            }
        }

        func report(from: Int64? = nil, to: Int64? = nil) throws -> StatsReport {
            let start = Instant(milliseconds: 1_772_323_200_000)
            return try database.read { (tx) throws(Failure) in
                try desk.stats.report(
                    from: from.map { start.adding(seconds: $0 * 86_400) },
                    to: to.map { start.adding(seconds: $0 * 86_400) },
                    in: tx)
            }
        }

        /// Whether what is kept is what the rows say.
        func isWell() throws -> Bool {
            try database.read { (tx) throws(Failure) in
                let recount = try tx.recount()
                let wrong = [
                    try tx.wrongFigures(recount), try tx.wrongCounts(recount), try tx.wrongSpans(recount),
                    try tx.wrongClockCounts(recount),
                ]
                return wrong.allSatisfy { $0 == 0 }
            }
        }
    }

    @Test func `a bucket's middle is within 5 percent of what is in it, over all sizes`() {
        var value: Int64 = 0
        var last: Int64 = -1
        while value < 400_000_000_000 {
            let bucket = DurationBuckets.bucket(of: value)
            #expect(bucket >= last)
            last = bucket
            #expect(abs(DurationBuckets.middle(of: bucket) - Double(value)) <= Double(value) * 0.033)
            value += max(1, value / 97)
        }
        #expect(DurationBuckets.bucket(of: -5) == 0)
    }

    @Test func `durations are told with mean and percentiles, by the day they ended on`() throws {
        let office = try Office()
        // Ten tickets answered after 100, 200, ... 1,000 seconds.
        for index in 1...10 {
            let ticket = try office.open()
            office.database.clock.advance(seconds: Int64(index) * 100)
            try office.reply(ticket)
        }
        let first = try office.report().firstResponse
        #expect(first.count == 10)
        #expect(first.mean == 550)
        for (told, exact) in [(first.p50, 500.0), (first.p90, 900), (first.p99, 1000)] {
            #expect(abs(try #require(told) - exact) <= exact * 0.05)
        }
        #expect(try office.report(from: 0, to: 1).firstResponse.count == 10)
        #expect(try office.report(from: 1).firstResponse.count == 0)
        #expect(try office.report(to: 0).firstResponse.mean == nil)
        #expect(try office.isWell())
    }

    @Test func `solving, reopening and solving again are told each on its own day`() throws {
        let office = try Office()
        let ticket = try office.open()
        let other = try office.open()
        office.database.clock.advance(seconds: 86_400)
        try office.set(.resolved, ticket)
        office.database.clock.advance(seconds: 86_400)
        try office.set(.open, ticket)
        office.database.clock.advance(seconds: 86_400)
        try office.set(.closed, ticket)
        try office.set(.closed, other)
        let all = try office.report()
        #expect(all.resolution.count == 3)
        #expect(all.reopenRate == 1.0 / 3)
        #expect(all.totals.total == 2)
        #expect(all.backlog.count == 30)
        #expect(all.backlog.suffix(4).map(\.count) == [2, 1, 2, 0])
        #expect(all.backlog.first?.count == 0)
        let second = try office.report(from: 1, to: 2)
        #expect(second.resolution.count == 1)
        #expect(second.resolution.mean == 86_400)
        #expect(second.reopenRate == 0)
        #expect(second.totals.total == 0, "no ticket was opened on that day")
        #expect(second.backlog.map(\.count) == [1])
        #expect(try office.report(from: 2, to: 3).reopenRate == nil)
        let days = try office.report(from: 0, to: 9)
        #expect(days.totals.total == 2)
        #expect(days.totals.byChannel[.email] == 2)
        #expect(days.totals.byPriority[.high] == 2)
        #expect(days.totals.byStatus[.closed] == 2)
        #expect(days.totals.byCategory.first { $0.slug == "billing" }?.count == 2)
        #expect(days.backlog.map(\.count) == [2, 1, 2, 0], "the days to come are left out")
        #expect(throws: Failure.self) { try office.report(from: 3, to: 2) }
        #expect(try office.isWell())
    }

    @Test func `a deleted ticket leaves the figures as if it had never been`() throws {
        let office = try Office()
        let before = try office.report()
        let ticket = try office.open()
        office.database.clock.advance(seconds: 90_000)
        try office.reply(ticket)
        try office.set(.resolved, ticket)
        try office.set(.open, ticket)
        #expect(try office.report().resolution.count == 1)
        let (desk, grace) = (office.desk, office.grace)
        try office.database.write { (tx) throws(Failure) in
            guard let admin = Admin(grace) else { return }
            try desk.editing.delete(.id(ticket), by: admin, matching: .absent, in: tx)
        }
        let after = try office.report()
        #expect(after.resolution.count == 0)
        #expect(after.firstResponse.count == 0)
        #expect(after.reopenRate == nil)
        #expect(after.totals.total == before.totals.total)
        #expect(after.backlog.allSatisfy { $0.count == 0 })
        #expect(try office.isWell())
    }

    @Test func `what is kept is what counting all rows gives, after a past of all kinds`() throws {
        let database = try TestDatabase()
        try database.seed(300)
        let (wrong, report) = try database.read { (tx) throws(Failure) in
            let recount = try tx.recount()
            return (
                [
                    try tx.wrongFigures(recount), try tx.wrongCounts(recount), try tx.wrongSpans(recount),
                    try tx.wrongClockCounts(recount),
                ], try Stats().report(from: nil, to: nil, in: tx)
            )
        }
        #expect(wrong == [0, 0, 0, 0])
        #expect(report.totals.total == 300)
        #expect(report.backlog.last?.count == report.totals.open)
        #expect(report.firstResponse.count > 200)
    }

    @Test func `statistics are found by their keys`() throws {
        let database = try TestDatabase()
        for sql in [
            "SELECT bucket, sum(entries), sum(total) FROM day_figures WHERE figure = 1 AND day >= 0 AND day < 9 GROUP BY 1",
            "SELECT bucket, entries, total FROM day_figures WHERE figure = 1 AND day = -1 ORDER BY bucket",
            "SELECT coalesce(sum(tickets), 0) FROM created_counts WHERE day = -1 AND dimension = 1 AND value < 7",
            "SELECT day, entries FROM day_figures WHERE figure = 6 AND day >= 4 ORDER BY day DESC",
            "SELECT dimension, value, sum(tickets) FROM created_counts WHERE day >= 1 AND day < 5 GROUP BY 1, 2",
        ] {
            let plan = try database.read { (tx) throws(Failure) in
                try tx.all(composed: "EXPLAIN QUERY PLAN " + sql, []) { $0.text(3) }
            }.joined(separator: "\n")
            #expect(plan.contains("USING PRIMARY KEY"), "\(plan)")
            #expect(!plan.contains("SCAN"), "\(plan)")
        }
    }
}
