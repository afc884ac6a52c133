import Domain
import Platform
import Security
import Store

/// The folder that holds the contents of uploaded files, each once under its SHA-256: `ab/ab12...`.
///
/// A content is there before a row names it, and goes after the last row has gone. Who puts one there holds the
/// folder's lock with others until the row is committed; who removes some holds it alone. So a content that is uploaded
/// again while it is swept away is never lost, whichever process does either.
package struct FileFolder: Sendable {
    /// Bytes that are read at a time.
    static let piece = 1 << 18
    private static let digits = Array("0123456789abcdef")
    /// EIO: a file that is shorter than it was.
    private static let cutShort = SystemError(call: "read", code: 5)

    /// Without a slash at its end.
    package let directory: String

    package init(_ directory: String) {
        self.directory = directory.count > 1 && directory.hasSuffix("/") ? String(directory.dropLast()) : directory
    }

    /// Makes the folder. Only its owner may read in it.
    package func prepare() throws(SystemError) { try File.makeDirectory(directory, permissions: 0o700) }

    /// Where a content stands.
    package func path(of sha256: String) -> String { "\(folder(of: sha256))/\(sha256)" }

    package func lock(_ kind: FolderLock.Kind) throws(SystemError) -> FolderLock {
        try FolderLock("\(directory)/.lock", kind)
    }

    /// A content that is in its place, on the disk, and stays there at least as long as this value.
    package struct Kept: Sendable {
        package let sha256: String
        package let size: Int
        let lock: FolderLock
    }

    /// Begins a file that is written piece by piece.
    package func draft() throws(Failure) -> FileDraft {
        try FileFolder.stored { () throws(SystemError) in FileDraft(try File.openUnnamed(in: directory)) }
    }

    package func keep(_ draft: FileDraft) throws(Failure) -> Kept {
        try keep(draft.descriptor, sha256: draft.finish(), size: draft.size)
    }

    /// Takes over a file that the server has received: it is linked, not copied, where the system can do that.
    package func keep(received descriptor: Int32, size: Int) throws(Failure) -> Kept {
        let digest = RunningDigest()
        try FileFolder.stored { () throws(SystemError) in
            var offset = 0
            while offset < size {
                let bytes = try File.read(descriptor, at: offset, count: min(FileFolder.piece, size - offset))
                if bytes.isEmpty { throw FileFolder.cutShort }
                digest.add(bytes)
                offset += bytes.count
            }
        }
        return try keep(descriptor, sha256: digest.finish(), size: size)
    }

    /// Opens a content for a download; nil when it is not there as it was kept.
    package func open(_ sha256: String, size: Int64) -> OpenedFile? {
        guard let descriptor = try? File.open(reading: path(of: sha256)) else { return nil }
        let file = OpenedFile(descriptor)
        guard let found = try? File.size(of: descriptor), found == Int(size) else { return nil }
        return file
    }

    /// The folders in which contents stand.
    var folders: [String] {
        FileFolder.digits.flatMap { high in FileFolder.digits.map { "\(directory)/\(high)\($0)" } }
            .filter(File.isDirectory)
    }

    private func keep(_ descriptor: Int32, sha256: String, size: Int) throws(Failure) -> Kept {
        try FileFolder.stored { () throws(SystemError) in
            // Before the lock, which is held for a moment only: this waits for the disk.
            try File.sync(descriptor)
            let lock = try lock(.shared)
            // One that was cut short by an accident is replaced.
            if (try? File.size(path(of: sha256))) != size { try place(descriptor, sha256, size) }
            return Kept(sha256: sha256, size: size, lock: lock)
        }
    }

    private func place(_ descriptor: Int32, _ sha256: String, _ size: Int) throws(SystemError) {
        let folder = folder(of: sha256)
        if !File.isDirectory(folder) {
            try File.makeDirectory(folder, permissions: 0o700)
            try File.syncDirectory(directory)
        }
        let temporary = "\(folder)/.\(sha256.prefix(8))-\(Hex.encode(Random.system.bytes(8)))"
        do throws(SystemError) {
            try File.link(descriptor, to: temporary)
        } catch {
            // A file system without unnamed files, or a folder on another one.
            try copy(descriptor, size, to: temporary)
        }
        do throws(SystemError) {
            try File.rename(temporary, to: path(of: sha256))
            try File.syncDirectory(folder)
        } catch {
            // Already gone is as good.
            try? File.remove(temporary)
            throw error
        }
    }

    private func copy(_ descriptor: Int32, _ size: Int, to path: String) throws(SystemError) {
        do throws(SystemError) {
            let copy = try File.create(path, permissions: 0o600)
            defer { File.close(copy) }
            var offset = 0
            while offset < size {
                let bytes = try File.read(descriptor, at: offset, count: min(FileFolder.piece, size - offset))
                if bytes.isEmpty { throw FileFolder.cutShort }
                try File.write(bytes, to: copy)
                offset += bytes.count
            }
            try File.sync(copy)
        } catch {
            // Nothing half-written stays; not there at all is as good.
            try? File.remove(path)
            throw error
        }
    }

    private func folder(of sha256: String) -> String { "\(directory)/\(sha256.prefix(2))" }

    /// A folder that cannot be written is like a full disk: the upload was not taken, and may be tried again.
    static func stored<T>(_ body: () throws(SystemError) -> T) throws(Failure) -> T {
        do throws(SystemError) { return try body() } catch { throw .unavailable(retryAfter: 30) }
    }
}

/// A file without a name that is being written, with its digest. Belongs to one thread; what is not kept is gone with it.
package final class FileDraft {
    let descriptor: Int32
    private let digest = RunningDigest()
    package private(set) var size = 0

    init(_ descriptor: Int32) { self.descriptor = descriptor }

    deinit { File.close(descriptor) }

    package func append(_ bytes: [UInt8]) throws(Failure) {
        try FileFolder.stored { () throws(SystemError) in try File.write(bytes, to: descriptor) }
        digest.add(bytes)
        size += bytes.count
    }

    func finish() -> String { digest.finish() }
}

/// An open file for reading, closed when nobody holds it any more.
package final class OpenedFile: Sendable {
    package let descriptor: Int32

    init(_ descriptor: Int32) { self.descriptor = descriptor }

    deinit { File.close(descriptor) }
}
