import Testing

@testable import Domain

/// What is announced of a ticket's clocks, and how they are explained.
@Suite struct SLAAnnouncementsTests {
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
