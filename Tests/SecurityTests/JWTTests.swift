import JSON
import Security
import Testing

/// One change to a good token that has to make it worthless.
struct Forgery: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let change: @Sendable (_ token: String, _ parts: [String]) -> String

    init(_ name: String, _ change: @escaping @Sendable (_ token: String, _ parts: [String]) -> String) {
        testDescription = name
        self.change = change
    }
}

@Suite struct JWTTests {
    private static let secret = Array("a secret of the installation".utf8)
    private static let claims: [JSONValue.Member] = [.init("sub", .string("7")), .init("role", .string("customer"))]

    private static func encoded(_ json: String) -> String { Base64URL.encode(Array(json.utf8)) }

    private static func signed(_ header: String, _ payload: String, secret: [UInt8] = secret) -> String {
        let text = "\(encoded(header)).\(encoded(payload))"
        return "\(text).\(Base64URL.encode(HMACSHA256.code(for: Array(text.utf8), key: secret)))"
    }

    @Test func `the example of RFC 7515 appendix A.1 holds`() throws {
        let key = try #require(
            Base64URL.decode("AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow"))
        let token =
            "eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9"
            + ".eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ"
            + ".dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"
        let claims = try #require(JWT.verify(token, secret: key))
        #expect(claims["iss"] == .string("joe"))
        #expect(claims["exp"] == .integer(1_300_819_380))
        #expect(claims["http://example.com/is_root"] == .bool(true))
        #expect(JWT.verify(token, secret: Array(key.dropLast())) == nil)
    }

    @Test func `what is minted is verified`() throws {
        let token = JWT.mint(claims: Self.claims, secret: Self.secret)
        #expect(JWT.verify(token, secret: Self.secret) == .object(Self.claims))
        #expect(JWT.mint(claims: Self.claims, secret: Self.secret) == token)
        #expect(JWT.verify(JWT.mint(claims: Self.claims, secret: []), secret: []) == nil)
    }

    @Test(arguments: [
        Forgery("algorithm none, no signature") { _, parts in
            encoded(#"{"alg":"none","typ":"JWT"}"#) + "." + parts[1] + "."
        },
        Forgery("algorithm none, the old signature") { _, parts in
            encoded(#"{"alg":"none"}"#) + ".\(parts[1]).\(parts[2])"
        },
        Forgery("algorithm none, well signed") { _, _ in signed(#"{"alg":"none"}"#, #"{"sub":"7"}"#) },
        Forgery("algorithm HS512, well signed") { _, _ in signed(#"{"alg":"HS512"}"#, #"{"sub":"7"}"#) },
        Forgery("algorithm RS256, well signed") { _, _ in signed(#"{"alg":"RS256"}"#, #"{"sub":"7"}"#) },
        Forgery("algorithm in small letters") { _, _ in signed(#"{"alg":"hs256"}"#, #"{"sub":"7"}"#) },
        Forgery("no algorithm") { _, _ in signed(#"{"typ":"JWT"}"#, #"{"sub":"7"}"#) },
        Forgery("algorithm given twice") { _, _ in signed(#"{"alg":"none","alg":"HS256"}"#, #"{"sub":"7"}"#) },
        Forgery("a list as algorithm") { _, _ in signed(#"{"alg":["HS256"]}"#, #"{"sub":"7"}"#) },
        Forgery("another type") { _, _ in signed(#"{"alg":"HS256","typ":"at+jwt"}"#, #"{"sub":"7"}"#) },
        Forgery("a critical extension") { _, _ in signed(#"{"alg":"HS256","crit":["exp"]}"#, #"{"sub":"7"}"#) },
        Forgery("a header that is no object") { _, _ in signed(#""HS256""#, #"{"sub":"7"}"#) },
        Forgery("a header that is not JSON") { _, _ in signed("HS256", #"{"sub":"7"}"#) },
        Forgery("a payload that is no object") { _, _ in signed(#"{"alg":"HS256"}"#, "[1]") },
        Forgery("a payload that is not JSON") { _, _ in signed(#"{"alg":"HS256"}"#, "sub=7") },
        Forgery("a claim given twice") { _, _ in signed(#"{"alg":"HS256"}"#, #"{"sub":"7","sub":"1"}"#) },
        Forgery("another secret") { _, _ in JWT.mint(claims: claims, secret: Array("another".utf8)) },
        Forgery("one byte less") { token, _ in String(token.dropLast()) },
        Forgery("half of it") { token, _ in String(token.prefix(token.count / 2)) },
        Forgery("no signature") { _, parts in "\(parts[0]).\(parts[1])" },
        Forgery("an empty signature") { _, parts in "\(parts[0]).\(parts[1])." },
        Forgery("half of a signature") { _, parts in "\(parts[0]).\(parts[1]).\(parts[2].prefix(22))" },
        Forgery("signature and payload swapped") { _, parts in "\(parts[0]).\(parts[2]).\(parts[1])" },
        Forgery("header and payload swapped") { _, parts in "\(parts[1]).\(parts[0]).\(parts[2])" },
        Forgery("a fourth part") { token, _ in token + ".x" },
        Forgery("an empty fourth part") { token, _ in token + "." },
        Forgery("a dot in front") { token, _ in "." + token },
        Forgery("only dots") { _, _ in ".." },
        Forgery("nothing") { _, _ in "" },
        Forgery("a padded signature") { token, _ in token + "=" },
        Forgery("a padded payload") { _, parts in "\(parts[0]).\(parts[1])=.\(parts[2])" },
        Forgery("white space around") { token, _ in " \(token)" },
        Forgery("a line feed behind") { token, _ in token + "\n" },
        Forgery("NUL behind") { token, _ in token + "\u{0}" },
        Forgery("another payload") { _, parts in "\(parts[0]).\(encoded(#"{"sub":"1","role":"admin"}"#)).\(parts[2])" },
        Forgery("another spelling of the same header") { _, parts in
            encoded(#"{"typ":"JWT","alg":"HS256"}"#) + ".\(parts[1]).\(parts[2])"
        },
        Forgery("spare bits in the last character") { token, _ in
            // 32 bytes end in a character of which two bits count for nothing.
            let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")
            let last = token.last.flatMap { alphabet.firstIndex(of: $0) } ?? 0
            return token.dropLast() + String(alphabet[last ^ 1])
        },
        Forgery("the alphabet of plain Base64") { _, parts in
            "\(parts[0]).\(parts[1]).\(String(repeating: "+", count: 43))"
        },
        Forgery("huge") { token, _ in token + String(repeating: "A", count: 100_000) },
        Forgery("huge and well signed") { _, _ in
            JWT.mint(claims: [.init("sub", .string(String(repeating: "7", count: 8192)))], secret: secret)
        },
        Forgery("not ASCII") { _, _ in "é.é.é" },
    ])
    func `a forged token opens nothing`(forgery: Forgery) {
        let token = JWT.mint(claims: Self.claims, secret: Self.secret)
        let forged = forgery.change(token, token.split(separator: ".").map(String.init))
        #expect(forged != token)
        #expect(JWT.verify(forged, secret: Self.secret) == nil)
    }

    @Test func `any changed character makes a token worthless`() {
        let token = Array(JWT.mint(claims: Self.claims, secret: Self.secret))
        for index in token.indices {
            for character in "AQgw-_9." where token[index] != character {
                var changed = token
                changed[index] = character
                #expect(JWT.verify(String(changed), secret: Self.secret) == nil)
            }
        }
    }
}
