import Domain
import JSON
import Support
import Testing

@testable import API
@testable import Service
@testable import Store

@Suite struct ClassifierRoutesTests {
    private static let path = "/admin/classifier/rules"

    private static func rule(_ id: String = "a", _ target: String = #""category":"billing""#, _ more: String = "")
        -> String
    {
        #"{"id":"\#(id)",\#(target),"terms":["quokka"],"weight":4\#(more)}"#
    }

    @Test func `the built-in rules are in force at first, and what is read can be written`() throws {
        let desk = try TicketDesk()
        let first = desk.get(Self.path, desk.grace.token)
        #expect(first.status == 200)
        #expect(memberNames(first.json) == ["version", "rules"])
        #expect(first.count("version") == 1 && first.etag == "\"1\"")
        let rules = try #require(first.json["rules"]?.array)
        #expect(rules.count > 150)
        let again = desk.send(.put, Self.path, first.text, desk.root.token)
        #expect(again.status == 200, "\(again.text)")
        #expect(again.count("version") == 2 && again.etag == "\"2\"")
        #expect(again.json["rules"] == first.json["rules"])
        #expect(desk.get(Self.path, desk.grace.token).json == again.json)
    }

    @Test func `admins write, agents read, customers neither`() throws {
        let desk = try TicketDesk()
        let json = #"{"rules":[\#(Self.rule())]}"#
        #expect(desk.send(.put, Self.path, json, desk.grace.token).status == 403)
        #expect(desk.get(Self.path, desk.ada.token).status == 403)
        #expect(desk.send(.post, "/admin/classifier/try", #"{"description":"x"}"#, desk.ada.token).status == 403)
        #expect(desk.send(.post, "/admin/classifier/backtest", "{}", desk.ada.token).status == 403)
        #expect(desk.send(.put, Self.path, json, desk.root.token).status == 200)
    }

    @Test(arguments: [
        (#"{}"#, ["rules"]), (#"{"rules":{}}"#, ["rules"]), (#"{"version":-1,"rules":[],"x":1}"#, ["version", "x"]),
        (
            #"{"rules":[\#(rule("a", #""category":"nonsense""#)),\#(rule("a", #""priority":"soon""#))]}"#,
            ["rules[1].priority", "rules[0].category"]
        ),
        (#"{"rules":[\#(rule("a")),\#(rule("a"))]}"#, ["rules[1].id"]),
        (
            #"{"rules":[{"id":"a","category":"billing","terms":[],"weight":99}]}"#,
            ["rules[0].terms", "rules[0].weight"]
        ),
    ])
    func `rules that are not right are refused, field by field, and nothing changes`(
        json: String, fields: [String]
    ) throws {
        let desk = try TicketDesk()
        let answer = desk.send(.put, Self.path, json, desk.root.token)
        #expect(answer.status == 422)
        #expect(answer.failingFields == fields)
        #expect(desk.get(Self.path, desk.root.token).count("version") == 1)
    }

    @Test func `every version is kept, with who and when`() throws {
        let desk = try TicketDesk()
        let builtIn = desk.get(Self.path, desk.root.token).text
        #expect(desk.send(.put, Self.path, #"{"rules":[\#(Self.rule())]}"#, desk.root.token).status == 200)
        #expect(desk.send(.put, Self.path, #"{"rules":[]}"#, desk.root.token).count("version") == 3)
        #expect(desk.get(Self.path + "?version=1", desk.root.token).text == builtIn)
        #expect(desk.get(Self.path + "?version=2", desk.root.token).json["rules"]?.array?.count == 1)
        #expect(desk.get(Self.path + "?version=4", desk.root.token).status == 404)
        let stale = desk.send(.put, Self.path, #"{"rules":[]}"#, desk.root.token, [("If-Match", "\"2\"")])
        #expect(stale.status == 412)
        let kept = try desk.api.database.read { (tx) throws(Failure) in
            try tx.all("SELECT version, created_by_name FROM classifier_rules ORDER BY version") {
                "\($0.integer(0)) \($0.optionalText(1) ?? "-")"
            }
        }
        #expect(kept == ["1 -", "2 root@example.com", "3 root@example.com"])
        let audited = try desk.api.database.read { (tx) throws(Failure) in
            try tx.all("SELECT details FROM audit WHERE action = 'classifier_rules.changed'") { $0.text(0) }
        }
        #expect(audited == [#"{"version":2,"rules":1}"#, #"{"version":3,"rules":0}"#])
    }

    @Test func `try says all of a verdict and stores nothing`() throws {
        let desk = try TicketDesk()
        let answer = desk.send(
            .post, "/admin/classifier/try",
            #"{"subject":"Password","description":"I forgot my password and cannot log in to my account."}"#,
            desk.grace.token)
        #expect(answer.status == 200, "\(answer.text)")
        #expect(
            memberNames(answer.json) == [
                "category", "confidence", "categories", "priority", "needs_review", "language", "tags", "summary",
                "rules", "suggested_response", "model",
            ])
        #expect(try #require(answer.json["confidence"]?.number) > 0)
        #expect(memberNames(answer.json["categories"]).count == 7)
        #expect(memberNames(answer.json["rules"]?.array?.first) == ["id", "weight", "matched"])
        #expect(answer.text("model") == "rules/1")
        #expect(answer.json["tags"]?.array?.contains(.string("password")) == true)
        #expect(answer.text("suggested_response")?.hasPrefix("Hello {{customer_name}},") == true)
        #expect(answer.text("suggested_response")?.hasSuffix("grace@example.com") == true)
        #expect(desk.numbers("/admin/tickets", desk.grace.token) == [])
        let bare = desk.send(
            .post, "/admin/classifier/try", #"{"description":"Guten Tag, wo ist die Rechnung?"}"#, desk.grace.token)
        #expect(bare.text("language") == "de" && bare.json["suggested_response"] == .null)
        #expect(desk.send(.post, "/admin/classifier/try", "{}", desk.grace.token).failingFields == ["description"])
    }

    @Test func `a change of the rules counts for the very next ticket, whoever made it`() throws {
        let desk = try TicketDesk()
        #expect(try desk.staffTicket("The quokka sleeps").text("ai_model") == "rules/1")
        try desk.teach("redemption")
        let seen = try desk.staffTicket("The quokka sleeps")
        #expect(seen.text("category") == "redemption" && seen.text("ai_model") == "rules/2")
        #expect(seen.text("ai_processing_notes")?.contains("by sure (quokka)") == true)
        // As another process would: by the database alone.
        try desk.api.database.write { (tx) throws(Failure) in
            let text = #"[{"id":"z","category":"site_edit","terms":["quokka"],"weight":9}]"#
            try tx.insert(StoredRules(version: 9, text: text), by: nil)
        }
        #expect(try desk.staffTicket("The quokka sleeps").text("category") == "site_edit")
        #expect(try desk.staffTicket("The quokka sleeps").text("ai_model") == "rules/9")
    }

    @Test func `it chooses among the active categories, new ones too, and knows them by their aliases`() throws {
        let desk = try TicketDesk()
        let pets = #"{"slug":"pets","name":"Pets","aliases":["animals"]}"#
        let made = desk.send(.post, "/admin/categories", pets, desk.root.token)
        try desk.teach("animals")
        #expect(desk.get(Self.path, desk.root.token).json["rules"]?.array?.first?["category"] == .string("pets"))
        let seen = try desk.staffTicket("The quokka sleeps")
        #expect(seen.text("category") == "pets" && seen.text("ai_category") == "pets")
        #expect(memberNames(seen.json["ai_category_scores"]).count == 8)
        let off = desk.send(
            .patch, "/admin/categories/\(try #require(made.count("id")))", #"{"is_active":false}"#, desk.root.token)
        #expect(off.status == 200)
        let after = try desk.staffTicket("The quokka sleeps")
        #expect(after.text("category") != "pets" && memberNames(after.json["ai_category_scores"]).count == 7)
    }

    @Test func `rules that change while a ticket is on its way are those that count`() throws {
        let desk = try TicketDesk()
        let database = desk.api.database
        let opening = Desk().opening
        let customer = try database.customer()
        let draft = TicketDraft(subject: "A question", description: "The quokka sleeps", channel: .portal)
        let assessment = try database.read { (tx) throws(Failure) in try opening.assess(draft, in: tx) }
        #expect(assessment.verdict.model == "rules/1")
        try desk.teach("redemption")
        try desk.letAnswer()
        let opened = try database.write { (tx) throws(Failure) in
            try opening.open(draft, assessment, for: customer, in: tx)
        }
        #expect(opened.category == "redemption" && opened.ticket.verdict.model == "rules/2")
        #expect(opened.ticket.status == .waitingCustomer)
    }

    @Test func `a change that is rolled back leaves nothing behind`() throws {
        let desk = try TicketDesk()
        let database = desk.api.database
        let opening = Desk().opening
        let draft = TicketDraft(subject: "A question", description: "The quokka sleeps", channel: .portal)
        func model() throws -> String {
            try database.read { (tx) throws(Failure) in try opening.assess(draft, in: tx) }.verdict.model
        }
        #expect(throws: Failure.notFound) {
            try database.write { (tx) throws(Failure) in
                try tx.insert(StoredRules(version: 2, text: "[]"), by: nil)
                _ = try opening.assess(draft, in: tx)
                throw .notFound
            }
        }
        #expect(try model() == "rules/1")
        try desk.teach()
        #expect(try model() == "rules/2")
        let verdict = try database.read { (tx) throws(Failure) in try opening.assess(draft, in: tx) }.verdict
        #expect(verdict.rules.map(\.id) == ["sure"])
    }

    @Test func `what staff finally chose tells how good the rules are`() throws {
        let desk = try TicketDesk()
        let path = "/admin/classifier/backtest"
        let empty = desk.send(.post, path, "{}", desk.grace.token)
        #expect(memberNames(empty.json) == ["count", "accuracy", "by_category", "changed"])
        #expect(empty.count("count") == 0 && empty.json["accuracy"] == .null)
        #expect(memberNames(empty.json["by_category"]).count == 7)

        try desk.teach("redemption")
        let moved = try #require(try desk.staffTicket("The quokka sleeps").text("ticket_number"))
        desk.patch(moved, #"{"category":"account"}"#)
        let answered = try #require(try desk.staffTicket("The quokka eats").text("ticket_number"))
        desk.reply(answered)
        _ = try desk.staffTicket("A quokka nobody has looked at")

        let now = desk.send(.post, path, "{}", desk.grace.token)
        #expect(now.count("count") == 2 && now.count("changed") == 0)
        #expect(now.json["accuracy"] == .double(0.5))
        #expect(now.json["by_category"]?["account"]?["count"] == .integer(1))
        #expect(now.json["by_category"]?["account"]?["accuracy"] == .integer(0))
        #expect(now.json["by_category"]?["redemption"]?["precision"] == .double(0.5))

        let rules = #"[{"id":"x","category":"account","terms":["quokka"],"weight":9}]"#
        for given in [rules, #"{"version":4,"rules":\#(rules)}"#] {
            let other = desk.send(.post, path, #"{"rules":\#(given)}"#, desk.grace.token)
            #expect(other.count("count") == 2 && other.count("changed") == 2, "\(other.text)")
        }
        #expect(desk.send(.post, path, #"{"to":"2020-01-01"}"#, desk.grace.token).count("count") == 0)
        #expect(desk.send(.post, path, #"{"from":"2020-01-01"}"#, desk.grace.token).count("count") == 2)
        let wrong = desk.send(.post, path, #"{"rules":[7]}"#, desk.grace.token)
        #expect(wrong.failingFields == ["rules[0]"])
        let early = desk.send(.post, path, #"{"rules":{"version":-1,"rules":[]}}"#, desk.grace.token)
        #expect(early.failingFields == ["rules.version"])
        #expect(desk.send(.post, path, #"{"from":"x","to":1}"#, desk.grace.token).failingFields == ["from", "to"])
        #expect(desk.get(Self.path, desk.grace.token).count("version") == 2, "trying changes nothing")
    }
}
