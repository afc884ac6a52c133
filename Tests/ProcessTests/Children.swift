import Foundation
import Platform

/// Starts processes. One thread starts them all and lives as long as the tests: the kernel ends the children with the
/// thread that started them (PR_SET_PDEATHSIG), so a test run that is cut off leaves no server behind.
enum Children {
    struct Refused: Error { let reason: String }

    /// What a child reads and writes; -1 is nothing.
    struct Streams: Sendable {
        var input: Int32 = -1
        var output: Int32 = -1
        var error: Int32 = -1
    }

    private static let orders = BoundedQueue<@Sendable () -> Void>(capacity: 1024)
    private static let thread = try? NamedThread("spawner") {
        while let order = orders.takeFirst() { order() }
    }

    /// Runs `work` on the thread that starts processes: what it opens and closes there no child inherits by accident.
    static func onSpawner<T: Sendable>(_ work: @escaping @Sendable () throws -> T) throws -> T {
        guard thread != nil else { throw Refused(reason: "there is no thread to start processes on") }
        let answer = BoundedQueue<Result<T, any Error>>(capacity: 1)
        _ = orders.put { _ = answer.put(Result { try work() }) }
        guard let result = answer.takeFirst() else { throw Refused(reason: "the spawner ended") }
        return try result.get()
    }

    /// Starts `words` in `folder` with exactly the variables given. Call it on the spawner.
    static func spawn(
        _ words: [String], in folder: String, environment: [String: String], _ streams: Streams
    ) throws -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        for (number, descriptor) in [streams.input, streams.output, streams.error].enumerated() {
            if descriptor >= 0 {
                posix_spawn_file_actions_adddup2(&actions, descriptor, Int32(number))
            } else {
                posix_spawn_file_actions_addopen(&actions, Int32(number), "/dev/null", O_RDWR, 0)
            }
        }
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var signals = sigset_t()
        sigemptyset(&signals)
        posix_spawnattr_setsigmask(&attributes, &signals)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))

        let all = ["/usr/bin/env", "-C", folder, "setpriv", "--pdeathsig", "KILL"] + words
        var variables = environment
        variables["PATH"] = variables["PATH"] ?? "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
        // Where a build that counts covered lines writes what it has counted; by default that is the child's folder.
        variables["LLVM_PROFILE_FILE"] = ProcessInfo.processInfo.environment["LLVM_PROFILE_FILE"]
        var arguments: [UnsafeMutablePointer<CChar>?] = all.map { strdup($0) } + [nil]
        var pairs: [UnsafeMutablePointer<CChar>?] = variables.map { strdup("\($0.key)=\($0.value)") } + [nil]
        defer {
            for pointer in arguments { free(pointer) }
            for pointer in pairs { free(pointer) }
        }
        var pid = pid_t()
        let code = posix_spawn(&pid, all[0], &actions, &attributes, &arguments, &pairs)
        guard code == 0 else { throw SystemError(call: "posix_spawn", code: code) }
        return pid
    }

    /// Waits for the end of `pid`.
    ///
    /// - Returns: its exit code, or the negative number of the signal that ended it.
    @discardableResult
    static func wait(for pid: pid_t) -> Int32 {
        var status: Int32 = 0
        while waitpid(pid, &status, 0) < 0, errno == EINTR { continue }
        let signal = status & 0x7F
        return signal == 0 ? (status >> 8) & 0xFF : -signal
    }
}

/// How a command ended and what it said.
struct Outcome: Sendable {
    let code: Int32
    let output: String
    let error: String
}

/// A folder of a test's own, removed with all that is in it.
final class Folder: Sendable {
    let path: String

    init() throws { path = try File.makeTemporaryDirectory() }

    deinit {
        // What is left behind stands under the system's folder for temporary files.
        try? FileManager.default.removeItem(atPath: path)
    }

    subscript(_ name: String) -> String { path + "/" + name }

    func write(_ text: String, to name: String) throws -> String {
        try File.write(Array(text.utf8), to: self[name])
        return self[name]
    }

    func text(_ name: String) throws -> String { String(decoding: try File.read(self[name]), as: UTF8.self) }

    /// Runs a command here and waits for its end; after two minutes it is killed.
    func run(_ words: [String], environment: [String: String] = [:], input: String = "") throws -> Outcome {
        let pid = try Children.onSpawner { [self] in
            let tag = UUID().uuidString
            let inputPath = try write(input, to: "\(tag).in")
            var streams = Children.Streams()
            defer { for descriptor in [streams.input, streams.output, streams.error] { _ = close(descriptor) } }
            streams.input = open(inputPath, O_RDONLY | O_CLOEXEC)
            streams.output = open(self["\(tag).out"], O_CREAT | O_WRONLY | O_CLOEXEC, 0o600)
            streams.error = open(self["\(tag).err"], O_CREAT | O_WRONLY | O_CLOEXEC, 0o600)
            let pid = try Children.spawn(
                ["timeout", "-k", "5", "120"] + words, in: path, environment: environment, streams)
            return (pid, tag)
        }
        let code = Children.wait(for: pid.0)
        let outcome = Outcome(code: code, output: try text("\(pid.1).out"), error: try text("\(pid.1).err"))
        for end in ["in", "out", "err"] { try File.remove(self["\(pid.1).\(end)"]) }
        return outcome
    }

    /// Runs the product here.
    func ticketd(
        _ words: String..., environment: [String: String] = [:], input: String = ""
    ) throws -> Outcome {
        try run([Product.binary] + words, environment: environment, input: input)
    }
}

/// Where things are.
enum Product {
    /// The root of the package, from this file's place in it.
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path

    static let binary = variable("TICKETD_BINARY") ?? root + "/.build/debug/ticketd"

    static func variable(_ name: String) -> String? {
        ProcessInfo.processInfo.environment[name].flatMap { $0.isEmpty ? nil : $0 }
    }
}
