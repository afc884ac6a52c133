import Domain

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

    package init(
        audience: Credential.Audience, user: ID<User>, epoch: Int64, tokenID: String, expiresAt: Instant,
        ticket: ID<Ticket>? = nil
    ) {
        self.audience = audience
        self.user = user
        self.epoch = epoch
        self.tokenID = tokenID
        self.expiresAt = expiresAt
        self.ticket = ticket
    }
}

/// What a host product's token says, once its signature has been checked.
package struct HostClaims: Sendable, Equatable {
    package let email: String
    package let name: String
    package let isVerified: Bool
    package let tokenID: String
    package let expiresAt: Instant

    package init(email: String, name: String, isVerified: Bool, tokenID: String, expiresAt: Instant) {
        self.email = email
        self.name = name
        self.isVerified = isVerified
        self.tokenID = tokenID
        self.expiresAt = expiresAt
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
