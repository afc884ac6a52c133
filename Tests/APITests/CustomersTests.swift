import Domain
import JSON
import Service
import Support
import Testing

@testable import API
@testable import Store

@Suite struct CustomersTests {
    private func export(_ desk: TicketDesk, _ token: String? = nil, _ more: String = "") -> APIAnswer {
        desk.get("/admin/customers/\(desk.ada.user.id)/export\(more)", token ?? desk.root.token)
    }

    private func erase(_ desk: TicketDesk, _ id: ID<User>? = nil, as token: String? = nil) -> APIAnswer {
        desk.send(.post, "/admin/customers/\(id ?? desk.ada.user.id)/erase", nil, token ?? desk.root.token)
    }

    /// All text that the database has anywhere, the search index included.
    private func everything(_ desk: TicketDesk) throws -> String {
        try desk.api.database.read { (tx) throws(Failure) in
            var text = ""
            for sql: StaticString in [
                "SELECT coalesce(name, '') || ' ' || coalesce(email, '') || ' ' || coalesce(phone, '') FROM users",
                "SELECT body || ' ' || author_name FROM messages",
                """
                SELECT subject || ' ' || reference_map || ' ' || coalesce(resolution_notes, '') || ' '
                    || coalesce(customer_satisfaction_comment, '') || ' ' || coalesce(ai_summary, '') FROM tickets
                """,
                "SELECT name || ' ' || value FROM ticket_references",
                "SELECT actor_name || ' ' || coalesce(metadata, '') FROM events",
                "SELECT recipient || ' ' || subject || ' ' || body FROM deliveries",
                "SELECT caller || ' ' || CAST(body AS TEXT) FROM idempotent_answers",
                "SELECT actor_name || ' ' || subject || ' ' || details FROM audit",
                "SELECT name || ' ' || coalesce(email, '') FROM erasures",
                "SELECT subject FROM failure_counts", "SELECT words FROM search_texts",
            ] {
                for row in try tx.all(sql, [], { $0.text(0) }) { text += row + "\n" }
            }
            return text
        }
    }

    private func matches(_ desk: TicketDesk, _ word: String) throws -> Int64? {
        try desk.api.database.read { (tx) throws(Failure) in
            try tx.first("SELECT count(*) FROM search WHERE search MATCH $1", [.text(word)]) { $0.integer(0) }
        }
    }

