import Foundation
import JSON
import Platform
import Testing

extension ProcessTests {
    /// Event streams through the real server.
    @Suite struct EventStreams {
        private static let listeners = 300

        @Test func `hundreds who listen hear of a ticket, each once, and the server knows how many they are`() throws {
            let folder = try Folder()
            let server = try TicketdServer(in: folder)
            let (admin, ada) = (try server.admin(), try server.customer())
            let staff = try (0..<Self.listeners).map { _ in try EventStream(admin, "/admin/stream") }
            let own = try EventStream(ada, "/tickets/stream")
            let number = try ada.openTicket("Heard by many")
            for stream in staff { #expect(try stream.next().type == "created") }
            #expect(try own.next().type == "created")
            let reply = try admin.post("/admin/tickets/\(number)/messages", ["body": "We look into it."])
            #expect(reply.status == 201)
            let rest = try staff.map { try $0.events(until: "message").map(\.id) }
            #expect(rest.allSatisfy { $0 == rest[0] })
            let metrics = try admin.request("GET", "/metrics").body
            #expect(metrics.contains("ticketd_streams_open \(Self.listeners + 1)\n"))
        }

        @Test func `a stream that was cut goes on where it was`() throws {
            let folder = try Folder()
            let server = try TicketdServer(in: folder)
            let (admin, ada) = (try server.admin(), try server.customer())
            let first = try EventStream(admin, "/admin/stream")
            _ = try ada.openTicket("One")
            let last = try first.events(until: "classification").last?.id
            first.close()
            _ = try ada.openTicket("Two")
            let second = try EventStream(admin, "/admin/stream", after: last)
            let seen = try second.events(until: "classification").map(\.id)
            let listed = try admin.get("/admin/changes?since=\(last ?? 0)").json["items"]?.array ?? []
            #expect(seen == listed.compactMap { $0["seq"]?.integer })
        }

        @Test func `what a command writes is heard too`() throws {
            let folder = try Folder()
            let server = try TicketdServer(in: folder)
            let admin = try server.admin()
            let stream = try EventStream(admin, "/admin/stream")
            let file = try folder.write(
                #"{"id":"1","subject":"From elsewhere","description":"An old one."}"#, to: "rows.jsonl")
            let outcome = try folder.ticketd("import", file, "--database", "ticketd.db")
            #expect(outcome.code == 0, "\(outcome.error)")
            #expect(try stream.next().type == "created")
        }

        @Test func `logging out ends the stream, and so does the server's end, cleanly`() throws {
            let folder = try Folder()
            let server = try TicketdServer(in: folder)
            let (admin, ada) = (try server.admin(), try server.customer())
            let own = try EventStream(ada, "/tickets/stream")
            let staff = try EventStream(admin, "/admin/stream")
            let began = Date()
            #expect(try ada.request("POST", "/auth/logout").status == 204)
            #expect(try own.isEndedCleanly())
            #expect(Date().timeIntervalSince(began) < 1.5, "a second, and a machine that is busy")
            server.askToStop()
            #expect(try staff.isEndedCleanly())
            #expect(server.terminate() == 0)
            #expect(server.log.contains(#"path="/api/v1/admin/stream" status=200"#))
            #expect(server.log.contains(#"path="/api/v1/tickets/stream" status=200"#))
        }

        @Test func `who looks at a ticket is told to all who listen on any loop`() throws {
            let folder = try Folder()
            let server = try TicketdServer(in: folder, ["--loops", "3"])
            let (admin, ada) = (try server.admin(), try server.customer())
            let number = try ada.openTicket("Seen")
            let streams = try (0..<12).map { _ in try EventStream(admin, "/admin/stream") }
            #expect(
                try admin.request("PUT", "/admin/tickets/\(number)/presence", #"{"state":"writing"}"#).status == 204)
            for stream in streams {
                let block = try stream.next()
                #expect(block.type == "presence" && block.id == nil)
                #expect(block.data["state"]?.string == "writing")
            }
        }
    }
}

/// An open event stream. Belongs to one thread.
final class EventStream {
    struct Block {
        let id: Int64?
        let type: String
        let data: JSONValue
    }

    enum Broken: Error { case refused(String), timeout, ended }

    private let descriptor: Int32
    private var received = ""
    private var isOpen = true

    /// Opens the stream that the wire's token may open, and reads up to its first block.
    init(_ wire: Wire, _ path: String, after: Int64? = nil) throws {
        let address = try #require(SocketAddress("127.0.0.1:\(wire.port)"))
        descriptor = try Socket.connect(to: address, timeoutMilliseconds: 60_000)
        let resume = after.map { "Last-Event-ID: \($0)\r\n" } ?? ""
        let request = Array(
            "GET /api/v1\(path) HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer \(wire.token ?? "")\r\n\(resume)\r\n".utf8)
        request.withUnsafeBufferPointer { bytes in
            if let start = bytes.baseAddress { _ = Socket.send(descriptor, start, count: bytes.count) }
        }
        while !received.contains("retry: 2000\n\n") { try more() }
        guard received.hasPrefix("HTTP/1.1 200 "), received.contains("Content-Type: text/event-stream\r\n") else {
            throw Broken.refused(received)
        }
        received = received.components(separatedBy: "retry: 2000\n\n").dropFirst().joined()
    }

    deinit { close() }

    func close() {
        if isOpen { Socket.close(descriptor) }
        isOpen = false
    }

    /// The next event; comments are passed over.
    func next() throws -> Block {
        while true {
            while let end = received.range(of: "\n\n") {
                let text = String(received[..<end.lowerBound])
                received = String(received[end.upperBound...])
                if text.hasPrefix(":") { continue }
                var fields: [String: String] = [:]
                for line in text.split(separator: "\n") {
                    let parts = line.split(separator: ":", maxSplits: 1)
                    if parts.count == 2 { fields[String(parts[0])] = String(parts[1].drop { $0 == " " }) }
                }
                let data = try? JSONReader.read(Array((fields["data"] ?? "").utf8))
                return Block(
                    id: fields["id"].flatMap { Int64($0) }, type: fields["event"] ?? "", data: data ?? .null)
            }
            try more()
        }
    }

    /// The next events, up to the first of that type.
    func events(until type: String) throws -> [Block] {
        var blocks: [Block] = []
        repeat { blocks.append(try next()) } while blocks.last?.type != type
        return blocks
    }

    /// Waits for the end. False when the connection was reset instead.
    func isEndedCleanly() throws -> Bool {
        var buffer = [UInt8](repeating: 0, count: 4096)
        while true {
            let transfer = buffer.withUnsafeMutableBufferPointer { room in
                room.baseAddress.map { Socket.receive(descriptor, into: $0, count: room.count) } ?? .end
            }
            switch transfer {
            case .moved: continue
            case .end: return true
            case .failed: return false
            case .blocked: throw Broken.timeout
            }
        }
    }

    private func more() throws {
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        let transfer = buffer.withUnsafeMutableBufferPointer { room in
            room.baseAddress.map { Socket.receive(descriptor, into: $0, count: room.count) } ?? .end
        }
        switch transfer {
        case .moved(let count): received += String(decoding: buffer[..<count], as: UTF8.self)
        case .blocked: throw Broken.timeout
        case .end, .failed: throw Broken.ended
        }
    }
}
