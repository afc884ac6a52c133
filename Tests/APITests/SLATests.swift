import Domain
import JSON
import Service
import Support
import Testing

@testable import API

/// The clocks as staff sees them, through the whole API.
@Suite struct SLATests {
    private func sla(_ desk: TicketDesk, _ number: String) -> APIAnswer {
        desk.get("/admin/tickets/\(number)/sla", desk.fresh(desk.grace))
    }

    private func clock(_ answer: APIAnswer, _ metric: String) -> JSONValue? {
        answer.json["clocks"]?.array?.first { $0["metric"] == .string(metric) }
    }

    private func watch(_ desk: TicketDesk) throws {
        try desk.api.database.write { (tx) throws(Failure) in _ = try SLAService().watch(in: tx) }
    }

    private func open(_ desk: TicketDesk, priority: String = "urgent") throws -> String {
        let answer = desk.send(
            .post, "/admin/tickets",
            #"{"customer_id":\#(desk.ada.user.id),"subject":"The page is down","description":"It shows a 500.","priority":"\#(priority)"}"#,
            desk.fresh(desk.grace))
        return try #require(answer.text("ticket_number"), "\(answer.text)")
    }

    @Test func `the report explains every second`() throws {
        let desk = try TicketDesk()
        let number = try open(desk)
        desk.clock.advance(seconds: 600)
        desk.reply(number)
        desk.clock.advance(seconds: 300)
        desk.say(number)
        desk.clock.advance(seconds: 100)
        let report = sla(desk, number)
        #expect(report.status == 200)
        #expect(memberNames(report.json) == ["policy_id", "policy_name", "calendar", "now", "clocks"])
        #expect(report.text("policy_name") == "Default")
        #expect(report.text("calendar") == "24x7")
        let first = try #require(clock(report, "first_response"))
        #expect(
            memberNames(first)
                == "metric state target_seconds elapsed_seconds remaining_seconds due_at started_at met_at breached_at intervals arithmetic"
                .split(separator: " ").map(String.init))
        #expect(first["state"] == .string("met"))
        #expect(first["elapsed_seconds"] == .integer(600))
        #expect(first["remaining_seconds"] == .integer(3000))
        let resolution = try #require(clock(report, "resolution"))
        #expect(resolution["state"] == .string("running"))
        #expect(resolution["elapsed_seconds"] == .integer(700))
        let intervals = try #require(resolution["intervals"]?.array)
        #expect(memberNames(intervals.first) == ["from", "to", "status", "counted", "reason", "seconds"])
        #expect(intervals.map { $0["status"]?.string } == ["new", "waiting_customer", "open"])
        #expect(intervals.map { $0["counted"] } == [.bool(true), .bool(false), .bool(true)])
        #expect(intervals.map { $0["seconds"]?.integer } == [600, 300, 100])
        #expect(resolution["arithmetic"]?.string?.contains("left, due at") ?? false)
        #expect(clock(report, "next_response") == nil)
        #expect(desk.get("/admin/tickets/\(number)/sla", desk.fresh(desk.ada)).status == 403)
        #expect(desk.get("/admin/tickets/999/sla", desk.fresh(desk.grace)).status == 404)
    }

    @Test func `state and overdue are live, and outside of the ETag`() throws {
        let desk = try TicketDesk()
        let number = try open(desk)
        func seen() -> APIAnswer { desk.get("/admin/tickets/\(number)", desk.fresh(desk.grace)) }
        func listed() -> JSONValue? { desk.get("/admin/tickets", desk.fresh(desk.grace)).items.first }
        let before = seen()
        #expect(before.json["sla_overdue"] == .bool(false))
        #expect(listed()?["sla_overdue"] == .bool(false))
        desk.clock.advance(seconds: 3601)
        // Nobody has watched yet.
        #expect(seen().json["sla_overdue"] == .bool(true))
        #expect(seen().text("sla_state") == "breached")
        #expect(listed()?["sla_overdue"] == .bool(true))
        #expect(desk.get("/admin/notifications", desk.fresh(desk.grace)).count("sla_overdue") == 1)
        try watch(desk)
        let after = seen()
        #expect(after.etag == before.etag)
        #expect(after.text("updated_at") == before.text("updated_at"))
        #expect(after.text("sla_state") == "breached")
        #expect(desk.get("/admin/notifications", desk.fresh(desk.grace)).count("sla_overdue") == 1)
        // What was announced shows at once, although the version is the same.
        let types = after.json["events"]?.array?.compactMap { $0["type"]?.string } ?? []
        #expect(types.suffix(3) == ["escalation", "sla_warning", "sla_breach"])
        let breach = try #require(after.json["events"]?.array?.last)
        #expect(breach["created_at"] == after.json["first_response_due_at"])
        #expect(breach["metadata"]?["metric"] == .string("first_response"))
        #expect(
            desk.send(
                .patch, "/admin/tickets/\(number)", #"{"tags":["x"]}"#, desk.fresh(desk.grace),
                [("If-Match", try #require(before.etag))]
            ).status == 200)
        let public_ = desk.get("/tickets/\(number)", desk.fresh(desk.ada))
        #expect(!public_.text.contains("sla"))
    }

    @Test func `a reply after the deadline writes the breach down before it stops the clock`() throws {
        let desk = try TicketDesk()
        let number = try open(desk)
        desk.clock.advance(seconds: 5000)
        let reply = desk.send(.post, "/admin/tickets/\(number)/messages", #"{"body":"Sorry."}"#, desk.fresh(desk.grace))
        #expect(reply.status == 201)
        let types = desk.get("/admin/tickets/\(number)/events?limit=100", desk.fresh(desk.grace)).items
            .compactMap { $0["type"]?.string }
        #expect(
            types == [
                "created", "classification", "escalation", "sla_warning", "sla_breach", "message", "status_change",
            ])
        let first = try #require(clock(sla(desk, number), "first_response"))
        #expect(first["state"] == .string("breached"))
        #expect(first["met_at"] == .null)
        #expect(first["breached_at"] == first["due_at"])
        let ticket = desk.get("/admin/tickets/\(number)", desk.fresh(desk.grace))
        #expect(ticket.text("sla_state") == "paused")
        #expect(ticket.json["sla_due_at"] == .null)
        #expect(ticket.json["sla_overdue"] == .bool(false))
        #expect(desk.get("/admin/notifications", desk.fresh(desk.grace)).count("sla_overdue") == 0)
    }

    @Test func `an edited policy reaches unsolved tickets in the background, met outcomes stay`() throws {
        let desk = try TicketDesk()
        let waiting = try open(desk, priority: "medium")
        let answered = try open(desk, priority: "medium")
        desk.clock.advance(seconds: 60)
        desk.reply(answered)
        desk.say(answered)
        let tag = desk.staffView(waiting).etag
        let met = desk.staffView(answered).text("first_response_due_at")
        desk.clock.advance(seconds: 600)
        desk.send(
            .patch, "/admin/sla-policies/1", #"{"targets":{"medium":{"first_response":300,"resolution":7200}}}"#,
            desk.root.token)
        desk.clock.advance(seconds: 5)
        try watch(desk)
        let ticket = desk.staffView(waiting)
        let created = try #require(ticket.text("created_at").flatMap { Timestamp.instant($0) })
        #expect(ticket.text("first_response_due_at") == Timestamp.text(created.adding(seconds: 300)))
        #expect(ticket.json["sla_overdue"] == .bool(true))
        #expect(ticket.etag != tag)
        #expect(desk.staffView(answered).text("first_response_due_at") == met)
        #expect(desk.staffView(answered).text("resolution_due_at") == Timestamp.text(created.adding(seconds: 7200)))
        try watch(desk)
        let breach = desk.get("/admin/tickets/\(waiting)/events?limit=100", desk.grace.token).items.last {
            $0["type"] == .string("sla_breach")
        }
        // The deadline was moved into the past: it was missed when it was moved.
        #expect(breach?["created_at"] == .string(Timestamp.text(created.adding(seconds: 660))))
    }
}
