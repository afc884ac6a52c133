/// A ticket's clocks, derived from its facts: feed it the facts in their order, then ask. Pure.
package struct SLATimeline: Sendable {
    /// Time that has passed under one status and one calendar.
    struct Stretch: Sendable {
        let from: Instant
        var to: Instant
        let status: Status
        let calendar: ID<BusinessCalendar>
        let hours: BusinessHours
    }

    /// What is known of one clock; the rest is computed from the stretches.
    struct Track: Sendable {
        let metric: SLAMetric
        let startedAt: Instant
        /// Answered, cancelled, or (of the resolution) solved.
        var endedAt: Instant?
        var isCancelled = false
        /// The target that was in force at the end, in seconds.
        var endTarget: Int64?
        var breach: SLABreach?
        var isWarned = false
    }

    let book: SLABook
    /// What it was fed.
    package private(set) var history: SLAHistory
    /// Merged into another ticket: its clocks stand still and have no outcome.
    package var isMerged: Bool
    private(set) var status = Status.new
    private(set) var priority: Priority
    private(set) var policy: ID<SLAPolicy>?
    /// Up to here time has been put into stretches.
    private(set) var cursor: Instant
    private(set) var stretches: [Stretch] = []
    private(set) var calendar: ID<BusinessCalendar>
    private(set) var hours: BusinessHours
    private(set) var first: Track
    private(set) var next: Track?
    private(set) var resolution: Track
    /// Since when the present targets hold.
    private(set) var inForceSince: Instant
    private(set) var unassignedSince: Instant?
    private(set) var unsolvedSince: Instant?
    private(set) var escalated: [Escalation] = []
    /// What has become of clocks since this was last emptied.
    package var outcomes: [SLAOutcome] = []

    /// A ticket as it was when it was created: new, with nobody.
    package init(
        createdAt: Instant, priority: Priority, policy: ID<SLAPolicy>?, isMerged: Bool = false, book: SLABook
    ) {
        self.book = book
        history = SLAHistory(createdAt: createdAt, priority: priority, policy: policy)
        self.isMerged = isMerged
        self.priority = priority
        self.policy = policy
        cursor = createdAt
        let rule = book.rule(policy)
        calendar = rule?.calendar ?? BusinessCalendar.alwaysID
        hours = rule?.hours ?? .always
        first = Track(metric: .firstResponse, startedAt: createdAt)
        resolution = Track(metric: .resolution, startedAt: createdAt)
        inForceSince = createdAt
        unassignedSince = createdAt
        unsolvedSince = createdAt
    }

    /// A ticket as far as its history goes, with all that has become of its clocks.
    package init(_ history: SLAHistory, isMerged: Bool, book: SLABook) {
        self.init(
            createdAt: history.createdAt, priority: history.priority, policy: history.policy, isMerged: isMerged,
            book: book)
        self.history = history
        for fact in history.facts { follow(fact) }
    }

    /// Takes in the next fact; facts come in the order in which they were written.
    package mutating func apply(_ fact: SLAFact) {
        let isFirstPolicy = history.awaitsPolicy
        history.append(fact)
        if case .policy(.some) = fact.kind, isFirstPolicy {
            // It is taken for the whole past.
            self = SLATimeline(history, isMerged: isMerged, book: book)
        } else {
            follow(fact)
        }
    }

    private mutating func follow(_ fact: SLAFact) {
        advance(to: fact.at)
        switch fact.kind {
        case .status(let new): move(to: new, at: fact.at)
        case .customerMessage:
            // The oldest unanswered one counts.
            if let open = next, open.endedAt == nil { return }
            next = Track(metric: .nextResponse, startedAt: fact.at)
        case .staffMessage:
            first = ended(first, at: fact.at)
            if let open = next { next = ended(open, at: fact.at) }
        case .priority(let new):
            priority = new
            inForceSince = max(inForceSince, fact.at)
        case .policy(let new):
            policy = new
            inForceSince = max(inForceSince, fact.at)
            if let rule = book.rule(new) {
                calendar = rule.calendar
                hours = rule.hours
            }
        case .assignment(let isAssigned): unassignedSince = isAssigned ? nil : unassignedSince ?? fact.at
        case .warned(let metric): change(metric) { $0.isWarned = true }
        case .breached(let metric, let breach):
            change(metric) { $0.breach = $0.breach ?? breach }
            outcomes.append(SLAOutcome(.breached, at: breach.at))
        case .escalated(let escalation): escalated.append(escalation)
        }
    }

    /// The target of a metric under the present priority and policy, in seconds.
    func target(_ metric: SLAMetric) -> Int64? { book.rule(policy)?.targets[priority]?[metric] }

    private mutating func advance(to moment: Instant) {
        guard moment > cursor else { return }
        if let last = stretches.last, last.status == status, last.calendar == calendar {
            stretches[stretches.count - 1].to = moment
        } else {
            stretches.append(Stretch(from: cursor, to: moment, status: status, calendar: calendar, hours: hours))
        }
        cursor = moment
    }

    private mutating func move(to new: Status, at moment: Instant) {
        let wasSolved = status.slaTreatment == .stopped
        let isSolved = new.slaTreatment == .stopped
        status = new
        if isSolved, !wasSolved {
            unsolvedSince = nil
            resolution = ended(resolution, at: moment)
            if var open = next, open.endedAt == nil {
                open.endedAt = moment
                open.endTarget = target(.nextResponse)
                open.isCancelled = true
                // A message that solves the ticket in the same moment never had a clock.
                next = open.startedAt == moment ? nil : open
            }
        }
        if wasSolved, !isSolved {
            unsolvedSince = moment
            if resolution.breach == nil, resolution.endTarget != nil, !isMerged, let end = resolution.endedAt {
                outcomes.append(SLAOutcome(.unmet, at: end))
            }
            resolution.endedAt = nil
            resolution.endTarget = nil
        }
    }

    private mutating func ended(_ track: Track, at moment: Instant) -> Track {
        guard track.endedAt == nil else { return track }
        var ended = track
        ended.endedAt = moment
        ended.endTarget = target(track.metric)
        if track.breach == nil, ended.endTarget != nil, !isMerged { outcomes.append(SLAOutcome(.met, at: moment)) }
        return ended
    }

    private mutating func change(_ metric: SLAMetric, _ body: (inout Track) -> Void) {
        switch metric {
        case .firstResponse: body(&first)
        case .resolution: body(&resolution)
        case .nextResponse:
            if var track = next {
                body(&track)
                next = track
            }
        }
    }
}

/// That a clock was met or missed, for counting; `unmet` takes back what a reopening has undone.
package struct SLAOutcome: Sendable, Equatable {
    package enum Kind: Sendable { case met, unmet, breached }

    package let kind: Kind
    package let at: Instant

    init(_ kind: Kind, at: Instant) {
        self.kind = kind
        self.at = at
    }
}
