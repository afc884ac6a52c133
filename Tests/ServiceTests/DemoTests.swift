import Domain
import SQLite
import Service
import Support
import Testing

@testable import Store

@Suite struct DemoTests {
    private func count(_ database: TestDatabase, _ kind: Event.Kind, _ to: String) throws -> Int64 {
        try database.read { (tx) throws(Failure) in
            try tx.first(
                "SELECT count(*) FROM events WHERE type = $1 AND to_value = $2", [.text(kind.rawValue), .text(to)]
            ) { $0.integer(0) } ?? 0
        }
    }

    @Test func `most tickets of a demo are taken within half an hour, and few are escalated, warned of or late`() throws
    {
        let database = try TestDatabase()
        try database.seed(1000)
        #expect((10...150).contains(try count(database, .escalation, "unassigned")))
        for metric in ["first_response", "resolution"] {
            #expect((10...200).contains(try count(database, .slaWarning, metric)))
            #expect((10...200).contains(try count(database, .slaBreach, metric)))
        }
    }
}
