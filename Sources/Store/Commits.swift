import Synchronization

/// Counts the commits of this process's writer. Counted up before anybody hears of the commit, so whoever sees the old
/// number cannot have been told of a newer state yet.
package final class Commits: Sendable {
    private let number = Atomic<Int>(0)

    package init() {}

    package var count: Int { number.load(ordering: .acquiring) }

    func countUp() { number.wrappingAdd(1, ordering: .releasing) }
}
