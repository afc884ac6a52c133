import Domain
import JSON
import Support
import Testing

@testable import API

@Suite struct IdempotencyTests {
    private let body = #"{"email":"grace@example.com","name":"Grace","role":"agent"}"#

    private func create(_ desk: APIDesk, _ token: String, _ key: String, _ json: String? = nil) -> APIAnswer {
        desk.request(
            .post, "/api/v1/admin/users", json: json ?? body, token: token, headers: [("Idempotency-Key", key)])
    }

    @Test func `the same key and body get the first answer again, for a day`() throws {
        let desk = try APIDesk()
        let (admin, token) = try desk.user("root@example.com", .admin)
        let first = create(desk, token, "one")
        #expect(first.status == 201)
        let again = create(desk, token, "one")
        #expect(again.status == 201)
        #expect(again.text == first.text)
        #expect(again.header("Location") == first.header("Location"))
        desk.database.clock.advance(seconds: 86_401)
        let later = desk.tokens.make(for: admin, now: Instant(milliseconds: desk.database.clock.now))
        #expect(create(desk, later, "one").problem == "email-taken")
    }

    @Test func `another body with the same key is a mismatch`() throws {
        let desk = try APIDesk()
        let (_, token) = try desk.user("root@example.com", .admin)
        #expect(create(desk, token, "one").status == 201)
        let other = create(desk, token, "one", #"{"email":"x@example.com","name":"X","role":"agent"}"#)
        #expect(other.status == 422)
        #expect(other.problem == "idempotency-mismatch")
    }

    @Test func `keys belong to their caller`() throws {
        let desk = try APIDesk()
        let (_, one) = try desk.user("root@example.com", .admin)
        let (_, two) = try desk.user("root2@example.com", .admin)
        #expect(create(desk, one, "one").status == 201)
        #expect(create(desk, two, "one").problem == "email-taken")
    }

    @Test func `a refusal is kept as the first answer as well`() throws {
        let desk = try APIDesk()
        let (_, token) = try desk.user("root@example.com", .admin)
        let (grace, _) = try desk.user("grace@example.com", .agent)
        #expect(create(desk, token, "one").problem == "email-taken")
        let moved = desk.request(
            .patch, "/api/v1/admin/users/\(grace.id)", json: #"{"email":"grace2@example.com"}"#, token: token)
        #expect(moved.status == 200)
        #expect(create(desk, token, "one").problem == "email-taken")
        #expect(create(desk, token, "two").status == 201)
    }

    @Test(arguments: ["", " ", "a b", "é", String(repeating: "a", count: 256)])
    func `a key is 1 to 255 visible ASCII characters`(key: String) throws {
        let desk = try APIDesk()
        let (_, token) = try desk.user("root@example.com", .admin)
        let answer = create(desk, token, key)
        #expect(answer.status == 422)
        #expect(answer.failingFields == ["Idempotency-Key"])
    }
}
