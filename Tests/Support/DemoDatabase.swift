import Domain
import Platform
import Service
import Store

/// Use cases as the server has them, on a test's database.
package struct Desk: Sendable {
    package let opening: Opening
    package let replies: Replies
    package let editing: TicketEditing
    package let tickets = TicketService()
    package let stats = Stats()

    package init(numbering: Numbering = Numbering(), reopenDays: Double = 14) {
        opening = Opening(numbering: numbering, assistant: Assistant())
        editing = TicketEditing(assistant: opening.assistant)
        replies = Replies(opening: opening, reopenDays: reopenDays)
    }
}

extension TestDatabase {
    /// Fills the database with a demo of `count` tickets.
    @discardableResult
    package func seed(_ count: Int, seed: UInt64 = 7) throws -> Demo.Cast {
        let desk = Desk()
        let demo = Demo(opening: desk.opening)
        let customers = Demo.customers(for: count)
        let cast = try write { (tx) throws(Failure) in
            try demo.cast(customers: customers, passwordHash: "!", seed: seed, in: tx)
        }
        let now = Instant(milliseconds: clock.now)
        let rules = try read { (tx) throws(Failure) in try demo.rules(in: tx) }
        for start in stride(from: 0, to: count, by: Demo.batch) {
            let batch = try demo.batch(
                start..<min(count, start + Demo.batch), of: count, with: cast, seed: seed, now: now, by: rules)
            try write { (tx) throws(Failure) in try demo.write(batch, in: tx) }
        }
        return cast
    }

    package func customer(_ name: String = "Ada", email: String = "ada@example.org") throws -> Customer {
        let contact = try write { (tx) throws(Failure) in
            try tx.insertAccount(name: name, email: email, phone: nil, role: .customer, passwordHash: "!")
        }
        return Customer(id: contact.id, email: contact.email, name: contact.name, isVerified: true)
    }

    package func agent(_ name: String = "Grace", email: String = "grace@example.org", isAdmin: Bool = false) throws
        -> Agent
    {
        let contact = try write { (tx) throws(Failure) in
            try tx.insertAccount(
                name: name, email: email, phone: nil, role: isAdmin ? .admin : .agent, passwordHash: "!")
        }
        return Agent(id: contact.id, name: contact.name, isAdmin: isAdmin)
    }
}
