import Domain
import JSON
import Security
import Testing

@Suite struct ClaimsTests {
    private static let secret = Array("secret".utf8)
    private static let now: Int64 = 1_800_000_000

    private func access(_ changes: [String: JSONValue?] = [:]) throws(SecurityError) -> AccessClaims {
        try AccessClaims(
            object(
                [
                    ("aud", .string("staff")), ("sub", .string("7")), ("role", .string("agent")),
                    ("iat", .integer(Self.now)), ("exp", .integer(Self.now + 60)), ("jti", .string("x")),
                ], changes), now: Self.now)
    }

    private func host(_ changes: [String: JSONValue?] = [:]) throws(SecurityError) -> HostClaims {
        try HostClaims(
            object(
                [
                    ("aud", .string("customer")), ("email", .string(" Ada@Example.com ")), ("name", .string("Ada")),
                    ("jti", .string("x")), ("exp", .integer(Self.now + 3600)), ("role", .string("admin")),
                ], changes), now: Self.now)
    }

    private func object(_ members: [(String, JSONValue)], _ changes: [String: JSONValue?]) -> JSONValue {
        var kept = members.filter { changes[$0.0] == nil }
        for (name, value) in changes { if let value { kept.append((name, value)) } }
        return .object(kept.map { JSONValue.Member($0.0, $0.1) })
    }

    @Test func `a minted token says what was put in`() throws {
        for kind: Credential.Audience in [.customer, .staff, .ticket] {
            let claims = AccessClaims(
                kind, subject: 7, role: "customer", issuedAt: Self.now, expiresAt: Self.now + 60, jti: "abc",
                ticket: kind == .ticket ? 9 : nil)
            let token = claims.mint(secret: Self.secret)
            #expect(try AccessClaims(token: token, secret: Self.secret, now: Self.now) == claims)
            #expect(throws: SecurityError.invalidToken) {
                try AccessClaims(token: token, secret: Array("other".utf8), now: Self.now)
            }
            #expect(throws: SecurityError.expired) {
                try AccessClaims(token: token, secret: Self.secret, now: Self.now + 60)
            }
        }
    }

    @Test(
        arguments: [
            ("exp", JSONValue.integer(now + 1), nil), ("exp", .integer(now), .expired),
            ("exp", .integer(now - 1), .expired),
            ("exp", .double(Double(now) + 1.5), nil), ("exp", .double(Double(now) + 0.5), .expired),
            ("exp", .string("1800000060"), .invalidClaim("exp")), ("exp", .null, .invalidClaim("exp")),
            ("exp", nil, .invalidClaim("exp")), ("exp", .integer(-1), .invalidClaim("exp")),
            ("exp", .integer(253_402_300_799), nil), ("exp", .integer(253_402_300_800), .invalidClaim("exp")),
            ("exp", .integer(now * 1000), .invalidClaim("exp")), ("exp", .double(1e300), .invalidClaim("exp")),
            ("iat", .integer(now + 60), nil), ("iat", .integer(now + 61), .notYetValid), ("iat", .integer(0), nil),
            ("iat", nil, .invalidClaim("iat")), ("nbf", .integer(now + 60), nil),
            ("nbf", .integer(now + 61), .notYetValid),
            ("nbf", .string("now"), .invalidClaim("nbf")), ("sub", .integer(7), nil),
            ("sub", .string("07"), .invalidClaim("sub")),
            ("sub", .string("+7"), .invalidClaim("sub")), ("sub", .string("0"), .invalidClaim("sub")),
            ("sub", .integer(-7), .invalidClaim("sub")), ("sub", .string("9223372036854775808"), .invalidClaim("sub")),
            ("sub", .double(7), .invalidClaim("sub")), ("sub", nil, .invalidClaim("sub")),
            ("aud", .string("admin"), .invalidClaim("aud")), ("aud", .array([.string("staff")]), .invalidClaim("aud")),
            ("aud", nil, .invalidClaim("aud")), ("aud", .string("ticket"), .invalidClaim("ticket")),
            ("jti", .string(""), .invalidClaim("jti")), ("jti", nil, .invalidClaim("jti")),
            ("jti", .string(String(repeating: "x", count: 512)), nil),
            ("jti", .string(String(repeating: "x", count: 513)), .invalidClaim("jti")),
            ("jti", .string("a\nb"), .invalidClaim("jti")), ("role", .bool(true), .invalidClaim("role")),
            ("else", .string("ignored"), nil),
        ] as [(String, JSONValue?, SecurityError?)])
    func `each claim of our own has its type and its time`(name: String, value: JSONValue?, refusal: SecurityError?) {
        if let refusal {
            #expect(throws: refusal) { try access([name: value]) }
        } else {
            #expect(throws: Never.self) { try access([name: value]) }
        }
    }

    @Test func `a host's token speaks for a customer by address`() throws {
        let claims = try host(["email_verified": .bool(true), "iat": .integer(Self.now - 5)])
        #expect(claims.email == "ada@example.com" && claims.name == "Ada" && claims.jti == "x")
        #expect(claims.emailVerified && claims.expiresAt == Self.now + 3600 && claims.issuedAt == Self.now - 5)
        #expect(try !host().emailVerified)
        #expect(try host(["name": .null]).name == nil)
    }

    @Test(
        arguments: [
            ("exp", JSONValue.integer(now + 86_400), nil), ("exp", .integer(now + 86_401), .invalidClaim("exp")),
            ("exp", .integer(now), .expired), ("exp", nil, .invalidClaim("exp")),
            ("aud", .string("staff"), .invalidClaim("aud")), ("aud", .string("ticket"), .invalidClaim("aud")),
            ("aud", nil, .invalidClaim("aud")), ("sub", .string("7"), .invalidClaim("sub")),
            ("sub", .null, .invalidClaim("sub")), ("email", .string("nobody"), .invalidClaim("email")),
            ("email", nil, .invalidClaim("email")), ("email", .integer(1), .invalidClaim("email")),
            ("email_verified", .string("true"), .invalidClaim("email_verified")),
            ("email_verified", .integer(1), .invalidClaim("email_verified")), ("jti", nil, .invalidClaim("jti")),
            ("name", .integer(1), .invalidClaim("name")), ("name", .string("A\u{0}"), .invalidClaim("name")),
            ("nbf", .integer(now + 61), .notYetValid), ("iat", .integer(now + 61), .notYetValid), ("iat", nil, nil),
        ] as [(String, JSONValue?, SecurityError?)])
    func `each claim of a host has its type and its time`(name: String, value: JSONValue?, refusal: SecurityError?) {
        if let refusal {
            #expect(throws: refusal) { try host([name: value]) }
        } else {
            #expect(throws: Never.self) { try host([name: value]) }
        }
    }
}
