import Domain
import Store

/// The figures that staff looks at, of all time or of some days.
package struct StatsReport: Sendable {
    /// Durations in seconds; nil where there are none.
    package struct Durations: Sendable {
        package var count: Int64 = 0
        package var mean: Double?
        /// Each within 3.2 % of the exact one.
        package var p50: Double?
        package var p90: Double?
        package var p99: Double?
    }

    package var totals = Stats.Totals()
    /// Unsolved tickets at the end of each day.
    package var backlog: [(day: Instant, count: Int64)] = []
    package var firstResponse = Durations()
    package var assistantResponse = Durations()
    package var resolution = Durations()
    package var sla: (met: Int64, breached: Int64) = (0, 0)
    package var ratings: (count: Int64, mean: Double?) = (0, nil)
    /// Reopened over resolved; nil when none was resolved.
    package var reopenRate: Double?

    package init() {}
}

extension Stats {
    /// Days of backlog that are told where no days are asked for, and at the most.
    static let usualBacklog: Int64 = 30
    static let longestBacklog: Int64 = 1100
    private static let millisecondsPerDay: Int64 = 86_400_000

    /// When the report of today becomes that of yesterday.
    package static func nextDay(after now: Instant) -> Instant {
        Instant(milliseconds: (day(now) + 1) * millisecondsPerDay)
    }

    /// Figures of the UTC days from `from`'s up to but without `to`'s: tickets by the day they were opened on, outcomes by
    /// their own day. All time without either.
    ///
    /// - Throws: `.validation` for an end before the beginning.
    package func report(from: Instant?, to: Instant?, in tx: Reading) throws(Failure) -> StatsReport {
        if let from, let to, Stats.day(from) > Stats.day(to) { throw .field("to", "must not be before from") }
        // Nothing is older than 1970, and what is kept under the day before is all days together.
        let first = max(0, from.map(Stats.day) ?? 0)
        let end = max(first, to.map(Stats.day) ?? Int64.max)
        let days = from == nil && to == nil ? nil : first..<end
        var report = StatsReport()
        report.totals = try totals(openedOn: days, in: tx)
        report.backlog = try backlog(from: from == nil ? nil : first, to: to == nil ? nil : end, in: tx)
        report.firstResponse = durations(try tx.figure(.firstResponse, in: days))
        report.assistantResponse = durations(try tx.figure(.assistantResponse, in: days))
        report.resolution = durations(try tx.figure(.resolution, in: days))
        report.sla = try tx.slaOutcomes(in: days)
        let ratings = try tx.figure(.rating, in: days)
        let count = ratings.reduce(0) { $0 + $1.entries }
        let total = ratings.reduce(0) { $0 + $1.total }
        report.ratings = (count, count > 0 ? Double(total) / Double(count) : nil)
        let reopened = try tx.figure(.reopened, in: days).reduce(0) { $0 + $1.entries }
        if report.resolution.count > 0 { report.reopenRate = Double(reopened) / Double(report.resolution.count) }
        return report
    }

    /// What is unsolved now, less what came after each day's end.
    private func backlog(
        from: Int64?, to: Int64?, in tx: Reading
    ) throws(Failure) -> [(day: Instant, count: Int64)] {
        let today = Stats.day(tx.now)
        let end = min(to ?? today + 1, today + 1)
        let first = max(from ?? end - Stats.usualBacklog, end - Stats.longestBacklog)
        guard first < end else { return [] }
        var unsolved = try tx.unsolvedCount()
        var growth = try tx.unsolvedGrowth(since: first)[...]
        var backlog: [(day: Instant, count: Int64)] = []
        var day = max(today, growth.first?.day ?? today)
        while day >= first {
            if day < end { backlog.append((Instant(milliseconds: day * Stats.millisecondsPerDay), unsolved)) }
            if let newest = growth.first, newest.day == day {
                unsolved -= newest.growth
                growth.removeFirst()
            }
            day -= 1
        }
        return backlog.reversed()
    }

    private func durations(_ buckets: [FigureBucket]) -> StatsReport.Durations {
        var durations = StatsReport.Durations()
        durations.count = buckets.reduce(0) { $0 + $1.entries }
        guard durations.count > 0 else { return durations }
        durations.mean = Double(buckets.reduce(0) { $0 + $1.total }) / Double(durations.count) / 1000
        func percentile(_ percent: Int64) -> Double? {
            // The nearest rank.
            let rank = max(1, (durations.count * percent + 99) / 100)
            var passed: Int64 = 0
            for bucket in buckets {
                passed += bucket.entries
                if passed >= rank { return DurationBuckets.middle(of: bucket.bucket) / 1000 }
            }
            return nil
        }
        durations.p50 = percentile(50)
        durations.p90 = percentile(90)
        durations.p99 = percentile(99)
        return durations
    }

    private static func day(_ instant: Instant) -> Int64 {
        let day = instant.milliseconds / millisecondsPerDay
        return instant.milliseconds % millisecondsPerDay < 0 ? day - 1 : day
    }
}
