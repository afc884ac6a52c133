import Domain
import Support
import Testing

@testable import Store

@Suite struct SearchTests {
    private func segments(_ database: TestDatabase) throws -> Int64? {
        // FTS5 keeps the number of a segment above bit 37 of a page's id; the ids of its own records are small.
        try database.read { (tx) throws(Failure) in
            try tx.first("SELECT count(DISTINCT id >> 37) FROM search_data WHERE id > 10") { $0.integer(0) }
        }
    }

    private func change(_ row: Int64, _ words: String, isRemoval: Bool = false) -> Deferred.SearchChange {
        Deferred.SearchChange(row: row, words: words, isRemoval: isRemoval)
    }

    @Test func `the rows of a group come to the search index as one segment, whatever their order`() throws {
        let database = try TestDatabase()
        let before = try #require(try segments(database))
        // As tickets and messages come: the numbers of messages grow faster.
        try database.write { (tx) throws(Failure) in
            for ticket in Int64(1)...20 {
                tx.deferred.search += [
                    change(ticket * 8, "a message"), change(ticket * 2 + 1, "a ticket"), change(ticket * 8 + 2, "more"),
                ]
            }
        }
        #expect(try segments(database) == before + 1)
    }

    @Test func `a row that is taken out and added again in one group has its new words`() throws {
        let database = try TestDatabase()
        try database.write { (tx) throws(Failure) in
            tx.deferred.search += [change(9, "old nine"), change(3, "old three")]
        }
        try database.write { (tx) throws(Failure) in
            tx.deferred.search += [
                change(9, "old nine", isRemoval: true), change(9, "new nine"),
                change(3, "old three", isRemoval: true), change(3, "new three"),
            ]
        }
        func rows(_ word: String) throws -> [Int64] {
            try database.read { (tx) throws(Failure) in
                try tx.all("SELECT rowid FROM search WHERE search MATCH $1 ORDER BY rowid", [.text(word)]) {
                    $0.integer(0)
                }
            }
        }
        #expect(try rows("old") == [])
        #expect(try rows("new") == [3, 9])
        #expect(try rows("nine") == [9])
    }
}
