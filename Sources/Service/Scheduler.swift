import Domain
import Platform
import Store

/// Runs the timed jobs on a thread of its own, one after the other, each as a job of the writer.
package final class Scheduler {
    private let alarm = BoundedQueue<Bool>(capacity: 1)
    private let thread: NamedThread

    /// - Parameter onTrouble: told which job was refused and why, on the scheduler's thread; once for many refusals in a
    ///   row.
    /// - Throws: when the system has no thread to give.
    package init(
        _ jobs: [TimedJob], writer: Writer, clock: Clock,
        onTrouble: @escaping @Sendable (_ job: String, Failure) -> Void
    ) throws(SystemError) {
        let alarm = alarm
        thread = try NamedThread("scheduler") {
            var table = Timetable(jobs, now: Instant(milliseconds: clock.now))
            var troubled: Set<Int> = []
            while true {
                let now = Instant(milliseconds: clock.now)
                table.clockMoved(to: now)
                for index in table.due(at: now) {
                    switch Scheduler.run(jobs[index], writer) {
                    case .success(let next):
                        table.ran(index, at: Instant(milliseconds: clock.now), next: next)
                        troubled.remove(index)
                    case .failure(let failure):
                        table.failed(index, at: Instant(milliseconds: clock.now))
                        if troubled.insert(index).inserted { onTrouble(jobs[index].name, failure) }
                    }
                }
                let idle = table.idle(at: Instant(milliseconds: clock.now))
                if case .closed = alarm.takeFirst(waitingAtMost: Int(idle)) { return }
            }
        }
    }

    package func stop() {
        alarm.close()
        thread.join()
    }

    /// Waits for the job's commit: two runs of one job never overlap.
    private static func run(_ job: TimedJob, _ writer: Writer) -> Result<Instant?, Failure> {
        let answer = BoundedQueue<Result<Instant?, Failure>>(capacity: 1)
        writer.submit({ (tx) throws(Failure) in try job.run(tx) }) { _ = answer.put($0) }
        return answer.takeFirst() ?? .failure(.unavailable(retryAfter: 1))
    }
}
