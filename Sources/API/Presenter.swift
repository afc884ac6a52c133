import Domain
import HTTP
import Service

/// Finds the credentials of a request. Remembers which signatures it has checked, since that cannot change; one a loop.
struct Presenter {
    /// How many checked tokens are remembered before all are forgotten.
    private static let mostRemembered = 8192

    private let tokens: Tokens
    private var checked: [String: Presented] = [:]

    init(_ tokens: Tokens) { self.tokens = tokens }

    /// Whether there is anything that could be a credential where `rule` looks for one.
    static func showsAnything(_ head: RequestHead, for rule: AccessRule) -> Bool {
        if head.headers["Authorization"] != nil || head.headers["X-API-Key"] != nil { return true }
        return cookie(head, for: rule) != nil
    }

    mutating func presented(_ head: RequestHead, for rule: AccessRule, now: Int64) -> Presented {
        // Whoever may be anyone is not turned away for a token that has expired.
        if rule == .anyone { return .nothing }
        if let field = head.headers["Authorization"] {
            guard let token = Self.bearer(field) else { return .invalid("The Authorization field has to be Bearer.") }
            return token.hasPrefix(APIKeyText.prefix)
                ? .key(hash: APIKeyText.hash(token)) : unexpired(check(token, now), now, isCookie: false)
        }
        if let key = head.headers["X-API-Key"] { return .key(hash: APIKeyText.hash(key)) }
        if let (audience, token) = Self.cookie(head, for: rule) {
            guard case .token(let claims, _) = unexpired(check(token, now), now, isCookie: true),
                claims.audience == audience
            else { return .invalid("The session has ended.") }
            return .token(claims, isCookie: true)
        }
        return .nothing
    }

    private mutating func check(_ token: String, _ now: Int64) -> Presented {
        if let known = checked[token] { return known }
        let presented = tokens.read(token, now: now)
        if case .invalid = presented { return presented }
        if checked.count >= Self.mostRemembered { checked.removeAll(keepingCapacity: true) }
        checked[token] = presented
        return presented
    }

    private func unexpired(_ presented: Presented, _ now: Int64, isCookie: Bool) -> Presented {
        switch presented {
        case .token(let claims, _):
            claims.expiresAt.milliseconds > now
                ? .token(claims, isCookie: isCookie) : .invalid("The token has expired.")
        case .hostToken(let claims):
            claims.endsAt.milliseconds > now ? presented : .invalid("The token has expired.")
        case .nothing, .key, .invalid: presented
        }
    }

    /// The token of "Bearer <token>" (RFC 6750 section 2.1); the scheme's case does not matter.
    private static func bearer(_ field: String) -> String? {
        let bytes = field.utf8
        guard bytes.count > 7, zip(bytes, "bearer ".utf8).allSatisfy({ $0 | 0x20 == $1 }) else { return nil }
        return Text.trimmed(String(field.dropFirst(7)))
    }

    private static func cookie(_ head: RequestHead, for rule: AccessRule) -> (Credential.Audience, String)? {
        guard head.headers["Cookie"] != nil, !rule.cookies.isEmpty else { return nil }
        let fields = head.headers.all("Cookie")
        for audience in rule.cookies {
            let name = SessionCookie.name(audience) + "="
            for field in fields {
                for pair in field.split(separator: ";") {
                    let pair = pair.drop { $0 == " " }
                    if pair.hasPrefix(name) { return (audience, String(pair.dropFirst(name.count))) }
                }
            }
        }
        return nil
    }
}

/// The cookie that pages hold instead of a token.
package enum SessionCookie {
    static func name(_ audience: Credential.Audience) -> String { "ticketd_" + audience.rawValue }

    /// The `Set-Cookie` of a new session.
    package static func set(_ audience: Credential.Audience, _ token: String, seconds: Int64, isSecure: Bool) -> String
    {
        "\(name(audience))=\(token); Path=/; Max-Age=\(seconds); HttpOnly; SameSite=Strict\(isSecure ? "; Secure" : "")"
    }

    /// The `Set-Cookie` that ends the session.
    package static func ended(_ audience: Credential.Audience, isSecure: Bool) -> String {
        set(audience, "", seconds: 0, isSecure: isSecure)
    }
}

/// Whether a browser says that a request comes from a page of ours. What sends cookies and says nothing is refused.
enum SameOrigin {
    static func holds(_ head: RequestHead, publicURL: String) -> Bool {
        saysWhere(head.headers) && !isElsewhere(head.headers, publicURL: publicURL)
    }

    /// Whether a browser says that a request comes from another origin than ours. Other clients say nothing.
    static func isElsewhere(_ headers: Headers, publicURL: String) -> Bool {
        if let site = headers["Sec-Fetch-Site"] { return site != "same-origin" }
        guard let origin = headers["Origin"] else { return false }
        if origin == publicURL { return false }
        guard let host = headers["Host"] else { return true }
        return origin != "http://" + host && origin != "https://" + host
    }

    private static func saysWhere(_ headers: Headers) -> Bool {
        headers["Sec-Fetch-Site"] != nil || headers["Origin"] != nil
    }
}
