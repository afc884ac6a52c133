import Domain
import Platform
import SQLite

/// Copies the write-ahead log back into the database, on a thread and a connection of its own: done by the writer's
/// commits it would make single ones wait for 50 to 160 ms.
final class Checkpointer: Sendable {
    /// Pages in the log from which on it is worth copying; 4 MB.
    private static let worthwhile = 1000
    /// Pages in the log at which the next writer has to wait so that the log starts anew; 64 MB.
    private static let tooLong = 16_000

    private let queue = BoundedQueue<Int>(capacity: 1)
    private let thread: NamedThread

    init(path: String) throws(Failure) {
        let queue = queue
        do throws(SystemError) {
            thread = try NamedThread("checkpoint") {
                guard let db = try? Connection(path: path, mode: .readWrite, cacheKilobytes: 512) else {
                    // Without it the log only grows; SQLite reads it all the same.
                    return
                }
                while let pages = queue.takeFirst() {
                    // Failing (a full disk, a reader in the way) leaves the log as it is; the next commit asks again.
                    _ = try? db.checkpoint(.passive)
                    if pages > Checkpointer.tooLong { _ = try? db.checkpoint(.restart) }
                }
                _ = try? db.checkpoint(.truncate)
            }
        } catch { throw .internalFault(error.description) }
    }

    /// Called after each commit with the length of the log.
    func logGrew(toPages pages: Int) {
        // A full queue means that a checkpoint is asked for already.
        if pages >= Checkpointer.worthwhile { _ = queue.put(pages) }
    }

    func stop() {
        queue.close()
        thread.join()
    }
}
