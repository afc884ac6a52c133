import Testing

@testable import Domain

private func fact(_ milliseconds: Int64, _ kind: SLAFact.Kind) -> SLAFact {
    SLAFact(kind, at: birth.adding(milliseconds: milliseconds))
}

@Suite struct SLAHistoryTests {
    /// One of each kind.
    private static let facts = [
        fact(0, .assignment(isAssigned: true)), fact(1500, .status(.open)), fact(1500, .staffMessage),
        fact(90_000, .status(.waitingCustomer)), fact(90_001, .customerMessage), fact(90_001, .priority(.urgent)),
        fact(100_000, .policy(ID(12))), fact(100_000, .policy(nil)), fact(110_000, .assignment(isAssigned: false)),
        fact(120_000, .warned(.nextResponse)),
        fact(
            130_000,
            .breached(
                .firstResponse,
                SLABreach(
                    at: birth.adding(milliseconds: 130_000), dueAt: birth.adding(milliseconds: -5), target: 3600))),
        // A clock that was set back.
        fact(129_000, .escalated(.unsolved)), fact(129_000, .escalated(.unassigned)),
    ]

    private static let line =
        "2,7;a@0;s2@1500;t@0;s4@88500;c@1;p4@0;o12@9999;o@0;u@10000;wn@10000;bf-5:3600@10000;eu@-1000;ea@0"

    private func history(policy: Int64? = 7, _ facts: [SLAFact]) -> SLAHistory {
        var history = SLAHistory(createdAt: birth, priority: .medium, policy: policy.map { ID($0) })
        for fact in facts { history.append(fact) }
        return history
    }

    @Test func `a history is kept as one short line`() {
        #expect(history(Self.facts).text == Self.line)
        #expect(history(policy: nil, []).text == "2,")
    }

    @Test func `a kept history is read as it was written`() {
        #expect(SLAHistory(text: Self.line, createdAt: birth) == history(Self.facts))
        #expect(SLAHistory(text: "2,", createdAt: birth) == history(policy: nil, []))
    }

    @Test(arguments: [
        "", "2", "9,7", "x,7", "2,7;", "2,7;z@1", "2,7;s9@1", "2,7;s@1", "2,7;s2", "2,7;s2@", "2,7;s2@x", "2,7;p0@1",
        "2,7;wx@1", "2,7;bf5@1", "2,7;ex@1", "2,7x", "2,7;s2@9223372036854775807", "2,7;s2@1;",
    ])
    func `a damaged line is not read as another history`(line: String) {
        #expect(SLAHistory(text: line, createdAt: birth) == nil)
    }

    @Test func `a history that is too long is not kept`() {
        let facts = (0..<400).map { fact(Int64($0) * 1000, .customerMessage) }
        #expect(history(Array(facts.prefix(200))).text != nil)
        #expect(history(facts).text == nil)
    }

    @Test func `the first policy is taken for the whole past`() {
        let policy = SLAPolicy(
            id: ID(3), name: "P", position: 1, isActive: true, match: SLAPolicy.Match(), calendar: ID(1),
            targets: [.medium: SLATargets(firstResponse: 100, resolution: 1000)], effectiveAt: birth,
            createdAt: birth, updatedAt: birth)
        let book = SLABook([policy], hours: [:])
        var timeline = SLATimeline(createdAt: birth, priority: .medium, policy: nil, book: book)
        timeline.apply(fact(50_000, .staffMessage))
        #expect(timeline.outcomes == [])
        timeline.apply(fact(60_000, .policy(ID(3))))
        #expect(timeline.outcomes == [SLAOutcome(.met, at: birth.adding(milliseconds: 50_000))])
        #expect(timeline.history.text == "2,3;t@50000;o3@10000")
        #expect(timeline.clocks().map(\.state) == [.met, .running])
    }
}
