import HTTP
import Platform

/// From answers to bytes.
extension EventLoop {
    /// How much of the send buffer's memory is kept between turns.
    private static let keptCapacity = 1 << 17
    /// How long a connection beyond the limits may take to close, in milliseconds.
    private static let surplusPatience = 250
    /// Bytes of a file that are read at a time.
    private static let filePiece = 1 << 18

    /// Queues the answer to the request in hand. `turn` sends it.
    func answer(_ connection: Connection, _ response: Response, closes: Bool = false) {
        let exchange = connection.exchange
        let isStream = response.stream != nil
        let closes = closes || response.closes || !exchange.keepsAlive || isDraining || isStream
        let context = ResponseEncoder.Context(
            isHead: exchange.isHead, isHTTP11: exchange.isHTTP11, closes: closes, id: exchange.id, dateLine: dateLine)
        if !queue(response, context, to: connection) {
            let instead = shared.refusalResponse(.internalError, "the answer cannot be sent", exchange.id)
            if !queue(instead, context, to: connection) {
                _ = queue(Response(status: ServerRefusal.internalError.rawValue), context, to: connection)
            }
        }
        connection.upload = nil
        if let subscription = response.stream, !exchange.isHead, !isDraining {
            openStream(connection, subscription, status: response.status)
            setReadDeadline(connection, nil)
            return
        }
        connection.phase = closes ? .closing : .head
        setReadDeadline(connection, closes ? nil : configuration.idleTimeout)
    }

    /// Answers for a handler that did not.
    func answerDropped(_ connection: Connection) {
        answer(connection, shared.refusalResponse(.internalError, "no answer was made", connection.exchange.id))
    }

    /// Answers in the handler's place and closes: what follows cannot be told apart, or is not wanted.
    func refuse(_ connection: Connection, _ refusal: Refusal) {
        if connection.phase == .head {
            connection.exchange = Exchange(id: requestIDs.next(), started: Clock.monotonicNanoseconds)
        }
        var response = shared.refusalResponse(refusal.kind, refusal.reason, connection.exchange.id)
        if refusal.kind == .unavailable, response.headers["Retry-After"] == nil {
            response.headers.add("Retry-After", "1")
        }
        answer(connection, response, closes: true)
    }

    /// Queues bytes that are no answer of their own.
    func send(_ bytes: [UInt8], to connection: Connection) {
        if connection.output.isEmpty { out += bytes } else { connection.output += bytes }
    }

    private func queue(_ response: Response, _ context: ResponseEncoder.Context, to connection: Connection) -> Bool {
        let sendsBody = ResponseEncoder.sendsBody(response, isHead: context.isHead)
        let isLong = sendsBody && (response.body.count >= EventLoop.longBody || response.file != nil)
        // Before the head is written: a file that cannot be read is answered with an error.
        if sendsBody, let file = response.file {
            connection.file = file
            guard refill(connection) else { return false }
        }
        let isQueued =
            if connection.output.isEmpty {
                isLong
                    ? ResponseEncoder.appendHead(of: response, context, to: &out)
                    : ResponseEncoder.append(response, context, to: &out)
            } else {
                isLong
                    ? ResponseEncoder.appendHead(of: response, context, to: &connection.output)
                    : ResponseEncoder.append(response, context, to: &connection.output)
            }
        guard isQueued else {
            connection.file = nil
            if isLong { connection.body = [] }
            return false
        }
        if isLong, response.file == nil { connection.body = response.body }
        counters.countResponse(response.status)
        // A stream is noted when it ends.
        if response.stream == nil || context.isHead || isDraining {
            note(connection.exchange, connection, status: response.status, bytes: sendsBody ? response.length : 0)
        }
        return true
    }

    /// Tells whoever keeps the access log.
    func note(_ exchange: Exchange, _ connection: Connection, status: Int, bytes: Int) {
        guard let onAccess = shared.onAccess else { return }
        onAccess(
            AccessRecord(
                time: Clock.system.now, method: exchange.method, path: exchange.path, status: status, bytes: bytes,
                microseconds: Int(max(0, Clock.monotonicNanoseconds - exchange.started) / 1000),
                requestID: exchange.id, remoteAddress: connection.remoteAddress))
    }

    /// Sends what is queued, as far as the socket takes it.
    func flush(_ connection: Connection) {
        if connection.output.isEmpty, !out.isEmpty || !connection.body.isEmpty {
            sendFresh(connection)
        } else if connection.hasOutput {
            sendKept(connection)
        }
        if connection.phase == .closing, !connection.hasOutput {
            Socket.shutDownWriting(connection.descriptor)
            connection.phase = .lingering
            connection.input = []
            connection.isReadable = true
            var patience = configuration.lingerTimeout
            if isDraining { patience = min(patience, configuration.drainGrace) }
            // It may hold one of the last descriptors.
            if connection.isSurplus { patience = min(patience, EventLoop.surplusPatience) }
            setReadDeadline(connection, patience)
        }
    }

