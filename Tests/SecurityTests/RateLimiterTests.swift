import Testing

@testable import Security

@Suite struct RateLimiterTests {
    @Test func `a window allows its limit, then tells when it ends`() {
        let limiter = RateLimiter(limit: 2, window: 10)
        #expect(limiter.peek("a", now: 0).remaining == 2)
        #expect(limiter.take("a", now: 0).remaining == 1)
        #expect(limiter.take("a", now: 500).isAllowed)
        let refused = limiter.take("a", now: 1500)
        #expect(!refused.isAllowed && refused.limit == 2 && refused.remaining == 0 && refused.resetSeconds == 9)
        #expect(!limiter.peek("a", now: 9999).isAllowed)
        #expect(limiter.take("b", now: 1500).isAllowed)
        #expect(limiter.take("a", now: 10_000).remaining == 1)
    }

    @Test func `a forgotten key begins anew, and so does one whose clock was set back`() {
        let limiter = RateLimiter(limit: 1, window: 10)
        _ = limiter.take("a", now: 50_000)
        limiter.forget("a")
        #expect(limiter.take("a", now: 50_000).isAllowed)
        #expect(limiter.take("a", now: 1000).isAllowed)
    }

    @Test func `a flood of keys is bounded and does not free who is at the limit`() {
        let limiter = RateLimiter(limit: 3, window: 1000, mostKeys: 1600)
        for _ in 0..<3 { _ = limiter.take("mallory", now: 0) }
        for number in 0..<20_000 { _ = limiter.take("key \(number)", now: 1) }
        #expect(limiter.count <= 1600)
        #expect(!limiter.take("mallory", now: 2).isAllowed)
    }
}
