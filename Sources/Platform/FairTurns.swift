/// Work of several callers that waits for a few threads: each caller in turn, none with more than a share of the
/// threads or of the room. A value; whoever owns it locks it.
package struct FairTurns<Work: Sendable>: Sendable {
    /// A piece of work that may run now, until `finish` is called with it.
    package struct Turn: Sendable {
        package let work: Work
        fileprivate let caller: String
        fileprivate let isLong: Bool
    }

    /// The most pieces of work that may wait; of one caller.
    private let capacity: Int
    private let capacityOfOne: Int
    /// How many threads one caller may hold.
    private let share: Int
    /// How many threads may be held by work that may take long.
    private let longShare: Int

    private var waiting: [String: [Turn]] = [:]
    /// The callers with work that waits, in the order of their turns.
    private var turns: [String] = []
    private var running: [String: Int] = [:]
    private var longRunning = 0
    /// How many pieces of work wait.
    package private(set) var count = 0

    package init(capacity: Int, capacityOfOne: Int, share: Int, longShare: Int) {
        self.capacity = capacity
        self.capacityOfOne = capacityOfOne
        self.share = max(1, share)
        self.longShare = max(1, longShare)
    }

    /// False when there is no room: the caller answers "busy".
    package mutating func put(_ work: Work, for caller: String, isLong: Bool) -> Bool {
        let known = waiting[caller]?.count ?? 0
        guard count < capacity, known < capacityOfOne else { return false }
        if known == 0 { turns.append(caller) }
        waiting[caller, default: []].append(Turn(work: work, caller: caller, isLong: isLong))
        count += 1
        return true
    }

    /// Nil when nothing may run now.
    package mutating func next() -> Turn? {
        guard let index = turns.firstIndex(where: mayRun) else { return nil }
        let caller = turns.remove(at: index)
        guard let turn = waiting[caller]?.removeFirst() else { return nil }
        if waiting[caller]?.isEmpty == true { waiting[caller] = nil } else { turns.append(caller) }
        running[caller, default: 0] += 1
        if turn.isLong { longRunning += 1 }
        count -= 1
        return turn
    }

    package mutating func finish(_ turn: Turn) {
        let left = (running[turn.caller] ?? 0) - 1
        running[turn.caller] = left > 0 ? left : nil
        if turn.isLong { longRunning -= 1 }
    }

    private func mayRun(_ caller: String) -> Bool {
        guard running[caller, default: 0] < share else { return false }
        return longRunning < longShare || waiting[caller]?.first?.isLong != true
    }
}
