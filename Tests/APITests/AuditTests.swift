import Domain
import JSON
import Support
import Testing

@testable import API
@testable import Store

@Suite struct AuditTests {
    /// What an admin does that has to be found again, with the action it is found under.
    private func act(_ desk: TicketDesk) throws -> [String] {
        let root = desk.root.token
        let number = try desk.open()
        let key = desk.send(.post, "/admin/api-keys", #"{"name":"k","scopes":["tickets:read"]}"#, root)
        let id = try #require(key.count("id"))
        desk.send(.patch, "/admin/api-keys/\(id)", #"{"name":"l"}"#, root)
        desk.send(.delete, "/admin/api-keys/\(id)", nil, root)
        let user = desk.send(
            .post, "/admin/users",
            #"{"email":"new@example.com","name":"New","role":"agent","password":"correct horse"}"#, root)
        desk.send(
            .patch, "/admin/users/\(try #require(user.count("id")))",
            #"{"name":"Newer","password":"another horse"}"#, root)
        let category = desk.send(.post, "/admin/categories", #"{"slug":"spare","name":"Spare"}"#, root)
        let slug = try #require(category.count("id"))
        desk.send(.patch, "/admin/categories/\(slug)", #"{"name":"Spares"}"#, root)
        desk.send(.delete, "/admin/categories/\(slug)", nil, root)
        let ticket = try #require(desk.staffView(number).count("id"))
        desk.send(.post, "/admin/tickets/bulk", #"{"ids":[\#(ticket)],"changes":{"subject":"Secret"}}"#, root)
        desk.get("/admin/customers/\(desk.ada.user.id)/export", root)
        desk.send(.post, "/admin/customers/\(desk.ada.user.id)/erase", nil, root)
        desk.send(.delete, "/admin/tickets/\(number)", nil, root)
        return [
            "api_key.created", "api_key.changed", "api_key.deleted", "user.created", "user.changed",
            "category.created", "category.changed", "category.deleted", "tickets.bulk_changed", "customer.exported",
            "customer.erased", "ticket.deleted",
        ]
    }

    @Test func `what admins do is on the list, the newest first, and tells no secret`() throws {
        let desk = try TicketDesk()
        let actions = try act(desk)
        let list = desk.get("/admin/audit?limit=100&count=true", desk.root.token)
        #expect(list.status == 200, "\(list.text)")
        #expect(list.items.map { $0["action"]?.string } == actions.reversed())
        #expect(list.json["total"] == .integer(Int64(actions.count)))
        #expect(
            memberNames(list.items.first)
                == ["id", "actor_id", "actor_name", "action", "subject", "details", "created_at"])
        #expect(list.items.allSatisfy { $0["actor_id"]?.integer == desk.root.user.id.rawValue })
        for secret in ["horse", "tkd_", "new@example.com", "ada@example.com", "Secret"] {
            #expect(!list.text.contains(secret), "\(secret)")
        }
        let change = list.items.first { $0["action"] == .string("user.changed") }
        #expect(change?["details"]?["fields"] == .array([.string("name"), .string("password")]))
    }

    @Test func `the list is filtered and comes in pages`() throws {
        let desk = try TicketDesk()
        let actions = try act(desk)
        desk.clock.advance(seconds: 60)
        let later = desk.send(.post, "/admin/categories", #"{"slug":"late","name":"Late"}"#, desk.root.token)
        let id = try #require(later.count("id"))
        func found(_ query: String) -> [String] {
            desk.get("/admin/audit?limit=100&\(query)", desk.root.token).items.compactMap { $0["action"]?.string }
        }
        #expect(found("action=category.created") == ["category.created", "category.created"])
        #expect(found("action=user.created,user.changed") == ["user.changed", "user.created"])
        #expect(found("subject=category%20\(id)") == ["category.created"])
        #expect(found("actor_id=\(desk.root.user.id)").count == actions.count + 1)
        #expect(found("actor_id=\(desk.grace.user.id)") == [])
        #expect(found("created_at_after=2026-03-01T12:01:00Z") == ["category.created"])
        #expect(found("created_at_before=2026-03-01T12:01:00Z").count == actions.count)
        #expect(found("created_at_after=2026-03-01T13:00:00Z") == [])
        #expect(
            found("action=category.created,user.created&created_at_before=2026-03-01T12:01:00Z")
                == ["category.created", "user.created"])
        var walked: [Int64] = []
        var cursor = ""
        for _ in 0..<20 {
            let page = desk.get("/admin/audit?limit=5\(cursor)", desk.root.token)
            walked += page.items.compactMap { $0["id"]?.integer }
            guard let next = page.json["next_cursor"]?.string else { break }
            cursor = "&cursor=" + next
        }
        #expect(walked == walked.sorted(by: >))
        #expect(Set(walked).count == actions.count + 1)
        let counted = desk.get("/admin/audit?action=category.created,user.created&count=true", desk.root.token)
        #expect(counted.json["total"] == .integer(3))
    }

    @Test(arguments: ["actor_id=x", "created_at_after=yesterday", "who=me", "action="])
    func `a filter that cannot be is refused`(query: String) throws {
        let desk = try TicketDesk()
        let refused = desk.get("/admin/audit?\(query)", desk.root.token)
        #expect(refused.status == 422)
        #expect(refused.failingFields == [query.split(separator: "=").map(String.init)[0]])
        #expect(desk.get("/admin/audit", desk.grace.token).status == 403)
    }

    @Test func `each filter of the list has an index that is in its order`() throws {
        let database = try TestDatabase()
        var one = AuditFilter()
        one.actions = ["ticket.deleted"]
        var two = AuditFilter()
        two.actions = ["ticket.deleted", "user.changed"]
        var actor = AuditFilter()
        actor.actor = ID(1)
        var subject = AuditFilter()
        subject.subject = "user 1"
        var time = AuditFilter()
        time.from = Instant(milliseconds: 5)
        let expected: [(AuditFilter, String)] = [
            (AuditFilter(), "INTEGER PRIMARY KEY"), (one, "audit_by_action"), (two, "audit_by_action"),
            (actor, "audit_by_actor"), (subject, "audit_by_subject"), (time, "INTEGER PRIMARY KEY"),
        ]
        for (filter, index) in expected {
            var query = AuditQuery()
            let text = query.page(filter, before: 9, limit: 20)
            let values = query.values
            let plan = try database.read { (tx) throws(Failure) in
                try tx.all(composed: "EXPLAIN QUERY PLAN " + text, values) { $0.text(3) }
            }
            #expect(plan.contains { $0.hasPrefix("SEARCH audit USING") && $0.contains(index) }, "\(plan)")
            #expect(!plan.contains { $0.contains("TEMP B-TREE") || $0.hasPrefix("SCAN audit") }, "\(plan)")
        }
    }
}
