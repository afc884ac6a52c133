import Domain
import Store

/// Closes resolved tickets that nobody has touched for a while.
package struct AutoClosing: Sendable {
    /// How many tickets one transaction closes.
    package static let batch: Int64 = 100

    /// How long a ticket stays resolved, in milliseconds; nil for ever.
    private let patience: Int64?
    private let tickets = TicketService()

    /// - Parameter days: 0 for never; fractions are allowed.
    package init(days: Double) { patience = days > 0 ? max(1, Int64(days * 86_400_000)) : nil }

    /// Closes what has waited long enough, the longest first, by the rules of anybody's close.
    ///
    /// - Returns: when the next one is due; the present when there is more right now.
    package func close(in tx: Writing) throws(Failure) -> Instant? {
        guard let patience else { return nil }
        let due = try tx.resolvedTickets(untouchedSince: tx.now.adding(milliseconds: -patience), limit: Self.batch)
        for id in due {
            let record = try tickets.record(.id(id), in: tx)
            var edit = TicketEdit(record.ticket, at: tx.now)
            try edit.move(to: .closed, askedBy: .staff, as: .system)
            _ = try tx.save(edit, of: record)
        }
        if due.count == Self.batch { return tx.now }
        return try tx.oldestResolved()?.adding(milliseconds: patience)
    }
}
