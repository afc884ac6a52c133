import Domain
import SQLite
import Service
import Support
import Testing

@testable import Store

/// Every filter of the lists, by name, for data as `TicketListsTests.filled` makes it.
struct ListFilters {
    let named: [(name: String, filter: TicketFilter)]

    init(_ cast: Demo.Cast, at now: Instant) {
        var named: [(String, TicketFilter)] = []
        func add(_ name: String, _ change: (inout TicketFilter) -> Void) {
            var filter = TicketFilter()
            change(&filter)
            named.append((name, filter))
        }
        let agents = cast.agents.map(\.id)
        let customers = cast.customers.map(\.id)
        func back(_ days: Int64) -> Instant { now.adding(seconds: -days * 86_400) }
        add("all") { _ in }
        add("status") { $0.statuses = [.open] }
        add("statuses") { $0.statuses = [.new, .open, .inProgress] }
        add("category") { $0.categories = [ID(1)] }
        add("categories and status") {
            $0.categories = [ID(1), ID(2)]; $0.statuses = [.closed]
        }
        add("priority") { $0.priorities = [.high] }
        add("priorities") { $0.priorities = [.low, .urgent] }
        add("priorities and category") {
            $0.priorities = [.medium, .high]; $0.categories = [ID(2)]
        }
        add("assignee") { $0.assignees = [agents[1]] }
        add("nobody") { $0.assignees = [nil] }
        add("me or nobody, open") {
            $0.assignees = [agents[0], nil]; $0.statuses = [.open, .new]
        }
        add("more assignees than arms") { $0.assignees = agents + (900..<960).map { ID($0) } }
        add("channel") { $0.channels = [.chat] }
        add("channels and assignee") {
            $0.channels = [.chat, .email]; $0.assignees = [agents[2]]
        }
        add("review") { $0.needsReview = true }
        add("no review, new") {
            $0.needsReview = false; $0.statuses = [.new]
        }
        add("unread") { $0.isUnread = true }
        add("read") { $0.isUnread = false }
        add("unread chats for review") {
            $0.isUnread = true; $0.channels = [.chat]; $0.needsReview = true
        }
        add("nothing") { $0.channels = [.whatsapp] }
        add("customer") { $0.customers = [customers[3]] }
        add("customers and status") {
            $0.customers = Array(customers[1...4]); $0.statuses = [.closed, .resolved]
        }
        add("no customer") { $0.customers = [] }
        add("verified customer's") {
            $0.customers = [customers[2]]; $0.hidesMatchedByAddress = true
        }
        add("tag") { $0.tags = ["vip"] }
        add("tags") {
            $0.tags = ["vip", "odd"]; $0.statuses = [.closed, .resolved]
        }
        add("reference") { $0.references = [.init("site_id", ["s1"])] }
        add("references") {
            $0.references = [.init("site_id", ["s1", "s2"]), .init("order_id", ["A-10003", "A-10007"])]
        }
        add("created") { $0.created = .init(from: back(60), before: back(20)) }
        add("created since") { $0.created = .init(from: back(30)) }
        add("created before, category") {
            $0.created = .init(before: back(30)); $0.categories = [ID(1)]
        }
        add("last message") { $0.lastMessage = .init(from: back(50), before: back(10)) }
        add("last message before") { $0.lastMessage = .init(before: back(45)) }
        add("created and last message") {
            $0.created = .init(from: back(80), before: back(10))
            $0.lastMessage = .init(from: back(70), before: back(20))
        }
        add("due") { $0.slaDue = .init(from: now.adding(seconds: -3), before: now.adding(seconds: 3)) }
        add("due since, priority") {
            $0.slaDue = .init(from: now); $0.priorities = [.medium]
        }
        add("overdue") { $0.isOverdue = true }
        add("overdue and due") {
            $0.isOverdue = true; $0.slaDue = .init(from: now.adding(seconds: -2))
        }
        add("not overdue") {
            $0.isOverdue = false; $0.statuses = [.new, .closed]
        }
        add("overdue with tag and agent") {
            $0.isOverdue = true; $0.tags = ["odd"]; $0.assignees = [agents[0], nil]
        }
        add("found") { $0.ids = (1...40).map { ID($0 * 3) } }
        add("found and open") {
            $0.ids = (1...90).map { ID($0) }; $0.statuses = [.open]; $0.isUnread = true
        }
        self.named = named
    }
}

@Suite struct TicketListsTests {
    static let orders = TicketOrder.Key.allCases.flatMap {
        [TicketOrder($0, isDescending: true), TicketOrder($0, isDescending: false)]
    }

