import JSON
import Testing

@testable import Security

@Suite struct JWTTests {
    static let secret = Array("a secret of thirty-two bytes....".utf8)
    static let claims: [JSONValue.Member] = [.init("sub", .string("7")), .init("admin", .bool(false))]
    static let token = JWT.mint(claims: claims, secret: secret)

    static func signed(header: String, payload: String, secret: [UInt8] = secret) -> String {
        let text = "\(Base64URL.encode(Array(header.utf8))).\(Base64URL.encode(Array(payload.utf8)))"
        return "\(text).\(Base64URL.encode(HMACSHA256.code(for: Array(text.utf8), key: secret)))"
    }

    @Test func `the token of RFC 7515, appendix A.1, is accepted`() throws {
        let key = "AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow"
        let token =
            "eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9"
            + ".eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ"
            + ".dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"
        let claims = JWT.verify(token, secret: try #require(Base64URL.decode(key)))
        #expect(claims?["iss"] == .string("joe"))
        #expect(claims?["exp"] == .integer(1_300_819_380))
    }

    @Test func `what was minted is read back`() {
        #expect(JWT.verify(Self.token, secret: Self.secret) == .object(Self.claims))
    }

    static var forged: [(String, String)] {
        let parts = token.split(separator: ".").map(String.init)
        let payload = #"{"sub":"7","admin":true}"#
        let admin = Base64URL.encode(Array(payload.utf8))
        let none = Base64URL.encode(Array(#"{"alg":"none","typ":"JWT"}"#.utf8))
        // The last character of a signature of 32 bytes carries two unused bits.
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")
        let last = alphabet.firstIndex(of: token.last ?? "A") ?? 0
        let sibling = String(token.dropLast()) + String(alphabet[last | 1])
        return [
            ("nothing", ""), ("two dots alone", ".."), ("no signature", "\(parts[0]).\(parts[1])"),
            ("an empty signature", "\(parts[0]).\(parts[1])."), ("an extra part", token + ".x"),
            ("an extra dot", token + "."),
            ("a leading dot", "." + token), ("cut by one character", String(token.dropLast())),
            ("one character more", token + "A"), ("a changed payload", "\(parts[0]).\(admin).\(parts[2])"),
            ("swapped parts", "\(parts[1]).\(parts[0]).\(parts[2])"), ("padded Base64", token + "="),
            ("spare bits set", sibling), ("a space", token + " "), ("a line feed", token + "\n"),
            ("alg none, unsigned", "\(none).\(admin)."), ("alg none, our signature", "\(none).\(admin).\(parts[2])"),
            ("alg none, well signed", signed(header: #"{"alg":"none"}"#, payload: payload)),
            ("alg in another case", signed(header: #"{"alg":"hs256"}"#, payload: payload)),
            ("alg HS512", signed(header: #"{"alg":"HS512"}"#, payload: payload)),
            ("alg RS256", signed(header: #"{"alg":"RS256"}"#, payload: payload)),
            ("alg as an array", signed(header: #"{"alg":["HS256"]}"#, payload: payload)),
            ("no alg", signed(header: "{}", payload: payload)),
            ("alg twice", signed(header: #"{"alg":"HS256","alg":"none"}"#, payload: payload)),
            ("crit", signed(header: #"{"alg":"HS256","crit":["exp"]}"#, payload: payload)),
            ("another typ", signed(header: #"{"alg":"HS256","typ":"JWE"}"#, payload: payload)),
            ("a header that is no object", signed(header: #""HS256""#, payload: payload)),
            ("a header that is no JSON", signed(header: "HS256", payload: payload)),
            ("claims that are no object", signed(header: #"{"alg":"HS256"}"#, payload: "[]")),
            ("claims that are no JSON", signed(header: #"{"alg":"HS256"}"#, payload: "{sub:7}")),
            ("a claim twice", signed(header: #"{"alg":"HS256"}"#, payload: #"{"sub":"7","sub":"8"}"#)),
            ("another secret", signed(header: #"{"alg":"HS256"}"#, payload: payload, secret: [1])),
            ("too long", JWT.mint(claims: [.init("x", .string(String(repeating: "x", count: 8192)))], secret: secret)),
        ]
    }

    @Test(arguments: forged)
    func `a forged token is refused`(how: String, token: String) {
        #expect(JWT.verify(token, secret: Self.secret) == nil)
    }

    @Test func `every changed character is noticed`() {
        let bytes = Array(Self.token.utf8)
        for index in bytes.indices {
            var changed = bytes
            changed[index] = changed[index] == 0x41 ? 0x42 : 0x41
            #expect(JWT.verify(String(decoding: changed, as: UTF8.self), secret: Self.secret) == nil)
        }
    }

    @Test func `an empty secret signs nothing that holds`() {
        #expect(JWT.verify(JWT.mint(claims: Self.claims, secret: []), secret: []) == nil)
    }

    private func access(_ json: String, now: Int64 = 1000) throws -> AccessClaims {
        try AccessClaims(token: Self.signed(header: #"{"alg":"HS256"}"#, payload: json), secret: Self.secret, now: now)
    }

    @Test func `our own claims are read back`() throws {
        for kind in [("customer", nil), ("staff", nil), ("ticket", Int64(5))] {
            let ticket = kind.1.map { #","ticket":\#($0)"# } ?? ""
            let claims = try access(
                #"{"aud":"\#(kind.0)","sub":"7","role":"agent","iat":900,"exp":1001,"jti":"j"\#(ticket)}"#)
            #expect(claims.audience == kind.0 && claims.subject == 7 && claims.ticket == kind.1 && claims.jti == "j")
            #expect(try AccessClaims(token: claims.mint(secret: Self.secret), secret: Self.secret, now: 1000) == claims)
        }
    }

    @Test(arguments: [
        (#"{"aud":"admin","sub":"7","role":"a","iat":1,"exp":2000,"jti":"j"}"#, SecurityError.invalidClaim("aud")),
        (#"{"sub":"7","role":"a","iat":1,"exp":2000,"jti":"j"}"#, .invalidClaim("aud")),
        (#"{"aud":"staff","sub":"+7","role":"a","iat":1,"exp":2000,"jti":"j"}"#, .invalidClaim("sub")),
        (#"{"aud":"staff","sub":"0","role":"a","iat":1,"exp":2000,"jti":"j"}"#, .invalidClaim("sub")),
        (#"{"aud":"staff","sub":-7,"role":"a","iat":1,"exp":2000,"jti":"j"}"#, .invalidClaim("sub")),
        (#"{"aud":"staff","sub":"7","role":5,"iat":1,"exp":2000,"jti":"j"}"#, .invalidClaim("role")),
        (#"{"aud":"staff","sub":"7","role":"a","iat":1,"exp":"2000","jti":"j"}"#, .invalidClaim("exp")),
        (#"{"aud":"staff","sub":"7","role":"a","iat":1,"exp":1e300,"jti":"j"}"#, .invalidClaim("exp")),
        (#"{"aud":"staff","sub":"7","role":"a","iat":1,"jti":"j"}"#, .invalidClaim("exp")),
        (#"{"aud":"staff","sub":"7","role":"a","iat":1,"exp":2000,"jti":""}"#, .invalidClaim("jti")),
        (#"{"aud":"ticket","sub":"7","role":"a","iat":1,"exp":2000,"jti":"j"}"#, .invalidClaim("ticket")),
        (#"{"aud":"staff","sub":"7","role":"a","iat":1,"exp":1000,"jti":"j"}"#, .expired),
        (#"{"aud":"staff","sub":"7","role":"a","iat":1061,"exp":2000,"jti":"j"}"#, .notYetValid),
        (#"{"aud":"staff","sub":"7","role":"a","iat":1,"nbf":1061,"exp":2000,"jti":"j"}"#, .notYetValid),
    ])
    func `claims of the wrong type or time are refused`(json: String, error: SecurityError) {
        #expect(throws: error) { try access(json) }
    }

    @Test func `a clock that is a minute behind is forgiven`() throws {
        _ = try access(#"{"aud":"staff","sub":"7","role":"a","iat":1060,"nbf":1060,"exp":2000,"jti":"j"}"#)
    }

    @Test func `a host speaks for a customer, for a day at most, and names no row`() throws {
        func host(_ json: String) throws -> HostClaims {
            try HostClaims(
                token: Self.signed(header: #"{"alg":"HS256"}"#, payload: json), secret: Self.secret, now: 1000)
        }
        let claims = try host(#"{"aud":"customer","email":"ada@example.org","name":"Ada","jti":"j","exp":87400}"#)
        #expect(claims.email == "ada@example.org" && claims.name == "Ada" && !claims.emailVerified)
        for json in [
            #"{"aud":"customer","email":"ada@example.org","jti":"j","exp":87401}"#,
            #"{"aud":"customer","email":"ada@example.org","jti":"j","exp":1000}"#,
            #"{"aud":"customer","email":"ada@example.org","jti":"j"}"#,
            #"{"aud":"customer","email":"ada@example.org","exp":2000}"#,
            #"{"aud":"customer","email":"no address","jti":"j","exp":2000}"#,
            #"{"aud":"customer","email":"ada@example.org","jti":"j","exp":2000,"email_verified":"true"}"#,
            #"{"aud":"customer","email":"ada@example.org","jti":"j","exp":2000,"sub":"1"}"#,
            #"{"aud":"staff","email":"ada@example.org","jti":"j","exp":2000}"#,
        ] {
            #expect(throws: SecurityError.self) { try host(json) }
        }
    }
}
