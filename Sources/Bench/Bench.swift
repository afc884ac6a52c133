import Foundation
import Platform

/// Measures a server binary against what bounds it: nginx, and the SQLite library. Prints `name value unit` lines.
struct Bench {
    static let usage = "usage: Bench --server PATH [--only NAME] [--quick] [--tickets N]"
    /// What `--only` takes.
    static let parts = reads + ["create", "create_256", "reply", "classify", "cost", "growth"]
    private static let reads = ["healthz", "ticket_detail", "list", "list_pages"]

    var server = ".build/release/ticketd"
    var only: String?
    var isQuick = false
    var tickets = 100_000

    init(arguments: [String]) throws {
        var rest = arguments[...]
        while let word = rest.popFirst() {
            switch word {
            case "--server":
                guard let path = rest.popFirst() else { throw BenchError(Bench.usage) }
                server = path
            case "--only":
                guard let name = rest.popFirst(), Bench.parts.contains(name) else {
                    throw BenchError("--only takes one of \(Bench.parts.joined(separator: ", "))")
                }
                only = name
            case "--quick": isQuick = true
            case "--tickets":
                guard let number = rest.popFirst().flatMap({ Int($0) }), (1000...10_000_000).contains(number) else {
                    throw BenchError("--tickets must be a number from 1000 to 10000000")
                }
                tickets = number
            default: throw BenchError(Bench.usage)
            }
        }
    }

    func run() throws {
        guard File.exists(server) else { throw BenchError("there is no server binary \(server); build it first") }
        let tools = try Tools()
        let report = Report()
        report.note("machine \(Machine.description)")
        let scratch = try Scratch()
        defer { scratch.remove() }
        let seed = try SeededDatabase(server: server, tickets: tickets, report: report)
        let desk = Desk(
            binary: server, seed: seed, scratch: scratch, tools: tools, report: report, rounds: isQuick ? 1 : 3,
            seconds: isQuick ? 2 : 3)

        if wants("classify") { try desk.measureClassifier() }
        if wants("cost") { try desk.measureCost() }
        if Bench.reads.contains(where: wants) { try desk.measureReads(wants) }
        if wants("reply") { try desk.measureReplies() }
        if wants("create") { try desk.measureCreates(connections: 32) }
        if wants("create_256") { try desk.measureCreates(connections: 256) }
        if wants("growth") { try measureGrowth(beside: desk) }
        report.note("load afterwards \(Machine.load)")
    }

    private func measureGrowth(beside desk: Desk) throws {
        let report = desk.report
        let few = try SeededDatabase(server: server, tickets: Desk.few, report: report)
        let many = try SeededDatabase(server: server, tickets: Desk.many, report: report)
        try Desk(
            binary: server, seed: many, scratch: desk.scratch, tools: desk.tools, report: report, rounds: 1,
            seconds: desk.seconds
        ).measureGrowth(beside: few)
    }

    private func wants(_ part: String) -> Bool { only == nil || only == part }
}

/// What the figures were measured on.
enum Machine {
    static var description: String {
        let model = text("/proc/cpuinfo").split(separator: "\n").first { $0.hasPrefix("model name") }
            .flatMap { $0.split(separator: ":").last }.map { $0.trimmingCharacters(in: .whitespaces) }
        return "\(System.processorCount) cores, \(model ?? "unknown processor"), load \(load)"
    }

    /// The load of the last minute: other work makes every figure smaller, the ratios less so.
    static var load: String { text("/proc/loadavg").split(separator: " ").first.map(String.init) ?? "unknown" }

    private static func text(_ path: String) -> String {
        // A machine without these files is only described less well.
        (try? File.read(path, limit: 1 << 20)).map { String(decoding: $0, as: UTF8.self) } ?? ""
    }
}
