import Foundation
import Platform
import Testing

extension ProcessTests {
    /// Uploads over the wire: large, in chunks, cut off, on a full disk.
    @Suite struct UploadTests {
        private static let largest = 20 << 20

        /// The most memory that the process has had so far, in kB.
        private func peak(_ server: TicketdServer) throws -> Int {
            let status = try String(contentsOfFile: "/proc/\(server.processID)/status", encoding: .utf8)
            let line = try #require(status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") })
            return try #require(Int(line.split(separator: " ")[1]))
        }

        private func contents(_ folder: Folder) throws -> [String] {
            let root = folder["ticketd.attachments"]
            return try File.names(in: root).filter { !$0.hasPrefix(".") }.flatMap {
                try File.names(in: "\(root)/\($0)")
            }
        }

        private func head(_ wire: Wire, _ more: String) -> String {
            """
            POST /api/v1/attachments HTTP/1.1\r
            Host: localhost\r
            Authorization: Bearer \(wire.token ?? "")\r
            X-Filename: a.bin\r
            Content-Type: application/octet-stream\r
            \(more)\r
            \r

            """
        }

        @Test func `20 MB go up and down again without being in memory`() throws {
            let folder = try Folder()
            let server = try TicketdServer(in: folder)
            let wire = try server.customer()
            // Once small, so that what every upload needs is there.
            let raw = try RawClient(server)
            raw.send(head(wire, "Content-Length: 3") + "abc")
            #expect(try raw.answer().status == 201)
            let before = try peak(server)
            let piece = [UInt8](repeating: 0x61, count: 1 << 20)
            raw.send(head(wire, "Content-Length: \(Self.largest)"))
            for _ in 0..<20 { #expect(raw.send(piece)) }
            let answer = try raw.answer()
            #expect(answer.status == 201, "\(answer.body)")
            let id = try #require(answer.json["id"]?.integer)
            #expect(answer.json["size"]?.integer == Int64(Self.largest))
            #expect(
                answer.json["sha256"]?.string == "48b6fb8f1c2fec38d030604889d674722c4af237733c913b698400b59c9294b4")

            raw.send(
                "GET /api/v1/attachments/\(id) HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer \(wire.token ?? "")\r\n\r\n"
            )
            let (download, count, isSame) = try raw.bigAnswer(of: 0x61)
            #expect(download.status == 200 && count == Self.largest && isSame)
            #expect(try peak(server) - before < 8_000, "kB")
            // The connection still keeps its place.
            raw.send("GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n")
            #expect(try raw.answer().status == 200)
        }

        @Test func `an upload in chunks is the same, and one byte too many is too many`() throws {
            let folder = try Folder()
            let server = try TicketdServer(in: folder)
            let wire = try server.customer()
            let raw = try RawClient(server)
            raw.send(head(wire, "Transfer-Encoding: chunked") + "5\r\nhello\r\n6\r\n world\r\n0\r\n\r\n")
            let answer = try raw.answer()
            #expect(answer.status == 201 && answer.json["size"]?.integer == 11, "\(answer.body)")
            #expect(
                answer.json["sha256"]?.string == "b94d27b9934d3e08a52e52d7da7dabfac484efe37a5380ee9088f7ace2efcde9")
            raw.send(head(wire, "Content-Length: \(Self.largest + 1)"))
            let refused = try raw.answer()
            #expect(refused.status == 413 && refused.problem == "payload-too-large")
            let chunked = try RawClient(server)
            chunked.send(head(wire, "Transfer-Encoding: chunked"))
            let piece = [UInt8](repeating: 0x61, count: 1 << 20)
            for _ in 0..<20 { chunked.send("100000\r\n\(String(decoding: piece, as: UTF8.self))\r\n") }
            chunked.send("1\r\nb\r\n0\r\n\r\n")
            #expect(try chunked.answer().status == 413)
            #expect(try contents(folder).count == 1)
        }

        @Test func `half an upload leaves nothing`() throws {
            let folder = try Folder()
            let server = try TicketdServer(in: folder)
            let wire = try server.customer()
            let raw = try RawClient(server)
            raw.send(head(wire, "Content-Length: 1000000") + "only this")
            raw.halfClose()
            #expect(try raw.answer().status == 400)
            let cut = try RawClient(server)
            cut.send(head(wire, "Content-Length: 1000000") + "only this")
            cut.close()
            let form = try RawClient(server)
            let body = "--b\r\nContent-Disposition: form-data; name=file; filename=a\r\n\r\nno end"
            form.send(
                head(wire, "Content-Length: \(body.utf8.count)").replacingOccurrences(
                    of: "application/octet-stream", with: "multipart/form-data; boundary=b") + body)
            let answer = try form.answer()
            #expect(answer.status == 400 && answer.problem == "malformed", "\(answer.body)")
            #expect(try wire.get("/attachments/1").status == 404)
            #expect(try contents(folder) == [])
        }

