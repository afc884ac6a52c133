import Domain
import Service
import Support
import Testing

@testable import Store

/// A desk with tickets to search for.
struct SearchLibrary {
    let database: TestDatabase
    let desk = Desk()
    let ada: Customer
    let bob: Customer
    let grace: Agent

    init() throws {
        database = try TestDatabase()
        ada = try database.customer("Ada Lovelace", email: "ada@example.org")
        bob = try database.customer("Bob", email: "bob.stone@example.org")
        grace = try database.agent()
    }

    @discardableResult
    func open(_ subject: String, _ description: String, by customer: Customer? = nil) throws -> ID<Ticket> {
        let (desk, customer) = (desk, customer ?? ada)
        return try database.write { (tx) throws(Failure) in
            let draft = TicketDraft(subject: subject, description: description, channel: .portal)
            return try desk.opening.open(draft, desk.opening.assess(draft, in: tx), for: customer, in: tx)
                .ticket.id
        }
    }

    func reply(_ body: String, on ticket: ID<Ticket>, isInternal: Bool = false) throws {
        let (desk, grace) = (desk, grace)
        try database.write { (tx) throws(Failure) in
            _ =
                isInternal
                ? try desk.replies.note(body, on: .id(ticket), by: grace, matching: .absent, in: tx)
                : try desk.replies.reply(
                    body, to: .id(ticket), status: nil, by: grace, matching: .absent, in: tx)
        }
    }

    /// Many messages of Ada's, by nothing but their rows.
    func write(messages: Int, _ body: String, on ticket: ID<Ticket>) throws {
        let ada = ada
        try database.write { (tx) throws(Failure) in
            for _ in 0..<messages {
                let message = Message(
                    id: try tx.nextMessageID(), ticket: ticket, body: body, author: .customer(ada),
                    isInternal: false, channel: .portal, createdAt: tx.now)
                try tx.insert(message, customer: ada.id)
            }
        }
    }

    func find(
        _ text: String, for customer: Customer? = nil, statuses: [Status] = [], order: String? = nil,
        limit: Int = 50
    ) throws -> [ID<Ticket>] {
        var wanted = WantedTickets()
        wanted.filter.statuses = statuses
        wanted.words = SearchWords(text)
        wanted.order = order.flatMap(TicketOrder.init(word:))
        let asked = wanted
        var (ids, position): ([ID<Ticket>], ListPosition?) = ([], nil)
        repeat {
            let at = position
            let page = try database.read { (tx) throws(Failure) in
                if let customer {
                    return try desk.tickets.page(
                        asked, after: at, limit: limit, counted: true, for: customer, in: tx)
                }
                return try desk.tickets.page(asked, after: at, limit: limit, counted: true, in: tx)
            }
            ids += page.tickets.map(\.id)
            position = page.next
        } while position != nil
        return ids
    }
}
