import HTTP
import Platform
import Server
import Testing

/// Slow clients, too many clients, and the server's end.
struct PatienceTests {
    @Test func `an idle connection is closed without a word`() throws {
        let test = try TestServer { $0.idleTimeout = 30 }
        let fresh = try test.connect()
        #expect(try fresh.isClosed())
        let used = try test.connect()
        used.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n")
        #expect(try used.answer().status == 200)
        #expect(try used.isClosed())
    }

    @Test func `a head sent byte by byte is slow as a whole`() throws {
        let test = try TestServer { $0.headTimeout = 60 }
        // Each wait for an answer is the pause before the next byte.
        let client = try test.connect(timeout: 5)
        var answer: Answer?
        for _ in 0..<2000 where answer == nil {
            client.send("G")
            answer = try? client.answer()
        }
        #expect(answer?.status == 408 && answer?.closes == true)
    }

    @Test func `the rest of a head that came behind an answered request has its time too`() throws {
        let test = try TestServer { $0.headTimeout = 30 }
        let client = try test.connect()
        client.send("GET /later/x HTTP/1.1\r\nHost: a\r\n\r\nGET /")
        #expect(try client.answer().status == 200)
        #expect(try client.answer().status == 408)
    }

    @Test(arguments: ["Content-Length: 100000", "Transfer-Encoding: chunked"])
    func `a body sent byte by byte is slow as a whole`(framing: String) throws {
        let test = try TestServer { $0.bodyTimeout = 60 }
        let client = try test.connect(timeout: 5)
        client.send("POST /echo HTTP/1.1\r\nHost: a\r\n\(framing)\r\n\r\n")
        var answer: Answer?
        for _ in 0..<2000 where answer == nil {
            client.send("0")
            answer = try? client.answer()
        }
        #expect(answer?.status == 408 || answer?.status == 400 && framing.hasPrefix("T"))
    }

    @Test func `a large body may take longer while it keeps its rate`() throws {
        let test = try TestServer {
            $0.bodyTimeout = 1
            $0.freeBody = 0
            // Every byte earns a second.
            $0.minimumRate = 1
        }
        let client = try test.connect(timeout: 20)
        client.send("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 65\r\n\r\n" + String(repeating: "a", count: 60))
        for _ in 0..<5 {
            #expect(throws: Client.Problem.self) { try client.answer() }
            client.send("a")
        }
        #expect(try client.answer().status == 200)
    }

    @Test func `a client that never reads is given up`() throws {
        let test = try TestServer {
            $0.writeTimeout = 50; $0.minimumRate = 1 << 30
        }
        let client = try test.connect()
        client.send(String(repeating: "GET /big HTTP/1.1\r\nHost: a\r\n\r\n", count: 4))
        // Others are served meanwhile; once the first is gone there is only the asking one.
        let other = try test.connect()
        var open = 2
        while open > 1 {
            other.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n")
            #expect(try other.answer().status == 200)
            open = test.server.counters.connectionsOpen
        }
        #expect(try client.rest().utf8.count < 4 * (8 << 20))
    }

    @Test func `a flood of requests whose answers are not read stops being read`() throws {
        let test = try TestServer()
        let client = try test.connect(timeout: 200)
        let request = Array("GET /status/200 HTTP/1.1\r\nHost: a\r\n\r\n".utf8)
        let batch = [UInt8]((0..<1000).flatMap { _ in request })
        var batches = 0
        while batches < 2000, client.send(batch) { batches += 1 }
        #expect(batches < 2000)
    }

