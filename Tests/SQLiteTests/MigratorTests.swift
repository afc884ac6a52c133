import Foundation
import SQLite
import Testing

@Suite final class MigratorTests {
    let folder = FileManager.default.temporaryDirectory.appending(path: "migrator-\(UUID().uuidString)").path
    var path: String { folder + "/desk.db" }

    init() throws { try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true) }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    static let first = Migration(number: 1, name: "people", sql: "CREATE TABLE people (id INTEGER PRIMARY KEY) STRICT;")
    static let second = Migration(
        number: 2, name: "notes",
        sql:
            "CREATE TABLE notes (id INTEGER PRIMARY KEY, person INTEGER REFERENCES people (id) ON DELETE CASCADE) STRICT;"
    )

    private func migrate(_ migrations: [Migration]) throws -> Migrator.Report {
        try Migrator.migrate(path: path, to: migrations, now: 1000)
    }

    private func error(_ migrations: [Migration]) -> MigrationError? {
        #expect(throws: MigrationError.self) { try migrate(migrations) }
    }

    private func count(_ table: String, in path: String? = nil) throws -> Int64? {
        let db = try Connection(path: path ?? self.path, mode: .readOnly)
        return try db.first(composed: "SELECT count(*) FROM \(table)") { row in row.integer(0) }
    }

    private func files() throws -> Set<String> { Set(try FileManager.default.contentsOfDirectory(atPath: folder)) }

    @Test func `a new database gets all migrations and no backup`() throws {
        let report = try migrate([Self.first, Self.second])
        #expect(report.applied == [1, 2] && report.schema == 2 && report.backup == nil)
        #expect(try count("schema_migrations WHERE applied_at = 1000") == 2)
        #expect(try files().filter { $0.contains("backup") }.isEmpty)
        let again = try migrate([Self.first, Self.second])
        #expect(again.applied.isEmpty && again.schema == 2)
    }

    @Test func `a database with rows is copied before its next migration`() throws {
        _ = try migrate([Self.first])
        try Connection(path: path, mode: .readWrite).run("INSERT INTO people (id) VALUES (1), (2)")
        let report = try migrate([Self.first, Self.second])
        #expect(report.applied == [2] && report.backup == path + ".before-2.backup")
        let backup = try #require(report.backup)
        #expect(try count("people", in: backup) == 2)
        #expect(try count("schema_migrations", in: backup) == 1)
        let permissions = try FileManager.default.attributesOfItem(atPath: backup)[.posixPermissions] as? Int
        #expect(permissions == 0o600)
        #expect(try files().filter { $0.contains("partial") }.isEmpty)
    }

    @Test func `a table that others refer to can be rebuilt without losing them`() throws {
        _ = try migrate([Self.first, Self.second])
        try Connection(path: path, mode: .readWrite).script(
            "INSERT INTO people (id) VALUES (1); INSERT INTO notes (id, person) VALUES (1, 1)")
        let rebuild = Migration(
            number: 3, name: "names",
            sql: """
                CREATE TABLE people_new (id INTEGER PRIMARY KEY, name TEXT) STRICT;
                INSERT INTO people_new (id) SELECT id FROM people;
                DROP TABLE people;
                ALTER TABLE people_new RENAME TO people;
                """)
        #expect(try migrate([Self.first, Self.second, rebuild]).applied == [3])
        #expect(try count("notes") == 1)
    }

    @Test func `a failing migration leaves the schema as it was and can be tried again`() throws {
        _ = try migrate([Self.first])
        let broken = Migration(number: 2, name: "broken", sql: "CREATE TABLE half (a TEXT) STRICT; SELEKT 1")
        let failure = error([Self.first, broken])
        #expect("\(try #require(failure))".hasPrefix("migration 2 (broken) failed and was rolled back"))
        #expect(try count("sqlite_schema WHERE name = 'half'") == 0)
        #expect(try migrate([Self.first, Self.second]).applied == [2])
    }

    @Test func `a row that would refer to nothing rolls back`() throws {
        let orphan = Migration(number: 3, name: "orphan", sql: "INSERT INTO notes (id, person) VALUES (1, 99)")
        let failure = error([Self.first, Self.second, orphan])
        #expect("\(try #require(failure))".contains("a row of notes that refers to nothing"))
        #expect(try count("notes") == 0)
    }

    @Test func `an edited migration, a newer schema and a gap are refused in words`() throws {
        _ = try migrate([Self.first, Self.second])
        let edited = Migration(number: 1, name: "people", sql: Self.first.sql + " ")
        #expect(
            "\(try #require(error([edited, Self.second])))"
                == "migration 1 (people) is not the one that ran on this database")
        #expect("\(try #require(error([Self.first])))".contains("opened by a newer version"))
        #expect("\(try #require(error([Self.second])))".contains("lacks migration 1"))
        try Connection(path: path, mode: .readWrite).run("DELETE FROM schema_migrations WHERE number = 1")
        #expect("\(try #require(error([Self.first, Self.second])))".contains("lacks migration 1"))
    }

    @Test func `eight threads that start at once apply each migration once`() throws {
        _ = try migrate([Self.first])
        let path = path
        let applied = Results()
        DispatchQueue.concurrentPerform(iterations: 8) { _ in
            applied.add(Result { try Migrator.migrate(path: path, to: [Self.first, Self.second], now: 1).applied })
        }
        #expect(try applied.all.flatMap { try $0.get() } == [2])
        #expect(try count("schema_migrations", in: path + ".before-2.backup") == 1)
    }

    @Test func `a new database opened by eight threads at once is made once`() throws {
        let path = path
        let applied = Results()
        DispatchQueue.concurrentPerform(iterations: 8) { _ in
            applied.add(Result { try Migrator.migrate(path: path, to: [Self.first, Self.second], now: 1).applied })
        }
        #expect(try applied.all.flatMap { try $0.get() }.sorted() == [1, 2])
    }

    private final class Results: @unchecked Sendable {
        private let lock = NSLock()
        private var results: [Result<[Int], any Error>] = []

        func add(_ result: Result<[Int], any Error>) { lock.withLock { results.append(result) } }
        var all: [Result<[Int], any Error>] { lock.withLock { results } }
    }
}
