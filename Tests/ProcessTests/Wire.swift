import JSON
import Platform

/// An answer as it came over the wire.
struct Answer: Sendable {
    let status: Int
    let head: String
    let body: String

    var json: JSONValue { (try? JSONReader.read(Array(body.utf8))) ?? .null }

    /// The slug of a problem.
    var problem: String? { json["type"]?.string.map { String($0.dropFirst("/problems/".count)) } }

    func header(_ name: String) -> String? {
        for line in head.split(separator: "\r\n") {
            let parts = line.split(separator: ":", maxSplits: 1)
            if parts.count == 2, parts[0].lowercased() == name.lowercased() {
                return String(parts[1].drop { $0 == " " })
            }
        }
        return nil
    }
}

/// One connection to the server that blocks, and the token that goes with each request. Belongs to one thread.
final class Wire {
    enum Broken: Error { case refused, cut, timeout }

    /// Milliseconds that one read may take.
    private static let patience = 60_000

    /// Kept, because a server ends with the last that holds it.
    private let server: TicketdServer
    var port: UInt16 { server.port }
    var token: String?
    private var descriptor: Int32?
    private var received: [UInt8] = []

    init(_ server: TicketdServer, token: String? = nil) {
        self.server = server
        self.token = token
    }

    deinit { close() }

    func close() {
        if let descriptor { Socket.close(descriptor) }
        descriptor = nil
        received = []
    }

    func connect() throws {
        guard descriptor == nil else { return }
        guard let address = SocketAddress("\(server.host):\(port)") else { throw Broken.refused }
        do { descriptor = try Socket.connect(to: address, timeoutMilliseconds: Wire.patience) } catch {
            throw Broken.refused
        }
    }

    func get(_ path: String) throws -> Answer { try request("GET", path) }

    func post(_ path: String, _ members: KeyValuePairs<String, String>) throws -> Answer {
        try request("POST", path, Wire.object(members))
    }

    /// Sends a request and waits for its answer; paths are those under `/api/v1` unless they name a root.
    func request(_ method: String, _ path: String, _ body: String? = nil, headers: String = "") throws -> Answer {
        try send(method, path, body, headers: headers)
        return try answer()
    }

    func send(_ method: String, _ path: String, _ body: String? = nil, headers: String = "") throws {
        try connect()
        guard let descriptor else { throw Broken.refused }
        let roots = ["/healthz", "/readyz", "/metrics", "/openapi.json", "/track-ticket"]
        let target = roots.contains(path) ? path : "/api/v1" + path
        var text = "\(method) \(target) HTTP/1.1\r\nHost: \(server.host):\(port)\r\n\(headers)"
        if let token { text += "Authorization: Bearer \(token)\r\n" }
        if let body { text += "Content-Type: application/json\r\nContent-Length: \(body.utf8.count)\r\n" }
        text += "\r\n" + (body ?? "")
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            let transfer = bytes.withUnsafeBufferPointer { buffer in
                buffer.baseAddress.map { Socket.send(descriptor, $0, count: buffer.count) } ?? .end
            }
            guard case .moved(let count) = transfer else {
                close()
                throw Broken.cut
            }
            bytes = bytes.dropFirst(count)
        }
    }

    func answer() throws -> Answer {
        while true {
            if let end = headEnd() {
                let head = String(decoding: received[..<end], as: UTF8.self)
                let status = Int(head.split(separator: " ").dropFirst().first ?? "") ?? 0
                var answer = Answer(status: status, head: head, body: "")
                let length = Int(answer.header("Content-Length") ?? "0") ?? 0
                if received.count >= end + length {
                    let body = String(decoding: received[end..<end + length], as: UTF8.self)
                    answer = Answer(status: status, head: head, body: body)
                    received.removeFirst(end + length)
                    if answer.header("Connection") == "close" { close() }
                    return answer
                }
            }
            try more()
        }
    }

    static func object(_ members: KeyValuePairs<String, String>) -> String {
        var writer = JSONWriter(reserving: 256)
        writer.object {
            for (key, value) in members {
                $0.key(text: key)
                $0.value(value)
            }
        }
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    private func headEnd() -> Int? {
        guard received.count >= 4 else { return nil }
        for start in 0...received.count - 4
        where received[start] == 13 && received[start + 1] == 10 && received[start + 2] == 13
            && received[start + 3] == 10
        {
            return start + 4
        }
        return nil
    }

    private func more() throws {
        guard let descriptor else { throw Broken.refused }
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        let transfer = buffer.withUnsafeMutableBufferPointer { room in
            room.baseAddress.map { Socket.receive(descriptor, into: $0, count: room.count) } ?? .end
        }
        switch transfer {
        case .moved(let count): received += buffer[..<count]
        case .blocked:
            close()
            throw Broken.timeout
        case .end, .failed:
            close()
            throw Broken.cut
        }
    }
}

extension TicketdServer {
    /// A connection without a token.
    func wire() -> Wire { Wire(self) }

    /// A connection of the first admin.
    func admin() throws -> Wire { try staff(TicketdServer.admin.email, TicketdServer.admin.password) }

    func staff(_ email: String, _ password: String) throws -> Wire {
        let wire = Wire(self)
        let answer = try wire.post("/admin/auth/login", ["email": email, "password": password])
        guard let token = answer.json["access_token"]?.string else { throw Unexpected(answer) }
        wire.token = token
        return wire
    }

    /// A connection of a customer who registers first.
    func customer(_ email: String = "ada@example.org", password: String = "correct horse") throws -> Wire {
        let wire = Wire(self)
        let answer = try wire.post("/auth/register", ["email": email, "password": password, "name": "Ada"])
        guard let token = answer.json["access_token"]?.string else { throw Unexpected(answer) }
        wire.token = token
        return wire
    }
}

/// An answer that a test cannot go on with.
struct Unexpected: Error, CustomStringConvertible {
    let answer: Answer

    init(_ answer: Answer) { self.answer = answer }

    var description: String { "\(answer.head)\(answer.body)" }
}

extension Wire {
    /// Opens a ticket and gives its number.
    func openTicket(_ subject: String) throws -> String {
        let answer = try post("/tickets", ["subject": subject, "description": "Nothing works since this morning."])
        guard answer.status == 201, let number = answer.json["ticket_number"]?.string else { throw Unexpected(answer) }
        return number
    }

    /// All rows of a list, page by page.
    func rows(of path: String, limit: Int = 100) throws -> [JSONValue] {
        var rows: [JSONValue] = []
        var cursor: String?
        repeat {
            let mark = path.contains("?") ? "&" : "?"
            let answer = try get("\(path)\(mark)limit=\(limit)" + (cursor.map { "&cursor=\($0)" } ?? ""))
            guard answer.status == 200, let items = answer.json["items"]?.array else { throw Unexpected(answer) }
            rows += items
            cursor = answer.json["next_cursor"]?.string
        } while cursor != nil
        return rows
    }
}
