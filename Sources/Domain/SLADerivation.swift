/// What follows from a timeline: clocks, the columns that cache them, what has to be announced.
extension SLATimeline {
    /// From this part of its target on, a clock is worth a warning.
    static let warning = (numerator: Int64(3), denominator: Int64(4))

    /// The clocks that the ticket has, in the order of `SLAMetric`.
    ///
    /// - Parameter now: a deadline before it is a breach, written down already or not; nil goes by the facts alone.
    package func clocks(at now: Instant? = nil) -> [SLAClock] {
        var clocks: [SLAClock] = []
        clocks.reserveCapacity(3)
        for track in [first, next, resolution] {
            if let track, let clock = clock(track, at: now) { clocks.append(clock) }
        }
        return clocks
    }

    private func clock(_ track: Track, at now: Instant?) -> SLAClock? {
        guard let target = track.breach?.target ?? track.endTarget ?? target(track.metric) else { return nil }
        let treatment = status.slaTreatment
        let isStopped = treatment == .stopped || isMerged
        let isOpen = track.endedAt == nil && !isStopped
        let isPaused = isOpen && treatment == .paused
        var breach = track.breach
        var due: Instant?
        if let breach {
            due = breach.dueAt
        } else if !isPaused {
            due = self.due(track, after: target * 1000)
            if isOpen, let now, let due, due < now {
                breach = SLABreach(at: max(due, inForce(for: track)), dueAt: due, target: target)
            }
        }
        let state: SLAClock.State
        if breach != nil {
            state = .breached
        } else if track.isCancelled {
            state = .cancelled
        } else if isMerged, track.endedAt == nil || track.metric == .resolution {
            state = .stopped
        } else if track.endedAt != nil {
            state = .met
        } else if isStopped {
            state = .stopped
        } else {
            state = isPaused ? .paused : .running
        }
        return SLAClock(
            metric: track.metric, state: state, target: target, startedAt: track.startedAt,
            endedAt: track.endedAt ?? (isStopped ? solvedAt : nil), dueAt: due, breach: breach, isOpen: isOpen,
            isPaused: isPaused)
    }

    /// Since when the ticket is solved.
    private var solvedAt: Instant? { resolution.endedAt }

    /// The instant at which `milliseconds` have been counted on a clock; of an ended one, had it run on.
    private func due(_ track: Track, after milliseconds: Int64) -> Instant? {
        var remaining = milliseconds
        let end = track.endedAt ?? (status.slaTreatment == .stopped ? solvedAt : nil) ?? cursor
        for stretch in stretches where stretch.to > track.startedAt && stretch.from < end {
            guard stretch.status.slaTreatment == .counted else { continue }
            let from = max(stretch.from, track.startedAt)
            let counted = stretch.hours.counted(from: from, to: min(stretch.to, end))
            if counted >= remaining { return stretch.hours.instant(after: remaining, from: from) }
            remaining -= counted
        }
        return hours.instant(after: remaining, from: max(end, track.startedAt))
    }

    /// Counted milliseconds of a clock until its end, or until `now`.
    package func elapsed(_ clock: SLAClock, at now: Instant) -> Int64 {
        intervals(of: clock, at: now, dividingDays: false).reduce(0) { sum, part in
            part.interval.isCounted ? sum + part.counted : sum
        }
    }

    /// A deadline cannot have been missed before it was set.
    private func inForce(for track: Track) -> Instant {
        max(inForceSince, track.startedAt, book.rule(policy)?.effectiveAt ?? inForceSince)
    }

    // MARK: What is kept with the ticket