    /// Tickets in all states, with deadlines before and after now, tags and references.
    static func filled(_ count: Int) throws -> (database: TestDatabase, cast: Demo.Cast) {
        let database = try TestDatabase()
        let cast = try database.seed(count)
        let now = database.clock.now
        try database.write { (tx) throws(Failure) in
            try tx.run("UPDATE tickets SET sla_due_at = $1 + (id % 11 - 5) * 1000 WHERE id % 3 = 0", [.integer(now)])
            try tx.run("INSERT INTO ticket_tags SELECT 'vip', id FROM tickets WHERE id % 10 = 0")
            try tx.run("INSERT INTO ticket_tags SELECT 'odd', id FROM tickets WHERE id % 2 = 1 OR id % 10 = 0")
            try tx.run("INSERT INTO ticket_references SELECT 'site_id', 's' || (id % 5), id FROM tickets")
        }
        return (database, cast)
    }

    /// All tickets with their tags and references, for filters that are told in Swift.
    struct Everything {
        var tickets: [Ticket] = []
        var tags: [ID<Ticket>: Set<String>] = [:]
        var references: [ID<Ticket>: Set<Ticket.Reference>] = [:]
        let now: Instant

        init(_ database: TestDatabase) throws {
            now = Instant(milliseconds: database.clock.now)
            var (tickets, tags, references) = (tickets, tags, references)
            try database.read { (tx) throws(Failure) in
                let ids = try tx.all("SELECT id FROM tickets", []) { $0.integer(0) }
                for id in ids {
                    if let record = try tx.ticketRecord(ID(id)) { tickets.append(record.ticket) }
                }
                try tx.each("SELECT ticket_id, tag FROM ticket_tags") {
                    tags[ID($0.integer(0)), default: []].insert($0.text(1))
                }
                try tx.each("SELECT ticket_id, name, value FROM ticket_references") {
                    references[ID($0.integer(0)), default: []].insert(.init($0.text(1), $0.text(2)))
                }
            }
            (self.tickets, self.tags, self.references) = (tickets, tags, references)
        }

        func matches(_ ticket: Ticket, _ filter: TicketFilter) -> Bool {
            func isDue(in range: TicketFilter.TimeRange) -> Bool {
                range.isAll || ticket.sla.dueAt.map(range.contains) ?? false
            }
            let isOverdue = ticket.sla.dueAt.map { $0 < now } ?? false
            return CountKey(ticket).matches(filter)
                && filter.customers.map { $0.contains(ticket.customer) } ?? true
                && (!filter.hidesMatchedByAddress || !ticket.isMatchedByAddress)
                && filter.created.contains(ticket.createdAt) && filter.lastMessage.contains(ticket.lastMessageAt)
                && isDue(in: filter.slaDue) && filter.isOverdue.map { $0 == isOverdue } ?? true
                && (filter.tags.isEmpty || !tags[ticket.id, default: []].isDisjoint(with: filter.tags))
                && filter.references.allSatisfy { wanted in
                    wanted.values.contains { references[ticket.id, default: []].contains(.init(wanted.name, $0)) }
                } && filter.ids.map { $0.contains(ticket.id) } ?? true
        }

        func expected(_ filter: TicketFilter, _ order: TicketOrder) -> [ID<Ticket>] {
            func key(_ ticket: Ticket) -> Int64? {
                switch order.key {
                case .lastMessageAt: ticket.lastMessageAt.milliseconds
                case .createdAt: ticket.createdAt.milliseconds
                case .priority: ticket.priority.rawValue
                case .slaDueAt: ticket.sla.dueAt?.milliseconds
                }
            }
            return tickets.filter { matches($0, filter) }.sorted { a, b in
                let (x, y) = (key(a), key(b))
                if x == y { return order.isDescending ? a.id > b.id : a.id < b.id }
                guard let x else { return false }
                guard let y else { return true }
                return order.isDescending ? x > y : x < y
            }.map(\.id)
        }
    }

    private func everyPage(
        _ tx: Reading, _ filter: TicketFilter, _ order: TicketOrder, limit: Int, plan: TicketListPlan? = nil
    ) throws(Failure) -> [ID<Ticket>] {
        var ids: [ID<Ticket>] = []
        var position: ListPosition?
        repeat {
            let page =
                if let plan {
                    try tx.ticketPage(filter, plan: plan, order: order, after: position, limit: limit)
                } else {
                    try tx.ticketPage(filter, order: order, after: position, limit: limit)
                }
            ids += page.ids
            position = page.next
        } while position != nil
        return ids
    }

