import Foundation
import Platform

/// Runs wrk: one thread, so many connections.
struct Wrk {
    struct Result {
        /// Successful answers a second.
        let rate: Double
        /// Milliseconds.
        let latency99: Double
    }

    let tools: Tools
    let scratch: Scratch

    /// - Parameters:
    ///   - script: a file made by `script(of:named:)`; without it `url` is asked again and again.
    ///   - offset: with which of the script's requests to begin.
    func run(
        _ url: String, connections: Int = 32, seconds: Int, headers: [String] = [], script: String? = nil,
        offset: Int = 0, poll: () -> Void = {}
    ) throws -> Result {
        var arguments = ["-t", "1", "-c", String(connections), "-d", "\(seconds)s", "--timeout", "10s", "--latency"]
        for header in headers { arguments += ["-H", header] }
        if let script { arguments += ["-s", script] }
        arguments.append(url)
        if script != nil { arguments += ["--", String(offset)] }
        let child = try Child(tools, tools.wrk, arguments, output: scratch.file("wrk.log"))
        try child.wait(seconds: Double(seconds) + 15, poll: poll)
        return try Wrk.parse(child.output)
    }

    private static func parse(_ output: String) throws -> Result {
        var rate: Double?
        var latency = 0.0
        for line in output.split(separator: "\n") {
            let words = line.split(separator: " ").map(String.init)
            if line.hasPrefix("Requests/sec:"), words.count == 2 { rate = Double(words[1]) }
            if words.count == 2, words[0] == "99%" { latency = milliseconds(words[1]) }
            if line.contains("Non-2xx") || line.contains("Socket errors") {
                throw BenchError("wrk: \(line.trimmingCharacters(in: .whitespaces))")
            }
        }
        guard let rate, rate > 0 else { throw BenchError("wrk says nothing of a rate: \(output.suffix(500))") }
        return Result(rate: rate, latency99: latency)
    }

    private static func milliseconds(_ text: String) -> Double {
        for (unit, factor) in [("us", 0.001), ("ms", 1.0), ("s", 1000.0), ("m", 60_000.0)] where text.hasSuffix(unit) {
            return (Double(text.dropLast(unit.count)) ?? 0) * factor
        }
        return 0
    }

    /// A Lua script that sends `requests` in their order, over and over. They are finished texts: wrk shares the cores
    /// with what it measures and is to do nothing but send them.
    func script(of requests: [String], named name: String) throws -> String {
        var lua = "local requests = {\n"
        for request in requests { lua += "\"\(Wrk.escaped(request))\",\n" }
        lua += """
            }
            local next = 0
            function init(arguments) next = (tonumber(arguments[1]) or 0) % #requests end
            function request()
                next = next + 1
                if next > #requests then next = 1 end
                return requests[next]
            end

            """
        return try scratch.write(lua, to: name)
    }

    private static func escaped(_ text: String) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count + 64)
        for byte in text.utf8 {
            switch byte {
            case 0x22, 0x5C: bytes += [0x5C, byte]
            case 0x0D: bytes += Array("\\r".utf8)
            case 0x0A: bytes += Array("\\n".utf8)
            default: bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
