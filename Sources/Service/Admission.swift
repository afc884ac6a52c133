import Domain
import Platform
import Security
import Store

/// Turns checked signatures into callers, by the rows of the request's own snapshot: a token counts only while its
/// user is active, its epoch is the user's and it has not been logged out.
package enum Admission {
    /// Who a credential turned out to be.
    package enum Admitted: Sendable {
        case customer(Customer)
        case guest(Guest)
        case staff(Agent)
        case key(KeyHolder)
    }

    /// - Throws: `.unauthorized` for what does not count, `.passwordChangeRequired` for somebody who may do nothing
    ///   else before that.
    package static func caller(_ presented: Presented, in tx: Reading) throws(Failure) -> Admitted {
        switch presented {
        case .nothing: throw .unauthorized("Credentials are needed.")
        case .invalid(let reason): throw .unauthorized(reason)
        case .key(let hash):
            guard let holder = try tx.keyHolder(hash: hash) else { throw .unauthorized("The API key is not valid.") }
            return .key(holder)
        case .token(let claims, _):
            let standing = try standing(of: claims, in: tx)
            if claims.audience == .ticket, let ticket = claims.ticket {
                // The link went to the ticket's own address, so the guest may see it although it was matched by that. The
                // account is not verified by this: somebody else may have registered the address and hold its password.
                let customer = standing.customer
                return .guest(
                    Guest(
                        ticket: ticket,
                        customer: Customer(
                            id: customer.id, email: customer.email, name: customer.name, isVerified: true,
                            phone: customer.phone)))
            }
            if standing.mustChangePassword { throw .passwordChangeRequired }
            if claims.audience == .staff, let agent = standing.agent { return .staff(agent) }
            if claims.audience == .customer, standing.role == .customer { return .customer(standing.customer) }
            throw .unauthorized("The account has another role now.")
        case .hostToken(let claims):
            return .customer(try hosted(claims, in: tx).customer)
        }
    }

    /// - Throws: `.unauthorized`, or `.forbidden` for guests and keys, who have no account.
    package static func account(
        _ presented: Presented, in tx: Reading
    ) throws(Failure) -> (AccountHolder, Credential, mustChangePassword: Bool) {
        switch presented {
        case .nothing: throw .unauthorized("Credentials are needed.")
        case .invalid(let reason): throw .unauthorized(reason)
        case .key:
            _ = try caller(presented, in: tx)
            throw .forbidden("An API key has no account.")
        case .token(let claims, let isCookie):
            let standing = try standing(of: claims, in: tx)
            let credential = Credential(
                audience: claims.audience, tokenID: claims.tokenID, expiresAt: claims.expiresAt, isCookie: isCookie)
            switch claims.audience {
            case .ticket: throw .forbidden("A guest has no account.")
            case .staff:
                guard let agent = standing.agent else { throw .unauthorized("The account has another role now.") }
                return (.staff(agent), credential, standing.mustChangePassword)
            case .customer:
                guard standing.role == .customer else { throw .unauthorized("The account has another role now.") }
                return (.customer(standing.customer), credential, standing.mustChangePassword)
            }
        case .hostToken(let claims):
            let standing = try hosted(claims, in: tx)
            let credential = Credential(
                audience: .customer, tokenID: claims.revocationID, expiresAt: claims.endsAt, isCookie: false)
            return (.customer(standing.customer), credential, false)
        }
    }

    /// Whether the row behind a host product's token has to be made or brought up to date first.
    package static func needsProvision(_ claims: HostClaims, in tx: Reading) throws(Failure) -> Bool {
        guard let standing = try tx.standing(email: claims.email, token: claims.revocationID) else { return true }
        if standing.role.isStaff || !standing.isActive || standing.isRevoked { return false }
        return !standing.isAccount || claims.emailVerified && !standing.isVerified
    }

    /// Makes the account of a host product's token, or takes over the row that was known by address only.
    package static func provision(_ claims: HostClaims, in tx: Writing) throws(Failure) {
        guard try needsProvision(claims, in: tx) else { return }
        if let user = try tx.user(email: claims.email) {
            try tx.claim(user, name: user.isAccount ? user.name : claims.displayName, passwordHash: user.passwordHash)
            if claims.emailVerified { try tx.verifyEmail(of: user.id) }
        } else {
            let user = try tx.insertUser(NewUser(email: claims.email, name: claims.displayName, role: .customer))
            if claims.emailVerified { try tx.verifyEmail(of: user.id) }
        }
    }

    private static func standing(of claims: Claims, in tx: Reading) throws(Failure) -> Standing {
        guard let standing = try tx.standing(claims.user, token: claims.tokenID), standing.isActive,
            standing.epoch == claims.epoch, !standing.isRevoked, claims.expiresAt > tx.now
        else { throw .unauthorized("The token is not valid any more.") }
        return standing
    }

    private static func hosted(_ claims: HostClaims, in tx: Reading) throws(Failure) -> Standing {
        guard claims.endsAt > tx.now, let standing = try tx.standing(email: claims.email, token: claims.revocationID),
            standing.isActive, !standing.isRevoked, !standing.role.isStaff, standing.isAccount
        else { throw .unauthorized("The token is not valid here.") }
        return standing
    }
}

extension Writing {
    /// The secret that tokens are signed with: made at the first start, then kept.
    package func tokenSecret(random: Random) throws(Failure) -> String {
        if let known = try setting("jwt_secret") { return known }
        let secret = SecretToken(from: random).text
        try set("jwt_secret", to: secret)
        return secret
    }
}
