import Domain
import JSON
import Support
import Testing

@testable import API

@Suite struct TicketsTests {
    @Test func `a new ticket is answered with its place, its version, a category and exactly the customer's fields`()
        throws
    {
        let desk = try TicketDesk()
        let made = desk.send(
            .post, "/tickets",
            #"{"subject":"  Charged twice ","description":"My card was charged twice, I want a refund."}"#,
            desk.ada.token)
        #expect(made.status == 201)
        let number = try #require(made.text("ticket_number"))
        #expect(made.header("Location") == "/api/v1/tickets/\(number)")
        #expect(made.etag == #""1""#)
        #expect(made.text("subject") == "Charged twice")
        #expect(made.text("category") == "billing")
        #expect(made.text("status") == "new")
        #expect(made.text("channel") == "portal")
        #expect(made.count("message_count") == 1)
        #expect(made.json["can_reply"] == .bool(true))
        #expect(memberNames(made.json) == TicketFields.customer)
        let detail = desk.get("/tickets/\(number.lowercased())/", desk.ada.token)
        #expect(memberNames(detail.json) == TicketFields.customer + ["messages", "events"])
        #expect(detail.json["messages"]?.array?.count == 1)
        #expect(memberNames(detail.json["messages"]?.array?.first) == TicketFields.message)
        #expect(detail.json["events"]?.array?.map { $0["type"]?.string } == ["created"])
        #expect(memberNames(desk.get("/tickets", desk.ada.token).items.first) == TicketFields.customer)
        let staff = desk.staffView(number)
        #expect(staff.text("ai_category") == "billing")
        #expect(staff.json["ai_processed"] == .bool(true))
        #expect(staff.count("unread_by_agent") == 1)
    }

