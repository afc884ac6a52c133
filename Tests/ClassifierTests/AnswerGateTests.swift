import Testing

@testable import Classifier

@Suite struct AnswerGateTests {
    private static func gate(_ change: (inout AnswerGate) -> Void = { _ in }) -> AnswerGate {
        var gate = AnswerGate(confidence: 0.95, bars: [], fitting: 1)
        change(&gate)
        return gate
    }

    @Test func `one fitting template and a sure verdict make an answer`() {
        #expect(Self.gate().decision == .answer)
        #expect(Self.gate { $0.confidence = 0.9 }.decision == .answer)
        #expect(Self.gate { $0.tags = ["login", "refund"] }.decision == .answer)
    }

    @Test(arguments: [
        (gate { $0.bars = .urgent }, AnswerGate.Silence.urgent), (gate { $0.bars = .angry }, .angry),
        (gate { $0.bars = .legal }, .legal), (gate { $0.bars = .security }, .security),
        (gate { $0.bars = .paymentDispute }, .paymentDispute), (gate { $0.bars = .changeRequest }, .changeRequest),
        (gate { $0.isUrgent = true }, .urgent), (gate { $0.tags = ["angry"] }, .angry),
        (gate { $0.tags = ["a", "legal"] }, .legal), (gate { $0.tags = ["security"] }, .security),
        (gate { $0.tags = ["payment-dispute"] }, .paymentDispute),
        (gate { $0.tags = ["change-request"] }, .changeRequest),
        (gate { $0.tags = ["outage"] }, .urgent), (gate { $0.hasAnswered = true }, .answeredBefore),
        (gate { $0.isWithStaff = true }, .withStaff), (gate { $0.fitting = 0 }, .noTemplate),
        (gate { $0.fitting = 2 }, .ambiguous), (gate { $0.agreesOnCategory = false }, .otherCategory),
        (gate { $0.confidence = 0.899 }, .unsure), (gate { $0.confidence = .nan }, .unsure),
        (gate { $0.length = 4_001 }, .long),
    ])
    func `anything that speaks against it keeps the assistant silent`(gate: AnswerGate, silence: AnswerGate.Silence) {
        #expect(gate.decision == .keepSilent(silence))
    }

    @Test func `every reason has words of its own`() {
        #expect(Set(AnswerGate.Silence.allCases.map(\.reason)).count == AnswerGate.Silence.allCases.count)
    }

    @Test(arguments: [
        ("Production is down, help", AnswerBars.urgent), ("My lawyer will write to you", .legal),
        ("I think my account was hacked", .security), ("There is a charge that I do not recognise", .paymentDispute),
        ("Please change my delivery address", .changeRequest), ("This is ridiculous, worst service ever", .angry),
    ])
    func `caution does not depend on the rules in force`(text: String, bar: AnswerBars) {
        #expect(AnswerBars.cautious(subject: nil, description: text).contains(bar))
        #expect(AnswerBars.cautious(subject: text, description: "Hello").contains(bar))
    }
}
