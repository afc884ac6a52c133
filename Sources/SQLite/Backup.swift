import CSQLite

/// Copies a database that is in use (SQLite's online backup).
package enum Backup {
    /// Copies all of `source` to `path`, by way of a file beside it that takes its name once it is whole and on disk.
    package static func copy(from source: Connection, to path: String) throws(SQLiteError) {
        let partial = path + ".partial"
        _ = remove(partial)
        var target: OpaquePointer?
        let code = sqlite3_open_v2(partial, &target, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nil)
        defer { sqlite3_close_v2(target) }
        guard code == SQLITE_OK, let target else {
            throw SQLiteError(of: target, code: code, statement: "open \(partial)")
        }
        guard let backup = sqlite3_backup_init(target, "main", source.handle, "main") else {
            throw SQLiteError(of: target, code: sqlite3_extended_errcode(target), statement: "backup to \(partial)")
        }
        let stepped = sqlite3_backup_step(backup, -1)
        let finished = sqlite3_backup_finish(backup)
        guard stepped == SQLITE_DONE, finished == SQLITE_OK else {
            throw SQLiteError(
                of: target, code: finished == SQLITE_OK ? stepped : finished, statement: "backup to \(partial)")
        }
        // The copy is in WAL mode like its source; a plain file is easier to move about.
        sqlite3_exec(target, "PRAGMA journal_mode = DELETE", nil, nil, nil)
        guard rename(partial, path) == 0 else {
            throw SQLiteError(code: SQLITE_IOERR, message: "cannot rename \(partial) to \(path)")
        }
    }
}
