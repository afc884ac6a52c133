import Platform
import Testing

@Suite struct FairTurnsTests {
    private func turns(capacity: Int = 100, capacityOfOne: Int = 100, share: Int = 100) -> FairTurns<Int> {
        FairTurns(capacity: capacity, capacityOfOne: capacityOfOne, share: share)
    }

    @Test func `callers take turns, each with its oldest work first`() {
        var turns = turns()
        let taken = [(1, "loud"), (2, "loud"), (3, "loud"), (10, "late"), (20, "last")].map { turns.put($0, for: $1) }
        #expect(taken == [true, true, true, true, true])
        let order = (0..<6).map { _ in turns.next()?.work }
        #expect(order == [1, 10, 20, 2, 3, nil])
        #expect(turns.count == 0)
    }

    @Test func `nobody has more than a share of what runs`() {
        var turns = turns(share: 2)
        for number in 1...4 { _ = turns.put(number, for: "loud") }
        let first = (0..<3).map { _ in turns.next()?.work }
        #expect(first == [1, 2, nil])
        _ = turns.put(10, for: "other")
        let second = (0..<2).map { _ in turns.next()?.work }
        #expect(second == [10, nil])
        turns.finish("loud")
        let third = (0..<2).map { _ in turns.next()?.work }
        #expect(third == [3, nil])
        turns.finish("other")
        let fourth = turns.next()?.work
        #expect(fourth == nil)
        #expect(turns.count == 1)
    }

    @Test func `one caller cannot fill the room, all of them can`() {
        var turns = turns(capacity: 5, capacityOfOne: 3)
        let (one, two) = ((1...4).map { turns.put($0, for: "a") }, (1...3).map { turns.put($0, for: "b") })
        #expect(one == [true, true, true, false])
        #expect(two == [true, true, false])
        let next = turns.next()?.caller
        #expect(next == "a")
        let third = turns.put(9, for: "c")
        #expect(third)
    }
}
