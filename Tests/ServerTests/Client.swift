import Platform

/// An answer as it came over the wire.
struct Answer {
    let status: Int
    let head: String
    let body: String

    func header(_ name: String) -> String? {
        for line in head.split(separator: "\r\n") {
            let parts = line.split(separator: ":", maxSplits: 1)
            if parts.count == 2, parts[0].lowercased() == name.lowercased() {
                return String(parts[1]).trimmingPrefix(" ").description
            }
        }
        return nil
    }

    var closes: Bool { header("Connection") == "close" }
}

/// A blocking client that sends whatever bytes a test wants.
final class Client {
    enum Problem: Error, Equatable {
        case closed(received: String)
        case timeout(received: String)
    }

    let descriptor: Int32
    private var received: [UInt8] = []
    private var isOpen = true

    init(port: UInt16, timeout: Int = 10_000) throws {
        guard let address = SocketAddress("127.0.0.1:\(port)") else { throw Problem.closed(received: "") }
        descriptor = try Socket.connect(to: address, timeoutMilliseconds: timeout)
    }

    deinit { close() }

    func close() {
        if isOpen { Socket.close(descriptor) }
        isOpen = false
    }

    /// False once the server takes no more.
    @discardableResult
    func send(_ text: String) -> Bool { send(Array(text.utf8)) }

    @discardableResult
    func send(_ bytes: [UInt8]) -> Bool {
        bytes.withUnsafeBufferPointer { buffer in
            var sent = 0
            while let start = buffer.baseAddress, sent < buffer.count {
                guard case .moved(let count) = Socket.send(descriptor, start + sent, count: buffer.count - sent) else {
                    return false
                }
                sent += count
            }
            return true
        }
    }

    func closeWriting() { Socket.shutDownWriting(descriptor) }

    /// The next answer; one to HEAD has no body.
    func answer(toHead: Bool = false) throws -> Answer {
        var headEnd = end(of: "\r\n\r\n")
        while headEnd == nil {
            try more()
            headEnd = end(of: "\r\n\r\n")
        }
        let headLength = headEnd ?? 0
        let head = String(decoding: received[..<headLength], as: UTF8.self)
        let status = Int(head.split(separator: " ").dropFirst().first ?? "") ?? 0
        let answer = Answer(status: status, head: head, body: "")
        let length = toHead || status < 200 ? 0 : Int(answer.header("Content-Length") ?? "0") ?? 0
        while received.count < headLength + length { try more() }
        let body = String(decoding: received[headLength..<(headLength + length)], as: UTF8.self)
        received.removeFirst(headLength + length)
        return Answer(status: status, head: head, body: body)
    }

    /// What comes, up to and with `mark`.
    func read(until mark: String) throws -> String {
        while end(of: mark) == nil { try more() }
        return try read(count: end(of: mark) ?? 0)
    }

    /// The next `count` bytes.
    func read(count: Int) throws -> String {
        while received.count < count { try more() }
        defer { received.removeFirst(count) }
        return String(decoding: received[..<count], as: UTF8.self)
    }

    /// Everything until the server closes or resets the connection.
    func rest() throws -> String {
        while true {
            do {
                try more()
            } catch Problem.closed(let received) {
                return received
            }
        }
    }

    /// Whether the server has closed, with nothing more said; waits until the timeout.
    func isClosed() throws -> Bool {
        do {
            return try rest().isEmpty
        } catch Problem.timeout {
            return false
        }
    }

    private func end(of mark: String) -> Int? {
        let mark = Array(mark.utf8)
        guard received.count >= mark.count else { return nil }
        for start in 0...(received.count - mark.count) where received[start] == mark[0] {
            if received[start..<(start + mark.count)].elementsEqual(mark) { return start + mark.count }
        }
        return nil
    }

    private func more() throws {
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        let transfer = buffer.withUnsafeMutableBufferPointer { room in
            room.baseAddress.map { Socket.receive(descriptor, into: $0, count: room.count) } ?? .end
        }
        let sofar = String(decoding: received, as: UTF8.self)
        switch transfer {
        case .moved(let count): received += buffer[..<count]
        case .blocked: throw Problem.timeout(received: sofar)
        case .end, .failed: throw Problem.closed(received: sofar)
        }
    }
}