    @Test func `an export has the account and every ticket as the customer sees it, notes and others' left out`() throws
    {
        let desk = try TicketDesk()
        let first = try desk.open("First thing")
        let second = try desk.open("Second thing")
        _ = try desk.open("Bob's own", as: desk.bob.token)
        desk.reply(first)
        desk.note(first)
        desk.setStatus(second, "resolved")
        desk.send(.post, "/tickets/\(second)/rating", #"{"rating":5,"comment":"Fine work"}"#, desk.ada.token)
        let answer = export(desk)
        #expect(answer.status == 200, "\(answer.text)")
        #expect(memberNames(answer.json) == ["exported_at", "customer", "tickets", "next_cursor"])
        #expect(answer.json["customer"]?["email"] == .string("ada@example.com"))
        #expect(answer.json["next_cursor"] == .null)
        let tickets = try #require(answer.json["tickets"]?.array)
        #expect(tickets.map { $0["ticket_number"] } == [.string(first), .string(second)])
        #expect(memberNames(tickets.first) == TicketFields.customer + ["messages", "events"])
        #expect(tickets[0]["messages"]?.array?.count == 2)
        #expect(tickets[1]["customer_satisfaction_comment"] == .string("Fine work"))
        for absent in ["Bob's own", "password", "\"is_internal\":true"] { #expect(!answer.text.contains(absent)) }
    }

    @Test func `only admins export and erase, and only customers`() throws {
        let desk = try TicketDesk()
        for token in [desk.ada.token, desk.grace.token] {
            #expect(export(desk, token).status == 403)
            #expect(erase(desk, as: token).status == 403)
        }
        #expect(desk.get("/admin/customers/\(desk.grace.user.id)/export", desk.root.token).status == 404)
        #expect(desk.get("/admin/customers/999/export", desk.root.token).status == 404)
        #expect(export(desk, nil, "?cursor=nonsense").problem == "invalid-cursor")
        #expect(export(desk, nil, "?limit=5").failingFields == ["limit"])
        #expect(erase(desk, ID(999)).status == 404)
        for person in [desk.grace, desk.root] {
            let refused = erase(desk, person.user.id)
            #expect(refused.status == 409)
            #expect(refused.problem == "in-use")
        }
        #expect(desk.get("/auth/me", desk.grace.token).status == 200)
    }

    @Test func `nothing of an erased customer is left, but for tickets and figures`() throws {
        let desk = try TicketDesk()
        let (id, token) = (desk.ada.user.id, desk.ada.token)
        let made = desk.send(
            .post, "/tickets",
            #"{"subject":"Zanzibar trip","description":"The quokka bit me.","references":{"client_id":"numbat"}}"#,
            token, [("Idempotency-Key", "own")])
        let number = try #require(made.text("ticket_number"))
        desk.say(number, "My platypus too")
        desk.reply(number, "", as: nil, [("Idempotency-Key", "staff")])
        desk.send(
            .post, "/admin/tickets/\(number)/messages", #"{"body":"An axolotl, really?","is_internal":true}"#,
            desk.grace.token)
        desk.patch(number, #"{"resolution_notes":"Gave a wombat","status":"resolved","priority":"urgent"}"#)
        desk.send(.post, "/tickets/\(number)/rating", #"{"rating":2,"comment":"Poor okapi"}"#, token)
        _ = desk.api.request(
            .post, "/api/v1/auth/forgot-password", json: #"{"email":"ada@example.com"}"#)
        _ = desk.api.request(
            .post, "/api/v1/auth/login", json: #"{"email":"ada@example.com","password":"wrong horse"}"#)
        let bobs = try desk.open("Bob's own", as: desk.bob.token)
        let before = desk.staffView(number)
        let tags = [desk.seen(number).etag, before.etag]
        let stats = desk.get("/admin/stats", desk.root.token).text
        #expect(try matches(desk, "quokka") == 1)
        #expect(try everything(desk).contains("ada@example.com"))

        let erased = erase(desk)
        #expect(erased.status == 204, "\(erased.text)")
        let left = try everything(desk)
        for word in [
            "ada@", "Zanzibar", "quokka", "numbat", "platypus", "axolotl", "wombat", "okapi", "We look into it",
        ] {
            #expect(!left.contains(word), "\(word)")
            let plain = String(word.prefix { $0.isLetter })
            #expect(try matches(desk, plain) == 0, "\(word)")
        }
        #expect(try matches(desk, "bob") ?? 0 > 0)

        let after = desk.staffView(number)
        #expect(after.text("customer_name") == "")
        #expect(after.json["customer_email"] == .null)
        #expect(after.json["customer_phone"] == .null)
        #expect(after.text("subject") == "[erased]")
        #expect(after.json["messages"]?.array?.map { $0["body"] } == Array(repeating: .string(""), count: 4))
        for figure in ["message_count", "reopened_count", "customer_satisfaction_rating", "customer_id"] {
            #expect(after.json[figure] == before.json[figure])
        }
        for figure in ["status", "priority", "category", "created_at", "resolved_at", "first_response_at"] {
            #expect(after.text(figure) == before.text(figure))
        }
        #expect(after.etag != tags[1])
        #expect(desk.get("/admin/stats", desk.root.token).text == stats)
        #expect(desk.staffView(bobs).text("description") == "It shows a 500.")

        // What they could come back with is void.
        #expect(desk.get("/auth/me", token).status == 401)
        #expect(desk.get("/tickets/\(number)", token, [("If-None-Match", tags[0] ?? "")]).status == 401)
        let login = desk.api.request(
            .post, "/api/v1/auth/login", json: #"{"email":"ada@example.com","password":"\#(APIDesk.password)"}"#)
        #expect(login.status == 401)
        let rows = try desk.api.database.read { (tx) throws(Failure) in
            try tx.first("SELECT count(*) FROM one_time_tokens WHERE user_id = $1", [.integer(id.rawValue)]) {
                $0.integer(0)
            }
        }
        #expect(rows == 0)
    }

    @Test func `erasing again changes nothing, and finds what was written since`() throws {
        let desk = try TicketDesk()
        let number = try desk.open("Zanzibar trip")
        #expect(erase(desk).status == 204)
        let first = desk.staffView(number)
        #expect(erase(desk).status == 204)
        #expect(desk.staffView(number).text == first.text)
        desk.reply(number, "", as: desk.grace.token)
        #expect(erase(desk).status == 204)
        #expect(!desk.staffView(number).text.contains("We look into it"))
        #expect(try matches(desk, "look") == 0)
    }

    @Test func `mails that wait are not sent to who was erased`() throws {
        let desk = try TicketDesk()
        _ = desk.api.request(
            .post, "/api/v1/auth/forgot-password", json: #"{"email":"ada@example.com"}"#)
        _ = desk.api.request(
            .post, "/api/v1/auth/forgot-password", json: #"{"email":"bob@example.com"}"#)
        #expect(erase(desk).status == 204)
        let rows = try desk.api.database.read { (tx) throws(Failure) in
            try tx.all("SELECT recipient || ' ' || status FROM deliveries ORDER BY id") { $0.text(0) }
        }
        #expect(rows == [" dead", "bob@example.com pending"])
    }

    @Test func `a large customer is erased in many transactions, and what a stop interrupts is finished later`() throws
    {
        let desk = try TicketDesk()
        for index in 0..<120 { _ = try desk.open("Zanzibar trip \(index)") }
        let long = try desk.open("Zanzibar, long")
        let ada = Customer(id: desk.ada.user.id, email: nil, name: "ada@example.com", isVerified: false)
        let replies = Desk().replies
        try desk.api.database.write { (tx) throws(Failure) in
            for _ in 0..<1200 {
                _ = try replies.add(
                    "The quokka again.", to: TicketReference(long), from: PortalCaller(customer: ada),
                    matching: .absent, in: tx)
            }
        }
        let erasing = Erasing()
        let (root, id) = (Agent(id: desk.root.user.id, name: "root", isAdmin: true), desk.ada.user.id)
        // The first transactions, as before a stop.
        try desk.api.database.write { (tx) throws(Failure) in
            guard let admin = Admin(root) else { return }
            let step = try erasing.begin(id, by: admin, in: tx)
            _ = try erasing.go(step, in: tx)
        }
        #expect(try matches(desk, "zanzibar") ?? 0 > 60)
        // Meanwhile staff changes what has not been reached: the index has to know it under the old name.
        desk.patch(long, #"{"subject":"Zanzibar, longer"}"#)
        let commits = desk.api.database.writer.figures.commits
        let done = Waiter<Failure?>()
        erasing.resume(on: desk.api.database.writer) { done.fulfil($0) }
        #expect(done.wait() == nil)
        #expect(desk.api.database.writer.figures.commits - commits > 5)
        for word in ["zanzibar", "quokka", "ada"] { #expect(try matches(desk, word) == 0, "\(word)") }
        #expect(!(try everything(desk)).contains("anzibar"))
        let check = try desk.api.database.write { (tx) throws(Failure) in
            try tx.run("INSERT INTO search (search, rank) VALUES ('integrity-check', 1)")
            return try tx.unfinishedErasures().count
        }
        #expect(check == 0)
    }
}
