import Domain
import Platform

/// A few named threads, each with its own reader, for what would hold a loop up: password hashing, exports, a search
/// or statistic whose input says so.
package final class SlowPool: Sendable {
    /// How many pieces of work may wait for a thread.
    private static let longestQueue = 256

    private let queue = BoundedQueue<@Sendable (Reader) -> Void>(capacity: longestQueue)
    private let threads: [NamedThread]

    /// - Throws: `.unavailable` when the database cannot be opened.
    package init(path: String, clock: Clock, threads count: Int) throws(Failure) {
        // Opened here once, so that a database that cannot be read is an error of the start and not of a thread.
        _ = try Reader(path: path, clock: clock)
        let queue = queue
        var threads: [NamedThread] = []
        for number in 1...max(1, count) {
            do throws(SystemError) {
                threads.append(
                    try NamedThread("slow-\(number)") {
                        guard let reader = try? Reader(path: path, clock: clock, cacheKilobytes: 4096) else {
                            // Out of descriptors at the start: the other threads serve the queue.
                            return
                        }
                        while let work = queue.takeFirst() { work(reader) }
                    })
            } catch { throw .internalFault(error.description) }
        }
        self.threads = threads
    }

    /// False when too much waits already: the caller answers 503.
    package func submit(_ work: @escaping @Sendable (Reader) -> Void) -> Bool { queue.put(work) }

    /// Does what waits, then ends the threads.
    package func stop() {
        queue.close()
        for thread in threads { thread.join() }
    }
}
