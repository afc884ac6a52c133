import CSQLite
import Synchronization

/// When a read is cut: by the number of virtual machine instructions, by time, or by whichever comes first.
package struct ReadLimit: Sendable {
    package var instructions: Int64?
    package var milliseconds: Int64?

    package init(instructions: Int64? = nil, milliseconds: Int64? = nil) {
        self.instructions = instructions
        self.milliseconds = milliseconds
    }
}

/// What the progress handler looks at.
struct ReadLimiter {
    /// How many instructions pass between two looks; some 10 microseconds.
    static let stride: Int32 = 1000

    var ticksLeft = Int64.max
    /// Nanoseconds of the monotonic clock.
    var deadline = Int64.max
}

extension Connection {
    /// Cuts every statement that runs past `limit`, counted from now, with an error that `isInterrupt`; nil lifts it.
    ///
    /// For reads only: an interrupted write rolls back the whole transaction.
    package func limit(_ limit: ReadLimit?) {
        limiter.pointee.ticksLeft = limit?.instructions.map { max(1, $0 / Int64(ReadLimiter.stride)) } ?? Int64.max
        limiter.pointee.deadline =
            limit?.milliseconds.map { ticketd_monotonic_nanoseconds() + $0 * 1_000_000 } ?? Int64.max
        guard !isLimiterInstalled, limit != nil else { return }
        isLimiterInstalled = true
        sqlite3_progress_handler(
            handle, ReadLimiter.stride,
            { context in
                guard let limiter = context?.assumingMemoryBound(to: ReadLimiter.self) else { return 0 }
                limiter.pointee.ticksLeft -= 1
                if limiter.pointee.ticksLeft <= 0 { return 1 }
                if limiter.pointee.deadline == Int64.max { return 0 }
                return ticketd_monotonic_nanoseconds() > limiter.pointee.deadline ? 1 : 0
            }, limiter)
    }

    /// Runs `body` under `limit` and lifts it afterwards.
    package func limited<T, Failure: Error>(
        to limit: ReadLimit, _ body: () throws(Failure) -> T
    ) throws(Failure) -> T {
        self.limit(limit)
        defer { self.limit(nil) }
        return try body()
    }
}

/// Cuts what a connection runs right now, from any thread. Harmless after the connection was closed.
package final class Interrupter: Sendable {
    /// The connection's address, 0 once it is closed: an `OpaquePointer` may not cross threads.
    private let address: Mutex<UInt>

    init(_ handle: OpaquePointer) { address = Mutex(UInt(bitPattern: handle)) }

    package func interrupt() {
        address.withLock { address in
            if let handle = OpaquePointer(bitPattern: address) { sqlite3_interrupt(handle) }
        }
    }

    func forget() { address.withLock { $0 = 0 } }
}
