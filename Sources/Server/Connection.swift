import HTTP
import Platform

/// One client's connection: its state, moved on by the loop that owns it.
final class Connection {
    enum Phase {
        /// Waiting for a request's head, or in the middle of it.
        case head
        /// Reading a body.
        case body
        /// A piece of the body is being written to its file; nothing is read meanwhile.
        case spooling
        /// The handler has the request; nothing is read until it has answered.
        case handling
        /// The answer stays open and the handler goes on with it; nothing is read any more.
        case streaming
        /// The last answer is being sent.
        case closing
        /// The last answer was sent; what still comes is read and dropped, because closing with unread bytes would
        /// reset the connection and could take the answer away from the client (RFC 9112 section 9.6).
        case lingering
        case closed
    }

    let descriptor: Int32
    let token: Token
    let remoteAddress: String
    var phase = Phase.head

    /// There may be something to read: the poller tells changes only.
    var isReadable = false
    /// The other end sends nothing more once what came is read.
    var isHungUp = false
    /// Bytes that were received and not used yet, and whether they are known to be too few.
    var input: [UInt8] = []
    var isExamined = false
    /// The clock for a head is running.
    var hasPartOfHead = false
    var parser = RequestParser()
    var exchange = Exchange()
    var upload: Upload?
    /// While the phase is `streaming`.
    var stream: OpenStream?
    /// Requests begun; 0 on a fresh connection.
    var requests = 0

    /// What the socket did not take yet: `output` from `outputStart` on, then `body` from `bodyStart` on. A long body is
    /// not copied behind its head.
    var output: [UInt8] = []
    var outputStart = 0
    var body: [UInt8] = []
    var bodyStart = 0
    /// What of a file's body is still to be read into `body`; nil once all was.
    var file: FileBody?
    /// Since when the socket takes no more, and how much it took since; nanoseconds of the monotonic clock.
    var blockedSince: Int64 = 0
    var sentSinceBlocked = 0

    /// Nanoseconds of the monotonic clock.
    var readDeadline = Deadlines.never
    var writeDeadline = Deadlines.never
    var lingeredBytes = 0
    /// Refused at once: beyond the limits on connections.
    var isSurplus = false

    init(descriptor: Int32, generation: UInt32, remoteAddress: String) {
        self.descriptor = descriptor
        token = Token(descriptor: descriptor, generation: generation)
        self.remoteAddress = remoteAddress
    }

    var hasOutput: Bool { !output.isEmpty || !body.isEmpty }

    var isIdle: Bool { phase == .head && parser.isIdle && input.isEmpty && !hasOutput }
}

/// What must be remembered of a request until it is answered.
struct Exchange {
    var isHead = false
    var isHTTP11 = true
    var keepsAlive = false
    var id = ""
    /// For the access log.
    var method = "-"
    var path = "-"
    /// Nanoseconds of the monotonic clock.
    var started: Int64 = 0
}

/// A body that is being received.
final class Upload {
    let head: RequestHead
    /// Where the body goes; into `bytes` when nil.
    let spool: SpoolFile?
    /// When it began, in nanoseconds of the monotonic clock.
    let began: Int64
    /// Still to come, when the length is known.
    var remaining = 0
    var decoder: ChunkedDecoder?
    /// The body so far, or the piece of it that is not in the file yet.
    var bytes: [UInt8] = []
    var received = 0
    var isComplete = false

    init(head: RequestHead, spool: SpoolFile?, limit: Int, began: Int64) {
        self.head = head
        self.spool = spool
        self.began = began
        switch head.framing {
        case .none: break
        case .length(let length): remaining = length
        case .chunked: decoder = ChunkedDecoder(limit: limit)
        }
    }

    /// Takes what belongs to the body and says how much of `input` that was.
    func take(_ input: UnsafeBufferPointer<UInt8>) throws(Refusal) -> Int {
        guard decoder != nil else {
            let count = min(remaining, input.count)
            bytes.append(contentsOf: UnsafeBufferPointer(rebasing: input[..<count]))
            received += count
            remaining -= count
            isComplete = remaining == 0
            return count
        }
        // Counted as it came: a client that sends one byte a chunk is not slow.
        switch decoder?.decode(input, { bytes.append(contentsOf: $0) }) {
        case .needMore, nil:
            received += input.count
            return input.count
        case .end(let consumed):
            received += consumed
            isComplete = true
            return consumed
        case .refuse(let refusal): throw refusal
        }
    }
}
