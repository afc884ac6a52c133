/// A person: a customer, a member of staff, or somebody who is known by an address only.
package struct User: Sendable, Equatable {
    package let id: ID<User>
    /// Trimmed and lower-cased; unique. Nil for somebody who is known by phone only.
    package var email: String?
    package var name: String
    /// E.164.
    package var phone: String?
    package var role: Role
    /// False for somebody who was only written to or for: whoever registers the address takes the row over.
    package var isAccount: Bool
    package var isActive: Bool
    package var emailVerifiedAt: Instant?
    package var passwordHash: String?
    /// The password is a one-time one and has to be changed before anything else.
    package var mustChangePassword: Bool
    /// Counts up to make every token made before void.
    package var tokenEpoch: Int64
    package let createdAt: Instant
    package var updatedAt: Instant

    package init(
        id: ID<User>, email: String?, name: String, phone: String? = nil, role: Role, isAccount: Bool,
        isActive: Bool = true, emailVerifiedAt: Instant? = nil, passwordHash: String? = nil,
        mustChangePassword: Bool = false, tokenEpoch: Int64 = 0, createdAt: Instant, updatedAt: Instant
    ) {
        self.id = id
        self.email = email
        self.name = name
        self.phone = phone
        self.role = role
        self.isAccount = isAccount
        self.isActive = isActive
        self.emailVerifiedAt = emailVerifiedAt
        self.passwordHash = passwordHash
        self.mustChangePassword = mustChangePassword
        self.tokenEpoch = tokenEpoch
        self.createdAt = createdAt
        self.updatedAt = updatedAt
    }

    package var isVerified: Bool { emailVerifiedAt != nil }
    package var asCustomer: Customer {
        Customer(id: id, email: email, name: name, isVerified: isVerified, phone: phone)
    }
    package var asAgent: Agent? { role.isStaff ? Agent(id: id, name: name, isAdmin: role == .admin) : nil }
}
