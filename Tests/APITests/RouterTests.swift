import Domain
import HTTP
import JSON
import Platform
import Support
import Testing

@testable import API

@Suite struct RouterTests {
    private func router(_ routes: (API.ReadMethod, String)...) -> Router {
        Router(
            routes.map { method, path in
                Endpoint.plain(method, path) { (_: NoInput) throws(Failure) -> API.Answer<NoBody> in .noContent }
            })
    }

    private func found(_ match: Router.Match) -> String {
        switch match {
        case .endpoint(let endpoint, let captures):
            ([endpoint.path] + captures.map { "\($0.name)=\($0.value)" }).joined(separator: " ")
        case .otherMethod(let allow): "405 \(allow)"
        case .none: "404"
        }
    }

    @Test(arguments: [
        ("/api/v1/tickets/stats", "/tickets/stats"), ("/api/tickets/stats/", "/tickets/stats"),
        ("/api/v1/tickets/7", "/tickets/{ticket} ticket=7"),
        ("/api/v1/tickets/a%2Fb", "/tickets/{ticket} ticket=a/b"),
        ("/api/v1/tickets/stats/messages", "/tickets/{ticket}/messages ticket=stats"),
        ("/api/v1/tickets", "404"), ("/tickets/7", "404"), ("/api/v1/tickets/%ff", "404"),
        ("/api/v1/tickets/%2", "404"), ("/api/v1/%74ickets/st%61ts", "/tickets/stats"),
        ("/%61pi/%761/tickets/%37", "/tickets/{ticket} ticket=7"), ("/api/v1/tickets%2Fstats", "404"),
        ("/api/v1/tickets/a%2562", "/tickets/{ticket} ticket=a%62"), ("/api/v1/tickets/%2e%2e/tickets", "404"),
        ("/api/v2/tickets/7", "404"), ("//tickets/7", "404"), ("/", "404"), ("*", "404"),
    ])
    func `a path finds its route, literal segments first`(path: String, expected: String) {
        let router = router((.get, "/tickets/stats"), (.get, "/tickets/{ticket}"), (.get, "/tickets/{ticket}/messages"))
        #expect(found(router.match(.get, path)) == expected)
    }

    @Test func `a known path with another method names the methods it has`() {
        let router = router((.get, "/tickets"), (.post, "/tickets"))
        #expect(found(router.match(.delete, "/api/tickets")) == "405 GET, HEAD, POST, OPTIONS")
        #expect(found(router.match(.head, "/api/tickets")) == "/tickets")
    }

    @Test func `the handler answers 404, 405 and OPTIONS before a body`() throws {
        let desk = try APIDesk()
        let none = desk.request(.post, "/api/v1/nothing", json: "{}")
        #expect(none.status == 404)
        #expect(none.json["request_id"] == .string("test-request"))
        #expect(desk.request(.get, "/api/v1/nothing").problem == "not-found")
        let method = desk.request(.get, "/api/v1/auth/login")
        #expect(method.status == 405)
        #expect(method.header("Allow") == "POST, OPTIONS")
        #expect(method.problem == "method-not-allowed")
        let options = desk.request(.options, "/api/v1/auth/login")
        #expect(options.status == 204)
        #expect(options.header("Allow") == "POST, OPTIONS")
    }

    @Test func `only configured origins may read answers`() throws {
        let origins = try #require(AllowedOrigins(["https://shop.example"]))
        let desk = try APIDesk(settings: APISettings(allowedOrigins: origins))
        let preflight = desk.request(
            .options, "/api/v1/auth/login",
            headers: [("Origin", "https://shop.example"), ("Access-Control-Request-Method", "POST")])
        #expect(preflight.header("Access-Control-Allow-Origin") == "https://shop.example")
        #expect(preflight.header("Access-Control-Allow-Methods") == "POST, OPTIONS")
        let other = desk.request(.get, "/healthz", headers: [("Origin", "https://evil.example")])
        #expect(other.header("Access-Control-Allow-Origin") == nil)
        #expect(other.header("Vary") == "Origin")
    }

    @Test func `operations answer`() throws {
        let desk = try APIDesk()
        #expect(desk.request(.get, "/healthz").text == #"{"status":"ok"}"#)
        #expect(desk.request(.get, "/readyz").status == 200)
        #expect(desk.request(.get, "/metrics").header("Content-Type")?.hasPrefix("text/plain") == true)
    }

    @Test func `six hundred calls a minute are answered, and then 429 until the minute is over`() throws {
        let desk = try APIDesk()
        let (_, token) = try desk.user("ada@example.com", .customer)
        for _ in 1...600 { #expect(desk.request(.get, "/api/v1/auth/me", token: token).status == 200) }
        let refused = desk.request(.get, "/api/v1/auth/me", token: token)
        #expect(refused.status == 429)
        #expect(refused.header("RateLimit-Limit") == "600")
        #expect(refused.header("RateLimit-Remaining") == "0")
        #expect(refused.header("Retry-After") == "60")
        desk.database.clock.advance(seconds: 60)
        #expect(desk.request(.get, "/api/v1/auth/me", token: token).status == 200)
    }
}

@Suite struct TrustedProxiesTests {
    @Test(arguments: [
        ("10.0.0.1", "203.0.113.5", "203.0.113.5"), ("10.0.0.1", "6.6.6.6, 203.0.113.5", "203.0.113.5"),
        ("10.0.0.1", "203.0.113.5, 10.9.9.9", "203.0.113.5"), ("198.51.100.1", "203.0.113.5", "198.51.100.1"),
        ("10.0.0.1", "junk", "10.0.0.1"), ("::1", "2001:db8::7", "2001:db8::7"),
        ("::ffff:10.0.0.1", "203.0.113.5", "203.0.113.5"),
    ])
    func `the client is the rightmost address that is not a trusted proxy`(
        peer: String, forwarded: String, client: String
    ) throws {
        let proxies = try #require(TrustedProxies(["10.0.0.0/8", "::1"]))
        let head = RequestHead(
            method: .get, target: .path("/", query: nil),
            headers: Headers([Headers.Field("X-Forwarded-For", forwarded)]), remoteAddress: peer)
        #expect(proxies.client(of: head).address == client)
    }

    @Test(arguments: ["10.0.0.0/33", "10.0.0", "hello", "1::2::3", "10.0.0.256", ":::"])
    func `what is no address or block is refused`(word: String) {
        #expect(TrustedProxies([word]) == nil)
    }
}
