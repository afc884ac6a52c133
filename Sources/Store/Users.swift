import Domain
import SQLite

/// What a request's admission needs of a user, and nothing more: it is read at each request.
package struct Standing: Sendable {
    package let id: ID<User>
    package let email: String?
    package let name: String
    package let role: Role
    package let isAccount: Bool
    package let isActive: Bool
    package let isVerified: Bool
    package let mustChangePassword: Bool
    package let epoch: Int64
    /// The token that was asked about has been logged out.
    package let isRevoked: Bool
    package let phone: String?

    package var customer: Customer {
        Customer(id: id, email: email, name: name, isVerified: isVerified, phone: phone)
    }
    package var agent: Agent? { role.isStaff ? Agent(id: id, name: name, isAdmin: role == .admin) : nil }

    init(row: Row) {
        id = ID(row.integer(0))
        email = row.optionalText(1)
        name = row.text(2)
        role = Role(rawValue: row.text(3)) ?? .customer
        isAccount = row.flag(4)
        isActive = row.flag(5)
        isVerified = !row.isNull(6)
        mustChangePassword = row.flag(7)
        epoch = row.integer(8)
        isRevoked = row.flag(9)
        phone = row.optionalText(10)
    }
}

/// A user who is to be made.
package struct NewUser: Sendable {
    package let email: String?
    package let name: String
    package let role: Role
    package var isActive = true
    package var passwordHash: String?
    package var mustChangePassword = false

    package init(
        email: String?, name: String, role: Role, isActive: Bool = true, passwordHash: String? = nil,
        mustChangePassword: Bool = false
    ) {
        self.email = email
        self.name = name
        self.role = role
        self.isActive = isActive
        self.passwordHash = passwordHash
        self.mustChangePassword = mustChangePassword
    }
}

extension Reading {
    /// Where `id` stands with the token that is named `token`.
    package func standing(_ id: ID<User>, token: String) throws(Failure) -> Standing? {
        guard let memory else { return try storedStanding(id, token: token) }
        return try memory.standing(of: token, db) { () throws(Failure) in try storedStanding(id, token: token) }
    }

    private func storedStanding(_ id: ID<User>, token: String) throws(Failure) -> Standing? {
        try first(
            """
            SELECT id, email, name, role, is_account, is_active, email_verified_at, must_change_password, token_epoch,
                EXISTS (SELECT 1 FROM revoked_tokens WHERE token_id = $1), phone
            FROM users WHERE id = $2
            """, [.text(token), .integer(id.rawValue)], Standing.init(row:))
    }

    package func standing(email: String, token: String) throws(Failure) -> Standing? {
        try first(
            """
            SELECT id, email, name, role, is_account, is_active, email_verified_at, must_change_password, token_epoch,
                EXISTS (SELECT 1 FROM revoked_tokens WHERE token_id = $1), phone
            FROM users WHERE email = $2
            """, [.text(token), .text(email)], Standing.init(row:))
    }

    package func user(_ id: ID<User>) throws(Failure) -> User? {
        try first(
            """
            SELECT id, email, name, phone, role, is_account, is_active, email_verified_at, password_hash,
                must_change_password, token_epoch, created_at, updated_at
            FROM users WHERE id = $1
            """, [.integer(id.rawValue)], User.init(row:))
    }

    /// - Parameter email: trimmed and lower-cased.
    package func user(email: String) throws(Failure) -> User? {
        try first(
            """
            SELECT id, email, name, phone, role, is_account, is_active, email_verified_at, password_hash,
                must_change_password, token_epoch, created_at, updated_at
            FROM users WHERE email = $1
            """, [.text(email)], User.init(row:))
    }

    /// How many admins may log in; the last one cannot be taken away.
    package func activeAdmins() throws(Failure) -> Int64 {
        try first("SELECT count(*) FROM users WHERE role = 'admin' AND is_active = 1") { $0.integer(0) } ?? 0
    }
}

extension Writing {
    /// - Throws: `.emailTaken` when there is a row with that address.
    package func insertUser(_ new: NewUser) throws(Failure) -> User {
        if let email = new.email, try user(email: email) != nil { throw .emailTaken }
        let inserted = try first(
            """
            INSERT INTO users (email, name, role, is_account, is_active, password_hash, must_change_password,
                created_at, updated_at)
            VALUES ($1, $2, $3, 1, $4, $5, $6, $7, $7)
            RETURNING id, email, name, phone, role, is_account, is_active, email_verified_at, password_hash,
                must_change_password, token_epoch, created_at, updated_at
            """,
            [
                .optional(new.email), .text(new.name), .text(new.role.rawValue), .flag(new.isActive),
                .optional(new.passwordHash), .flag(new.mustChangePassword), .integer(now.milliseconds),
            ], User.init(row:))
        guard let inserted else { throw .internalFault("an inserted user is not there") }
        return inserted
    }

