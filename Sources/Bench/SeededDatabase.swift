import Foundation
import Platform
import SQLite
import Store

/// The database that every run begins with, made by `ticketd demo` and kept.
struct SeededDatabase {
    /// Counted up when what `ticketd demo` writes has changed without a new schema.
    private static let version = 2
    /// Seconds that 100,000 tickets may take.
    private static let seedingTime = 20.0

    let path: String
    let tickets: Int

    init(server: String, tickets: Int, report: Report) throws {
        try Folder.make()
        let name = "seed-\(tickets)-\(SeededDatabase.schema)-v\(SeededDatabase.version).db"
        path = "\(Folder.bench)/\(name)"
        self.tickets = tickets
        if !File.exists(path) {
            try SeededDatabase.removeOutdated(tickets)
            try seed(server, report)
        }
    }

    /// The schema's number and a hash of its text (FNV-1a): one that has not landed yet is still edited.
    private static var schema: String {
        var hash: UInt32 = 2_166_136_261
        for migration in Schema.migrations {
            for byte in migration.sql.utf8 { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
        }
        return "schema\(Schema.migrations.map(\.number).max() ?? 0)-\(String(hash, radix: 16))"
    }

    private func seed(_ server: String, _ report: Report) throws {
        let unfinished = "\(Folder.bench)/seed-\(tickets)-unfinished.db"
        for suffix in ["", "-wal", "-shm"] where File.exists(unfinished + suffix) {
            try File.remove(unfinished + suffix)
        }
        report.note("seeding \(tickets) tickets")
        let began = Clock.monotonicNanoseconds
        let child = try Child(
            Tools(), server, ["demo", "--tickets", String(tickets), "--database", unfinished],
            output: "\(Folder.bench)/seed.log")
        try child.wait(seconds: 1200)
        let seconds = Double(Clock.monotonicNanoseconds - began) / 1e9
        // `ticketd demo` leaves no log behind; a rest of one would be missing from every copy.
        let log = unfinished + "-wal"
        guard try !File.exists(log) || File.size(log) == 0 else { throw BenchError("\(log) was left behind") }
        try File.rename(unfinished, to: path)
        report.figure(
            "seed", seconds, "s", must: tickets == 100_000 ? .atMost(SeededDatabase.seedingTime) : nil)
    }

    private static func removeOutdated(_ tickets: Int) throws {
        for name in try FileManager.default.contentsOfDirectory(atPath: Folder.bench)
        where name.hasPrefix("seed-\(tickets)-") {
            // A folder of attachments too, when somebody has served one of them.
            try FileManager.default.removeItem(atPath: "\(Folder.bench)/\(name)")
        }
    }

    /// The file's bytes for each ticket, search index and all.
    func bytesPerTicket() throws -> Double { Double(try File.size(path)) / Double(tickets) }

    func open() throws -> Connection { try Connection(path: path, mode: .readOnly) }

    // MARK: What load is made of

    struct Customer {
        let email: String
        let tickets: [Int64]
    }

    /// Customers with their tickets, spread over the table.
    func customers(_ count: Int) throws -> [Customer] {
        let db = try open()
        let all = try db.all("SELECT id, email FROM users WHERE role = 'customer' AND email IS NOT NULL ORDER BY id") {
            (id: $0.integer(0), email: $0.text(1))
        }
        let step = max(1, all.count / count)
        return try stride(from: 0, to: all.count, by: step).prefix(count).map { index in
            Customer(
                email: all[index].email,
                tickets: try db.all(
                    "SELECT id FROM tickets WHERE customer_id = $1 AND status <> 1 ORDER BY id",
                    [.integer(all[index].id)]
                ) { $0.integer(0) })
        }
    }

    /// Tickets that staff may answer, in no order that an index has.
    func answerableTickets(_ limit: Int) throws -> [Int64] {
        try open().all(
            "SELECT id FROM tickets WHERE status < 7 ORDER BY id * 2654435761 % 4294967296 LIMIT $1",
            [.integer(Int64(limit))]
        ) { $0.integer(0) }
    }

    /// Texts of first messages, about 300 characters long, with their subjects.
    func descriptions(_ limit: Int) throws -> [(subject: String, text: String)] {
        try open().all(
            """
            SELECT t.subject, m.body FROM tickets AS t JOIN messages AS m ON m.id = t.first_message_id
            WHERE length(m.body) BETWEEN 250 AND 350 LIMIT $1
            """, [.integer(Int64(limit))]
        ) { ($0.text(0), $0.text(1)) }
    }

    func replies(_ limit: Int) throws -> [String] {
        try open().all(
            "SELECT body FROM messages WHERE author_type = 'staff' AND is_internal = 0 LIMIT $1",
            [.integer(Int64(limit))]
        ) { $0.text(0) }
    }
}
