import HTTP
import Platform
import Synchronization

/// How many connections all loops have open.
final class ConnectionCount: Sendable {
    private let count = Atomic<Int>(0)

    func add(_ change: Int) { count.add(change, ordering: .relaxed) }

    var value: Int { count.load(ordering: .relaxed) }
}

/// Taking connections, and refusing them when there are too many or no descriptor is left.
extension EventLoop {
    /// Connections that one listener may bring before others have their turn.
    private static let acceptsPerTurn = 64
    /// Connections beyond the limit that may be answering 503 at a time; more are closed without a word.
    private static let surplusLimit = 256
    /// Descriptors kept for saying 503 when the process has no other.
    private static let reserveSize = 16
    /// How long the listeners are left alone when even those are in use, in milliseconds.
    private static let deafness: Int64 = 50

    func accept(_ listener: Int32) {
        for _ in 0..<EventLoop.acceptsPerTurn where !acceptOne(listener) { return }
    }

    /// False when nobody waits any more.
    private func acceptOne(_ listener: Int32) -> Bool {
        switch Socket.accept(listener) {
        case .connection(let descriptor, let address):
            let count = shared.connectionCount.value
            if count >= configuration.maxConnections + EventLoop.surplusLimit {
                LoopCounters.add(1, to: counters.refused)
                Socket.close(descriptor)
            } else {
                admit(descriptor, address, isSurplus: count >= configuration.maxConnections)
            }
            return true
        case .none: return false
        case .gone: return true
        case .exhausted: return relieve(listener)
        }
    }

    /// Without a free descriptor a waiting connection cannot even be refused, and the listener would stay readable: so
    /// one that was kept for this is given up for it, until that connection is closed.
    private func relieve(_ listener: Int32) -> Bool {
        guard let spare = reserve.popLast() else {
            deafen()
            return false
        }
        File.close(spare)
        switch Socket.accept(listener) {
        case .connection(let descriptor, let address):
            admit(descriptor, address, isSurplus: true)
            return true
        case .none, .gone:
            // Nobody waits: the system wants a descriptor before it looks.
            fillReserve()
            return false
        case .exhausted:
            // Somebody else took it.
            fillReserve()
            deafen()
            return false
        }
    }

    private func admit(_ descriptor: Int32, _ address: SocketAddress, isSurplus: Bool) {
        generation = generation == .max ? 1 : generation + 1
        let connection = Connection(descriptor: descriptor, generation: generation, remoteAddress: address.host)
        do throws(SystemError) {
            try poller.add(descriptor, [.input, .output, .hangUp, .edge], tag: connection.token.bits)
        } catch {
            LoopCounters.add(1, to: counters.refused)
            Socket.close(descriptor)
            return
        }
        let index = connection.token.descriptor
        if index >= connections.count {
            connections += [Connection?](repeating: nil, count: max(64, index + 1 - connections.count))
        }
        connections[index] = connection
        connectionsOpen += 1
        shared.connectionCount.add(1)
        LoopCounters.add(1, to: counters.open)
        if isSurplus {
            LoopCounters.add(1, to: counters.refused)
            connection.isSurplus = true
            refuse(connection, Refusal(.unavailable, "too many connections"))
            turn(connection)
        } else {
            LoopCounters.add(1, to: counters.accepted)
            setReadDeadline(connection, configuration.idleTimeout)
        }
    }

    /// Ends a connection at once, whatever it was doing.
    func close(_ connection: Connection) {
        guard connection.phase != .closed else { return }
        connection.phase = .closed
        leaveStream(connection)
        connections[connection.token.descriptor] = nil
        deadlines.set(connection.token.descriptor, to: Deadlines.never)
        Socket.close(connection.descriptor)
        connection.upload = nil
        connection.file = nil
        connectionsOpen -= 1
        shared.connectionCount.add(-1)
        LoopCounters.add(-1, to: counters.open)
        if reserve.count < EventLoop.reserveSize { fillReserve() }
    }

    func fillReserve() {
        while reserve.count < EventLoop.reserveSize {
            // Without one now, the next connection that closes gives another chance.
            guard let spare = try? File.open(reading: "/dev/null") else { return }
            reserve.append(spare)
        }
    }

    private func deafen() {
        guard deafUntil == Deadlines.never else { return }
        for listener in listeners { poller.remove(listener) }
        deafUntil = now + EventLoop.deafness * EventLoop.nanosecondsPerMillisecond
    }

    func listenAgain() {
        deafUntil = Deadlines.never
        fillReserve()
        for listener in listeners {
            do throws(SystemError) {
                try poller.add(listener, .input, tag: UInt64(listener))
            } catch {
                deafen()
            }
        }
    }

    /// Takes no more connections, ends those that wait, and lets those in the middle of a request finish it.
    func drain() {
        guard !isDraining else { return }
        isDraining = true
        bodiesEnd = now + Int64(configuration.drainBodyGrace) * EventLoop.nanosecondsPerMillisecond
        for listener in listeners {
            // Closing a listener resets what waits in its queue, and the kernel does not hand it to the others.
            while acceptOne(listener) {}
            Socket.close(listener)
        }
        listeners = []
        deafUntil = Deadlines.never
        for connection in connections {
            guard let connection else { continue }
            // What the client has sent already is still answered.
            connection.isReadable = true
            turn(connection)
            if connection.phase == .streaming {
                finishStream(connection)
                flush(connection)
            }
            if connection.phase == .body || connection.phase == .spooling {
                connection.readDeadline = min(connection.readDeadline, bodiesEnd)
                schedule(connection)
            }
            guard connection.phase == .head, !connection.hasOutput else { continue }
            if connection.isIdle, connection.requests > 0 {
                close(connection)
            } else {
                let grace = now + Int64(configuration.drainGrace) * EventLoop.nanosecondsPerMillisecond
                connection.readDeadline = min(connection.readDeadline, grace)
                schedule(connection)
            }
        }
    }
}
