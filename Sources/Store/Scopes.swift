import Domain
import SQLite

/// One transaction that reads: a single snapshot and a single `now`. Reads are extensions of it, one file a noun.
///
/// Never keep one past the closure that it was handed to.
package class Reading {
    @usableFromInline let db: Connection
    /// The only clock of a use case; for its whole length the same.
    package internal(set) var now: Instant

    /// What this reader remembers; nil for a writer.
    let memory: ReaderMemory?
    /// Until when what is read here stands, as long as the database does not change; nil unless the use case says so.
    private(set) var keepsUntil: Instant?

    init(db: Connection, now: Instant, memory: ReaderMemory? = nil) {
        self.db = db
        self.now = now
        self.memory = memory
    }

    /// What this reader has encoded before; nil where nothing is worth keeping.
    package var renderings: Renderings? { memory?.renderings }

    /// Says that the answer depends on nothing but the request, its caller and the database until `instant`, so that it
    /// may be given again as long as nobody writes.
    package func keep(until instant: Instant) { keepsUntil = instant }
}

/// One transaction that may also write. It can do all that `Reading` can; the reverse does not compile.
package final class Writing: Reading {
    /// What this job leaves for the end of its group, where it costs less: see `Writer`.
    var deferred = Deferred()
    /// Ids drawn in this group; rows have explicit ids where one has to be known before the row is there.
    let sequences: Sequences
    /// Policies that were read before, and those that hold in this transaction once it has looked.
    let books: SLABookCache
    var book: SLABook?

    init(db: Connection, now: Instant, sequences: Sequences, books: SLABookCache, book: SLABook? = nil) {
        self.sequences = sequences
        self.books = books
        self.book = book
        super.init(db: db, now: now)
    }
}

extension Writing {
    /// Runs `body` as if it were another time: for seeding a past. What it leaves for the end of the group is kept.
    package func at<T>(_ instant: Instant, _ body: (Writing) throws(Failure) -> T) throws(Failure) -> T {
        let past = Writing(db: db, now: instant, sequences: sequences, books: books, book: book)
        // Handed over and taken back: nothing is merged.
        past.deferred = deferred
        deferred = Deferred()
        defer { deferred = past.deferred }
        return try body(past)
    }
}

extension Reading {
    @inlinable
    func first<T>(
        _ sql: StaticString, _ values: [SQLValue] = [], _ map: (Row) throws(SQLiteError) -> T
    ) throws(Failure) -> T? {
        do { return try db.first(sql, values, map) } catch { throw Failure(error) }
    }

    @inlinable
    func all<T>(
        _ sql: StaticString, _ values: [SQLValue] = [], _ map: (Row) throws(SQLiteError) -> T
    ) throws(Failure) -> [T] {
        do { return try db.all(sql, values, map) } catch { throw Failure(error) }
    }

    @inlinable
    func all<T>(
        composed sql: String, _ values: [SQLValue] = [], _ map: (Row) throws(SQLiteError) -> T
    ) throws(Failure) -> [T] {
        do { return try db.all(composed: sql, values, map) } catch { throw Failure(error) }
    }

    @inlinable
    func each(
        _ sql: StaticString, _ values: [SQLValue] = [], _ body: (Row) throws(SQLiteError) -> Void
    ) throws(Failure) {
        do { try db.each(sql, values, body) } catch { throw Failure(error) }
    }
}

extension Writing {
    @inlinable
    func run(_ sql: StaticString, _ values: [SQLValue] = []) throws(Failure) {
        do { try db.run(sql, values) } catch { throw Failure(error) }
    }
}

extension Failure {
    /// The one place where the database's errors become ours.
    package init(_ error: SQLiteError) {
        if error.isInterrupt {
            self = .timeout
        } else if error.isFull || error.isNoMemory {
            self = .unavailable(retryAfter: 30)
        } else if error.isBusy {
            self = .unavailable(retryAfter: 1)
        } else if error.isIO {
            self = .unavailable(retryAfter: 5)
        } else {
            self = .internalFault(error.description)
        }
    }
}

/// Runs `body`, a use of the database, with its errors turned into ours.
func stored<T>(_ body: () throws(SQLiteError) -> T) throws(Failure) -> T {
    do { return try body() } catch { throw Failure(error) }
}
