import Domain
import Platform
import SQLite

/// A read-only connection and the way to use it. Each loop and each slow thread has one of its own; it is not
/// `Sendable`.
package final class Reader {
    private let db: Connection
    private let clock: Clock
    private let renderings = Renderings()

    /// - Throws: `.unavailable` when the database cannot be opened.
    package init(path: String, clock: Clock, cacheKilobytes: Int = 8192) throws(Failure) {
        db = try stored { () throws(SQLiteError) in
            try Connection(path: path, mode: .readOnly, cacheKilobytes: cacheKilobytes)
        }
        self.clock = clock
    }

    /// Runs `body` in one snapshot.
    ///
    /// - Throws: what `body` throws; `.timeout` when a statement ran past `milliseconds`, where that is given.
    package func read<T>(
        within milliseconds: Int64? = nil, _ body: (Reading) throws(Failure) -> T
    ) throws(Failure) -> T {
        try stored { () throws(SQLiteError) in try db.run("BEGIN") }
        defer { endSnapshot() }
        db.limit(milliseconds.map { ReadLimit(milliseconds: $0) })
        return try body(Reading(db: db, now: Instant(milliseconds: clock.now), renderings: renderings))
    }

    private func endSnapshot() {
        // A failing COMMIT of a transaction that only read loses nothing; the next BEGIN would say what is wrong.
        try? db.run("COMMIT")
    }
}