    /// The columns that cache the clocks.
    ///
    /// - Parameters:
    ///   - previous: the columns so far.
    ///   - isFinal: whether a clock's deadline is to stay as it was kept: that of an outcome stays when targets change.
    package func cache(
        keeping previous: TicketSLA? = nil, where isFinal: (SLAMetric) -> Bool = { _ in true }
    ) -> TicketSLA {
        var cache = TicketSLA()
        cache.policy = policy
        var states: Set<SLAState> = []
        for clock in clocks() {
            let kept = clock.isOpen || !isFinal(clock.metric) ? nil : previous?[clock.metric]
            cache[clock.metric] = kept ?? clock.dueAt
            if clock.isDeadlineLive, let due = clock.dueAt { cache.dueAt = min(cache.dueAt ?? due, due) }
            switch clock.state {
            case .breached: if clock.isOpen { states.insert(.breached) }
            case .running: states.insert(.running)
            case .paused: states.insert(.paused)
            case .met: states.insert(.met)
            case .cancelled, .stopped: break
            }
        }
        cache.state = SLAState.allCases.first { states.contains($0) } ?? .none
        cache.nextAt = announcements().map(\.at).min()
        cache.history = history.text
        return cache
    }

    // MARK: What is announced

    /// Something that is announced once, at its instant.
    package struct Announcement: Sendable, Equatable {
        package let at: Instant
        package let kind: Kind

        package enum Kind: Sendable, Equatable {
            case warning(SLAMetric, dueAt: Instant, target: Int64)
            case breach(SLAMetric, dueAt: Instant, target: Int64)
            case escalation(Escalation, since: Instant)
        }
    }

    /// All that will have to be announced if nothing happens, in no order.
    package func announcements() -> [Announcement] {
        var found: [Announcement] = []
        for track in [first, next, resolution] {
            guard let track, track.breach == nil, let clock = clock(track, at: nil), clock.isDeadlineLive else {
                continue
            }
            let earliest = inForce(for: track)
            if let due = clock.dueAt {
                found.append(
                    Announcement(
                        at: max(due, earliest), kind: .breach(track.metric, dueAt: due, target: clock.target)))
            }
            // A clock that is due has a warning before it.
            let part = clock.target * 1000 * Self.warning.numerator / Self.warning.denominator
            if !track.isWarned, let due = clock.dueAt, let warned = self.due(track, after: part) {
                found.append(
                    Announcement(
                        at: max(warned, earliest), kind: .warning(track.metric, dueAt: due, target: clock.target)))
            }
        }
        guard let unsolvedSince, !isMerged else { return found }
        for escalation in Escalation.allCases where !escalated.contains(escalation) {
            var since = unsolvedSince
            if escalation == .unassigned {
                guard let unassignedSince else { continue }
                since = max(since, unassignedSince)
            }
            found.append(
                Announcement(at: since.adding(seconds: escalation.limit), kind: .escalation(escalation, since: since)))
        }
        return found
    }

    /// Announces what was due before `now`, in the order of the instants, and takes it in.
    package mutating func announce(before now: Instant) -> [EventDraft] {
        let due = announcements().filter { $0.at < now }.sorted { $0.at < $1.at }
        return due.compactMap { announcement in
            let draft = announcement.draft(policy: policy)
            if let fact = SLAFact(draft, at: announcement.at) { apply(fact) }
            return draft
        }
    }
}

extension SLATimeline.Announcement {
    fileprivate func draft(policy: ID<SLAPolicy>?) -> EventDraft {
        switch kind {
        case .warning(let metric, let due, let target):
            EventDraft(
                kind: .slaWarning, to: metric.rawValue, actor: .system,
                metadata: SLABreach.metadata(metric, dueAt: due, target: target, policy: policy), at: at)
        case .breach(let metric, let due, let target):
            EventDraft(
                kind: .slaBreach, to: metric.rawValue, actor: .system,
                metadata: SLABreach.metadata(metric, dueAt: due, target: target, policy: policy), at: at)
        case .escalation(let escalation, let since):
            EventDraft(
                kind: .escalation, to: escalation.rawValue, actor: .system,
                metadata: "{\"reason\":\"\(escalation.rawValue)\",\"after_seconds\":\(escalation.limit),"
                    + "\"since\":\"\(Timestamp.text(since))\"}", at: at)
        }
    }
}
