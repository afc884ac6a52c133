import CLinux
import Glibc

/// The process and what surrounds it.
package enum System {
    /// Processors that this process may run on; 1 or more.
    package static var processorCount: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

    package static var processID: Int32 { getpid() }

    package static func environment(_ name: String) -> String? {
        guard let value = getenv(name) else { return nil }
        return String(cString: value)
    }

    /// The command line without the program's name.
    package static var arguments: [String] { Array(CommandLine.arguments.dropFirst()) }

    /// Raises the number of descriptors that this process may have open as far as it may, and says how many that is.
    @discardableResult
    package static func raiseDescriptorLimit(to wanted: UInt = 1 << 20) -> Int {
        var limit = rlimit()
        guard ticketd_get_file_limit(&limit) == 0 else { return 1024 }
        let target = min(max(wanted, limit.rlim_cur), limit.rlim_max)
        var raised = rlimit(rlim_cur: target, rlim_max: limit.rlim_max)
        return Int(clamping: ticketd_set_file_limit(&raised) == 0 ? target : limit.rlim_cur)
    }

    /// Lets each of malloc's arenas keep up to 4 MB that were freed (mallopt(3)): the default of 128 kB gives memory back
    /// and asks for it anew, page by page, with each group of writes.
    package static func keepFreedMemory() { ticketd_keep_freed_memory(4 << 20) }

    package static func exit(_ code: Int32) -> Never { Glibc.exit(code) }
}

/// Standard input, output and error of a command.
package enum Console {
    package static func write(_ text: String) { put(text, STDOUT_FILENO) }

    package static func writeError(_ text: String) { put(text, STDERR_FILENO) }

    package static var inputIsTerminal: Bool { isatty(STDIN_FILENO) == 1 }

    package static var errorIsTerminal: Bool { isatty(STDERR_FILENO) == 1 }

    package static var outputIsTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

    /// The next line of standard input without its line feed; nil at the end. What is typed is not shown while
    /// `isSecret`.
    package static func readLine(isSecret: Bool = false) -> String? {
        guard isSecret, inputIsTerminal else { return Swift.readLine() }
        var before = termios()
        guard tcgetattr(STDIN_FILENO, &before) == 0 else { return Swift.readLine() }
        var silent = before
        silent.c_lflag &= ~tcflag_t(ECHO)
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent)
        defer {
            tcsetattr(STDIN_FILENO, TCSAFLUSH, &before)
            write("\n")
        }
        return Swift.readLine()
    }

    private static func put(_ text: String, _ descriptor: Int32) {
        var text = text
        text.withUTF8 { bytes in
            // A reader that went away (`ticketd export | head`) is no reason to fail.
            _ = try? File.write(bytes, to: descriptor)
        }
    }
}
