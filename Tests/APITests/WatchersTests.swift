import Domain
import JSON
import Support
import Testing

@testable import API

@Suite struct WatchersTests {
    private func watch(_ desk: TicketDesk, _ number: String, _ user: ID<User>, _ headers: [(String, String)] = [])
        -> APIAnswer
    {
        desk.send(.post, "/admin/tickets/\(number)/watchers", #"{"user_id":\#(user)}"#, desk.grace.token, headers)
    }

    private func unwatch(_ desk: TicketDesk, _ number: String, _ user: ID<User>, _ headers: [(String, String)] = [])
        -> APIAnswer
    {
        desk.send(.delete, "/admin/tickets/\(number)/watchers/\(user)", nil, desk.grace.token, headers)
    }

    @Test func `staff watches a ticket and stops, as often as it is asked for`() throws {
        let desk = try TicketDesk()
        let number = try desk.open()
        let seen = desk.seen(number).etag
        let added = watch(desk, number, desk.alan.user.id)
        #expect(added.status == 201)
        #expect(added.count("user_id") == desk.alan.user.id.rawValue)
        #expect(added.etag == #""2""#)
        #expect(watch(desk, number, desk.alan.user.id).status == 200)
        #expect(watch(desk, number, desk.root.user.id).status == 201)
        let watchers = desk.get("/admin/tickets/\(number)/watchers", desk.grace.token)
        #expect(watchers.items.map { $0["name"] } == [.string("alan@example.com"), .string("root@example.com")])
        #expect(watchers.json["next_cursor"] == .null)
        let ids = [desk.alan, desk.root].map { JSONValue.integer($0.user.id.rawValue) }
        #expect(desk.staffView(number).json["watchers"] == .array(ids))
        let removed = unwatch(desk, number, desk.alan.user.id)
        #expect(removed.status == 204)
        #expect(removed.etag == #""4""#)
        #expect(unwatch(desk, number, desk.alan.user.id).etag == #""4""#)
        #expect(unwatch(desk, number, ID(9999)).status == 204)
        #expect(desk.staffView(number).json["watchers"] == .array([ids[1]]))
        // None of the customer's business.
        #expect(desk.seen(number).etag == seen)
    }

    @Test func `customers, disabled staff and nobody cannot watch`() throws {
        let desk = try TicketDesk()
        let number = try desk.open()
        let off = desk.send(
            .patch, "/admin/users/\(desk.alan.user.id)", #"{"is_active":false}"#, desk.root.token)
        #expect(off.status == 200)
        for user in [desk.ada.user.id, desk.alan.user.id, ID(9999)] {
            let refused = watch(desk, number, user)
            #expect(refused.status == 422)
            #expect(refused.failingFields == ["user_id"])
        }
        for json in ["{}", #"{"user_id":"x"}"#, #"{"user_id":0}"#] {
            let refused = desk.send(.post, "/admin/tickets/\(number)/watchers", json, desk.grace.token)
            #expect(refused.failingFields == ["user_id"])
        }
        #expect(desk.staffView(number).count("version") == 1)
    }

    @Test func `watchers come and go on closed tickets, by whoever saw the newest version`() throws {
        let desk = try TicketDesk()
        let number = try desk.open()
        desk.setStatus(number, "closed")
        #expect(watch(desk, number, desk.alan.user.id, [("If-Match", #""1""#)]).problem == "stale")
        #expect(watch(desk, number, desk.alan.user.id, [("If-Match", #""2""#)]).status == 201)
        #expect(unwatch(desk, number, desk.alan.user.id, [("If-Match", #""2""#)]).status == 412)
        #expect(unwatch(desk, number, desk.alan.user.id, [("If-Match", #""3""#)]).status == 204)
        #expect(watch(desk, "TKT-20200101-AAAAA", desk.alan.user.id).status == 404)
        #expect(unwatch(desk, "999", desk.alan.user.id).status == 404)
    }

    @Test func `a ticket is shared as a text with its number and page, and nothing of its content but the subject`()
        throws
    {
        let desk = try TicketDesk()
        let number = try desk.open("Broken page")
        let shared = desk.get("/admin/tickets/\(number)/share", desk.grace.token)
        #expect(memberNames(shared.json) == ["text", "ticket_number", "tracking_url"])
        #expect(shared.text("ticket_number") == number)
        let url = "http://127.0.0.1:8080/track-ticket?ticket_number=\(number)"
        #expect(shared.text("tracking_url") == url)
        let text = try #require(shared.text("text"))
        #expect(text.contains(number) && text.contains(url) && text.contains("Broken page"))
        #expect(!text.contains("500") && !text.contains("ada@example.com"))
        #expect(desk.get("/admin/tickets/999/share", desk.grace.token).status == 404)
    }

    @Test func `our own references stay, may be sent back as they are, and are nobody's to write`() throws {
        let desk = try TicketDesk()
        let number = try desk.open()
        desk.setStatus(number, "closed")
        desk.clock.advance(seconds: 15 * 86_400)
        let said = desk.say(number, "And now?", as: desk.fresh(desk.ada))
        let next = try #require(said.text("ticket_number"))
        #expect(next != number)
        let grace = desk.fresh(desk.grace)
        for name in ["follow_up_of", "import_id"] {
            let refused = desk.patch(next, #"{"references":{"\#(name)":"7"}}"#, as: grace)
            #expect(refused.failingFields == ["references"])
            let json = #"{"subject":"Mine","description":"x","references":{"\#(name)":"7"}}"#
            let made = desk.send(.post, "/tickets", json, desk.fresh(desk.ada))
            #expect(made.failingFields == ["references"])
        }
        let changed = desk.patch(next, #"{"references":{"follow_up_of":"\#(number)","order_id":"7"}}"#, as: grace)
        #expect(changed.status == 200, "\(changed.text)")
        let cleared = desk.patch(next, #"{"references":{}}"#, as: grace)
        #expect(cleared.json["references"] == .object([.init("follow_up_of", .string(number))]))
    }
}
