import CLinux
import Glibc

/// Files and directories, by path or by descriptor number; who opens one closes it.
package enum File {
    package static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

    /// Which file stands at `path`: device and inode. Nil when there is none.
    package static func identity(_ path: String) -> [UInt64]? {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        return [UInt64(status.st_dev), UInt64(status.st_ino)]
    }

    package static func isDirectory(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    /// In bytes.
    package static func size(_ path: String) throws(SystemError) -> Int {
        var status = stat()
        guard stat(path, &status) == 0 else { throw .last("stat") }
        return Int(status.st_size)
    }

    /// The size of an open file in bytes.
    package static func size(of descriptor: Int32) throws(SystemError) -> Int {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw .last("fstat") }
        return Int(status.st_size)
    }

    /// The whole file.
    ///
    /// - Parameter limit: the most bytes it may have; more is EFBIG.
    package static func read(_ path: String, limit: Int = 1 << 30) throws(SystemError) -> [UInt8] {
        let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .last("open") }
        defer { Glibc.close(descriptor) }
        var bytes: [UInt8] = []
        // Not by its size alone: files in /proc and pipes say 0.
        while true {
            let piece = try read(descriptor, at: bytes.count, count: 1 << 18)
            if piece.isEmpty { return bytes }
            bytes += piece
            if bytes.count > limit { throw SystemError(call: "read", code: EFBIG) }
        }
    }

    /// Creates or replaces the file at `path` with `bytes`, on the disk before it returns.
    ///
    /// - Parameter permissions: of a file that is created, as in chmod(2).
    package static func write(_ bytes: [UInt8], to path: String, permissions: UInt32 = 0o644) throws(SystemError) {
        let descriptor = Glibc.open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, mode_t(permissions))
        guard descriptor >= 0 else { throw .last("open") }
        defer { Glibc.close(descriptor) }
        try write(bytes, to: descriptor)
        try sync(descriptor)
    }

    package static func remove(_ path: String) throws(SystemError) {
        guard unlink(path) == 0 else { throw .last("unlink") }
    }

    package static func rename(_ path: String, to other: String) throws(SystemError) {
        guard Glibc.rename(path, other) == 0 else { throw .last("rename") }
    }

    /// Makes `path` and what is missing above it; one that exists is fine.
    package static func makeDirectory(_ path: String, permissions: UInt32 = 0o755) throws(SystemError) {
        if isDirectory(path) { return }
        if let slash = path.lastIndex(of: "/"), slash != path.startIndex {
            try makeDirectory(String(path[..<slash]), permissions: permissions)
        }
        guard mkdir(path, mode_t(permissions)) == 0 || errno == EEXIST else { throw .last("mkdir") }
    }

    package static func removeDirectory(_ path: String) throws(SystemError) {
        guard rmdir(path) == 0 else { throw .last("rmdir") }
    }

    /// The names in a directory, without "." and "..", in order.
    package static func names(in directory: String) throws(SystemError) -> [String] {
        guard let stream = opendir(directory) else { throw .last("opendir") }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { field in
                field.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names.sorted()
    }

    /// Makes names that were created or removed in `directory` durable (fsync(2), "does not necessarily ensure that the
    /// entry in the directory").
    package static func syncDirectory(_ directory: String) throws(SystemError) {
        let descriptor = Glibc.open(directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .last("open") }
        defer { Glibc.close(descriptor) }
        try sync(descriptor)
    }

    /// A file for reading and writing that has no name and ends with its descriptor.
    package static func openUnnamed(in directory: String) throws(SystemError) -> Int32 {
        let descriptor = Glibc.open(directory, ticketd_o_tmpfile | O_RDWR | O_CLOEXEC, 0o600)
        if descriptor >= 0 { return descriptor }
        // Some file systems lack O_TMPFILE (open(2)): a name that is taken away at once does the same.
        guard errno == EOPNOTSUPP || errno == EISDIR || errno == ENOENT else { throw .last("open") }
        var template = Array("\(directory)/.spool-XXXXXX".utf8CString)
        let named = mkstemp(&template)
        guard named >= 0 else { throw .last("mkstemp") }
        _ = fcntl(named, F_SETFD, FD_CLOEXEC)
        unlink(&template)
        return named
    }

    /// Makes a new file for writing; EEXIST when there is one.
    package static func create(_ path: String, permissions: UInt32 = 0o644) throws(SystemError) -> Int32 {
        let descriptor = Glibc.open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode_t(permissions))
        guard descriptor >= 0 else { throw .last("open") }
        return descriptor
    }

    /// Opens `path` for reading.
    package static func open(reading path: String) throws(SystemError) -> Int32 {
        let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .last("open") }
        return descriptor
    }

    /// Gives a file of `openUnnamed` a name; EEXIST when it is taken (linkat(2), `AT_SYMLINK_FOLLOW`).
    package static func link(_ descriptor: Int32, to path: String) throws(SystemError) {
        let from = "/proc/self/fd/\(descriptor)"
        guard linkat(AT_FDCWD, from, AT_FDCWD, path, AT_SYMLINK_FOLLOW) == 0 else { throw .last("linkat") }
    }

    /// At most `count` bytes from `offset` on; empty at the end. Leaves the descriptor's own position alone where the
    /// file has one.
    package static func read(_ descriptor: Int32, at offset: Int, count: Int) throws(SystemError) -> [UInt8] {
        var failure: SystemError?
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
            while initialized < count {
                guard let start = buffer.baseAddress else { return }
                var got = pread(descriptor, start + initialized, count - initialized, off_t(offset + initialized))
                if got < 0, errno == ESPIPE { got = Glibc.read(descriptor, start + initialized, count - initialized) }
                if got == 0 { return }
                if got > 0 {
                    initialized += got
                } else if errno != EINTR {
                    failure = .last("read")
                    return
                }
            }
        }
        if let failure { throw failure }
        return bytes
    }

    package static func write(_ bytes: [UInt8], to descriptor: Int32) throws(SystemError) {
        var failure: SystemError?
        bytes.withUnsafeBufferPointer { buffer in
            do throws(SystemError) { try write(buffer, to: descriptor) } catch { failure = error }
        }
        if let failure { throw failure }
    }

    /// Writes all of `bytes`, waiting when it must.
    package static func write(_ bytes: UnsafeBufferPointer<UInt8>, to descriptor: Int32) throws(SystemError) {
        guard let start = bytes.baseAddress else { return }
        var written = 0
        while written < bytes.count {
            let count = Glibc.write(descriptor, start + written, bytes.count - written)
            if count >= 0 {
                written += count
            } else if errno == EAGAIN {
                var waiting = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
                _ = poll(&waiting, 1, -1)
            } else if errno != EINTR {
                throw .last("write")
            }
        }
    }

    package static func sync(_ descriptor: Int32) throws(SystemError) {
        guard fsync(descriptor) == 0 else { throw .last("fsync") }
    }

    package static func rewind(_ descriptor: Int32) {
        _ = lseek(descriptor, 0, SEEK_SET)
    }

    package static func close(_ descriptor: Int32) { Glibc.close(descriptor) }

    /// A new empty directory under the system's place for temporary files.
    package static func makeTemporaryDirectory() throws(SystemError) -> String {
        let parent = System.environment("TMPDIR") ?? "/tmp"
        var template = Array("\(parent)/ticketd-XXXXXX".utf8CString)
        let made = template.withUnsafeMutableBufferPointer { buffer -> String? in
            guard let start = buffer.baseAddress, mkdtemp(start) != nil else { return nil }
            return String(cString: start)
        }
        guard let made else { throw .last("mkdtemp") }
        return made
    }
}
