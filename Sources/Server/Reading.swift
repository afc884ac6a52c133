import HTTP
import Platform

/// From bytes to requests.
extension EventLoop {
    /// Does for a connection what can be done now: sends, reads, parses, handles.
    func turn(_ connection: Connection) {
        var reads = 0
        while true {
            flush(connection)
            if connection.phase == .streaming {
                serveStream(connection)
                flush(connection)
            }
            if connection.phase == .lingering { linger(connection) }
            guard wantsInput(connection) else { return }
            let kept = connection.input.count
            var count = kept
            if kept == 0 || connection.isExamined {
                guard connection.isReadable else { return }
                guard reads < EventLoop.readsPerTurn else {
                    again.append(connection.token)
                    return
                }
                reads += 1
                guard let got = receive(connection, behind: kept) else { continue }
                count += got
            }
            guard let start = buffer.baseAddress else { return }
            connection.input.withUnsafeBufferPointer { bytes in
                if let first = bytes.baseAddress { start.update(from: first, count: kept) }
            }
            connection.isExamined = false
            let bytes = UnsafeBufferPointer(start: start, count: count)
            let used = consume(connection, bytes)
            if used < count, connection.phase != .closing, connection.phase != .streaming {
                connection.input = [UInt8](UnsafeBufferPointer(rebasing: bytes[used...]))
            } else if kept > 0 {
                connection.input = []
            }
        }
    }

    private func wantsInput(_ connection: Connection) -> Bool {
        switch connection.phase {
        case .head: connection.output.count - connection.outputStart < EventLoop.outputLimit && connection.body.isEmpty
        case .body: true
        case .spooling, .handling, .streaming, .closing, .lingering, .closed: false
        }
    }

    /// Reads behind the first `kept` bytes of the buffer. Nil when there was nothing to read.
    private func receive(_ connection: Connection, behind kept: Int) -> Int? {
        guard let start = buffer.baseAddress else { return nil }
        let room = min(EventLoop.readSize, buffer.count - kept)
        switch Socket.receive(connection.descriptor, into: start + kept, count: room) {
        case .moved(let count):
            // A short read has emptied the socket; only its end can still be there (epoll(7), question 9).
            if count < room, !connection.isHungUp { connection.isReadable = false }
            LoopCounters.add(count, to: counters.received)
            return count
        case .end:
            connection.isReadable = false
            ended(connection)
        case .blocked: connection.isReadable = false
        case .failed: close(connection)
        }
        return nil
    }

    /// The client sends nothing more.
    private func ended(_ connection: Connection) {
        switch connection.phase {
        case .body: refuse(connection, Refusal(.badRequest, "the body ended early"))
        case .head where connection.hasOutput: connection.phase = .closing
        default: close(connection)
        }
    }

    /// Parses and handles what it can of `bytes`, and says how much that was.
    private func consume(_ connection: Connection, _ bytes: UnsafeBufferPointer<UInt8>) -> Int {
        var used = 0
        while true {
            let rest = UnsafeBufferPointer(rebasing: bytes[used...])
            switch connection.phase {
            case .head:
                if rest.isEmpty || out.count >= EventLoop.outputLimit || !connection.body.isEmpty { return used }
                switch connection.parser.parse(rest) {
                case .needMore:
                    waitForHead(connection)
                    return used
                case .refuse(let refusal):
                    refuse(connection, refusal)
                    return bytes.count
                case .head(let head, let consumed):
                    used += consumed
                    used += begin(connection, head, available: bytes.count - used)
                }
            case .body:
                if rest.isEmpty { return used }
                used += receiveBody(connection, rest)
            case .streaming, .closing, .lingering, .closed: return bytes.count
            case .spooling, .handling: return used
            }
        }
    }

    private func waitForHead(_ connection: Connection) {
        connection.isExamined = true
        // Counted from the first byte, so it is set once.
        guard !connection.hasPartOfHead else { return }
        connection.hasPartOfHead = true
        setReadDeadline(connection, isDraining ? configuration.drainGrace : configuration.headTimeout)
    }

