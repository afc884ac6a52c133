import Domain
import Platform
import Security
import Store

/// Who somebody turned out to be, and the token made for it.
package struct Session: Sendable {
    package let user: User
    package let token: String
    /// Seconds.
    package let lifetime: Int64
}

/// Registering, logging in, and the links that are mailed for both.
package struct Accounts: Sendable {
    /// How long mailed links are good, in seconds.
    static let verificationLife: Int64 = 24 * 3600
    static let resetLife: Int64 = 3600
    /// Failures in 15 minutes.
    static let perAccount = FailureLimit(10)
    static let perAddress = FailureLimit(30)

    package let tokens: Tokens
    let publicURL: String
    package let requiresVerification: Bool
    let limitsFailures: Bool
    let random: Random

    package init(
        tokens: Tokens, publicURL: String, requiresVerification: Bool = false, limitsFailures: Bool = true,
        random: Random = .system
    ) {
        self.tokens = tokens
        self.publicURL = publicURL
        self.requiresVerification = requiresVerification
        self.limitsFailures = limitsFailures
        self.random = random
    }

    // MARK: Registering

    /// Makes an account, or takes over a row that was known by address only.
    ///
    /// - Returns: the session; nil with verification required, whether or not the address was free.
    /// - Throws: `.emailTaken`, unless verification is required.
    package func register(
        email: String, name: String, passwordHash: String, in tx: Writing
    ) throws(Failure) -> Session? {
        let known = try tx.user(email: email)
        let isPending = known.map { $0.isAccount && !$0.isVerified && $0.role == .customer && $0.isActive } ?? false
        if let known, known.isAccount || known.role.isStaff, !(requiresVerification && isPending) {
            guard requiresVerification else { throw .emailTaken }
            try tx.send(Letters.alreadyRegistered(known, at: publicURL))
            return nil
        }
        let user: User
        if let known {
            // A pending account is its last registrant's, so that nobody can lay a password in wait for somebody else.
            // Somebody whom staff knows by name keeps it until the address is proved: tickets are shown with it.
            try tx.claim(known, name: known.isAccount ? name : known.name, passwordHash: passwordHash)
            user = try self.user(known.id, in: tx)
        } else {
            user = try tx.insertUser(NewUser(email: email, name: name, role: .customer, passwordHash: passwordHash))
        }
        try tx.forgetLinks(of: user.id, purpose: .verifyEmail)
        try mailVerification(to: user, in: tx)
        return requiresVerification ? nil : session(for: user, in: tx)
    }

    /// - Throws: a validation failure for a link that is not good any more.
    package func verifyEmail(token: String, in tx: Writing) throws(Failure) -> User {
        guard let link = try tx.useLink(hash: SecretToken.hash(of: token), purpose: .verifyEmail) else {
            throw .field("token", "is not valid any more")
        }
        try tx.verifyEmail(of: link.user)
        return try user(link.user, in: tx)
    }

    // MARK: Forgotten passwords

    /// Mails a link to whoever has an account with that address; says nothing of whether somebody does.
    package func forgotPassword(email: String, in tx: Writing) throws(Failure) {
        // Every call ends in a commit: one that wrote nothing would be told by its time.
        try tx.countFailure("forgot:" + SecretToken.hash(of: email))
        guard let user = try tx.user(email: email), user.isAccount, user.isActive else { return }
        let secret = SecretToken(from: random)
        try tx.insertLink(
            hash: secret.hash, purpose: .resetPassword, user: user.id, until: tx.now.adding(seconds: Self.resetLife))
        try tx.send(Letters.reset(user, secret: secret.text, at: publicURL))
    }

    /// Sets a password by a mailed link, which proves the address as well.
    package func resetPassword(token: String, passwordHash: String, in tx: Writing) throws(Failure) -> User {
        guard let link = try tx.useLink(hash: SecretToken.hash(of: token), purpose: .resetPassword) else {
            throw .field("token", "is not valid any more")
        }
        guard try user(link.user, in: tx).isActive else { throw .field("token", "is not valid any more") }
        _ = try tx.setPassword(passwordHash, mustChange: false, of: link.user)
        try tx.verifyEmail(of: link.user)
        try tx.forgetLinks(of: link.user, purpose: .resetPassword)
        let user = try user(link.user, in: tx)
        if let email = user.email { try tx.forgetFailures(Self.subject(account: email)) }
        return user
    }

    // MARK: Logging in

    /// What a slow thread finds out about an attempt.
    package struct Attempt: Sendable {
        let email: String
        let user: ID<User>?
        /// The hash that was compared with; another one in the meantime makes the attempt void.
        let hash: String?
        let isRight: Bool
    }

    /// Compares the password, on a slow thread. It takes as long for an account that is not there.
    ///
    /// - Throws: `.tooManyRequests` before anything is compared.
    package func attempt(
        email: String, password: String, isStaff: Bool, from address: String, with reader: Reader
    ) throws(Failure) -> Attempt {
        let email = Text.trimmed(email).lowercased()
        let user = try reader.read { (tx) throws(Failure) in
            try refuseLocked(email, address, in: tx)
            return try tx.user(email: email)
        }
        let mayLogIn = user.map { $0.isAccount && $0.isActive && $0.role.isStaff == isStaff } ?? false
        let matches = Password.matches(password, user?.passwordHash)
        return Attempt(email: email, user: user?.id, hash: user?.passwordHash, isRight: mayLogIn && matches)
    }

    /// Counts a failure, or makes a session and forgets the account's failures.
    ///
    /// - Returns: what to refuse, although the count of it stays.
    /// - Throws: `.tooManyRequests`, also for the right password.
    package func logIn(_ attempt: Attempt, from address: String, in tx: Writing) throws(Failure) -> Result<
        Session, Failure
    > {
        try refuseLocked(attempt.email, address, in: tx)
        guard attempt.isRight, let id = attempt.user, let user = try tx.user(id), user.isActive,
            user.passwordHash == attempt.hash
        else {
            if limitsFailures {
                try tx.countFailure(Self.subject(account: attempt.email))
                try tx.countFailure(Self.subject(address: address))
            }
            return .failure(.unauthorized("The e-mail address or the password is wrong."))
        }
        try tx.forgetFailures(Self.subject(account: attempt.email))
        if requiresVerification, user.role == .customer, !user.isVerified { return .failure(.emailUnverified) }
        return .success(session(for: user, in: tx))
    }

    /// What is left of the two limits on failed logins, the tighter one; nil while failures are not limited.
    package func allowance(
        of email: String, from address: String, in tx: Reading
    ) throws(Failure) -> RateLimiter.Decision? {
        guard limitsFailures else { return nil }
        let email = Text.trimmed(email).lowercased()
        let account = try tx.failures(of: Self.subject(account: email)).left(of: Self.perAccount)
        let client = try tx.failures(of: Self.subject(address: address)).left(of: Self.perAddress)
        return client.remaining < account.remaining ? client : account
    }

    package func logOut(_ credential: Credential, in tx: Writing) throws(Failure) {
        try tx.revokeToken(credential.tokenID, until: credential.expiresAt)
    }

    // MARK: Changing the password

    /// Compares the current password, on a slow thread, and hashes the new one.
    ///
    /// - Returns: the hash; nil when the current password is wrong.
    package func preparePassword(
        current: String, new: String, of id: ID<User>, with reader: Reader
    ) throws(Failure) -> String? {
        let hash = try reader.read { (tx) throws(Failure) in
            let user = try user(id, in: tx)
            if limitsFailures, let seconds = try tx.lockedFor(Self.subject(account: user.email ?? ""), Self.perAccount)
            {
                throw .tooManyRequests(retryAfter: seconds, limit: Int(Self.perAccount.most))
            }
            return user.passwordHash
        }
        guard Password.matches(current, hash) else { return nil }
        return try Password.hash(new)
    }

    /// Sets the prepared password. Every token made before is void from then on; a session in its place is returned.
    package func setPassword(_ hash: String?, of id: ID<User>, in tx: Writing) throws(Failure) -> Result<
        Session, Failure
    > {
        let before = try user(id, in: tx)
        guard let hash else {
            if limitsFailures, let email = before.email { try tx.countFailure(Self.subject(account: email)) }
            return .failure(.field("current_password", "is not your password"))
        }
        _ = try tx.setPassword(hash, mustChange: false, of: id)
        return .success(session(for: try user(id, in: tx), in: tx))
    }

    // MARK: In common

    package func session(for user: User, in tx: Reading) -> Session {
        Session(user: user, token: tokens.make(for: user, now: tx.now), lifetime: tokens.lifetime)
    }

    package func user(_ id: ID<User>, in tx: Reading) throws(Failure) -> User {
        guard let user = try tx.user(id) else { throw .notFound }
        return user
    }

    private func mailVerification(to user: User, in tx: Writing) throws(Failure) {
        let secret = SecretToken(from: random)
        try tx.insertLink(
            hash: secret.hash, purpose: .verifyEmail, user: user.id,
            until: tx.now.adding(seconds: Self.verificationLife))
        try tx.send(Letters.verification(user, secret: secret.text, at: publicURL))
    }

    private func refuseLocked(_ email: String, _ address: String, in tx: Reading) throws(Failure) {
        guard limitsFailures else { return }
        let account = try tx.lockedFor(Self.subject(account: email), Self.perAccount)
        let client = try tx.lockedFor(Self.subject(address: address), Self.perAddress)
        guard let seconds = [account, client].compactMap({ $0 }).max() else { return }
        let limit = account == nil ? Self.perAddress : Self.perAccount
        throw .tooManyRequests(retryAfter: seconds, limit: Int(limit.most))
    }

    /// Long addresses are no accounts: cut, so that nobody can fill the table with novels.
    private static func subject(account email: String) -> String { "login account " + Text.prefix(email, 254) }
    /// Forgets the failed logins of an account, for its address stands in their name.
    static func forgetFailures(of email: String, in tx: Writing) throws(Failure) {
        try tx.forgetFailures(subject(account: email))
    }
    private static func subject(address: String) -> String { "login address " + address }
}

extension Failures {
    fileprivate func left(of limit: FailureLimit) -> RateLimiter.Decision {
        let remaining = max(0, limit.most - count)
        return RateLimiter.Decision(
            isAllowed: remaining > 0, limit: Int(limit.most), remaining: Int(remaining),
            resetSeconds: count == 0 ? FailureLimit.window / 1000 : secondsLeft)
    }
}
