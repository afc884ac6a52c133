import HTTP
import Platform
import Synchronization

/// A thread's share of the server: its listeners, its connections and its handler. Everything in it belongs to that
/// thread; others reach it through its mailbox.
final class EventLoop {
    /// What all loops have in common.
    struct Shared: Sendable {
        let configuration: Server.Configuration
        let refusalResponse: @Sendable (ServerRefusal, _ reason: String, _ requestID: String) -> Response
        let onAccess: (@Sendable (AccessRecord) -> Void)?
        let spoolWriter: SpoolWriter
        let connectionCount: ConnectionCount
    }

    /// The most bytes of one read.
    static let readSize = 1 << 16
    /// Reads that one connection may do before others have their turn.
    static let readsPerTurn = 16
    /// Bytes waiting to be sent that keep further requests of the same connection from being read.
    static let outputLimit = 1 << 16
    /// Bodies at least this long are sent from where they are.
    static let longBody = 1 << 15
    static let nanosecondsPerMillisecond: Int64 = 1_000_000

    let shared: Shared
    let configuration: Server.Configuration
    let handler: any Handler
    let mailbox: Mailbox
    let counters: LoopCounters
    let poller: Poller
    var listeners: [Int32]
    /// Listeners are deaf until then, for want of descriptors.
    var deafUntil = Deadlines.never
    /// Descriptors kept for refusing connections when all others are in use.
    var reserve: [Int32] = []

    /// By descriptor.
    var connections: [Connection?] = []
    var connectionsOpen = 0
    var generation: UInt32 = 0
    var deadlines = Deadlines()
    /// Connections that ended their turn with something left to do.
    var again: [Token] = []
    /// When the handler's next tick is due; never while no stream is open.
    var nextTick = Deadlines.never
    /// The handler has more to do for its streams.
    var wakesSoon = false
    var isDraining = false
    /// Bodies that are not complete by then are not waited for; nanoseconds of the monotonic clock.
    var bodiesEnd = Deadlines.never
    var isStopped = false

    /// Where everything is received, by one connection at a time: an idle one has no buffer. A head that is not
    /// complete is moved to its front, so it is longer than one read.
    let buffer: UnsafeMutableBufferPointer<UInt8>
    /// What the connection whose turn it is has to send.
    var out: [UInt8] = []
    var mail: [Mail] = []
    /// Taken from the mailbox during another connection's turn.
    var deferredMail: [Mail] = []

    /// Nanoseconds of the monotonic clock, read once a round.
    var now: Int64 = Clock.monotonicNanoseconds
    var dateLine: [UInt8] = []
    private var dateSecond: Int64 = -1
    var requestIDs = RequestIDs()

    init(
        _ shared: Shared, handler: any Handler, listeners: [Int32], mailbox: Mailbox, counters: LoopCounters
    ) throws(SystemError) {
        self.shared = shared
        self.handler = handler
        self.mailbox = mailbox
        self.counters = counters
        self.listeners = listeners
        configuration = shared.configuration
        buffer = .allocate(
            capacity: EventLoop.readSize + RequestParser.requestLineLimit + RequestParser.headersLimit + 64)
        poller = try Poller()
        try poller.add(mailbox.bell.descriptor, .input, tag: UInt64(mailbox.bell.descriptor))
        for listener in listeners { try poller.add(listener, .input, tag: UInt64(listener)) }
        fillReserve()
    }

    deinit { buffer.deallocate() }

    /// Serves until it is stopped, or drained and empty.
    func run() {
        while !isStopped, !isDraining || connectionsOpen > 0 {
            handler.turnEnds()
            let mayWait = again.isEmpty && !wakesSoon && deferredMail.isEmpty && mailbox.fallAsleep()
            let count = poller.wait(milliseconds: mayWait ? waitMilliseconds() : 0)
            if mayWait { mailbox.wakeUp() }
            readClocks()
            let unfinished = again
            again.removeAll(keepingCapacity: true)
            for index in 0..<count { handle(poller.event(index)) }
            for token in unfinished { if let connection = connection(token) { turn(connection) } }
            readMail()
            tickWhenDue()
            for descriptor in deadlines.takeExpired(at: now) { expire(descriptor) }
            if now >= deafUntil { listenAgain() }
        }
        end()
    }

