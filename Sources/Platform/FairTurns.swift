/// Work of several callers that waits for a few threads: each caller in turn, none with more than a share of the threads
/// or of the room. A value; whoever owns it locks it.
package struct FairTurns<Work: Sendable>: Sendable {
    /// The most pieces of work that may wait; of one caller.
    private let capacity: Int
    private let capacityOfOne: Int
    /// How many threads one caller may hold.
    private let share: Int

    private var waiting: [String: [Work]] = [:]
    /// The callers with work that waits, in the order of their turns.
    private var turns: [String] = []
    private var running: [String: Int] = [:]
    package private(set) var count = 0

    package init(capacity: Int, capacityOfOne: Int, share: Int) {
        self.capacity = capacity
        self.capacityOfOne = capacityOfOne
        self.share = max(1, share)
    }

    /// False when there is no room: the caller answers "busy".
    package mutating func put(_ work: Work, for caller: String) -> Bool {
        let known = waiting[caller]?.count ?? 0
        guard count < capacity, known < capacityOfOne else { return false }
        if known == 0 { turns.append(caller) }
        waiting[caller, default: []].append(work)
        count += 1
        return true
    }

    /// The next piece of work, which runs until `finish` is called for its caller. Nil when none may run now.
    package mutating func next() -> (caller: String, work: Work)? {
        guard let turn = turns.firstIndex(where: { running[$0, default: 0] < share }) else { return nil }
        let caller = turns.remove(at: turn)
        guard let work = waiting[caller]?.removeFirst() else { return nil }
        if waiting[caller]?.isEmpty == true { waiting[caller] = nil } else { turns.append(caller) }
        running[caller, default: 0] += 1
        count -= 1
        return (caller, work)
    }

    package mutating func finish(_ caller: String) {
        let left = (running[caller] ?? 0) - 1
        running[caller] = left > 0 ? left : nil
    }
}