    /// Asks the handler what is to be done, and says how many of the `available` bytes behind the head are skipped.
    private func begin(_ connection: Connection, _ received: RequestHead, available: Int) -> Int {
        var head = received
        head.remoteAddress = connection.remoteAddress
        if head.id.isEmpty { head.id = requestIDs.next() }
        connection.requests += 1
        connection.hasPartOfHead = false
        connection.exchange.isHead = head.method == .head
        connection.exchange.isHTTP11 = head.isHTTP11
        connection.exchange.keepsAlive = head.keepsAlive
        connection.exchange.id = head.id
        if shared.onAccess != nil {
            connection.exchange.method = head.method.name
            connection.exchange.path = head.path
            connection.exchange.started = Clock.monotonicNanoseconds
        }
        if head.framing == .none, let response = handler.answer(head) {
            answer(connection, response)
            return 0
        }
        switch handler.head(head) {
        case .refuse(let response):
            var skipped = 0
            if case .length(let length) = head.framing, length <= available { skipped = length }
            // A body that is not here yet would have to be read to find the next request.
            answer(connection, response, closes: head.framing != .none && skipped == 0)
            return skipped
        case .collect(let limit): receiveBody(connection, head, limit: limit, isSpooled: false, available: available)
        case .spool(let limit): receiveBody(connection, head, limit: limit, isSpooled: true, available: available)
        }
        return 0
    }

    private func receiveBody(
        _ connection: Connection, _ head: RequestHead, limit: Int, isSpooled: Bool, available: Int
    ) {
        let limit = max(0, min(limit, configuration.maxBody))
        if head.framing == .none {
            handle(connection, Request(head: head), spool: nil)
            return
        }
        if case .length(let length) = head.framing, length > limit {
            refuse(connection, Refusal(.payloadTooLarge, "the body is larger than \(limit) bytes"))
            return
        }
        var file: SpoolFile?
        if isSpooled {
            do throws(SystemError) {
                file = try SpoolFile(in: configuration.spoolDirectory)
            } catch {
                refuse(connection, Refusal(.unavailable, "the body cannot be stored"))
                return
            }
        }
        let upload = Upload(head: head, spool: file, limit: limit, began: now)
        if !isSpooled { upload.bytes.reserveCapacity(min(upload.remaining, EventLoop.readSize)) }
        connection.upload = upload
        connection.phase = .body
        setReadDeadline(connection, configuration.bodyTimeout)
        if isDraining {
            connection.readDeadline = min(connection.readDeadline, bodiesEnd)
            schedule(connection)
        }
        // Whoever has begun to send the body does not wait for this (RFC 9110 section 10.1.1).
        if head.expectsContinue, available == 0 { send(ResponseEncoder.interim, to: connection) }
    }

    private func receiveBody(_ connection: Connection, _ bytes: UnsafeBufferPointer<UInt8>) -> Int {
        guard let upload = connection.upload else { return 0 }
        do throws(Refusal) {
            let used = try upload.take(bytes)
            if let file = upload.spool, !upload.bytes.isEmpty {
                writePiece(of: upload, to: file, connection)
            } else if upload.isComplete {
                complete(connection, upload)
            }
            return used
        } catch {
            refuse(connection, error)
            return bytes.count
        }
    }

    private func writePiece(of upload: Upload, to file: SpoolFile, _ connection: Connection) {
        var piece: [UInt8] = []
        swap(&piece, &upload.bytes)
        connection.phase = .spooling
        if !shared.spoolWriter.write(piece, to: file, for: connection.token, answerTo: mailbox) {
            refuse(connection, Refusal(.unavailable, "the body cannot be stored now"))
        }
    }

    /// The piece that was handed to the writer is in the file.
    func spooled(_ connection: Connection, isWritten: Bool) {
        guard let upload = connection.upload else { return }
        guard isWritten else {
            refuse(connection, Refusal(.unavailable, "the body cannot be stored"))
            return
        }
        connection.phase = .body
        if upload.isComplete {
            complete(connection, upload)
        } else if isDraining {
            connection.readDeadline = min(connection.readDeadline, bodiesEnd)
            schedule(connection)
        }
    }

    private func complete(_ connection: Connection, _ upload: Upload) {
        connection.upload = nil
        guard let file = upload.spool else {
            handle(connection, Request(head: upload.head, body: .bytes(upload.bytes)), spool: nil)
            return
        }
        File.rewind(file.descriptor)
        let size = upload.decoder?.bodySize ?? upload.received
        let body = Request.Body.spooled(descriptor: file.descriptor, size: size)
        handle(connection, Request(head: upload.head, body: body), spool: file)
    }

    private func handle(_ connection: Connection, _ request: Request, spool: SpoolFile?) {
        connection.phase = .handling
        setReadDeadline(connection, nil)
        handler.handle(request, Reply(to: PendingAnswer(connection.token, mailbox, spool: spool)))
        // Most handlers have answered by now: such an answer need not take the way round.
        mailbox.take(into: &mail)
        for letter in mail {
            switch letter {
            case .answer(connection.token, let answer) where connection.phase == .handling:
                self.answer(connection, answer.response)
            case .dropped(connection.token) where connection.phase == .handling: answerDropped(connection)
            default: deferredMail.append(letter)
            }
        }
        mail.removeAll(keepingCapacity: true)
    }
}
