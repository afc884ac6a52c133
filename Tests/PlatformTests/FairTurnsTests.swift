import Platform
import Testing

@Suite struct FairTurnsTests {
    private func turns(
        capacity: Int = 100, capacityOfOne: Int = 100, share: Int = 100, longShare: Int = 100
    ) -> FairTurns<Int> {
        FairTurns(capacity: capacity, capacityOfOne: capacityOfOne, share: share, longShare: longShare)
    }

    @Test func `callers take turns, each with its oldest work first`() {
        var turns = turns()
        let taken = [(1, "loud"), (2, "loud"), (3, "loud"), (10, "late"), (20, "last")].map {
            turns.put($0, for: $1, isLong: false)
        }
        #expect(taken == [true, true, true, true, true])
        let order = (0..<6).map { _ in turns.next()?.work }
        #expect(order == [1, 10, 20, 2, 3, nil])
        #expect(turns.count == 0)
    }

    @Test func `nobody has more than a share of what runs`() {
        var turns = turns(share: 2)
        for number in 1...4 { _ = turns.put(number, for: "loud", isLong: false) }
        let first = (0..<3).map { _ in turns.next() }
        #expect(first.map { $0?.work } == [1, 2, nil])
        _ = turns.put(10, for: "other", isLong: false)
        let second = (0..<2).map { _ in turns.next() }
        #expect(second.map { $0?.work } == [10, nil])
        if let turn = first[0] { turns.finish(turn) }
        let third = (0..<2).map { _ in turns.next()?.work }
        #expect(third == [3, nil])
        if let turn = second[0] { turns.finish(turn) }
        let fourth = turns.next()?.work
        #expect(fourth == nil)
        #expect(turns.count == 1)
    }

    @Test func `one caller cannot fill the room, all of them can`() {
        var turns = turns(capacity: 5, capacityOfOne: 3)
        let (one, two) = (
            (1...4).map { turns.put($0, for: "a", isLong: false) },
            (1...3).map { turns.put($0, for: "b", isLong: false) }
        )
        #expect(one == [true, true, true, false])
        #expect(two == [true, true, false])
        let next = turns.next()?.work
        #expect(next == 1)
        let third = turns.put(9, for: "c", isLong: false)
        #expect(third)
    }

    @Test func `long work leaves threads to the short`() {
        var turns = turns(longShare: 2)
        for number in 1...3 { _ = turns.put(number, for: "caller \(number)", isLong: true) }
        _ = turns.put(10, for: "caller 3", isLong: false)
        _ = turns.put(20, for: "login", isLong: false)
        let first = (0..<4).map { _ in turns.next() }
        // The third caller's short work waits behind their long one.
        #expect(first.map { $0?.work } == [1, 2, 20, nil])
        if let turn = first[1] { turns.finish(turn) }
        let second = (0..<3).map { _ in turns.next()?.work }
        #expect(second == [3, 10, nil])
    }
}
