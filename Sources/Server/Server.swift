import HTTP
import Platform
import Synchronization

/// The HTTP server: a loop a thread, each with its own listeners and handler. It knows HTTP and nothing of what is
/// served.
///
/// An answer that stays open (server-sent events) is a phase of its connection that reads nothing and is fed by the
/// handler: see `Streaming`.
package final class Server: Sendable {
    private struct Running {
        let threads: [NamedThread]
        let mailboxes: [Mailbox]
        let counters: [LoopCounters]
        let spoolWriter: SpoolWriter
        let addresses: [SocketAddress]
        let ended: EndedLoops
    }

    private let configuration: Configuration
    private let makeHandler: @Sendable (Int) -> any Handler
    private let refusalResponse: @Sendable (ServerRefusal, String, String) -> Response
    private let onAccess: (@Sendable (AccessRecord) -> Void)?
    private let running = Guarded<Running?>(nil)
    private let final = Guarded(Counters())

    /// - Parameters:
    ///   - makeHandler: called once for each loop, on its thread, with its number from 0.
    ///   - refusalResponse: the answer when the server refuses by itself: why, in a word and in a line, and the
    ///     request's id. Called on loop threads.
    ///   - onAccess: told every answer, on the loop's thread: it must be quick.
    package init(
        configuration: Configuration, makeHandler: @escaping @Sendable (_ loopIndex: Int) -> any Handler,
        refusalResponse:
            @escaping @Sendable (ServerRefusal, _ reason: String, _ requestID: String) -> Response = { refusal, _, _ in
                Response(status: refusal.rawValue)
            },
        onAccess: (@Sendable (AccessRecord) -> Void)? = nil
    ) {
        self.configuration = configuration
        self.makeHandler = makeHandler
        self.refusalResponse = refusalResponse
        self.onAccess = onAccess
    }

    deinit { stop() }

    /// Listens and serves. Returns once every loop has its handler.
    ///
    /// - Parameter prepare: called once the addresses are ours and before the first request is read; false ends it there,
    ///   with nothing served.
    /// - Throws: when an address cannot be listened on, or the system gives no descriptor or thread.
    package func start(onceListening prepare: () -> Bool = { true }) throws(SystemError) {
        guard running.withLock({ $0 == nil }) else { return }
        let loops = max(1, configuration.loops)
        let ended = try EndedLoops()
        let spoolWriter = try SpoolWriter(capacity: max(16, configuration.maxConnections))
        var listeners = Listeners()
        do throws(SystemError) {
            try listeners.open(configuration, loops: loops)
        } catch {
            spoolWriter.close()
            throw error
        }
        guard prepare() else {
            listeners.close()
            spoolWriter.close()
            return
        }
        let shared = EventLoop.Shared(
            configuration: configuration, refusalResponse: refusalResponse, onAccess: onAccess,
            spoolWriter: spoolWriter,
            connectionCount: ConnectionCount())
        let ready = BoundedQueue<SystemError?>(capacity: loops)
        var threads: [NamedThread] = []
        var mailboxes: [Mailbox] = []
        var counters: [LoopCounters] = []
        var failure: SystemError?
        for index in 0..<loops {
            do throws(SystemError) {
                let mailbox = try Mailbox()
                let counter = LoopCounters()
                threads.append(try run(index, shared, listeners.byLoop[index], mailbox, counter, ready, ended))
                mailboxes.append(mailbox)
                counters.append(counter)
            } catch {
                failure = failure ?? error
                for listener in listeners.byLoop[index] { Socket.close(listener) }
            }
        }
        for _ in threads { if let error = ready.takeFirst() ?? nil { failure = failure ?? error } }
        let started = Running(
            threads: threads, mailboxes: mailboxes, counters: counters, spoolWriter: spoolWriter,
            addresses: listeners.addresses, ended: ended)
        running.withLock { $0 = started }
        if let failure {
            stop()
            throw failure
        }
    }

    /// The port of the first address; 0 before `start`.
    package var port: UInt16 { addresses.first?.port ?? 0 }

    /// Where it listens, with the ports that the system chose.
    package var addresses: [SocketAddress] { running.withLock { $0?.addresses ?? [] } }

    package var counters: Counters {
        let loops = running.withLock { $0?.counters }
        guard let loops else { return final.withLock { $0 } }
        var sum = Counters()
        for loop in loops { loop.add(to: &sum) }
        return sum
    }

    /// Wakes the handlers of the loops that have open streams. From any thread; cheap where there are none.
    package func wake() {
        running.withLock { running in
            guard let running else { return }
            for (mailbox, counters) in zip(running.mailboxes, running.counters) where counters.hasStreams {
                mailbox.postWake()
            }
        }
    }

    /// Takes no more connections, lets requests in progress finish, and stops.
    ///
    /// - Parameter timeout: milliseconds, after which what is left is cut off.
    /// - Returns: whether everything was finished in time.
    @discardableResult
    package func drain(timeout: Int) -> Bool {
        guard let draining = running.withLock({ $0 }) else { return true }
        for mailbox in draining.mailboxes { mailbox.post(.drain) }
        let isFinished = draining.ended.wait(for: draining.threads.count, milliseconds: timeout)
        stop()
        return isFinished
    }

    /// Cuts everything off and returns when all threads have ended.
    package func stop() {
        let stopping = running.withLock { running in
            defer { running = nil }
            return running
        }
        guard let stopping else { return }
        for mailbox in stopping.mailboxes { mailbox.post(.stop) }
        for thread in stopping.threads { thread.join() }
        stopping.spoolWriter.close()
        var sum = Counters()
        for loop in stopping.counters { loop.add(to: &sum) }
        final.withLock { $0 = sum }
    }

    private func run(
        _ index: Int, _ shared: EventLoop.Shared, _ listeners: [Int32], _ mailbox: Mailbox, _ counters: LoopCounters,
        _ ready: BoundedQueue<SystemError?>, _ ended: EndedLoops
    ) throws(SystemError) -> NamedThread {
        let makeHandler = makeHandler
        return try NamedThread("loop-\(index)") {
            do throws(SystemError) {
                let loop = try EventLoop(
                    shared, handler: makeHandler(index), listeners: listeners, mailbox: mailbox, counters: counters)
                _ = ready.put(nil)
                loop.run()
            } catch {
                for listener in listeners { Socket.close(listener) }
                mailbox.close()
                _ = ready.put(error)
            }
            ended.addOne()
        }
    }
}