    @Test(arguments: [
        (#"{}"#, ["subject", "description"]),
        (#"{"subject":"ab","description":" ","colour":"red"}"#, ["subject", "description", "colour"]),
        (#"{"subject":5,"description":true}"#, ["subject", "description"]),
        (#"{"subject":" ab \n","description":"x"}"#, ["subject"]),
        (#"{"subject":"abc","description":"x","category":"nonsense"}"#, ["category"]),
        (#"{"subject":"abc","description":"x","attachments":[1]}"#, ["attachments"]),
        (#"{"subject":"abc","description":"x","references":{"follow_up_of":"T-1"}}"#, ["references"]),
        (#"{"subject":"a\u0000bc","description":"a\u0007b"}"#, ["subject", "description"]),
        (#"{"subject":"abc","description":"x","priority":"high"}"#, ["priority"]),
    ])
    func `all failing fields are named at once`(json: String, fields: [String]) throws {
        let desk = try TicketDesk()
        let answer = desk.send(.post, "/tickets", json, desk.ada.token)
        #expect(answer.status == 422)
        #expect(answer.problem == "validation")
        #expect(answer.failingFields.sorted() == fields.sorted(), "\(json): \(answer.text)")
        #expect(desk.get("/tickets?count=true", desk.ada.token).count("total") == 0)
    }

    @Test(arguments: [
        (2, 1, false), (3, 1, true), (200, 1, true), (201, 1, false), (3, 20_000, true), (3, 20_001, false),
    ])
    func `lengths are counted in scalars after trimming`(subject: Int, description: Int, isFine: Bool) throws {
        let desk = try TicketDesk()
        // A flag of two scalars is one Character: scalars are what counts.
        let text = "  " + String(repeating: "é", count: subject) + " "
        let long = "\\n " + String(repeating: "💡", count: description) + " "
        let answer = desk.send(.post, "/tickets", #"{"subject":"\#(text)","description":"\#(long)"}"#, desk.ada.token)
        #expect(answer.status == (isFine ? 201 : 422))
    }

    @Test(arguments: ["", "/messages"])
    func `another customer's ticket is not there, in any read`(suffix: String) throws {
        let desk = try TicketDesk()
        let number = try desk.open()
        #expect(desk.get("/tickets/\(number)\(suffix)", desk.ada.token).status == 200)
        let refused = desk.get("/tickets/\(number)\(suffix)", desk.bob.token)
        #expect(refused.status == 404)
        #expect(refused.problem == "not-found")
        #expect(desk.get("/tickets/\(number)\(suffix)", desk.grace.token).status == 403)
        #expect(desk.get("/admin/tickets/\(number)\(suffix)", desk.ada.token).status == 403)
    }

    @Test func `another customer's ticket is not there, in any write`() throws {
        let desk = try TicketDesk()
        let number = try desk.open()
        #expect(desk.say(number, as: desk.bob.token).status == 404)
        #expect(desk.send(.patch, "/tickets/\(number)/status", #"{"status":"closed"}"#, desk.bob.token).status == 404)
        #expect(desk.send(.post, "/tickets/\(number)/mark-read", nil, desk.bob.token).status == 404)
        #expect(desk.numbers("/tickets", desk.bob.token).isEmpty)
        #expect(desk.seen(number).etag == #""1""#)
    }

    @Test func `a ticket that matches by address alone shows once the address is verified`() throws {
        let desk = try TicketDesk()
        let made = desk.send(
            .post, "/admin/tickets",
            #"{"customer_name":"A","customer_email":"ADA@example.com","subject":"By mail","description":"Hello"}"#,
            desk.grace.token)
        #expect(made.status == 201)
        #expect(made.json["customer_id"] == .integer(desk.ada.user.id.rawValue))
        let number = try #require(made.text("ticket_number"))
        #expect(desk.seen(number).status == 404)
        #expect(desk.say(number).status == 404)
        #expect(desk.numbers("/tickets", desk.ada.token).isEmpty)
        #expect(desk.get("/tickets/stats", desk.ada.token).count("total") == 0)
        _ = desk.api.request(.post, "/api/v1/auth/forgot-password", json: #"{"email":"ada@example.com"}"#)
        let secret = try #require(try desk.api.mailedSecret("reset_password"))
        let reset = desk.api.request(
            .post, "/api/v1/auth/reset-password", json: #"{"token":"\#(secret)","password":"battery staple"}"#)
        #expect(reset.status == 200)
        let login = desk.api.request(
            .post, "/api/v1/auth/login", json: #"{"email":"ada@example.com","password":"battery staple"}"#)
        let token = try #require(login.text("access_token"))
        #expect(desk.get("/tickets/\(number)", token).status == 200)
        #expect(desk.numbers("/tickets", token) == [number])
        #expect(desk.get("/tickets/stats", token).count("total") == 1)
        // Another address is not proved, and what was encoded for the old one is not served.
        let moved = desk.send(
            .patch, "/admin/users/\(desk.ada.user.id)", #"{"email":"ada@example.net"}"#, desk.root.token)
        #expect(moved.json["email_verified"] == .bool(false))
        #expect(desk.get("/tickets/\(number)", token).status != 200)
        #expect(desk.numbers("/tickets", token).isEmpty)
    }

    @Test func `customers resolve and close, nothing else, and what is closed stays so`() throws {
        let desk = try TicketDesk()
        let number = try desk.open()
        #expect(desk.setStatus(number, "open").problem == "forbidden")
        #expect(desk.setStatus(number, "nonsense").failingFields == ["status"])
        let resolved = desk.setStatus(number, "Resolved")
        #expect(resolved.status == 200)
        #expect(resolved.text("status") == "resolved")
        #expect(resolved.text("resolved_at") != nil)
        let again = desk.setStatus(number, "resolved")
        #expect(again.status == 200)
        #expect(again.etag == resolved.etag)
        #expect(desk.setStatus(number, "closed").text("closed_at") != nil)
        let late = desk.setStatus(number, "resolved")
        #expect(late.status == 409)
        #expect(late.problem == "invalid-transition")
        #expect(late.json["allowed"] == .array([]))
        #expect(desk.events(number) == ["created", "classification", "status_change", "close"])
    }

    @Test func `writes honour If-Match and reads If-None-Match`() throws {
        let desk = try TicketDesk()
        let number = try desk.open()
        for (path, token) in [("/tickets", desk.ada.token), ("/admin/tickets", desk.grace.token)] {
            let first = desk.get("\(path)/\(number)", token)
            let tag = try #require(first.etag)
            for named in [tag, "W/" + tag, "\"0\", " + tag, "*"] {
                let same = desk.get("\(path)/\(number)", token, [("If-None-Match", named)])
                #expect(same.status == 304)
                #expect(same.text.isEmpty)
                #expect(same.etag == tag)
            }
            #expect(desk.get("\(path)/\(number)", token, [("If-None-Match", "\"0\"")]).status == 200)
        }
        let stale = desk.setStatus(number, "resolved", [("If-Match", "\"9\"")])
        #expect(stale.status == 412)
        #expect(stale.problem == "stale")
        #expect(desk.patch(number, #"{"priority":"low"}"#, [("If-Match", "\"9\"")]).status == 412)
        #expect(desk.reply(number, "", [("If-Match", "\"9\"")]).status == 412)
        #expect(desk.seen(number).count("message_count") == 1)
        #expect(desk.setStatus(number, "resolved", [("If-Match", "*")]).status == 200)
        let tag = try #require(desk.seen(number).etag)
        let closed = desk.setStatus(number, "closed", [("If-Match", tag)])
        #expect(closed.status == 200)
        #expect(closed.etag == desk.seen(number).etag)
        #expect(closed.etag != tag)
    }

    @Test func `an internal note moves the staff's version alone, and does not show`() throws {
        let desk = try TicketDesk()
        let number = try desk.open()
        let (before, staffBefore) = (desk.seen(number), desk.staffView(number))
        desk.clock.advance(seconds: 60)
        let note = desk.note(number)
        #expect(note.status == 201)
        #expect(note.json["is_internal"] == .bool(true))
        let after = desk.seen(number)
        #expect(after.etag == before.etag)
        #expect(after.text == before.text)
        #expect(desk.get("/tickets/\(number)/messages", desk.ada.token).items.count == 1)
        let staffAfter = desk.staffView(number)
        #expect(staffAfter.etag != staffBefore.etag)
        #expect(staffAfter.text("updated_at") != staffBefore.text("updated_at"))
        #expect(staffAfter.count("message_count") == 1)
        #expect(staffAfter.json["messages"]?.array?.count == 2)
    }
}
