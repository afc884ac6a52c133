import CLinux
import Glibc

/// A lock on a folder that holds between processes as well as between threads (flock(2)); let go with its last owner.
package final class FolderLock: Sendable {
    /// Many may share it, while nobody holds it alone.
    package enum Kind: Sendable { case shared, exclusive }

    private let descriptor: Int32

    /// Waits for the lock that the file at `path` stands for; the file is made when it is not there.
    package init(_ path: String, _ kind: Kind) throws(SystemError) {
        descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw .last("open") }
        while flock(descriptor, kind == .shared ? LOCK_SH : LOCK_EX) != 0 {
            guard errno == EINTR else {
                let error = SystemError.last("flock")
                close(descriptor)
                throw error
            }
        }
    }

    deinit { close(descriptor) }
}
