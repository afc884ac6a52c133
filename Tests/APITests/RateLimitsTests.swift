import Domain
import HTTP
import Support
import Testing

@testable import API

@Suite struct RateLimitsTests {
    private func logIn(_ desk: APIDesk, _ password: String, email: String = "ada@example.com", from address: String)
        -> APIAnswer
    {
        desk.request(
            .post, "/api/v1/auth/login", json: #"{"email":"\#(email)","password":"\#(password)"}"#, from: address)
    }

    private func left(_ answer: APIAnswer) -> [String?] {
        ["RateLimit-Limit", "RateLimit-Remaining", "RateLimit-Reset"].map { answer.header($0) }
    }

    @Test func `a login says what is left of the failures`() throws {
        let desk = try APIDesk()
        _ = try desk.user("ada@example.com", .customer)
        #expect(left(logIn(desk, APIDesk.password, from: "192.0.2.1")) == ["10", "10", "900"])
        #expect(left(logIn(desk, "wrong", from: "192.0.2.1")) == ["10", "9", "900"])
        desk.database.clock.advance(seconds: 100)
        for _ in 2...10 { _ = logIn(desk, "wrong", from: "192.0.2.1") }
        let refused = logIn(desk, APIDesk.password, from: "192.0.2.1")
        #expect(refused.status == 429)
        #expect(left(refused) == ["10", "0", "800"])
        #expect(refused.header("Retry-After") == "800")
        #expect(refused.response.headers.all("RateLimit-Limit").count == 1)
    }

    @Test func `an unknown account has the same limit, so that it does not show`() throws {
        let desk = try APIDesk()
        _ = try desk.user("ada@example.com", .customer)
        let known = logIn(desk, "wrong", from: "192.0.2.1")
        let unknown = logIn(desk, "wrong", email: "nobody@example.com", from: "192.0.2.2")
        #expect(left(known) == left(unknown))
    }

    @Test func `thirty failures from an address lock it for all accounts, a whole IPv6 network as one`() throws {
        let desk = try APIDesk()
        _ = try desk.user("ada@example.com", .customer)
        for number in 1...30 {
            let answer = logIn(desk, "wrong", email: "x\(number)@example.com", from: "2001:db8::\(number)")
            #expect(answer.status == 401)
        }
        let refused = logIn(desk, APIDesk.password, from: "2001:db8::ffff")
        #expect(refused.status == 429)
        #expect(refused.header("RateLimit-Limit") == "30")
        #expect(logIn(desk, APIDesk.password, from: "2001:db8:0:1::1").status == 200)
    }

    @Test(arguments: [
        ("/api/v1/auth/register", #"{"email":"a@example.com"}"#),
        ("/api/v1/auth/forgot-password", #"{"email":"a@example.com"}"#),
        ("/track-ticket/link", #"{"ticket_number":"TKT-1","email":"a@example.com"}"#),
    ])
    func `five an hour from an address, whatever came of them`(path: String, body: String) throws {
        let desk = try APIDesk()
        for remaining in [4, 3, 2, 1, 0] {
            let answer = desk.request(.post, path, json: body)
            #expect(answer.status != 429)
            #expect(left(answer) == ["5", "\(remaining)", "3600"])
        }
        let refused = desk.request(.post, path, json: body)
        #expect(refused.status == 429 && refused.problem == "too-many-requests")
        #expect(refused.header("Retry-After") == "3600")
        #expect(desk.request(.post, path, json: body, from: "192.0.2.7").status != 429)
        desk.database.clock.advance(seconds: 3600)
        #expect(desk.request(.post, path, json: body).status != 429)
    }

    @Test func `each caller has a minute's calls of their own`() throws {
        let desk = try APIDesk()
        let (_, ada) = try desk.user("ada@example.com", .customer)
        let (_, bob) = try desk.user("bob@example.com", .customer)
        for remaining in [599, 598] {
            #expect(left(desk.request(.get, "/api/v1/auth/me", token: ada)) == ["600", "\(remaining)", "60"])
        }
        #expect(left(desk.request(.get, "/api/v1/auth/me", token: bob)) == ["600", "599", "60"])
        #expect(left(desk.request(.get, "/healthz")) == [nil, nil, nil])
    }

    @Test func `without limits nothing is said of them`() throws {
        let desk = try APIDesk(settings: APISettings(limitsRates: false))
        for _ in 1...12 {
            let answer = logIn(desk, "wrong", from: "192.0.2.1")
            #expect(answer.status == 401 && left(answer) == [nil, nil, nil])
        }
    }
}
