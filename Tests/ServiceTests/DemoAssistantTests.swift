import Domain
import SQLite
import Service
import Support
import Testing

@testable import Store

@Suite struct DemoAssistantTests {
    @Test func `a demo switches templates on that are there and shows the assistant at work`() throws {
        let database = try TestDatabase()
        let demo = Demo(opening: Desk().opening)
        let before = try database.read { (tx) throws(Failure) in try tx.templates() }
        #expect(before.allSatisfy { !$0.answersAlone })
        try database.write { (tx) throws(Failure) in try demo.switchOnTemplates(in: tx) }
        let after = try database.read { (tx) throws(Failure) in try tx.templates() }
        #expect(after.count { $0.answersAlone } == 5)
        try database.seed(1000)
        let answered = try database.read { (tx) throws(Failure) in
            try tx.first("SELECT count(*) FROM tickets WHERE ai_first_response_at IS NOT NULL") { $0.integer(0) }
        }
        #expect(try #require(answered) > 0)
    }
}