    func connection(_ token: Token) -> Connection? {
        guard token.descriptor < connections.count, let connection = connections[token.descriptor],
            connection.token == token
        else { return nil }
        return connection
    }

    private func handle(_ event: Poller.Event) {
        guard event.tag >> 32 != 0 else {
            let descriptor = Int32(truncatingIfNeeded: event.tag)
            if descriptor == mailbox.bell.descriptor { mailbox.bell.silence() } else { accept(descriptor) }
            return
        }
        // An event may be of a connection that an earlier one of the same round closed.
        guard let connection = connection(Token(bits: event.tag)) else { return }
        if event.isBroken {
            close(connection)
            return
        }
        if event.isReadable { connection.isReadable = true }
        if event.isHungUp { connection.isHungUp = true }
        turn(connection)
    }

    private func readMail() {
        mailbox.take(into: &mail)
        if !deferredMail.isEmpty {
            mail = deferredMail + mail
            deferredMail.removeAll(keepingCapacity: true)
        }
        // Answers may make connections handle more requests, and these take mail: not while this array is walked.
        var letters: [Mail] = []
        swap(&letters, &mail)
        for letter in letters { read(letter) }
        letters.removeAll(keepingCapacity: true)
        if mail.isEmpty { swap(&letters, &mail) }
    }

    private func read(_ letter: Mail) {
        switch letter {
        case .answer(let token, let answer):
            guard let connection = connection(token), connection.phase == .handling else { return }
            self.answer(connection, answer.response)
            turn(connection)
        case .dropped(let token):
            guard let connection = connection(token), connection.phase == .handling else { return }
            answerDropped(connection)
            turn(connection)
        case .spooled(let token, let isWritten):
            guard let connection = connection(token), connection.phase == .spooling else { return }
            spooled(connection, isWritten: isWritten)
            turn(connection)
        case .wake:
            mailbox.wakeIsRead()
            if counters.hasStreams { handler.wake(on: self) }
        case .drain: drain()
        case .stop: isStopped = true
        }
    }

    private func readClocks() {
        now = Clock.monotonicNanoseconds
        let second = Clock.system.now / 1000
        if second != dateSecond {
            dateSecond = second
            dateLine = ResponseEncoder.dateLine(second)
        }
    }

    /// Until the next deadline, rounded up; for ever when there is none.
    private func waitMilliseconds() -> Int32 {
        let next = min(deadlines.next, deafUntil, nextTick)
        guard next != Deadlines.never else { return -1 }
        let rest = next - Clock.monotonicNanoseconds
        return Int32(
            clamping: max(0, rest + EventLoop.nanosecondsPerMillisecond - 1) / EventLoop.nanosecondsPerMillisecond)
    }

    private func end() {
        handler.turnEnds()
        for connection in connections { if let connection { close(connection) } }
        for listener in listeners { Socket.close(listener) }
        for descriptor in reserve { File.close(descriptor) }
        mailbox.close()
    }
}

/// Names for requests whose client gave none: random for each loop, then counted. At most 15 bytes, which Swift keeps
/// without allocating.
struct RequestIDs {
    private static let alphabet = Array("0123456789abcdefghijkmnpqrstuvwx".utf8)
    private static let prefixLength = 7

    private let prefix: [UInt8]
    private var count: UInt64 = 0

    init(_ random: Random = .system) {
        prefix = random.bytes(RequestIDs.prefixLength).map { RequestIDs.alphabet[Int($0 & 31)] }
    }

    mutating func next() -> String {
        count &+= 1
        let number = count
        return String(unsafeUninitializedCapacity: 15) { bytes in
            var length = 0
            for byte in prefix {
                bytes[length] = byte
                length += 1
            }
            // Eight digits of 5 bits: no name comes twice within 10^12 requests.
            for shift in stride(from: UInt64(35), through: 0, by: -5) {
                bytes[length] = RequestIDs.alphabet[Int(number >> shift & 31)]
                length += 1
            }
            return length
        }
    }
}
