import Foundation
import SQLite
import Testing

@Suite struct MigratorTests {
    let folder: Folder

    init() throws { folder = try Folder() }

    private static let authors = Migration(
        number: 1, name: "authors", sql: "CREATE TABLE authors (id INTEGER PRIMARY KEY, name TEXT) STRICT;")
    private static let books = Migration(
        number: 2, name: "books",
        sql: """
            CREATE TABLE books (
                id INTEGER PRIMARY KEY,
                author_id INTEGER NOT NULL REFERENCES authors (id) ON DELETE CASCADE
            ) STRICT;
            INSERT INTO authors (id, name) VALUES (1, 'Ada');
            INSERT INTO books (id, author_id) VALUES (7, 1);
            """)
    private static let both = [authors, books]

    private func migrate(_ migrations: [Migration]) throws -> Migrator.Report {
        try Migrator.migrate(path: folder.database, to: migrations, now: 1000)
    }

    @Test func `a new database gets every migration and no backup`() throws {
        let report = try migrate(Self.both)
        #expect(report.applied == [1, 2] && report.schema == 2 && report.backup == nil)
        #expect(try Migrator.schema(path: folder.database, among: Self.both) == 2)
        let rows = try folder.open().all("SELECT number, name, applied_at FROM schema_migrations ORDER BY number") {
            row in "\(row.integer(0)) \(row.text(1)) \(row.integer(2))"
        }
        #expect(rows == ["1 authors 1000", "2 books 1000"])
        #expect(!folder.names.contains { $0.contains("backup") || $0.contains("partial") })
    }

    @Test func `a second run does nothing`() throws {
        _ = try migrate(Self.both)
        let report = try migrate(Self.both)
        #expect(report.applied == [] && report.schema == 2 && report.backup == nil)
    }

    @Test func `an older schema with data is backed up first and keeps its data`() throws {
        _ = try migrate([Self.authors])
        try folder.open().run("INSERT INTO authors (id, name) VALUES (9, 'Grace')")
        let report = try migrate(Self.both)
        #expect(report.applied == [2])
        #expect(report.backup == folder.database + ".before-2.backup")
        #expect(try folder.open().number("SELECT count(*) FROM authors") == 2)
        let backup = try folder.open("test.db.before-2.backup", .readOnly)
        #expect(try backup.first("SELECT name FROM authors WHERE id = 9") { $0.text(0) } == "Grace")
        #expect(try backup.number("SELECT count(*) FROM schema_migrations") == 1)
        #expect(try backup.number("SELECT count(*) FROM sqlite_schema WHERE name = 'books'") == 0)
    }

    @Test func `each older schema comes up to date in one run`() throws {
        let third = Migration(number: 3, name: "third", sql: "ALTER TABLE books ADD COLUMN title TEXT;")
        let all = Self.both + [third]
        for count in 0...3 {
            let path = folder.path + "/\(count).db"
            if count > 0 { _ = try Migrator.migrate(path: path, to: Array(all.prefix(count)), now: 1) }
            let report = try Migrator.migrate(path: path, to: all, now: 2)
            #expect(report.applied == Array(count..<3).map { $0 + 1 } && report.schema == 3)
            #expect((report.backup != nil) == (1...2).contains(count))
        }
    }

