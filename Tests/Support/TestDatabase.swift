import Domain
import Platform
import SQLite
import Service
import Store
import Synchronization

/// A migrated database in a folder of its own, with a writer, a reader and a clock that stands still until it is moved.
package final class TestDatabase {
    package let directory: String
    package let path: String
    package let clock: TestClock
    package let writer: Writer
    package let reader: Reader
    /// Where uploaded files are.
    package let files: FileFolder

    package init(now: Int64 = 1_772_366_400_000) throws {
        directory = try File.makeTemporaryDirectory()
        path = directory + "/test.db"
        clock = TestClock(now)
        _ = try Schema.migrate(path: path, now: now)
        writer = try Writer(path: path, clock: clock.clock)
        reader = try Reader(path: path, clock: clock.clock)
        files = FileFolder(directory + "/files")
        try files.prepare()
    }

    deinit {
        writer.stop()
        TestDatabase.remove(directory)
    }

    private static func remove(_ directory: String) {
        for name in (try? File.names(in: directory)) ?? [] {
            let path = directory + "/" + name
            if File.isDirectory(path) { remove(path) } else { try? File.remove(path) }
        }
        try? File.removeDirectory(directory)
    }

    /// Runs a job on the writer and waits for its end.
    package func write<T: Sendable>(_ job: @escaping @Sendable (Writing) throws(Failure) -> T) throws(Failure) -> T {
        let box = Waiter<Result<T, Failure>>()
        writer.submit(job) { box.fulfil($0) }
        return try box.wait().get()
    }

    package func read<T>(_ body: (Reading) throws(Failure) -> T) throws(Failure) -> T { try reader.read(body) }
}

/// A clock that a test moves.
package final class TestClock: Sendable {
    private let milliseconds: Atomic<Int64>

    package init(_ now: Int64) { milliseconds = Atomic(now) }

    package var now: Int64 { milliseconds.load(ordering: .relaxed) }
    package func advance(seconds: Int64) { milliseconds.wrappingAdd(seconds * 1000, ordering: .relaxed) }
    package func advance(milliseconds more: Int64) { milliseconds.wrappingAdd(more, ordering: .relaxed) }
    package func set(_ now: Int64) { milliseconds.store(now, ordering: .relaxed) }

    package var clock: Clock { Clock { [self] in now } }
}

/// Waits for a value from another thread.
package final class Waiter<Value: Sendable>: Sendable {
    private let queue = BoundedQueue<Value>(capacity: 1)

    package init() {}

    package func fulfil(_ value: Value) { _ = queue.put(value) }

    package func wait() -> Value {
        guard let value = queue.takeFirst() else { preconditionFailure("the queue was closed") }
        return value
    }
}
