import SQLite
import Testing

@Suite struct ConnectionTests {
    let db: Connection

    init() throws {
        db = try Connection(path: ":memory:", mode: .readWrite)
        try db.script("CREATE TABLE notes (id INTEGER PRIMARY KEY, body TEXT, size REAL, raw BLOB) STRICT")
    }

    @Test func `every kind of value comes back as it went in`() throws {
        let values: [SQLValue] = [1, "héllo \u{0} wörld 🎉", .real(1.5), .blob([0, 255, 7])]
        try db.run("INSERT INTO notes (id, body, size, raw) VALUES ($1, $2, $3, $4)", values)
        let read = try db.first("SELECT id, body, size, raw FROM notes") { row in (0..<4).map { row.value($0) } }
        #expect(read == values)
    }

    @Test func `NULL is nil, and empty is not NULL`() throws {
        try db.run("INSERT INTO notes (id, body, raw) VALUES (1, $1, $2)", [nil, nil])
        try db.run("INSERT INTO notes (id, body, raw) VALUES (2, $1, $2)", ["", .blob([])])
        let texts = try db.all("SELECT body FROM notes ORDER BY id") { row in row.optionalText(0) }
        #expect(texts == [nil, ""])
        let blobs = try db.all("SELECT raw FROM notes ORDER BY id") { row in row.optionalBlob(0) }
        #expect(blobs == [nil, []])
    }

    @Test func `bindings do not leak from one use to the next`() throws {
        for value: SQLValue in ["a", nil, "b"] {
            try db.run("INSERT INTO notes (body) VALUES ($1)", [value])
        }
        #expect(try db.all("SELECT body FROM notes ORDER BY id") { row in row.optionalText(0) } == ["a", nil, "b"])
    }

