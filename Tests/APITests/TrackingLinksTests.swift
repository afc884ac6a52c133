import Domain
import HTTP
import Security
import Service
import Store
import Support
import Testing

@testable import API

@Suite struct TrackingLinkTests {
    @Test func `a link is mailed to the owner alone, and the answer does not tell`() throws {
        let desk = try TrackingDesk()
        let answers = [
            desk.link(nil, "wrong@example.org"), desk.link("TKT-1", "ada@example.org"), desk.link("nonsense", ""),
        ]
        #expect(try desk.api.mailedSecret("ticket_link") == nil)
        let right = desk.link(nil, " ADA@example.org", from: "192.0.2.2")
        let body = try desk.api.database.read { (tx) throws(Failure) in try tx.newestMailBody(kind: "ticket_link") }
        #expect(body?.contains("http://127.0.0.1:8080/track-ticket#token=") == true)
        #expect(body?.contains("The page is down") == false)
        for answer in answers + [right] {
            #expect(answer.status == 202)
            #expect(answer.text.isEmpty)
        }
        #expect(answers[0].response.fields.map(\.name) == right.response.fields.map(\.name))
    }

    @Test func `five links an hour may be asked for from one client address`() throws {
        let desk = try TrackingDesk()
        for _ in 1...5 { #expect(desk.link("TKT-1").status == 202) }
        #expect(desk.link().status == 429)
        #expect(desk.link(from: "192.0.2.2").status == 202)
        desk.api.database.clock.advance(seconds: 3600)
        #expect(desk.link().status == 202)
    }

    @Test func `no more than five links are mailed for a ticket in 15 minutes, whoever asks`() throws {
        let desk = try TrackingDesk()
        for index in 1...5 { #expect(desk.link(from: "192.0.2.\(index)").status == 202) }
        let fifth = try desk.mailedSecret()
        #expect(desk.link(from: "192.0.2.6").status == 202)
        #expect(try desk.mailedSecret() == fifth)
        desk.api.database.clock.advance(seconds: 900)
        #expect(desk.link(from: "192.0.2.7").status == 202)
        #expect(try desk.mailedSecret() != fifth)
    }

    @Test func `neither staff nor a disabled customer is made a guest`() throws {
        let desk = try TrackingDesk()
        for change in [UserChange(role: .agent), UserChange(isActive: false)] {
            _ = desk.link(from: "192.0.2.5")
            let secret = try desk.mailedSecret()
            let id = desk.customer.id
            try desk.api.database.write { (tx) throws(Failure) in _ = try Users().change(id, change, in: tx) }
            #expect(desk.session(secret).status == 401)
            _ = desk.link(from: "192.0.2.6")
            #expect(try desk.mailedSecret() == secret)
            try desk.api.database.write { (tx) throws(Failure) in
                _ = try Users().change(id, UserChange(role: .customer, isActive: true), in: tx)
            }
        }
    }

    @Test func `a link does not prove an address that the user got after it was mailed`() throws {
        let desk = try TrackingDesk()
        _ = desk.link()
        let id = desk.customer.id
        try desk.api.database.write { (tx) throws(Failure) in
            _ = try Users().change(id, UserChange(email: "other@example.org"), in: tx)
        }
        #expect(desk.session(try desk.mailedSecret()).status == 401)
        let user = try desk.api.database.read { (tx) throws(Failure) in try tx.user(id) }
        #expect(user?.isVerified == false)
    }

    @Test func `only the hash of a link is kept, and it ends after 15 minutes`() throws {
        let desk = try TrackingDesk()
        _ = desk.link()
        let early = try desk.mailedSecret()
        try desk.api.database.write { (tx) throws(Failure) in
            let raw = try tx.useLink(hash: early, purpose: .ticketLink)
            let otherPurpose = try tx.useLink(hash: SecretToken.hash(of: early), purpose: .resetPassword)
            #expect(raw == nil)
            #expect(otherPurpose == nil)
        }
        desk.api.database.clock.advance(seconds: 899)
        #expect(desk.session(early).status == 200)
        _ = desk.link()
        desk.api.database.clock.advance(seconds: 900)
        let late = desk.session(try desk.mailedSecret())
        #expect(late.status == 401)
        #expect(late.problem == "unauthorized")
    }
}

@Suite struct GuestTests {
    @Test func `a link opens one session, and the guest reads and answers that ticket alone`()
        throws
    {
        let desk = try TrackingDesk()
        let person = Opening.Person.contact(name: "Eve", email: "eve@example.org", phone: nil)
        let agent = try desk.api.database.agent()
        let opening = desk.desk.opening
        let tickets = try (1...2).map { _ in
            try desk.api.database.write { (tx) throws(Failure) in
                let draft = TicketDraft(subject: "On behalf", description: "She called.", channel: .portal)
                return try opening.open(draft, opening.assess(draft, in: tx), for: person, by: agent, in: tx)
                    .ticket
            }
        }
        let mine = tickets[0].number.text
        _ = desk.link(mine, "eve@example.org")
        let secret = try desk.mailedSecret()
        let answer = desk.session(secret)
        #expect(answer.status == 200)
        #expect(answer.memberNames == ["access_token", "token_type", "expires_in", "ticket_number"])
        #expect(answer.json["token_type"] == .string("Bearer"))
        #expect(answer.json["expires_in"] == .integer(43_200))
        #expect(answer.json["ticket_number"] == .string(mine))
        #expect(answer.header("Set-Cookie") == nil)
        #expect(desk.session(secret).status == 401)
        let owner = try desk.api.database.read { (tx) throws(Failure) in try tx.user(email: "eve@example.org") }
        // Whoever has registered the address first must not be verified by its owner's link.
        #expect(owner?.isVerified == false)

        let token = try #require(answer.json["access_token"]?.string)
        func call(_ method: HTTP.Method, _ path: String, json: String? = nil) -> Int {
            desk.api.request(method, "/api/v1" + path, json: json, token: token).status
        }
        #expect(call(.get, "/tickets/\(mine)") == 200)
        #expect(call(.post, "/tickets/\(mine)/messages", json: #"{"body":"Any news?"}"#) == 201)
        #expect(call(.patch, "/tickets/\(mine)/status", json: #"{"status":"resolved"}"#) == 200)
        #expect(call(.get, "/tickets/\(tickets[1].number)") == 404)
        #expect(call(.post, "/tickets/\(tickets[1].id)/messages", json: #"{"body":"Any news?"}"#) == 404)
        #expect(call(.get, "/tickets/\(desk.number)") == 404)
        #expect(call(.get, "/tickets") == 403)
        #expect(call(.get, "/auth/me") == 403)
        #expect(call(.get, "/admin/users") == 403)
        desk.api.database.clock.advance(seconds: 43_200)
        #expect(call(.get, "/tickets/\(mine)") == 401)
    }

    @Test func `a page gets a cookie instead of the token`() throws {
        let desk = try TrackingDesk()
        _ = desk.link()
        let answer = desk.session(try desk.mailedSecret(), asCookie: true)
        #expect(answer.status == 200)
        #expect(answer.memberNames == ["expires_in", "ticket_number"])
        let cookie = try #require(answer.cookie)
        #expect(cookie.hasPrefix("ticketd_ticket="))
        #expect(answer.header("Set-Cookie")?.contains("HttpOnly; SameSite=Strict") == true)
        let path = "/api/v1/tickets/\(desk.number)"
        #expect(desk.api.request(.get, path, headers: [("Cookie", cookie)]).status == 200)
        let message = #"{"body":"Any news?"}"#
        let crossSite = desk.api.request(.post, path + "/messages", json: message, headers: [("Cookie", cookie)])
        #expect(crossSite.problem == "cross-site")
        let own = [("Cookie", cookie), ("Sec-Fetch-Site", "same-origin")]
        #expect(desk.api.request(.post, path + "/messages", json: message, headers: own).status == 201)
    }

    @Test(arguments: ["", "nonsense", "nul \\u0000", String(repeating: "x", count: 1000)])
    func `a link that was never mailed opens nothing`(secret: String) throws {
        let answer = try TrackingDesk().session(secret)
        #expect(answer.status == 401)
        #expect(answer.problem == "unauthorized")
        #expect(answer.header("WWW-Authenticate") == "Bearer")
    }

    @Test func `whoever registers an address that a link has proved has to prove it anew`() throws {
        let desk = try TrackingDesk()
        let person = Opening.Person.contact(name: "Eve", email: "eve@example.org", phone: nil)
        let agent = try desk.api.database.agent()
        let opening = desk.desk.opening
        let ticket = try desk.api.database.write { (tx) throws(Failure) in
            let draft = TicketDraft(subject: "On behalf", description: "She called.", channel: .portal)
            return try opening.open(draft, opening.assess(draft, in: tx), for: person, by: agent, in: tx).ticket
        }
        _ = desk.link(ticket.number.text, "eve@example.org")
        let guest = desk.session(try desk.mailedSecret()).json["access_token"]?.string
        let registered = desk.api.request(
            .post, "/api/v1/auth/register",
            json: #"{"email":"eve@example.org","password":"correct horse","name":"Mallory"}"#)
        #expect(registered.json["user"]?["email_verified"] == .bool(false))
        let path = "/api/v1/tickets/\(ticket.number)"
        #expect(desk.api.request(.get, path, token: registered.json["access_token"]?.string).status == 404)
        #expect(desk.api.request(.get, path, token: guest).status == 401)
    }
}
