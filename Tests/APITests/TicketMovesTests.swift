import Domain
import JSON
import Support
import Testing

@testable import API

/// What messages and read marks do to a ticket, and how often a request counts.
@Suite struct TicketMovesTests {
    @Test func `replies move the status by themselves and by their word`() throws {
        let desk = try TicketDesk()
        let number = try desk.open()
        #expect(desk.say(number).text("ticket_status") == "new")
        #expect(desk.reply(number).text("ticket_status") == "waiting_customer")
        #expect(desk.say(number).text("ticket_status") == "open")
        #expect(desk.reply(number, #","status":"on_hold""#).text("ticket_status") == "on_hold")
        #expect(desk.reply(number).text("ticket_status") == "on_hold")
        #expect(desk.say(number).text("ticket_status") == "open")
        #expect(desk.reply(number, #","status":"resolved""#).text("ticket_status") == "resolved")
        #expect(desk.say(number, "Thank you, works now").text("ticket_status") == "resolved")
        #expect(desk.staffView(number).count("unread_by_agent") == 0)
        #expect(desk.say(number, "It is broken again. Why?").text("ticket_status") == "open")
        #expect(desk.staffView(number).count("reopened_count") == 1)
        let comment = desk.send(
            .post, "/admin/tickets/\(number)/comments", #"{"comment":"We look."}"#, desk.grace.token)
        #expect(comment.status == 201)
        #expect(comment.text("ticket_status") == "waiting_customer")
    }

    @Test func `live channels stay in progress after a reply`() throws {
        let desk = try TicketDesk()
        let made = desk.send(
            .post, "/admin/tickets",
            #"{"customer_id":\#(desk.ada.user.id),"subject":"Chat","description":"Hello","channel":"chat"}"#,
            desk.grace.token)
        let number = try #require(made.text("ticket_number"))
        #expect(desk.reply(number).text("ticket_status") == "in_progress")
    }

    @Test func `each side counts what it has not read, until it answers or says that it has`() throws {
        let desk = try TicketDesk()
        let number = try desk.open()
        func unread() -> [Int64?] {
            let ticket = desk.staffView(number)
            return [ticket.count("unread_by_agent"), ticket.count("unread_by_customer")]
        }
        #expect(unread() == [1, 0])
        desk.say(number)
        #expect(unread() == [2, 0])
        desk.note(number)
        #expect(unread() == [2, 0])
        let read = desk.send(.post, "/admin/tickets/\(number)/mark-read", nil, desk.grace.token)
        #expect(read.count("unread_by_agent") == 0)
        desk.reply(number)
        desk.reply(number)
        #expect(unread() == [0, 2])
        #expect(desk.seen(number).count("unread_by_customer") == 2)
        #expect(desk.get("/tickets/stats", desk.ada.token).count("unread") == 2)
        let tag = desk.seen(number).etag
        let seen = desk.send(.post, "/tickets/\(number)/mark-read", nil, desk.ada.token)
        #expect(seen.status == 200)
        #expect(seen.count("unread_by_customer") == 0)
        #expect(seen.etag != tag)
        #expect(desk.send(.post, "/tickets/\(number)/mark-read", nil, desk.ada.token).etag == seen.etag)
        desk.reply(number)
        desk.say(number)
        #expect(unread() == [1, 0])
    }

    @Test func `a repeated creation with its key is the same ticket and the same message`() throws {
        let desk = try TicketDesk()
        let key = [("Idempotency-Key", "k-1")]
        let body = #"{"subject":"Once","description":"Only once."}"#
        let first = desk.send(.post, "/tickets", body, desk.ada.token, key)
        let again = desk.send(.post, "/tickets", body, desk.ada.token, key)
        #expect(again.status == 201)
        #expect(again.text == first.text)
        #expect(again.etag == first.etag)
        #expect(again.header("Location") == first.header("Location"))
        #expect(desk.numbers("/tickets", desk.ada.token).count == 1)
        let other = #"{"subject":"Else","description":"Only once."}"#
        #expect(desk.send(.post, "/tickets", other, desk.ada.token, key).problem == "idempotency-mismatch")
        #expect(desk.send(.post, "/tickets", other, desk.bob.token, key).status == 201)
        let number = try #require(first.text("ticket_number"))
        let messages = [("Idempotency-Key", "k-2")]
        let said = desk.send(.post, "/tickets/\(number)/messages", #"{"body":"Hi"}"#, desk.ada.token, messages)
        let repeated = desk.send(.post, "/tickets/\(number)/messages", #"{"body":"Hi"}"#, desk.ada.token, messages)
        #expect(repeated.text == said.text)
        #expect(desk.reply(number, "", messages).text == desk.reply(number, "", messages).text)
        #expect(desk.seen(number).count("message_count") == 3)
    }

    @Test func `stats and notifications follow the moves`() throws {
        let desk = try TicketDesk()
        let numbers = try (0..<5).map { try desk.open("Number \($0)", category: "billing") }
        desk.setStatus(numbers[0], "resolved")
        desk.setStatus(numbers[1], "closed")
        desk.reply(numbers[2])
        desk.patch(
            numbers[3], #"{"status":"in_progress","priority":"urgent","assigned_to_id":\#(desk.grace.user.id)}"#)
        let own = desk.get("/tickets/stats", desk.ada.token)
        #expect(
            memberNames(own.json) == [
                "total", "open", "closed", "resolved", "waiting_for_you", "unread", "by_status", "by_category",
                "by_priority",
            ])
        let counts = ["total", "open", "closed", "resolved", "waiting_for_you", "unread"].map { own.count($0) }
        #expect(counts == [5, 3, 1, 1, 1, 1])
        #expect(own.json["by_status"]?["on_hold"] == .integer(0))
        #expect(own.json["by_category"]?["billing"] == .integer(5))
        #expect(own.json["by_priority"]?["urgent"] == .integer(1))
        #expect(desk.get("/tickets/stats", desk.bob.token).count("total") == 0)
        let all = desk.get("/admin/stats", desk.grace.token)
        #expect(all.count("total") == 5)
        #expect(all.count("open") == 3)
        #expect(all.json["by_channel"]?["portal"] == .integer(5))
        let assignee = all.json["by_assignee"]?.array?.first
        #expect(assignee?["id"] == .integer(desk.grace.user.id.rawValue))
        #expect(assignee?["count"] == .integer(1))
        let waiting = desk.get("/admin/notifications", desk.grace.token)
        let names = ["open", "unassigned", "in_progress", "unread", "urgent"]
        #expect(names.map { waiting.count($0) } == [1, 2, 1, 2, 1])
    }
}