    @Test func `a statement used inside its own rows runs beside itself`() throws {
        try db.run("INSERT INTO notes (body) VALUES ('x'), ('y')")
        func all(_ depth: Int) throws(SQLiteError) -> [String] {
            try db.all("SELECT body FROM notes WHERE id > $1 ORDER BY id", [.integer(0)]) { row throws(SQLiteError) in
                depth == 0 ? row.text(0) : row.text(0) + (try all(depth - 1)).joined()
            }
        }
        #expect(try all(0) == ["x", "y"])
        #expect(try all(2) == ["xxxyyxy", "yxxyyxy"])
        #expect(
            try db.all(composed: "SELECT 1") { _ throws(SQLiteError) in
                try db.first(composed: "SELECT 1") { row in row.integer(0) }
            } == [1])
    }

    @Test func `a throwing closure leaves nothing open behind it`() throws {
        try db.run("INSERT INTO notes (body) VALUES ('x'), ('y')")
        let refused = SQLiteError(code: 4, message: "mine")
        for _ in 0..<2 {
            #expect(throws: SQLiteError.self) {
                try db.each("SELECT id FROM notes") { _ throws(SQLiteError) in throw refused }
            }
            #expect(throws: SQLiteError.self) {
                _ = try db.first("SELECT id FROM notes") { _ throws(SQLiteError) -> Int64 in throw refused }
            }
        }
        #expect(db.isAutocommit)
        try db.script("DROP TABLE notes")
    }

    @Test func `the wrong number of values is an error that names the statement`() throws {
        let error = #expect(throws: SQLiteError.self) { try db.run("INSERT INTO notes (body) VALUES ($1)", []) }
        #expect(error?.statement == "INSERT INTO notes (body) VALUES ($1)")
        #expect(error?.message == "the statement takes 1 values, given were 0")
        try db.run("INSERT INTO notes (body) VALUES ($1)", ["works after it"])
    }

    @Test(arguments: ["SELECT $2, $1", "SELECT $1, ?", "SELECT $1, $3", "SELECT :name"])
    func `parameters that do not stand in their order are refused`(text: String) throws {
        let error = #expect(throws: SQLiteError.self) { try db.run(composed: text, [.integer(1), .integer(2)]) }
        #expect(error?.message.contains("they have to stand in order") == true)
        #expect(try db.first("SELECT $1 + $2 + $1", [.integer(1), .integer(2)]) { $0.integer(0) } == 4)
    }

    @Test func `errors say what kind they are`() throws {
        try db.script("CREATE UNIQUE INDEX notes_by_body ON notes (body)")
        try db.run("INSERT INTO notes (body) VALUES ('x')")
        let twice = #expect(throws: SQLiteError.self) { try db.run("INSERT INTO notes (body) VALUES ('x')") }
        #expect(twice?.isConstraint == true && twice?.isUnique == true && twice?.isBusy == false)
        let wrong = #expect(throws: SQLiteError.self) { try db.run("SELEKT 1") }
        #expect(wrong?.message.contains("SELEKT") == true)
        #expect(throws: SQLiteError.self) { try db.run("SELECT \"a string\"") }
        #expect(throws: SQLiteError.self) { try db.run("SELECT 1; SELECT 2") }
        #expect(throws: SQLiteError.self) { try db.run("  ") }
    }

    @Test func `a returning insert gives its row and commits`() throws {
        let id = try db.first("INSERT INTO notes (body) VALUES ($1) RETURNING id", ["x"]) { row in row.integer(0) }
        #expect(id == 1)
        #expect(db.isAutocommit && db.lastInsertRowID == 1 && db.totalChanges == 1)
    }

    @Test func `composed statements are kept, but not without bound`() throws {
        for number in 0..<300 {
            #expect(try db.first(composed: "SELECT \(number)") { row in row.integer(0) } == Int64(number))
        }
        #expect(db.composedStatementCount == 256)
    }

    @Test func `texts larger than the scratch memory are bound as well`() throws {
        let text = String(repeating: "abcdefgh", count: 100_000)
        try db.run("INSERT INTO notes (body, raw) VALUES ($1, $2)", [.text(text), .blob(Array(text.utf8))])
        #expect(try db.first("SELECT body FROM notes") { row in row.text(0) } == text)
        #expect(try db.first("SELECT raw FROM notes") { row in row.blob(0).count } == 800_000)
    }

    @Test(arguments: [ReadLimit(instructions: 100_000), ReadLimit(milliseconds: 5)])
    func `a runaway read is cut and the next read works`(limit: ReadLimit) throws {
        let error = #expect(throws: SQLiteError.self) {
            try db.limited(to: limit) { () throws(SQLiteError) in
                try db.run("WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n")
            }
        }
        #expect(error?.isInterrupt == true)
        #expect(try db.first("SELECT 1") { row in row.integer(0) } == 1)
    }

    @Test func `an interrupter outlives its connection`() throws {
        let interrupter = try Connection(path: ":memory:", mode: .readWrite).interrupter
        interrupter.interrupt()
    }

    @Test func `bytes of a text are lent without a copy`() throws {
        let bytes = try db.first("SELECT 'abc', NULL") { row in
            (row.withTextBytes(0) { Array($0) }, row.withTextBytes(1) { Array($0) })
        }
        #expect(bytes?.0 == Array("abc".utf8))
        #expect(bytes?.1 == [])
    }

    @Test func `columns are read by type, and NULL as nil`() throws {
        let values: [SQLValue] = [
            .of(7 as Int64?), .of(nil as Int64?), .of("a"), .optional(1.5), .optional(nil as Double?), .flag(true),
            .flag(false), .optional([1, 2] as [UInt8]?), .optional(nil as [UInt8]?),
        ]
        try db.each("SELECT $1 AS a, $2, $3, $4, $5, $6, $7, $8, $9", values) { row in
            #expect(row.columnCount == 9 && row.name(0) == "a")
            #expect(row.optionalInteger(0) == 7 && row.optionalInteger(1) == nil)
            #expect(row.optionalText(2) == "a" && row.optionalReal(3) == 1.5 && row.optionalReal(4) == nil)
            #expect(row.flag(5) && !row.flag(6) && row.optionalFlag(5) == true && row.optionalFlag(1) == nil)
            #expect(row.optionalBlob(7) == [1, 2] && row.optionalBlob(8) == nil && row.isNull(8) && row.real(3) == 1.5)
        }
    }

    @Test func `text that is not UTF-8 is repaired`() throws {
        #expect(try db.first("SELECT CAST(x'61FF62' AS TEXT)") { row in row.text(0) } == "a\u{FFFD}b")
    }
}
