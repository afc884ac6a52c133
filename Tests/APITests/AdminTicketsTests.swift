import Domain
import JSON
import Support
import Testing

@testable import API
@testable import Store

@Suite struct AdminTicketsTests {
    @Test func `staff sees exactly the fields that are listed, in rows, details, messages and events`() throws {
        let desk = try TicketDesk()
        let number = try desk.open()
        desk.note(number)
        let detail = desk.staffView(number)
        #expect(memberNames(detail.json) == TicketFields.staff + ["messages", "events"])
        #expect(memberNames(desk.get("/admin/tickets", desk.grace.token).items.first) == TicketFields.staff)
        #expect(memberNames(desk.get("/admin/open-tickets", desk.grace.token).items.first) == TicketFields.staff)
        #expect(memberNames(detail.json["messages"]?.array?.last) == TicketFields.message)
        #expect(memberNames(detail.json["events"]?.array?.last) == TicketFields.event)
        let id = try #require(detail.count("id"))
        #expect(desk.staffView(String(id)).text == detail.text)
        #expect(memberNames(desk.patch(number, #"{"priority":"low"}"#).json) == TicketFields.staff)
        #expect(
            memberNames(desk.reply(number).json) == TicketFields.message + ["ticket_number", "ticket_status"])
    }

    @Test func `a patch changes what it names, each with its event, and answers the new version`() throws {
        let desk = try TicketDesk()
        let number = try desk.open(category: "billing")
        let changed = desk.patch(
            number,
            #"{"subject":"Other words","category":"technical","priority":"urgent","status":"in progress"}"#)
        #expect(changed.failingFields == ["status"])
        let fine = desk.patch(
            number,
            """
            {"title":"Other words","category":"technical","priority":"Normal","status":"IN_PROGRESS",
            "assigned_to_id":\(desk.grace.user.id),"tags":["a","b","a"],"references":{"order_id":"7"},
            "resolution_notes":"Done."}
            """)
        #expect(fine.status == 200, "\(fine.text)")
        #expect(fine.text("subject") == "Other words")
        #expect(fine.text("category") == "technical_support")
        #expect(fine.text("priority") == "medium")
        #expect(fine.text("status") == "in_progress")
        #expect(fine.text("assigned_to_name") == "grace@example.com")
        #expect(fine.json["tags"] == .array([.string("a"), .string("b")]))
        #expect(fine.json["references"]?["order_id"] == .string("7"))
        #expect(fine.text("resolution_notes") == "Done.")
        #expect(fine.etag == #""2""#)
        #expect(fine.count("version") == 2)
        let events = Set(desk.events(number))
        #expect(events.isSuperset(of: ["status_change", "assignment_change", "category_change", "tag_change"]))
        let cleared = desk.patch(number, #"{"assigned_to_id":null,"resolution_notes":null}"#)
        #expect(cleared.json["assigned_to_id"] == .null)
        #expect(cleared.json["resolution_notes"] == .null)
        let again = desk.patch(number, #"{"status":"in_progress","priority":"medium"}"#)
        #expect(again.status == 200)
        #expect(again.etag == cleared.etag)
    }

    @Test func `another agent's ticket keeps its status and holder, save for admins`() throws {
        let desk = try TicketDesk()
        let number = try desk.open()
        #expect(desk.patch(number, #"{"assigned_to_id":\#(desk.grace.user.id)}"#).text("status") == "open")
        for json in [#"{"status":"on_hold"}"#, #"{"assigned_to_id":null}"#] {
            let refused = desk.patch(number, json, as: desk.alan.token)
            #expect(refused.status == 403)
            #expect(refused.problem == "not-assignee")
        }
        let refused = desk.reply(number, #","status":"resolved""#, as: desk.alan.token)
        #expect(refused.problem == "not-assignee")
        #expect(desk.patch(number, #"{"priority":"high"}"#, as: desk.alan.token).status == 200)
        #expect(desk.reply(number, as: desk.alan.token).text("ticket_status") == "waiting_customer")
        let moved = desk.patch(
            number, #"{"status":"on_hold","assigned_to_id":\#(desk.alan.user.id)}"#, as: desk.root.token)
        #expect(moved.text("assigned_to_name") == "alan@example.com")
        for person in [desk.ada.user.id.rawValue, 9999] {
            let answer = desk.patch(number, #"{"assigned_to_id":\#(person)}"#, as: desk.root.token)
            #expect(answer.failingFields == ["assigned_to_id"])
        }
    }

    @Test(arguments: [
        #"{"subject":"Other"}"#, #"{"category":"other"}"#, #"{"priority":"urgent"}"#, #"{"assigned_to_id":1}"#,
        #"{"resolution_notes":"x"}"#,
    ])
    func `a closed ticket refuses its fields`(json: String) throws {
        let desk = try TicketDesk()
        let number = try desk.open(category: "billing")
        desk.setStatus(number, "closed")
        let json = json.replacing(":1}", with: ":\(desk.grace.user.id)}")
        let refused = desk.patch(number, json)
        #expect(refused.status == 409)
        #expect(refused.problem == "ticket-closed")
        #expect(desk.reply(number).problem == "ticket-closed")
        #expect(desk.reply(number, #","status":"resolved""#).problem == "ticket-closed")
    }

    @Test func `a closed ticket allows notes, tags, references, reading and being reopened`() throws {
        let desk = try TicketDesk()
        let number = try desk.open()
        desk.setStatus(number, "closed")
        #expect(desk.note(number).status == 201)
        #expect(desk.patch(number, #"{"tags":["x"],"references":{"order_id":"1"}}"#).status == 200)
        #expect(desk.send(.post, "/admin/tickets/\(number)/mark-read", nil, desk.grace.token).status == 200)
        #expect(desk.send(.post, "/tickets/\(number)/mark-read", nil, desk.ada.token).status == 200)
        let late = desk.patch(number, #"{"status":"resolved"}"#)
        #expect(late.problem == "invalid-transition")
        #expect(late.json["allowed"] == .array([.string("open"), .string("in_progress")]))
        let reply = desk.reply(number, #","status":"in_progress""#)
        #expect(reply.text("ticket_status") == "in_progress")
        #expect(desk.staffView(number).count("reopened_count") == 1)
        #expect(desk.staffView(number).json["closed_at"] == .null)
        #expect(desk.events(number).last == "reopen")
    }

    @Test func `a message after the reopen window is a new ticket that names the old one`() throws {
        let desk = try TicketDesk()
        let number = try desk.open()
        desk.setStatus(number, "closed")
        desk.clock.advance(seconds: 13 * 86_400)
        #expect(desk.say(number, as: desk.fresh(desk.ada)).text("ticket_status") == "open")
        let (ada, grace) = (desk.fresh(desk.ada), desk.fresh(desk.grace))
        #expect(desk.send(.patch, "/tickets/\(number)/status", #"{"status":"closed"}"#, ada).status == 200)
        desk.clock.advance(seconds: 14 * 86_400 + 1)
        let (late, staff) = (desk.fresh(desk.ada), desk.fresh(desk.grace))
        #expect(ada != late && grace != staff)
        #expect(desk.get("/tickets/\(number)", late).json["can_reply"] == .bool(false))
        let answer = desk.say(number, as: late)
        #expect(answer.status == 201)
        let next = try #require(answer.text("ticket_number"))
        #expect(next != number)
        #expect(answer.header("Location") == "/api/v1/tickets/\(next)")
        #expect(desk.get("/tickets/\(next)", late).json["references"]?["follow_up_of"] == .string(number))
        #expect(desk.get("/tickets/\(number)", late).text("status") == "closed")
        let refused = desk.patch(next, #"{"references":{"follow_up_of":"x"}}"#, as: staff)
        #expect(refused.failingFields == ["references"])
        let patched = desk.patch(next, #"{"references":{"order_id":"7"}}"#, as: staff)
        #expect(patched.json["references"]?["follow_up_of"] == .string(number))
        #expect(patched.json["references"]?["order_id"] == .string("7"))
    }

    @Test func `only an admin deletes; the event and an audit row stay, the number does not come again`() throws {
        let desk = try TicketDesk()
        let number = try desk.open()
        let id = try #require(desk.staffView(number).count("id"))
        desk.reply(number)
        let path = "/admin/tickets/\(number)"
        #expect(desk.send(.delete, path, nil, desk.grace.token).status == 403)
        #expect(desk.send(.delete, path, nil, desk.root.token, [("If-Match", "\"1\"")]).status == 412)
        let gone = desk.send(.delete, path, nil, desk.root.token)
        #expect(gone.status == 204)
        #expect(gone.text.isEmpty)
        #expect(desk.send(.delete, path, nil, desk.root.token).status == 404)
        #expect(desk.seen(number).status == 404)
        #expect(desk.staffView(number).status == 404)
        #expect(desk.numbers("/admin/tickets", desk.grace.token).isEmpty)
        #expect(desk.get("/admin/stats", desk.grace.token).count("total") == 0)
        let event = try desk.api.database.read { (tx) throws(Failure) in
            try tx.events(of: ID(id), after: 0, limit: 9).map(\.kind)
        }
        #expect(event == [.deleted])
        let audited = try desk.api.database.read { (tx) throws(Failure) in
            try tx.first("SELECT count(*) FROM audit WHERE action = 'ticket.deleted'") { $0.integer(0) }
        }
        #expect(audited == 1)
        let next = try desk.open()
        #expect(next != number)
        #expect(try #require(desk.staffView(next).count("id")) > id)
        let track = desk.api.request(
            .post, "/track-ticket", json: #"{"ticket_number":"\#(number)","email":"ada@example.com"}"#)
        #expect(track.status == 404)
    }

    @Test func `staff opens tickets on behalf of an account, or of a name with an address or a phone number`() throws {
        let desk = try TicketDesk()
        func open(_ who: String, _ more: String = "") -> APIAnswer {
            desk.send(
                .post, "/admin/tickets", #"{\#(who),"title":"On behalf","description":"Hello"\#(more)}"#,
                desk.grace.token)
        }
        let own = open(
            #""customer_id":\#(desk.ada.user.id)"#,
            """
            ,"priority":"normal","channel":"email","assigned_to_id":\(desk.alan.user.id),"tags":["vip"],
            "conversation_id":"c1","client_id":"k1","references":{"site_id":"5"}
            """)
        #expect(own.status == 201, "\(own.text)")
        let number = try #require(own.text("ticket_number"))
        #expect(own.header("Location") == "/api/v1/admin/tickets/\(number)")
        #expect(own.text("status") == "open")
        #expect(own.text("channel") == "email")
        #expect(own.text("priority") == "medium")
        #expect(own.json["created_by_id"] == .integer(desk.grace.user.id.rawValue))
        #expect(own.json["tags"]?.array?.first == .string("vip"))
        #expect(memberNames(own.json["references"]) == ["client_id", "conversation_id", "site_id"])
        #expect(desk.seen(number).status == 200)
        let phone = open(#""customer_name":"Zoe","customer_phone":"+44 20 7946 0958""#)
        #expect(phone.status == 201, "\(phone.text)")
        #expect(phone.text("customer_phone") == "+442079460958")
        #expect(phone.json["customer_email"] == .null)
        let same = open(#""customer_name":"Zoe","customer_phone":"+442079460958""#)
        #expect(same.json["customer_id"] == phone.json["customer_id"])
        #expect(open(#""customer_id":9999"#).failingFields == ["customer_id"])
        #expect(open(#""customer_name":"Zoe""#).failingFields == ["customer_email"])
        #expect(open(#""customer_id":1,"customer_name":"Zoe""#).failingFields == ["customer_name"])
        #expect(open(#""customer_name":"G","customer_email":"grace@example.com""#).status == 422)
    }
}
