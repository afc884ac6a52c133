import Domain
import SQLite

/// Differences to what is counted about clocks, gathered by the jobs of a group and written once at its end.
struct SLACountChanges {
    var overdue: Int64 = 0
    /// Tickets by policy.
    var policies: [ID<SLAPolicy>: Int64] = [:]
    /// Outcomes by day.
    var days: [Int64: (met: Int64, breached: Int64)] = [:]

    var isEmpty: Bool { overdue == 0 && policies.isEmpty && days.isEmpty }

    mutating func add(_ ticket: Ticket, _ difference: Int64) {
        if ticket.isCountedOverdue { overdue += difference }
        if let policy = ticket.sla.policy { policies[policy, default: 0] += difference }
    }

    mutating func replace(_ before: Ticket, with after: Ticket) {
        if before.isCountedOverdue != after.isCountedOverdue { overdue += after.isCountedOverdue ? 1 : -1 }
        guard before.sla.policy != after.sla.policy else { return }
        if let policy = before.sla.policy { policies[policy, default: 0] -= 1 }
        if let policy = after.sla.policy { policies[policy, default: 0] += 1 }
    }

    mutating func count(_ outcomes: [SLAOutcome]) {
        for outcome in outcomes {
            let day = outcome.at.milliseconds / 86_400_000
            switch outcome.kind {
            case .met: days[day, default: (0, 0)].met += 1
            case .unmet: days[day, default: (0, 0)].met -= 1
            case .breached: days[day, default: (0, 0)].breached += 1
            }
        }
    }

    mutating func append(_ other: SLACountChanges) {
        overdue += other.overdue
        policies.merge(other.policies) { $0 + $1 }
        days.merge(other.days) { ($0.met + $1.met, $0.breached + $1.breached) }
    }
}

extension Writing {
    func write(_ changes: SLACountChanges) throws(Failure) {
        if changes.overdue != 0 {
            try run(
                """
                INSERT INTO counters (name, value) VALUES ('sla_overdue', $1)
                ON CONFLICT (name) DO UPDATE SET value = counters.value + excluded.value
                """, [.integer(changes.overdue)])
        }
        for (policy, difference) in changes.policies where difference != 0 {
            try run(
                "UPDATE sla_policies SET tickets = tickets + $1 WHERE id = $2",
                [.integer(difference), .integer(policy.rawValue)])
        }
        for (day, outcomes) in changes.days where outcomes != (0, 0) {
            try run(
                """
                INSERT INTO sla_outcomes (day, met, breached) VALUES ($1, $2, $3)
                ON CONFLICT (day) DO UPDATE SET
                    met = sla_outcomes.met + excluded.met, breached = sla_outcomes.breached + excluded.breached
                """, [.integer(day), .integer(outcomes.met), .integer(outcomes.breached)])
        }
    }

    /// Counts outcomes of a past that is being seeded.
    package func count(_ outcomes: [SLAOutcome]) { deferred.sla.count(outcomes) }
}

extension Reading {
    /// How many tickets are past a deadline that is running: those whose breach is written down are counted already,
    /// the others are the few that came due since the last look.
    package func overdueCount() throws(Failure) -> Int64 {
        let counted = try first("SELECT value FROM counters WHERE name = 'sla_overdue'") { $0.integer(0) } ?? 0
        let fresh =
            try first(
                """
                SELECT count(*) FROM tickets INDEXED BY tickets_by_sla_next
                WHERE sla_next_at < $1 AND sla_due_at < $1 AND sla_state <> 'breached'
                """, [.integer(now.milliseconds)]
            ) { $0.integer(0) } ?? 0
        return counted + fresh
    }

    /// The same by reading every ticket, for a check of the counter: those whose breach is written down.
    package func recountedOverdue() throws(Failure) -> (counted: Int64, found: Int64) {
        let counted = try first("SELECT value FROM counters WHERE name = 'sla_overdue'") { $0.integer(0) } ?? 0
        let found =
            try first("SELECT count(*) FROM tickets WHERE sla_state = 'breached' AND sla_due_at IS NOT NULL") {
                $0.integer(0)
            } ?? 0
        return (counted, found)
    }

    /// How many clocks were met and missed.
    ///
    /// - Parameter days: days since 1970 in UTC, the end excluded; nil for all time.
    package func slaOutcomes(in days: Range<Int64>?) throws(Failure) -> (met: Int64, breached: Int64) {
        try first(
            "SELECT coalesce(sum(met), 0), coalesce(sum(breached), 0) FROM sla_outcomes WHERE day >= $1 AND day < $2",
            [.integer(days?.lowerBound ?? .min), .integer(days?.upperBound ?? .max)]
        ) { ($0.integer(0), $0.integer(1)) } ?? (0, 0)
    }
}
