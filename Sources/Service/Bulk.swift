import Domain
import JSON
import Store

/// The same change of many tickets.
package struct Bulk: Sendable {
    /// Tickets in one call: it is one job of the writer.
    package static let most = 100

    /// What became of a ticket.
    package struct Result: Sendable {
        package let id: ID<Ticket>
        /// Nil where it was changed.
        package let refusal: Failure?
    }

    private let editing: TicketEditing

    package init(editing: TicketEditing) { self.editing = editing }

    /// Changes each ticket by itself; one that refuses is left as it is. With `isAtomic` all of them or none.
    ///
    /// Every change is thought through before the first is written, so that a refusal leaves nothing half done.
    ///
    /// - Throws: `.refusedTogether` where `isAtomic` and one refuses, and what is no ticket's fault: a full disk.
    package func change(
        _ ids: [ID<Ticket>], _ changes: TicketChanges, isAtomic: Bool, by agent: Agent, in tx: Writing
    ) throws(Failure) -> [Result] {
        var results: [Result] = []
        var planned: [TicketEditing.Planned] = []
        for id in ids {
            do throws(Failure) {
                planned.append(try editing.plan(.id(id), changes, by: agent, matching: .absent, in: tx))
                results.append(Result(id: id, refusal: nil))
            } catch {
                guard error.isRefusal else { throw error }
                if isAtomic { throw .refusedTogether(ticket: id, error) }
                results.append(Result(id: id, refusal: error))
            }
        }
        for plan in planned { _ = try editing.write(plan, in: tx) }
        try audit(results, changes, by: agent, in: tx)
        return results
    }

    /// Names the fields and not what they were set to: texts do not belong into the audit.
    private func audit(
        _ results: [Result], _ changes: TicketChanges, by agent: Agent, in tx: Writing
    ) throws(Failure) {
        var details = JSONWriter(reserving: 256)
        details.object { json in
            json.key("ids")
            json.array { json in for result in results where result.refusal == nil { json.value(result.id.rawValue) } }
            json.member("refused", Int64(results.filter { $0.refusal != nil }.count))
            json.key("fields")
            json.array { json in for name in changes.names { json.value(name) } }
        }
        try tx.audit(
            action: "tickets.bulk_changed", subject: "tickets",
            details: String(decoding: details.bytes, as: UTF8.self), by: .staff(agent))
    }
}

extension TicketChanges {
    /// The fields that it names.
    fileprivate var names: [String] {
        let given: [(String, Bool)] = [
            ("subject", subject != nil), ("category", category != nil), ("priority", priority != nil),
            ("status", status != nil), ("assigned_to_id", assignment != nil), ("tags", tags != nil),
            ("references", references != nil), ("resolution_notes", resolutionNotes != nil),
        ]
        return given.filter(\.1).map(\.0)
    }
}

extension Failure {
    /// What a ticket can refuse, as against what went wrong under it.
    fileprivate var isRefusal: Bool {
        switch self {
        case .validation, .notAssignee, .notFound, .invalidTransition, .ticketClosed: true
        case .malformed, .invalidCursor, .unauthorized, .forbidden, .crossSite, .passwordChangeRequired,
            .emailUnverified, .emailTaken, .inUse, .notResolved, .ratingFinal, .differentCustomers, .stale,
            .payloadTooLarge, .unsupportedMediaType, .idempotencyMismatch, .idempotencyRunning, .tooManyRequests,
            .unavailable, .timeout, .internalFault, .refusedTogether:
            false
        }
    }
}