    /// Makes an account of a row that was known by address only. Whoever claims it has not proved the address, also
    /// when its owner had by a ticket's link.
    package func claim(_ user: User, name: String, passwordHash: String?) throws(Failure) {
        try run(
            """
            UPDATE users SET is_account = 1, name = $1, password_hash = $2, token_epoch = token_epoch + 1,
                email_verified_at = CASE WHEN is_account = 1 THEN email_verified_at END, updated_at = $3
            WHERE id = $4
            """, [.text(name), .optional(passwordHash), .integer(now.milliseconds), .integer(user.id.rawValue)])
        try reindexTickets(
            of: user.id, was: (user.name, user.email, user.phone), is: (name, user.email, user.phone))
    }

    /// The address has been proved; the first time counts.
    package func verifyEmail(of id: ID<User>) throws(Failure) {
        try run(
            "UPDATE users SET email_verified_at = $1, updated_at = $1 WHERE id = $2 AND email_verified_at IS NULL",
            [.integer(now.milliseconds), .integer(id.rawValue)])
    }

    /// Sets a password and makes every token void that was made before.
    ///
    /// - Returns: the new epoch.
    package func setPassword(_ hash: String, mustChange: Bool, of id: ID<User>) throws(Failure) -> Int64 {
        let epoch = try first(
            """
            UPDATE users SET password_hash = $1, must_change_password = $2, is_account = 1,
                token_epoch = token_epoch + 1, updated_at = $3
            WHERE id = $4 RETURNING token_epoch
            """, [.text(hash), .flag(mustChange), .integer(now.milliseconds), .integer(id.rawValue)]
        ) { $0.integer(0) }
        guard let epoch else { throw .notFound }
        return epoch
    }

    /// Writes what an admin may change of a user; what makes old tokens void has counted the epoch up before.
    package func save(_ user: User, was old: User) throws(Failure) {
        try run(
            """
            UPDATE users SET email = $1, name = $2, phone = $3, role = $4, is_active = $5, email_verified_at = $6,
                token_epoch = $7, updated_at = $8
            WHERE id = $9
            """,
            [
                .optional(user.email), .text(user.name), .optional(user.phone), .text(user.role.rawValue),
                .flag(user.isActive), .optional(user.emailVerifiedAt?.milliseconds), .integer(user.tokenEpoch),
                .integer(now.milliseconds), .integer(user.id.rawValue),
            ])
        try reindexTickets(
            of: user.id, was: (old.name, old.email, old.phone), is: (user.name, user.email, user.phone))
    }
}

extension User {
    init(row: Row) {
        self.init(
            id: ID(row.integer(0)), email: row.optionalText(1), name: row.text(2), phone: row.optionalText(3),
            role: Role(rawValue: row.text(4)) ?? .customer, isAccount: row.flag(5), isActive: row.flag(6),
            emailVerifiedAt: row.optionalInteger(7).map { Instant(milliseconds: $0) },
            passwordHash: row.optionalText(8), mustChangePassword: row.flag(9), tokenEpoch: row.integer(10),
            createdAt: Instant(milliseconds: row.integer(11)), updatedAt: Instant(milliseconds: row.integer(12)))
    }
}

/// Which users a list has.
package struct UserFilter: Sendable {
    package var role: Role?
    /// A part of name or address, any case.
    package var words: String?

    package init(role: Role? = nil, words: String? = nil) {
        self.role = role
        self.words = words
    }
}

extension Reading {
    package func hasAdmin() throws(Failure) -> Bool {
        try first("SELECT EXISTS (SELECT 1 FROM users WHERE role = 'admin')") { $0.flag(0) } ?? false
    }

    /// Users in the order of their ids.
    package func users(_ filter: UserFilter, after: ID<User>?, limit: Int64) throws(Failure) -> [User] {
        var (conditions, values) = conditions(filter)
        values.append(.integer(after?.rawValue ?? 0))
        conditions.append("id > $\(values.count)")
        values.append(.integer(limit))
        return try all(
            composed: """
                SELECT id, email, name, phone, role, is_account, is_active, email_verified_at, password_hash,
                    must_change_password, token_epoch, created_at, updated_at
                FROM users WHERE \(conditions.joined(separator: " AND ")) ORDER BY id LIMIT $\(values.count)
                """, values, User.init(row:))
    }

    package func userCount(_ filter: UserFilter) throws(Failure) -> Int64 {
        let (conditions, values) = conditions(filter)
        let clause = conditions.isEmpty ? "" : " WHERE " + conditions.joined(separator: " AND ")
        return try all(composed: "SELECT count(*) FROM users\(clause)", values) { $0.integer(0) }.first ?? 0
    }

    private func conditions(_ filter: UserFilter) -> ([String], [SQLValue]) {
        var conditions: [String] = []
        var values: [SQLValue] = []
        if let role = filter.role {
            values.append(.text(role.rawValue))
            conditions.append("role = $\(values.count)")
        }
        if let words = filter.words {
            values.append(.text(words))
            conditions.append(
                "(instr(lower(name), lower($\(values.count))) > 0 OR instr(email, lower($\(values.count))) > 0)")
        }
        return (conditions, values)
    }
}
