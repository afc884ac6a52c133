import Domain
import SQLite
import Service
import Support
import Testing

@testable import Store

/// Each kind of damage is found, repaired, and leaves nothing.
@Suite struct DoctorTests {
    private func findings(_ check: DoctorCheck, _ database: TestDatabase) throws -> [String] {
        if check == .search {
            return try database.write { (tx) throws(Failure) in try tx.isSearchIndexWell() ? [] : ["differs"] }
        }
        return try database.read { (tx) throws(Failure) in try Doctor().findings(check, in: tx) }
    }

    @Test func `a database in order has no findings`() throws {
        let database = try TestDatabase()
        try database.seed(80)
        for check in DoctorCheck.allCases { #expect(try findings(check, database) == [], "\(check)") }
    }

    private static let damages: [(DoctorCheck, String)] = [
        (.references, "DELETE FROM tickets WHERE id = 5"),
        (.messages, "UPDATE tickets SET message_count = message_count + 1 WHERE id = 4"),
        (.messages, "UPDATE tickets SET unread_by_agent = 50 WHERE id = 4"),
        (.counts, "UPDATE ticket_counts SET tickets = tickets + 1"),
        (.counts, "DELETE FROM ticket_counts"),
        (.figures, "UPDATE day_figures SET entries = entries + 1 WHERE figure = 1"),
        (.figures, "DELETE FROM created_counts WHERE dimension = 3"),
        (.figures, "UPDATE created_counts SET tickets = tickets + 1 WHERE day = -1 AND dimension = 5"),
        (.spans, "UPDATE day_spans SET last_id = first_id"),
        (.spans, "DELETE FROM day_spans WHERE entries = 'events'"),
        (.clocks, "UPDATE tickets SET sla_due_at = 7 WHERE id = 3"),
        (.clockCounts, "UPDATE sla_policies SET tickets = 3"),
        (.clockCounts, "UPDATE counters SET value = 77 WHERE name = 'sla_overdue'"),
        (.search, "UPDATE tickets SET subject = 'Something else' WHERE id = 6"),
        (.search, "INSERT INTO search (rowid, words) VALUES (99999, 'nowhere')"),
    ]

    @Test(arguments: damages)
    func `damage is found and repaired`(check: DoctorCheck, damage: String) throws {
        let database = try TestDatabase()
        try database.seed(60)
        // A connection of its own, as if something else had written to the file.
        let vandal = try Connection(path: database.path, mode: .readWrite)
        try vandal.script("PRAGMA foreign_keys = OFF")
        try vandal.script(damage)
        #expect(try !findings(check, database).isEmpty)
        try database.write { (tx) throws(Failure) in try Doctor().repair(check, in: tx) }
        #expect(try findings(check, database) == [])
    }
}
