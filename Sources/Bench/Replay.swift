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

/// A table whose rows are copied whole. Its columns are read from the schema, so that a migration does not make the
/// reference write other rows than the server.
struct CopiedTable {
    let insertion: String
    private let selection: String
    private let columns: [String]

    init(_ name: String, in db: Connection) throws(SQLiteError) {
        columns = try db.all("SELECT name FROM pragma_table_info($1) ORDER BY cid", [.text(name)]) { $0.text(0) }
        let list = columns.joined(separator: ", ")
        let places = columns.indices.map { "$\($0 + 1)" }.joined(separator: ", ")
        insertion = "INSERT INTO \(name) (\(list)) VALUES (\(places))"
        selection = "SELECT \(list) FROM \(name)"
    }

    /// Rows after the one with the row id `last`, in their order.
    func rows(after last: Int64, in db: Connection) throws(SQLiteError) -> [CopiedRow] {
        try db.all(composed: "\(selection) WHERE rowid > $1 ORDER BY rowid", [.integer(last)], CopiedRow.init(row:))
    }

    /// Rows of a table without row ids, by their ticket.
    func rows(afterTicket last: Int64, in db: Connection) throws(SQLiteError) -> [CopiedRow] {
        try db.all(composed: "\(selection) WHERE ticket_id > $1", [.integer(last)], CopiedRow.init(row:))
    }

    func integer(_ column: String, of row: CopiedRow) -> Int64 {
        guard case .integer(let value)? = columns.firstIndex(of: column).map({ row.values[$0] }) else { return 0 }
        return value
    }

    func text(_ column: String, of row: CopiedRow) -> String {
        guard case .text(let value)? = columns.firstIndex(of: column).map({ row.values[$0] }) else { return "" }
        return value
    }
}

/// The values of a row, ready to be bound.
struct CopiedRow {
    let values: [SQLValue]

    init(row: Row) { values = (0..<row.columnCount).map { row.value($0) } }
}

/// What the server wrote into its copy of the seeded database.
struct WrittenRows {
    let tickets: CopiedTable
    let messages: CopiedTable
    let events: CopiedTable
    let tags: CopiedTable
    let newTickets: [CopiedRow]
    let newMessages: [CopiedRow]
    let newEvents: [CopiedRow]
    let newTags: [CopiedRow]
    /// What the clocks of each older ticket with a new message are now.
    let clocks: [Int64: [SQLValue]]
    /// What the search index holds of each new row, by its row id there.
    let search: [Int64: [SQLValue]]

    /// - Parameters:
    ///   - server: the database that the server has written to, closed again.
    ///   - seed: what it was before.
    init(of server: String, since seed: String) throws {
        let before = try Connection(path: seed, mode: .readOnly)
        let db = try Connection(path: server, mode: .readOnly)
        tickets = try CopiedTable("tickets", in: db)
        messages = try CopiedTable("messages", in: db)
        events = try CopiedTable("events", in: db)
        tags = try CopiedTable("ticket_tags", in: db)
        let lastTicket = try before.first("SELECT max(id) FROM tickets") { $0.integer(0) } ?? 0
        let lastMessage = try before.first("SELECT max(id) FROM messages") { $0.integer(0) } ?? 0
        let lastEvent = try before.first("SELECT max(seq) FROM events") { $0.integer(0) } ?? 0
        newTickets = try tickets.rows(after: lastTicket, in: db)
        newMessages = try messages.rows(after: lastMessage, in: db)
        newEvents = try events.rows(after: lastEvent, in: db)
        newTags = try tags.rows(afterTicket: lastTicket, in: db)
        var clocks: [Int64: [SQLValue]] = [:]
        try db.each(
            """
            SELECT
                id, sla_state, sla_due_at, first_response_due_at, next_response_due_at, resolution_due_at, sla_next_at,
                sla_history
            FROM tickets WHERE id IN (SELECT ticket_id FROM messages WHERE id > $1)
            """, [.integer(lastMessage)]
        ) { row in clocks[row.integer(0)] = (1...7).map { row.value($0) } }
        self.clocks = clocks
        // As the view search_texts has them, which can be read as a whole only.
        var search: [Int64: [SQLValue]] = [:]
        try db.each(
            """
            SELECT
                m.id * 2, CASE m.is_internal WHEN 0 THEN char(57344) || t.customer_id || ' ' ELSE '' END || m.body
            FROM messages AS m JOIN tickets AS t ON t.id = m.ticket_id WHERE m.id > $1
            """, [.integer(lastMessage)]
        ) { search[$0.integer(0)] = [.integer($0.integer(0)), .text($0.text(1))] }
        try db.each(
            """
            SELECT
                t.id * 2 + 1, char(57344) || t.customer_id || ' ' || t.ticket_number || ' ' || t.subject || ' ' || u.name || ' '
                    || coalesce(u.email, '') || ' ' || coalesce(u.phone, '')
            FROM tickets AS t JOIN users AS u ON u.id = t.customer_id WHERE t.id > $1
            """, [.integer(lastTicket)]
        ) { search[$0.integer(0)] = [.integer($0.integer(0)), .text($0.text(1))] }
        self.search = search
    }
}

extension Connection {
    /// Rows of the search index, in the order of their ids as the server writes them: FTS5 begins a segment with each
    /// that is not behind the one before.
    func writeSearch(_ rows: [[SQLValue]]) throws(SQLiteError) {
        func id(_ row: [SQLValue]) -> Int64 { if case .integer(let id)? = row.first { id } else { 0 } }
        for row in rows.sorted(by: { id($0) < id($1) }) {
            try run("INSERT INTO search (rowid, words) VALUES ($1, $2)", row)
        }
    }
}
