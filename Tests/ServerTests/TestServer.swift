import HTTP
import Platform
import Server
import Testing

/// A server on a free port that answers by path, for one test.
final class TestServer: Sendable {
    let server: Server
    let held = Guarded<[Reply]>([])
    let arrived = BoundedQueue<String>(capacity: 1000)
    let records = Guarded<[AccessRecord]>([])
    /// What happened to streams, in order.
    let streamEvents = BoundedQueue<String>(capacity: 1000)
    let feed = TestFeed()

    init(_ change: (inout Server.Configuration) -> Void = { _ in }) throws {
        var configuration = Server.Configuration(addresses: [try #require(SocketAddress("127.0.0.1:0"))])
        configuration.loops = 2
        configuration.lingerTimeout = 500
        change(&configuration)
        let held = held
        let arrived = arrived
        let records = records
        let (streamEvents, feed) = (streamEvents, feed)
        server = Server(
            configuration: configuration,
            makeHandler: { _ in PathHandler(held: held, arrived: arrived, streamEvents: streamEvents, feed: feed) },
            refusalResponse: { refusal, reason, _ in Response(status: refusal.rawValue, body: Array(reason.utf8)) },
            onAccess: { record in records.withLock { $0.append(record) } })
        try server.start()
    }

    deinit {
        held.withLock { $0.removeAll() }
        server.stop()
    }

    func connect(timeout: Int = 10_000) throws -> Client { try Client(port: server.port, timeout: timeout) }

    /// One connection, one request, all that comes back until the server closes or the answer is whole.
    func answer(to raw: String) throws -> Answer {
        let client = try connect()
        client.send(raw)
        return try client.answer()
    }
}

/// What handlers are to do with their streams at the next wake: `end`, `flood`, `tick` at the next tick, else a text.
final class TestFeed: Sendable {
    private let words = Guarded<[String]>([])

    func say(_ word: String) { words.withLock { $0.append(word) } }

    func take(where isWanted: (String) -> Bool) -> [String] {
        words.withLock { words in
            let taken = words.filter(isWanted)
            words.removeAll(where: isWanted)
            return taken
        }
    }
}

/// What a test's path asks for, this does.
final class PathHandler: Handler {
    private let held: Guarded<[Reply]>
    private let arrived: BoundedQueue<String>
    private var threads: [NamedThread] = []
    private let streamEvents: BoundedQueue<String>
    private let feed: TestFeed
    private var open: [StreamID] = []

    init(
        held: Guarded<[Reply]>, arrived: BoundedQueue<String>, streamEvents: BoundedQueue<String>, feed: TestFeed
    ) {
        self.held = held
        self.arrived = arrived
        self.streamEvents = streamEvents
        self.feed = feed
    }

    func streamBegan(_ stream: StreamID, _ subscription: any Sendable, on streams: any Streams) {
        open.append(stream)
        _ = streamEvents.put("began")
        _ = streams.send(Array((subscription as? String ?? "?").utf8), to: stream)
    }

    func streamHasRoom(_ stream: StreamID, on streams: any Streams) { _ = streamEvents.put("room") }

    func streamEnded(_ stream: StreamID) {
        open.removeAll { $0 == stream }
        _ = streamEvents.put("ended")
    }

    func wake(on streams: any Streams) {
        for word in feed.take(where: { $0 != "tick" }) {
            for stream in open {
                switch word {
                case "end": streams.end(stream)
                case "flood":
                    var count = 0
                    while streams.send([UInt8](repeating: 0x78, count: 32_768), to: stream) { count += 1 }
                    _ = streamEvents.put("refused after \(count)")
                    streams.awaitRoom(stream)
                default: _ = streams.send(Array(word.utf8), to: stream)
                }
            }
        }
    }

    func tick(on streams: any Streams) { for word in feed.take(where: { $0 == "tick" }) { _ = streamEvents.put(word) } }

    deinit { for thread in threads { thread.join() } }

    func head(_ head: RequestHead) -> BodyDecision {
        switch head.path {
        case "/refuse": .refuse(Response(status: 401, body: Array("who?".utf8)))
        case "/ten": .collect(limit: 10)
        case "/spool": .spool(limit: 8 << 20)
        case "/spool-ten": .spool(limit: 10)
        default: .collect(limit: 4 << 20)
        }
    }

    func handle(_ request: Request, _ reply: Reply) {
        let path = request.head.path
        switch path {
        case "/echo", "/ten": reply.send(Response(status: 200, body: request.bytes))
        case "/drop": break
        case "/twice":
            reply.send(Response(status: 200, body: Array("first".utf8)))
            reply.send(Response(status: 500, body: Array("second".utf8)))
        case "/hold":
            held.withLock { $0.append(reply) }
            _ = arrived.put(path)
        case "/drop-later": later { withExtendedLifetime(reply) {} }
        case "/split": reply.send(Response(status: 200, headers: Headers([.init("X", "a\r\nY: b")])))
        case "/big": reply.send(Response(status: 200, body: [UInt8](repeating: 0x78, count: 8 << 20)))
        case "/stream":
            var response = Response(status: 200)
            response.stream = "hello "
            reply.send(response)
        case "/close": reply.send(Response(status: 200, body: Array("bye".utf8), closes: true))
        case "/making": later { reply.send { Response(status: 200, body: Array("made".utf8)) } }
        case "/host": reply.send(Response(status: 200, body: Array((request.head.headers["Host"] ?? "-").utf8)))
        case "/spool", "/spool-ten": reply.send(digest(request.body))
        case let other where other.hasPrefix("/status/"):
            reply.send(Response(status: Int(other.dropFirst(8)) ?? 500, body: Array("body".utf8)))
        case let other where other.hasPrefix("/later/"):
            later { reply.send(Response(status: 200, body: Array(other.utf8))) }
        default: reply.send(Response(status: 200, body: Array("\(request.head.method.name) \(path)".utf8)))
        }
    }

    private func later(_ body: @escaping @Sendable () -> Void) {
        // A test whose thread is refused misses its answer, and fails.
        if let thread = try? NamedThread("later", body) { threads.append(thread) }
    }

    /// The size and the sum of all bytes.
    private func digest(_ body: Request.Body) -> Response {
        guard case .spooled(let descriptor, let size) = body,
            let bytes = try? File.read(descriptor, at: 0, count: size + 1)
        else { return Response(status: 200, body: Array("not spooled".utf8)) }
        return Response(status: 200, body: Array("\(size) \(bytes.count) \(bytes.reduce(0) { $0 + Int($1) })".utf8))
    }
}
