import SQLite

/// The schema that this binary knows.
package enum Schema {
    package static let migrations: [Migration] = EmbeddedMigrations.all.map {
        Migration(number: $0.number, name: $0.name, sql: $0.sql.description)
    }

    /// Brings the database at `path` up to date; makes it when it is not there.
    package static func migrate(path: String, now: Int64) throws(MigrationError) -> Migrator.Report {
        try Migrator.migrate(path: path, to: migrations, now: now)
    }

    /// Whether the database at `path` has all of it; one that is newer, or not ours, is refused.
    package static func isCurrent(path: String) throws(MigrationError) -> Bool {
        try Migrator.schema(path: path, among: migrations) == migrations.last?.number
    }
}
