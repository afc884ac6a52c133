import Domain
import Platform
import Support
import Synchronization
import Testing

@testable import Store

@Suite struct WriterTests {
    private func insert(_ name: String, in tx: Writing) throws(Failure) {
        try tx.run("INSERT INTO settings (name, value) VALUES ($1, 'x')", [.text(name)])
    }

    private func names(_ database: TestDatabase) throws -> [String] {
        try database.read { (tx) throws(Failure) in
            try tx.all("SELECT name FROM settings ORDER BY name") { $0.text(0) }
        }
    }

    @Test func `what a job has written is there once it is answered`() throws {
        let database = try TestDatabase()
        try database.write { (tx) throws(Failure) in try insert("a", in: tx) }
        #expect(try names(database) == ["a"])
    }

    @Test func `a job that fails after a change is undone alone, the others of its group stay`() throws {
        let database = try TestDatabase()
        let answers = BoundedQueue<String>(capacity: 16)
        // The first job holds the writer until the others wait behind it: they become one group with it, and it runs
        // again when that is rolled back.
        let gate = Waiter<Bool>()
        let entered = Waiter<Bool>()
        let runs = BoundedQueue<Int>(capacity: 16)
        database.writer.submit({ _ throws(Failure) in
            let isFirst = runs.takeWaiting().isEmpty
            _ = runs.put(1)
            guard isFirst else { return }
            entered.fulfil(true)
            _ = gate.wait()
        }) { _ in }
        _ = entered.wait()
        for name in ["a", "bad", "c"] {
            database.writer.submit({ (tx) throws(Failure) -> String in
                try insert(name, in: tx)
                if name == "bad" { throw Failure.ticketClosed }
                return name
            }) { result in
                switch result {
                case .success(let name): _ = answers.put(name)
                case .failure(let failure): _ = answers.put("\(failure)")
                }
            }
        }
        gate.fulfil(true)
        var got: [String] = []
        while got.count < 3 { got += answers.takeAll() }
        #expect(got == ["a", "ticketClosed", "c"])
        #expect(try names(database) == ["a", "c"])
    }

    @Test func `jobs that come while a group runs share its commit, and their clock is not older than they are`() throws
    {
        let database = try TestDatabase()
        let answers = BoundedQueue<Instant>(capacity: 16)
        let gate = Waiter<Bool>()
        let entered = Waiter<Bool>()
        let commits = database.writer.figures.commits
        database.writer.submit({ _ throws(Failure) in
            entered.fulfil(true)
            _ = gate.wait()
        }) { _ in }
        _ = entered.wait()
        database.clock.advance(milliseconds: 10)
        let submitted = database.clock.now
        for _ in 1...3 {
            database.writer.submit({ (tx) throws(Failure) in tx.now }) { result in
                if case .success(let now) = result { _ = answers.put(now) }
            }
        }
        gate.fulfil(true)
        var got: [Instant] = []
        while got.count < 3 { got += answers.takeAll() }
        #expect(got.allSatisfy { $0.milliseconds >= submitted })
        #expect(database.writer.figures.commits == commits + 1)
    }

    @Test func `a job that fails before a change costs its group nothing`() throws {
        let database = try TestDatabase()
        #expect(throws: Failure.notFound) { try database.write { (_) throws(Failure) -> Void in throw .notFound } }
        try database.write { (tx) throws(Failure) in try insert("a", in: tx) }
        #expect(try names(database) == ["a"])
    }

    @Test func `the clock of a transaction never goes back, whatever the system's does`() throws {
        let database = try TestDatabase()
        let first = try database.write { (tx) throws(Failure) in tx.now }
        database.clock.advance(seconds: -3600)
        let second = try database.write { (tx) throws(Failure) in tx.now }
        #expect(second >= first)
        database.clock.advance(seconds: 7200)
        let third = try database.write { (tx) throws(Failure) in tx.now }
        #expect(third.milliseconds == first.milliseconds + 3_600_000)
    }

    @Test func `a writer that is stopped still does what it has accepted, and refuses the rest`() throws {
        let database = try TestDatabase()
        let answers = BoundedQueue<Bool>(capacity: 300)
        for number in 0..<200 {
            database.writer.submit({ (tx) throws(Failure) in try insert("\(number)", in: tx) }) { result in
                _ = answers.put((try? result.get()) != nil)
            }
        }
        database.writer.stop()
        #expect(answers.takeAll().filter { $0 }.count == 200)
        let late = Waiter<Bool>()
        database.writer.submit({ _ throws(Failure) in }) { result in
            late.fulfil(result == .failure(.unavailable(retryAfter: 1)))
        }
        #expect(late.wait())
    }

    @Test func `64 threads write at the same time and nothing is lost`() throws {
        let database = try TestDatabase()
        let done = BoundedQueue<Bool>(capacity: 10_000)
        let threads = try (0..<64).map { thread in
            let writer = database.writer
            return try NamedThread("test-\(thread)") {
                for number in 0..<20 {
                    writer.submit({ (tx) throws(Failure) in
                        try tx.run(
                            "INSERT INTO settings (name, value) VALUES ($1, 'x')", [.text("\(thread)-\(number)")])
                    }) { result in _ = done.put((try? result.get()) != nil) }
                }
            }
        }
        for thread in threads { thread.join() }
        var got: [Bool] = []
        while got.count < 64 * 20 { got += done.takeAll() }
        #expect(!got.contains(false))
        #expect(try names(database).count == 64 * 20)
        #expect(database.writer.figures.commits < 64 * 20)
    }
}

extension Result where Success == Void {
    fileprivate static func == (a: Result, b: Result) -> Bool {
        switch (a, b) {
        case (.success, .success): true
        case (.failure(let a), .failure(let b)): "\(a)" == "\(b)"
        case (.success, .failure), (.failure, .success): false
        }
    }
}
