import Domain
import JSON
import Security
import Support
import Testing

@testable import API

@Suite struct HostTokenTests {
    private func token(_ desk: APIDesk, email: String, name: String = "Ada", verified: Bool = false, hours: Int64 = 1)
        -> String
    {
        let now = desk.database.clock.now / 1000
        return JWT.mint(
            claims: [
                .init("aud", .string("customer")), .init("email", .string(email)), .init("name", .string(name)),
                .init("jti", .string("h1")), .init("exp", .integer(now + hours * 3600)),
                .init("role", .string("admin")), .init("email_verified", .bool(verified)),
            ], secret: Array(APIDesk.hostSecret.utf8))
    }

    @Test func `the first token of a host product makes the account, whatever role it names`() throws {
        let desk = try APIDesk()
        let me = desk.request(.get, "/api/v1/auth/me", token: token(desk, email: "Ada@example.com"))
        #expect(me.status == 200)
        #expect(me.json["role"] == .string("customer"))
        #expect(me.json["email_verified"] == .bool(false))
        let again = desk.request(.get, "/api/v1/auth/me", token: token(desk, email: "ada@example.com", verified: true))
        #expect(again.json["id"] == me.json["id"])
        #expect(again.json["email_verified"] == .bool(true))
    }

    @Test func `an address of staff, and a token that lasts too long, are refused`() throws {
        let desk = try APIDesk()
        _ = try desk.user("grace@example.com", .agent)
        #expect(desk.request(.get, "/api/v1/auth/me", token: token(desk, email: "grace@example.com")).status == 401)
        #expect(
            desk.request(.get, "/api/v1/auth/me", token: token(desk, email: "ada@example.com", hours: 25)).status == 401
        )
    }

    @Test func `logging out makes a host product's token void`() throws {
        let desk = try APIDesk()
        let token = token(desk, email: "ada@example.com")
        #expect(desk.request(.post, "/api/v1/auth/logout", token: token).status == 204)
        #expect(desk.request(.get, "/api/v1/auth/me", token: token).status == 401)
    }

    @Test func `keys belong to the account, not to its address`() throws {
        let desk = try APIDesk()
        let (_, root) = try desk.user("root@example.com", .admin)
        let token = token(desk, email: "ada@example.com")
        func open() -> APIAnswer {
            desk.request(
                .post, "/api/v1/tickets", json: #"{"subject":"Printer","description":"It hums."}"#, token: token,
                headers: [("Idempotency-Key", "one")])
        }
        let first = open()
        #expect(first.status == 201)
        #expect(open().text == first.text)
        let ada = try #require(desk.request(.get, "/api/v1/auth/me", token: token).count("id"))
        let moved = desk.request(
            .patch, "/api/v1/admin/users/\(ada)", json: #"{"email":"other@example.com"}"#, token: root)
        #expect(moved.status == 200, "\(moved.text)")
        let next = open()
        #expect(next.status == 201)
        #expect(next.json["id"] != first.json["id"])
    }
}
