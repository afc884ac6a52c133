import Domain
import JSON
import Support
import Testing

@testable import API

/// What hangs on a ticket, page by page, and changes that are easily got wrong.
@Suite struct TicketThreadTests {
    @Test func `messages come oldest first, each once, and customers do not meet notes`() throws {
        let desk = try TicketDesk()
        let number = try desk.open()
        for index in 0..<4 {
            desk.say(number, "Message \(index)")
            desk.note(number)
        }
        func walk(_ path: String, _ token: String) -> [String] {
            var (bodies, cursor): ([String], String?) = ([], "")
            while let at = cursor, bodies.count < 50 {
                let page = desk.get(path + (at.isEmpty ? "" : "&cursor=" + at), token)
                bodies += page.items.compactMap { $0["body"]?.string }
                cursor = page.text("next_cursor")
            }
            return bodies
        }
        let own = ["It shows a 500."] + (0..<4).map { "Message \($0)" }
        #expect(walk("/tickets/\(number)/messages?limit=2", desk.ada.token) == own)
        #expect(walk("/admin/tickets/\(number)/messages?limit=2", desk.grace.token).count == 9)
        #expect(desk.get("/tickets/\(number)/messages?count=true", desk.ada.token).count("total") == 5)
        #expect(desk.get("/admin/tickets/\(number)/messages?count=true", desk.grace.token).count("total") == 9)
        #expect(desk.seen(number).json["messages"]?.array?.count == 5)
        #expect(!desk.seen(number).text.contains("We look"))
    }

    @Test func `customers see the names of staff, not their ids, and public events alone`() throws {
        let desk = try TicketDesk()
        let number = try desk.open()
        desk.note(number)
        desk.patch(number, #"{"tags":["x"],"priority":"low","assigned_to_id":\#(desk.grace.user.id)}"#)
        desk.reply(number)
        let detail = desk.seen(number)
        let kinds = Set((detail.json["events"]?.array ?? []).compactMap { $0["type"]?.string })
        #expect(kinds.isSubset(of: ["created", "status_change", "message", "reopen", "close", "rating"]))
        let reply = detail.json["messages"]?.array?.last
        #expect(reply?["author_id"] == .null)
        #expect(reply?["author_name"] == .string("grace@example.com"))
        #expect(reply?["direction"] == .string("outbound"))
    }

    @Test func `the detail has the newest 200 messages`() throws {
        let desk = try TicketDesk()
        let number = try desk.open()
        for index in 1...205 { desk.say(number, "Message \(index)") }
        let bodies = (desk.seen(number).json["messages"]?.array ?? []).compactMap { $0["body"]?.string }
        #expect(bodies == (6...205).map { "Message \($0)" })
    }

    @Test(arguments: [
        ("after", 0, true), ("after", 1, false), ("before", 0, false), ("before", 1, true),
    ])
    func `after means from then on, before means earlier`(bound: String, offset: Int64, isFound: Bool) throws {
        let desk = try TicketDesk()
        _ = try desk.open()
        let at = Timestamp.text(Instant(milliseconds: desk.clock.now + offset))
        for field in ["created_at", "last_message_at"] {
            let found = desk.numbers("/admin/tickets?\(field)_\(bound)=\(at)", desk.grace.token)
            #expect(found.isEmpty != isFound, "\(field)")
        }
    }

    @Test func `nothing becomes new again, and a handed over ticket comes back to be looked at`() throws {
        let desk = try TicketDesk()
        let number = try desk.open()
        desk.patch(number, #"{"status":"open"}"#)
        let refused = desk.patch(number, #"{"status":"new"}"#)
        #expect(refused.status == 409)
        #expect(refused.problem == "invalid-transition")
        let handed = desk.patch(number, #"{"status":"waiting_ai"}"#)
        #expect(handed.text("status") == "open")
        #expect(handed.json["ai_needs_review"] == .bool(true))
        #expect(desk.events(number).suffix(2) == ["status_change", "status_change"])
        #expect(desk.patch(number, #"{"category":"billing"}"#).json["ai_needs_review"] == .bool(false))
    }

    @Test func `assigning a new ticket opens it, and both are one version`() throws {
        let desk = try TicketDesk()
        let number = try desk.open()
        let taken = desk.patch(number, #"{"assigned_to_id":\#(desk.grace.user.id),"status":"in_progress"}"#)
        #expect(taken.text("status") == "in_progress")
        #expect(taken.count("version") == 2)
        #expect(desk.events(number).filter { $0 == "status_change" }.count == 1)
        let other = try desk.open("Another")
        #expect(desk.patch(other, #"{"assigned_to_id":\#(desk.grace.user.id)}"#).text("status") == "open")
        let closed = desk.patch(other, #"{"status":"closed","subject":"Last words"}"#)
        #expect(closed.text("subject") == "Last words")
        let reopened = desk.patch(other, #"{"status":"open","priority":"high"}"#)
        #expect(reopened.text("priority") == "high")
        #expect(reopened.count("reopened_count") == 1)
        // All or nothing: the priority does not move when the status may not.
        let refused = desk.patch(other, #"{"status":"new","priority":"low"}"#)
        #expect(refused.status == 409)
        #expect(desk.staffView(other).text("priority") == "high")
    }

    @Test func `a change of nothing is no new version`() throws {
        let desk = try TicketDesk()
        let number = try desk.open()
        let ticket = desk.staffView(number)
        #expect(desk.patch(number, "{}").etag == ticket.etag)
        let subject = #"{"subject":"The page is down","assigned_to_id":null,"resolution_notes":null}"#
        #expect(desk.patch(number, subject).etag == ticket.etag)
        #expect(desk.staffView(number).text == ticket.text)
    }

    @Test(arguments: ["0", "-1", "999999", "TKT-", "TKT-20260301-ZZZZZ", "%00", "99999999999999999999"])
    func `what names no ticket is a 404`(reference: String) throws {
        let desk = try TicketDesk()
        #expect(desk.get("/tickets/\(reference)", desk.ada.token).status == 404)
        #expect(desk.get("/admin/tickets/\(reference)", desk.grace.token).status == 404)
        #expect(desk.patch(reference, "{}").status == 404)
    }

    @Test func `clients that number letters as digits still find their ticket`() throws {
        let desk = try TicketDesk()
        let number = try desk.open()
        let tail = number.suffix(5).replacing("0", with: "o").replacing("1", with: "l")
        #expect(desk.seen("\(number.dropLast(5))\(tail)").text("ticket_number") == number)
    }
}
