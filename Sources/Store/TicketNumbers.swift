import Domain
import Platform
import SQLite

/// How this installation numbers its tickets.
package struct Numbering: Sendable {
    package let scheme: NumberingScheme
    /// Upper case letters and digits, see `TicketNumber.isPrefix`.
    package let prefix: String
    private let random: Random

    package init(scheme: NumberingScheme = .daily, prefix: String = "TKT", random: Random = .system) {
        self.scheme = scheme
        self.prefix = prefix
        self.random = random
    }

    fileprivate func draw(below bound: Int64) -> Int64 { Int64(random.number(below: UInt64(bound))) }
    fileprivate func fiveRandomValues() -> [UInt8] { random.bytes(TicketNumber.randomLength) }
}

extension Writing {
    /// A number that no ticket has or ever had, drawn inside the transaction that uses it.
    package func drawNumber(_ numbering: Numbering) throws(Failure) -> TicketNumber {
        switch numbering.scheme {
        case .daily:
            return try untaken {
                TicketNumber.daily(prefix: numbering.prefix, at: now, random: numbering.fiveRandomValues())
            }
        case .sequential:
            // A number given under another scheme, or imported, may stand in the way; it is passed over.
            while true {
                let number = TicketNumber.sequential(prefix: numbering.prefix, try countUp("sequence"))
                if try !isTaken(number) { return number }
            }
        case .random:
            // Half full is where drawing again begins to cost.
            let drawn = try countUp("random_numbers")
            var digits = 6
            var space: Int64 = 1_000_000
            while drawn > space / 2 {
                digits += 1
                space *= 10
            }
            return try untaken {
                TicketNumber.random(prefix: numbering.prefix, numbering.draw(below: space), digits: digits)
            }
        }
    }

    /// Draws until nobody has it. Each draw misses with at most even chances, so 64 misses mean a broken source.
    private func untaken(_ draw: () -> TicketNumber) throws(Failure) -> TicketNumber {
        for _ in 0..<64 {
            let number = draw()
            if try !isTaken(number) { return number }
        }
        throw .internalFault("no free ticket number in 64 draws")
    }

    private func isTaken(_ number: TicketNumber) throws(Failure) -> Bool {
        try first(
            """
            SELECT 1 FROM tickets WHERE ticket_number = $1
            UNION ALL
            SELECT 1 FROM retired_numbers WHERE ticket_number = $1
            LIMIT 1
            """, [.text(number.text)]
        ) { _ in true } ?? false
    }

    /// Counts a counter of ours up by one; rolled back with the transaction, so that a failed one leaves no gap.
    private func countUp(_ name: String) throws(Failure) -> Int64 {
        let counted: Int64? = try first(
            """
            INSERT INTO counters (name, value) VALUES ($1, 1)
            ON CONFLICT (name) DO UPDATE SET value = counters.value + 1
            RETURNING value
            """, [.text(name)]
        ) { $0.integer(0) }
        guard let counted else { throw .internalFault("the counter \(name) did not count") }
        return counted
    }
}
