import Domain
import SQLite
import Service
import Support
import Testing

@testable import Store

/// How lists are found: by which index, and how that is chosen.
@Suite struct TicketListPlansTests {
    /// Every way in which a list could be found, whichever is the best.
    static func plans(_ filter: TicketFilter, _ order: TicketOrder) -> [TicketListPlan] {
        if filter.ids != nil { return [.few(.ids)] }
        let lead = TicketListLead(for: filter, order: order)
        let statuses = filter.statuses.isEmpty ? Status.allCases : filter.statuses
        let half = statuses.count / 2
        return [
            .walk(lead, statuses, byKind: []), .walk(lead, [], byKind: statuses),
            .walk(lead, Array(statuses[..<half]), byKind: Array(statuses[half...])),
        ] + FewTickets.candidates(filter, order: order).map { .few($0) }
    }

    private func explained(
        _ database: TestDatabase, _ filter: TicketFilter, _ plan: TicketListPlan, _ order: TicketOrder,
        after position: ListPosition?
    ) throws -> [String] {
        try database.read { (tx) throws(Failure) in
            var texts: [String] = []
            for phase in TicketListQuery.phases(filter, order: order, after: position, at: tx.now) {
                let query = TicketListQuery(
                    filter, plan: plan, order: order, phase: phase, after: position, limit: 21, at: tx.now)
                if query.text.isEmpty { continue }
                let steps = try tx.all(composed: "EXPLAIN QUERY PLAN " + query.text, query.values) { $0.text(3) }
                texts.append(steps.joined(separator: "\n"))
            }
            return texts
        }
    }

    @Test func `a walk reads its index in order: nothing is sorted and no table is read from end to end`() throws {
        let (database, cast) = try TicketListsTests.filled(60)
        let now = Instant(milliseconds: database.clock.now)
        let positions = [nil, ListPosition(key: 5, id: 5), ListPosition(key: now.milliseconds, id: 5)]
        for (name, filter) in ListFilters(cast, at: now).named where filter.ids == nil && !filter.isImpossible {
            for order in TicketListsTests.orders {
                let statuses = filter.statuses.isEmpty ? Status.allCases : filter.statuses
                let plan = TicketListPlan.walk(TicketListLead(for: filter, order: order), statuses, byKind: [])
                for position in positions {
                    for text in try explained(database, filter, plan, order, after: position) {
                        #expect(!text.contains("TEMP B-TREE"), "\(name) by \(order.word):\n\(text)")
                        #expect(!text.contains("SCAN"), "\(name) by \(order.word):\n\(text)")
                    }
                }
            }
        }
    }

