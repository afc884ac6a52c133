import Domain
import Store

/// Erases a customer: who they are, and what they and staff wrote in their tickets. The tickets and all figures stay.
///
/// One transaction does a bounded part of the work, so that a customer with many tickets does not hold everybody up;
/// what a stop of the server interrupts is finished after the next start.
package struct Erasing: Sendable {
    /// How much one transaction does: messages blanked, tickets, rows of the outbox looked at.
    private static let mostMessages = 500
    private static let mostTickets: Int64 = 50
    private static let mostRows: Int64 = 1000

    /// What comes next.
    package struct Step: Sendable {
        fileprivate var erasure: Erasure
        fileprivate var part = Part.tickets
    }

    fileprivate enum Part: Sendable {
        case tickets
        /// The last row that was looked at.
        case deliveries(after: Int64)
    }

    private let users = Users()

    package init() {}

    /// Blanks the account, revokes its tokens and links, and notes that the rest is to follow.
    ///
    /// - Throws: `.notFound`, `.inUse` for a member of staff.
    package func begin(_ customer: ID<User>, by admin: Admin, in tx: Writing) throws(Failure) -> Step {
        guard let user = try tx.user(customer) else { throw .notFound }
        guard !user.role.isStaff else {
            throw .inUse("This is a member of staff. Only customers can be erased; set is_active to false.")
        }
        let erasure = try tx.beginErasure(of: user)
        try tx.eraseUnusedFiles(of: customer)
        if let email = user.email { try Accounts.forgetFailures(of: email, in: tx) }
        try tx.audit(action: "customer.erased", subject: "user \(customer)", details: "{}", by: .staff(admin.agent))
        return Step(erasure: erasure)
    }

    /// Does the next part.
    ///
    /// - Returns: what comes then; nil at the end.
    package func go(_ step: Step, in tx: Writing) throws(Failure) -> Step? {
        switch step.part {
        case .tickets: return try eraseTickets(step, in: tx)
        case .deliveries(let position):
            var next = step
            guard let last = try tx.eraseDeliveries(of: step.erasure, after: position, limit: Self.mostRows) else {
                try tx.finish(step.erasure)
                return nil
            }
            next.part = .deliveries(after: last)
            return next
        }
    }

    /// Goes on until nothing is left, a transaction after the other. `then` is called on the writer's thread.
    package func run(_ step: Step, on writer: Writer, then: @escaping @Sendable (Failure?) -> Void) {
        writer.submit(
            { (tx) throws(Failure) in try go(step, in: tx) },
            then: { result in
                switch result {
                case .success(let next?): run(next, on: writer, then: then)
                case .success(nil): then(nil)
                case .failure(let failure): then(failure)
                }
            })
    }

    /// Finishes what a stop of the server has interrupted.
    package func resume(on writer: Writer, then: @escaping @Sendable (Failure?) -> Void = { _ in }) {
        writer.submit(
            { (tx) throws(Failure) in try tx.unfinishedErasures() },
            then: { result in
                switch result {
                case .success(let erasures):
                    guard !erasures.isEmpty else { return then(nil) }
                    for erasure in erasures { run(Step(erasure: erasure), on: writer, then: then) }
                case .failure(let failure): then(failure)
                }
            })
    }

    private func eraseTickets(_ step: Step, in tx: Writing) throws(Failure) -> Step {
        var next = step
        var messagesLeft = Self.mostMessages
        let ids = try tx.ticketIDs(of: step.erasure.customer, after: step.erasure.position, limit: Self.mostTickets)
        if ids.isEmpty { next.part = .deliveries(after: 0) }
        for id in ids {
            guard let record = try tx.ticketRecord(id) else { continue }
            let erased = try tx.eraseMessages(of: record, limit: Int64(messagesLeft))
            messagesLeft -= erased
            // A long thread goes on in the next transaction.
            guard messagesLeft > 0 else { break }
            let person = try tx.indexedPerson(of: record)
            var edit = TicketEdit(record.ticket, at: tx.now)
            edit.erase(keeping: [References.followUpOf])
            if erased > 0 { edit.touchThread(isPublic: true) }
            try tx.eraseTraces(on: id)
            try tx.eraseFiles(of: id)
            try tx.reindex(try tx.save(edit, of: record), was: person)
            next.erasure.position = id
        }
        try tx.save(next.erasure)
        return next
    }
}
