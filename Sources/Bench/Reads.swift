import Platform

/// Reads beside nginx with the same bytes.
extension Desk {
    func measureReads(_ wants: (String) -> Bool) throws {
        let server = try startServer()
        defer { server.stop() }
        let tokens = try tokens(from: server)
        let staff = "Authorization: Bearer \(tokens.agent)"
        let listPath = "/api/v1/admin/tickets?status=open&limit=20"
        let list = try server.client.get(listPath, token: tokens.agent)
        guard list.status == 200 else { throw BenchError("the list answers \(list.status)") }
        let details = try detailPaths(tokens.customers)
        let detail = try medianAnswer(details, from: server)
        report.note("ticket_detail \(detail.count) bytes, list \(list.body.count) bytes")
        let nginx = try Nginx(
            tools, scratch, files: [("detail.json", detail), ("list.json", list.body)])
        defer { nginx.stop() }

        if wants("healthz") {
            try compare("healthz", must: 0.8, server) { url, isOurs, seconds in
                try wrk.run("\(url)/healthz", seconds: seconds, poll: isOurs ? server.sampleMemory : {})
            } at: {
                $0 ? server.url : nginx.url
            }
        }
        if wants("ticket_detail") {
            let ours = try wrk.script(of: details.map { request($0.path, $0.token) }, named: "detail.lua")
            // The same heads, so that both read the same and wrk does the same.
            let theirs = try wrk.script(of: details.map { request("/detail.json", $0.token) }, named: "nginx.lua")
            try compare("ticket_detail", must: 0.6, server) { url, isOurs, seconds in
                try wrk.run(
                    url, seconds: seconds, script: isOurs ? ours : theirs, poll: isOurs ? server.sampleMemory : {})
            } at: {
                $0 ? server.url : nginx.url
            }
        }
        if wants("list") {
            try compare("list", must: 0.3, server) { url, isOurs, seconds in
                try wrk.run(
                    url + (isOurs ? listPath : "/list.json"), seconds: seconds, headers: [staff],
                    poll: isOurs ? server.sampleMemory : {})
            } at: {
                $0 ? server.url : nginx.url
            }
        }
        if wants("list_pages") {
            // More bytes than a loop keeps: nearly each is read and written anew.
            let pages = try walk("/api/v1/admin/tickets?limit=20", pages: 400, tokens.agent, server)
            let script = try wrk.script(of: pages.map { request($0, tokens.agent) }, named: "pages.lua")
            let result = try wrk.run(server.url, seconds: seconds, script: script, poll: server.sampleMemory)
            report.figure("list_pages", result.rate, "req/s")
            report.figure("list_pages_p99", result.latency99, "ms")
        }
        report.figure("memory_reads", server.peakMemory, "MB", must: .atMost(150))
    }

    private func compare(
        _ name: String, must: Double, _ server: TestServer,
        _ load: (_ url: String, _ isOurs: Bool, _ seconds: Int) throws -> Wrk.Result, at url: (Bool) -> String
    ) throws {
        _ = try load(url(true), true, 1)
        _ = try load(url(false), false, 1)
        var pairs: [(ours: Double, reference: Double)] = []
        var latencies: [Double] = []
        for _ in 0..<rounds {
            let ours = try load(url(true), true, seconds)
            let reference = try load(url(false), false, seconds)
            guard server.isRunning else { throw BenchError("the server has died") }
            pairs.append((ours.rate, reference.rate))
            latencies.append(ours.latency99)
        }
        report.compared(name, "req/s", pairs, must: must)
        report.figure("\(name)_p99", Statistics.median(latencies), "ms")
    }

    private func request(_ path: String, _ token: String) -> String {
        HTTPClient.request("GET", path, nil, token, closes: false)
    }

    private func detailPaths(_ tokens: [String]) throws -> [(path: String, token: String)] {
        let customers = try seed.customers(Desk.customers)
        let longest = customers.map(\.tickets.count).max() ?? 0
        // One ticket of each customer after the other: neighbours in time are not neighbours in the file.
        return (0..<longest).flatMap { index in
            zip(customers, tokens).compactMap { customer, token in
                customer.tickets.count > index ? ("/api/v1/tickets/\(customer.tickets[index])", token) : nil
            }
        }
    }

    private func medianAnswer(_ requests: [(path: String, token: String)], from server: TestServer) throws -> [UInt8] {
        let answers = try requests.prefix(200).map { try server.client.get($0.path, token: $0.token) }
        guard answers.allSatisfy({ $0.status == 200 }), !answers.isEmpty else {
            throw BenchError("a ticket's detail answers \(answers.map(\.status).first { $0 != 200 } ?? 0)")
        }
        return answers.map(\.body).sorted { $0.count < $1.count }[answers.count / 2]
    }
}
