import Domain
import JSON
import Store
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

    @Test func `a key that is given twice is refused`() throws {
        let desk = try APIDesk()
        let (_, token) = try desk.user("root@example.com", .admin)
        let answer = desk.request(
            .post, "/api/v1/admin/users", json: body, token: token,
            headers: [("Idempotency-Key", "one"), ("Idempotency-Key", "two")])
        #expect(answer.status == 422 && answer.failingFields == ["Idempotency-Key"])
    }

    @Test func `while the first request runs, the second is told so`() throws {
        let desk = try APIDesk()
        let (admin, token) = try desk.user("root@example.com", .admin)
        let name = "user:\(admin.id) one"
        #expect(desk.services.running.begin(name))
        let early = create(desk, token, "one")
        #expect(early.status == 409 && early.problem == "idempotency-running")
        desk.services.running.end(name)
        #expect(create(desk, token, "one").status == 201)
    }

    @Test func `a replayed API key has its secret null, and is the same key`() throws {
        let desk = try APIDesk()
        let (_, token) = try desk.user("root@example.com", .admin)
        func make() -> APIAnswer {
            desk.request(
                .post, "/api/v1/admin/api-keys", json: #"{"name":"gate","scopes":["tickets:read"]}"#, token: token,
                headers: [("Idempotency-Key", "key")])
        }
        let first = make()
        let secret = try #require(first.json["key"]?.string)
        let again = make()
        #expect(again.status == 201 && again.header("Idempotent-Replayed") == "true")
        #expect(again.json["id"] == first.json["id"])
        #expect(again.json["key"] == .null)
        let kept = try desk.database.read { (tx) throws(Failure) in
            try tx.idempotentAnswer(caller: "user:1", key: "key")
        }
        #expect(kept.map { String(decoding: $0.body, as: UTF8.self).contains(secret) } == false)
    }

    @Test func `a key counts where nothing is created by none, as on a login`() throws {
        let desk = try APIDesk()
        _ = try desk.user("ada@example.com", .customer)
        for password in [APIDesk.password, "wrong"] {
            let answer = desk.request(
                .post, "/api/v1/auth/login", json: #"{"email":"ada@example.com","password":"\#(password)"}"#,
                headers: [("Idempotency-Key", "one")])
            #expect(answer.status == (password == "wrong" ? 401 : 200))
            #expect(answer.header("Idempotent-Replayed") == nil)
        }
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
