import CSQLite

/// A numbered change of the schema.
package struct Migration: Sendable {
    /// From 1, without gaps.
    package let number: Int
    package let name: String
    package let sql: String

    package init(number: Int, name: String, sql: String) {
        self.number = number
        self.name = name
        self.sql = sql
    }

    /// FNV-1a over the text: tells an edited file from the one that ran; nobody has to be kept from forging it.
    var checksum: String {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in sql.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        return String(hash, radix: 16)
    }
}

/// Why a database cannot be brought up to date.
package enum MigrationError: Error, CustomStringConvertible {
    case database(SQLiteError)
    /// The database was written by a newer binary.
    case newerSchema(found: Int, known: Int)
    /// A migration that ran was edited afterwards.
    case edited(number: Int, name: String)
    case gap(number: Int)
    case failed(number: Int, name: String, SQLiteError)
    /// A row refers to one that is not there.
    case brokenReference(number: Int, table: String)
    case backup(path: String, SQLiteError)

    package var description: String {
        switch self {
        case .database(let error) where error.isNoDatabase: "this file is not an SQLite database"
        // Without its statement, which says nothing to whoever started a command.
        case .database(let error): "the database cannot be read: \(error.message)"
        case .newerSchema(let found, let known):
            """
            the database has schema \(found), this binary knows \(known): it was opened by a newer version. \
            Use that version, or restore the backup it made.
            """
        case .edited(let number, let name):
            "migration \(number) (\(name)) is not the one that ran on this database"
        case .gap(let number): "the database lacks migration \(number) although later ones ran"
        case .failed(let number, let name, let error):
            "migration \(number) (\(name)) failed and was rolled back: \(error)"
        case .brokenReference(let number, let table):
            "migration \(number) would leave a row of \(table) that refers to nothing; it was rolled back"
        case .backup(let path, let error): "the backup \(path) could not be made, so nothing was changed: \(error)"
        }
    }
}

/// Brings a database to the schema that this binary knows: one transaction a migration, checked against what ran
/// before, with a backup of the file first.
package enum Migrator {
    /// What was done.
    package struct Report: Sendable {
        package let applied: [Int]
        package let schema: Int
        /// Made before the first migration of a database that had some already.
        package let backup: String?
    }

    /// How long a second process waits for the first to finish its backup and migrations, in milliseconds.
    private static let patience: Int32 = 600_000

    /// - Parameter now: milliseconds since 1970, for the record.
    package static func migrate(
        path: String, to migrations: [Migration], now: Int64
    ) throws(MigrationError) -> Report {
        let db: Connection
        do throws(SQLiteError) {
            db = try Connection(path: path, mode: .readWrite)
            // A table is changed by building it anew (sqlite.org/lang_altertable.html section 7): with the keys on,
            // dropping the old one would delete the rows that refer to it. They are checked before each commit instead.
            try db.script("PRAGMA foreign_keys = OFF")
        } catch { throw .database(error) }
        var applied = try check(db, against: migrations)
        sqlite3_busy_timeout(db.handle, patience)
        var backup: String?
        var done: [Int] = []
        for migration in migrations where migration.number > applied {
            switch try apply(migration, to: db, among: migrations, now: now, isFirst: done.isEmpty) {
            case .others: break
            case .applied(let copy):
                done.append(migration.number)
                backup = backup ?? copy
            }
            applied = migration.number
        }
        return Report(applied: done, schema: applied, backup: backup)
    }

    /// The schema of the database at `path`, without changing it; throws for one that this binary cannot use.
    package static func schema(path: String, among migrations: [Migration]) throws(MigrationError) -> Int {
        let db: Connection
        do { db = try Connection(path: path, mode: .readOnly) } catch { throw .database(error) }
        return try check(db, against: migrations)
    }

    /// How many migrations have run, after making sure that they are ours.
    private static func check(_ db: Connection, against migrations: [Migration]) throws(MigrationError) -> Int {
        var ran: [(number: Int, name: String, checksum: String)] = []
        do throws(SQLiteError) {
            let table = try db.first(
                "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'schema_migrations'", []
            ) { _ in true }
            guard table == true else { return 0 }
            ran = try db.all("SELECT number, name, checksum FROM schema_migrations ORDER BY number") { row in
                (number: Int(row.integer(0)), name: row.text(1), checksum: row.text(2))
            }
        } catch { throw .database(error) }
        for (index, row) in ran.enumerated() {
            guard row.number == index + 1 else { throw .gap(number: index + 1) }
            guard index < migrations.count else {
                throw .newerSchema(found: ran.last?.number ?? row.number, known: migrations.count)
            }
            guard migrations[index].checksum == row.checksum else { throw .edited(number: row.number, name: row.name) }
        }
        return ran.count
    }

    private enum Outcome {
        /// Another process was first.
        case others
        case applied(backup: String?)
    }

    private static func apply(
        _ migration: Migration, to db: Connection, among migrations: [Migration], now: Int64, isFirst: Bool
    ) throws(MigrationError) -> Outcome {
        do { try db.script("BEGIN IMMEDIATE") } catch { throw .database(error) }
        // After COMMIT there is nothing to roll back; a ROLLBACK that fails leaves no transaction open either.
        defer { if !db.isAutocommit { try? db.script("ROLLBACK") } }
        let before = try check(db, against: migrations)
        guard before < migration.number else { return .others }
        let backup = isFirst && before > 0 ? try backUp(db, before: migration.number) : nil
        do throws(SQLiteError) {
            try run(migration, on: db, now: now)
        } catch { throw .failed(number: migration.number, name: migration.name, error) }
        let broken: String?
        do throws(SQLiteError) {
            broken = try db.first("PRAGMA foreign_key_check") { $0.text(0) }
        } catch { throw .failed(number: migration.number, name: migration.name, error) }
        if let broken { throw .brokenReference(number: migration.number, table: broken) }
        do { try db.script("COMMIT") } catch { throw .failed(number: migration.number, name: migration.name, error) }
        return .applied(backup: backup)
    }

    /// Copies a database that has a schema already, while the write lock keeps every other process from changing it or
    /// making the same copy.
    private static func backUp(_ db: Connection, before number: Int) throws(MigrationError) -> String {
        let copy = "\(db.path).before-\(number).backup"
        do throws(SQLiteError) {
            // SQLite copies nothing from a connection that is writing.
            try Backup.copy(from: Connection(path: db.path, mode: .readOnly), to: copy)
        } catch { throw .backup(path: copy, error) }
        return copy
    }

    private static func run(_ migration: Migration, on db: Connection, now: Int64) throws(SQLiteError) {
        try db.script(
            """
            CREATE TABLE IF NOT EXISTS schema_migrations (
                number INTEGER PRIMARY KEY,
                name TEXT NOT NULL,
                checksum TEXT NOT NULL,
                applied_at INTEGER NOT NULL
            ) STRICT;
            """)
        try db.script(migration.sql)
        guard !db.isAutocommit else {
            throw SQLiteError(code: SQLITE_MISUSE, message: "the migration ended its own transaction")
        }
        try db.run(
            "INSERT INTO schema_migrations (number, name, checksum, applied_at) VALUES ($1, $2, $3, $4)",
            [.integer(Int64(migration.number)), .text(migration.name), .text(migration.checksum), .integer(now)])
    }
}
