import Foundation
import Platform

/// What all measurements share.
final class Desk {
    /// Customers whose tokens and tickets the load is made of.
    static let customers = 64

    let binary: String
    let seed: SeededDatabase
    let scratch: Scratch
    let tools: Tools
    let report: Report
    let rounds: Int
    /// How long wrk runs each time.
    let seconds: Int

    init(
        binary: String, seed: SeededDatabase, scratch: Scratch, tools: Tools, report: Report, rounds: Int, seconds: Int
    ) {
        self.binary = binary
        self.seed = seed
        self.scratch = scratch
        self.tools = tools
        self.report = report
        self.rounds = rounds
        self.seconds = seconds
    }

    private var known: (agent: String, customers: [String])?

    var wrk: Wrk { Wrk(tools: tools, scratch: scratch) }

    /// A server on a fresh copy.
    func startServer() throws -> TestServer {
        try TestServer(self, database: scratch.copy(seed.path, to: "server.db"))
    }

    /// A token of the admin and one of each customer, by logging in once a run.
    func tokens(from server: TestServer) throws -> (agent: String, customers: [String]) {
        if let known { return known }
        let made = (
            agent: try server.logIn("grace@example.com", isStaff: true),
            customers: try seed.customers(Desk.customers).map { try server.logIn($0.email, isStaff: false) }
        )
        known = made
        return made
    }

    /// A JSON text of a string.
    static func quoted(_ text: String) throws -> String {
        let data = try JSONSerialization.data(
            withJSONObject: text, options: [.fragmentsAllowed, .withoutEscapingSlashes])
        return String(decoding: data, as: UTF8.self)
    }
}
