import Domain
import Support
import Testing

@testable import API
@testable import Store

@Suite struct OverdueListTests {
    @Test func `a list of what is overdue is made anew as time goes by`() throws {
        let desk = try TicketDesk()
        let number = try desk.open()
        let due = desk.clock.now + 60_000
        try desk.api.database.write { (tx) throws(Failure) in
            try tx.run("UPDATE tickets SET sla_due_at = $1", [.integer(due)])
        }
        let overdue = "/admin/tickets?sla_overdue=true"
        #expect(desk.numbers(overdue, desk.grace.token) == [])
        #expect(desk.numbers("/admin/tickets?sla_overdue=false", desk.grace.token) == [number])
        desk.clock.advance(seconds: 61)
        #expect(desk.numbers(overdue, desk.grace.token) == [number])
        #expect(desk.numbers("/admin/tickets?sla_overdue=false", desk.grace.token) == [])
    }
}
