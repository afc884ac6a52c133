import Platform

/// Several threads that do the same, each with a number of its own.
struct Load {
    private let threads: [NamedThread]

    init(threads count: Int, _ work: @escaping @Sendable (Int) -> Void) throws {
        threads = try (0..<count).map { index in try NamedThread("load-\(index)") { work(index) } }
    }

    func wait() {
        for thread in threads { thread.join() }
    }

    /// Does it on all threads and gives what they made; the first error of any is thrown.
    static func gather<T: Sendable>(threads count: Int, _ work: @escaping @Sendable (Int) throws -> [T]) throws -> [T] {
        let results = Guarded<[Result<[T], any Error>]>([])
        try Load(threads: count) { index in
            let result = Result { try work(index) }
            results.withLock { $0.append(result) }
        }.wait()
        return try results.withLock { $0 }.flatMap { try $0.get() }
    }
}