    @Test(arguments: [1, 7, 1000])
    func `every order of every filter gives each ticket once, in order, page by page`(limit: Int) throws {
        let (database, cast) = try Self.filled(limit == 1 ? 60 : 240)
        let everything = try Everything(database)
        try database.read { (tx) throws(Failure) in
            for (name, filter) in ListFilters(cast, at: everything.now).named {
                for order in TicketListsTests.orders {
                    let listed = try everyPage(tx, filter, order, limit: limit)
                    #expect(listed == everything.expected(filter, order), "\(name) by \(order.word)")
                }
            }
        }
    }

    @Test func `every way to find a list gives the same list`() throws {
        let (database, cast) = try Self.filled(150)
        let everything = try Everything(database)
        try database.read { (tx) throws(Failure) in
            for (name, filter) in ListFilters(cast, at: everything.now).named where !filter.isImpossible {
                for order in TicketListsTests.orders {
                    let expected = everything.expected(filter, order)
                    for plan in TicketListPlansTests.plans(filter, order) {
                        let listed = try everyPage(tx, filter, order, limit: 19, plan: plan)
                        #expect(listed == expected, "\(name) by \(order.word): \(plan)")
                    }
                }
            }
        }
    }

    @Test func `counts are what counting gives`() throws {
        let (database, cast) = try Self.filled(200)
        let everything = try Everything(database)
        for (name, filter) in ListFilters(cast, at: everything.now).named {
            let count = try database.read { (tx) throws(Failure) in try tx.ticketCount(filter) }
            #expect(count == Int64(everything.tickets.filter { everything.matches($0, filter) }.count), "\(name)")
        }
    }

    @Test func `a walk gives every ticket once that stays where it is while others come, move and go`() throws {
        let (database, cast) = try Self.filled(120)
        let desk = Desk()
        let customer = cast.customers[0]
        guard let admin = cast.agents.first.flatMap({ Admin($0) }) else { Issue.record("no admin"); return }
        let before = try Everything(database)
        for order in [TicketOrder(.createdAt, isDescending: true), TicketOrder(.createdAt, isDescending: false)] {
            var seen: [ID<Ticket>] = []
            var position: ListPosition?
            var round: Int64 = 0
            repeat {
                let at = position
                let page = try database.read { (tx) throws(Failure) in
                    try tx.ticketPage(TicketFilter(), order: order, after: at, limit: 9)
                }
                seen += page.ids
                position = page.next
                round += 1
                let moved = ID<Ticket>(round * 7)
                try database.write { (tx) throws(Failure) in
                    let draft = TicketDraft(subject: "One more", description: "While others read", channel: .portal)
                    _ = try desk.opening.open(draft, desk.opening.assess(draft, in: tx), for: customer, in: tx)
                    guard let record = try tx.ticketRecord(moved) else { return }
                    var changes = TicketChanges()
                    if record.ticket.status != .closed { changes.priority = .urgent } else { changes.status = .open }
                    _ = try desk.editing.change(.id(moved), changes, by: admin.agent, matching: .absent, in: tx)
                }
                database.clock.advance(seconds: 1)
            } while position != nil
            #expect(Set(seen).count == seen.count)
            #expect(Set(seen).isSuperset(of: before.tickets.map(\.id)))
        }
    }

    @Test func `the search index has exactly the words of the rows, also after changes and deletions`() throws {
        let database = try TestDatabase()
        try database.seed(120)
        let last = ID<Ticket>(120)
        let desk = Desk()
        let admin = try database.agent(isAdmin: true)
        try database.write { (tx) throws(Failure) in
            var changes = TicketChanges()
            changes.subject = "A quite different subject"
            changes.status = .open
            _ = try desk.editing.change(.id(last), changes, by: admin, matching: .absent, in: tx)
            guard let adminCaller = Admin(admin) else { return }
            try desk.editing.delete(.id(ID(9)), by: adminCaller, matching: .absent, in: tx)
        }
        try database.write { (tx) throws(Failure) in
            // FTS5 compares index and content itself, and fails when they differ.
            try tx.run("INSERT INTO search (search, rank) VALUES ('integrity-check', 1)")
        }
        let found = try database.read { (tx) throws(Failure) in
            try tx.all("SELECT rowid FROM search WHERE search MATCH 'quite AND different'", []) { $0.integer(0) }
        }
        #expect(found == [last.rawValue * 2 + 1])
    }
}