    @Test func `connections beyond the limit are told so`() throws {
        let test = try TestServer {
            $0.maxConnections = 2; $0.loops = 1
        }
        let first = try test.connect()
        let second = try test.connect()
        for client in [first, second] {
            client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n")
            #expect(try client.answer().status == 200)
        }
        let third = try test.connect()
        third.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n")
        let answer = try third.answer()
        #expect(answer.status == 503 && answer.closes && answer.header("Retry-After") != nil)
        #expect(try third.rest() == "")
        #expect(test.server.counters.connectionsRefused == 1)
        first.send("GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
        #expect(try first.answer().status == 200 && first.rest() == "")
        first.close()
        // The place is free once the server has seen the end.
        var status = 503
        while status == 503 { status = try test.answer(to: "GET / HTTP/1.1\r\nHost: a\r\n\r\n").status }
        #expect(status == 200)
    }

    @Test func `draining finishes what is in progress and closes what is idle`() throws {
        let test = try TestServer { $0.drainGrace = 100 }
        let idle = try test.connect()
        idle.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n")
        #expect(try idle.answer().status == 200)
        let busy = try test.connect()
        busy.send("GET /hold HTTP/1.1\r\nHost: a\r\n\r\n")
        #expect(test.arrived.takeFirst() == "/hold")
        let half = try test.connect()
        half.send("GET / HTTP/1.1\r\nHo")
        let port = test.server.port
        let finished = Guarded<Bool?>(nil)
        let drainer = try NamedThread("drainer") {
            let isFinished = test.server.drain(timeout: 10_000)
            finished.withLock { $0 = isFinished }
        }
        #expect(try idle.isClosed())
        #expect(try half.answer().status == 408)
        for reply in test.held.withLock({ $0 }) { reply.send(Response(status: 200, body: Array("held".utf8))) }
        test.held.withLock { $0.removeAll() }
        let answer = try busy.answer()
        #expect(answer.body == "held" && answer.closes)
        #expect(try busy.rest() == "")
        for client in [idle, half, busy] { client.close() }
        drainer.join()
        #expect(finished.withLock { $0 } == true)
        #expect(throws: SystemError.self) {
            _ = try Socket.connect(to: try #require(SocketAddress("127.0.0.1:\(port)")))
        }
        #expect(test.server.counters.connectionsOpen == 0)
    }

    @Test func `draining does not wait for a body that stalls`() throws {
        let test = try TestServer {
            $0.loops = 1
            $0.drainBodyGrace = 100
        }
        let stalled = try test.connect()
        stalled.send("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\nabc")
        let spooling = try test.connect()
        spooling.send("POST /spool HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\nabc")
        // An answer on the same loop says that these bytes were seen.
        _ = try test.answer(to: "GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
        let drainer = try NamedThread("drainer") {
            let isFinished = test.server.drain(timeout: 20_000)
            #expect(isFinished)
        }
        #expect(try stalled.answer().status == 408)
        #expect(try spooling.answer().status == 408)
        for client in [stalled, spooling] { client.close() }
        drainer.join()
    }

    @Test func `a body that comes to its end while draining is answered`() throws {
        let test = try TestServer {
            $0.loops = 1
            $0.drainGrace = 20_000
            $0.drainBodyGrace = 20_000
        }
        let slow = try test.connect()
        slow.send("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 6\r\n\r\nabc")
        let idle = try test.connect()
        idle.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n")
        #expect(try idle.answer().status == 200)
        let drainer = try NamedThread("drainer") { test.server.drain(timeout: 20_000) }
        // Idle connections end when draining begins.
        #expect(try idle.isClosed())
        slow.send("def")
        let answer = try slow.answer()
        #expect(answer.status == 200 && answer.body == "abcdef" && answer.closes)
        slow.close()
        drainer.join()
    }

    @Test func `a request that was waiting when draining began is answered`() throws {
        let test = try TestServer { $0.loops = 1 }
        let clients = try (0..<20).map { _ in try test.connect() }
        for client in clients { client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n") }
        let drainer = try NamedThread("drainer") { test.server.drain(timeout: 10_000) }
        for client in clients { #expect(try client.answer().status == 200) }
        for client in clients { client.close() }
        drainer.join()
    }

    @Test func `draining gives up after its time`() throws {
        let test = try TestServer()
        let busy = try test.connect()
        busy.send("GET /hold HTTP/1.1\r\nHost: a\r\n\r\n")
        #expect(test.arrived.takeFirst() == "/hold")
        #expect(test.server.drain(timeout: 30) == false)
        #expect(try busy.rest() == "")
        // An answer to nobody does no harm.
        for reply in test.held.withLock({ $0 }) { reply.send(Response(status: 200)) }
    }

    @Test func `a client that goes away while its request is handled leaves nothing behind`() throws {
        let test = try TestServer { $0.loops = 1 }
        for _ in 0..<20 {
            let client = try test.connect()
            client.send("GET /hold HTTP/1.1\r\nHost: a\r\n\r\n")
            #expect(test.arrived.takeFirst() == "/hold")
            client.close()
        }
        for reply in test.held.withLock({ $0 }) { reply.send(Response(status: 200)) }
        test.held.withLock { $0.removeAll() }
        var open = 20
        while open > 1 {
            _ = try test.answer(to: "GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
            open = test.server.counters.connectionsOpen
        }
    }

    @Test func `an address in use is an error that says so`() throws {
        let test = try TestServer()
        let taken = try Socket.listen(on: try #require(SocketAddress("127.0.0.1:0")), backlog: 1, sharesPort: false)
        defer { Socket.close(taken) }
        let server = Server(
            configuration: Server.Configuration(addresses: [try Socket.localAddress(of: taken)]),
            makeHandler: { _ in Unused() })
        #expect(throws: SystemError.self) { try server.start() }
        #expect(try test.answer(to: "GET / HTTP/1.1\r\nHost: a\r\n\r\n").status == 200)
    }

    private final class Unused: Handler {
        func head(_ head: RequestHead) -> BodyDecision { .refuse(Response(status: 404)) }

        func handle(_ request: Request, _ reply: Reply) { reply.send(Response(status: 404)) }
    }
}
