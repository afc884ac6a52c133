import Platform
import Synchronization
import Testing

@testable import Security

@Suite struct RateLimiterTests {
    @Test func `as many uses as the limit, then none until the window ends`() {
        let limiter = RateLimiter(limit: 3, window: 60)
        for used in 1...3 {
            let decision = limiter.take("a", now: 1000 + Int64(used))
            #expect(decision.isAllowed && decision.limit == 3 && decision.remaining == 3 - used)
        }
        let refused = limiter.take("a", now: 2001)
        #expect(!refused.isAllowed && refused.remaining == 0 && refused.resetSeconds == 59)
        #expect(limiter.take("b", now: 2001).isAllowed)
        #expect(!limiter.take("a", now: 61_000).isAllowed)
        #expect(limiter.take("a", now: 61_001) == .init(isAllowed: true, limit: 3, remaining: 2, resetSeconds: 60))
    }

    @Test func `a refused use does not prolong the wait`() {
        let limiter = RateLimiter(limit: 1, window: 1)
        #expect(limiter.take("a", now: 0).isAllowed)
        for now in stride(from: Int64(0), to: 1000, by: 100) { #expect(!limiter.take("a", now: now).isAllowed) }
        #expect(limiter.take("a", now: 1000).isAllowed)
    }

    @Test func `a look uses nothing, and forgetting begins anew`() {
        let limiter = RateLimiter(limit: 1, window: 60)
        for _ in 0..<5 { #expect(limiter.peek("a", now: 0).isAllowed) }
        #expect(limiter.peek("a", now: 0).remaining == 1)
        #expect(limiter.take("a", now: 0).isAllowed)
        #expect(!limiter.peek("a", now: 0).isAllowed)
        limiter.forget("a")
        #expect(limiter.take("a", now: 0).isAllowed)
        #expect(limiter.count == 1)
    }

    @Test func `a clock that was set back locks nobody out`() {
        let limiter = RateLimiter(limit: 1, window: 60)
        #expect(limiter.take("a", now: 1_000_000_000).isAllowed)
        let decision = limiter.take("a", now: 5)
        #expect(decision.isAllowed && decision.resetSeconds == 60)
    }

    @Test func `a flood of keys takes bounded memory and frees nobody who reached the limit`() {
        let limiter = RateLimiter(limit: 5, window: 60, mostKeys: 1600)
        for _ in 0..<5 { _ = limiter.take("guesser", now: 0) }
        for number in 0..<50_000 {
            _ = limiter.take("flood \(number)", now: 1)
            if number.isMultiple(of: 1000) { #expect(limiter.count <= 1600) }
        }
        #expect(limiter.count <= 1600)
        #expect(!limiter.take("guesser", now: 2).isAllowed)
    }

    @Test func `many threads get exactly the limit together`() throws {
        let limiter = RateLimiter(limit: 1000, window: 60)
        let tally = Tally()
        let threads = try (0..<8).map { number in
            try NamedThread("taker") {
                for turn in 0..<500 {
                    if limiter.take("shared", now: 0).isAllowed { tally.shared.add(1, ordering: .relaxed) }
                    if limiter.take("own \(number) \(turn)", now: 0).isAllowed { tally.own.add(1, ordering: .relaxed) }
                }
            }
        }
        for thread in threads { thread.join() }
        #expect(tally.shared.load(ordering: .relaxed) == 1000)
        #expect(tally.own.load(ordering: .relaxed) == 4000)
    }
}

/// Threads that come to each new key together, where both might give it a slot.
extension RateLimiterTests {
    @Test func `a key that two threads bring for the first time has one window`() throws {
        let keys = 400
        let limiter = RateLimiter(limit: 1, window: 60)
        let tally = Tally()
        let threads = try (0..<2).map { _ in
            try NamedThread("taker") {
                for key in 0..<keys {
                    tally.arrived.add(1, ordering: .sequentiallyConsistent)
                    while tally.arrived.load(ordering: .sequentiallyConsistent) < 2 * (key + 1) { NamedThread.yield() }
                    if limiter.take(key, now: 0).isAllowed { tally.shared.add(1, ordering: .relaxed) }
                }
            }
        }
        for thread in threads { thread.join() }
        #expect(tally.shared.load(ordering: .relaxed) == keys)
    }
}

private final class Tally: Sendable {
    let shared = Atomic(0)
    let own = Atomic(0)
    let arrived = Atomic(0)
}
