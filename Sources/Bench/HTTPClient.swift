import Foundation
import Platform

/// One request a connection, for what is asked before and beside the load.
struct HTTPClient {
    struct Answer {
        let status: Int
        let body: [UInt8]

        var text: String { String(decoding: body, as: UTF8.self) }
    }

    let port: UInt16

    func get(_ path: String, token: String? = nil) throws -> Answer { try send("GET", path, nil, token) }

    func post(_ path: String, _ body: String) throws -> Answer { try send("POST", path, body, nil) }

    /// The text of a request as it goes over the wire.
    static func request(_ method: String, _ path: String, _ body: String?, _ token: String?, closes: Bool) -> String {
        var text = "\(method) \(path) HTTP/1.1\r\nHost: 127.0.0.1\r\n"
        if let token { text += "Authorization: Bearer \(token)\r\n" }
        if closes { text += "Connection: close\r\n" }
        guard let body else { return text + "\r\n" }
        return text + "Content-Type: application/json\r\nContent-Length: \(body.utf8.count)\r\n\r\n\(body)"
    }

    private func send(_ method: String, _ path: String, _ body: String?, _ token: String?) throws -> Answer {
        guard let address = SocketAddress(host: "127.0.0.1", port: port) else { throw BenchError("no loopback") }
        let descriptor = try Socket.connect(to: address, timeoutMilliseconds: 10_000)
        defer { Socket.close(descriptor) }
        let request = Array(HTTPClient.request(method, path, body, token, closes: true).utf8)
        try File.write(request, to: descriptor)
        var received: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        reading: while true {
            let moved = buffer.withUnsafeMutableBufferPointer { space in
                space.baseAddress.map { Socket.receive(descriptor, into: $0, count: space.count) } ?? .end
            }
            switch moved {
            case .moved(let count): received += buffer[..<count]
            case .end: break reading
            case .blocked: throw BenchError("\(method) \(path): no answer within 10 s")
            case .failed(let code): throw BenchError("\(method) \(path): error \(code)")
            }
        }
        let words = String(decoding: received.prefix(20), as: UTF8.self).split(separator: " ")
        guard words.count > 1, let status = Int(words[1]), let end = Data(received).range(of: Data("\r\n\r\n".utf8))
        else { throw BenchError("\(method) \(path): not an HTTP answer") }
        return Answer(status: status, body: Array(received[end.upperBound...]))
    }

    /// A port that nobody listens on now.
    static func freePort() throws -> UInt16 {
        guard let address = SocketAddress(host: "127.0.0.1", port: 0) else { throw BenchError("no loopback") }
        let listener = try Socket.listen(on: address, backlog: 1, sharesPort: false)
        defer { Socket.close(listener) }
        return try Socket.localAddress(of: listener).port
    }
}
