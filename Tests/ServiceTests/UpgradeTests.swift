import Domain
import Platform
import SQLite
import Service
import Support
import Testing

@testable import Store

/// Databases of older schemas, with rows in them, brought up to date.
@Suite struct UpgradeTests {
    private let path: String

    init() throws { path = try File.makeTemporaryDirectory() + "/old.db" }

    /// Makes a database of the schema before `number`, and runs statements in it.
    private func database(before number: Int, with statements: [String]) throws -> Connection {
        _ = try Migrator.migrate(path: path, to: Schema.migrations.filter { $0.number < number }, now: 1)
        let db = try Connection(path: path, mode: .readWrite)
        for statement in statements { try db.run(composed: statement, []) }
        return db
    }

    private func rows(_ db: Connection, _ sql: String) throws -> [String] {
        try db.all(composed: sql, []) { $0.isNull(0) ? "null" : $0.text(0) }
    }

    private static let ticket = [
        """
        INSERT INTO users (email, name, role, is_account, is_active, created_at, updated_at)
        VALUES ('ada@example.com', 'Ada c9', 'customer', 1, 1, 1, 1)
        """,
        """
        INSERT INTO tickets (
            id, ticket_number, subject, first_message_id, category_id, priority, status, channel, customer_id,
            message_count, last_message_at, created_at, updated_at, version, public_updated_at, public_version
        )
        SELECT 4, 'TKT-00004', 'Printer', 11, 1, 2, 1, 'portal', id, 1, 1, 1, 1, 1, 1, 1 FROM users
        """,
        """
        INSERT INTO messages (id, ticket_id, body, author_type, author_name, direction, channel, created_at)
        VALUES (11, 4, 'It hums', 'customer', 'Ada', 'inbound', 'portal', 1)
        """,
        "INSERT INTO search (search) VALUES ('rebuild')",
    ]

    @Test func `the search index gets its new word for customers, and keeps all others`() throws {
        let db = try database(before: 12, with: Self.ticket)
        let find = "SELECT CAST(rowid AS TEXT) FROM search WHERE search MATCH '\"%\"' ORDER BY rowid"
        func found(_ word: String) throws -> [String] {
            try rows(db, find.split(separator: "%").joined(separator: word))
        }
        #expect(try found("c1") == ["9", "22"])
        _ = try Schema.migrate(path: path, now: 2)
        #expect(try found("c1") == [])
        #expect(try found(SearchRow.word(of: ID(1))) == ["9", "22"])
        #expect(try found("hums") == ["22"])
        #expect(try found("printer") == ["9"])
        #expect(try found("c9") == ["9"])
    }

