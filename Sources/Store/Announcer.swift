import Platform
import Synchronization

/// Tells whoever follows what happens that something has: called by the writer after each commit that has events.
package final class Announcer: Sendable {
    private let newest = Atomic<Int64>(0)
    private let listener = Guarded<(@Sendable () -> Void)?>(nil)

    package init() {}

    /// The number that the newest event of this process may have. A hint: events of a job that was undone had theirs for
    /// a moment. What is there says the table.
    package var last: Int64 { newest.load(ordering: .acquiring) }

    /// - Parameter ring: called on the writer's thread, before those who wait for the commit hear of it.
    package func listen(_ ring: @escaping @Sendable () -> Void) { listener.withLock { $0 = ring } }

    func announce(_ seq: Int64) {
        newest.store(seq, ordering: .releasing)
        let ring = listener.withLock { $0 }
        ring?()
    }
}
