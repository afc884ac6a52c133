import Platform

/// What stands of a limit after a call.
package struct Allowance: Sendable, Equatable {
    let limit: Int
    let remaining: Int
    /// Seconds until the window ends.
    let reset: Int64
    let isExceeded: Bool
}

/// Counts calls in fixed windows, in memory: a restart forgives. Shared by the loops, in parts with a lock each, so
/// that two loops seldom wait for one another.
package final class RateLimiter: Sendable {
    private struct Window {
        var endsAt: Int64
        var calls: Int
    }

    /// How many callers a part remembers before it looks for windows that have ended.
    private static let sweepAt = 8192
    /// Beyond this a part forgets everything: a flood of made-up callers must not fill the memory.
    private static let most = 65_536

    private let parts: [Guarded<[String: Window]>]

    package init() { parts = (0..<16).map { _ in Guarded([:]) } }

    /// Counts a call of `caller`.
    ///
    /// - Parameters:
    ///   - limit: how many calls a window of `seconds` may have.
    ///   - now: milliseconds since 1970.
    package func count(_ caller: String, limit: Int, seconds: Int64, now: Int64) -> Allowance {
        let part = parts[Int(truncatingIfNeeded: UInt(bitPattern: caller.hashValue) % 16)]
        let window = part.withLock { windows in
            if windows.count > Self.sweepAt { Self.sweep(&windows, now) }
            var window = windows[caller] ?? Window(endsAt: 0, calls: 0)
            // A clock that was set back must not lock anybody out for longer than one window.
            if window.endsAt <= now || window.endsAt > now + seconds * 1000 {
                window = Window(endsAt: now + seconds * 1000, calls: 0)
            }
            window.calls += 1
            windows[caller] = window
            return window
        }
        return Allowance(
            limit: limit, remaining: max(0, limit - window.calls), reset: (window.endsAt - now + 999) / 1000,
            isExceeded: window.calls > limit)
    }

    private static func sweep(_ windows: inout [String: Window], _ now: Int64) {
        windows = windows.filter { $0.value.endsAt > now }
        if windows.count > most { windows.removeAll() }
    }
}
