import Domain
import Platform
import SQLite
import Synchronization

/// Copies the write-ahead log back into the database, on a thread and a connection of its own: done by the writer's
/// commits it would make single ones wait for 50 to 160 ms.
final class Checkpointer: Sendable {
    /// Pages that are in the log alone from which on it is worth copying them; 16 MB. Most pages that a busy desk writes
    /// are those that it wrote a moment before: the later, the fewer are copied.
    private static let worthwhile = 4000
    /// Pages in the log at which the next writer has to wait so that the log starts anew; 64 MB.
    private static let tooLong = 16_000

    private let queue = BoundedQueue<Int>(capacity: 1)
    private let thread: NamedThread
    /// Pages of the log that stand in the database as well.
    private let copied = Copied()

    private final class Copied: Sendable {
        let pages = Atomic<Int>(0)

        /// Failing (a full disk, a reader in the way) leaves the log as it is; the next commit asks again.
        func copy(_ mode: Connection.CheckpointMode, _ db: Connection) {
            guard let result = try? db.checkpoint(mode) else { return }
            pages.store(max(0, result.checkpointedFrames), ordering: .relaxed)
        }
    }

    init(path: String) throws(Failure) {
        let (queue, copied) = (queue, copied)
        do throws(SystemError) {
            thread = try NamedThread("checkpoint") {
                guard let db = try? Connection(path: path, mode: .readWrite, cacheKilobytes: 512) else {
                    // Without it the log only grows; SQLite reads it all the same.
                    return
                }
                while let pages = queue.takeFirst() {
                    copied.copy(.passive, db)
                    guard pages > Checkpointer.tooLong else { continue }
                    // What has come meanwhile is copied beside the writer too: it waits for the rest alone.
                    copied.copy(.passive, db)
                    copied.copy(.restart, db)
                }
                _ = try? db.checkpoint(.truncate)
            }
        } catch { throw .internalFault(error.description) }
    }

    /// Called after each commit with the length of the log.
    func logGrew(toPages pages: Int) {
        let copied = copied.pages.load(ordering: .relaxed)
        // A shorter log than what was copied has been begun anew. A full queue means that a checkpoint is asked for already.
        let fresh = pages < copied ? pages : pages - copied
        if fresh >= Checkpointer.worthwhile { _ = queue.put(pages) }
    }

    func stop() {
        queue.close()
        thread.join()
    }
}
