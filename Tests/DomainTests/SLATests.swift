import Testing

@testable import Domain

/// Times in these tests are seconds after the ticket was created.
private let birth = Instant(milliseconds: 1_772_366_400_000)

private func at(_ seconds: Int64) -> Instant { birth.adding(seconds: seconds) }

/// A policy with first response 100, next response 50, resolution 1000 for all; ten times as much for `low`, half for
/// `urgent`.
private func policy(
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

private func book(
    _ policies: [SLAPolicy], hours: [ID<BusinessCalendar>: (hours: BusinessHours, effectiveAt: Instant)] = [:]
) -> SLABook {
    SLABook(policies, hours: hours)
}

private func timeline(
    _ facts: [(Int64, SLAFact.Kind)] = [], book given: SLABook? = nil, priority: Priority = .medium,
    merged: Bool = false
) -> SLATimeline {
    var timeline = SLATimeline(
        createdAt: birth, priority: priority, policy: ID(1), isMerged: merged, book: given ?? book([policy()]))
    for (seconds, kind) in facts { timeline.apply(SLAFact(kind, at: at(seconds))) }
    return timeline
}

extension SLATimeline {
    fileprivate func clock(_ metric: SLAMetric, now: Int64? = nil) -> SLAClock? {
        clocks(at: now.map(at)).first { $0.metric == metric }
    }

    /// State, counted seconds, and when it is due.
    fileprivate func told(_ metric: SLAMetric, now: Int64) -> String {
        guard let clock = clock(metric, now: now) else { return "none" }
        let due = clock.dueAt.map { String(($0.milliseconds - birth.milliseconds) / 1000) } ?? "-"
        return "\(clock.state.rawValue) \(elapsed(clock, at: at(now)) / 1000) \(due)"
    }
}

@Suite struct SLATests {
    struct Story: Sendable, CustomTestStringConvertible {
        let sentence: String
        let facts: [(Int64, SLAFact.Kind)]
        let metric: SLAMetric
        let now: Int64
        let told: String
        var testDescription: String { sentence }
    }

    static let stories: [Story] = [
        Story(
            sentence: "first response runs from creation", facts: [], metric: .firstResponse, now: 40,
            told: "running 40 100"),
        Story(
            sentence: "a public staff message meets first response", facts: [(60, .staffMessage)],
            metric: .firstResponse, now: 90, told: "met 60 100"),
        Story(
            sentence: "status changes never satisfy it", facts: [(10, .status(.open)), (20, .status(.inProgress))],
            metric: .firstResponse, now: 90, told: "running 90 100"),
        Story(
            sentence: "on_hold and waiting_ai count", facts: [(10, .status(.onHold)), (30, .status(.waitingAI))],
            metric: .firstResponse, now: 90, told: "running 90 100"),
        Story(
            sentence: "waiting_customer pauses, and a paused clock has no deadline",
            facts: [(30, .status(.waitingCustomer))], metric: .firstResponse, now: 500, told: "paused 30 -"),
        Story(
            sentence: "after a pause the rest of the target is left",
            facts: [(30, .status(.waitingCustomer)), (230, .status(.open))], metric: .firstResponse, now: 250,
            told: "running 50 300"),
        Story(
            sentence: "an answer in the last instant is in time", facts: [(100, .staffMessage)],
            metric: .firstResponse, now: 200, told: "met 100 100"),
        Story(
            sentence: "a deadline that is past is a breach", facts: [], metric: .firstResponse, now: 101,
            told: "breached 101 100"),
        Story(
            sentence: "a breach is final, and a reply after it stops the clock",
            facts: [(150, .breached(.firstResponse, breach(100))), (150, .staffMessage)], metric: .firstResponse,
            now: 300, told: "breached 150 100"),
        Story(
            sentence: "resolving stops an unanswered first response",
            facts: [(40, .status(.resolved))], metric: .firstResponse, now: 300, told: "stopped 40 100"),
        Story(
            sentence: "reopening lets an unanswered first response run on",
            facts: [(40, .status(.resolved)), (240, .status(.open))], metric: .firstResponse, now: 250,
            told: "running 50 300"),
        Story(
            sentence: "the opening message has no next_response clock", facts: [], metric: .nextResponse, now: 10,
            told: "none"),
        Story(
            sentence: "next_response runs from the oldest unanswered customer message",
            facts: [(60, .customerMessage), (80, .customerMessage)], metric: .nextResponse, now: 90,
            told: "running 30 110"),
        Story(
            sentence: "the next public staff message meets it",
            facts: [(60, .customerMessage), (80, .staffMessage)], metric: .nextResponse, now: 90, told: "met 20 110"),
        Story(
            sentence: "a message after the answer begins anew",
            facts: [(60, .customerMessage), (80, .staffMessage), (200, .customerMessage)], metric: .nextResponse,
            now: 210, told: "running 10 250"),
        Story(
            sentence: "resolving cancels it", facts: [(60, .customerMessage), (70, .status(.resolved))],
            metric: .nextResponse, now: 300, told: "cancelled 10 110"),
        Story(
            sentence: "a message that resolves the ticket has no clock",
            facts: [(60, .customerMessage), (60, .status(.resolved))], metric: .nextResponse, now: 300, told: "none"),
        Story(
            sentence: "a message that reopens starts it",
            facts: [(60, .status(.resolved)), (200, .customerMessage), (200, .status(.open))], metric: .nextResponse,
            now: 210, told: "running 10 250"),
        Story(
            sentence: "resolution runs from creation over answers", facts: [(60, .staffMessage)], metric: .resolution,
            now: 90, told: "running 90 1000"),
        Story(
            sentence: "resolving meets resolution", facts: [(60, .status(.resolved))], metric: .resolution, now: 500,
            told: "met 60 1000"),
        Story(
            sentence: "closing meets it as well, and closing what is resolved changes nothing",
            facts: [(60, .status(.resolved)), (500, .status(.closed))], metric: .resolution, now: 900,
            told: "met 60 1000"),
        Story(
            sentence: "reopening makes resolution run again with the resolved time left out",
            facts: [(60, .status(.resolved)), (560, .status(.open))], metric: .resolution, now: 600,
            told: "running 100 1500"),
        Story(
            sentence: "a breach of resolution stays over a reopening",
            facts: [
                (1100, .breached(.resolution, breach(1000, target: 1000))), (1100, .status(.resolved)),
                (2000, .status(.open)),
            ], metric: .resolution, now: 2100, told: "breached 1200 1000"),
        Story(
            sentence: "a change of priority changes the target, elapsed stays", facts: [(30, .priority(.low))],
            metric: .firstResponse, now: 50, told: "running 50 1000"),
        Story(
            sentence: "a change of priority never changes a met outcome",
            facts: [(30, .staffMessage), (40, .priority(.urgent))], metric: .firstResponse, now: 80,
            told: "met 30 100"),
        Story(
            sentence: "a change of priority never changes a breach",
            facts: [(120, .breached(.firstResponse, breach(100))), (130, .priority(.low))], metric: .firstResponse,
            now: 140, told: "breached 140 100"),
    ]

    static func breach(_ due: Int64, target: Int64 = 100) -> SLABreach {
        SLABreach(at: at(due), dueAt: at(due), target: target)
    }

    @Test(arguments: stories)
    func `clocks follow the facts`(story: Story) {
        #expect(timeline(story.facts).told(story.metric, now: story.now) == story.told, "\(story.sentence)")
    }

    @Test func `the first policy that matches holds, in the order of the list`() {
        var billing = policy(2)
        billing.match = SLAPolicy.Match(categories: [ID(7)], channels: [.email, .chat], priorities: [.high])
        var off = policy(3)
        off.isActive = false
        let list = book([off, billing, policy(4), policy(5)])
        #expect(list.policy(category: ID(7), channel: .chat, priority: .high) == ID(2))
        #expect(list.policy(category: ID(8), channel: .chat, priority: .high) == ID(4))
        #expect(list.policy(category: ID(7), channel: .portal, priority: .high) == ID(4))
        #expect(list.policy(category: ID(7), channel: .chat, priority: .low) == ID(4))
        #expect(book([billing]).policy(category: ID(8), channel: .chat, priority: .high) == nil)
    }

    @Test func `without a next_response target later messages have no clock`() {
        let line = timeline([(60, .customerMessage)], book: book([policy(next: nil)]))
        #expect(line.clocks().map(\.metric) == [.firstResponse, .resolution])
    }

    @Test func `a change of policy changes targets, and what was counted by the old calendar stays counted`() {
        let never = BusinessHours(week: WeeklyHours { _ in nil }, holidays: [], zone: .utc)
        let list = book([policy(), policy(2, factor: 3, calendar: 9)], hours: [ID(9): (never, birth)])
        let line = timeline([(40, .policy(ID(2)))], book: list)
        // The new calendar never counts: 40 seconds stay, and no deadline is ahead.
        #expect(line.told(.firstResponse, now: 500) == "running 40 -")
        let back = timeline([(40, .policy(ID(2))), (140, .policy(ID(1)))], book: list)
        #expect(back.told(.firstResponse, now: 150) == "running 50 200")
    }

    @Test func `an edited policy moves deadlines, but outcomes stay`() {
        let shorter = book([policy(factor: 2)])
        #expect(timeline([], book: shorter).told(.firstResponse, now: 10) == "running 10 200")
        let answered = timeline([(60, .staffMessage)]).cache()
        let derived = timeline([(60, .staffMessage)], book: shorter).cache(keeping: answered)
        #expect(derived.firstResponseDueAt == at(100))
        #expect(derived.resolutionDueAt == at(2000))
    }

    @Test func `sla_due_at is the earliest deadline of the open, unpaused clocks`() {
        #expect(timeline().cache().dueAt == at(100))
        #expect(timeline([(60, .staffMessage)]).cache().dueAt == at(1000))
        #expect(timeline([(60, .staffMessage), (70, .customerMessage)]).cache().dueAt == at(120))
        #expect(timeline([(60, .staffMessage), (60, .status(.waitingCustomer))]).cache().dueAt == nil)
        #expect(timeline([(60, .status(.resolved))]).cache().dueAt == nil)
    }

    @Test func `sla_state is the first of breached, running, paused, met, none that a clock has`() {
        let late: (Int64, SLAFact.Kind) = (110, .breached(.firstResponse, Self.breach(100)))
        #expect(timeline().cache().state == .running)
        #expect(timeline([late]).cache().state == .breached)
        // A breached clock that is open stays breached while the customer's turn pauses it.
        #expect(timeline([late, (120, .status(.waitingCustomer))]).cache().state == .breached)
        #expect(timeline([late, (120, .staffMessage)]).cache().state == .running)
        #expect(timeline([late, (120, .staffMessage), (120, .status(.waitingCustomer))]).cache().state == .paused)
        #expect(timeline([late, (120, .staffMessage), (130, .status(.resolved))]).cache().state == .met)
        #expect(timeline([], book: .empty).cache().state == .none)
    }

    @Test func `a merged ticket's clocks stop without an outcome`() {
        let line = timeline([(60, .customerMessage), (70, .status(.closed))], merged: true)
        #expect(line.clocks().map(\.state) == [.stopped, .cancelled, .stopped])
        #expect(line.cache().state == .none)
        #expect(line.cache().nextAt == nil)
        #expect(line.outcomes.isEmpty)
    }

    @Test func `warnings, breaches and escalations are announced once, at their true instants`() {
        var line = timeline([(10, .assignment(isAssigned: true))])
        #expect(line.announce(before: at(75)).isEmpty)
        let first = line.announce(before: at(100_000))
        #expect(
            first.map {
                "\($0.kind.rawValue) \($0.to ?? "") \(($0.at?.milliseconds ?? 0) / 1000 - birth.milliseconds / 1000)"
            }
                == [
                    "sla_warning first_response 75", "sla_breach first_response 100", "sla_warning resolution 750",
                    "sla_breach resolution 1000", "escalation unsolved 86400",
                ])
        #expect(line.announce(before: at(200_000)).isEmpty)
        #expect(
            first[1].metadata
                == #"{"metric":"first_response","due_at":"2026-03-01T12:01:40.000Z","target_seconds":100,"policy_id":1}"#
        )
    }

    @Test func `what was announced is read back from its event`() throws {
        var line = timeline()
        let drafts = line.announce(before: at(5000))
        var again = timeline()
        for draft in drafts { again.apply(try #require(SLAFact(draft, at: at(9999)))) }
        #expect(again.announcements() == line.announcements())
        #expect(again.clocks() == line.clocks())
        #expect(again.clock(.resolution)?.breach == SLABreach(at: at(1000), dueAt: at(1000), target: 1000))
    }

    @Test func `a deadline that moves into the past is announced for the moment it was moved`() {
        var line = timeline([(80, .priority(.urgent))])
        let drafts = line.announce(before: at(90)).filter { $0.to == "first_response" }
        #expect(drafts.map(\.kind) == [.slaBreach, .slaWarning] || drafts.map(\.kind) == [.slaWarning, .slaBreach])
        #expect(drafts.allSatisfy { $0.at == at(80) })
        #expect(line.clock(.firstResponse)?.dueAt == at(50))
        var edited = timeline([], book: book([policy(effective: 60)]))
        #expect(edited.announce(before: at(101)).map(\.at) == [at(75), at(100)])
        edited = timeline([], book: book([policy(effective: 90)]))
        #expect(edited.announce(before: at(101)).map(\.at) == [at(90), at(100)])
    }

    @Test func `a pause puts warnings off`() {
        var line = timeline([(70, .status(.waitingCustomer))])
        #expect(line.announce(before: at(1000)).isEmpty)
        line.apply(SLAFact(.status(.open), at: at(1000)))
        #expect(line.cache().nextAt == at(1005))
    }

    @Test func `unassigned counts from when nobody had it, unsolved from when it was opened last`() {
        func escalations(_ facts: [(Int64, SLAFact.Kind)]) -> [Int64] {
            timeline(facts, book: .empty).announcements().map { ($0.at.milliseconds - birth.milliseconds) / 1000 }
        }
        #expect(escalations([]) == [1800, 86_400])
        #expect(escalations([(10, .assignment(isAssigned: true))]) == [86_400])
        #expect(
            escalations([(10, .assignment(isAssigned: true)), (50, .assignment(isAssigned: false))]) == [1850, 86_400])
        #expect(escalations([(10, .status(.resolved))]) == [])
        #expect(escalations([(10, .status(.resolved)), (500, .status(.open))]) == [2300, 86_900])
        #expect(escalations([(1801, .escalated(.unassigned))]) == [86_400])
    }

    @Test func `outcomes are counted once, and a reopening takes the solution's back`() {
        let line = timeline([
            (60, .staffMessage), (70, .status(.resolved)), (80, .status(.closed)), (90, .status(.open)),
        ])
        #expect(line.outcomes.map(\.kind) == [.met, .met, .unmet])
        #expect(line.outcomes.last?.at == at(70))
        var late = timeline()
        _ = late.announce(before: at(200))
        late.apply(SLAFact(.staffMessage, at: at(300)))
        #expect(late.outcomes.map(\.kind) == [.breached])
    }

    @Test func `every second is explained`() throws {
        let day = WeeklyHours { _ in [.init(start: 0, end: 720), .init(start: 721, end: 1440)] }
        let noon = CivilDate(daysSince1970: birth.milliseconds / 86_400_000 + 1)
        let hours = BusinessHours(week: day, holidays: [noon], zone: .utc)
        let list = book([policy(factor: 1000, calendar: 9)], hours: [ID(9): (hours, birth)])
        // The ticket is opened at 12:00:00 UTC, while the office is shut for a minute.
        let line = timeline(
            [(100, .status(.waitingCustomer)), (200, .status(.open)), (90_000, .status(.open))], book: list)
        let told = try #require(line.explanations(at: Instant(milliseconds: birth.milliseconds + 140_000_500)).first)
        #expect(told.intervals.first?.from == birth)
        #expect(zip(told.intervals, told.intervals.dropFirst()).allSatisfy { $0.to == $1.from })
        #expect(told.intervals.map(\.reason).prefix(4) == [.outsideHours, .counted, .waitingForCustomer, .counted])
        #expect(told.intervals.contains { $0.reason == .holiday })
        #expect(told.seconds.reduce(0, +) == 140_000)
        let counted = zip(told.intervals, told.seconds).reduce(Int64(0)) { $1.0.isCounted ? $0 + $1.1 : $0 }
        #expect(counted == told.elapsed)
        #expect(told.elapsed + told.remaining == told.clock.target)
    }

    @Test(
        arguments: [
            ([], 40, "40 s of 1 min 40 s counted: 1 min left, due at 2026-03-01T12:01:40.000Z."),
            (
                [(30, .status(.waitingCustomer))], 60,
                "30 s of 1 min 40 s counted: 1 min 10 s left, paused while the customer's answer is awaited."
            ),
            ([(60, .staffMessage)], 90, "1 min of 1 min 40 s counted: met with 40 s to spare."),
            (
                [], 3825,
                "1 h 3 min 45 s of 1 min 40 s counted: the deadline 2026-03-01T12:01:40.000Z was missed, 1 h 2 min 5 s over."
            ),
            ([(30, .status(.resolved))], 60, "30 s of 1 min 40 s counted: stopped; the ticket is solved or merged."),
        ] as [([(Int64, SLAFact.Kind)], Int64, String)])
    func `the arithmetic is a sentence`(facts: [(Int64, SLAFact.Kind)], now: Int64, sentence: String) {
        #expect(timeline(facts).explanations(at: at(now)).first?.arithmetic == sentence)
    }

    @Test func `a clock of years by opening hours is explained in bounds`() throws {
        let hours = BusinessHours(
            week: WeeklyHours { _ in [.init(start: 540, end: 1020)] }, holidays: [], zone: .utc)
        let list = book([policy(calendar: 9)], hours: [ID(9): (hours, birth)])
        let told = try #require(timeline([], book: list).explanations(at: at(86_400 * 3650)).first)
        #expect(told.intervals.count <= 1000)
        #expect(told.seconds.reduce(0, +) == told.elapsed)
    }
}
