import Domain
import Platform
import SQLite

/// A read-only connection and the way to use it. Each loop and each slow thread has one of its own; it is not
/// `Sendable`.
///
/// A loop's reader keeps its snapshot over the requests of one turn, for beginning and ending one costs as much as a
/// small read. It is let go at the end of the turn, and before a read where this process has committed meanwhile: an
/// answer is never older than what its client was told before. What another process commits shows with the next turn.
package final class Reader {
    private let db: Connection
    private let clock: Clock
    private let memory = ReaderMemory()
    /// Nil where each read has a snapshot of its own.
    private let commits: Commits?
    /// How many commits there were when the open snapshot was taken; nil when none is open.
    private var heldSince: Int?

    /// What the thread keeps beside its reader.
    package var companion: AnyObject?

    /// How long the answer of the last `read` stands: while the database has that version, but not beyond `until`. Nil
    /// when it may not be given again.
    ///
    /// The version is that of the read's own snapshot: one that is asked for afterwards may be that of a commit which
    /// came in between, and the answer of before would stand for what is after, a token that was logged out included.
    package private(set) var keeping: (version: Int64, until: Instant)?

    /// - Parameter commits: of the writer, for a reader that keeps its snapshot until `release` is called.
    /// - Throws: `.unavailable` when the database cannot be opened.
    package init(
        path: String, clock: Clock, cacheKilobytes: Int = 8192, commits: Commits? = nil
    ) throws(Failure) {
        db = try stored { () throws(SQLiteError) in
            try Connection(path: path, mode: .readOnly, cacheKilobytes: cacheKilobytes)
        }
        self.clock = clock
        self.commits = commits
    }

    /// Runs `body` in one snapshot.
    ///
    /// - Throws: what `body` throws; `.timeout` when a statement ran past `milliseconds`, where that is given.
    package func read<T>(
        within milliseconds: Int64? = nil, _ body: (Reading) throws(Failure) -> T
    ) throws(Failure) -> T {
        keeping = nil
        try begin()
        defer { if commits == nil { release() } }
        db.limit(milliseconds.map { ReadLimit(milliseconds: $0) })
        let tx = Reading(db: db, now: Instant(milliseconds: clock.now), memory: memory)
        let result = try body(tx)
        if let until = tx.keepsUntil { keeping = (try memory.version(db), until) }
        return result
    }

    /// A number that stays the same as long as nobody has changed the database; of the snapshot that the next `read`
    /// sees, unless this process commits in between.
    package func version() throws(Failure) -> Int64 {
        try begin()
        return try memory.version(db)
    }

    /// Ends the snapshot, if one is open: it would keep the log from being written back.
    package func release() {
        guard heldSince != nil else { return }
        heldSince = nil
        // A failing COMMIT of a transaction that only read loses nothing; the next BEGIN would say what is wrong.
        try? db.run("COMMIT")
    }

    private func begin() throws(Failure) {
        let count = commits?.count ?? 0
        if heldSince == count { return }
        release()
        try stored { () throws(SQLiteError) in try db.run("BEGIN") }
        heldSince = count
        memory.forgetVersion()
    }
}

/// What a reader remembers from one snapshot to the next. Nothing in it is used without comparing a version that was
/// read in the snapshot at hand.
final class ReaderMemory {
    /// How many standings are remembered before all are forgotten.
    private static let mostStandings = 4096

    let renderings = Renderings()
    private var currentVersion: Int64?
    private var standings: [String: (version: Int64, standing: Standing)] = [:]

    /// The database's version in the open snapshot (sqlite.org/pragma.html#pragma_data_version).
    func version(_ db: Connection) throws(Failure) -> Int64 {
        if let currentVersion { return currentVersion }
        let version = try stored { () throws(SQLiteError) in try db.dataVersion() }
        currentVersion = version
        return version
    }

    func forgetVersion() { currentVersion = nil }

    /// What `read` has found for `token` in this state of the database.
    func standing(
        of token: String, _ db: Connection, _ read: () throws(Failure) -> Standing?
    ) throws(Failure) -> Standing? {
        let version = try version(db)
        if let known = standings[token], known.version == version { return known.standing }
        guard let standing = try read() else { return nil }
        if standings.count >= ReaderMemory.mostStandings { standings.removeAll(keepingCapacity: true) }
        standings[token] = (version, standing)
        return standing
    }
}
