import Classifier
import Testing

@testable import Service

@Suite struct DemoTextTests {
    @Test func `the same seed gives the same texts and another seed others`() {
        func texts(_ seed: UInt64) -> [String] {
            var demo = DemoText(seed: seed)
            let ticket = demo.ticket()
            return [
                ticket.subject, ticket.description, demo.staffReply(to: "Ada", from: "Grace"), demo.customerReply(),
                demo.note(),
                demo.importRow(3).description, demo.importRow(4).description,
            ]
        }
        #expect(texts(1) == texts(1))
        #expect(texts(1) != texts(2))
    }

    @Test func `tickets keep within the limits and are of all kinds`() {
        var demo = DemoText(seed: 7)
        let tickets = (0..<5_000).map { _ in demo.ticket() }
        #expect(tickets.allSatisfy { (3...200).contains($0.subject.unicodeScalars.count) })
        let lengths = tickets.map(\.description.unicodeScalars.count)
        #expect(lengths.allSatisfy { (100...900).contains($0) })
        let mean = lengths.reduce(0, +) / lengths.count
        #expect((250...350).contains(mean), "mean length \(mean)")
        #expect(Set(tickets.map(\.category)) == Set(RuleClassifier.categories))
        #expect(Set(tickets.map(\.priority)) == ["low", "medium", "high", "urgent"])
        #expect(Set(tickets.map(\.description)).count > 4_980)
        #expect(tickets.allSatisfy { !$0.description.contains("{") && !$0.subject.contains("{") })
    }

    @Test func `some words are frequent and some are rare`() {
        var demo = DemoText(seed: 8)
        var seen: [Substring: Int] = [:]
        for _ in 0..<3_000 {
            for word in Set(demo.ticket().description.split(whereSeparator: { " \n.,".contains($0) })) {
                seen[word, default: 0] += 1
            }
        }
        #expect(seen.values.contains { $0 > 1_000 })
        #expect(seen.values.count { $0 == 1 } > 500)
    }

    @Test func `customers are always the same and no two share an address`() {
        var demo = DemoText(seed: 1)
        var other = DemoText(seed: 2)
        _ = other.ticket()
        let customers = (0..<2_000).map { demo.customer($0) }
        #expect(customers[17] == other.customer(17))
        #expect(Set(customers.map(\.email)).count == customers.count)
        #expect(Set(customers.map(\.phone)).count == customers.count)
        #expect(customers.allSatisfy { $0.email.hasSuffix("@example.com") || $0.email.hasSuffix("@example.org") })
        #expect(customers.allSatisfy { $0.phone.utf8.count == 12 && $0.phone.hasPrefix("+1") })
    }

    @Test func `the classifier puts seven demo tickets in ten where they belong, or more`() {
        var demo = DemoText(seed: 9)
        let classifier = RuleClassifier()
        var right = 0
        var wrong: [String: Int] = [:]
        for _ in 0..<2_000 {
            let ticket = demo.ticket()
            let verdict = classifier.verdict(
                on: ClassifierInput(subject: ticket.subject, description: ticket.description))
            if verdict.category == ticket.category {
                right += 1
            } else {
                wrong["\(ticket.category) as \(verdict.category)", default: 0] += 1
            }
        }
        #expect(right >= 1_400, "\(right) of 2000; \(wrong)")
    }

    @Test func `import rows have unique ids and the irregularities of real files`() {
        var demo = DemoText(seed: 10)
        let rows = (0..<590).map { demo.importRow($0) }
        #expect(Set(rows.map(\.id)).count == 590)
        #expect(rows.contains { $0.subject.isEmpty })
        #expect(rows.contains { $0.description.isEmpty })
        #expect(!rows.contains { $0.description.isEmpty && $0.subject.isEmpty })
        #expect(rows.contains { $0.description.utf8.count > 10_000 })
        #expect(rows.contains { $0.description.contains("\r\n") })
        #expect(rows.contains { $0.description.contains("🙏🏽") })
        #expect(rows.contains { $0.priority == nil } && rows.contains { $0.priority == "high" })
        #expect(
            rows.allSatisfy { $0.description.unicodeScalars.count <= 20_000 && $0.subject.unicodeScalars.count <= 200 })
    }
}
