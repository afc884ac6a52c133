/// Where each second of a clock went.
extension SLATimeline {
    /// A part of a clock's time, and how much of it counts.
    package struct Part: Sendable {
        package let interval: SLAInterval
        /// In milliseconds.
        package let counted: Int64
    }

    /// The time from a clock's start to its end, or to `now`, without a gap.
    ///
    /// - Parameter dividingDays: divides counted time into opening hours, each interval alike throughout. Without it an
    ///   interval may hold closed hours too, which `counted` leaves out.
    func intervals(of clock: SLAClock, at now: Instant, dividingDays: Bool) -> [Part] {
        let end = clock.endedAt ?? max(now, cursor)
        var all = stretches
        if end > cursor {
            all.append(Stretch(from: cursor, to: end, status: status, calendar: calendar, hours: hours))
        }
        var parts: [Part] = []
        for stretch in all where stretch.to > clock.startedAt && stretch.from < end {
            let from = max(stretch.from, clock.startedAt)
            let to = min(stretch.to, end)
            switch stretch.status.slaTreatment {
            case .paused: parts.append(Part(from, to, stretch.status, .waitingForCustomer))
            case .stopped: parts.append(Part(from, to, stretch.status, .solved))
            case .counted:
                if dividingDays {
                    Self.divide(stretch, from, to, into: &parts)
                } else {
                    parts.append(
                        Part(
                            interval: SLAInterval(from: from, to: to, status: stretch.status, reason: .counted),
                            counted: stretch.hours.counted(from: from, to: to)))
                }
            }
        }
        return parts
    }

    /// Cuts a counted stretch at the opening hours.
    private static func divide(_ stretch: Stretch, _ from: Instant, _ to: Instant, into parts: inout [Part]) {
        var at = from
        while at < to {
            let found = stretch.hours.stretch(at: at, limit: to)
            let reason: SLAInterval.Reason = found.isOpen ? .counted : found.isHoliday ? .holiday : .outsideHours
            // One that touches the interval before it and is like it goes on with it.
            if let last = parts.last?.interval, last.to == at, last.reason == reason, last.status == stretch.status {
                parts.removeLast()
                parts.append(Part(last.from, found.end, stretch.status, reason))
            } else {
                parts.append(Part(at, found.end, stretch.status, reason))
            }
            at = found.end
        }
    }
}

extension SLATimeline.Part {
    fileprivate init(_ from: Instant, _ to: Instant, _ status: Status, _ reason: SLAInterval.Reason) {
        interval = SLAInterval(from: from, to: to, status: status, reason: reason)
        counted = interval.isCounted ? interval.milliseconds : 0
    }
}

/// A clock with all that explains it, for people.
package struct SLAExplanation: Sendable {
    /// How many intervals are shown: those of some months of opening hours. A clock that has more shows each status as
    /// one interval of its opening hours together.
    static let mostIntervals = 1000

    package let clock: SLAClock
    package let intervals: [SLAInterval]
    /// Whole seconds of each interval; those that count add up to `elapsed`.
    package let seconds: [Int64]
    /// Counted whole seconds.
    package let elapsed: Int64

    init(_ clock: SLAClock, _ parts: [SLATimeline.Part]) {
        self.clock = clock
        intervals = parts.map(\.interval)
        // Rounded as sums, so that no second is lost between the intervals.
        var (counted, rest): (Int64, Int64) = (0, 0)
        var seconds: [Int64] = []
        for part in parts {
            if part.interval.isCounted {
                seconds.append((counted + part.counted) / 1000 - counted / 1000)
                counted += part.counted
            } else {
                seconds.append((rest + part.interval.milliseconds) / 1000 - rest / 1000)
                rest += part.interval.milliseconds
            }
        }
        self.seconds = seconds
        elapsed = counted / 1000
    }

    /// Negative when the target is behind.
    package var remaining: Int64 { clock.target - elapsed }

    /// The sum in words.
    package var arithmetic: String {
        let passed = "\(Self.text(elapsed)) of \(Self.text(clock.target)) counted"
        switch clock.state {
        case .met: return "\(passed): met with \(Self.text(remaining)) to spare."
        case .cancelled: return "\(passed): solved before an answer was due, so nothing was owed any more."
        case .stopped: return "\(passed): stopped; the ticket is solved or merged."
        case .paused:
            return "\(passed): \(Self.text(remaining)) left, paused while the customer's answer is awaited."
        case .running:
            guard let due = clock.dueAt else { return "\(passed): the calendar has no hours left to count." }
            return "\(passed): \(Self.text(remaining)) left, due at \(Timestamp.text(due))."
        case .breached:
            let missed = clock.breach.map { "the deadline \(Timestamp.text($0.dueAt)) was missed" } ?? "missed"
            return remaining < 0 ? "\(passed): \(missed), \(Self.text(-remaining)) over." : "\(passed): \(missed)."
        }
    }

    /// "1 d 2 h 5 min 3 s", without what is zero.
    static func text(_ seconds: Int64) -> String {
        if seconds < 0 { return "-" + text(-seconds) }
        let parts = [
            (seconds / 86_400, "d"), (seconds / 3600 % 24, "h"), (seconds / 60 % 60, "min"), (seconds % 60, "s"),
        ]
        let shown = parts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
        return shown.isEmpty ? "0 s" : shown.joined(separator: " ")
    }
}

extension SLATimeline {
    /// The clocks at `now`, each with every second explained.
    package func explanations(at now: Instant) -> [SLAExplanation] {
        clocks(at: now).map { clock in
            let parts = intervals(of: clock, at: now, dividingDays: true)
            return SLAExplanation(
                clock,
                parts.count > SLAExplanation.mostIntervals
                    ? intervals(of: clock, at: now, dividingDays: false) : parts)
        }
    }
}
