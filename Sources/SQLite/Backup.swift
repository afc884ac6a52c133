import CSQLite

/// Copies a database that is in use (SQLite's online backup).
package enum Backup {
    /// Copies all of `source`, as it is committed at this moment, to `path`, by way of a file beside it that takes its
    /// name once it is whole and on disk. Replaces a file at `path`. Writers go on meanwhile.
    ///
    /// The copy is readable by its owner alone, as it holds what the database holds.
    package static func copy(from source: Connection, to path: String) throws(SQLiteError) {
        var salt: UInt64 = 0
        sqlite3_randomness(8, &salt)
        // Two processes that back up at once do not write into one file.
        let partial = "\(path).\(String(salt, radix: 16)).partial"
        try check(ticketd_create_private(partial), "create \(partial)")
        do throws(SQLiteError) {
            try fill(partial, from: source)
            try check(ticketd_sync_path(partial), "sync \(partial)")
            try check(ticketd_rename(partial, path), "rename \(partial) to \(path)")
            try check(ticketd_sync_path(folder(of: path)), "sync the folder of \(path)")
        } catch {
            // What is left of a failed copy helps nobody; that there is nothing to remove is as good.
            _ = ticketd_unlink(partial)
            _ = ticketd_unlink(partial + "-journal")
            throw error
        }
    }

    private static func fill(_ path: String, from source: Connection) throws(SQLiteError) {
        var target: OpaquePointer?
        let statement = "backup to \(path)"
        let code = sqlite3_open_v2(path, &target, SQLITE_OPEN_READWRITE | SQLITE_OPEN_EXRESCODE, nil)
        defer { sqlite3_close_v2(target) }
        guard code == SQLITE_OK, let target else { throw SQLiteError(of: target, code: code, statement: statement) }
        guard let backup = sqlite3_backup_init(target, "main", source.handle, "main") else {
            throw SQLiteError(of: target, code: sqlite3_errcode(target), statement: statement)
        }
        // All in one step: in WAL mode nobody waits for it, and a second step might find another state.
        let stepped = sqlite3_backup_step(backup, -1)
        let finished = sqlite3_backup_finish(backup)
        guard stepped == SQLITE_DONE, finished == SQLITE_OK else {
            throw SQLiteError(of: target, code: finished == SQLITE_OK ? stepped : finished, statement: statement)
        }
        // The copy is in WAL mode like its source; a file without companions is easier to move about.
        let plain = sqlite3_exec(target, "PRAGMA journal_mode = DELETE", nil, nil, nil)
        guard plain == SQLITE_OK else { throw SQLiteError(of: target, code: plain, statement: statement) }
    }

    private static func folder(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    private static func check(_ code: Int32, _ action: String) throws(SQLiteError) {
        guard code != 0 else { return }
        throw SQLiteError(
            code: SQLITE_IOERR, message: "\(String(cString: strerror(code))) (errno \(code))", statement: action)
    }
}
