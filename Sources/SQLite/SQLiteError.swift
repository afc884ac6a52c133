import CSQLite

/// What SQLite refused, and in which statement.
package struct SQLiteError: Error, Sendable, CustomStringConvertible {
    /// The extended result code (sqlite.org/rescode.html).
    package let code: Int32
    package let message: String
    /// The statement's text with its placeholders; never the values, so it may be logged.
    package let statement: String?

    package init(code: Int32, message: String, statement: String? = nil) {
        self.code = code
        self.message = message
        self.statement = statement
    }

    /// The last error of `connection`.
    package init(of connection: OpaquePointer?, code: Int32, statement: String? = nil) {
        let extended = sqlite3_extended_errcode(connection)
        let isCurrent = connection != nil && extended & 0xFF == code & 0xFF
        self.code = isCurrent ? extended : code
        self.message = String(cString: isCurrent ? sqlite3_errmsg(connection) : sqlite3_errstr(code))
        self.statement = statement
    }

    package var primaryCode: Int32 { code & 0xFF }

    package var isFull: Bool { primaryCode == SQLITE_FULL }
    package var isBusy: Bool { primaryCode == SQLITE_BUSY || primaryCode == SQLITE_LOCKED }
    package var isConstraint: Bool { primaryCode == SQLITE_CONSTRAINT }
    package var isInterrupt: Bool { primaryCode == SQLITE_INTERRUPT }
    package var isCorrupt: Bool { primaryCode == SQLITE_CORRUPT || primaryCode == SQLITE_NOTADB }
    /// The file holds something else.
    package var isNoDatabase: Bool { primaryCode == SQLITE_NOTADB }
    /// FTS5 was asked for words in a row, of which an index without positions knows nothing (sqlite.org/fts5.html
    /// section 4.6).
    package var isPhraseRefused: Bool { primaryCode == SQLITE_ERROR && message.contains("phrase queries") }
    package var isIO: Bool { primaryCode == SQLITE_IOERR }
    package var isNoMemory: Bool { primaryCode == SQLITE_NOMEM }
    package var isReadOnly: Bool { primaryCode == SQLITE_READONLY }
    package var isCannotOpen: Bool { primaryCode == SQLITE_CANTOPEN }

    /// A UNIQUE index or a primary key refused a row.
    package var isUnique: Bool { code == Self.unique || code == Self.primaryKey || code == Self.rowID }
    package var isForeignKey: Bool { code == Self.foreignKey }
    package var isCheck: Bool { code == Self.check }
    package var isNotNull: Bool { code == Self.notNull }
    /// A failed fsync: what the kernel has dropped cannot be written again, so no write may be accepted after it.
    package var isSyncFailure: Bool { code == Self.ioFsync || code == Self.ioDirectoryFsync }
    /// A read transaction whose snapshot is too old to become a writer.
    package var isStaleSnapshot: Bool { code == Self.busySnapshot }

    package var description: String {
        let place = statement.map { " in: \($0)" } ?? ""
        return "SQLite error \(code): \(message)\(place)"
    }

    private static let check: Int32 = 275
    private static let foreignKey: Int32 = 787
    private static let notNull: Int32 = 1299
    private static let primaryKey: Int32 = 1555
    private static let unique: Int32 = 2067
    private static let rowID: Int32 = 2579
    private static let ioFsync: Int32 = 1034
    private static let ioDirectoryFsync: Int32 = 1290
    private static let busySnapshot: Int32 = 517
}
