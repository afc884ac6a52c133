import Foundation
import SQLite
import Testing

@Suite struct BackupTests {
    let folder: Folder
    let db: Connection

    init() throws {
        folder = try Folder()
        db = try folder.open()
        try db.script("CREATE TABLE notes (id INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT")
        try db.run("INSERT INTO notes (body) VALUES ('first'), ('second')")
    }

    @Test func `a copy holds everything and stands alone`() throws {
        try Backup.copy(from: db, to: folder.path + "/copy.db")
        #expect(!folder.names.contains { $0.hasPrefix("copy.db-") || $0.contains("partial") })
        #expect(try folder.permissions(of: "copy.db") == 0o600)
        let copy = try folder.open("copy.db", .readOnly)
        #expect(try copy.all("SELECT body FROM notes ORDER BY id") { $0.text(0) } == ["first", "second"])
        #expect(try copy.first("PRAGMA integrity_check") { $0.text(0) } == "ok")
    }

    @Test func `a copy takes the place of an older one`() throws {
        try Backup.copy(from: db, to: folder.path + "/copy.db")
        try db.run("INSERT INTO notes (body) VALUES ('third')")
        try Backup.copy(from: db, to: folder.path + "/copy.db")
        #expect(try folder.open("copy.db", .readOnly).number("SELECT count(*) FROM notes") == 3)
    }

    @Test func `what a copy that was cut off left behind does no harm`() throws {
        for suffix in ["", "-journal", "-wal", "-shm"] {
            try Data("left over".utf8).write(to: URL(fileURLWithPath: folder.path + "/copy.db.partial" + suffix))
        }
        try Backup.copy(from: db, to: folder.path + "/copy.db")
        #expect(folder.names.filter { $0.contains("partial") } == [])
        #expect(try folder.open("copy.db", .readOnly).number("SELECT count(*) FROM notes") == 2)
    }

    @Test func `a copy made while others write is of one moment`() throws {
        try db.run("CREATE TABLE pairs (a INTEGER NOT NULL, b INTEGER NOT NULL) STRICT")
        let path = folder.path
        let results = inParallel(2) { index in
            Result {
                let db = try Connection(path: path + "/test.db", mode: .readWrite)
                if index == 0 {
                    for number in 0..<300 {
                        try db.script("BEGIN IMMEDIATE")
                        try db.run("INSERT INTO pairs (a, b) VALUES ($1, 0)", [.integer(Int64(number))])
                        try db.run("UPDATE pairs SET b = $1", [.integer(Int64(number))])
                        try db.script("COMMIT")
                    }
                } else {
                    for number in 0..<20 { try Backup.copy(from: db, to: "\(path)/copy\(number).db") }
                }
            }
        }
        for result in results { try result.get() }
        for number in 0..<20 {
            let copy = try folder.open("copy\(number).db", .readOnly)
            // Each transaction gives all rows the newest number.
            #expect(try copy.number("SELECT count(*) FROM pairs WHERE b <> (SELECT count(*) FROM pairs) - 1") == 0)
            #expect(try copy.first("PRAGMA integrity_check") { $0.text(0) } == "ok")
        }
    }

    @Test(arguments: ["/nowhere/copy.db", "sub"])
    func `a place that cannot be written is an error and leaves nothing`(name: String) throws {
        try FileManager.default.createDirectory(atPath: folder.path + "/sub", withIntermediateDirectories: false)
        #expect(throws: SQLiteError.self) { try Backup.copy(from: db, to: folder.path + "/" + name) }
        #expect(!folder.names.contains { $0.contains("partial") })
    }

    @Test func `the log's length is known after each commit, and a checkpoint empties it`() throws {
        #expect(db.logPages > 0)
        let before = db.logPages
        try db.run("INSERT INTO notes (body) VALUES ('third')")
        #expect(db.logPages > before)
        let result = try db.checkpoint(.truncate)
        #expect(!result.isBusy && result.logFrames == 0)
        try db.run("INSERT INTO notes (body) VALUES ('fourth')")
        #expect(db.logPages < before)
    }

    @Test func `a reader in the way makes a checkpoint busy and not an error`() throws {
        let reader = try folder.open("test.db", .readOnly)
        try reader.script("BEGIN")
        #expect(try reader.number("SELECT count(*) FROM notes") == 2)
        try db.run("INSERT INTO notes (body) VALUES ('third')")
        let result = try db.checkpoint(.passive)
        #expect(result.checkpointedFrames < result.logFrames)
        try reader.script("COMMIT")
        #expect(try db.checkpoint(.passive).checkpointedFrames == result.logFrames)
    }

    @Test func `a reader cannot write, and sees others' commits by the data version`() throws {
        let reader = try folder.open("test.db", .readOnly)
        let error = #expect(throws: SQLiteError.self) { try reader.run("DELETE FROM notes") }
        #expect(error?.isReadOnly == true)
        let before = try reader.dataVersion()
        #expect(try reader.dataVersion() == before)
        try db.run("DELETE FROM notes")
        #expect(try reader.dataVersion() != before)
    }

    @Test func `constraints are told apart`() throws {
        try db.script(
            """
            CREATE TABLE strict_ones (
                id INTEGER PRIMARY KEY, note_id INTEGER REFERENCES notes (id), size INTEGER CHECK (size > 0),
                name TEXT NOT NULL UNIQUE
            ) STRICT
            """)
        func refused(_ sql: String) -> SQLiteError? {
            #expect(throws: SQLiteError.self) { try db.run(composed: sql) }
        }
        let start = "INSERT INTO strict_ones (id, note_id, size, name) VALUES "
        try db.run(composed: start + "(1, 1, 1, 'a')")
        #expect(refused(start + "(1, 1, 1, 'b')")?.isUnique == true)
        #expect(refused(start + "(2, 1, 1, 'a')")?.isUnique == true)
        #expect(refused(start + "(2, 99, 1, 'b')")?.isForeignKey == true)
        #expect(refused(start + "(2, 1, 0, 'b')")?.isCheck == true)
        #expect(refused(start + "(2, 1, 1, NULL)")?.isNotNull == true)
        #expect(refused(start + "(2, 1, 'x', 'b')")?.isConstraint == true)
        let missing = #expect(throws: SQLiteError.self) { try folder.open("none.db", .readOnly) }
        #expect(missing?.isCannotOpen == true)
    }

    @Test func `a stale snapshot that wants to write is told so`() throws {
        let other = try folder.open()
        try other.script("BEGIN")
        #expect(try other.number("SELECT count(*) FROM notes") == 2)
        try db.run("INSERT INTO notes (body) VALUES ('third')")
        let error = #expect(throws: SQLiteError.self) { try other.run("DELETE FROM notes") }
        #expect(error?.isBusy == true && error?.isStaleSnapshot == true)
        try other.script("ROLLBACK")
    }
}
