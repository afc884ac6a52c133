import Domain
import SQLite
import Support
import Testing

@testable import Store

@Suite struct ReaderTests {
    private func count(_ reader: Reader) throws -> Int64 {
        try reader.read { (tx) throws(Failure) in
            try tx.first("SELECT count(*) FROM settings") { $0.integer(0) } ?? 0
        }
    }

    private func write(_ name: String, to database: TestDatabase) throws {
        try database.write { (tx) throws(Failure) in
            try tx.run("INSERT INTO settings (name, value) VALUES ($1, 'x')", [.text(name)])
        }
    }

    private func loopReader(_ database: TestDatabase) throws -> Reader {
        try Reader(path: database.path, clock: database.clock.clock, commits: database.writer.commits)
    }

    /// Writes as another process would: past the writer.
    private func writeOutside(_ name: String, to database: TestDatabase) throws {
        let other = try Connection(path: database.path, mode: .readWrite)
        try other.run("INSERT INTO settings (name, value) VALUES ($1, 'x')", [.text(name)])
    }

    @Test func `a loop's reader sees what its own process has committed, within the same turn`() throws {
        let database = try TestDatabase()
        let reader = try loopReader(database)
        #expect(try count(reader) == 0)
        try write("a", to: database)
        #expect(try count(reader) == 1)
    }

    @Test func `a loop's reader keeps its snapshot for a turn, and sees another process's commit in the next`() throws {
        let database = try TestDatabase()
        let reader = try loopReader(database)
        #expect(try count(reader) == 0)
        try writeOutside("a", to: database)
        #expect(try count(reader) == 0)
        reader.release()
        #expect(try count(reader) == 1)
    }

    @Test func `a reader without a loop takes a snapshot for each read`() throws {
        let database = try TestDatabase()
        #expect(try count(database.reader) == 0)
        try writeOutside("a", to: database)
        #expect(try count(database.reader) == 1)
    }

    @Test func `a read that fails leaves the reader usable`() throws {
        let database = try TestDatabase()
        let reader = try loopReader(database)
        #expect(throws: Failure.self) { try reader.read { (_) throws(Failure) -> Int in throw .notFound } }
        try write("a", to: database)
        #expect(try count(reader) == 1)
    }

    @Test func `the version stays while nobody writes and changes with each commit, whoever made it`() throws {
        let database = try TestDatabase()
        let reader = try loopReader(database)
        let first = try reader.version()
        reader.release()
        #expect(try reader.version() == first)
        try write("a", to: database)
        let second = try reader.version()
        #expect(second != first)
        reader.release()
        try writeOutside("b", to: database)
        #expect(try reader.version() != second)
    }

    @Test func `a reader that was let go does not keep the log from being written back`() throws {
        let database = try TestDatabase()
        let reader = try loopReader(database)
        _ = try count(reader)
        reader.release()
        try write("a", to: database)
        let other = try Connection(path: database.path, mode: .readWrite)
        let busy = try other.first("PRAGMA wal_checkpoint(TRUNCATE)") { $0.integer(0) }
        #expect(busy == 0)
    }

    @Test func `an answer may be kept only where the last read says so`() throws {
        let database = try TestDatabase()
        let reader = try loopReader(database)
        try reader.read { (tx) throws(Failure) in tx.keep(until: .never) }
        #expect(reader.keeping?.until == .never)
        #expect(try reader.keeping?.version == reader.version())
        _ = try count(reader)
        #expect(reader.keeping == nil)
        #expect(throws: Failure.self) {
            try reader.read { (tx) throws(Failure) in
                tx.keep(until: .never)
                throw .notFound
            }
        }
        #expect(reader.keeping == nil)
    }
}
