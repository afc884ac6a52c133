import CLinux
import Glibc

/// The signals that end the process, taken from a descriptor instead of a handler.
///
/// Make it first in `main`, before any thread is started: a thread inherits the blocked signals, and one that does not
/// would die of them.
package final class Signals: Sendable {
    package enum Signal: Sendable {
        /// SIGTERM or SIGINT: finish what is in progress and end.
        case terminate
        /// SIGHUP: by custom, open the log again.
        case hangUp
    }

    private let descriptor: Int32

    /// Blocks SIGTERM, SIGINT and SIGHUP for this thread and those it starts, and ignores SIGPIPE for the process.
    package init() throws(SystemError) {
        signal(SIGPIPE, SIG_IGN)
        var set = sigset_t()
        sigemptyset(&set)
        sigaddset(&set, SIGTERM)
        sigaddset(&set, SIGINT)
        sigaddset(&set, SIGHUP)
        let code = pthread_sigmask(SIG_BLOCK, &set, nil)
        guard code == 0 else { throw SystemError(call: "pthread_sigmask", code: code) }
        descriptor = signalfd(-1, &set, ticketd_signalfd_flags)
        guard descriptor >= 0 else { throw .last("signalfd") }
    }

    deinit { close(descriptor) }

    /// Waits for the next signal.
    package func next() -> Signal {
        var info = signalfd_siginfo()
        while true {
            let got = read(descriptor, &info, MemoryLayout<signalfd_siginfo>.size)
            if got == MemoryLayout<signalfd_siginfo>.size {
                return Int32(bitPattern: info.ssi_signo) == SIGHUP ? .hangUp : .terminate
            }
            // A descriptor that cannot be read would make this spin: ending is what the signal would have meant.
            if got >= 0 || errno != EINTR { return .terminate }
        }
    }

    /// Ignores the signals of failed writes: a reader that went away (SIGPIPE) and a file at the size limit (SIGXFSZ) are
    /// errors of a call, not ends of the process.
    package static func ignoreFailedWrites() {
        signal(SIGPIPE, SIG_IGN)
        signal(SIGXFSZ, SIG_IGN)
    }
}
