import Platform
import Server
import Testing

@Suite struct StartTests {
    private static func freePort() throws -> UInt16 {
        let address = try #require(SocketAddress("127.0.0.1:0"))
        let listener = try Socket.listen(on: address, backlog: 1, sharesPort: false)
        defer { Socket.close(listener) }
        return try Socket.localAddress(of: listener).port
    }

    private static func server(_ port: UInt16) throws -> Server {
        var configuration = Server.Configuration(addresses: [try #require(SocketAddress("127.0.0.1:\(port)"))])
        configuration.loops = 1
        return Server(
            configuration: configuration,
            makeHandler: { _ in
                PathHandler(
                    held: Guarded([]), arrived: BoundedQueue(capacity: 10), streamEvents: BoundedQueue(capacity: 10),
                    feed: TestFeed())
            }, refusalResponse: { refusal, _, _ in .init(status: refusal.rawValue) }, onAccess: { _ in })
    }

    @Test func `what is prepared comes before the first answer, and whoever connects meanwhile is answered`() throws {
        let port = try Self.freePort()
        let server = try Self.server(port)
        defer { server.stop() }
        var early: Client?
        var gotNothing = false
        try server.start(onceListening: {
            early = try? Client(port: port, timeout: 200)
            early?.send("GET /hello HTTP/1.1\r\nHost: a\r\n\r\n")
            gotNothing = (try? early?.answer()) == nil
            return true
        })
        #expect(gotNothing)
        let client = try Client(port: port)
        client.send("GET /hello HTTP/1.1\r\nHost: a\r\n\r\n")
        #expect(try client.answer().status == 200)
    }

    @Test func `nothing is served when the preparation says no`() throws {
        let port = try Self.freePort()
        let server = try Self.server(port)
        try server.start(onceListening: { false })
        #expect(throws: (any Error).self) { try Client(port: port, timeout: 200) }
        try server.start()
        defer { server.stop() }
        let client = try Client(port: port)
        client.send("GET /hello HTTP/1.1\r\nHost: a\r\n\r\n")
        #expect(try client.answer().status == 200)
    }
}
