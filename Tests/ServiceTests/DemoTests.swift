import Domain
import SQLite
import Service
import Support
import Testing

@testable import Store

@Suite struct DemoTests {
    private func count(_ database: TestDatabase, _ kind: Event.Kind, _ to: String) throws -> Int64 {
        try database.read { (tx) throws(Failure) in
            try tx.first(
                "SELECT count(*) FROM events WHERE type = $1 AND to_value = $2", [.text(kind.rawValue), .text(to)]
            ) { $0.integer(0) } ?? 0
        }
    }

    @Test func `most tickets of a demo are taken within half an hour, and few are escalated, warned of or late`() throws
    {
        let database = try TestDatabase()
        try database.seed(1000)
        #expect((10...150).contains(try count(database, .escalation, "unassigned")))
        for metric in ["first_response", "resolution"] {
            #expect((10...200).contains(try count(database, .slaWarning, metric)))
            #expect((10...200).contains(try count(database, .slaBreach, metric)))
        }
    }

    @Test func `the same seed gives the same demo but for the numbers, and another seed another`() throws {
        func rows(_ seed: UInt64) throws -> [String] {
            let database = try TestDatabase()
            try database.seed(120, seed: seed)
            return try database.read { (tx) throws(Failure) in
                try tx.all(
                    """
                    SELECT t.id || t.subject || t.status || t.priority || coalesce(t.assigned_to_id, '') || t.created_at
                        || t.sla_state || coalesce(t.sla_due_at, '') || t.updated_at || t.version || (
                            SELECT group_concat(e.seq || e.type || coalesce(e.to_value, '') || e.created_at)
                            FROM events AS e WHERE e.ticket_id = t.id
                        ) || (SELECT group_concat(m.id || m.author_name) FROM messages AS m WHERE m.ticket_id = t.id)
                    FROM tickets AS t ORDER BY t.id
                    """
                ) { $0.text(0) }
            }
        }
        let once = try rows(7)
        #expect(once.count == 120)
        #expect(try rows(7) == once)
        #expect(try rows(8) != once)
    }

    @Test func `what a demo suggests and answers names the ticket by its own number`() throws {
        let database = try TestDatabase()
        let demo = Demo(opening: Desk().opening)
        try database.write { (tx) throws(Failure) in
            // So that one answers by itself that names the number.
            for var template in try tx.templates() where template.body.contains("{{ticket_number}}") {
                template.answersAlone = true
                try tx.save(template)
            }
            try demo.switchOnTemplates(in: tx)
        }
        try database.seed(1000)
        func count(_ sql: StaticString) throws -> Int64? {
            try database.read { (tx) throws(Failure) in try tx.first(sql) { $0.integer(0) } }
        }
        let suggested = try count("SELECT count(*) FROM tickets WHERE ai_suggested_response LIKE '%attach%to TKT-%'")
        #expect(try #require(suggested) > 0)
        let own = try count(
            "SELECT count(*) FROM tickets WHERE ai_suggested_response LIKE '%attach%to ' || ticket_number || '%'")
        #expect(own == suggested)
        #expect(try count("SELECT count(*) FROM tickets WHERE ai_suggested_response LIKE '%{{%'") == 0)
        #expect(try count("SELECT count(*) FROM messages WHERE body LIKE '%{{%'") == 0)
    }

    @Test func `tickets thought out before a policy was changed are written by the policy as it is then`() throws {
        let database = try TestDatabase()
        let desk = Desk()
        let demo = Demo(opening: desk.opening)
        let cast = try database.write { (tx) throws(Failure) in
            try demo.cast(customers: 5, passwordHash: "!", seed: 7, in: tx)
        }
        let rules = try database.read { (tx) throws(Failure) in try demo.rules(in: tx) }
        let batch = try demo.batch(
            0..<50, of: 50, with: cast, seed: 7, now: Instant(milliseconds: database.clock.now), by: rules)
        try database.write { (tx) throws(Failure) in
            guard var policy = try tx.slaPolicy(ID(1)) else { throw .notFound }
            for priority in Priority.allCases { policy.targets[priority]?.resolution *= 3 }
            try tx.save(policy)
        }
        try database.write { (tx) throws(Failure) in try demo.write(batch, in: tx) }
        let found = try database.read { (tx) throws(Failure) in
            var found: [SLADisagreement] = []
            try SLAService().disagreements(in: tx) { found += $0 }
            return found
        }
        #expect(found == [])
    }
}
