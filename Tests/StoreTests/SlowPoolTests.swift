import Domain
import Platform
import Support
import Testing

@testable import Store

@Suite struct SlowPoolTests {
    /// Each thread opens it when it begins, so it is there as long as the test.
    private let database: TestDatabase

    init() throws { database = try TestDatabase() }

    private func pool(threads: Int) throws -> SlowPool {
        try SlowPool(path: database.path, clock: database.clock.clock, threads: threads)
    }

    @Test func `whoever holds their share of the threads keeps nobody else waiting`() throws {
        let pool = try pool(threads: 4)
        let gate = BoundedQueue<Int>(capacity: 1)
        for _ in 0..<20 { #expect(pool.submit(for: "loud") { _ in _ = gate.takeFirst() }) }
        // Each of these would wait for ever behind the others' work.
        for number in 0..<5 {
            let done = Waiter<Int>()
            #expect(pool.submit(for: "quiet") { _ in done.fulfil(number) })
            #expect(done.wait() == number)
        }
        gate.close()
        pool.stop()
    }

    @Test func `what waits is done before the end, and nothing is taken after it`() throws {
        let pool = try pool(threads: 2)
        let count = Guarded(0)
        for caller in ["a", "b"] {
            for _ in 0..<30 { #expect(pool.submit(for: caller) { _ in count.withLock { $0 += 1 } }) }
        }
        pool.stop()
        let done = count.withLock { $0 }
        #expect(done == 60)
        #expect(!pool.submit(for: "a") { _ in })
    }

    @Test func `one caller's queue ends before everybody's`() throws {
        let pool = try pool(threads: 2)
        let gate = BoundedQueue<Int>(capacity: 1)
        var taken = 0
        while pool.submit(for: "loud", { _ in _ = gate.takeFirst() }), taken < 1000 { taken += 1 }
        #expect((256...257).contains(taken))
        #expect(pool.submit(for: "quiet") { _ in })
        gate.close()
        pool.stop()
    }

    @Test func `reads of many callers leave a thread to whoever logs in`() throws {
        let pool = try pool(threads: 4)
        let gate = BoundedQueue<Int>(capacity: 1)
        for number in 0..<9 {
            #expect(pool.submit(for: "caller \(number)", isLong: true) { _ in _ = gate.takeFirst() })
        }
        let done = Waiter<Int>()
        #expect(pool.submit(for: "login") { _ in done.fulfil(1) })
        #expect(done.wait() == 1)
        gate.close()
        pool.stop()
    }

    @Test func `work that is submitted by work has its turn although its caller's share is full`() throws {
        let pool = try pool(threads: 2)
        let done = Waiter<Bool>()
        #expect(
            pool.submit(for: "caller") { _ in
                done.fulfil(pool.submit(for: "caller") { _ in })
            })
        #expect(done.wait())
        pool.stop()
    }
}
