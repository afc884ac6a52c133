import Domain
import JSON
import Platform
import Security

/// An API key: shown once, kept as its hash.
package enum APIKeyText {
    package static let prefix = "tkd_"

    package static func hash(_ key: String) -> String { SecretToken.hash(of: key) }
}

/// Makes and reads the tokens of callers: ours, and those of a host product.
package struct Tokens: Sendable {
    private static let idBytes = 12

    private let secret: [UInt8]
    private let hostSecret: [UInt8]?
    private let random: Random
    /// How long a token is good, in seconds.
    package let lifetime: Int64

    /// - Parameters:
    ///   - secret: what our own tokens are signed with.
    ///   - hostSecret: what a host product signs with; nil where there is none.
    package init(secret: String, hostSecret: String?, hours: Double = 12, random: Random = .system) {
        self.secret = Array(secret.utf8)
        self.hostSecret = hostSecret.map { Array($0.utf8) }
        self.random = random
        lifetime = max(1, Int64(hours * 3600))
    }

    /// A token for `user`, whose role decides its audience.
    package func make(for user: User, now: Instant) -> String {
        make(user.role.isStaff ? .staff : .customer, user.id, user.role, epoch: user.tokenEpoch, ticket: nil, now)
    }

    /// A token that opens one ticket to its customer.
    package func makeGuest(customer: ID<User>, epoch: Int64, ticket: ID<Ticket>, now: Instant) -> String {
        make(.ticket, customer, .customer, epoch: epoch, ticket: ticket, now)
    }

    /// Checks signature, form and times. Whether the token has been revoked is for rows to say.
    ///
    /// - Parameter now: milliseconds.
    package func read(_ token: String, now: Int64) -> Presented {
        let seconds = now / 1000
        do throws(SecurityError) {
            guard let claims = Claims(try AccessClaims(token: token, secret: secret, now: seconds)) else {
                return .invalid("The token is not valid.")
            }
            return .token(claims, isCookie: false)
        } catch .expired {
            return .invalid("The token has expired.")
        } catch {
            return host(token, seconds)
        }
    }

    /// Signs what is no token, such as cursors, with a key of its own.
    package func signer(_ purpose: String) -> Signer {
        Signer(secret: Secrets.derive(master: secret, label: purpose), purpose: purpose)
    }

    private func host(_ token: String, _ seconds: Int64) -> Presented {
        guard let hostSecret else { return .invalid("The token is not valid.") }
        do throws(SecurityError) {
            return .hostToken(try HostClaims(token: token, secret: hostSecret, now: seconds))
        } catch .expired {
            return .invalid("The token has expired.")
        } catch {
            return .invalid("The token is not valid.")
        }
    }

    private func make(
        _ audience: Credential.Audience, _ user: ID<User>, _ role: Role, epoch: Int64, ticket: ID<Ticket>?,
        _ now: Instant
    ) -> String {
        let seconds = now.milliseconds / 1000
        return AccessClaims(
            audience, subject: user.rawValue, role: role.rawValue, issuedAt: seconds, expiresAt: seconds + lifetime,
            jti: "\(epoch).\(Base64URL.encode(random.bytes(Self.idBytes)))", ticket: ticket?.rawValue
        ).mint(secret: secret)
    }
}