    @Test func `what is sorted is found by an index of its own, never by reading a table`() throws {
        let (database, cast) = try TicketListsTests.filled(60)
        let now = Instant(milliseconds: database.clock.now)
        for (name, filter) in ListFilters(cast, at: now).named where !filter.isImpossible {
            for order in TicketListsTests.orders {
                for plan in Self.plans(filter, order) {
                    for text in try explained(database, filter, plan, order, after: ListPosition(key: 5, id: 5)) {
                        let scans = text.split(separator: "\n").filter { $0.contains("SCAN") }
                        // The kept counts are few; json_each is the list of ids itself.
                        #expect(
                            scans.allSatisfy { $0.contains("json_each") || $0.contains("ticket_counts") },
                            "\(name) by \(order.word), \(plan):\n\(text)")
                        #expect(!text.contains("AUTOMATIC"), "\(name) by \(order.word), \(plan):\n\(text)")
                    }
                }
            }
        }
        var chats = TicketFilter()
        chats.channels = [.chat]
        let byKind = TicketListPlan.walk(.status, [], byKind: [.open])
        let text = try explained(database, chats, byKind, .newestMessageFirst, after: nil).joined()
        #expect(
            text.contains("tickets_by_kind (status=? AND category_id=? AND priority=? AND channel=? AND"), "\(text)")
        #expect(text.contains("AND <expr>=?"), "all of a kind is in the index: \(text)")
    }

    /// A database whose kept counts tell of a million tickets that are not there.
    private func large(_ kinds: [(Status, Channel, ID<User>?, Int64)]) throws -> TestDatabase {
        let database = try TestDatabase()
        try database.write { (tx) throws(Failure) in
            for (status, channel, assignee, count) in kinds {
                let key = CountKey(
                    status: status, category: ID(1), priority: .medium, channel: channel, assignee: assignee,
                    isUnread: false, needsReview: false)
                tx.deferred.counts[key, default: 0] += count
            }
        }
        return database
    }

    private func plan(_ database: TestDatabase, _ order: String, _ change: (inout TicketFilter) -> Void) throws
        -> TicketListPlan
    {
        var filter = TicketFilter()
        change(&filter)
        let order = try #require(TicketOrder(word: order))
        return try database.read { (tx) throws(Failure) in try tx.plan(filter, order: order, limit: 20) }
    }

    @Test func `a rare kind among a million tickets is not looked for by walking`() throws {
        let grace = ID<User>(1)
        let database = try large([
            (.closed, .portal, grace, 900_000), (.closed, .chat, grace, 300), (.open, .portal, nil, 20_000),
            (.open, .chat, nil, 9_000), (.new, .portal, nil, 50_000),
        ])
        // Closed chats by their kind, open ones by walking past the others, new ones not at all.
        #expect(
            try plan(database, "-last_message_at") { $0.channels = [.chat] }
                == .walk(.status, [.open], byKind: [.closed]))
        #expect(try plan(database, "created_at") { $0.channels = [.email] } == .nothing)
        #expect(
            try plan(database, "-created_at") { $0.assignees = [nil] } == .walk(.status, [.new, .open], byKind: []))
        #expect(
            try plan(database, "-last_message_at") { $0.assignees = [nil] }
                == .walk(.assignee, Status.allCases, byKind: []))
        #expect(try plan(database, "-last_message_at") { $0.needsReview = true } == .nothing)
        #expect(
            try plan(database, "-created_at") { $0.statuses = [.open] } == .walk(.status, [.open], byKind: []))
    }

    @Test func `a filter that leaves few tickets leads, and one that leaves many does not`() throws {
        let database = try large([(.closed, .portal, nil, 1_000_000)])
        let ada = try database.customer()
        let desk = Desk()
        try database.write { (tx) throws(Failure) in
            for index in 0..<30 {
                var draft = TicketDraft(subject: "A subject", description: "A description", channel: .portal)
                draft.tags = index < 3 ? ["vip"] : []
                _ = try desk.opening.open(draft, desk.opening.assess(draft, in: tx), for: ada, in: tx)
            }
            let tickets = try tx.all("SELECT id FROM tickets", []) { $0.integer(0) }
            try tx.run(
                """
                WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 300)
                INSERT INTO ticket_references SELECT 'site_id', 'v' || i, $1 FROM n
                """, [.integer(tickets[0])])
        }
        #expect(try plan(database, "-created_at") { $0.tags = ["vip"] } == .few(.tags))
        #expect(try plan(database, "-created_at") { $0.tags = ["nobody has it"] } == .nothing)
        #expect(try plan(database, "-created_at") { $0.customers = [ada.id] } == .few(.customers))
        #expect(
            try plan(database, "-last_message_at") { $0.customers = [ada.id] }
                == .walk(.customer, Status.allCases, byKind: []))
        #expect(
            try plan(database, "-last_message_at") {
                $0.customers = [ada.id]; $0.tags = ["vip"]
            } == .few(.tags))
        let now = Instant(milliseconds: database.clock.now)
        #expect(
            try plan(database, "-last_message_at") { $0.created = .init(before: now.adding(seconds: 9)) }
                == .few(.created))
        // Open where the walk begins: met at once.
        #expect(
            try plan(database, "-last_message_at") { $0.created = .init(from: now.adding(seconds: -9)) }
                == .walk(.status, [.closed, .new], byKind: []).sortedStatuses)
    }
}

extension TicketListPlan {
    /// The same with its statuses in the order of their codes, in which the kept counts give them.
    fileprivate var sortedStatuses: TicketListPlan {
        guard case .walk(let lead, let statuses, let byKind) = self else { return self }
        return .walk(lead, statuses.sorted { $0.code < $1.code }, byKind: byKind.sorted { $0.code < $1.code })
    }
}
