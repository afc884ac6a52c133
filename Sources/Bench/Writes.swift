import Platform
import SQLite

/// Writes beside the bare SQLite library writing the same rows.
extension Desk {
    /// How many different requests there are: more than a round sends of replies, so that each ticket gets about one.
    private static let requests = 20_000

    func measureCreates(connections: Int) throws {
        let name = connections == 32 ? "create" : "create_\(connections)"
        let texts = try seed.descriptions(Desk.requests / 4)
        guard !texts.isEmpty else { throw BenchError("the seeded database has no texts") }
        try compare(name, connections, must: connections == 32 ? 0.4 : 0.35) { tokens in
            try (0..<Desk.requests).map { index in
                let text = texts[index % texts.count]
                let body = """
                    {"subject":\(try Desk.quoted(text.subject)),\
                    "description":\(try Desk.quoted("\(text.text) (\(index))"))}
                    """
                return HTTPClient.request(
                    "POST", "/api/v1/tickets", body, tokens.customers[index % tokens.customers.count], closes: false)
            }
        } replay: { written in
            CreateReplay(written)
        }
    }

    func measureReplies() throws {
        let tickets = try seed.answerableTickets(Desk.requests)
        let texts = try seed.replies(2000)
        guard !tickets.isEmpty, !texts.isEmpty else { throw BenchError("the seeded database has no open tickets") }
        try compare("reply", 32, must: 0.4) { tokens in
            try tickets.enumerated().map { index, ticket in
                HTTPClient.request(
                    "POST", "/api/v1/admin/tickets/\(ticket)/messages",
                    "{\"body\":\(try Desk.quoted(texts[index % texts.count]))}", tokens.agent, closes: false)
            }
        } replay: { written in
            try ReplyReplay(written, since: seed.path)
        }
    }

    /// Every round begins with a fresh copy on both sides; the first second of each is not counted.
    private func compare(
        _ name: String, _ connections: Int, must: Double,
        requests: (_ tokens: (agent: String, customers: [String])) throws -> [String],
        replay: (WrittenRows) throws -> any Replay
    ) throws {
        var pairs: [(ours: Double, reference: Double)] = []
        var latencies: [Double] = []
        var memory = 0.0
        var script: String?
        var rows: (any Replay)?
        for _ in 0..<rounds {
            let server = try startServer()
            defer { server.stop() }
            let path: String
            if let script {
                path = script
            } else {
                path = try wrk.script(of: requests(tokens(from: server)), named: "\(name).lua")
                script = path
            }
            let load = { (seconds: Int, offset: Int) throws in
                try self.wrk.run(
                    server.url, connections: connections, seconds: seconds, script: path, offset: offset,
                    poll: server.sampleMemory)
            }
            _ = try load(1, Desk.requests / 2)
            let ours = try load(seconds, 0)
            guard server.isRunning else { throw BenchError("the server has died") }
            latencies.append(ours.latency99)
            memory = max(memory, server.peakMemory)
            server.stop()

            let known = try rows ?? replay(WrittenRows(of: server.database, since: seed.path))
            rows = known
            let copy = try scratch.copy(seed.path, to: "reference.db")
            pairs.append((ours.rate, try known.run(on: copy, group: connections, seconds: seconds)))
        }
        report.compared(name, "req/s", pairs, must: must)
        report.figure("\(name)_p99", Statistics.median(latencies), "ms")
        report.figure("memory_\(name)", memory, "MB", must: .atMost(150))
    }
}
