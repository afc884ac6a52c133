import CSQLite

/// The use of a statement: found or prepared, bound, stepped by the caller, ended.
extension Connection {
    @usableFromInline typealias Use = UnsafeMutablePointer<Prepared>

    @inlinable
    func begin(_ sql: StaticString, _ values: [SQLValue]) throws(SQLiteError) -> Use {
        let address = UInt(bitPattern: sql.utf8Start)
        if let prepared = statics.find(address), !prepared.pointee.isInUse {
            try bind(values, to: prepared)
            return prepared
        }
        let prepared = try prepare(sql, address: address)
        try bind(values, to: prepared)
        return prepared
    }

    @usableFromInline
    func begin(composed sql: String, _ values: [SQLValue]) throws(SQLiteError) -> Use {
        let known = composed.find(sql)
        if let known, !known.pointee.isInUse {
            try bind(values, to: known)
            return known
        }
        var text = sql
        let prepared = try text.withUTF8 { prepare($0) }.get()
        if known != nil {
            prepared.pointee.isPrivate = true
        } else if let evicted = composed.insert(sql, prepared) {
            Self.finalize(evicted)
        }
        try bind(values, to: prepared)
        return prepared
    }

    /// Ends a use. What SQLite answers is the fate of a statement that was left before its last row: a lone
    /// `INSERT ... RETURNING` commits here.
    @inlinable
    @discardableResult
    func end(_ use: Use) -> Int32 {
        let code = sqlite3_reset(use.pointee.handle)
        if use.pointee.parameterCount > 0 {
            sqlite3_clear_bindings(use.pointee.handle)
            arena.top = use.pointee.arenaMark
        }
        use.pointee.isInUse = false
        if use.pointee.isPrivate { Self.discard(use) }
        return code
    }

    /// The error of a refused step; ends the use.
    @usableFromInline
    func failure(_ code: Int32, ending use: Use) -> SQLiteError {
        let text = sqlite3_sql(use.pointee.handle).map { String(cString: $0) }
        let error = SQLiteError(of: handle, code: code, statement: text)
        end(use)
        return error
    }

    /// Ends a use that was left early and tells when that failed.
    @inlinable
    func endEarly(_ use: Use) throws(SQLiteError) {
        let code = end(use)
        if code != SQLITE_OK { throw SQLiteError(of: handle, code: code) }
    }

    @usableFromInline
    static func discard(_ use: Use) { finalize(use) }

    /// A literal in use already is prepared once more, for this use alone: it runs inside its own rows' closure.
    @usableFromInline
    func prepare(_ sql: StaticString, address: UInt) throws(SQLiteError) -> Use {
        let prepared = try prepare(UnsafeBufferPointer(start: sql.utf8Start, count: sql.utf8CodeUnitCount)).get()
        if statics.find(address) != nil {
            prepared.pointee.isPrivate = true
        } else {
            statics.insert(address, prepared)
        }
        return prepared
    }

    private func prepare(_ sql: UnsafeBufferPointer<UInt8>) -> Result<Use, SQLiteError> {
        var statement: OpaquePointer?
        var tail: UnsafePointer<CChar>?
        let code = sql.withMemoryRebound(to: CChar.self) { text in
            sqlite3_prepare_v3(
                handle, text.baseAddress, Int32(text.count), UInt32(SQLITE_PREPARE_PERSISTENT), &statement, &tail)
        }
        guard code == SQLITE_OK, let statement else {
            let text = String(decoding: sql, as: UTF8.self)
            guard code != SQLITE_OK else {
                return .failure(
                    SQLiteError(code: SQLITE_MISUSE, message: "no statement in the text", statement: text))
            }
            return .failure(SQLiteError(of: handle, code: code, statement: text))
        }
        if let tail, let start = sql.baseAddress {
            let read = UnsafeRawPointer(tail) - UnsafeRawPointer(start)
            let rest = sql[min(read, sql.count)...]
            // Only the first of several statements would run: SQLite says nothing about the others.
            guard rest.allSatisfy({ $0 == 0x20 || $0 == 0x0A || $0 == 0x0D || $0 == 0x09 || $0 == 0x3B }) else {
                sqlite3_finalize(statement)
                return .failure(
                    SQLiteError(
                        code: SQLITE_MISUSE, message: "more than one statement",
                        statement: String(decoding: sql, as: UTF8.self)))
            }
        }
        if let problem = Self.misplacedParameter(of: statement) {
            sqlite3_finalize(statement)
            return .failure(
                SQLiteError(code: SQLITE_MISUSE, message: problem, statement: String(decoding: sql, as: UTF8.self)))
        }
        let use = Use.allocate(capacity: 1)
        use.initialize(to: Prepared(statement))
        return .success(use)
    }

    /// What is wrong with the parameters' names, if anything. To SQLite `$2` is a name like another, and parameters are
    /// numbered by where they first stand (sqlite.org/lang_expr.html#varparam): `... $2 ... $1` would quietly be given
    /// each other's values.
    private static func misplacedParameter(of statement: OpaquePointer) -> String? {
        let count = sqlite3_bind_parameter_count(statement)
        guard count > 0 else { return nil }
        for index in 1...count {
            let name = sqlite3_bind_parameter_name(statement, index).map { String(cString: $0) } ?? "?"
            if name != "$\(index)" { return "parameter \(index) is called \(name): they have to stand in order" }
        }
        return nil
    }

    @usableFromInline
    func bind(_ values: [SQLValue], to use: Use) throws(SQLiteError) {
        let statement = use.pointee.handle
        use.pointee.isInUse = true
        use.pointee.arenaMark = arena.top
        guard values.count == Int(use.pointee.parameterCount) else {
            let text = sqlite3_sql(statement).map { String(cString: $0) }
            let message = "the statement takes \(use.pointee.parameterCount) values, given were \(values.count)"
            end(use)
            throw SQLiteError(code: SQLITE_RANGE, message: message, statement: text)
        }
        var index: Int32 = 0
        for value in values {
            index += 1
            let code =
                switch value {
                case .null: SQLITE_OK  // Cleared bindings are NULL.
                case .integer(let number): sqlite3_bind_int64(statement, index, number)
                case .real(let number): sqlite3_bind_double(statement, index, number)
                case .text(let text): bind(text, at: index, of: statement)
                case .blob(let bytes): bytes.withUnsafeBytes { bind($0, at: index, of: statement) }
                }
            if code != SQLITE_OK { throw failure(code, ending: use) }
        }
    }

    private func bind(_ text: String, at index: Int32, of statement: OpaquePointer) -> Int32 {
        var text = text
        return text.withUTF8 { utf8 in
            if let copy = arena.copy(UnsafeRawBufferPointer(utf8)) {
                return ticketd_bind_text_static(statement, index, copy, UInt64(utf8.count))
            }
            return ticketd_bind_text_copied(statement, index, utf8.baseAddress, UInt64(utf8.count))
        }
    }

    private func bind(_ bytes: UnsafeRawBufferPointer, at index: Int32, of statement: OpaquePointer) -> Int32 {
        if let copy = arena.copy(bytes) {
            return ticketd_bind_blob_static(statement, index, copy, UInt64(bytes.count))
        }
        return ticketd_bind_blob_copied(statement, index, bytes.baseAddress, UInt64(bytes.count))
    }
}
