import Domain
import Platform
import Security
import Store

/// What an admin changes of a user; nil leaves it.
package struct UserChange: Sendable {
    package var email: String?
    package var name: String?
    package var role: Role?
    package var isActive: Bool?
    package var passwordHash: String?

    package init(
        email: String? = nil, name: String? = nil, role: Role? = nil, isActive: Bool? = nil, passwordHash: String? = nil
    ) {
        self.email = email
        self.name = name
        self.role = role
        self.isActive = isActive
        self.passwordHash = passwordHash
    }
}

/// The people of the installation, for admins and the command line.
package struct Users: Sendable {
    private let random: Random

    package init(random: Random = .system) { self.random = random }

    /// - Throws: `.emailTaken`.
    package func create(_ new: NewUser, in tx: Writing) throws(Failure) -> User {
        if let email = new.email, let known = try tx.user(email: email) {
            // Somebody who was only written to becomes what the admin says.
            guard !known.isAccount else { throw .emailTaken }
            try tx.claim(known, name: new.name, passwordHash: new.passwordHash)
            return try change(known.id, UserChange(role: new.role, isActive: new.isActive), in: tx)
        }
        return try tx.insertUser(new)
    }

    /// - Throws: `.notFound`, `.emailTaken`, `.inUse` for the last admin.
    package func change(_ id: ID<User>, _ change: UserChange, in tx: Writing) throws(Failure) -> User {
        guard let before = try tx.user(id) else { throw .notFound }
        if before.role == .admin, before.isActive,
            change.role.map({ $0 != .admin }) ?? false || change.isActive == false,
            try tx.activeAdmins() <= 1
        {
            throw .inUse("This is the last active admin.")
        }
        var after = before
        if let email = change.email, email != before.email {
            if try tx.user(email: email) != nil { throw .emailTaken }
            after.email = email
            after.emailVerifiedAt = nil
        }
        after.name = change.name ?? before.name
        after.role = change.role ?? before.role
        after.isActive = change.isActive ?? before.isActive
        if after.role != before.role || after.isActive != before.isActive { after.tokenEpoch += 1 }
        if after != before { try tx.save(after, was: before) }
        if after.email != before.email {
            // They were mailed to the old address, and would prove the new one.
            for purpose in LinkPurpose.allCases { try tx.forgetLinks(of: id, purpose: purpose) }
        }
        if let hash = change.passwordHash { _ = try tx.setPassword(hash, mustChange: false, of: id) }
        guard let saved = try tx.user(id) else { throw .notFound }
        return saved
    }

    package func list(_ filter: UserFilter, after: ID<User>?, limit: Int, in tx: Reading) throws(Failure) -> [User] {
        try tx.users(filter, after: after, limit: Int64(limit))
    }

    /// Makes the first admin where there is none.
    ///
    /// - Parameter password: nil makes one up, which has to be changed at the first login.
    /// - Returns: the password that was made up, to be printed once.
    package func ensureFirstAdmin(
        email: String?, password: String?, with reader: Reader, writer: Writer,
        then: @escaping @Sendable (Result<(email: String, password: String)?, Failure>) -> Void
    ) {
        do throws(Failure) {
            let isThere = try reader.read { (tx) throws(Failure) in try tx.hasAdmin() }
            if isThere { return then(.success(nil)) }
            let email = Text.trimmed(email ?? "admin@localhost").lowercased()
            let made = password == nil ? SecretToken.oneTimePassword(from: random) : nil
            let hash = try Password.hash(password ?? made ?? "")
            writer.submit(
                { (tx) throws(Failure) -> Bool in
                    if try tx.hasAdmin() { return false }
                    _ = try create(
                        NewUser(
                            email: email, name: "Admin", role: .admin, passwordHash: hash,
                            mustChangePassword: made != nil), in: tx)
                    return true
                },
                then: { result in
                    then(result.map { isNew in isNew ? made.map { (email, $0) } : nil })
                })
        } catch {
            then(.failure(error))
        }
    }
}