        @Test func `an upload that the disk has no room for is answered so, and leaves nothing`() throws {
            let folder = try Folder()
            let server = try TicketdServer(in: folder, wrapper: Shortages.Disk.fileSize.wrapper)
            let wire = try server.customer()
            let raw = try RawClient(server)
            // The limit is 3 MB a file.
            raw.send(head(wire, "Content-Length: \(4 << 20)"))
            for _ in 0..<4 { raw.send([UInt8](repeating: 0x61, count: 1 << 20)) }
            let refused = try raw.answer()
            #expect(refused.status == 503 && refused.header("Retry-After") != nil, "\(refused.body)")
            #expect(try contents(folder) == [])
            let small = try RawClient(server)
            small.send(head(wire, "Content-Length: 3") + "abc")
            #expect(try small.answer().status == 201)
        }

        @Test func `a stranger's upload is refused before its bytes`() throws {
            let folder = try Folder()
            let server = try TicketdServer(in: folder)
            let wire = server.wire()
            wire.token = "eyJhbGciOiJIUzI1NiJ9.e30.forged"
            let raw = try RawClient(server)
            raw.send(head(wire, "Content-Length: 1000000\r\nExpect: 100-continue"))
            #expect(try raw.answer().status == 401)
        }

        @Test func `a deleted ticket's files go soon after`() throws {
            let folder = try Folder()
            let server = try TicketdServer(in: folder, ["--attachments", folder["files"]])
            let (wire, admin) = (try server.customer(), try server.admin())
            let raw = try RawClient(server)
            raw.send(head(wire, "Content-Length: 3") + "abc")
            let uploaded = try raw.answer()
            let content = try #require(uploaded.json["sha256"]?.string)
            let path = "\(folder["files"])/\(content.prefix(2))/\(content)"
            #expect(File.exists(path))
            let opened = try wire.request(
                "POST", "/tickets",
                #"{"subject":"With a file","description":"x","attachments":[\#(uploaded.json["id"]?.integer ?? 0)]}"#)
            let number = try #require(opened.json["ticket_number"]?.string, "\(opened.body)")
            #expect(try admin.request("DELETE", "/admin/tickets/\(number)").status == 204)
            var rounds = 0
            while File.exists(path), rounds < 10_000 {
                _ = try admin.get("/admin/stats")
                rounds += 1
            }
            #expect(!File.exists(path))
        }
    }
}

/// A connection that sends whatever bytes a test wants.
private final class RawClient {
    enum Broken: Error { case closed, timeout }

    private let descriptor: Int32
    private var received: [UInt8] = []
    private var isOpen = true

    init(_ server: TicketdServer) throws {
        let address = try #require(SocketAddress("127.0.0.1:\(server.port)"))
        descriptor = try Socket.connect(to: address, timeoutMilliseconds: 60_000)
    }

    deinit { close() }

    func close() {
        if isOpen { Socket.close(descriptor) }
        isOpen = false
    }

    func halfClose() { Socket.shutDownWriting(descriptor) }

    @discardableResult
    func send(_ text: String) -> Bool { send(Array(text.utf8)) }

    @discardableResult
    func send(_ bytes: [UInt8]) -> Bool {
        bytes.withUnsafeBufferPointer { buffer in
            var sent = 0
            while let start = buffer.baseAddress, sent < buffer.count {
                guard case .moved(let count) = Socket.send(descriptor, start + sent, count: buffer.count - sent) else {
                    return false
                }
                sent += count
            }
            return true
        }
    }

    func answer() throws -> Answer {
        let head = try readHead()
        let length = Int(head.header("Content-Length") ?? "0") ?? 0
        while received.count < length { try more() }
        defer { received.removeFirst(length) }
        return Answer(
            status: head.status, head: head.head, body: String(decoding: received.prefix(length), as: UTF8.self))
    }

    /// An answer too long to keep: how many bytes came, and whether all were `byte`.
    func bigAnswer(of byte: UInt8) throws -> (head: Answer, count: Int, isSame: Bool) {
        let head = try readHead()
        let length = Int(head.header("Content-Length") ?? "0") ?? 0
        var count = 0
        var isSame = true
        while true {
            count += received.count
            let expected = [UInt8](repeating: byte, count: received.count)
            if received != expected { isSame = false }
            received = []
            if count >= length { return (head, count, isSame) }
            try more()
        }
    }

    private func readHead() throws -> Answer {
        while true {
            if let text = String(validating: received.prefix(4096), as: UTF8.self), let end = text.range(of: "\r\n\r\n")
            {
                let head = String(text[..<end.upperBound])
                received.removeFirst(head.utf8.count)
                return Answer(
                    status: Int(head.split(separator: " ").dropFirst().first ?? "") ?? 0, head: head, body: "")
            }
            try more()
        }
    }

    private func more() throws {
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        let transfer = buffer.withUnsafeMutableBufferPointer { room in
            room.baseAddress.map { Socket.receive(descriptor, into: $0, count: room.count) } ?? .end
        }
        switch transfer {
        case .moved(let count): received += buffer[..<count]
        case .blocked: throw Broken.timeout
        case .end, .failed: throw Broken.closed
        }
    }
}
