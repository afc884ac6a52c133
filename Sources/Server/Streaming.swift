import HTTP
import Platform

/// An answer that stays open.
struct OpenStream {
    let subscription: any Sendable
    let status: Int
    var hasBegun = false
    /// The handler waits until nothing is left to send.
    var awaitsRoom = false
    /// Bytes of the body so far.
    var length = 0
}

/// Streams: connections whose answer the handler goes on with. They read nothing more, and what a client does not take is
/// bounded.
extension EventLoop: Streams {
    /// Bytes that may wait for one client. More it reads itself, from where it stands.
    private static let backlog = 1 << 16
    /// Nanoseconds between two ticks.
    static let tickInterval: Int64 = 500_000_000

    /// The head of the stream's answer is queued.
    func openStream(_ connection: Connection, _ subscription: any Sendable, status: Int) {
        connection.stream = OpenStream(subscription: subscription, status: status)
        connection.phase = .streaming
        connection.input = []
        LoopCounters.add(1, to: counters.streamsOpen)
        LoopCounters.add(1, to: counters.streamsOpened)
        if nextTick == Deadlines.never { nextTick = now + EventLoop.tickInterval }
    }

    /// Does what a stream's turn asks for, after what waited was sent as far as the client takes it.
    func serveStream(_ connection: Connection) {
        let stream = StreamID(connection.token.bits)
        if connection.stream?.hasBegun == false, let subscription = connection.stream?.subscription {
            connection.stream?.hasBegun = true
            handler.streamBegan(stream, subscription, on: self)
        }
        // Who sends nothing more has gone, as far as anybody can tell before something is sent.
        if connection.isHungUp { finishStream(connection) }
        if connection.stream?.awaitsRoom == true, !connection.hasOutput {
            connection.stream?.awaitsRoom = false
            handler.streamHasRoom(stream, on: self)
            // Its turn comes again, after the others'.
            if connection.stream?.awaitsRoom == true, !connection.hasOutput { again.append(connection.token) }
        }
    }

    /// Ends a stream after what waits; `flush` does the rest.
    func finishStream(_ connection: Connection) {
        guard connection.phase == .streaming else { return }
        connection.phase = .closing
        leaveStream(connection)
    }

    /// The stream is over: whoever feeds it hears of it, and so does the access log.
    func leaveStream(_ connection: Connection) {
        guard let stream = connection.stream else { return }
        connection.stream = nil
        LoopCounters.add(-1, to: counters.streamsOpen)
        note(connection.exchange, connection, status: stream.status, bytes: stream.length)
        handler.streamEnded(StreamID(connection.token.bits))
    }

    func tickWhenDue() {
        if wakesSoon {
            wakesSoon = false
            handler.wake(on: self)
        }
        guard now >= nextTick else { return }
        nextTick = counters.hasStreams ? now + EventLoop.tickInterval : Deadlines.never
        if counters.hasStreams { handler.tick(on: self) }
    }

    // MARK: For the handler

    func send(_ bytes: [UInt8], to stream: StreamID) -> Bool {
        guard let connection = connection(Token(bits: stream.bits)), connection.phase == .streaming else {
            return false
        }
        if connection.hasOutput {
            guard connection.output.count - connection.outputStart + bytes.count <= EventLoop.backlog else {
                return false
            }
            if connection.outputStart > EventLoop.backlog {
                connection.output.removeSubrange(..<connection.outputStart)
                connection.outputStart = 0
            }
            connection.output += bytes
        } else {
            // The same bytes for all who listen: copied for whoever does not take them at once.
            let sent = bytes.withUnsafeBufferPointer { write($0, connection) }
            guard connection.phase == .streaming else { return false }
            if sent < bytes.count {
                connection.output = [UInt8](bytes[sent...])
                connection.outputStart = 0
            }
        }
        connection.stream?.length += bytes.count
        return true
    }

    func awaitRoom(_ stream: StreamID) {
        guard let connection = connection(Token(bits: stream.bits)), connection.stream?.awaitsRoom == false else {
            return
        }
        connection.stream?.awaitsRoom = true
        // Otherwise its turn comes when the client has taken something.
        if !connection.hasOutput { again.append(connection.token) }
    }

    func wakeSoon() { wakesSoon = true }

    func end(_ stream: StreamID) {
        guard let connection = connection(Token(bits: stream.bits)), connection.phase == .streaming else { return }
        finishStream(connection)
        flush(connection)
    }
}
