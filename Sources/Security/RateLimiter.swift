import Platform

/// Counts uses by key in fixed windows, in memory, for all threads: `limit` uses in each window, which begins with the
/// first use.
///
/// Memory is bounded. When room is needed, ended windows go, and if there are none the half that was used least: a
/// flood of new keys does not let those go who have reached their limit.
package struct RateLimiter: Sendable {
    /// What a use, or a look, found.
    package struct Decision: Sendable, Equatable {
        package let isAllowed: Bool
        package let limit: Int
        package let remaining: Int
        /// Seconds, rounded up, until the window ends.
        package let resetSeconds: Int64
    }

    /// Keys of one limiter, some 60 bytes each.
    package static let mostKeys = 100_000
    private static let shardCount = 16

    package let limit: Int
    private let windowMilliseconds: Int64
    private let shards: [Guarded<Shard>]

    /// - Parameters:
    ///   - limit: uses in a window; 1 or more.
    ///   - window: seconds; 1 or more.
    package init(limit: Int, window: Int64) {
        self.init(limit: limit, window: window, mostKeys: RateLimiter.mostKeys)
    }

    init(limit: Int, window: Int64, mostKeys: Int) {
        self.limit = limit
        windowMilliseconds = window * 1000
        let room = max(mostKeys / RateLimiter.shardCount, 1)
        shards = (0..<RateLimiter.shardCount).map { _ in Guarded(Shard(room: room)) }
    }

    /// Uses once, if there is something left.
    ///
    /// - Parameter now: milliseconds.
    package func take(_ key: String, now: Int64) -> Decision {
        let hash = key.hashValue
        return shards[hash & (RateLimiter.shardCount - 1)].withLock { shard in
            var window = shard.current(hash, now: now, length: windowMilliseconds)
            let isAllowed = window.used < limit
            if isAllowed {
                window.used += 1
                shard.put(window, for: hash, now: now, length: windowMilliseconds)
            }
            return decision(isAllowed, window, now)
        }
    }

    /// What `take` would answer, with nothing used.
    package func peek(_ key: String, now: Int64) -> Decision {
        let hash = key.hashValue
        return shards[hash & (RateLimiter.shardCount - 1)].withLock { shard in
            let window = shard.current(hash, now: now, length: windowMilliseconds)
            return decision(window.used < limit, window, now)
        }
    }

    /// Begins anew for `key`, as after a login that succeeded.
    package func forget(_ key: String) {
        let hash = key.hashValue
        shards[hash & (RateLimiter.shardCount - 1)].withLock { shard in shard.remove(hash) }
    }

    /// Keys held, ended windows among them.
    var count: Int {
        shards.reduce(0) { total, shard in total + shard.withLock { $0.windows.count } }
    }

    private func decision(_ isAllowed: Bool, _ window: Window, _ now: Int64) -> Decision {
        Decision(
            isAllowed: isAllowed, limit: limit, remaining: limit - window.used,
            resetSeconds: (window.start + windowMilliseconds - now + 999) / 1000)
    }
}

private struct Window: Sendable {
    let start: Int64
    var used: Int

    /// A clock that was set back begins a new window: otherwise somebody might wait for years.
    func isEnded(now: Int64, length: Int64) -> Bool { now - start >= length || now < start }
}

/// A part of the keys under one lock. Keys stand as their 64-bit SipHash, seeded by the process: nobody outside can aim
/// at a collision, and by chance there is one among 100,000 keys in one of four thousand million processes.
private struct Shard: Sendable {
    var windows: [Int: Window] = [:]
    let room: Int

    init(room: Int) { self.room = room }

    func current(_ key: Int, now: Int64, length: Int64) -> Window {
        guard let window = windows[key], !window.isEnded(now: now, length: length) else {
            return Window(start: now, used: 0)
        }
        return window
    }

    mutating func put(_ window: Window, for key: Int, now: Int64, length: Int64) {
        windows[key] = window
        if windows.count > room { makeRoom(now: now, length: length) }
    }

    mutating func remove(_ key: Int) { windows[key] = nil }

    /// Leaves at most half, so that the next sweep is far away and a use costs the same on average.
    private mutating func makeRoom(now: Int64, length: Int64) {
        windows = windows.filter { !$0.value.isEnded(now: now, length: length) }
        guard windows.count > room / 2 else { return }
        let uses = windows.values.map(\.used).sorted()
        let median = uses[uses.count / 2]
        windows = windows.filter { $0.value.used > median }
    }
}
