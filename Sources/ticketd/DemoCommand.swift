import Domain
import Platform
import Security
import Service

/// `ticketd demo [--tickets N]`
struct DemoCommand {
    private static let usualTickets = 1000
    private static let seed: UInt64 = 20_260_301
    /// Everybody in a demo has it.
    private static let password = "demo-password"

    let config: Config

    func run(_ given: GivenArguments) throws {
        try given.requireWords(0...0, .demo)
        var tickets = DemoCommand.usualTickets
        if let text = given.own["tickets"] {
            guard let number = Int(text), (1...10_000_000).contains(number) else {
                throw UsageError("--tickets must be a number from 1 to 10000000")
            }
            tickets = number
        }
        let installation = try Installation(config, migrating: true)
        defer { installation.writer.stop() }
        let demo = Demo(opening: installation.opening)
        let customers = Demo.customers(for: tickets)
        let hash: String
        do throws(SecurityError) { hash = try Passwords.hash(DemoCommand.password) } catch {
            throw CommandFailure("the system cannot hash passwords: \(error)")
        }
        let began = Clock.monotonicNanoseconds
        let cast = try installation.write { (tx) throws(Failure) in
            try demo.switchOnTemplates(in: tx)
            return try demo.cast(customers: customers, passwordHash: hash, seed: DemoCommand.seed, in: tx)
        }
        try fill(demo, tickets, cast, installation)
        try installation.mergeSearchIndex()
        let seconds = Double(Clock.monotonicNanoseconds - began) / 1e9
        let shown = (seconds * 10).rounded() / 10
        Console.write(
            """
            Made \(tickets) tickets of \(customers) customers in \(shown) s.
            Everybody's password is \(DemoCommand.password):
              admin     \(Demo.agents[0].email)
              agent     \(Demo.agents[1].email)
              customer  \(cast.customers[0].email ?? "")

            """)
    }

    /// Tickets are thought out here while the writer writes: two batches are under way at a time.
    private func fill(
        _ demo: Demo, _ tickets: Int, _ cast: Demo.Cast, _ installation: Installation
    ) throws(CommandFailure) {
        let now = Instant(milliseconds: Clock.system.now)
        let reader = try installation.reader()
        let rules = try told { () throws(Failure) in
            try reader.read { (tx) throws(Failure) in try demo.rules(in: tx) }
        }
        let done = BoundedQueue<Result<Void, Failure>>(capacity: 4)
        var underWay = 0
        func waitForOne() throws(CommandFailure) {
            guard case .failure(let failure)? = done.takeFirst() else {
                underWay -= 1
                return
            }
            throw CommandFailure(Installation.words(failure))
        }
        for start in stride(from: 0, to: tickets, by: Demo.batch) {
            let batch = try told { () throws(Failure) in
                try demo.batch(
                    start..<min(tickets, start + Demo.batch), of: tickets, with: cast, seed: DemoCommand.seed, now: now,
                    by: rules)
            }
            if underWay == 2 { try waitForOne() }
            underWay += 1
            installation.writer.submit({ (tx) throws(Failure) in try demo.write(batch, in: tx) }) {
                _ = done.put($0)
            }
            if Console.errorIsTerminal { Console.writeError("\r\(start) of \(tickets) tickets") }
        }
        while underWay > 0 { try waitForOne() }
        if Console.errorIsTerminal { Console.writeError("\r\u{1B}[K") }
    }

    private func told<T>(_ body: () throws(Failure) -> T) throws(CommandFailure) -> T {
        do throws(Failure) { return try body() } catch { throw CommandFailure(Installation.words(error)) }
    }
}
