import CSQLite

/// How much of the write-ahead log stands in the database file.
package struct CheckpointResult: Sendable, Equatable {
    package let isBusy: Bool
    /// Frames (pages) in the log; -1 when the database has no log.
    package let logFrames: Int
    package let checkpointedFrames: Int
}

extension Connection {
    /// sqlite.org/c3ref/wal_checkpoint_v2.html
    package enum CheckpointMode: Sendable {
        /// Copies what it can without waiting for anybody.
        case passive
        /// Waits for the writer, then copies everything.
        case full
        /// As `full`, and waits for readers, so that the next writer starts the log anew.
        case restart
        /// As `restart`, and cuts the log file to nothing.
        case truncate
    }

    /// Copies the log into the database file. A reader or writer in the way is `isBusy`, not an error.
    package func checkpoint(_ mode: CheckpointMode) throws(SQLiteError) -> CheckpointResult {
        let raw =
            switch mode {
            case .passive: SQLITE_CHECKPOINT_PASSIVE
            case .full: SQLITE_CHECKPOINT_FULL
            case .restart: SQLITE_CHECKPOINT_RESTART
            case .truncate: SQLITE_CHECKPOINT_TRUNCATE
            }
        var log: Int32 = -1
        var done: Int32 = -1
        let code = sqlite3_wal_checkpoint_v2(handle, nil, raw, &log, &done)
        guard code == SQLITE_OK || code & 0xFF == SQLITE_BUSY else {
            throw SQLiteError(of: handle, code: code, statement: "checkpoint")
        }
        return CheckpointResult(
            isBusy: code != SQLITE_OK, logFrames: Int(log), checkpointedFrames: Int(done))
    }

    /// Pages in the write-ahead log after this connection's last commit.
    package var logPages: Int { logLength.pointee }

    /// Has SQLite tell the log's length after each commit (sqlite3_wal_hook). It takes the place of the automatic
    /// checkpoint, which is such a hook itself.
    func watchLog() {
        sqlite3_wal_hook(
            handle,
            { context, _, _, pages in
                context?.assumingMemoryBound(to: Int.self).pointee = Int(pages)
                return SQLITE_OK
            }, logLength)
    }
}
