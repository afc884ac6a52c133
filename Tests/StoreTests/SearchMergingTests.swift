import Domain
import SQLite
import Support
import Testing

@testable import Store

@Suite struct SearchMergingTests {
    private func segments(_ database: TestDatabase) throws -> Int64 {
        try database.read { (tx) throws(Failure) in
            try tx.first("SELECT count(DISTINCT segid) FROM search_idx") { $0.integer(0) } ?? 0
        }
    }

    private func rows(_ word: String, _ database: TestDatabase) throws -> [Int64] {
        try database.read { (tx) throws(Failure) in
            try tx.all("SELECT rowid FROM search WHERE search MATCH $1", [.text(word)]) { $0.integer(0) }
        }
    }

    @Test func `segments of many commits become few, and find the same`() throws {
        let database = try TestDatabase()
        for row in 1...15 as ClosedRange<Int64> {
            try database.write { (tx) throws(Failure) in
                try tx.write(Deferred.SearchChange(row: row * 2, words: "printer number \(row)", isRemoval: false))
            }
        }
        #expect(try segments(database) == 15)
        #expect(try database.write { (tx) throws(Failure) in try tx.mergeSearchIndex() })
        var steps = 0
        while try database.write({ (tx) throws(Failure) in try tx.mergeSearchIndex() }) { steps += 1 }
        #expect(steps < 10)
        #expect(try segments(database) < 4)
        #expect(try rows("printer", database) == (1...15).map { $0 * 2 })
        #expect(try rows("7", database) == [14])
    }

    @Test func `a merged index is left alone`() throws {
        let database = try TestDatabase()
        let reader = try Reader(path: database.path, clock: database.clock.clock)
        let before = try reader.version()
        #expect(try database.write { (tx) throws(Failure) in try !tx.mergeSearchIndex() })
        reader.release()
        #expect(try reader.version() == before)
    }
}
