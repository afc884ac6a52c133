import Domain
import Security
import Service
import Support
import Testing

@testable import Store

/// People whom staff knows before they have an account.
@Suite struct ContactsTests {
    private func open(
        _ name: String, phone: String?, on database: TestDatabase, by agent: Agent
    ) throws -> TicketRecord {
        let opening = Desk().opening
        return try database.write { (tx) throws(Failure) in
            let draft = TicketDraft(subject: "On behalf", description: "She called.", channel: .portal)
            return try opening.open(
                draft, opening.assess(draft, in: tx),
                for: .contact(name: name, email: "eve@example.org", phone: phone), by: agent, in: tx)
        }
    }

    @Test func `a phone number that staff gives later is kept, and found by the search index`() throws {
        let database = try TestDatabase()
        let agent = try database.agent()
        #expect(try open("Eve", phone: nil, on: database, by: agent).customerPhone == nil)
        #expect(try open("Eve", phone: "+14155550123", on: database, by: agent).customerPhone == "+14155550123")
        // A number that is known already is not replaced.
        #expect(try open("Eve", phone: "+14155550199", on: database, by: agent).customerPhone == "+14155550123")
        try database.write { (tx) throws(Failure) in
            try tx.run("INSERT INTO search (search, rank) VALUES ('integrity-check', 1)")
        }
    }

    @Test func `whoever registers a contact's address does not rename the contact`() throws {
        let database = try TestDatabase()
        let ticket = try open("Eve", phone: nil, on: database, by: try database.agent())
        let accounts = Accounts(
            tokens: Tokens(secret: String(repeating: "s", count: 32), hostSecret: nil), publicURL: "http://localhost")
        _ = try database.write { (tx) throws(Failure) in
            try accounts.register(email: "eve@example.org", name: "Mallory", passwordHash: "!", in: tx)?.token
        }
        let shown = try database.read { (tx) throws(Failure) in try tx.ticketRecord(ticket.ticket.id) }
        #expect(shown?.customerName == "Eve")
    }

    @Test func `asking for a forgotten password writes as well where there is no account`() throws {
        let database = try TestDatabase()
        let accounts = Accounts(
            tokens: Tokens(secret: String(repeating: "s", count: 32), hostSecret: nil), publicURL: "http://localhost")
        try database.write { (tx) throws(Failure) in
            try accounts.forgotPassword(email: "nobody@example.org", in: tx)
        }
        let counted = try database.read { (tx) throws(Failure) in
            try tx.all("SELECT failures FROM failure_counts WHERE subject LIKE 'forgot:%'") { $0.integer(0) }
        }
        #expect(counted == [1])
    }
}
