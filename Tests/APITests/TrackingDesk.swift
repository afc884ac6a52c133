import Domain
import HTTP
import JSON
import Service
import Store
import Support
import Testing

@testable import API

/// An API desk with one ticket of Ada's that has been worked on.
struct TrackingDesk {
    static let settings = APISettings()
    let api: APIDesk
    let desk = Desk()
    let number: String
    let ticket: ID<Ticket>
    let customer: Customer

    init(settings: APISettings = Self.settings) throws {
        api = try Self.api(settings: settings)
        let customer = try api.database.customer("Ada Lovelace", email: "ada@example.org")
        self.customer = customer
        let opening = desk.opening
        let record = try api.database.write { (tx) throws(Failure) in
            let draft = TicketDraft(subject: "The page is down", description: "It shows a 500.", channel: .portal)
            return try opening.open(draft, opening.assess(draft, in: tx), for: customer, in: tx)
        }
        number = record.ticket.number.text
        ticket = record.ticket.id
    }

    static func api(on database: TestDatabase? = nil, settings: APISettings = Self.settings) throws -> APIDesk {
        try APIDesk(on: database, settings: settings)
    }

    func track(
        _ number: String? = nil, _ email: String = "ada@example.org", from address: String = "192.0.2.1",
        on other: APIDesk? = nil
    ) -> APIAnswer {
        (other ?? api).request(
            .post, "/track-ticket", json: #"{"ticket_number":"\#(number ?? self.number)","email":"\#(email)"}"#,
            from: address)
    }

    func link(_ number: String? = nil, _ email: String = "ada@example.org", from address: String = "192.0.2.1")
        -> APIAnswer
    {
        api.request(
            .post, "/track-ticket/link", json: #"{"ticket_number":"\#(number ?? self.number)","email":"\#(email)"}"#,
            from: address)
    }

    func session(_ secret: String, asCookie: Bool = false) -> APIAnswer {
        api.request(
            .post, "/track-ticket/session", json: #"{"token":"\#(secret)"\#(asCookie ? #","session":true"# : "")}"#)
    }

    func mailedSecret() throws -> String { try #require(try api.mailedSecret("ticket_link")) }

    func open(for customer: Customer) throws -> Ticket {
        let opening = desk.opening
        return try api.database.write { (tx) throws(Failure) in
            let draft = TicketDraft(subject: "Another", description: "Another question.", channel: .portal)
            return try opening.open(draft, opening.assess(draft, in: tx), for: customer, in: tx).ticket
        }
    }
}

extension APIAnswer {
    /// The names of the object's members, in their order.
    var memberNames: [String] {
        guard case .object(let members) = json else { return [] }
        return members.map(\.key)
    }
}
