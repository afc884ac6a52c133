import Domain
import JSON
import Platform

/// The text of an API key.
package enum APIKeyText {
    package static let prefix = "tkd_"
}

/// Makes and reads JWTs (RFC 7519) signed by HMAC-SHA-256: ours, and those of a host product. No other algorithm is
/// looked at, whatever a token's header says.
package struct Tokens: Sendable {
    /// How far ahead a host product's token may end, in milliseconds.
    package static let longestHostToken: Int64 = 24 * 3600 * 1000
    /// A token that is longer is not one of ours.
    private static let longest = 4096
    private static let header = Base64URL.text(Array(#"{"alg":"HS256","typ":"JWT"}"#.utf8))

    private let key: [UInt8]
    private let hostKey: [UInt8]?
    private let secrets: Secrets
    /// How long a token is good, in seconds.
    package let lifetime: Int64

    /// - Parameters:
    ///   - secret: what our own tokens are signed with.
    ///   - hostSecret: what a host product signs with; nil where there is none.
    package init(secret: String, hostSecret: String?, hours: Double = 12, secrets: Secrets = Secrets()) {
        key = Array(secret.utf8)
        hostKey = hostSecret.map { Array($0.utf8) }
        lifetime = Int64(hours * 3600)
        self.secrets = secrets
    }

    /// A token for `user`, whose role decides its audience.
    package func make(for user: User, now: Instant) -> String {
        let audience: Credential.Audience = user.role.isStaff ? .staff : .customer
        return make(audience, user: user.id, role: user.role, epoch: user.tokenEpoch, ticket: nil, now: now)
    }

    /// A token that opens one ticket to its customer.
    package func makeGuest(customer: ID<User>, epoch: Int64, ticket: ID<Ticket>, now: Instant) -> String {
        make(.ticket, user: customer, role: .customer, epoch: epoch, ticket: ticket, now: now)
    }

    private func make(
        _ audience: Credential.Audience, user: ID<User>, role: Role, epoch: Int64, ticket: ID<Ticket>?, now: Instant
    ) -> String {
        var json = JSONWriter(reserving: 192)
        let seconds = now.milliseconds / 1000
        json.object { json in
            json.member("sub", user.description)
            json.member("role", role.rawValue)
            json.member("aud", audience.rawValue)
            json.member("iat", seconds)
            json.member("exp", seconds + lifetime)
            json.member("jti", "\(epoch).\(secrets.newTokenID())")
            if let ticket { json.member("tid", ticket.rawValue) }
        }
        let signed = Self.header + "." + Base64URL.text(json.bytes)
        return signed + "." + Base64URL.text(Secrets.signature(key, Array(signed.utf8)))
    }

    /// Checks signature and form. Whether the token has ended, or been revoked, is for the caller to ask.
    package func read(_ token: String) -> Presented {
        let forged = Presented.invalid("The token is not valid.")
        guard token.utf8.count <= Self.longest else { return forged }
        let parts = token.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard parts.count == 3, let signature = Base64URL.bytes(parts[2]) else { return forged }
        let signed = Array(token.utf8[..<parts[1].endIndex])
        let isOurs = Secrets.areEqual(Secrets.signature(key, signed), signature)
        guard isOurs || isHosts(signed, signature) else { return forged }
        guard let header = object(parts[0]), header["alg"]?.string == "HS256", header["crit"] == nil,
            let claims = object(parts[1])
        else { return forged }
        if isOurs, let own = own(claims) { return .token(own, isCookie: false) }
        if !isOurs || hostKey == key, let host = host(claims) { return .hostToken(host) }
        return forged
    }

    package func hash(ofKey key: String) -> String { Secrets.hash(key) }

    private func isHosts(_ signed: [UInt8], _ signature: [UInt8]) -> Bool {
        guard let hostKey else { return false }
        return Secrets.areEqual(Secrets.signature(hostKey, signed), signature)
    }

    private func object(_ part: some Collection<UInt8>) -> JSONValue? {
        guard let bytes = Base64URL.bytes(part), let value = try? JSONReader.read(bytes) else {
            // Neither base64url nor JSON: not a token, and why does not matter.
            return nil
        }
        if case .object = value { return value }
        return nil
    }

    private func own(_ claims: JSONValue) -> Claims? {
        guard let audience = claims["aud"]?.string.flatMap(Credential.Audience.init(rawValue:)),
            let user = claims["sub"]?.string.flatMap({ Int64($0) }), let tokenID = claims["jti"]?.string,
            let end = claims["exp"]?.integer, end < Int64.max / 1000,
            let epoch = tokenID.split(separator: ".").first.flatMap({ Int64($0) })
        else { return nil }
        let ticket = claims["tid"]?.integer.map { ID<Ticket>($0) }
        guard (audience == .ticket) == (ticket != nil) else { return nil }
        return Claims(
            audience: audience, user: ID(user), epoch: epoch, tokenID: tokenID,
            expiresAt: Instant(milliseconds: end * 1000), ticket: ticket)
    }

    /// `role` is ignored, and with a `sub` it would be one of ours.
    private func host(_ claims: JSONValue) -> HostClaims? {
        guard names(claims["aud"], "customer"), claims["sub"] == nil,
            let email = claims["email"]?.string.flatMap(EmailAddress.normalized),
            let tokenID = claims["jti"]?.string, (1...255).contains(tokenID.utf8.count),
            let end = whole(claims["exp"]), end > 0, end < Int64.max / 1000
        else { return nil }
        let given = Text.trimmed(claims["name"]?.string ?? "")
        let name = given.isEmpty || Text.hasForbiddenControls(given) || Text.hasLineBreak(given) ? email : given
        return HostClaims(
            email: email, name: Text.prefix(name, 200), isVerified: claims["email_verified"] == .bool(true),
            tokenID: tokenID, expiresAt: Instant(milliseconds: end * 1000))
    }

    /// `aud` may be one word or a list (RFC 7519 section 4.1.3).
    private func names(_ audience: JSONValue?, _ word: String) -> Bool {
        audience?.string == word || audience?.array?.contains(.string(word)) == true
    }

    /// A NumericDate may have a fraction (RFC 7519 section 2).
    private func whole(_ value: JSONValue?) -> Int64? {
        switch value {
        case .integer(let number): number
        case .double(let number): Int64(exactly: number.rounded(.down))
        case .null, .bool, .string, .array, .object, nil: nil
        }
    }
}
