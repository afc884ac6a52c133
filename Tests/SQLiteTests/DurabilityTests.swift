import Foundation
import SQLite
import Testing

@Suite final class DurabilityTests {
    let folder = FileManager.default.temporaryDirectory.appending(path: "sqlite-\(UUID().uuidString)").path
    var path: String { folder + "/desk.db" }
    let db: Connection

    init() throws {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        db = try Connection(path: folder + "/desk.db", mode: .readWrite)
        try db.script("CREATE TABLE notes (id INTEGER PRIMARY KEY, body TEXT) STRICT")
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    @Test(arguments: [
        ("journal_mode", "wal"), ("synchronous", "2"), ("foreign_keys", "1"), ("wal_autocheckpoint", "0"),
        ("trusted_schema", "0"), ("cell_size_check", "1"), ("temp_store", "2"), ("busy_timeout", "5000"),
    ])
    func `a connection is set as the storage rules say`(pragma: String, value: String) throws {
        #expect(try db.first(composed: "PRAGMA \(pragma)") { row in row.text(0) } == value)
    }

    @Test func `a reader sees commits, and cannot write`() throws {
        let reader = try Connection(path: path, mode: .readOnly)
        let before = try reader.dataVersion()
        try db.run("INSERT INTO notes (body) VALUES ('x')")
        #expect(try reader.first("SELECT count(*) FROM notes") { row in row.integer(0) } == 1)
        #expect(try reader.dataVersion() != before)
        let error = #expect(throws: SQLiteError.self) { try reader.run("DELETE FROM notes") }
        #expect(error?.isReadOnly == true)
        #expect(throws: SQLiteError.self) { try Connection(path: self.folder + "/none.db", mode: .readOnly) }
    }

    @Test func `a checkpoint moves the log into the file`() throws {
        for number in 0..<20 { try db.run("INSERT INTO notes (body) VALUES ($1)", [.text("note \(number)")]) }
        #expect(db.logPages > 0)
        let maintenance = try Connection(path: path, mode: .readWrite)
        let result = try maintenance.checkpoint(.passive)
        #expect(!result.isBusy && result.logFrames > 0 && result.checkpointedFrames == result.logFrames)
        #expect(try maintenance.checkpoint(.truncate).logFrames == 0)
    }

    @Test func `a full disk is told from other errors`() throws {
        try db.script("PRAGMA max_page_count = 4")
        let error = #expect(throws: SQLiteError.self) {
            try self.db.run("INSERT INTO notes (body) VALUES ($1)", [.text(String(repeating: "x", count: 100_000))])
        }
        #expect(error?.isFull == true)
        #expect(db.isAutocommit)
    }

    @Test func `a file that is no database is told from other errors`() throws {
        try Data(repeating: 7, count: 8192).write(to: URL(fileURLWithPath: folder + "/junk.db"))
        let error = #expect(throws: SQLiteError.self) {
            try Connection(path: self.folder + "/junk.db", mode: .readWrite)
        }
        #expect(error?.isCorrupt == true)
    }
}
