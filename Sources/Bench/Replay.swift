import Platform
import SQLite

/// Rows that the server wrote, to be written again by the bare library.
protocol Replay {
    var count: Int { get }
    /// Writes a group of them inside a transaction that is open.
    func write(_ range: Range<Int>, to db: Connection) throws(SQLiteError)
}

extension Replay {
    /// Pages in the log after which it is copied into the database, as the library does it by itself
    /// (sqlite.org/pragma.html#pragma_wal_autocheckpoint).
    private static var pagesBeforeCheckpoint: Int { 1000 }

    /// How many a second one thread writes, `group` of them a commit. The first quarter is not counted.
    func run(on database: String, group: Int, seconds: Int) throws -> Double {
        // The same pragmas and the same cache as the server's writer.
        let db = try Connection(path: database, mode: .readWrite, cacheKilobytes: 65_536)
        let counted = count / 4
        var began = Clock.monotonicNanoseconds
        var first: Int?
        var at = 0
        while at < count {
            let end = min(at + group, count)
            try db.run("BEGIN IMMEDIATE")
            try write(at..<end, to: db)
            try db.run("COMMIT")
            if db.logPages >= Self.pagesBeforeCheckpoint { _ = try db.checkpoint(.passive) }
            at = end
            let now = Clock.monotonicNanoseconds
            if first == nil, at >= counted || now - began >= 1_000_000_000 {
                first = at
                began = now
            } else if first != nil, now - began >= Int64(seconds) * 1_000_000_000 {
                break
            }
        }
        let time = Double(Clock.monotonicNanoseconds - began) / 1e9
        guard let first, time > 0.1 else { throw BenchError("too few rows to replay: \(count)") }
        return Double(at - first) / time
    }
}

/// How often each kind of ticket is counted: written once a group.
struct CountChanges {
    struct Key: Hashable {
        var status: Int64
        let category: Int64
        let priority: Int64
        let channel: String
        let assignee: Int64
        var isUnread: Int64
        var needsReview: Int64
    }

    private var changes: [Key: Int64] = [:]

    mutating func add(_ key: Key, _ difference: Int64) { changes[key, default: 0] += difference }

    func write(to db: Connection) throws(SQLiteError) {
        for (key, difference) in changes where difference != 0 {
            try db.run(
                """
                INSERT INTO ticket_counts (
                    status, category_id, priority, channel, assigned_to_id, is_unread, needs_review, tickets)
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
                ON CONFLICT (status, category_id, priority, channel, assigned_to_id, is_unread, needs_review)
                DO UPDATE SET tickets = ticket_counts.tickets + excluded.tickets
                """,
                [
                    .integer(key.status), .integer(key.category), .integer(key.priority), .text(key.channel),
                    .integer(key.assignee), .integer(key.isUnread), .integer(key.needsReview), .integer(difference),
                ])
        }
    }
}

/// Rows that more than one kind of write has, as the values to bind.
enum ReplayedRows {
    static func values(_ row: Row) -> [SQLValue] { (0..<row.columnCount).map { row.value($0) } }

    static func message(_ values: [SQLValue], to db: Connection) throws(SQLiteError) {
        try db.run(
            """
            INSERT INTO messages (
                id, ticket_id, body, author_type, author_id, author_name, direction, is_internal, channel, ai_model,
                ai_confidence, created_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
            """, values)
    }

    static func event(_ values: [SQLValue], to db: Connection) throws(SQLiteError) {
        try db.run(
            """
            INSERT INTO events (
                ticket_id, type, from_value, to_value, actor_type, actor_id, actor_name, metadata, created_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            """, values)
    }

    static func search(_ values: [SQLValue], to db: Connection) throws(SQLiteError) {
        try db.run("INSERT INTO search (rowid, words) VALUES ($1, $2)", values)
    }

    /// The messages that the server wrote after `last`, with what the search index holds of each.
    static func messages(
        after last: Int64, in db: Connection
    ) throws(SQLiteError) -> [(ticket: Int64, row: [SQLValue], search: [SQLValue])] {
        try db.all(
            """
            SELECT
                m.ticket_id, t.customer_id, m.id, m.ticket_id, m.body, m.author_type, m.author_id, m.author_name,
                m.direction, m.is_internal, m.channel, m.ai_model, m.ai_confidence, m.created_at
            FROM messages AS m JOIN tickets AS t ON t.id = m.ticket_id
            WHERE m.id > $1 ORDER BY m.id
            """, [.integer(last)]
        ) { row in
            (
                ticket: row.integer(0), row: Array(values(row).dropFirst(2)),
                search: [.integer(row.integer(2) * 2), .text("c\(row.integer(1)) \(row.text(4))")]
            )
        }
    }

    /// The events after `last`, each with its ticket, type and what it changed to.
    static func events(
        after last: Int64, in db: Connection
    ) throws(SQLiteError) -> [(ticket: Int64, type: String, to: String, row: [SQLValue])] {
        try db.all(
            """
            SELECT ticket_id, type, from_value, to_value, actor_type, actor_id, actor_name, metadata, created_at
            FROM events WHERE seq > $1 ORDER BY seq
            """, [.integer(last)]
        ) { row in (row.integer(0), row.text(1), row.text(3), values(row)) }
    }
}
