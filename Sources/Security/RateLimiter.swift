import Platform

/// Counts uses by key in fixed windows, in memory, for all threads: `limit` uses in each window, which begins with the
/// first use. There is no lock: the loops all come here with every request.
///
/// Memory is bounded. A key has its place in one of eight slots; when all are taken an ended window goes, else the one
/// that was used least: a flood of new keys does not let those go who have reached their limit.
package struct RateLimiter: Sendable {
    /// What a use, or a look, found.
    package struct Decision: Sendable, Equatable {
        package let isAllowed: Bool
        package let limit: Int
        package let remaining: Int
        /// Seconds, rounded up, until the window ends.
        package let resetSeconds: Int64

        package init(isAllowed: Bool, limit: Int, remaining: Int, resetSeconds: Int64) {
            self.isAllowed = isAllowed
            self.limit = limit
            self.remaining = remaining
            self.resetSeconds = resetSeconds
        }
    }

    /// Keys of one limiter, 16 bytes each once its page is touched.
    package static let mostKeys = 65_536
    /// Slots of a row: a cache line of keys, and behind it one of their windows.
    private static let width = 8
    /// How often a slot is sought anew when other threads change the row meanwhile.
    private static let mostTries = 16

    package let limit: Int
    private let windowMilliseconds: Int64
    private let words: AtomicWords
    /// The number of rows less one; they are a power of two.
    private let rowMask: Int

    /// - Parameters:
    ///   - limit: uses in a window; 1 to 1,000,000.
    ///   - window: seconds; 1 or more.
    package init(limit: Int, window: Int64) {
        self.init(limit: limit, window: window, mostKeys: RateLimiter.mostKeys)
    }

    init(limit: Int, window: Int64, mostKeys: Int) {
        self.limit = limit
        windowMilliseconds = window * 1000
        var rows = 1
        while rows * 2 * RateLimiter.width <= mostKeys { rows *= 2 }
        rowMask = rows - 1
        words = AtomicWords(count: rows * 2 * RateLimiter.width)
    }

    /// Uses once, if there is something left.
    ///
    /// - Parameter now: milliseconds since 1970.
    package func take(_ key: some Hashable, now: Int64) -> Decision { take(hash: key.hashValue, now: now) }

    /// As `take` of a key with that hash. Keys stand as their 64-bit SipHash, seeded by the process: nobody outside can
    /// aim at a collision, and by chance there is none to speak of.
    package func take(hash: Int, now: Int64) -> Decision {
        let (key, row) = place(of: hash)
        for _ in 0..<RateLimiter.mostTries {
            guard let slot = slot(of: key, in: row) ?? claim(key, in: row, now: now) else { continue }
            if let decision = use(slot, of: key, now: now) { return decision }
        }
        // Others win the race for this row again and again: letting one call through harms nobody.
        return Decision(isAllowed: true, limit: limit, remaining: 0, resetSeconds: windowMilliseconds / 1000)
    }

    /// What `take` would answer, with nothing used.
    package func peek(_ key: some Hashable, now: Int64) -> Decision {
        let (key, row) = place(of: key.hashValue)
        let word = slot(of: key, in: row).map { words.load($0) } ?? 0
        let window = current(word, now: now)
        return decision(window.used < limit, window, now)
    }

    /// Begins anew for `key`.
    package func forget(_ key: some Hashable) {
        let (key, row) = place(of: key.hashValue)
        guard let slot = slot(of: key, in: row) else { return }
        for _ in 0..<RateLimiter.mostTries where words.replace(slot, words.load(slot), with: 0) { return }
    }

    /// Keys held, ended windows among them.
    var count: Int {
        var count = 0
        for row in 0...rowMask {
            for index in keys(of: row) where words.load(index) != 0 { count += 1 }
        }
        return count
    }

    // MARK: Slots

    /// The key as it stands in a slot, where 0 is nobody, and its row.
    private func place(of hash: Int) -> (key: UInt64, row: Int) {
        let key = UInt64(bitPattern: Int64(hash))
        return (key == 0 ? 1 : key, hash & rowMask)
    }

    private func keys(of row: Int) -> Range<Int> {
        let start = row * 2 * RateLimiter.width
        return start..<start + RateLimiter.width
    }

    /// Where the window of `key` stands.
    private func slot(of key: UInt64, in row: Int) -> Int? {
        for index in keys(of: row) where words.load(index) == key { return index + RateLimiter.width }
        return nil
    }

    /// Gives `key` a slot of the row: an empty one, or that of the key whose loss matters least. Another thread may have
    /// given it one meanwhile; then it is that one.
    private func claim(_ key: UInt64, in row: Int, now: Int64) -> Int? {
        var best: (index: Int, old: UInt64, word: UInt64, worth: Int)?
        for index in keys(of: row) {
            // The window before its key: a slot that was empty then had no uses that could be taken for the old ones.
            let word = words.load(index + RateLimiter.width)
            let old = words.load(index)
            if old == key { return index + RateLimiter.width }
            let window = Window(word)
            let worth = old == 0 ? -1 : window.isEnded(now: now, length: windowMilliseconds) ? 0 : window.used
            if worth < best?.worth ?? .max { best = (index, old, word, worth) }
        }
        guard let best else { return nil }
        let slot = best.index + RateLimiter.width
        // The window first: whoever finds the key must not find another's uses with it.
        guard words.replace(slot, best.word, with: 0), words.replace(best.index, best.old, with: key) else {
            return nil
        }
        return slot
    }

    /// Nil when another key got the slot meanwhile. Each turn in vain is another thread's use, so there are few.
    private func use(_ slot: Int, of key: UInt64, now: Int64) -> Decision? {
        while words.load(slot - RateLimiter.width) == key {
            let word = words.load(slot)
            var window = current(word, now: now)
            guard window.used < limit else { return decision(false, window, now) }
            window.used += 1
            if words.replace(slot, word, with: window.word) { return decision(true, window, now) }
        }
        return nil
    }

    private func current(_ word: UInt64, now: Int64) -> Window {
        let window = Window(word)
        return window.isEnded(now: now, length: windowMilliseconds) ? Window(start: now, used: 0) : window
    }

    private func decision(_ isAllowed: Bool, _ window: Window, _ now: Int64) -> Decision {
        Decision(
            isAllowed: isAllowed, limit: limit, remaining: limit - window.used,
            resetSeconds: (window.start + windowMilliseconds - now + 999) / 1000)
    }
}

/// A window in one word: its start in milliseconds since 1970 (44 bits, until the year 2527) and its uses (20 bits).
private struct Window: Sendable {
    let start: Int64
    var used: Int

    init(start: Int64, used: Int) {
        self.start = start
        self.used = used
    }

    init(_ word: UInt64) {
        start = Int64(word >> 20)
        used = Int(word & 0xF_FFFF)
    }

    var word: UInt64 { UInt64(bitPattern: start) << 20 | UInt64(used) }

    /// A clock that was set back begins a new window: otherwise somebody might wait for years.
    func isEnded(now: Int64, length: Int64) -> Bool { used == 0 || now - start >= length || now < start }
}
