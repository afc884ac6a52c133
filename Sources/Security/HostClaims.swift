import Domain
import JSON

/// What a host product's token says about its customer. Times are seconds since 1970-01-01 UTC.
///
/// `role` is ignored: a host can only ever speak for customers.
package struct HostClaims: Sendable, Equatable {
    /// Seconds that `exp` may lie ahead: a stolen token is good for a day at most.
    package static let longestLife: Int64 = 24 * 60 * 60

    /// Normalized as `EmailAddress` has it.
    package let email: String
    package let name: String?
    package let jti: String
    package let expiresAt: Int64
    package let issuedAt: Int64?
    package let emailVerified: Bool

    /// Checks the signature, then the claims.
    ///
    /// - Parameter now: seconds.
    package init(token: String, secret: [UInt8], now: Int64) throws(SecurityError) {
        guard let claims = JWT.verify(token, secret: secret) else { throw .invalidToken }
        try self.init(claims, now: now)
    }

    /// - Parameter claims: the object of a token that was verified with the host's secret.
    package init(_ claims: JSONValue, now: Int64) throws(SecurityError) {
        let reading = ClaimReading(claims: claims)
        guard claims["aud"] == .string(Credential.Audience.customer.rawValue) else { throw .invalidClaim("aud") }
        // A host does not know our ids; one that names a row may be one of our own tokens under a shared secret.
        guard claims["sub"] == nil else { throw .invalidClaim("sub") }
        guard let email = EmailAddress.normalized(try reading.text("email")) else { throw .invalidClaim("email") }
        self.email = email
        name = try reading.optionalText("name")
        jti = try reading.text("jti")
        expiresAt = try reading.time("exp")
        issuedAt = try reading.optionalTime("iat")
        emailVerified = try reading.flag("email_verified")
        try reading.checkTimes(now: now)
        guard expiresAt - now <= HostClaims.longestLife else { throw .invalidClaim("exp") }
    }
}
