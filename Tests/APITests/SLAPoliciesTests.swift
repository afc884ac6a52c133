import Domain
import JSON
import Service
import Support
import Testing

@testable import API

@Suite struct SLAPoliciesTests {
    private static let fast =
        #"{"name":"Fast","match":{"category":["technical"],"priority":["high","urgent"]},"targets":{"high":{"first_response":600,"next_response":300,"resolution":3600},"urgent":{"first_response":60,"resolution":120}}}"#

    @Test func `a fresh installation has the default policy, day and night`() throws {
        let desk = try TicketDesk()
        let policies = desk.get("/admin/sla-policies", desk.root.token)
        #expect(policies.status == 200)
        let policy = try #require(policies.items.first)
        #expect(
            memberNames(policy)
                == "id name position is_active match calendar_id targets created_at updated_at".split(separator: " ")
                .map(String.init))
        let targets = policy["targets"]
        let seconds = ["urgent", "high", "medium", "low"].map { word in
            [targets?[word]?["first_response"]?.integer, targets?[word]?["resolution"]?.integer]
        }
        #expect(seconds == [[3600, 14_400], [14_400, 86_400], [28_800, 259_200], [86_400, 604_800]])
        #expect(targets?["low"]?["next_response"] == .null)
        let calendar = try #require(desk.get("/admin/calendars", desk.root.token).items.first)
        #expect(calendar["id"] == policy["calendar_id"])
        #expect(calendar["intervals"]?["sun"] == .array([.array([.string("00:00"), .string("24:00")])]))
    }

    @Test func `only admins see and write policies and calendars`() throws {
        let desk = try TicketDesk()
        for path in ["/admin/sla-policies", "/admin/calendars"] {
            #expect(desk.get(path, desk.grace.token).status == 403)
            #expect(desk.get(path, desk.ada.token).status == 403)
        }
    }

    @Test func `the first policy that matches holds, and its targets make the deadlines`() throws {
        let desk = try TicketDesk()
        let made = desk.send(.post, "/admin/sla-policies", Self.fast, desk.root.token)
        #expect(made.status == 201)
        let id = try #require(made.count("id"))
        #expect(made.header("Location") == "/api/v1/admin/sla-policies/\(id)")
        #expect(made.json["match"]?["category"] == .array([.string("technical_support")]))
        #expect(made.json["match"]?["channel"] == .array([]))
        #expect(desk.get("/admin/sla-policies/\(id)", desk.root.token).json == made.json)
        let other = try desk.open(category: "billing")
        #expect(desk.staffView(other).count("sla_policy_id") == 1)
        let number = try desk.open(category: "technical")
        let before = desk.staffView(number)
        let after = desk.patch(number, #"{"priority":"high"}"#)
        #expect(after.count("sla_policy_id") == id)
        #expect(after.json["sla_due_at"] != before.json["sla_due_at"])
        let created = try #require(after.text("created_at").flatMap { Timestamp.instant($0) })
        #expect(after.text("first_response_due_at") == Timestamp.text(created.adding(seconds: 600)))
        #expect(after.text("resolution_due_at") == Timestamp.text(created.adding(seconds: 3600)))
        #expect(after.text("sla_due_at") == after.text("first_response_due_at"))
        #expect(after.text("sla_state") == "running")
        // No targets for this priority: no clocks.
        desk.send(.patch, "/admin/sla-policies/\(id)", #"{"match":{}}"#, desk.root.token)
        let none = desk.patch(number, #"{"priority":"low"}"#)
        #expect(none.text("sla_state") == "none")
        #expect(none.json["sla_due_at"] == .null)
    }

    @Test func `what tickets have or policies count by is not deleted`() throws {
        let desk = try TicketDesk()
        #expect(desk.send(.delete, "/admin/sla-policies/1", nil, desk.root.token).status == 204)
        let again = try TicketDesk()
        let number = try again.open()
        #expect(again.send(.delete, "/admin/sla-policies/1", nil, again.root.token).problem == "in-use")
        #expect(again.send(.delete, "/admin/calendars/1", nil, again.root.token).problem == "in-use")
        #expect(again.send(.patch, "/admin/calendars/1", #"{"name":"x"}"#, again.root.token).problem == "in-use")
        #expect(again.send(.delete, "/admin/tickets/\(number)", nil, again.root.token).status == 204)
        #expect(again.send(.delete, "/admin/sla-policies/1", nil, again.root.token).status == 204)
        #expect(again.get("/admin/sla-policies/1", again.root.token).status == 404)
        // A category that a policy is for.
        let made = again.send(
            .post, "/admin/sla-policies",
            #"{"name":"Vouchers","match":{"category":["redemption"]},"targets":{"low":{"first_response":1,"resolution":2}}}"#,
            again.root.token)
        #expect(made.status == 201)
        let category = try #require(
            again.get("/admin/categories", again.root.token).items.first { $0["slug"] == .string("redemption") }?["id"]?
                .integer)
        #expect(again.send(.delete, "/admin/categories/\(category)", nil, again.root.token).problem == "in-use")
    }

    @Test(arguments: [
        (#"{"name":"X","targets":{"high":{"first_response":1}}}"#, ["targets.high.resolution"]),
        (
            #"{"name":"X","targets":{"high":{"first_response":"1","resolution":0,"more":1},"soon":{}}}"#,
            [
                "targets.high.first_response", "targets.high.resolution", "targets.high.more", "targets.soon",
            ]
        ),
        (#"{"name":"X","targets":{"medium":{"first_response":1,"resolution":2},"normal":null}}"#, ["targets.normal"]),
        (#"{"name":"X","targets":{}}"#, ["targets"]), (#"{"name":"X","targets":[]}"#, ["targets"]),
        (#"{}"#, ["name", "targets"]),
        (
            #"{"name":"X","match":{"channel":["fax"],"colour":[]},"targets":{}}"#,
            ["match.channel", "match.colour", "targets"]
        ),
        (
            #"{"name":"X","match":{"category":["nothing"]},"targets":{"low":{"first_response":1,"resolution":2}}}"#,
            ["match.category"]
        ),
        (
            #"{"name":"X","calendar_id":99,"targets":{"low":{"first_response":1,"resolution":2}}}"#, ["calendar_id"]
        ),
        (#"{"name":"X","targets":{"low":{"first_response":1,"resolution":999999999}}}"#, ["targets.low.resolution"]),
    ])
    func `what is wrong with a policy is named by its path`(json: String, fields: [String]) throws {
        let desk = try TicketDesk()
        let answer = desk.send(.post, "/admin/sla-policies", json, desk.root.token)
        #expect(answer.status == 422)
        #expect(Set(answer.failingFields) == Set(fields), "\(answer.text)")
    }

    @Test func `a change keeps the priorities that it does not name`() throws {
        let desk = try TicketDesk()
        let id = try #require(desk.send(.post, "/admin/sla-policies", Self.fast, desk.root.token).count("id"))
        let path = "/admin/sla-policies/\(id)"
        let changed = desk.send(
            .put, path, #"{"targets":{"urgent":null,"low":{"first_response":5,"resolution":6}},"is_active":false}"#,
            desk.root.token)
        #expect(changed.status == 200)
        #expect(memberNames(changed.json["targets"]) == ["low", "high"])
        #expect(changed.json["is_active"] == .bool(false))
        #expect(changed.text("name") == "Fast")
        let empty = desk.send(.patch, path, #"{"targets":{"low":null,"high":null}}"#, desk.root.token)
        #expect(empty.failingFields == ["targets"])
    }

    @Test func `calendars are written as they were given`() throws {
        let desk = try TicketDesk()
        let body =
            #"{"name":"Office","time_zone":"Europe/Berlin","intervals":{"mon":[["13:00","17:00"],["09:00","12:00"]],"sat":[]},"holidays":["2026-12-25"]}"#
        let made = desk.send(.post, "/admin/calendars", body, desk.root.token)
        #expect(made.status == 201, "\(made.text)")
        #expect(memberNames(made.json["intervals"]) == ["mon", "sat"])
        #expect(
            made.json["intervals"]?["mon"]
                == .array([
                    .array([.string("09:00"), .string("12:00")]), .array([.string("13:00"), .string("17:00")]),
                ]))
        #expect(made.json["holidays"] == .array([.string("2026-12-25")]))
        let path = "/admin/calendars/\(try #require(made.count("id")))"
        #expect(desk.get(path, desk.root.token).json == made.json)
        let changed = desk.send(.patch, path, #"{"time_zone":"UTC","holidays":[]}"#, desk.root.token)
        #expect(changed.text("time_zone") == "UTC")
        #expect(changed.json["intervals"] == made.json["intervals"])
        #expect(desk.send(.delete, path, nil, desk.root.token).status == 204)
        #expect(desk.get(path, desk.root.token).status == 404)
    }

    @Test(arguments: [
        (#"{"name":"X","time_zone":"Europe/Atlantis","intervals":{}}"#, ["time_zone"]),
        (#"{"name":"X","time_zone":"../../etc/passwd","intervals":{}}"#, ["time_zone"]),
        (
            #"{"name":"X","time_zone":"UTC","intervals":{"mon":[["09:00","09:00"]],"monday":[]}}"#,
            ["intervals.mon", "intervals.monday"]
        ),
        (
            #"{"name":"X","time_zone":"UTC","intervals":{"tue":[["09:00","12:00"],["11:00","13:00"]]}}"#,
            ["intervals.tue"]
        ),
        (#"{"name":"X","time_zone":"UTC","intervals":{"tue":[["9","12"]]}}"#, ["intervals.tue"]),
        (
            #"{"name":"X","time_zone":"UTC","intervals":{"tue":"always"},"holidays":["2026-02-30"]}"#,
            ["intervals.tue", "holidays"]
        ),
        (#"{"time_zone":"UTC"}"#, ["name", "intervals"]),
    ])
    func `what is wrong with a calendar is named by its path`(json: String, fields: [String]) throws {
        let desk = try TicketDesk()
        let answer = desk.send(.post, "/admin/calendars", json, desk.root.token)
        #expect(answer.status == 422)
        #expect(Set(answer.failingFields) == Set(fields), "\(answer.text)")
    }
}
