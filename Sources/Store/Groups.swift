import Domain
import Platform
import SQLite

/// Runs groups of jobs on the writer's connection. Belongs to the writer's thread.
final class Groups {
    enum Outcome { case committed, failed, poisoned }

    private enum Ending {
        case done(@Sendable () -> Void)
        case failed(Failure)
    }

    private enum Trouble: Error {
        /// A job failed after it had changed rows.
        case needsSavepoints
        /// The database rolled the whole transaction back, or the end of the group failed.
        case rolledBack
        /// The transaction could not begin or could not be committed.
        case refused(Failure, isPoison: Bool)
    }

    /// Milliseconds for which a group takes jobs that arrive.
    private static let openTime: Int64 = 20

    private let db: Connection
    private let books = SLABookCache()
    private let clock: Clock
    private let afterCommit: (_ logPages: Int, _ lastEvent: Int64?) -> Void
    private let beforeRefusal: (_ cause: String) -> Void
    /// What the database said when it last refused.
    private var cause = ""
    private var latest = Instant(milliseconds: 0)

    /// - Parameters:
    ///   - afterCommit: called before the jobs of a commit hear of it, with the pages in the log and the number of the
    ///     newest event.
    ///   - beforeRefusal: called before a job hears that the database refused the write.
    init(
        path: String, clock: Clock, afterCommit: @escaping (_ logPages: Int, _ lastEvent: Int64?) -> Void,
        beforeRefusal: @escaping (_ cause: String) -> Void
    ) throws(Failure) {
        db = try stored { () throws(SQLiteError) in
            try Connection(path: path, mode: .readWrite, cacheKilobytes: 65536)
        }
        self.clock = clock
        self.afterCommit = afterCommit
        self.beforeRefusal = beforeRefusal
    }

    /// Runs `jobs`, and what has come meanwhile with them, and tells every job how it ended.
    ///
    /// - Parameter arrivals: hands out what has come since, at most so many; asked while the group is small and young.
    /// - Returns: the outcome, and how many jobs there were.
    func run(_ jobs: [Writer.Job], arrivals: (Int) -> [Writer.Job]) -> (Outcome, count: Int) {
        var group = jobs
        do {
            try commit(&group, withSavepoints: false, arrivals: arrivals)
            return (.committed, group.count)
        } catch .needsSavepoints {
            do {
                try commit(&group, withSavepoints: true)
                return (.committed, group.count)
            } catch { return (recover(group, from: error), group.count) }
        } catch { return (recover(group, from: error), group.count) }
    }

    private func recover(_ group: [Writer.Job], from trouble: Trouble) -> Outcome {
        switch trouble {
        case .refused(let failure, let isPoison):
            beforeRefusal(cause)
            for job in group { job.refuse(failure) }
            return isPoison ? .poisoned : .failed
        case .rolledBack, .needsSavepoints:
            return runEachAlone(group)
        }
    }

    private func runEachAlone(_ group: [Writer.Job]) -> Outcome {
        var outcome = Outcome.committed
        for index in group.indices {
            do {
                var alone = [group[index]]
                try commit(&alone, withSavepoints: true)
            } catch {
                let failure: Failure =
                    if case .refused(let failure, isPoison: _) = error { failure } else { .unavailable(retryAfter: 30) }
                beforeRefusal(cause)
                group[index].refuse(failure)
                outcome = .failed
                if case .refused(_, isPoison: true) = error {
                    for job in group[(index + 1)...] { job.refuse(failure) }
                    return .poisoned
                }
            }
        }
        return outcome
    }

    /// Runs the jobs in one transaction and, once that is on disk, calls them back. Jobs that arrive before the others are
    /// done join them: whoever was answered by the last commit is back soon, and one commit for all costs less than two.
    private func commit(
        _ group: inout [Writer.Job], withSavepoints: Bool, arrivals: (Int) -> [Writer.Job] = { _ in [] }
    ) throws(Trouble) {
        do { try db.run("BEGIN IMMEDIATE") } catch { throw refused(error) }
        var isOpen = true
        defer { if isOpen { rollBack() } }

        let tx = try scope()
        var endings: [Ending] = []
        endings.reserveCapacity(group.count)
        var deferred = Deferred()
        let began = clock.now
        var next = 0
        while true {
            if next == group.count, next < Writer.largestGroup, clock.now - began < Groups.openTime {
                group += arrivals(Writer.largestGroup - next)
                tx.now = max(tx.now, Instant(milliseconds: clock.now))
            }
            guard next < group.count else { break }
            let job = group[next]
            next += 1
            let changes = db.totalChanges
            if withSavepoints { try attempt { () throws(SQLiteError) in try db.run("SAVEPOINT job") } }
            tx.deferred = Deferred()
            do throws(Failure) {
                endings.append(.done(try job.run(tx)))
                deferred.append(tx.deferred)
            } catch {
                if case .unavailable = error { cause = "a write was refused: is the disk full?" }
                if db.isAutocommit { throw .rolledBack }
                if db.totalChanges != changes {
                    guard withSavepoints else { throw .needsSavepoints }
                    try attempt { () throws(SQLiteError) in try db.run("ROLLBACK TO job") }
                    // Ids drawn by the failed job are free again, and a later job may draw them.
                    tx.sequences.forget()
                    books.forget()
                    tx.book = nil
                }
                endings.append(.failed(error))
            }
            if withSavepoints { try attempt { () throws(SQLiteError) in try db.run("RELEASE job") } }
        }
        tx.deferred = deferred
        do throws(Failure) { try tx.writeDeferred() } catch { throw .rolledBack }

        do {
            try db.run("COMMIT")
            isOpen = false
        } catch {
            throw refused(error)
        }
        latest = tx.now
        afterCommit(db.logPages, tx.sequences.lastEvent)
        for (job, ending) in zip(group, endings) {
            switch ending {
            case .done(let deliver): deliver()
            case .failed(let failure): job.refuse(failure)
            }
        }
    }

    /// After a failed fsync nobody knows what the disk holds (SQLite reports it as an I/O error of that kind).
    private func refused(_ error: SQLiteError) -> Trouble {
        cause = error.description
        let failure = Failure(error)
        if case .internalFault = failure { return .refused(.unavailable(retryAfter: 5), isPoison: false) }
        return .refused(failure, isPoison: error.isSyncFailure)
    }

    /// A scope whose `now` is not before anything that is written: another process may have written last, and the
    /// system's clock may have been set back.
    private func scope() throws(Trouble) -> Writing {
        var last = latest.milliseconds
        do {
            last = max(
                last, try db.first("SELECT created_at FROM events ORDER BY seq DESC LIMIT 1") { $0.integer(0) } ?? 0)
        } catch { throw refused(error) }
        return Writing(db: db, now: Instant(milliseconds: max(last, clock.now)), sequences: Sequences(), books: books)
    }

    private func attempt(_ body: () throws(SQLiteError) -> Void) throws(Trouble) {
        do { try body() } catch { throw .rolledBack }
    }

    private func rollBack() {
        books.forget()
        guard !db.isAutocommit else { return }
        // A ROLLBACK that fails leaves no transaction open either (SQLite, "Automatic rollback").
        try? db.run("ROLLBACK")
    }
}
