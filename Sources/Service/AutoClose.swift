import Domain
import Store

/// Closes what was resolved and left alone.
package struct AutoClose: Sendable {
    /// How many tickets are closed in one transaction.
    package static let mostAtOnce = 100

    /// How long a resolved ticket has to be left alone, in milliseconds; nil for ever.
    package let patience: Int64?

    /// - Parameter days: 0 for never; fractions are allowed.
    package init(days: Double) { patience = days > 0 ? Int64(days * 86_400_000) : nil }

    /// Whether there is anything to close: one step in an index, so that asking often costs nothing.
    package func isDue(in tx: Reading) throws(Failure) -> Bool {
        guard let patience, let first = try tx.longestResolved() else { return false }
        return first.milliseconds <= tx.now.milliseconds - patience
    }

    /// Closes the tickets that have waited longest, a bounded number of them.
    ///
    /// - Returns: how many; fewer than it takes at once mean that none is left.
    @discardableResult
    package func close(in tx: Writing) throws(Failure) -> Int {
        guard let patience else { return 0 }
        let latest = Instant(milliseconds: tx.now.milliseconds - patience)
        let ids = try tx.resolvedTickets(untouchedSince: latest, limit: Int64(AutoClose.mostAtOnce))
        for id in ids {
            guard let record = try tx.ticketRecord(id) else { continue }
            var edit = TicketEdit(record.ticket, at: tx.now)
            edit.set(.closed, by: .system)
            _ = try tx.save(edit, of: record)
        }
        return ids.count
    }
}
