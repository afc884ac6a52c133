import Domain
import Support
import Testing

@testable import API

@Suite struct AccountsTests {
    private let register = #"{"email":" Ada@Example.com ","password":"correct horse","name":"Ada"}"#

    @Test func `registering answers a user and a token that works`() throws {
        let desk = try APIDesk()
        let answer = desk.request(.post, "/api/v1/auth/register", json: register)
        #expect(answer.status == 201)
        #expect(answer.json["token_type"] == .string("Bearer"))
        #expect(answer.json["expires_in"] == .integer(43_200))
        #expect(answer.json["user"]?["email"] == .string("ada@example.com"))
        #expect(answer.json["user"]?["email_verified"] == .bool(false))
        #expect(!answer.text.contains("password"))
        let me = desk.request(.get, "/api/auth/me/", token: answer.json["access_token"]?.string)
        #expect(me.status == 200)
        #expect(me.json["name"] == .string("Ada"))
        #expect(me.header("Cache-Control") == "no-store")
    }

    @Test func `a taken address is refused, and not told when verification is required`() throws {
        let open = try APIDesk()
        #expect(open.request(.post, "/api/v1/auth/register", json: register).status == 201)
        let second = open.request(.post, "/api/v1/auth/register", json: register)
        #expect(second.status == 409)
        #expect(second.problem == "email-taken")

        let strict = try APIDesk(requiresVerification: true)
        let first = strict.request(.post, "/api/v1/auth/register", json: register)
        let again = strict.request(.post, "/api/v1/auth/register", json: register)
        #expect(first.status == 201)
        #expect(first.text == again.text)
        #expect(first.text == #"{"user":{"email":"ada@example.com","name":"Ada"}}"#)
    }

