import HTTP
import Support
import Testing

@testable import API

@Suite struct CrossOriginTests {
    private func desk(_ origins: String...) throws -> APIDesk {
        try APIDesk(settings: APISettings(allowedOrigins: try #require(AllowedOrigins(origins))))
    }

    private func preflight(_ desk: APIDesk, _ origin: String, _ path: String = "/api/v1/tickets/7") -> APIAnswer {
        desk.request(
            .options, path,
            headers: [("Origin", origin), ("Access-Control-Request-Method", "GET")])
    }

    @Test func `a preflight of a chosen origin is told the methods, the fields and for how long`() throws {
        let desk = try desk("https://shop.example", "https://other.example:8443")
        for origin in ["https://shop.example", "https://other.example:8443"] {
            let answer = preflight(desk, origin)
            #expect(answer.status == 204)
            #expect(answer.header("Access-Control-Allow-Origin") == origin)
            #expect(answer.header("Access-Control-Allow-Credentials") == "true")
            #expect(answer.header("Access-Control-Allow-Methods") == answer.header("Allow"))
            #expect(answer.header("Access-Control-Allow-Headers")?.contains("Idempotency-Key") == true)
            #expect(answer.header("Access-Control-Max-Age") == "600")
            #expect(answer.response.headers.all("Vary").joined(separator: ", ").contains("Origin"))
        }
    }

    @Test(arguments: [
        "https://evil.example", "http://shop.example", "https://shop.example.evil.example", "https://shop.example:444",
        "null", "",
    ])
    func `another origin is told nothing, in preflights and answers`(origin: String) throws {
        let desk = try desk("https://shop.example")
        for answer in [preflight(desk, origin), desk.request(.get, "/healthz", headers: [("Origin", origin)])] {
            #expect(answer.status < 300)
            #expect(!answer.response.headers.fields.contains { $0.name.hasPrefix("Access-Control-") })
            #expect(answer.response.headers.all("Vary").contains("Origin"))
        }
    }

    @Test func `answers and refusals show a page the fields that it needs`() throws {
        let desk = try desk("https://shop.example")
        for path in ["/healthz", "/api/v1/auth/me", "/api/v1/nothing"] {
            let answer = desk.request(.get, path, headers: [("Origin", "https://shop.example")])
            #expect(answer.header("Access-Control-Allow-Origin") == "https://shop.example")
            for name in ["ETag", "Location", "RateLimit-Remaining", "Retry-After", "X-Request-Id"] {
                #expect(answer.header("Access-Control-Expose-Headers")?.contains(name) == true)
            }
        }
    }

    @Test func `open to all means without cookies, but for those who are named`() throws {
        let desk = try desk("*", "https://shop.example")
        let any = preflight(desk, "https://anybody.example")
        #expect(any.header("Access-Control-Allow-Origin") == "*")
        #expect(any.header("Access-Control-Allow-Credentials") == nil)
        #expect(any.header("Access-Control-Allow-Methods") != nil)
        let named = preflight(desk, "https://shop.example")
        #expect(named.header("Access-Control-Allow-Origin") == "https://shop.example")
        #expect(named.header("Access-Control-Allow-Credentials") == "true")
    }

    @Test func `without origins nothing is said at all`() throws {
        let answer = preflight(try APIDesk(), "https://shop.example")
        #expect(answer.status == 204)
        #expect(!answer.response.headers.fields.contains { $0.name.hasPrefix("Access-Control-") || $0.name == "Vary" })
    }

    @Test(arguments: ["HTTPS://Shop.Example", "https://shop.example:443"])
    func `an origin is understood as browsers write it`(word: String) throws {
        let answer = preflight(try desk(word), "https://shop.example")
        #expect(answer.header("Access-Control-Allow-Origin") == "https://shop.example")
    }

    @Test(arguments: [
        "shop.example", "https://", "https://shop.example/", "https://shop.example/path", "https://a b", "null",
        "https://user@shop.example", "https://shop.example:0", "https://shop.example:99999", "https://shop.example:x",
        "https://*.example", "://x", "https://shop.example?x", "https://[::1", "1ttp://x",
    ])
    func `what is no origin is refused`(word: String) {
        #expect(AllowedOrigins(["https://fine.example", word]) == nil)
    }

    @Test(arguments: ["http://localhost:3000", "https://[::1]:8443", "capacitor://localhost", "*"])
    func `other origins that there are can be named`(word: String) {
        #expect(AllowedOrigins([word]) != nil)
    }
}
