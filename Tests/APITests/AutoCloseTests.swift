import Domain
import JSON
import Service
import Support
import Testing

@testable import API

@Suite struct AutoCloseTests {
    private let rule = AutoClose(days: 4)

    private func close(_ desk: TicketDesk) throws -> Int {
        let rule = rule
        let isDue = try desk.api.database.read { (tx) throws(Failure) in try rule.isDue(in: tx) }
        let closed = try desk.api.database.write { (tx) throws(Failure) in try rule.close(in: tx) }
        #expect(isDue == (closed > 0))
        return closed
    }

    @Test func `a resolved ticket that nobody touches for four days closes by itself`() throws {
        let desk = try TicketDesk()
        let (quiet, touched, open) = (try desk.open("Quiet"), try desk.open("Touched"), try desk.open("Still open"))
        desk.setStatus(quiet, "resolved")
        desk.setStatus(touched, "resolved")
        desk.clock.advance(seconds: 2 * 86_400)
        desk.patch(touched, #"{"tags":["looked"]}"#, as: desk.fresh(desk.grace))
        desk.clock.advance(seconds: 2 * 86_400 - 1)
        #expect(try close(desk) == 0)
        desk.clock.advance(seconds: 1)
        #expect(try close(desk) == 1)
        #expect(try close(desk) == 0)
        let grace = desk.fresh(desk.grace)
        let closed = desk.get("/admin/tickets/\(quiet)", grace)
        #expect(closed.text("status") == "closed")
        #expect(closed.text("closed_at") == "2026-03-05T12:00:00.000Z")
        #expect(closed.text("resolved_at") == "2026-03-01T12:00:00.000Z")
        let event = closed.json["events"]?.array?.last
        #expect(event?["type"] == .string("close"))
        #expect(event?["actor_type"] == .string("system"))
        #expect(event?["from"] == .string("resolved"))
        #expect(desk.get("/admin/tickets/\(touched)", grace).text("status") == "resolved")
        #expect(desk.get("/admin/tickets/\(open)", grace).text("status") == "new")
        // A message within the reopen window opens it again.
        #expect(desk.say(quiet, "Not yet.", as: desk.fresh(desk.ada)).text("ticket_status") == "open")
    }

    @Test func `with no days nothing closes by itself`() throws {
        let desk = try TicketDesk()
        let number = try desk.open()
        desk.setStatus(number, "resolved")
        desk.clock.advance(seconds: 1000 * 86_400)
        let never = AutoClose(days: 0)
        #expect(try desk.api.database.write { (tx) throws(Failure) in try never.close(in: tx) } == 0)
        #expect(try !desk.api.database.read { (tx) throws(Failure) in try never.isDue(in: tx) })
    }

    @Test func `many that are due are closed some at a time`() throws {
        let desk = try TicketDesk()
        for index in 0..<AutoClose.mostAtOnce + 5 { desk.setStatus(try desk.open("Number \(index)"), "resolved") }
        desk.clock.advance(seconds: 4 * 86_400)
        #expect(try close(desk) == AutoClose.mostAtOnce)
        #expect(try close(desk) == 5)
    }
}
