import Domain
import SQLite

/// A person as a ticket needs them: who they are, and whether there is an account behind the row.
package struct Contact: Sendable {
    package let id: ID<User>
    package let name: String
    package let email: String?
    package let phone: String?
    package let role: Role
    package let isAccount: Bool
    package let isActive: Bool
    package let isVerified: Bool
}

extension Reading {
    package func contact(_ id: ID<User>) throws(Failure) -> Contact? {
        try first(
            """
            SELECT id, name, email, phone, role, is_account, is_active, email_verified_at
            FROM users WHERE id = $1
            """, [.integer(id.rawValue)], Contact.init(row:))
    }

    /// - Parameter email: as it is kept, see `EmailAddress`.
    package func contact(email: String) throws(Failure) -> Contact? {
        try first(
            """
            SELECT id, name, email, phone, role, is_account, is_active, email_verified_at
            FROM users WHERE email = $1
            """, [.text(email)], Contact.init(row:))
    }

    /// The oldest customer with that number; numbers are not unique.
    package func contact(phone: String) throws(Failure) -> Contact? {
        try first(
            """
            SELECT id, name, email, phone, role, is_account, is_active, email_verified_at
            FROM users WHERE phone = $1 AND role = 'customer' ORDER BY id LIMIT 1
            """, [.text(phone)], Contact.init(row:))
    }
}

extension Writing {
    /// Somebody who is only written to or for, until they register.
    package func insertContact(name: String, email: String?, phone: String?) throws(Failure) -> Contact {
        let inserted = try first(
            """
            INSERT INTO users (email, name, phone, role, is_account, created_at, updated_at)
            VALUES ($1, $2, $3, 'customer', 0, $4, $4)
            RETURNING id, name, email, phone, role, is_account, is_active, email_verified_at
            """, [.optional(email), .text(name), .optional(phone), .integer(now.milliseconds)], Contact.init(row:))
        guard let inserted else { throw .internalFault("an inserted contact is not there") }
        return inserted
    }

    /// Notes the phone number of somebody who had none.
    package func addPhone(_ phone: String, to contact: Contact) throws(Failure) -> Contact {
        try run(
            "UPDATE users SET phone = $1, updated_at = $2 WHERE id = $3 AND phone IS NULL",
            [.text(phone), .integer(now.milliseconds), .integer(contact.id.rawValue)])
        try reindexTickets(
            of: contact.id, was: (contact.name, contact.email, nil), is: (contact.name, contact.email, phone))
        return try self.contact(contact.id) ?? contact
    }

    /// An account as seeding makes it: active, its address verified.
    package func insertAccount(
        name: String, email: String, phone: String?, role: Role, passwordHash: String
    ) throws(Failure) -> Contact {
        let inserted = try first(
            """
            INSERT INTO users (
                email, name, phone, role, is_account, email_verified_at, password_hash, created_at, updated_at)
            VALUES ($1, $2, $3, $4, 1, $5, $6, $5, $5)
            RETURNING id, name, email, phone, role, is_account, is_active, email_verified_at
            """,
            [
                .text(email), .text(name), .optional(phone), .text(role.rawValue), .integer(now.milliseconds),
                .text(passwordHash),
            ], Contact.init(row:))
        guard let inserted else { throw .internalFault("an inserted account is not there") }
        return inserted
    }

    /// Keeps the search index in step with a customer whose name, address or phone has changed.
    package func reindexTickets(
        of customer: ID<User>, was old: (name: String, email: String?, phone: String?),
        is new: (name: String, email: String?, phone: String?)
    ) throws(Failure) {
        guard old != new else { return }
        try countNamesUp()
        try run(
            "UPDATE users SET renamed_at = $1 WHERE id = $2",
            [.integer(now.milliseconds), .integer(customer.rawValue)])
        let tickets = try all(
            "SELECT id, ticket_number, subject FROM tickets WHERE customer_id = $1", [.integer(customer.rawValue)]
        ) { (ID<Ticket>($0.integer(0)), $0.text(1), $0.text(2)) }
        for (id, number, subject) in tickets {
            for (person, isRemoval) in [(old, true), (new, false)] {
                deferred.search.append(
                    .init(
                        row: SearchRow.of(id),
                        words: SearchRow.words(
                            ofTicket: number, subject: subject, customer: customer, name: person.name,
                            email: person.email, phone: person.phone), isRemoval: isRemoval))
            }
        }
    }
}

extension Contact {
    init(row: Row) {
        var columns = Columns(row)
        id = columns.id()
        name = columns.text()
        email = columns.optionalText()
        phone = columns.optionalText()
        role = Role(rawValue: columns.text()) ?? .customer
        isAccount = columns.flag()
        isActive = columns.flag()
        isVerified = columns.optionalInteger() != nil
    }
}
