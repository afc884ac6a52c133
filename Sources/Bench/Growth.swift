import Foundation
import Platform
import SQLite

/// What reads cost when the database is a hundred times larger.
extension Desk {
    /// How many tickets the small database has; this desk's has the many.
    static let few = 10_000
    static let many = 1_000_000
    private static let page = 990

    /// A read, as targets that are asked for one after the other.
    private struct GrowingRead {
        let name: String
        let targets: [String]
        /// Milliseconds that the 99th percentile may take among the many.
        var mostLatency = 25.0
    }

    /// - Parameter small: the database of few tickets.
    func measureGrowth(beside small: SeededDatabase) throws {
        let fewRates = try rates(of: small, isMany: false)
        let manyRates = try rates(of: seed, isMany: true)
        for (name, rate) in manyRates {
            guard let before = fewRates.first(where: { $0.name == name })?.rate else { continue }
            report.figure("growth_\(name)", before / rate, "x", must: .atMost(2))
        }
    }

    private func rates(of seed: SeededDatabase, isMany: Bool) throws -> [(name: String, rate: Double)] {
        let server = try TestServer(self, database: scratch.copy(seed.path, to: "server.db"))
        defer { server.stop() }
        if isMany { report.figure("start_many", server.startTime, "ms", must: .atMost(300)) }
        let token = try server.logIn("grace@example.com", isStaff: true)
        var rates: [(name: String, rate: Double)] = []
        for read in try reads(of: seed, token, server) {
            // Asked for on a condition, an answer is made anew each time, as while others write.
            let fresh = try script(of: read, token, "If-None-Match: \"-\"\r\n")
            _ = try wrk.run(server.url, seconds: 1, script: fresh)
            let result = try wrk.run(server.url, seconds: 1, script: fresh, poll: server.sampleMemory)
            rates.append((read.name, result.rate))
            guard isMany else { continue }
            report.figure("many_\(read.name)", result.rate, "req/s")
            report.figure("many_\(read.name)_p99", result.latency99, "ms", must: .atMost(read.mostLatency))
            let kept = try wrk.run(
                server.url, seconds: 1, script: try script(of: read, token, ""), poll: server.sampleMemory)
            report.figure("many_\(read.name)_kept_p99", kept.latency99, "ms", must: .atMost(read.mostLatency))
        }
        if isMany { report.figure("memory_many", server.peakMemory, "MB", must: .atMost(150)) }
        return rates
    }

    private func script(of read: GrowingRead, _ token: String, _ condition: String) throws -> String {
        let requests = read.targets.map {
            "GET \($0) HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer \(token)\r\n\(condition)\r\n"
        }
        return try wrk.script(of: requests, named: "growth.lua")
    }

    private func reads(of seed: SeededDatabase, _ token: String, _ server: TestServer) throws -> [GrowingRead] {
        let tickets = "/api/v1/admin/tickets"
        let words = try server.searchWords(report)
        let walked = try walk("\(tickets)?limit=10", pages: Desk.page, token, server)
        let step = seed.tickets / 5000
        func list(_ name: String, _ query: String) -> GrowingRead {
            GrowingRead(name: name, targets: ["\(tickets)?limit=20&\(query)"])
        }
        return [
            GrowingRead(name: "detail", targets: (0..<5000).map { "\(tickets)/\($0 * step + 1)" }),
            list("list", "status=open"), list("filter", "status=open&category=billing&priority=high"),
            list("filter_many", "status=closed,resolved&category=billing&priority=high&channel=chat"),
            list("sort_created", "order=created_at"), list("sort_priority", "order=-priority"),
            list("sort_due", "order=sla_due_at"), list("assignee", "assigned_to_id=none"),
            GrowingRead(name: "cursor_page", targets: [walked[walked.count - 1]]),
            list("search", "q=\(words.rare)"),
            GrowingRead(name: "search_common", targets: ["\(tickets)?limit=20&q=\(words.common)"], mostLatency: 50),
            GrowingRead(name: "stats", targets: ["/api/v1/admin/stats"]),
            GrowingRead(name: "notifications", targets: ["/api/v1/admin/notifications"]),
        ]
    }

    /// The targets of the pages that follow each other from `path` on.
    func walk(_ path: String, pages: Int, _ token: String, _ server: TestServer) throws -> [String] {
        var targets = [path]
        while targets.count < pages {
            let text = try server.client.get(targets[targets.count - 1], token: token).text
            guard let name = text.range(of: "\"next_cursor\":\""),
                let end = text[name.upperBound...].firstIndex(of: "\"")
            else { break }
            targets.append("\(path)&cursor=\(text[name.upperBound..<end])")
        }
        return targets
    }
}

extension TestServer {
    /// A word of some hundred rows of the search index, and the one that most rows have.
    func searchWords(_ report: Report) throws -> (rare: String, common: String) {
        // A connection that only reads may not have temporary tables either.
        let db = try Connection(path: database, mode: .readWrite)
        var (rare, common) = ("", "")
        var (nearest, most) = (Int64.max, Int64(0))
        try db.run("CREATE VIRTUAL TABLE temp.search_words USING fts5vocab(main, search, row)")
        // In the order of the index what a word is the beginning of comes right behind it: the rare one is to be a whole
        // word. Words of customers, by which a search keeps to what is theirs, begin with U+E000.
        var candidate: (term: String, count: Int64)?
        try db.each("SELECT term, doc FROM temp.search_words WHERE unicode(term) <> 57344 AND length(term) > 2") {
            let (term, count) = ($0.text(0), $0.integer(1))
            if count > most { (most, common) = (count, term) }
            if let last = candidate, !term.hasPrefix(last.term), abs(last.count - 500) < nearest {
                (nearest, rare) = (abs(last.count - 500), last.term)
            }
            candidate = count <= 1000 ? (term, count) : nil
        }
        guard !common.isEmpty else { throw BenchError("the search index has no words") }
        report.note("searched for \(rare) and \(common)")
        return (rare.isEmpty ? common : rare, common)
    }
}