    /// Sends from the loop's own buffer; the connection gets one only for what is left.
    private func sendFresh(_ connection: Connection) {
        if connection.body.isEmpty {
            let sent = out.withUnsafeBufferPointer { write($0, connection) }
            if sent < out.count, connection.phase != .closed { connection.output = [UInt8](out[sent...]) }
        } else {
            swap(&connection.output, &out)
            connection.outputStart = 0
            sendKept(connection)
        }
        if out.capacity > EventLoop.keptCapacity { out = [] } else { out.removeAll(keepingCapacity: true) }
    }

    private func sendKept(_ connection: Connection) {
        while connection.hasOutput, connection.phase != .closed {
            let sent = connection.output.withUnsafeBufferPointer { output in
                connection.body.withUnsafeBufferPointer { body in
                    write(
                        UnsafeBufferPointer(rebasing: output[connection.outputStart...]), connection,
                        then: UnsafeBufferPointer(rebasing: body[connection.bodyStart...]))
                }
            }
            if sent == 0 { return }
            let rest = connection.output.count - connection.outputStart
            if sent < rest {
                connection.outputStart += sent
                continue
            }
            connection.output = []
            connection.outputStart = 0
            connection.bodyStart += sent - rest
            if connection.bodyStart >= connection.body.count {
                connection.body = []
                connection.bodyStart = 0
                // Shorter than it was said to be: only a cut tells the client.
                if !refill(connection) { close(connection) }
            }
        }
        if connection.phase != .closed, connection.writeDeadline != Deadlines.never {
            connection.writeDeadline = Deadlines.never
            schedule(connection)
        }
    }

    /// Reads the next piece of a file's body, so that `body` is empty only once the file is sent. From the page cache,
    /// mostly: it was written or opened a moment ago. False when the file cannot be read or is too short.
    private func refill(_ connection: Connection) -> Bool {
        guard let file = connection.file, connection.body.isEmpty else { return true }
        connection.file = nil
        let range = file.range
        guard !range.isEmpty else { return true }
        let count = min(range.count, EventLoop.filePiece)
        guard let piece = try? File.read(file.source.descriptor, at: range.lowerBound, count: count),
            piece.count == count
        else { return false }
        connection.body = piece
        let next = range.lowerBound + count
        if next < range.upperBound { connection.file = FileBody(file.source, range: next..<range.upperBound) }
        return true
    }

    /// One write. Says how many bytes it took: 0 when the socket takes none, or the connection was closed for it.
    func write(
        _ first: UnsafeBufferPointer<UInt8>, _ connection: Connection,
        then second: UnsafeBufferPointer<UInt8> = UnsafeBufferPointer(start: nil, count: 0)
    ) -> Int {
        guard let start = first.baseAddress ?? second.baseAddress else { return 0 }
        let total = first.count + second.count
        let transfer =
            if first.isEmpty || second.isEmpty {
                Socket.send(connection.descriptor, first.isEmpty ? second.baseAddress ?? start : start, count: total)
            } else {
                Socket.send(connection.descriptor, first, second)
            }
        switch transfer {
        case .moved(let count):
            LoopCounters.add(count, to: counters.sent)
            connection.sentSinceBlocked += count
            if count < total { blocked(connection) }
            return count
        case .blocked, .end: blocked(connection)
        case .failed: close(connection)
        }
        return 0
    }

    private func blocked(_ connection: Connection) {
        guard connection.writeDeadline == Deadlines.never else { return }
        connection.blockedSince = now
        connection.sentSinceBlocked = 0
        connection.writeDeadline = now + Int64(configuration.writeTimeout) * EventLoop.nanosecondsPerMillisecond
        schedule(connection)
    }

    /// Reads and drops what a client still sends after its last answer, within limits.
    func linger(_ connection: Connection) {
        guard let start = buffer.baseAddress else { return }
        while connection.isReadable, connection.phase == .lingering {
            switch Socket.receive(connection.descriptor, into: start, count: EventLoop.readSize) {
            case .moved(let count):
                connection.lingeredBytes += count
                if connection.lingeredBytes > configuration.lingerBytes { close(connection) }
            case .blocked: connection.isReadable = false
            case .end, .failed: close(connection)
            }
        }
    }
}
