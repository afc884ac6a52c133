import Domain
import Platform

/// A few named threads, each with its own reader, for what would hold a loop up: password hashing, exports, a search
/// or statistic whose input says so. Callers take turns, and nobody holds more than half of the threads: whoever has
/// many long searches running keeps nobody else from logging in.
package final class SlowPool: Sendable {
    package typealias Work = @Sendable (Reader) -> Void

    /// How many pieces of work may wait for a thread, in all and of one caller.
    private static let longestQueue = 512
    private static let longestQueueOfOne = 256

    private struct Queue: Sendable {
        var turns: FairTurns<Work>
        var isClosed = false
    }

    private enum Turn: Sendable {
        case work(Work, caller: String)
        case end
    }

    private let queue: Monitor<Queue>
    private let threads: [NamedThread]

    /// - Throws: `.unavailable` when the database cannot be opened.
    package init(path: String, clock: Clock, threads count: Int) throws(Failure) {
        // Opened here once, so that a database that cannot be read is an error of the start and not of a thread.
        _ = try Reader(path: path, clock: clock)
        let queue = Monitor(
            Queue(
                turns: FairTurns(
                    capacity: Self.longestQueue, capacityOfOne: Self.longestQueueOfOne, share: count / 2)))
        var threads: [NamedThread] = []
        for number in 1...max(1, count) {
            do throws(SystemError) {
                threads.append(
                    try NamedThread("slow-\(number)") {
                        guard let reader = try? Reader(path: path, clock: clock, cacheKilobytes: 4096) else {
                            // Out of descriptors at the start: the other threads serve the queue.
                            return
                        }
                        while case .work(let work, let caller) = Self.turn(in: queue) {
                            work(reader)
                            queue.change { $0.turns.finish(caller) }
                        }
                    })
            } catch { throw .internalFault(error.description) }
        }
        self.queue = queue
        self.threads = threads
    }

    private static func turn(in queue: Monitor<Queue>) -> Turn {
        queue.wait { queue in
            if let next = queue.turns.next() { return .work(next.work, caller: next.caller) }
            return queue.isClosed && queue.turns.count == 0 ? .end : nil
        }
    }

    /// - Parameter caller: whoever has it done, by any name that others do not have.
    /// - Returns: false when too much waits already: the caller answers 503.
    package func submit(for caller: String, _ work: @escaping Work) -> Bool {
        queue.change { !$0.isClosed && $0.turns.put(work, for: caller) }
    }

    /// Does what waits, then ends the threads.
    package func stop() {
        queue.change { $0.isClosed = true }
        for thread in threads { thread.join() }
    }
}
