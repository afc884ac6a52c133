import Foundation
import Platform

/// A process of ours. It is killed when this object goes, and by the kernel when this process dies (`setpriv
/// --pdeathsig`, util-linux), so that a failed or cut run leaves nothing behind.
final class Child {
    private let process = Process()
    private let name: String
    private let outputPath: String

    /// - Parameter output: a file for what the process prints, both streams.
    init(_ tools: Tools, _ path: String, _ arguments: [String], output: String) throws {
        name = URL(fileURLWithPath: path).lastPathComponent
        outputPath = output
        guard FileManager.default.createFile(atPath: output, contents: nil),
            let sink = FileHandle(forWritingAtPath: output)
        else { throw BenchError("cannot write \(output)") }
        process.executableURL = URL(fileURLWithPath: tools.setpriv)
        process.arguments = ["--pdeathsig", "KILL", "--", path] + arguments
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = sink
        process.standardError = sink
        try process.run()
        // The child has its own descriptor by now.
        try sink.close()
    }

    deinit { kill() }

    var id: Int32 { process.processIdentifier }
    var isRunning: Bool { process.isRunning }

    /// What it has printed so far.
    var output: String {
        // Only read to be shown or searched: no output is an empty one.
        (try? File.read(outputPath)).map { String(decoding: $0, as: UTF8.self) } ?? ""
    }

    /// Waits for the end.
    ///
    /// - Parameter poll: called about ten times a second meanwhile.
    func wait(seconds: Double, poll: () -> Void = {}) throws {
        let deadline = Clock.monotonicNanoseconds + Int64(seconds * 1e9)
        var turns = 0
        while process.isRunning {
            guard Clock.monotonicNanoseconds < deadline else {
                kill()
                throw BenchError("\(name) did not end within \(Int(seconds)) s")
            }
            usleep(10_000)
            turns += 1
            if turns % 10 == 0 { poll() }
        }
        guard process.terminationStatus == 0 else {
            throw BenchError("\(name) ended with \(process.terminationStatus): \(output.suffix(500))")
        }
    }

    /// Asks it to end, and makes it after five seconds.
    func stop() {
        guard process.isRunning else { return }
        process.terminate()
        for _ in 0..<500 where process.isRunning { usleep(10_000) }
        kill()
    }

    private func kill() {
        guard process.isRunning else { return }
        Foundation.kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }
}

/// The programs that are needed beside the server.
struct Tools {
    let nginx: String
    let wrk: String
    let setpriv: String

    init() throws {
        nginx = try Tools.find("nginx", package: "nginx-light")
        wrk = try Tools.find("wrk", package: "wrk")
        setpriv = try Tools.find("setpriv", package: "util-linux")
    }

    private static func find(_ name: String, package: String) throws -> String {
        let path = (System.environment("PATH") ?? "").split(separator: ":").map(String.init)
        for folder in path + ["/usr/sbin", "/sbin", "/usr/bin"] where File.exists("\(folder)/\(name)") {
            return "\(folder)/\(name)"
        }
        throw BenchError("\(name) is missing; install it with `.ci/deps build bench` or `apt-get install \(package)`")
    }
}
