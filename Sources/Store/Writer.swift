import Domain
import Platform
import SQLite
import Synchronization

/// The one thread that writes. It takes all jobs that wait, runs them in one transaction, those that come meanwhile too,
/// and commits them with one fsync; answers go out only after that.
///
/// A job that fails before it has changed a row leaves nothing behind, so jobs run without savepoints (they would copy
/// every touched page once a job). A job that fails after a change makes its group roll back and run again, this time
/// with a savepoint each. An error that rolled the whole transaction back (FULL, IOERR, NOMEM) makes it run again with
/// a transaction each, so that each job gets its own honest answer. A job may therefore run more than once: it touches
/// its `Writing` and nothing else.
package final class Writer: Sendable {
    /// How many jobs may wait before `submit` refuses.
    package static let longestQueue = 4096
    /// How many jobs share a commit at the most: bounds how long the first of them waits.
    static let largestGroup = 512

    struct Job: Sendable {
        /// Runs the use case; the result is what to do once it is on disk.
        let run: @Sendable (Writing) throws(Failure) -> @Sendable () -> Void
        let refuse: @Sendable (Failure) -> Void
    }

    private let queue = BoundedQueue<Job>(capacity: longestQueue)
    private let thread: NamedThread
    private let checkpointer: Checkpointer
    private let state: State
    package let commits: Commits
    package let announcer: Announcer

    /// What other threads may know of the writer.
    private final class State: Sendable {
        /// Set by a failed fsync: what the disk holds is unknown from then on, so nothing is accepted until a restart.
        let isPoisoned = Atomic<Bool>(false)
        let didLastCommitFail = Atomic<Bool>(false)
        let isStopped = Atomic<Bool>(false)
        let jobs = Atomic<Int>(0)
    }

    /// Figures for `/metrics`.
    package struct Figures: Sendable {
        package let commits: Int
        package let jobs: Int
        package let waiting: Int
    }

    /// Opens the writing connection to a migrated database and starts the writer and its checkpointer.
    ///
    /// - Parameter onTrouble: told why, when a write is refused by the database; on the writer's thread.
    /// - Throws: `.unavailable` or `.internalFault` when the database cannot be opened.
    package init(
        path: String, clock: Clock, onTrouble: @escaping @Sendable (String) -> Void = { _ in }
    ) throws(Failure) {
        let state = State()
        let commits = Commits()
        let announcer = Announcer()
        let queue = queue
        let checkpointer = try Checkpointer(path: path)
        // A probe: the writer's own connection has to be made on its thread.
        _ = try stored { () throws(SQLiteError) in try Connection(path: path, mode: .readWrite) }
        do throws(SystemError) {
            thread = try NamedThread("writer") {
                let groups: Groups
                do throws(Failure) {
                    groups = try Groups(
                        path: path, clock: clock,
                        afterCommit: { logPages, lastEvent in
                            commits.countUp()
                            state.didLastCommitFail.store(false, ordering: .relaxed)
                            checkpointer.logGrew(toPages: logPages)
                            if let lastEvent { announcer.announce(lastEvent) }
                        },
                        // Whoever is refused and asks at once whether we are ready hears the same.
                        beforeRefusal: { cause in
                            // Once, not for each of many refusals in a row.
                            if !state.didLastCommitFail.exchange(true, ordering: .relaxed) { onTrouble(cause) }
                        })
                } catch {
                    Writer.refuseEverything(in: queue, with: error)
                    return
                }
                while true {
                    let jobs = queue.takeAll()
                    if jobs.isEmpty { break }
                    for start in stride(from: 0, to: jobs.count, by: Writer.largestGroup) {
                        let group = jobs[start..<min(start + Writer.largestGroup, jobs.count)]
                        guard !state.isPoisoned.load(ordering: .relaxed) else {
                            for job in group { job.refuse(.unavailable(retryAfter: 60)) }
                            continue
                        }
                        let (outcome, count) = groups.run(Array(group)) { queue.takeWaiting(atMost: $0) }
                        if outcome == .poisoned { state.isPoisoned.store(true, ordering: .relaxed) }
                        state.jobs.wrappingAdd(count, ordering: .relaxed)
                    }
                }
            }
        } catch { throw .internalFault(error.description) }
        self.state = state
        self.commits = commits
        self.announcer = announcer
        self.checkpointer = checkpointer
    }

    /// Puts `job` in the queue. `then` is called once, on the writer's thread, after the commit or with the refusal:
    /// the job's own failure, or `.unavailable` for a full queue, a full disk, a failing commit.
    package func submit<T: Sendable>(
        _ job: @escaping @Sendable (Writing) throws(Failure) -> T,
        then: @escaping @Sendable (Result<T, Failure>) -> Void
    ) {
        let accepted = queue.put(
            Job(
                run: { (tx) throws(Failure) in
                    let result = try job(tx)
                    return { then(.success(result)) }
                },
                refuse: { then(.failure($0)) }))
        if !accepted { then(.failure(.unavailable(retryAfter: 1))) }
    }

    /// Whether the last commit reached the disk; false means that a write would most likely be refused.
    package var isHealthy: Bool {
        !state.isPoisoned.load(ordering: .relaxed) && !state.didLastCommitFail.load(ordering: .relaxed)
    }

    package var figures: Figures {
        Figures(
            commits: commits.count, jobs: state.jobs.load(ordering: .relaxed),
            waiting: queue.count)
    }

    /// Finishes what was accepted, writes the log back into the database and ends the threads. Once: a second call
    /// would join threads that are gone.
    package func stop() {
        guard !state.isStopped.exchange(true, ordering: .acquiringAndReleasing) else { return }
        queue.close()
        thread.join()
        checkpointer.stop()
    }

    private static func refuseEverything(in queue: BoundedQueue<Job>, with failure: Failure) {
        while true {
            let jobs = queue.takeAll()
            if jobs.isEmpty { return }
            for job in jobs { job.refuse(failure) }
        }
    }
}
