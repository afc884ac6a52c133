import HTTP
import Platform
import Server
import Testing

/// Answers that stay open: what the handler sends goes out, who does not read is bounded, and every end is noticed.
@Suite struct StreamTests {
    private static let request = "GET /stream HTTP/1.1\r\nHost: x\r\n\r\n"

    @Test func `a stream is a head and then whatever comes, until its connection ends`() throws {
        let test = try TestServer()
        let client = try test.connect()
        client.send(Self.request)
        let head = try client.answer(toHead: true)
        #expect(head.status == 200 && head.closes && head.header("Content-Length") == nil)
        #expect(test.streamEvents.takeFirst() == "began")
        test.feed.say("one")
        test.server.wake()
        #expect(try client.read(until: "one") == "hello one")
        test.feed.say("end")
        test.server.wake()
        #expect(try client.rest() == "")
        #expect(test.streamEvents.takeFirst() == "ended")
        let record = try #require(test.records.withLock { $0.last })
        #expect(record.path == "/stream" && record.status == 200 && record.bytes == 9)
        #expect(test.server.counters.streamsOpened == 1 && test.server.counters.streamsOpen == 0)
    }

    @Test(arguments: ["half", "cut"])
    func `a client that has gone is noticed at once`(how: String) throws {
        let test = try TestServer()
        let client = try test.connect()
        client.send(Self.request)
        _ = try client.answer(toHead: true)
        #expect(test.streamEvents.takeFirst() == "began")
        #expect(test.server.counters.streamsOpen == 1)
        if how == "half" { Socket.shutDownWriting(client.descriptor) } else { client.close() }
        #expect(test.streamEvents.takeFirst() == "ended")
        #expect(test.server.counters.streamsOpen == 0)
    }

    @Test func `a client that does not read is given no more than it may leave waiting, and room is told`() throws {
        let test = try TestServer()
        let client = try test.connect()
        client.send(Self.request)
        _ = try client.answer(toHead: true)
        #expect(test.streamEvents.takeFirst() == "began")
        // Pieces of 32 kB until one is not taken: what the sockets hold, and 64 kB.
        test.feed.say("flood")
        test.server.wake()
        let refused = try #require(test.streamEvents.takeFirst())
        #expect(refused.hasPrefix("refused after "))
        let count = try #require(Int(refused.split(separator: " ")[2]))
        let text = try client.read(count: "hello ".utf8.count + count * 32_768)
        #expect(text.hasPrefix("hello xx"))
        #expect(test.streamEvents.takeFirst() == "room")
        // Others have had their answers meanwhile.
        #expect(try test.answer(to: "GET /echo HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n").status == 200)
    }

    @Test func `a client that reads nothing at all is cut after a while`() throws {
        let test = try TestServer { $0.writeTimeout = 200 }
        let client = try test.connect()
        client.send(Self.request)
        _ = try client.answer(toHead: true)
        _ = test.streamEvents.takeFirst()
        test.feed.say("flood")
        test.server.wake()
        #expect(test.streamEvents.takeFirst()?.hasPrefix("refused") == true)
        #expect(test.streamEvents.takeFirst() == "ended")
        withExtendedLifetime(client) {}
    }

    @Test func `a drain ends streams cleanly`() throws {
        let test = try TestServer()
        let clients = try (0..<20).map { _ in try test.connect() }
        for client in clients {
            client.send(Self.request)
            _ = try client.answer(toHead: true)
            #expect(try client.read(until: "hello ") == "hello ")
        }
        #expect(test.server.drain(timeout: 10_000))
        for client in clients { #expect(try client.rest() == "") }
        #expect(test.records.withLock { $0.count { $0.path == "/stream" } } == 20)
    }

    @Test func `HEAD of a stream is its head alone`() throws {
        let test = try TestServer()
        let client = try test.connect()
        client.send("HEAD /stream HTTP/1.1\r\nHost: x\r\n\r\n")
        #expect(try client.answer(toHead: true).status == 200)
        #expect(try client.rest() == "")
        #expect(test.server.counters.streamsOpened == 0)
    }

    @Test func `a stream's handler ticks while it is open`() throws {
        let test = try TestServer()
        test.feed.say("tick")
        let client = try test.connect()
        client.send(Self.request)
        _ = try client.answer(toHead: true)
        #expect(test.streamEvents.takeFirst() == "began")
        #expect(test.streamEvents.takeFirst() == "tick")
        withExtendedLifetime(client) {}
    }
}
