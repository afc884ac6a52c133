import Domain
import JSON
import Support
import Testing

@testable import API

@Suite struct BulkTests {
    private func ids(_ desk: TicketDesk, _ numbers: [String]) -> [Int64] {
        numbers.compactMap { desk.staffView($0).count("id") }
    }

    private func bulk(
        _ desk: TicketDesk, _ ids: [Int64], _ changes: String, _ more: String = "", as token: String? = nil
    )
        -> APIAnswer
    {
        desk.send(
            .post, "/admin/tickets/bulk", #"{"ids":\#(ids),"changes":\#(changes)\#(more)}"#,
            token ?? desk.grace.token)
    }

    @Test func `each ticket is changed by itself, in order, and one that refuses is left as it is`() throws {
        let desk = try TicketDesk()
        let numbers = try (1...3).map { try desk.open("Number \($0)", category: "billing") }
        desk.setStatus(numbers[1], "closed")
        let ids = ids(desk, numbers) + [9999]
        let answer = bulk(desk, ids, #"{"priority":"urgent","tags":["x"],"assigned_to_id":\#(desk.grace.user.id)}"#)
        #expect(answer.status == 200, "\(answer.text)")
        let results = try #require(answer.json["results"]?.array)
        #expect(results.map { $0["id"]?.integer } == ids)
        #expect(results.map { $0["ok"] } == [.bool(true), .bool(false), .bool(true), .bool(false)])
        #expect(results[1]["problem"]?["type"] == .string("/problems/ticket-closed"))
        #expect(results[1]["problem"]?["status"] == .integer(409))
        #expect(results[3]["problem"]?["type"] == .string("/problems/not-found"))
        #expect(results[0]["problem"] == nil)
        for number in [numbers[0], numbers[2]] {
            let ticket = desk.staffView(number)
            #expect(ticket.text("priority") == "urgent")
            #expect(ticket.text("status") == "open")
            #expect(ticket.count("version") == 2)
        }
        #expect(desk.staffView(numbers[1]).json["tags"] == .array([]))
        #expect(desk.staffView(numbers[1]).text("priority") != "urgent")
        #expect(desk.get("/admin/stats", desk.grace.token).json["by_priority"]?["urgent"] == .integer(2))
    }

    @Test func `an atomic change is made of all or of none`() throws {
        let desk = try TicketDesk()
        let numbers = try (1...3).map { try desk.open("Number \($0)") }
        let all = ids(desk, numbers)
        desk.setStatus(numbers[2], "closed")
        let refused = bulk(desk, all, #"{"status":"resolved"}"#, #","atomic":true"#)
        #expect(refused.status == 409)
        #expect(refused.problem == "invalid-transition")
        #expect(refused.text("detail")?.contains("\(all[2])") == true)
        #expect(refused.json["allowed"] == .array([.string("open"), .string("in_progress")]))
        #expect(desk.staffView(numbers[0]).count("version") == 1)
        let absent = bulk(desk, all + [9999], #"{"tags":["a"]}"#, #","atomic":true"#)
        #expect(absent.status == 409)
        #expect(desk.staffView(numbers[0]).json["tags"] == .array([]))
        #expect(bulk(desk, all, #"{"tags":["a"]}"#, #","atomic":true"#).status == 200)
        #expect(desk.staffView(numbers[2]).json["tags"] == .array([.string("a")]))
    }

    @Test func `another agent's tickets keep their status in a bulk as well`() throws {
        let desk = try TicketDesk()
        let numbers = try (1...2).map { try desk.open("Number \($0)") }
        desk.patch(numbers[0], #"{"assigned_to_id":\#(desk.alan.user.id)}"#, as: desk.root.token)
        let answer = bulk(desk, ids(desk, numbers), #"{"status":"on_hold"}"#)
        let results = try #require(answer.json["results"]?.array)
        #expect(results[0]["problem"]?["type"] == .string("/problems/not-assignee"))
        #expect(results[1]["ok"] == .bool(true))
        #expect(bulk(desk, ids(desk, numbers), #"{"status":"on_hold"}"#, as: desk.ada.token).status == 403)
    }

    @Test(arguments: [
        (#"{}"#, ["ids", "changes"]), (#"{"ids":[],"changes":{"priority":"low"}}"#, ["ids"]),
        (#"{"ids":[1,1],"changes":{"priority":"low"}}"#, ["ids"]),
        (#"{"ids":["x"],"changes":{"priority":"low"}}"#, ["ids"]),
        (#"{"ids":[1],"changes":{}}"#, ["changes"]), (#"{"ids":[1],"changes":[]}"#, ["changes"]),
        (
            #"{"ids":[1],"changes":{"priority":"loud","colour":"red","subject":"x"}}"#,
            ["changes.priority", "changes.colour", "changes.subject"]
        ),
        (#"{"ids":[1],"changes":{"subject":"Some","title":"Thing"}}"#, ["changes.title"]),
        (#"{"ids":[1],"changes":{"status":"sleeping"},"atomic":"yes"}"#, ["changes.status", "atomic"]),
    ])
    func `what is wrong in a bulk is named, all of it`(json: String, fields: [String]) throws {
        let desk = try TicketDesk()
        let refused = desk.send(.post, "/admin/tickets/bulk", json, desk.grace.token)
        #expect(refused.status == 422)
        #expect(refused.failingFields == fields)
    }

    @Test func `a hundred tickets are the most`() throws {
        let desk = try TicketDesk()
        let many = (1...101).map { Int64($0) }
        #expect(bulk(desk, many, #"{"priority":"low"}"#).failingFields == ["ids"])
        #expect(bulk(desk, Array(many.dropLast()), #"{"priority":"low"}"#).status == 200)
    }
}