    @Test func `answers that are kept learn what they are about and whose key they have`() throws {
        func kept(_ key: String, _ body: String, by caller: String = "user:1") -> String {
            """
            INSERT INTO idempotent_answers (
                caller, idempotency_key, request_hash, status, headers, body, created_at
            )
            VALUES ('\(caller)', '\(key)', 'h', 201, '{}', CAST('\(body)' AS BLOB), 1)
            """
        }
        let db = try database(
            before: 13,
            with: Self.ticket + [
                kept("a", #"{"id":4,"ticket_number":"TKT-00004","subject":"Printer"}"#),
                kept("b", #"{"id":12,"ticket_id":4,"body":"hm","ticket_number":"TKT-00004"}"#),
                kept("c", #"{"id":3,"filename":"x.txt","sha256":"00"}"#),
                kept("d", #"{"id":7,"email":"x@example.com","email_verified":false}"#),
                kept("e", "no JSON"), kept("f", ""), kept("g", #"{"type":"/problems/in-use"}"#),
                kept("a", "2", by: "host:ada@example.com"), kept("h", "2", by: "host:ada@example.com"),
                kept("i", "2", by: "host:gone@example.com"),
            ])
        _ = try Schema.migrate(path: path, now: 2)
        let text = "SELECT caller || ' ' || idempotency_key || ' ' || coalesce(about, '') FROM idempotent_answers"
        #expect(
            try rows(db, text + " ORDER BY caller, idempotency_key") == [
                "host:gone@example.com i ", "user:1 a ", "user:1 b message:12", "user:1 c attachment:3",
                "user:1 d user:7", "user:1 e ", "user:1 f ", "user:1 g ", "user:1 h ",
            ])
        #expect(try rows(db, "SELECT quote(body) FROM idempotent_answers WHERE idempotency_key = 'a'") == ["X'32'"])
    }

    @Test func `counts of all days are added up`() throws {
        let db = try database(
            before: 14,
            with: [
                "INSERT INTO created_counts (day, dimension, value, tickets) VALUES (7, 1, 2, 3), (8, 1, 2, 4), (8, 5, 9, 1)"
            ])
        _ = try Schema.migrate(path: path, now: 2)
        let all = "SELECT dimension || ' ' || value || ' ' || tickets FROM created_counts WHERE day = -1 ORDER BY 1"
        #expect(try rows(db, all) == ["1 2 7", "5 9 1"])
    }

    @Test func `an erasure that was interrupted goes on with the index as it was`() throws {
        let erasure = """
            INSERT INTO erasures (customer_id, name, email, position, started_at)
            SELECT id, name, email, 0, 1 FROM users
            """
        let db = try database(
            before: 12, with: Self.ticket + [erasure, "UPDATE users SET name = '', email = NULL"])
        _ = try Schema.migrate(path: path, now: 2)
        #expect(try rows(db, "SELECT CAST(rowid AS TEXT) FROM search WHERE search MATCH 'c9'") == ["9"])
        let writer = try Writer(path: path, clock: TestClock(3).clock)
        defer { writer.stop() }
        let ended = Waiter<Failure?>()
        Erasing().resume(on: writer) { ended.fulfil($0) }
        #expect(ended.wait() == nil)
        let checked = Waiter<Result<Bool, Failure>>()
        writer.submit({ (tx) throws(Failure) in try tx.isSearchIndexWell() }, then: { checked.fulfil($0) })
        #expect(try checked.wait().get())
        #expect(try rows(db, "SELECT CAST(rowid AS TEXT) FROM search WHERE search MATCH 'c9'") == [])
    }

    @Test func `answers about what is gone, or about somebody erased, lose their text`() throws {
        func kept(_ key: String, _ body: String) -> String {
            """
            INSERT INTO idempotent_answers (
                caller, idempotency_key, request_hash, status, headers, body, created_at
            )
            VALUES ('user:9', '\(key)', 'h', 201, '{}', CAST('\(body)' AS BLOB), 1)
            """
        }
        let answers = [
            kept("deleted", #"{"id":5,"ticket_number":"TKT-00005"}"#), kept("here", #"{"id":4,"ticket_number":"T"}"#),
            kept("said", #"{"id":11,"ticket_id":4}"#), kept("unsaid", #"{"id":12,"ticket_id":4}"#),
            kept("file", #"{"id":3,"sha256":"00"}"#), kept("user", #"{"id":1,"email_verified":false}"#),
            kept("other", #"{"name":"A template"}"#),
        ]
        func gone(_ db: Connection) throws -> [String] {
            try rows(db, "SELECT idempotency_key FROM idempotent_answers WHERE status = 404 AND body = x'' ORDER BY 1")
        }
        var db = try database(before: 13, with: Self.ticket + answers)
        _ = try Schema.migrate(path: path, now: 2)
        #expect(try gone(db) == ["deleted", "file", "unsaid"])

        try File.remove(path)
        let erasure =
            "INSERT INTO erasures (customer_id, name, position, started_at, finished_at) VALUES (1, '', 4, 1, 1)"
        db = try database(before: 13, with: Self.ticket + answers + [erasure])
        _ = try Schema.migrate(path: path, now: 2)
        #expect(try gone(db) == ["deleted", "file", "here", "said", "unsaid", "user"])
    }
}
