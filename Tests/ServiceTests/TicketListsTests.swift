import Domain
import SQLite
import Service
import Support
import Testing

@testable import Store

@Suite struct TicketListsTests {
    /// Every filter that the desk uses, by name.
    static func filters(_ cast: [ID<User>]) -> [(String, TicketFilter)] {
        func filter(_ change: (inout TicketFilter) -> Void) -> TicketFilter {
            var filter = TicketFilter()
            change(&filter)
            return filter
        }
        return [
            ("all", TicketFilter()),
            ("status", filter { $0.statuses = [.open] }),
            ("statuses", filter { $0.statuses = [.new, .open, .inProgress] }),
            ("category", filter { $0.categories = [ID(1)] }),
            (
                "categories and status",
                filter {
                    $0.categories = [ID(1), ID(2)]; $0.statuses = [.closed]
                }
            ),
            ("priority", filter { $0.priorities = [.high] }),
            (
                "priority and category",
                filter {
                    $0.priorities = [.medium, .high]; $0.categories = [ID(2)]
                }
            ),
            ("assignee", filter { $0.assignees = [cast[1]] }),
            ("nobody", filter { $0.assignees = [nil] }),
            (
                "me or nobody, open",
                filter {
                    $0.assignees = [cast[0], nil]; $0.statuses = [.open, .new]
                }
            ),
            ("channel", filter { $0.channels = [.chat] }),
            ("review", filter { $0.needsReview = true }),
            ("unread", filter { $0.isUnread = true }),
        ]
    }

    static let orders = TicketOrder.Key.allCases.flatMap {
        [TicketOrder($0, isDescending: true), TicketOrder($0, isDescending: false)]
    }

    private func everyPage(
        _ database: TestDatabase, _ filter: TicketFilter, _ order: TicketOrder, limit: Int
    ) throws -> [ID<Ticket>] {
        var ids: [ID<Ticket>] = []
        var position: ListPosition?
        repeat {
            let page = try database.read { (tx) throws(Failure) in
                try tx.ticketPage(filter, order: order, after: position, limit: limit)
            }
            ids += page.ids
            position = page.next
        } while position != nil
        return ids
    }

    private func expected(
        _ tickets: [Ticket], _ filter: TicketFilter, _ order: TicketOrder
    ) -> [ID<Ticket>] {
        func key(_ ticket: Ticket) -> Int64? {
            switch order.key {
            case .lastMessageAt: ticket.lastMessageAt.milliseconds
            case .createdAt: ticket.createdAt.milliseconds
            case .priority: ticket.priority.rawValue
            case .slaDueAt: ticket.sla.dueAt?.milliseconds
            }
        }
        return tickets.filter {
            CountKey($0).matches(filter) && (filter.customer == nil || filter.customer == $0.customer)
        }
        .sorted { a, b in
            let (x, y) = (key(a), key(b))
            if x == y { return order.isDescending ? a.id > b.id : a.id < b.id }
            guard let x else { return false }
            guard let y else { return true }
            return order.isDescending ? x > y : x < y
        }.map(\.id)
    }

    private func allTickets(_ database: TestDatabase) throws -> [Ticket] {
        try database.read { (tx) throws(Failure) in
            var tickets: [Ticket] = []
            let ids = try tx.all("SELECT id FROM tickets", []) { $0.integer(0) }
            for id in ids {
                if let record = try tx.ticketRecord(ID(id)) { tickets.append(record.ticket) }
            }
            return tickets
        }
    }

    @Test func `every order of every filter gives each ticket once, in order, page by page`() throws {
        let database = try TestDatabase()
        let cast = try database.seed(300)
        // Deadlines for some, so that absent values are there as well.
        try database.write { (tx) throws(Failure) in
            try tx.run("UPDATE tickets SET sla_due_at = created_at + (id % 7) * 1000 WHERE id % 3 = 0")
        }
        let tickets = try allTickets(database)
        #expect(tickets.count == 300)
        var filters = TicketListsTests.filters(cast.agents.map(\.id))
        var own = TicketFilter()
        own.customer = cast.customers[3].id
        filters.append(("customer", own))
        own.statuses = [.closed, .resolved]
        filters.append(("customer and status", own))
        for (name, filter) in filters {
            for order in TicketListsTests.orders {
                let listed = try everyPage(database, filter, order, limit: 17)
                #expect(listed == expected(tickets, filter, order), "\(name) by \(order.word)")
            }
        }
    }

    @Test func `a list by an indexed order is never sorted and never scans the table`() throws {
        let database = try TestDatabase()
        let position = ListPosition(key: 5, id: 5)
        for (name, filter) in TicketListsTests.filters([ID(1), ID(2)]) {
            for order in TicketListsTests.orders {
                for after in [nil, position] {
                    for phase in TicketListQuery.phases(order: order, after: after) {
                        // Tickets without a deadline tie by id; they are few once policies are on, and are sorted.
                        if phase == .absent { continue }
                        let query = TicketListQuery(filter, order: order, phase: phase, after: after, limit: 21)
                        let plan = try database.read { (tx) throws(Failure) in
                            try tx.all(composed: "EXPLAIN QUERY PLAN " + query.text, query.values) { $0.text(3) }
                        }
                        let text = plan.joined(separator: "\n")
                        #expect(!text.contains("TEMP B-TREE"), "\(name) by \(order.word):\n\(text)")
                        #expect(!text.contains("SCAN tickets"), "\(name) by \(order.word):\n\(text)")
                    }
                }
            }
        }
    }

    @Test func `the kept counts are what counting gives`() throws {
        let database = try TestDatabase()
        let cast = try database.seed(200)
        let tickets = try allTickets(database)
        for (name, filter) in TicketListsTests.filters(cast.agents.map(\.id)) {
            let count = try database.read { (tx) throws(Failure) in try tx.ticketCount(filter) }
            #expect(count == Int64(tickets.filter { CountKey($0).matches(filter) }.count), "\(name)")
        }
        var filter = TicketFilter()
        filter.customer = cast.customers[0].id
        let own = try database.read { (tx) throws(Failure) in try tx.ticketCount(filter) }
        #expect(own == Int64(tickets.filter { $0.customer == cast.customers[0].id }.count))
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
