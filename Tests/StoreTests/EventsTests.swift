import Domain
import Support
import Testing

@testable import Store

@Suite struct EventsTests {
    @Test func `events written together keep their order, their times and their days, however many they are`() throws {
        let database = try TestDatabase()
        let day: Int64 = 86_400_000
        for count in 1...30 {
            let ticket = ID<Ticket>(Int64(count))
            let start = Instant(milliseconds: Int64(count) * 100 * day)
            let drafts = (0..<count).map { index in
                EventDraft(
                    kind: index.isMultiple(of: 2) ? .note : .statusChange, from: index == 3 ? nil : "from \(index)",
                    to: "\(index)", actor: index.isMultiple(of: 3) ? .system : .assistant,
                    metadata: "{\"at\":\(index)}",
                    at: start.adding(milliseconds: Int64(index) * day))
            }
            try database.write { (tx) throws(Failure) in try tx.insert(drafts, on: ticket) }
            let found = try database.read { (tx) throws(Failure) in
                try tx.events(of: ticket, after: 0, limit: 100)
            }
            #expect(
                found.map {
                    EventDraft(
                        kind: $0.kind, from: $0.from, to: $0.to, actor: $0.actor,
                        metadata: $0.metadata, at: $0.createdAt)
                } == drafts)
            let seqs = found.map(\.seq)
            #expect(seqs == Array(seqs[0]..<seqs[0] + Int64(count)))
            // Of each day the one event that came on it.
            for (index, seq) in seqs.enumerated() {
                let from = start.adding(milliseconds: Int64(index) * day)
                let range = TicketFilter.TimeRange(from: from, before: from.adding(milliseconds: 1))
                #expect(try database.read { (tx) throws(Failure) in try tx.span(of: .events, in: range) } == seq...seq)
            }
        }
    }
}
