import Domain
import Platform

/// A few named threads, each with its own reader, for what would hold a loop up: password hashing, exports, a search
/// or statistic whose input says so. Callers take turns, and neither one caller nor all reads together hold every
/// thread: whoever searches keeps nobody from logging in.
package final class SlowPool: Sendable {
    package typealias Work = @Sendable (Reader) -> Void

    /// How many pieces of work may wait for a thread, in all and of one caller.
    private static let longestQueue = 512
    private static let longestQueueOfOne = 256

    private struct Queue: Sendable {
        var turns: FairTurns<Work>
        var isClosed = false
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
                    capacity: Self.longestQueue, capacityOfOne: Self.longestQueueOfOne, share: count - 1,
                    longShare: count - 1)))
        var threads: [NamedThread] = []
        for number in 1...max(1, count) {
            do throws(SystemError) {
                threads.append(
                    try NamedThread("slow-\(number)") {
                        guard let reader = try? Reader(path: path, clock: clock, cacheKilobytes: 4096) else {
                            // Out of descriptors at the start: the other threads serve the queue.
                            return
                        }
                        while let turn = Self.turn(in: queue) {
                            turn.work(reader)
                            queue.change { $0.turns.finish(turn) }
                        }
                        // That was the last: the others end too.
                        queue.change(wakingAll: true) { _ in }
                    })
            } catch { throw .internalFault(error.description) }
        }
        self.queue = queue
        self.threads = threads
    }

    /// Waits for the next piece of work; nil at the end.
    private static func turn(in queue: Monitor<Queue>) -> FairTurns<Work>.Turn? {
        queue.wait { queue -> FairTurns<Work>.Turn?? in
            if let turn = queue.turns.next() { return .some(turn) }
            return queue.isClosed && queue.turns.count == 0 ? .some(nil) : nil
        }
    }

    /// - Parameters:
    ///   - caller: whoever has it done, by any name that others do not have.
    ///   - isLong: it may take seconds, as reads do; hashing a password never does.
    /// - Returns: false when too much waits already: the caller answers 503.
    package func submit(for caller: String, isLong: Bool = false, _ work: @escaping Work) -> Bool {
        queue.change { !$0.isClosed && $0.turns.put(work, for: caller, isLong: isLong) }
    }

    /// Does what waits, then ends the threads.
    package func stop() {
        queue.change(wakingAll: true) { $0.isClosed = true }
        for thread in threads { thread.join() }
    }
}
