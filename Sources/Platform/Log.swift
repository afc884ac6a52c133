import Glibc
import Synchronization

/// Structured lines for people and machines: a time, a level, a message and named values, one line each.
///
/// Lines are handed to a thread that writes them, so a slow reader of standard error never holds up an event loop;
/// when too many wait, new ones are dropped and their number is logged. Every value is escaped: a line feed in a
/// request's path cannot forge a line.
package final class Log: Sendable {
    package enum Level: Int, Sendable, Comparable, CaseIterable {
        case debug, info, warning, error

        package init?(name: String) {
            guard let level = Level.allCases.first(where: { $0.name == name }) else { return nil }
            self = level
        }

        package var name: String {
            switch self {
            case .debug: "debug"
            case .info: "info"
            case .warning: "warning"
            case .error: "error"
            }
        }

        package static func < (a: Level, b: Level) -> Bool { a.rawValue < b.rawValue }
    }

    package enum Format: Sendable { case text, json }

    package enum Value: Sendable, ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
        ExpressibleByStringInterpolation
    {
        case text(String)
        case integer(Int64)

        package init(stringLiteral value: String) { self = .text(value) }

        package init(integerLiteral value: Int64) { self = .integer(value) }
    }

    /// The most lines that wait for being written.
    private static let capacity = 8192

    package let level: Level
    private let format: Format
    private let clock: Clock
    private let queue = BoundedQueue<[UInt8]>(capacity: Log.capacity)
    private let dropped = Atomic<Int>(0)
    private let writer = Guarded<NamedThread?>(nil)
    private let descriptor: Int32

    /// - Parameter descriptor: where the lines go; standard error unless a test wants to read them.
    package init(
        level: Level = .info, format: Format = .text, clock: Clock = .system, descriptor: Int32 = STDERR_FILENO
    ) {
        self.level = level
        self.format = format
        self.clock = clock
        self.descriptor = descriptor
        let queue = queue
        let thread = try? NamedThread("log") { Log.write(queue, to: descriptor) }
        // Without a thread lines are written where they arise: slower, but not silent.
        writer.withLock { $0 = thread }
        if thread == nil { queue.close() }
    }

    deinit { close() }

    package func debug(_ message: String, _ values: KeyValuePairs<String, Value> = [:]) { log(.debug, message, values) }

    package func info(_ message: String, _ values: KeyValuePairs<String, Value> = [:]) { log(.info, message, values) }

    package func warning(_ message: String, _ values: KeyValuePairs<String, Value> = [:]) {
        log(.warning, message, values)
    }

    package func error(_ message: String, _ values: KeyValuePairs<String, Value> = [:]) { log(.error, message, values) }

    package func log(_ level: Level, _ message: String, _ values: KeyValuePairs<String, Value>) {
        guard level >= self.level else { return }
        put(LogLine.bytes(format, clock.now, level, message, values), level)
    }

    /// Writes what waits and ends the writing thread; later lines are written at once.
    package func close() {
        queue.close()
        let thread = writer.withLock { thread in
            defer { thread = nil }
            return thread
        }
        thread?.join()
    }

    private func put(_ line: [UInt8], _ level: Level) {
        if queue.put(line) {
            let missed = dropped.load(ordering: .relaxed)
            guard missed > 0, dropped.compareExchange(expected: missed, desired: 0, ordering: .relaxed).exchanged else {
                return
            }
            let note: KeyValuePairs<String, Value> = ["lines": .integer(Int64(missed))]
            _ = queue.put(LogLine.bytes(format, clock.now, .warning, "log lines were dropped", note))
        } else if writer.withLock({ $0 == nil }) {
            // A log that cannot be written has nowhere to complain.
            _ = try? File.write(line, to: descriptor)
        } else {
            dropped.add(1, ordering: .relaxed)
        }
    }

    private static func write(_ queue: BoundedQueue<[UInt8]>, to descriptor: Int32) {
        while true {
            let lines = queue.takeAll()
            if lines.isEmpty { return }
            var batch: [UInt8] = []
            batch.reserveCapacity(lines.reduce(0) { $0 + $1.count })
            for line in lines { batch += line }
            // A log that cannot be written has nowhere to complain.
            _ = try? File.write(batch, to: descriptor)
        }
    }
}
