import HTTP
import Platform
import Synchronization

/// Names a connection for as long as it lives: a descriptor, and a generation because descriptors come back.
struct Token: Hashable, Sendable {
    let bits: UInt64

    init(bits: UInt64) { self.bits = bits }

    init(descriptor: Int32, generation: UInt32) {
        bits = UInt64(generation) << 32 | UInt64(UInt32(bitPattern: descriptor))
    }

    var descriptor: Int { Int(bits & 0xFFFF_FFFF) }
}

/// What other threads tell a loop.
enum Mail: Sendable {
    case answer(Token, Answer)
    /// The handler let go of its `Reply` without answering.
    case dropped(Token)
    /// The piece of a body that was to be written is in its file, or could not be.
    case spooled(Token, isWritten: Bool)
    /// Something is new for the handler's streams.
    case wake
    case drain
    case stop
}

/// Mail for one loop. Any thread may post; the loop's bell is rung only when the loop sleeps.
final class Mailbox: Sendable {
    private struct State {
        var mail: [Mail] = []
        var isAsleep = false
        var isClosed = false
    }

    let bell: Bell
    private let state = Guarded(State())
    /// One wake is enough until it is read.
    private let hasWake = Atomic<Bool>(false)

    init() throws(SystemError) { bell = try Bell() }

    func post(_ mail: Mail) {
        let mustRing = state.withLock { state in
            // After the loop's end nobody would ever drop what the mail holds.
            if state.isClosed { return false }
            state.mail.append(mail)
            defer { state.isAsleep = false }
            return state.isAsleep
        }
        if mustRing { bell.ring() }
    }

    func postWake() {
        if !hasWake.exchange(true, ordering: .acquiringAndReleasing) { post(.wake) }
    }

    /// To be called before looking at what is new: what comes later wakes again.
    func wakeIsRead() { hasWake.store(false, ordering: .sequentiallyConsistent) }

    /// Swaps what was posted for the empty `into`, whose storage is used again.
    func take(into mail: inout [Mail]) {
        state.withLock { swap(&$0.mail, &mail) }
    }

    /// Says that the loop is about to wait for its bell. False when mail is there: then it must not wait.
    func fallAsleep() -> Bool {
        state.withLock { state in
            state.isAsleep = state.mail.isEmpty
            return state.isAsleep
        }
    }

    func wakeUp() { state.withLock { $0.isAsleep = false } }

    /// Takes no more mail, and drops what is left outside the lock: an answer's end may run code of the handler.
    func close() {
        var left: [Mail] = []
        state.withLock { state in
            swap(&state.mail, &left)
            state.isClosed = true
        }
    }
}

/// The right to answer the request that a connection is handling; owned by the handler's `Reply`.
final class PendingAnswer: ReplySink {
    private let token: Token
    private let mailbox: Mailbox
    /// The request's spooled body: open until nobody can answer any more.
    private let spool: SpoolFile?
    private let isAnswered = Atomic<Bool>(false)

    init(_ token: Token, _ mailbox: Mailbox, spool: SpoolFile?) {
        self.token = token
        self.mailbox = mailbox
        self.spool = spool
    }

    deinit {
        if !isAnswered.load(ordering: .acquiring) {
            mailbox.post(.dropped(token))
        }
    }

    func deliver(_ answer: Answer) {
        guard !isAnswered.exchange(true, ordering: .acquiringAndReleasing) else { return }
        mailbox.post(.answer(token, answer))
    }
}
