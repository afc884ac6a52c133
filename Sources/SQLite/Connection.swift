import CSQLite

/// An open database. Belongs to one thread: it is not `Sendable`, and SQLite's own mutexes are off.
///
/// Every statement is prepared once and kept. A statement is reset and its bindings are cleared when its use ends,
/// also when a closure throws, so no use leaves a read transaction open behind it.
package final class Connection {
    package enum Mode: Sendable { case readWrite, readOnly }

    /// How long SQLite itself waits for another process's lock, in milliseconds.
    package static let busyTimeout: Int32 = 5000
    /// The size above which a fully checkpointed write-ahead log is cut back, in bytes.
    package static let logSizeLimit = 64 * 1024 * 1024
    private static let attemptsAtWAL = 100

    /// Done once, before the first connection: afterwards SQLite refuses it.
    private static let isConfigured = ticketd_sqlite3_no_memory_statistics() == SQLITE_OK

    package let path: String
    package let mode: Mode
    @usableFromInline let handle: OpaquePointer
    @usableFromInline var statics = StaticStatements()
    @usableFromInline var arena = Arena()
    var composed = ComposedStatements()
    let limiter: UnsafeMutablePointer<ReadLimiter>
    var isLimiterInstalled = false
    let logLength: UnsafeMutablePointer<Int>
    package let interrupter: Interrupter

    /// Opens or, in `.readWrite`, creates the database at `path`.
    ///
    /// - Parameters:
    ///   - cacheKilobytes: the page cache of this connection alone.
    ///   - mmapBytes: how much of the file is mapped; mapped pages count as the process's memory, so it is 0 unless asked.
    package init(
        path: String, mode: Mode, cacheKilobytes: Int = 8192, mmapBytes: Int64 = 0
    ) throws(SQLiteError) {
        _ = Self.isConfigured
        var opened: OpaquePointer?
        let access = mode == .readWrite ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE : SQLITE_OPEN_READONLY
        let code = sqlite3_open_v2(path, &opened, access | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nil)
        guard code == SQLITE_OK, let opened else {
            let error = SQLiteError(of: opened, code: code, statement: "open \(path)")
            sqlite3_close_v2(opened)
            throw error
        }
        self.path = path
        self.mode = mode
        handle = opened
        limiter = .allocate(capacity: 1)
        limiter.initialize(to: ReadLimiter())
        logLength = .allocate(capacity: 1)
        logLength.initialize(to: 0)
        interrupter = Interrupter(opened)
        try configure(cacheKilobytes: cacheKilobytes, mmapBytes: mmapBytes)
    }

    deinit {
        interrupter.forget()
        statics.removeAll(Self.finalize)
        statics.deallocate()
        composed.removeAll(Self.finalize)
        sqlite3_close_v2(handle)
        arena.deallocate()
        limiter.deallocate()
        logLength.deallocate()
    }

    /// Runs several statements, without values and without looking at rows.
    package func script(_ sql: String) throws(SQLiteError) {
        let code = sqlite3_exec(handle, sql, nil, nil, nil)
        guard code == SQLITE_OK else { throw SQLiteError(of: handle, code: code, statement: sql) }
    }

    /// False inside a transaction. Some errors (FULL, IOERR, NOMEM, INTERRUPT) roll a transaction back by themselves,
    /// and only this tells.
    @inlinable
    package var isAutocommit: Bool { sqlite3_get_autocommit(handle) != 0 }

    /// Rows changed since the connection was opened.
    @inlinable
    package var totalChanges: Int64 { sqlite3_total_changes64(handle) }

    /// Rows changed by the last INSERT, UPDATE or DELETE.
    @inlinable
    package var changes: Int64 { sqlite3_changes64(handle) }

    @inlinable
    package var lastInsertRowID: Int64 { sqlite3_last_insert_rowid(handle) }

    /// A number that changes when another connection has changed the database (sqlite.org/pragma.html#pragma_data_version).
    package func dataVersion() throws(SQLiteError) -> Int64 {
        try first("PRAGMA data_version") { row in row.integer(0) } ?? 0
    }

    /// How many statements are kept.
    package var composedStatementCount: Int { composed.count }

    private func configure(cacheKilobytes: Int, mmapBytes: Int64) throws(SQLiteError) {
        // First of all, so that everything after it waits for another process instead of failing.
        sqlite3_busy_timeout(handle, Self.busyTimeout)
        // "text" in double quotes is a column or an error, never a string.
        _ = ticketd_sqlite3_db_config_int(handle, SQLITE_DBCONFIG_DQS_DML, 0)
        _ = ticketd_sqlite3_db_config_int(handle, SQLITE_DBCONFIG_DQS_DDL, 0)
        _ = ticketd_sqlite3_db_config_int(handle, SQLITE_DBCONFIG_DEFENSIVE, 1)
        try script(
            """
            PRAGMA cache_size = -\(cacheKilobytes);
            PRAGMA mmap_size = \(mmapBytes);
            PRAGMA temp_store = MEMORY;
            PRAGMA trusted_schema = OFF;
            PRAGMA cell_size_check = ON;
            PRAGMA secure_delete = OFF;
            PRAGMA foreign_keys = ON;
            """)
        switch mode {
        case .readOnly:
            try script("PRAGMA query_only = ON")
        case .readWrite:
            // A checkpoint inside a commit stalls it by 50-160 ms; a connection of its own does that work.
            try switchToWAL()
            try script(
                """
                PRAGMA synchronous = FULL;
                PRAGMA wal_autocheckpoint = 0;
                PRAGMA journal_size_limit = \(Self.logSizeLimit);
                """)
            watchLog()
        }
    }

    /// The switch does not wait for others that open the same new file (SQLite leaves the busy handler out while it
    /// raises a lock that it holds), but a transaction does.
    private func switchToWAL() throws(SQLiteError) {
        for _ in 0..<Self.attemptsAtWAL {
            do throws(SQLiteError) {
                try script("PRAGMA journal_mode = WAL")
                return
            } catch {
                guard error.isBusy else { throw error }
            }
            try script("BEGIN IMMEDIATE; COMMIT")
        }
        try script("PRAGMA journal_mode = WAL")
    }

    static func finalize(_ prepared: UnsafeMutablePointer<Prepared>) {
        sqlite3_finalize(prepared.pointee.handle)
        prepared.deallocate()
    }
}
