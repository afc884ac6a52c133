import Domain
import Store

/// Something that is done by itself, again and again. Each run is one transaction; it may come twice, late, or after the
/// server was down.
package struct TimedJob: Sendable {
    package let name: String
    /// The longest time between two runs, in milliseconds.
    package let interval: Int64
    /// Tells when there is something to do, without the writer; nil for nothing yet. A job without it always runs.
    package let look: (@Sendable (Reading) throws(Failure) -> Instant?)?
    /// Does what is due now, within bounds.
    ///
    /// Returns when there is more to do, if that is before the interval ends; the present or the past when right now.
    package let run: @Sendable (Writing) throws(Failure) -> Instant?

    package init(
        _ name: String, every interval: Int64, look: (@Sendable (Reading) throws(Failure) -> Instant?)? = nil,
        _ run: @escaping @Sendable (Writing) throws(Failure) -> Instant?
    ) {
        self.name = name
        self.interval = interval
        self.look = look
        self.run = run
    }
}

/// The jobs of a server. One more job is one more line.
package enum TimedJobs {
    private static let second: Int64 = 1000
    private static let hour: Int64 = 3_600_000

    /// - Parameter autoCloseDays: 0 for never; fractions are allowed.
    package static func all(autoCloseDays: Double) -> [TimedJob] {
        let sla = SLAService()
        let closing = AutoClosing(days: autoCloseDays)
        return [
            TimedJob("sla-watch", every: second, look: { (tx) throws(Failure) in try sla.next(in: tx) }) {
                (tx) throws(Failure) in try sla.watch(in: tx)
            },
            TimedJob("auto-close", every: second, look: { (tx) throws(Failure) in try closing.next(in: tx) }) {
                (tx) throws(Failure) in try closing.close(in: tx)
            },
            // A step takes the writer for some milliseconds, so they leave it time for others in between.
            TimedJob("search-merge", every: 10 * second) { (tx) throws(Failure) in
                try tx.mergeSearchIndex() ? tx.now.adding(milliseconds: 100) : nil
            },
            TimedJob("housekeeping", every: hour) { (tx) throws(Failure) in
                try tx.forgetOldAnswers()
                try tx.forgetEndedTokens()
                try tx.forgetOldFailures()
                try tx.forgetUnusedAttachments()
                return nil
            },
        ]
    }
}

/// When each of several jobs is due. Told the time, so that a test can be any time.
package struct Timetable: Sendable {
    /// After a refusal a job waits that long, in milliseconds, or its interval where that is shorter.
    package static let patience: Int64 = 5000

    package let jobs: [TimedJob]
    private var dueAt: [Instant]

    /// All jobs are due at once: what should have happened while the server was down happens first.
    package init(_ jobs: [TimedJob], now: Instant) {
        self.jobs = jobs
        dueAt = jobs.map { _ in now }
    }

    /// The jobs that are due, by their place in `jobs`.
    package func due(at now: Instant) -> [Int] { jobs.indices.filter { dueAt[$0] <= now } }

    /// How long there is nothing to do, in milliseconds.
    package func idle(at now: Instant) -> Int64 {
        max(0, (dueAt.min() ?? now.adding(milliseconds: TimedJob.longestInterval)).milliseconds - now.milliseconds)
    }

    /// - Parameter next: what the job has returned.
    package mutating func ran(_ index: Int, at now: Instant, next: Instant?) {
        let latest = now.adding(milliseconds: jobs[index].interval)
        dueAt[index] = max(now, min(next ?? latest, latest))
    }

    package mutating func failed(_ index: Int, at now: Instant) {
        dueAt[index] = now.adding(milliseconds: min(jobs[index].interval, Self.patience))
    }

    /// The system's clock was set back: nothing is due later than its interval says.
    package mutating func clockMoved(to now: Instant) {
        for (index, job) in jobs.enumerated() {
            dueAt[index] = min(dueAt[index], now.adding(milliseconds: job.interval))
        }
    }
}

extension TimedJob {
    /// A table without jobs is looked at that often, in milliseconds.
    static let longestInterval: Int64 = 3_600_000
}
