import Domain
import HTTP
import Platform
import Security
import Service
import Store

/// What the API needs to know of the installation.
package struct APISettings: Sendable {
    /// Without a slash at its end: "https://help.example.com".
    package var publicURL: String
    /// The longest JSON body, in bytes.
    package var maxBody: Int
    /// How long a read on a slow thread may take, in milliseconds; then it is given up with 503.
    package var longestRead: Int64

    package static let usualLongestRead: Int64 = 30_000
    package var limitsRates: Bool
    package var trustedProxies: TrustedProxies
    package var allowedOrigins: AllowedOrigins

    package init(
        publicURL: String = "http://127.0.0.1:8080", maxBody: Int = 1_000_000, longestRead: Int64 = usualLongestRead,
        limitsRates: Bool = true,
        trustedProxies: TrustedProxies = .none, allowedOrigins: AllowedOrigins = .none
    ) {
        self.publicURL = publicURL
        self.maxBody = maxBody
        self.longestRead = longestRead
        self.limitsRates = limitsRates
        self.trustedProxies = trustedProxies
        self.allowedOrigins = allowedOrigins
    }
}

/// What the handlers of all loops share.
package struct Services: Sendable {
    /// All calls of one caller to the API in a minute.
    static let callsPerMinute = 600

    package let writer: Writer
    package let slow: SlowPool
    package let clock: Clock
    package let log: Log
    package let settings: APISettings
    package let tokens: Tokens
    let calls = RateLimiter(limit: Self.callsPerMinute, window: 60)
    /// Limits of single routes, by name.
    let routeLimits: [String: RateLimiter]
    let running = RunningKeys()
    let cursors: Cursors

    package init(
        writer: Writer, slow: SlowPool, clock: Clock, log: Log, settings: APISettings, tokens: Tokens, router: Router
    ) {
        self.writer = writer
        self.slow = slow
        self.clock = clock
        self.log = log
        self.settings = settings
        self.tokens = tokens
        cursors = Cursors(tokens)
        let limits = router.endpoints.compactMap(\.limit)
        routeLimits = Dictionary(
            limits.map { ($0.name, RateLimiter(limit: $0.calls, window: $0.seconds)) },
            uniquingKeysWith: { first, _ in first })
    }

    /// Fields of most answers, encoded once.
    private static let safe = Headers([.init("X-Content-Type-Options", "nosniff")])
    private static let cacheable = HeaderLines(safe) ?? .none
    private static let uncached = HeaderLines(Headers([.init("Cache-Control", "no-store")]), behind: cacheable) ?? .none

    /// Adds what every answer carries: what browsers must not do with it, limits, and who may read it.
    func decorate(_ response: inout Response, _ head: RequestHead, _ allowance: RateLimiter.Decision?) {
        response.lines = response.headers.contains("Cache-Control") ? Self.cacheable : Self.uncached
        // An answer may tell of a limit of its own, which is the tighter one.
        if let allowance, !response.headers.contains("RateLimit-Limit") {
            response.headers.add(allowance)
        }
        settings.allowedOrigins.allow(head, &response.headers)
    }

    /// Answers a preflight (Fetch standard, section 3.2.2), or plain OPTIONS.
    func options(_ head: RequestHead, allow: String) -> Response {
        var response = Response(status: 204)
        response.headers.add("Allow", allow)
        settings.allowedOrigins.answerPreflight(head, allow: allow, &response.headers)
        decorate(&response, head, nil)
        return response
    }
}

extension Headers {
    /// What stands of a limit after the request (draft-ietf-httpapi-ratelimit-headers).
    mutating func add(_ allowance: RateLimiter.Decision) {
        add("RateLimit-Limit", String(allowance.limit))
        add("RateLimit-Remaining", String(allowance.remaining))
        add("RateLimit-Reset", String(allowance.resetSeconds))
    }
}
