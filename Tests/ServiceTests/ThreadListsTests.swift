import Domain
import Service
import Support
import Testing

@testable import Store

@Suite struct ThreadListsTests {
    private func everything(_ database: TestDatabase) throws -> (messages: [Message], events: [Event]) {
        try database.read { (tx) throws(Failure) in
            (
                try tx.messages(MessageFilter(), after: 0, limit: 100_000),
                try tx.events(EventFilter(), after: 0, limit: 100_000)
            )
        }
    }

    private func ranges(_ now: Instant) -> [TicketFilter.TimeRange] {
        func back(_ days: Int64) -> Instant { now.adding(seconds: -days * 86_400) }
        return [
            .init(), .init(from: back(40)), .init(before: back(40)), .init(from: back(60), before: back(20)),
            .init(from: back(20), before: back(60)), .init(from: back(2000), before: back(1000)),
        ]
    }

    @Test func `every filter of messages gives each once, oldest first, page by page`() throws {
        let database = try TestDatabase()
        try database.seed(150)
        let all = try everything(database).messages
        for range in ranges(Instant(milliseconds: database.clock.now)) {
            for tickets in [nil, [], [ID<Ticket>(7)], [ID<Ticket>(30), ID<Ticket>(3), ID<Ticket>(999)]] {
                for direction in [nil, Direction.inbound, .outbound] {
                    for isInternal in [nil, true, false] {
                        var filter = MessageFilter()
                        (filter.tickets, filter.direction) = (tickets, direction)
                        (filter.isInternal, filter.created) = (isInternal, range)
                        let expected = all.filter {
                            tickets?.contains($0.ticket) ?? true && direction ?? $0.direction == $0.direction
                                && isInternal ?? $0.isInternal == $0.isInternal && range.contains($0.createdAt)
                        }.map(\.id)
                        var (found, after): ([ID<Message>], Int64) = ([], 0)
                        while true {
                            let (asked, behind) = (filter, after)
                            let page = try database.read { (tx) throws(Failure) in
                                try tx.messages(asked, after: behind, limit: 40)
                            }
                            guard let last = page.last else { break }
                            found += page.map(\.id)
                            after = last.id.rawValue
                        }
                        #expect(found == expected)
                        let asked = filter
                        let count = try database.read { (tx) throws(Failure) in try tx.messageCount(asked) }
                        #expect(count == Int64(expected.count))
                    }
                }
            }
        }
    }

    @Test func `every filter of events gives each once, oldest first, page by page`() throws {
        let database = try TestDatabase()
        let cast = try database.seed(150)
        let desk = Desk()
        let admin = cast.agents[0]
        try database.write { (tx) throws(Failure) in
            for id in [ID<Ticket>(3), ID(7), ID(140)] {
                var changes = TicketChanges()
                changes.tags = ["a", "b"]
                _ = try desk.editing.change(.id(id), changes, by: admin, matching: .absent, in: tx)
            }
        }
        let all = try everything(database).events
        for range in ranges(Instant(milliseconds: database.clock.now).adding(seconds: 60)) {
            for tickets in [nil, [], [ID<Ticket>(7)], [ID<Ticket>(30), ID<Ticket>(3)]] {
                for kinds in [[], [.tagChange], [.message], [.tagChange, .close], Event.Kind.allCases] as [[Event.Kind]]
                {
                    var filter = EventFilter()
                    (filter.tickets, filter.kinds, filter.created) = (tickets, kinds, range)
                    let expected = all.filter {
                        tickets?.contains($0.ticket) ?? true && (kinds.isEmpty || kinds.contains($0.kind))
                            && range.contains($0.createdAt)
                    }.map(\.seq)
                    var (found, after): ([Int64], Int64) = ([], 0)
                    while true {
                        let (asked, behind) = (filter, after)
                        let page = try database.read { (tx) throws(Failure) in
                            try tx.events(asked, after: behind, limit: 70)
                        }
                        guard let last = page.last else { break }
                        found += page.map(\.seq)
                        after = last.seq
                    }
                    #expect(found == expected)
                    let asked = filter
                    let count = try database.read { (tx) throws(Failure) in try tx.eventCount(asked) }
                    #expect(count == Int64(expected.count))
                }
            }
        }
    }

    @Test func `rare messages and events are found by indexes of their own, and spans of days bound the rest`() throws {
        let database = try TestDatabase()
        try database.seed(40)
        func explained(_ query: ThreadListQuery) throws -> String {
            try database.read { (tx) throws(Failure) in
                try tx.all(composed: "EXPLAIN QUERY PLAN " + query.text, query.values) { $0.text(3) }
            }.joined(separator: "\n")
        }
        var notes = MessageFilter()
        notes.isInternal = true
        let byNote = try explained(ThreadListQuery(notes, span: 0...99, after: 3, limit: 5))
        #expect(byNote.contains("INDEX messages_internal (id>? AND id<?)"), "\(byNote)")
        #expect(!byNote.contains("TEMP B-TREE"))
        var rare = EventFilter()
        rare.kinds = [.merge, .deleted]
        let byKind = try explained(ThreadListQuery(rare, span: 0...Int64.max, after: 3, limit: 5))
        #expect(
            byKind.contains("events_rare (type=? AND seq>?)") || byKind.contains("events_rare (type=? AND rowid>?)"),
            "\(byKind)")
        #expect(!byKind.contains("TEMP B-TREE"))
        rare.tickets = [ID(1), ID(2)]
        let byTicket = try explained(ThreadListQuery(rare, span: 0...Int64.max, after: 3, limit: 5))
        #expect(byTicket.contains("events_by_ticket"))
        #expect(!byTicket.contains("TEMP B-TREE"))
        let all = try explained(ThreadListQuery(MessageFilter(), span: 5...9, after: 3, limit: 5))
        #expect(all.contains("SEARCH messages USING INTEGER PRIMARY KEY"), "\(all)")

        let now = Instant(milliseconds: database.clock.now)
        let (whole, some) = try database.read { (tx) throws(Failure) in
            (
                try tx.span(of: .messages, in: .init(from: now.adding(seconds: -200 * 86_400))),
                try tx.span(of: .messages, in: .init(from: now.adding(seconds: -40 * 86_400)))
            )
        }
        #expect(whole?.lowerBound == 1)
        #expect(some.map { $0.lowerBound > 20 } == true)
    }
}
