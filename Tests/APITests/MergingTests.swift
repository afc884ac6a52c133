import Domain
import JSON
import Support
import Testing

@testable import API
@testable import Store

@Suite struct MergingTests {
    private func merge(
        _ desk: TicketDesk, _ source: String, into target: String, as token: String? = nil,
        _ headers: [(String, String)] = []
    ) -> APIAnswer {
        desk.send(
            .post, "/admin/tickets/\(source)/merge", #"{"into":"\#(target)"}"#, token ?? desk.grace.token, headers)
    }

    @Test func `what a ticket has moves to the other and keeps its times; the ticket closes and says where it went`()
        throws
    {
        let desk = try TicketDesk()
        let source = try desk.open("It broke")
        desk.clock.advance(seconds: 60)
        let target = try desk.open("It is broken")
        desk.clock.advance(seconds: 60)
        desk.say(source, "More about it")
        desk.note(source)
        desk.patch(source, #"{"tags":["a","b"]}"#)
        desk.patch(target, #"{"tags":["b","c"]}"#)
        for (number, user) in [(source, desk.alan), (source, desk.grace), (target, desk.alan)] {
            _ = desk.send(
                .post, "/admin/tickets/\(number)/watchers", #"{"user_id":\#(user.user.id)}"#, desk.grace.token)
        }
        let before = desk.get("/admin/tickets/\(source)/messages", desk.grace.token).items
        desk.clock.advance(seconds: 60)
        let merged = merge(desk, source, into: target)
        #expect(merged.status == 200, "\(merged.text)")
        let into = desk.staffView(target)
        #expect(merged.text("ticket_number") == source)
        #expect(merged.text("status") == "closed")
        #expect(merged.json["merged_into_id"] == into.json["id"])
        #expect(merged.text("description") == "It shows a 500.")
        let counts = ["message_count", "unread_by_agent"].map { merged.count($0) }
        #expect(counts == [0, 0])
        #expect(merged.json["tags"] == .array([]))
        #expect(merged.json["watchers"] == .array([]))
        #expect(desk.get("/admin/tickets/\(source)/messages", desk.grace.token).items.isEmpty)

        #expect(into.count("message_count") == 3)
        #expect(into.count("unread_by_agent") == 3)
        #expect(into.text("last_customer_message_at") == "2026-03-01T12:02:00.000Z")
        #expect(into.text("last_message_at") == "2026-03-01T12:02:00.000Z")
        #expect(into.json["tags"] == .array(["b", "c", "a"].map { .string($0) }))
        #expect(into.json["watchers"] == .array([desk.alan, desk.grace].map { .integer($0.user.id.rawValue) }))
        let messages = try #require(into.json["messages"]?.array)
        let moved = messages.filter { message in before.contains { $0["id"] == message["id"] } }
        #expect(moved.map { $0["created_at"] } == before.map { $0["created_at"] })
        #expect(
            messages.map { $0["created_at"]?.string ?? "" } == messages.map { $0["created_at"]?.string ?? "" }.sorted())
        #expect(messages.filter { $0["is_internal"] == .bool(true) }.count == 1)
        #expect(desk.events(source).suffix(2) == ["merge", "close"])
        #expect(desk.events(target).contains("merge"))
        #expect(desk.events(target).last == "tag_change")

        // The customer sees the same, without notes.
        let seen = desk.seen(target)
        #expect(seen.json["messages"]?.array?.count == 3)
        #expect(desk.seen(source).json["merged_into_id"] == into.json["id"])
        #expect(desk.seen(source).text("status") == "closed")
        #expect(desk.seen(source).json["messages"] == .array([]))
        #expect(desk.numbers("/admin/tickets?tag=a", desk.grace.token) == [target])
        let stats = desk.get("/admin/stats", desk.grace.token)
        #expect([stats.count("total"), stats.count("open"), stats.count("closed")] == [2, 1, 1])
    }

    @Test func `the customer's view of the target changes with its messages`() throws {
        let desk = try TicketDesk()
        let (source, target) = (try desk.open("First"), try desk.open("Second"))
        let tags = [desk.seen(source).etag, desk.seen(target).etag]
        _ = merge(desk, source, into: target)
        #expect(desk.seen(source).etag != tags[0])
        #expect(desk.seen(target).etag != tags[1])
    }

    @Test func `later messages go to the target, along a chain of merges too`() throws {
        let desk = try TicketDesk()
        let numbers = try ["One", "Two", "The three"].map { try desk.open("\($0) tickets") }
        #expect(merge(desk, numbers[0], into: numbers[1]).status == 200)
        #expect(merge(desk, numbers[1], into: numbers[2]).status == 200)
        let said = desk.say(numbers[0], "Is anybody there?")
        #expect(said.status == 201)
        #expect(said.text("ticket_number") == numbers[2])
        #expect(said.header("Location") == "/api/v1/tickets/\(numbers[2])")
        #expect(desk.seen(numbers[2]).count("message_count") == 4)
        #expect(desk.seen(numbers[0]).text("status") == "closed")
        #expect(desk.seen(numbers[0]).count("message_count") == 0)
        // One that is named by an older number stands for where it went.
        let fourth = try desk.open("A fourth one")
        let merged = merge(desk, fourth, into: numbers[0])
        #expect(merged.json["merged_into_id"] == desk.staffView(numbers[2]).json["id"])
    }

    @Test func `a merged ticket stays closed and is not merged again, so there are no circles`() throws {
        let desk = try TicketDesk()
        let (source, target) = (try desk.open("First"), try desk.open("Second"))
        _ = merge(desk, source, into: target)
        let reopened = desk.patch(source, #"{"status":"open"}"#, as: desk.root.token)
        #expect(reopened.problem == "invalid-transition")
        #expect(reopened.json["allowed"] == .array([]))
        #expect(desk.reply(source, #","status":"open""#).problem == "invalid-transition")
        #expect(merge(desk, source, into: target).problem == "ticket-closed")
        let circle = merge(desk, target, into: source)
        #expect(circle.status == 422)
        #expect(circle.failingFields == ["into"])
        #expect(desk.staffView(target).text("status") == "new")
    }

    @Test func `only open tickets of one customer are merged, by who may close the source`() throws {
        let desk = try TicketDesk()
        let (source, target) = (try desk.open("First"), try desk.open("Second"))
        let bobs = try desk.open("Bob's", as: desk.bob.token)
        #expect(merge(desk, source, into: bobs).problem == "different-customers")
        for into in [#""\#(source)""#, "99999", #""nonsense""#, "true", "null"] {
            let refused = desk.send(
                .post, "/admin/tickets/\(source)/merge", #"{"into":\#(into)}"#, desk.grace.token)
            #expect(refused.status == 422, "\(into)")
            #expect(refused.failingFields == ["into"])
        }
        #expect(merge(desk, "99999", into: target).status == 404)
        #expect(merge(desk, source, into: target, as: desk.ada.token).status == 403)
        #expect(merge(desk, source, into: target, as: nil, [("If-Match", #""7""#)]).problem == "stale")
        desk.patch(source, #"{"assigned_to_id":\#(desk.alan.user.id)}"#, as: desk.root.token)
        #expect(merge(desk, source, into: target).problem == "not-assignee")
        let closed = try desk.open("Third")
        desk.setStatus(closed, "closed")
        #expect(merge(desk, source, into: closed, as: desk.alan.token).problem == "ticket-closed")
        #expect(merge(desk, closed, into: target).problem == "ticket-closed")
        #expect(desk.staffView(source).text("status") == "open")
        #expect(desk.staffView(target).count("version") == 1)
        let id = try #require(desk.staffView(target).count("id"))
        let merged = desk.send(
            .post, "/admin/tickets/\(source)/merge", #"{"into":\#(id)}"#, desk.alan.token)
        #expect(merged.status == 200)
    }

    @Test func `what an unproved address has matched does not come to where the account sees it`() throws {
        let desk = try TicketDesk()
        let own = try desk.open("Mine")
        let matched = try #require(
            desk.send(
                .post, "/admin/tickets",
                #"{"customer_name":"A","customer_email":"ada@example.com","subject":"By mail","description":"Secret"}"#,
                desk.grace.token
            ).text("ticket_number"))
        #expect(merge(desk, matched, into: own).problem == "different-customers")
        #expect(merge(desk, own, into: matched).problem == "different-customers")
        let id = desk.ada.user.id
        try desk.api.database.write { (tx) throws(Failure) in try tx.verifyEmail(of: id) }
        #expect(merge(desk, matched, into: own).status == 200)
    }

    @Test func `a deleted ticket takes what was merged into it along`() throws {
        let desk = try TicketDesk()
        let numbers = try ["One", "Two", "The three"].map { try desk.open("\($0) tickets") }
        _ = merge(desk, numbers[0], into: numbers[1])
        _ = merge(desk, numbers[1], into: numbers[2])
        #expect(desk.send(.delete, "/admin/tickets/\(numbers[2])", nil, desk.root.token).status == 204)
        for number in numbers { #expect(desk.staffView(number).status == 404) }
        let left = try desk.api.database.read { (tx) throws(Failure) in
            try tx.all(
                "SELECT (SELECT count(*) FROM messages), (SELECT count(*) FROM tickets), count(*), min(type), max(type) FROM events"
            ) { row in "\(row.integer(0)) \(row.integer(1)) \(row.integer(2)) \(row.text(3)) \(row.text(4))" }
        }
        #expect(left == ["0 0 3 deleted deleted"])
        #expect(desk.get("/admin/stats", desk.grace.token).count("total") == 0)
    }

    @Test func `files move along, and the source's clocks stop`() throws {
        let desk = try TicketDesk()
        let (source, target) = (try desk.open("First"), try desk.open("Second"))
        let file = try desk.file("one two three")
        desk.send(.post, "/tickets/\(source)/messages", #"{"body":"See","attachments":[\#(file)]}"#, desk.ada.token)
        #expect(desk.staffView(source).text("sla_state") == "running")
        let due = desk.staffView(target).text("sla_due_at")
        let merged = merge(desk, source, into: target)
        #expect(merged.text("sla_state") == "none")
        #expect(merged.json["sla_due_at"] == .null)
        let messages = desk.seen(target).json["messages"]?.array
        #expect(messages?.last?["attachments"]?.array?.first?["id"] == .integer(file))
        #expect(desk.download(file, desk.ada.token).status == 200)
        #expect(desk.staffView(target).text("sla_due_at") == due)
        desk.clock.advance(seconds: 40 * 86_400)
        #expect(desk.get("/admin/notifications", desk.fresh(desk.grace)).count("sla_overdue") == 1)
    }
}
