import Testing

@testable import Domain

/// Times in these tests are seconds after the ticket was created.
let birth = Instant(milliseconds: 1_772_366_400_000)

func at(_ seconds: Int64) -> Instant { birth.adding(seconds: seconds) }

/// A policy with first response 100, next response 50, resolution 1000 for all; ten times as much for `low`, half for
/// `urgent`.
func policy(
    _ id: Int64 = 1, next: Int64? = 50, factor: Int64 = 1, calendar: Int64 = 1, effective: Int64 = 0
) -> SLAPolicy {
    func targets(_ numerator: Int64, _ denominator: Int64) -> SLATargets {
        SLATargets(
            firstResponse: 100 * factor * numerator / denominator,
            nextResponse: next.map { $0 * factor * numerator / denominator },
            resolution: 1000 * factor * numerator / denominator)
    }
    return SLAPolicy(
        id: ID(id), name: "P\(id)", position: id, isActive: true, match: SLAPolicy.Match(), calendar: ID(calendar),
        targets: [.low: targets(10, 1), .medium: targets(1, 1), .high: targets(1, 1), .urgent: targets(1, 2)],
        effectiveAt: at(effective), createdAt: birth, updatedAt: birth)
}

func book(
    _ policies: [SLAPolicy], hours: [ID<BusinessCalendar>: (hours: BusinessHours, effectiveAt: Instant)] = [:]
) -> SLABook {
    SLABook(policies, hours: hours)
}

func timeline(
    _ facts: [(Int64, SLAFact.Kind)] = [], book given: SLABook? = nil, priority: Priority = .medium,
    merged: Bool = false
) -> SLATimeline {
    var timeline = SLATimeline(
        createdAt: birth, priority: priority, policy: ID(1), isMerged: merged, book: given ?? book([policy()]))
    for (seconds, kind) in facts { timeline.apply(SLAFact(kind, at: at(seconds))) }
    return timeline
}

extension SLATimeline {
    func clock(_ metric: SLAMetric, now: Int64? = nil) -> SLAClock? {
        clocks(at: now.map(at)).first { $0.metric == metric }
    }

    /// State, counted seconds, and when it is due.
    func told(_ metric: SLAMetric, now: Int64) -> String {
        guard let clock = clock(metric, now: now) else { return "none" }
        let due = clock.dueAt.map { String(($0.milliseconds - birth.milliseconds) / 1000) } ?? "-"
        return "\(clock.state.rawValue) \(elapsed(clock, at: at(now)) / 1000) \(due)"
    }
}
