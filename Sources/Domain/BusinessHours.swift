/// When time counts: weekly intervals on a place's clock, but not on holidays. Pure arithmetic between instants and
/// counted milliseconds.
///
/// Time counts whenever the clock on the wall stands inside an interval. So an hour that the clock skips in spring is
/// not there to count, and one that it shows twice in autumn counts twice.
package struct BusinessHours: Sendable {
    /// How far ahead an end is looked for, in milliseconds (about 50 years): beyond it there is none.
    package static let horizon: Int64 = 50 * 366 * day
    static let day: Int64 = 86_400_000
    private static let week = 7 * day
    /// 1970-01-01 was a Thursday: what local time is ahead of the Monday before it.
    private static let mondayShift = 3 * day

    /// The part of a week, in milliseconds after Monday 00:00; `end` is excluded.
    private struct Span {
        let start: Int64
        let end: Int64
        /// Counted in the week before `start`.
        let before: Int64
    }

    private let zone: Zone
    private let spans: [Span]
    private let weekTotal: Int64
    /// Days since 1970 that do not count, in order, and how much the week would have counted on all before each.
    private let holidays: [Int64]
    private let holidaysBefore: [Int64]
    /// All hours of all days: nothing has to be looked up.
    private let isAlways: Bool

    /// Day and night.
    package static let always = BusinessHours(week: WeeklyHours.always, holidays: [], zone: .utc)

    /// - Parameter holidays: days that do not count at all, in any order.
    package init(week hours: WeeklyHours, holidays: [CivilDate], zone: Zone) {
        self.zone = zone
        var spans: [Span] = []
        var counted: Int64 = 0
        for (index, intervals) in hours.days.enumerated() {
            for interval in intervals {
                let start = Int64(index) * Self.day + interval.start * 60_000
                let end = Int64(index) * Self.day + interval.end * 60_000
                spans.append(Span(start: start, end: end, before: counted))
                counted += end - start
            }
        }
        self.spans = spans
        weekTotal = counted
        isAlways = counted == Self.week && holidays.isEmpty
        let numbers = Set(holidays.map(\.daysSince1970)).sorted()
        var before: [Int64] = []
        var skipped: Int64 = 0
        for number in numbers {
            before.append(skipped)
            skipped += Self.weekly(number * Self.day + Self.day, spans, counted)
            skipped -= Self.weekly(number * Self.day, spans, counted)
        }
        self.holidays = numbers
        holidaysBefore = before
    }

    /// Counted milliseconds from `start` to `end`; 0 when `end` is not later.
    package func counted(from start: Instant, to end: Instant) -> Int64 {
        guard start < end else { return 0 }
        if isAlways { return end.milliseconds - start.milliseconds }
        var total: Int64 = 0
        var at = start.milliseconds
        while at < end.milliseconds {
            let (until, offset) = evenSpan(at)
            let stop = min(until, end.milliseconds)
            total += local(stop + offset) - local(at + offset)
            at = stop
        }
        return total
    }

    /// The first instant at which `milliseconds` have been counted since `start`, or nil when that never happens, or
    /// not within the horizon.
    package func instant(after milliseconds: Int64, from start: Instant) -> Instant? {
        if milliseconds <= 0 { return start }
        if isAlways { return start.adding(milliseconds: milliseconds) }
        guard weekTotal > 0 else { return nil }
        var remaining = milliseconds
        var at = start.milliseconds
        let last = at + Self.horizon
        while at < last {
            let (until, offset) = evenSpan(at)
            let stop = min(until, last)
            let begun = local(at + offset)
            let here = local(stop + offset) - begun
            if here >= remaining {
                // The count never falls, so the first moment that has it is found by halving.
                var (low, high) = (at, stop)
                while low < high {
                    let middle = low + (high - low) / 2
                    if local(middle + offset) - begun >= remaining { high = middle } else { low = middle + 1 }
                }
                return Instant(milliseconds: low)
            }
            remaining -= here
            at = stop
        }
        return nil
    }

    /// Whether `instant` counts, why, and until when that stays so, at most until `limit`.
    package func stretch(at instant: Instant, limit: Instant) -> (isOpen: Bool, isHoliday: Bool, end: Instant) {
        if isAlways { return (true, false, limit) }
        let (until, offset) = evenSpan(instant.milliseconds)
        let local = instant.milliseconds + offset
        let day = Self.floored(local, Self.day)
        let inWeek = Self.inWeek(local)
        var isOpen = false
        // At midnight at the latest it is another day, which may be a holiday.
        var end = (day + 1) * Self.day
        for span in spans {
            if inWeek < span.start {
                end = min(end, local + span.start - inWeek)
                break
            }
            if inWeek < span.end {
                isOpen = true
                end = min(end, local + span.end - inWeek)
                break
            }
        }
        let isHoliday = isHoliday(day)
        if isHoliday { end = (day + 1) * Self.day }
        let stop = min(end - offset, until, limit.milliseconds)
        return (isOpen && !isHoliday, isHoliday, Instant(milliseconds: stop))
    }

    /// How long the place's clock runs evenly from `at` on, and how far it is ahead of UTC; in milliseconds.
    private func evenSpan(_ at: Int64) -> (until: Int64, offset: Int64) {
        let period = zone.period(at: Self.floored(at, 1000))
        return (period.end > .max / 1000 ? .max : period.end * 1000, period.offset * 1000)
    }

    /// What has been counted on the local clock since some Monday until `moment`, holidays left out.
    private func local(_ moment: Int64) -> Int64 {
        let all = Self.weekly(moment, spans, weekTotal)
        guard !holidays.isEmpty else { return all }
        let day = Self.floored(moment, Self.day)
        // The first holiday that is not before this day.
        var (low, high) = (0, holidays.count)
        while low < high {
            let middle = (low + high) / 2
            if holidays[middle] < day { low = middle + 1 } else { high = middle }
        }
        if low == holidays.count {
            return all - holidaysBefore[low - 1] - dayTotal(holidays[low - 1])
        }
        let today = holidays[low] == day ? all - Self.weekly(day * Self.day, spans, weekTotal) : 0
        return all - holidaysBefore[low] - today
    }

    private func dayTotal(_ day: Int64) -> Int64 {
        Self.weekly((day + 1) * Self.day, spans, weekTotal) - Self.weekly(day * Self.day, spans, weekTotal)
    }

    private func isHoliday(_ day: Int64) -> Bool {
        var (low, high) = (0, holidays.count)
        while low < high {
            let middle = (low + high) / 2
            if holidays[middle] < day { low = middle + 1 } else { high = middle }
        }
        return low < holidays.count && holidays[low] == day
    }

    /// The same without holidays.
    private static func weekly(_ moment: Int64, _ spans: [Span], _ total: Int64) -> Int64 {
        let weeks = floored(moment + mondayShift, week)
        let rest = moment + mondayShift - weeks * week
        var counted = weeks * total
        // The last span that has begun.
        var (low, high) = (0, spans.count)
        while low < high {
            let middle = (low + high) / 2
            if spans[middle].start <= rest { low = middle + 1 } else { high = middle }
        }
        if low > 0 {
            let span = spans[low - 1]
            counted += span.before + min(rest, span.end) - span.start
        }
        return counted
    }

    private static func inWeek(_ moment: Int64) -> Int64 {
        moment + mondayShift - floored(moment + mondayShift, week) * week
    }

    /// Division that rounds down, for moments before 1970 too.
    private static func floored(_ value: Int64, _ by: Int64) -> Int64 {
        value >= 0 ? value / by : -((by - 1 - value) / by)
    }
}