    @Test func `with verification required a login works once the mailed link was used, which works once`() throws {
        let desk = try APIDesk(requiresVerification: true)
        _ = desk.request(.post, "/api/v1/auth/register", json: register)
        let login = #"{"email":"ada@example.com","password":"correct horse"}"#
        let early = desk.request(.post, "/api/v1/auth/login", json: login)
        #expect(early.status == 403)
        #expect(early.problem == "email-unverified")
        let secret = try #require(try desk.mailedSecret("verify_email"))
        let verified = desk.request(.post, "/api/v1/auth/verify-email", json: #"{"token":"\#(secret)"}"#)
        #expect(verified.status == 200)
        #expect(verified.json["user"]?["email_verified"] == .bool(true))
        #expect(desk.request(.post, "/api/v1/auth/login", json: login).status == 200)
        #expect(desk.request(.post, "/api/v1/auth/verify-email", json: #"{"token":"\#(secret)"}"#).status == 422)
    }

    @Test func `staff and customers log in at their own door only, with the same refusal at the other`() throws {
        let desk = try APIDesk()
        _ = try desk.user("ada@example.com", .customer)
        _ = try desk.user("grace@example.com", .agent)
        func login(_ path: String, _ email: String, _ password: String = APIDesk.password) -> APIAnswer {
            desk.request(.post, path, json: #"{"email":"\#(email)","password":"\#(password)"}"#)
        }
        #expect(login("/api/v1/auth/login", "ada@example.com").status == 200)
        #expect(login("/api/v1/admin/auth/login", "grace@example.com").status == 200)
        let refusals = [
            login("/api/v1/admin/auth/login", "ada@example.com"), login("/api/v1/auth/login", "grace@example.com"),
            login("/api/v1/auth/login", "ada@example.com", "wrong"), login("/api/v1/auth/login", "nobody@example.com"),
        ]
        for refusal in refusals {
            #expect(refusal.status == 401)
            #expect(refusal.text == refusals[0].text)
            #expect(refusal.header("WWW-Authenticate") == "Bearer")
        }
    }

    @Test(arguments: ["ada@example.com", "nobody@example.com"])
    func `ten failures lock an account for the rest of 15 minutes, known or not`(email: String) throws {
        let desk = try APIDesk()
        _ = try desk.user("ada@example.com", .customer)
        let wrong = #"{"email":"\#(email)","password":"wrong"}"#
        for _ in 1...10 { #expect(desk.request(.post, "/api/v1/auth/login", json: wrong).status == 401) }
        let locked = desk.request(.post, "/api/v1/auth/login", json: wrong, from: "198.51.100.7")
        #expect(locked.status == 429)
        #expect(locked.header("Retry-After") == "900")
        desk.database.clock.advance(seconds: 901)
        #expect(desk.request(.post, "/api/v1/auth/login", json: wrong).status == 401)
    }

    @Test func `logging out makes one token void, changing the password all of them`() throws {
        let desk = try APIDesk()
        let (user, first) = try desk.user("ada@example.com", .customer)
        let now = Instant(milliseconds: desk.database.clock.now)
        let second = desk.tokens.make(for: user, now: now)
        #expect(desk.request(.post, "/api/v1/auth/logout", token: first).status == 204)
        #expect(desk.request(.get, "/api/v1/auth/me", token: first).status == 401)
        #expect(desk.request(.get, "/api/v1/auth/me", token: second).status == 200)
        let change = #"{"current_password":"correct horse","new_password":"battery staple"}"#
        #expect(desk.request(.put, "/api/v1/auth/password", json: change, token: second).status == 204)
        #expect(desk.request(.get, "/api/v1/auth/me", token: second).status == 401)
        let login = #"{"email":"ada@example.com","password":"battery staple"}"#
        #expect(desk.request(.post, "/api/v1/auth/login", json: login).status == 200)
    }

    @Test func `a wrong current password is a 422 and leaves the tokens good`() throws {
        let desk = try APIDesk()
        let (_, token) = try desk.user("ada@example.com", .customer)
        let change = #"{"current_password":"wrong","new_password":"battery staple"}"#
        let answer = desk.request(.put, "/api/v1/auth/password", json: change, token: token)
        #expect(answer.status == 422)
        #expect(answer.failingFields == ["current_password"])
        #expect(desk.request(.get, "/api/v1/auth/me", token: token).status == 200)
    }

    @Test func `a one-time password has to be changed before anything else`() throws {
        let desk = try APIDesk()
        let (_, token) = try desk.user("root@localhost", .admin, mustChangePassword: true)
        #expect(desk.request(.get, "/api/v1/auth/me", token: token).status == 200)
        let refused = desk.request(.get, "/api/v1/admin/users", token: token)
        #expect(refused.status == 403)
        #expect(refused.problem == "password-change-required")
        let change = #"{"current_password":"correct horse","new_password":"battery staple"}"#
        #expect(desk.request(.put, "/api/v1/auth/password", json: change, token: token).status == 204)
        let login = desk.request(
            .post, "/api/v1/admin/auth/login", json: #"{"email":"root@localhost","password":"battery staple"}"#)
        #expect(login.status == 200)
        #expect(
            desk.request(.get, "/api/v1/admin/users", token: login.json["access_token"]?.string).status == 200)
    }

    @Test func `a forgotten password is answered alike for everybody, and the mailed link sets a new one`() throws {
        let desk = try APIDesk()
        _ = try desk.user("ada@example.com", .customer)
        let known = desk.request(.post, "/api/v1/auth/forgot-password", json: #"{"email":"ada@example.com"}"#)
        let unknown = desk.request(.post, "/api/v1/auth/forgot-password", json: #"{"email":"nobody@example.com"}"#)
        #expect(known.status == 202)
        #expect(unknown.status == 202)
        #expect(known.text == unknown.text)
        let secret = try #require(try desk.mailedSecret("reset_password"))
        let reset = #"{"token":"\#(secret)","password":"battery staple"}"#
        let answer = desk.request(.post, "/api/v1/auth/reset-password", json: reset)
        #expect(answer.status == 200)
        #expect(answer.json["user"]?["email_verified"] == .bool(true))
        #expect(desk.request(.post, "/api/v1/auth/reset-password", json: reset).status == 422)
        let login = #"{"email":"ada@example.com","password":"battery staple"}"#
        #expect(desk.request(.post, "/api/v1/auth/login", json: login).status == 200)
    }

    @Test func `a session is a cookie that changes things from our own pages only`() throws {
        let desk = try APIDesk()
        _ = try desk.user("ada@example.com", .customer)
        let login = desk.request(
            .post, "/api/v1/auth/login",
            json: #"{"email":"ada@example.com","password":"correct horse","session":true}"#)
        #expect(login.json["access_token"] == nil)
        let set = try #require(login.header("Set-Cookie"))
        #expect(set.hasPrefix("ticketd_customer="))
        for part in ["HttpOnly", "SameSite=Strict", "Path=/"] { #expect(set.contains(part)) }
        let cookie = ("Cookie", try #require(login.cookie))
        #expect(desk.request(.get, "/api/v1/auth/me", headers: [cookie]).status == 200)
        #expect(desk.request(.get, "/api/v1/admin/users", headers: [cookie]).status == 401)
        for headers in [[], [("Sec-Fetch-Site", "cross-site")], [("Origin", "https://evil.example")]] {
            let refused = desk.request(.post, "/api/v1/auth/logout", headers: [cookie] + headers)
            #expect(refused.status == 403)
            #expect(refused.problem == "cross-site")
        }
        let out = desk.request(
            .post, "/api/v1/auth/logout", headers: [cookie, ("Origin", "http://127.0.0.1:8080")])
        #expect(out.status == 204)
        #expect(out.header("Set-Cookie")?.contains("Max-Age=0") == true)
        #expect(desk.request(.get, "/api/v1/auth/me", headers: [cookie]).status == 401)
    }

    @Test(arguments: [
        ("Sec-Fetch-Site", "cross-site"), ("Sec-Fetch-Site", "same-site"), ("Origin", "https://evil.example"),
    ])
    func `a page of another site logs nobody in with a cookie`(name: String, value: String) throws {
        let desk = try APIDesk()
        _ = try desk.user("ada@example.com", .customer)
        let bodies = [
            ("/api/v1/auth/login", #"{"email":"ada@example.com","password":"correct horse","session":true}"#),
            ("/api/v1/auth/register", #"{"email":"e@x.org","password":"correct horse","name":"E","session":true}"#),
            ("/track-ticket/session", #"{"token":"x","session":true}"#),
        ]
        for (path, body) in bodies {
            let answer = desk.request(.post, path, json: body, headers: [(name, value)])
            #expect(answer.status == 403 && answer.problem == "cross-site", "\(path)")
            #expect(answer.cookie == nil)
        }
        let token = desk.request(
            .post, "/api/v1/auth/login", json: #"{"email":"ada@example.com","password":"correct horse"}"#,
            headers: [(name, value)])
        #expect(token.status == 200)
        for own in [("Sec-Fetch-Site", "same-origin"), ("Origin", "http://127.0.0.1:8080")] {
            #expect(desk.request(.post, bodies[0].0, json: bodies[0].1, headers: [own]).cookie != nil)
        }
    }

    @Test func `registering is limited to five an hour and address`() throws {
        let desk = try APIDesk()
        for number in 1...5 {
            let json = #"{"email":"a\#(number)@example.com","password":"correct horse","name":"A"}"#
            let answer = desk.request(.post, "/api/v1/auth/register", json: json)
            #expect(answer.status == 201)
            #expect(answer.header("RateLimit-Remaining") == String(5 - number))
        }
        #expect(desk.request(.post, "/api/v1/auth/register", json: register).status == 429)
        #expect(desk.request(.post, "/api/v1/auth/register", json: register, from: "198.51.100.7").status == 201)
    }
}
