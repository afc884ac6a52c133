import Domain
import Platform
import Store

/// Removes contents that no row names any more: those that rows have let go of, soon after the commit, and those that a
/// crash has left between the folder and the row, at the start.
package final class FileSweeper {
    /// Rows of released contents that are looked at in one go.
    private static let batch: Int64 = 256
    /// Between two looks at what was released, in milliseconds.
    private static let interval = 1000
    /// A temporary name that was left behind begins like this.
    private static let temporary = "."

    private let alarm = BoundedQueue<Bool>(capacity: 1)
    private let thread: NamedThread

    /// Starts a thread of its own, with its own reader: it waits for disks and for the folder's lock.
    ///
    /// - Throws: `.unavailable` when the database cannot be opened.
    package init(_ folder: FileFolder, path: String, clock: Clock, writer: Writer) throws(Failure) {
        // Opened here once, so that what cannot be read is an error of the start and not of the thread.
        _ = try Reader(path: path, clock: clock)
        let alarm = alarm
        do throws(SystemError) {
            thread = try NamedThread("files") {
                guard let reader = try? Reader(path: path, clock: clock, cacheKilobytes: 512) else { return }
                // What fails now (a full disk, a folder that is away) is tried again with the next start or round.
                try? FileSweeper.removeOrphans(in: folder, reader)
                while case .timedOut = alarm.takeFirst(waitingAtMost: FileSweeper.interval) {
                    while let last = try? FileSweeper.removeReleased(in: folder, reader) {
                        let done = BoundedQueue<Bool>(capacity: 1)
                        writer.submit({ (tx) throws(Failure) in try tx.forgetReleasedFiles(upTo: last) }) { result in
                            if case .success = result { _ = done.put(true) } else { _ = done.put(false) }
                        }
                        guard done.takeFirst() == true else { break }
                    }
                }
            }
        } catch { throw .internalFault(error.description) }
    }

    package func stop() {
        alarm.close()
        thread.join()
    }

    /// Looks at one batch of what was released. The content itself decides: another row may name it by now.
    ///
    /// - Returns: up to which row it has looked; nil when there was nothing.
    static func removeReleased(in folder: FileFolder, _ reader: Reader) throws(Failure) -> Int64? {
        let isAny = try reader.read { (tx) throws(Failure) in try tx.releasedFiles(limit: 1) != nil }
        guard isAny else { return nil }
        // No upload is between the folder and its row while this is held, and the snapshot begins after it is.
        let lock = try FileFolder.stored { () throws(SystemError) in try folder.lock(.exclusive) }
        defer { withExtendedLifetime(lock) {} }
        return try reader.read { (tx) throws(Failure) in
            guard let released = try tx.releasedFiles(limit: batch) else { return nil }
            for content in released.contents {
                // Gone already is as good.
                if try !tx.isFileNamed(content) { try? File.remove(folder.path(of: content)) }
            }
            return released.last
        }
    }

    /// Looks at all that is in the folder, one part of it at a time, so that uploads wait for a moment only.
    static func removeOrphans(in folder: FileFolder, _ reader: Reader) throws(Failure) {
        for part in folder.folders {
            let lock = try FileFolder.stored { () throws(SystemError) in try folder.lock(.exclusive) }
            defer { withExtendedLifetime(lock) {} }
            let names = try FileFolder.stored { () throws(SystemError) in try File.names(in: part) }
            try reader.read { (tx) throws(Failure) in
                for name in names {
                    let isNamed = name.hasPrefix(temporary) ? false : try tx.isFileNamed(name)
                    if !isNamed { try? File.remove("\(part)/\(name)") }
                }
            }
        }
    }
}
