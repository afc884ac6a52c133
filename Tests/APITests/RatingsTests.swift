import Domain
import JSON
import Support
import Testing

@testable import API

@Suite struct RatingsTests {
    @discardableResult
    private func rate(
        _ desk: TicketDesk, _ number: String, _ json: String, as token: String? = nil,
        _ headers: [(String, String)] = []
    ) -> APIAnswer {
        desk.send(.post, "/tickets/\(number)/rating", json, token ?? desk.fresh(desk.ada), headers)
    }

    @Test func `a ticket is rated once it is resolved or closed, and answers itself with the rating`() throws {
        let desk = try TicketDesk()
        let number = try desk.open()
        let early = rate(desk, number, #"{"rating":5}"#)
        #expect(early.status == 409)
        #expect(early.problem == "not-resolved")
        desk.setStatus(number, "resolved")
        let tag = desk.seen(number).etag
        let rated = rate(desk, number, #"{"rating":4,"comment":" Quick, thanks. "}"#)
        #expect(rated.status == 200, "\(rated.text)")
        #expect(memberNames(rated.json) == TicketFields.customer)
        #expect(rated.count("customer_satisfaction_rating") == 4)
        #expect(rated.text("customer_satisfaction_comment") == "Quick, thanks.")
        #expect(rated.etag != tag)
        #expect(rated.etag == desk.seen(number).etag)
        #expect(desk.staffView(number).count("customer_satisfaction_rating") == 4)
        desk.setStatus(number, "closed")
        #expect(rate(desk, number, #"{"rating":2}"#).json["customer_satisfaction_comment"] == .null)
        let events = desk.seen(number).json["events"]?.array ?? []
        let ratings = events.filter { $0["type"] == .string("rating") }
        #expect(ratings.map { $0["to"] } == [.string("4"), .string("2")])
        #expect(ratings.last?["from"] == .string("4"))
        #expect(!desk.get("/admin/tickets/\(number)/events", desk.grace.token).text.contains("Quick"))
    }

    @Test func `the same rating again writes nothing`() throws {
        let desk = try TicketDesk()
        let number = try desk.open()
        desk.setStatus(number, "closed")
        let first = rate(desk, number, #"{"rating":5,"comment":"Good"}"#)
        #expect(rate(desk, number, #"{"rating":5,"comment":"Good"}"#).etag == first.etag)
        #expect(desk.events(number).filter { $0 == "rating" }.count == 1)
    }

    @Test func `a rating may be changed for seven days after it was first given`() throws {
        let desk = try TicketDesk()
        let number = try desk.open()
        desk.setStatus(number, "resolved")
        rate(desk, number, #"{"rating":5}"#)
        desk.clock.advance(seconds: 4 * 86_400)
        #expect(rate(desk, number, #"{"rating":4}"#).status == 200)
        desk.clock.advance(seconds: 3 * 86_400)
        #expect(rate(desk, number, #"{"rating":3}"#).status == 200)
        desk.clock.advance(milliseconds: 1)
        let late = rate(desk, number, #"{"rating":1}"#)
        #expect(late.status == 409)
        #expect(rate(desk, number, #"{"rating":3}"#).status == 200)
        #expect(rate(desk, number, #"{"rating":3}"#).count("customer_satisfaction_rating") == 3)
    }

    @Test func `a ticket that was solved again is rated anew`() throws {
        let desk = try TicketDesk()
        let number = try desk.open()
        desk.setStatus(number, "resolved")
        rate(desk, number, #"{"rating":1}"#)
        desk.clock.advance(seconds: 9 * 86_400)
        desk.say(number, "It is broken again. Why?", as: desk.fresh(desk.ada))
        #expect(rate(desk, number, #"{"rating":2}"#).problem == "not-resolved")
        desk.clock.advance(seconds: 1)
        _ = desk.send(
            .patch, "/tickets/\(number)/status", #"{"status":"resolved"}"#, desk.fresh(desk.ada))
        #expect(rate(desk, number, #"{"rating":5}"#).count("customer_satisfaction_rating") == 5)
    }

    @Test(arguments: [
        (#"{}"#, ["rating"]), (#"{"rating":0}"#, ["rating"]), (#"{"rating":6}"#, ["rating"]),
        (#"{"rating":"5"}"#, ["rating"]), (#"{"rating":4.5}"#, ["rating"]), (#"{"rating":null}"#, ["rating"]),
        (#"{"rating":5,"comment":7}"#, ["comment"]), (#"{"rating":9,"comment":"\u0000"}"#, ["rating", "comment"]),
        (#"{"rating":5,"stars":5}"#, ["stars"]),
    ])
    func `a rating is a whole number from 1 to 5`(json: String, fields: [String]) throws {
        let desk = try TicketDesk()
        let number = try desk.open()
        desk.setStatus(number, "resolved")
        let refused = rate(desk, number, json)
        #expect(refused.status == 422)
        #expect(refused.failingFields == fields)
        #expect(desk.seen(number).json["customer_satisfaction_rating"] == .null)
    }

    @Test func `only the ticket's own customer rates it, and only the version they saw`() throws {
        let desk = try TicketDesk()
        let number = try desk.open()
        desk.setStatus(number, "resolved")
        #expect(rate(desk, number, #"{"rating":5}"#, as: desk.bob.token).status == 404)
        #expect(rate(desk, number, #"{"rating":5}"#, as: desk.grace.token).status == 403)
        #expect(rate(desk, number, #"{"rating":5}"#, as: nil, [("If-Match", #""1""#)]).problem == "stale")
        let other = try desk.open("Another one")
        let now = Instant(milliseconds: desk.clock.now)
        let id = try #require(desk.seen(number).count("id"))
        let guest = desk.api.tokens.makeGuest(customer: desk.ada.user.id, epoch: 0, ticket: ID(id), now: now)
        #expect(rate(desk, number, #"{"rating":3}"#, as: guest).status == 200)
        #expect(rate(desk, other, #"{"rating":3}"#, as: guest).status == 404)
        #expect(desk.seen(number).count("customer_satisfaction_rating") == 3)
    }
}
