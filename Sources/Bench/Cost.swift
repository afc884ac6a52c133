import Classifier
import Foundation
import Platform

/// What it costs to have the server at all, and the classifier by itself.
extension Desk {
    func measureClassifier() throws {
        let classifier = RuleClassifier()
        let texts = try seed.descriptions(2000)
        // 500 characters each: a text and the beginning of the next.
        let inputs = texts.indices.dropLast().map { index in
            ClassifierInput(
                subject: texts[index].subject,
                description: String((texts[index].text + " " + texts[index + 1].text).prefix(500)))
        }
        guard !inputs.isEmpty else { throw BenchError("the seeded database has no texts") }
        var times: [Double] = []
        var checksum = 0.0
        for _ in 0..<5 {
            let began = Clock.monotonicNanoseconds
            for input in inputs { checksum += classifier.verdict(on: input).confidence }
            times.append(Double(Clock.monotonicNanoseconds - began) / Double(inputs.count) / 1000)
        }
        guard checksum > 0 else { throw BenchError("the classifier is sure of nothing") }
        report.figure("classify", Statistics.median(times), "us", must: .atMost(20))
    }

    func measureCost() throws {
        report.figure("bytes_per_ticket", try seed.bytesPerTicket(), "B", must: .atMost(6000))
        var starts: [Double] = []
        for _ in 0..<rounds {
            let server = try startServer()
            defer { server.stop() }
            starts.append(server.startTime)
        }
        report.figure("start", Statistics.median(starts), "ms", must: .atMost(300))

        let server = try startServer()
        defer { server.stop() }
        report.figure("memory_idle", server.memory, "MB", must: .atMost(40))
        try measureIdleConnections(server, 10_000)
    }

    private func measureIdleConnections(_ server: TestServer, _ count: Int) throws {
        guard System.raiseDescriptorLimit() > count + 100 else {
            report.note("memory_connections left out: the limit of open files is too low")
            return
        }
        guard let address = SocketAddress(host: "127.0.0.1", port: server.port) else { throw BenchError("no loopback") }
        let request = Array(HTTPClient.request("GET", "/healthz", nil, nil, closes: false).utf8)
        var buffer = [UInt8](repeating: 0, count: 4096)
        var descriptors: [Int32] = []
        defer { descriptors.forEach(Socket.close) }
        for _ in 0..<count {
            let descriptor = try Socket.connect(to: address, timeoutMilliseconds: 10_000)
            descriptors.append(descriptor)
            // Each has asked once: idle is what a kept-alive connection is between two requests.
            try File.write(request, to: descriptor)
            let moved = buffer.withUnsafeMutableBufferPointer { space in
                space.baseAddress.map { Socket.receive(descriptor, into: $0, count: space.count) } ?? .end
            }
            guard case .moved = moved else { throw BenchError("a connection got no answer") }
        }
        report.figure("memory_10000_connections", server.memory, "MB", must: .atMost(200))
    }
}