    @Test func `a migration edited after it ran is refused`() throws {
        _ = try migrate(Self.both)
        let edited = Migration(number: 1, name: "authors", sql: Self.authors.sql + " ")
        #expect {
            try migrate([edited, Self.books])
        } throws: { error in
            if case .edited(1, "authors")? = error as? MigrationError { true } else { false }
        }
    }

    @Test func `a gap in what ran is refused`() throws {
        _ = try migrate(Self.both)
        try folder.open().run("DELETE FROM schema_migrations WHERE number = 1")
        #expect {
            try migrate(Self.both)
        } throws: { error in
            if case .gap(1)? = error as? MigrationError { true } else { false }
        }
    }

    @Test func `a newer schema is refused and left alone`() throws {
        _ = try migrate(Self.both)
        for act in [
            { _ = try migrate([Self.authors]) },
            { _ = try Migrator.schema(path: folder.database, among: [Self.authors]) },
        ] {
            #expect {
                try act()
            } throws: { error in
                if case .newerSchema(found: 2, known: 1)? = error as? MigrationError { true } else { false }
            }
        }
        #expect(try folder.open().number("SELECT count(*) FROM books") == 1)
    }

    @Test func `a failing migration is rolled back whole, and those before it stay`() throws {
        let failing = Migration(
            number: 2, name: "failing", sql: "CREATE TABLE half (id INTEGER) STRICT; INSERT INTO nowhere VALUES (1);")
        #expect {
            try migrate([Self.authors, failing])
        } throws: { error in
            if case .failed(2, "failing", _)? = error as? MigrationError { true } else { false }
        }
        #expect(try folder.open().number("SELECT count(*) FROM sqlite_schema WHERE name = 'half'") == 0)
        #expect(try Migrator.schema(path: folder.database, among: Self.both) == 1)
        #expect(try migrate(Self.both).applied == [2])
    }

    @Test func `a migration that leaves a reference to nothing is rolled back`() throws {
        let breaking = Migration(number: 3, name: "breaking", sql: "DELETE FROM authors;")
        #expect {
            try migrate(Self.both + [breaking])
        } throws: { error in
            if case .brokenReference(3, table: "books")? = error as? MigrationError { true } else { false }
        }
        #expect(try folder.open().number("SELECT count(*) FROM authors") == 1)
        #expect(try Migrator.schema(path: folder.database, among: Self.both) == 2)
    }

    @Test func `building a table anew keeps the rows that refer to it`() throws {
        let rebuild = Migration(
            number: 3, name: "rebuild",
            sql: """
                CREATE TABLE authors_new (id INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT;
                INSERT INTO authors_new (id, name) SELECT id, name FROM authors;
                DROP TABLE authors;
                ALTER TABLE authors_new RENAME TO authors;
                """)
        #expect(try migrate(Self.both + [rebuild]).schema == 3)
        let db = try folder.open()
        #expect(try db.number("SELECT count(*) FROM books") == 1)
        #expect(throws: SQLiteError.self) { try db.run("INSERT INTO books (author_id) VALUES (99)") }
    }

    @Test func `a migration that ends its own transaction is refused`() throws {
        let ending = Migration(number: 1, name: "ending", sql: "COMMIT;")
        #expect {
            try migrate([ending])
        } throws: { error in
            if case .failed(1, "ending", _)? = error as? MigrationError { true } else { false }
        }
        #expect(try Migrator.schema(path: folder.database, among: Self.both) == 0)
    }

    @Test func `a backup that cannot be made leaves the database as it was`() throws {
        _ = try migrate([Self.authors])
        let path = folder.database + ".before-2.backup"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
        #expect {
            try migrate(Self.both)
        } throws: { error in
            if case .backup(path, _)? = error as? MigrationError { true } else { false }
        }
        #expect(try Migrator.schema(path: folder.database, among: Self.both) == 1)
        #expect(!folder.names.contains { $0.contains("partial") })
    }

    @Test(arguments: [0, 1])
    func `many who migrate at once apply each migration once`(before: Int) throws {
        if before > 0 { _ = try migrate([Self.authors]) }
        let path = folder.database
        let results = inParallel(8) { _ in
            Result { try Migrator.migrate(path: path, to: Self.both, now: 1) }
        }
        let applied = try results.flatMap { try $0.get().applied }
        #expect(applied.sorted() == Array((before + 1)...2))
        #expect(try folder.open().number("SELECT count(*) FROM books") == 1)
    }

    @Test func `what is no database is refused`() throws {
        try Data(repeating: 0x61, count: 8192).write(to: URL(fileURLWithPath: folder.database))
        #expect {
            try migrate(Self.both)
        } throws: { error in
            if case .database(let error)? = error as? MigrationError { error.isCorrupt } else { false }
        }
    }
}

/// Runs `body` on `count` threads at once and returns what they answered, in order.
func inParallel<T: Sendable>(_ count: Int, _ body: @escaping @Sendable (Int) -> T) -> [T] {
    let gate = DispatchSemaphore(value: 0)
    let answers = Answers<T>(count)
    let threads = (0..<count).map { index in
        let thread = Thread {
            gate.wait()
            answers.put(body(index), at: index)
        }
        thread.start()
        return thread
    }
    for _ in threads { gate.signal() }
    return answers.all()
}

/// Answers of several threads; `all` waits for the last.
private final class Answers<T: Sendable>: @unchecked Sendable {
    private let condition = NSCondition()
    private var values: [T?]

    init(_ count: Int) { values = Array(repeating: nil, count: count) }

    func put(_ value: T, at index: Int) {
        condition.lock()
        values[index] = value
        condition.signal()
        condition.unlock()
    }

    func all() -> [T] {
        condition.lock()
        defer { condition.unlock() }
        while values.contains(where: { $0 == nil }) { condition.wait() }
        return values.compactMap { $0 }
    }
}
