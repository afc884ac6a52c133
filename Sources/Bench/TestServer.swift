import Foundation
import Platform

/// A running server on a copy of the seeded database.
final class TestServer {
    /// Signs tokens alike on every copy, so that one login serves all rounds.
    private static let secret = "a secret for measuring on loopback alone"

    let port: UInt16
    let database: String
    /// From the start of the process to its first answer, in milliseconds.
    let startTime: Double
    /// The largest Pss seen under load, in MB.
    private(set) var peakMemory = 0.0
    private let child: Child

    init(_ desk: Desk, database: String) throws {
        self.database = database
        port = try HTTPClient.freePort()
        let began = Clock.monotonicNanoseconds
        child = try Child(
            desk.tools, desk.binary,
            [
                "serve", "--listen", "127.0.0.1:\(port)", "--database", database, "--rate-limits", "off", "--log-level",
                "warning", "--jwt-secret", TestServer.secret, "--max-connections", "20000",
            ], output: desk.scratch.file("server.log"))
        let client = HTTPClient(port: port)
        while true {
            // Refused until it listens.
            if let answer = try? client.get("/healthz"), answer.status == 200 { break }
            guard child.isRunning, Clock.monotonicNanoseconds - began < 30_000_000_000 else {
                throw BenchError("the server does not answer: \(child.output.suffix(500))")
            }
            usleep(500)
        }
        startTime = Double(Clock.monotonicNanoseconds - began) / 1e6
    }

    var client: HTTPClient { HTTPClient(port: port) }
    var url: String { "http://127.0.0.1:\(port)" }
    var isRunning: Bool { child.isRunning }

    /// The process's share of memory (proc(5), smaps_rollup) in MB.
    var memory: Double {
        // A process that just ended has no such file.
        guard let bytes = try? File.read("/proc/\(child.id)/smaps_rollup", limit: 65_536) else { return 0 }
        let line = String(decoding: bytes, as: UTF8.self).split(separator: "\n").first { $0.hasPrefix("Pss:") }
        let kilobytes = line?.split(separator: " ").dropFirst().first.flatMap { Double($0) }
        return (kilobytes ?? 0) / 1024
    }

    func sampleMemory() { peakMemory = max(peakMemory, memory) }

    func stop() { child.stop() }

    /// A real token.
    func logIn(_ email: String, isStaff: Bool) throws -> String {
        let answer = try client.post(
            isStaff ? "/api/v1/admin/auth/login" : "/api/v1/auth/login",
            "{\"email\":\"\(email)\",\"password\":\"demo-password\"}")
        let object = try JSONSerialization.jsonObject(with: Data(answer.body)) as? [String: Any]
        guard let token = object?["access_token"] as? String else {
            throw BenchError("cannot log in as \(email): \(answer.status) \(answer.text.prefix(200))")
        }
        return token
    }
}
