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

    /// Deleting a ticket; erasing its customer.
    enum Removal: CaseIterable { case deletion, erasure }

    @Test(arguments: Removal.allCases)
    func `what is gone is not answered again, and not made again`(removal: Removal) throws {
        let desk = try TicketDesk()
        func keyed(_ path: String, _ json: String, _ key: String = "one") -> APIAnswer {
            desk.send(.post, path, json, desk.grace.token, [("Idempotency-Key", key)])
        }
        let opening = #"{"customer_id":\#(desk.ada.user.id),"subject":"Zanzibar","description":"The quokka bit me."}"#
        let number = try #require(keyed("/admin/tickets", opening).text("ticket_number"))
        let (source, other) = (try desk.open(), try desk.open(as: desk.bob.token))
        func upload() -> APIAnswer {
            desk.upload(name: "quokka.pdf", as: desk.grace.token, [("Idempotency-Key", "file")])
        }
        let said = #"{"body":"Poor quokka","attachments":[\#(upload().count("id") ?? 0)]}"#
        let hello = #"{"body":"Hello"}"#
        func answers() -> [APIAnswer] {
            [
                keyed("/admin/tickets", opening), upload(), keyed("/admin/tickets/\(number)/messages", said, "said"),
                keyed("/admin/tickets/\(source)/messages", #"{"body":"A quokka"}"#, "moved"),
            ]
        }
        func others() -> APIAnswer { keyed("/admin/tickets/\(other)/messages", hello, "other") }
        let (first, kept) = (answers(), others())
        #expect(first.map(\.status) == [201, 201, 201, 201])
        desk.send(.post, "/admin/tickets/\(source)/merge", #"{"into":"\#(number)"}"#, desk.grace.token)
        #expect(answers().map(\.text) == first.map(\.text))

        switch removal {
        case .deletion: desk.send(.delete, "/admin/tickets/\(number)", nil, desk.root.token)
        case .erasure: desk.send(.post, "/admin/customers/\(desk.ada.user.id)/erase", nil, desk.root.token)
        }
        for answer in answers() {
            #expect(answer.status == 404)
            #expect(answer.problem == "not-found")
            #expect(!answer.text.contains("quokka"))
        }
        #expect(others().text == kept.text)
        let another = opening.replacing("Zanzibar", with: "Elsewhere")
        #expect(keyed("/admin/tickets", another).problem == "idempotency-mismatch")
        let all = desk.numbers("/admin/tickets?limit=100", desk.grace.token)
        #expect(Set(all) == (removal == .deletion ? [other] : [number, source, other]))
    }

    @Test func `an erased customer's account is not shown again`() throws {
        let desk = try TicketDesk()
        let body = #"{"email":"zoe@example.com","name":"Zoe","role":"customer"}"#
        func create() -> APIAnswer {
            desk.send(.post, "/admin/users", body, desk.root.token, [("Idempotency-Key", "one")])
        }
        let id = try #require(create().count("id"))
        #expect(desk.send(.post, "/admin/customers/\(id)/erase", nil, desk.root.token).status == 204)
        #expect(create().status == 404)
    }

    @Test func `what is kept for a key gives way to nothing until its day is over`() throws {
        let database = try TestDatabase()
        func keep(_ status: Int64) throws {
            try database.write { (tx) throws(Failure) in
                try tx.keep(
                    KeptAnswer(requestHash: "h", status: status, headers: "{}", body: [1]), caller: "user:1", key: "k")
            }
        }
        func kept() throws -> Int64? {
            try database.read { (tx) throws(Failure) in try tx.idempotentAnswer(caller: "user:1", key: "k")?.status }
        }
        try keep(201)
        // A refusal of the same request, which was on its way already.
        try keep(409)
        #expect(try kept() == 201)
        database.clock.advance(seconds: 86_400)
        #expect(try kept() == nil)
        try keep(409)
        #expect(try kept() == 409)
    }
}
