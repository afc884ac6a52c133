import Domain
import Security

/// What one of our own tokens says, once its signature has been checked. It cannot change, so it may be kept; whether
/// it still counts is read from rows at each request.
package struct Claims: Sendable, Equatable {
    package let audience: Credential.Audience
    package let user: ID<User>
    /// The user's `tokenEpoch` when the token was made.
    package let epoch: Int64
    package let tokenID: String
    package let expiresAt: Instant
    /// The one ticket that a guest may see; nil for the other audiences.
    package let ticket: ID<Ticket>?

    /// Nil when the token's name does not begin with its epoch, as ours do.
    init?(_ claims: AccessClaims) {
        guard let epoch = claims.jti.split(separator: ".").first.flatMap({ Int64($0) }) else { return nil }
        audience = claims.kind
        user = ID(claims.subject)
        self.epoch = epoch
        tokenID = claims.jti
        expiresAt = Instant(milliseconds: claims.expiresAt * 1000)
        ticket = claims.ticket.map { ID($0) }
    }
}

/// What a request has shown of who it is, before any row has been read.
package enum Presented: Sendable {
    case nothing
    case token(Claims, isCookie: Bool)
    case hostToken(HostClaims)
    /// The SHA-256 of an API key.
    case key(hash: String)
    /// Something that cannot be right: forged, expired, not a token.
    case invalid(String)
}

extension HostClaims {
    /// The host's `jti` is not ours to trust as unique: it is kept apart by the address it came with.
    package var revocationID: String { "host:\(email):\(jti)" }

    package var endsAt: Instant { Instant(milliseconds: expiresAt * 1000) }

    /// The name of the account that is made of it; the address where the host gives none.
    package var displayName: String {
        let name = Text.prefix(Text.trimmed(name ?? ""), 200)
        return name.isEmpty || Text.hasForbiddenControls(name) || Text.hasLineBreak(name) ? email : name
    }
}
