import CSQLite

/// Copies a database that is in use (sqlite.org/backup.html).
package enum Backup {
    /// Copies all of `source` to `path`, by way of a file beside it that takes its name once it is whole and on disk.
    /// The copy is readable by its owner alone, and a plain file without a log beside it.
    ///
    /// Others may go on writing: the copy is of one moment. `source` itself must not be in a transaction that writes.
    package static func copy(from source: Connection, to path: String) throws(SQLiteError) {
        let partial = path + ".partial"
        // A journal left by a copy that was cut off would be played back into the new file.
        removeAll(partial)
        do throws(SQLiteError) {
            try check(ticketd_create_private(partial), "create", partial)
            try write(source, to: partial)
            try check(ticketd_sync_path(partial), "sync", partial)
            try check(ticketd_rename(partial, path), "rename", partial)
            // Without it a power cut may undo the renaming.
            try check(ticketd_sync_path(folder(of: path)), "sync the folder of", path)
        } catch {
            removeAll(partial)
            throw error
        }
    }

    private static func write(_ source: Connection, to path: String) throws(SQLiteError) {
        var opened: OpaquePointer?
        let code = sqlite3_open_v2(path, &opened, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, nil)
        defer { sqlite3_close_v2(opened) }
        guard code == SQLITE_OK, let target = opened else {
            throw SQLiteError(of: opened, code: code, statement: "open \(path)")
        }
        guard let backup = sqlite3_backup_init(target, "main", source.handle, "main") else {
            throw SQLiteError(of: target, code: sqlite3_extended_errcode(target), statement: "backup to \(path)")
        }
        // All pages in one step, under one read transaction.
        let stepped = sqlite3_backup_step(backup, -1)
        let finished = sqlite3_backup_finish(backup)
        guard stepped == SQLITE_DONE, finished == SQLITE_OK else {
            let code = finished == SQLITE_OK ? stepped : finished
            throw SQLiteError(of: target, code: code, statement: "backup to \(path)")
        }
        let left = sqlite3_exec(target, "PRAGMA journal_mode = DELETE", nil, nil, nil)
        guard left == SQLITE_OK else { throw SQLiteError(of: target, code: left, statement: "leave WAL mode") }
    }

    private static func check(_ errno: Int32, _ act: String, _ path: String) throws(SQLiteError) {
        guard errno != 0 else { return }
        throw SQLiteError(code: SQLITE_IOERR, message: "cannot \(act) \(path): \(String(cString: strerror(errno)))")
    }

    private static func removeAll(_ path: String) {
        for suffix in ["", "-journal", "-wal", "-shm"] { _ = ticketd_unlink(path + suffix) }
    }

    private static func folder(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }
}