/// The listening sockets: one for each loop and address.
private struct Listeners {
    var byLoop: [[Int32]] = []
    var addresses: [SocketAddress] = []

    mutating func open(_ configuration: Server.Configuration, loops: Int) throws(SystemError) {
        addresses = configuration.addresses
        do throws(SystemError) {
            for loop in 0..<loops {
                byLoop.append([])
                for index in addresses.indices {
                    let listener = try Socket.listen(
                        on: addresses[index], backlog: configuration.backlog, sharesPort: true,
                        isFirst: loop == 0)
                    byLoop[loop].append(listener)
                    // The first loop's sockets choose the ports, the others share them.
                    if loop == 0 { addresses[index] = try Socket.localAddress(of: listener) }
                }
            }
        } catch {
            close()
            throw error
        }
    }

    func close() {
        for listener in byLoop.joined() { Socket.close(listener) }
    }
}

/// Counts the loops that have ended, for whoever waits for them.
private final class EndedLoops: Sendable {
    private let count = Atomic<Int>(0)
    private let bell: Bell

    init() throws(SystemError) { bell = try Bell() }

    func addOne() {
        count.add(1, ordering: .releasing)
        bell.ring()
    }

    /// Whether `loops` of them ended within so many milliseconds.
    func wait(for loops: Int, milliseconds: Int) -> Bool {
        let end = Clock.monotonicNanoseconds + Int64(milliseconds) * EventLoop.nanosecondsPerMillisecond
        do throws(SystemError) {
            let poller = try Poller(capacity: 1)
            try poller.add(bell.descriptor, .input, tag: 0)
            while count.load(ordering: .acquiring) < loops {
                let rest = (end - Clock.monotonicNanoseconds) / EventLoop.nanosecondsPerMillisecond
                if rest <= 0 { return false }
                if poller.wait(milliseconds: Int32(clamping: rest)) > 0 { bell.silence() }
            }
            return true
        } catch {
            // Without a descriptor to wait with, waiting ends here.
            return false
        }
    }
}
