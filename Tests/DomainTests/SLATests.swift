import Testing

@testable import Domain

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
}
