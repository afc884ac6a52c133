import Foundation
import Platform

/// A running `ticketd serve` on a free port of the loopback device.
final class TicketdServer: Sendable {
    struct DidNotServe: Error, CustomStringConvertible {
        let log: String
        var description: String { "the server did not start to serve:\n\(log)" }
    }

    /// How long a start may take, in milliseconds: generous, because tests run beside each other on few cores.
    private static let longestStart: Int32 = 60_000
    static let admin = (email: "admin@example.com", password: "an admin's password")

    /// As a URL names it.
    let host: String
    let port: UInt16
    let folder: Folder
    private let pid: pid_t
    private let ending = Guarded<Int32?>(nil)
    private let lines = Guarded<[String]>([])
    private let drain: NamedThread

    /// Starts the server with its database in `folder` and waits for the line in its log that says that it serves.
    ///
    /// - Parameters:
    ///   - flags: further flags of `serve`; limits are off and the first admin is `admin` unless they say otherwise.
    ///   - listen: the last is where tests connect to.
    ///   - wrapper: a command that runs the rest of its line, such as `prlimit`.
    init(
        in folder: Folder, _ flags: [String] = [], listen: [String] = ["127.0.0.1:0"], database: String = "ticketd.db",
        environment: [String: String] = TicketdServer.adminVariables, rateLimits: Bool = false,
        wrapper: [String] = []
    ) throws {
        let words =
            wrapper + [Product.binary, "serve", "--database", database] + listen.flatMap { ["--listen", $0] }
            + (rateLimits ? [] : ["--rate-limits", "off"]) + flags
        let (pid, reading) = try Children.onSpawner {
            var ends: [Int32] = [-1, -1]
            guard pipe(&ends) == 0 else { throw SystemError(call: "pipe", code: errno) }
            for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
            let output = open(folder["output"], O_CREAT | O_WRONLY | O_APPEND | O_CLOEXEC, 0o600)
            defer {
                close(ends[1])
                close(output)
            }
            let streams = Children.Streams(output: output, error: ends[1])
            return (try Children.spawn(words, in: folder.path, environment: environment, streams), ends[0])
        }
        self.pid = pid
        self.folder = folder
        host = listen.last.map { String($0.prefix(upTo: $0.lastIndex(of: ":") ?? $0.endIndex)) } ?? ""
        do {
            port = try TicketdServer.waitForPort(reading)
        } catch {
            Foundation.kill(pid, SIGKILL)
            Children.wait(for: pid)
            close(reading)
            throw error
        }
        let lines = lines
        drain = try NamedThread("server-log") {
            var rest = ""
            while let text = TicketdServer.more(reading) {
                rest += text
                while let end = rest.firstIndex(of: "\n") {
                    let line = String(rest[..<end])
                    rest.removeSubrange(...end)
                    lines.withLock { $0.append(line) }
                }
            }
            close(reading)
        }
    }

    deinit { kill() }

    static let adminVariables = [
        "TICKETD_ADMIN_EMAIL": admin.email, "TICKETD_ADMIN_PASSWORD": admin.password,
    ]

    /// What the log says after "serving".
    var log: String { lines.withLock { $0.joined(separator: "\n") } }

    var processID: Int32 { pid }

    /// Ends the server without a chance to tidy up.
    func kill() { _ = end(SIGKILL) }

    /// Asks the server to stop and waits for its end.
    ///
    /// - Returns: its exit code.
    func terminate() -> Int32 { end(SIGTERM) }

    /// Asks the server to stop and does not wait.
    func askToStop() { Foundation.kill(pid, SIGTERM) }

    private func end(_ signal: Int32) -> Int32 {
        ending.withLock { ended in
            if let ended { return ended }
            Foundation.kill(pid, signal)
            let code = Children.wait(for: pid)
            drain.join()
            ended = code
            return code
        }
    }

    private static func waitForPort(_ reading: Int32) throws -> UInt16 {
        var text = ""
        while true {
            if let line = text.split(separator: "\n").first(where: { $0.contains("info serving") }),
                line.hasSuffix("\""), let colon = line.lastIndex(of: ":"),
                let port = UInt16(line[line.index(after: colon)...].dropLast())
            {
                return port
            }
            var waiting = pollfd(fd: reading, events: Int16(POLLIN), revents: 0)
            guard poll(&waiting, 1, longestStart) > 0, let more = more(reading) else { throw DidNotServe(log: text) }
            text += more
        }
    }

    /// What comes next, nil at the end.
    private static func more(_ reading: Int32) -> String? {
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        let count = read(reading, &buffer, buffer.count)
        return count > 0 ? String(decoding: buffer[..<count], as: UTF8.self) : nil
    }
}
