import Domain
import JSON

/// What our own tokens say: who, as what, for how long. Times are seconds since 1970-01-01 UTC.
package struct AccessClaims: Sendable, Equatable {
    package let kind: Credential.Audience
    package let subject: Int64
    package let role: String
    package let issuedAt: Int64
    package let expiresAt: Int64
    /// The token's own name, by which it is revoked.
    package let jti: String
    /// The only ticket that an `aud: ticket` token opens; nil for the others.
    package let ticket: Int64?

    /// `customer`, `staff` or `ticket`.
    package var audience: String { kind.rawValue }

    package init(
        _ kind: Credential.Audience, subject: Int64, role: String, issuedAt: Int64, expiresAt: Int64, jti: String,
        ticket: Int64? = nil
    ) {
        self.kind = kind
        self.subject = subject
        self.role = role
        self.issuedAt = issuedAt
        self.expiresAt = expiresAt
        self.jti = jti
        self.ticket = ticket
    }

    /// Checks the signature, then the claims.
    ///
    /// - Parameter now: seconds.
    package init(token: String, secret: [UInt8], now: Int64) throws(SecurityError) {
        guard let claims = JWT.verify(token, secret: secret) else { throw .invalidToken }
        try self.init(claims, now: now)
    }

    /// - Parameter claims: the object of a verified token.
    package init(_ claims: JSONValue, now: Int64) throws(SecurityError) {
        let reading = ClaimReading(claims: claims)
        guard let kind = Credential.Audience(rawValue: try reading.text("aud")) else { throw .invalidClaim("aud") }
        self.kind = kind
        subject = try reading.id("sub")
        role = try reading.text("role")
        issuedAt = try reading.time("iat")
        expiresAt = try reading.time("exp")
        jti = try reading.text("jti")
        ticket = kind == .ticket ? try reading.id("ticket") : nil
        try reading.checkTimes(now: now)
    }

    package func mint(secret: [UInt8]) -> String { JWT.mint(claims: members, secret: secret) }

    package var members: [JSONValue.Member] {
        // RFC 7519 section 4.1.2: `sub` is a text.
        var members: [JSONValue.Member] = [
            .init("aud", .string(audience)), .init("sub", .string(String(subject))), .init("role", .string(role)),
            .init("iat", .integer(issuedAt)), .init("exp", .integer(expiresAt)), .init("jti", .string(jti)),
        ]
        if let ticket { members.append(.init("ticket", .integer(ticket))) }
        return members
    }
}
