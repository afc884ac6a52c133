import Domain
import JSON
import Support
import Testing

@testable import API

@Suite struct TemplatesTests {
    private let fields = "id name body category auto_answer match usage_count created_at updated_at"

    private func add(_ desk: TicketDesk, _ more: String = "") throws -> Int64 {
        let answer = desk.send(
            .post, "/admin/templates", #"{"name":"T","body":"Hi {{customer_name}}"\#(more)}"#, desk.grace.token)
        return try #require(answer.count("id"), "\(answer.text)")
    }

    @Test func `agents write templates and read them back, and customers do neither`() throws {
        let desk = try TicketDesk()
        let body = #"{"name":"Reset","body":"Hi {{ customer_name }}","category":"General","match":["Reset*","log in"]}"#
        #expect(desk.send(.post, "/admin/templates", body, desk.ada.token).status == 403)
        let made = desk.send(.post, "/admin/templates", body, desk.grace.token)
        #expect(made.status == 201, "\(made.text)")
        #expect(memberNames(made.json) == fields.split(separator: " ").map(String.init))
        #expect(made.text("category") == "question")
        #expect(made.json["auto_answer"] == .bool(false))
        #expect(made.json["match"] == .array([.string("Reset*"), .string("log in")]))
        #expect(made.count("usage_count") == 0)
        let path = "/admin/templates/\(try #require(made.count("id")))"
        #expect(made.header("Location") == "/api/v1" + path)
        #expect(desk.get(path, desk.alan.token).json == made.json)
        #expect(desk.get("/admin/templates", desk.root.token).items.first == made.json, "the newest is first")
        let changed = desk.send(
            .patch, path, #"{"category":null,"auto_answer":true,"match":["x"],"body":"{{agent_name}}"}"#,
            desk.alan.token)
        #expect(changed.json["category"] == .null && changed.json["auto_answer"] == .bool(true))
        #expect(changed.text("name") == "Reset" && changed.text("body") == "{{agent_name}}")
        #expect(desk.send(.put, path, #"{"name":"Other"}"#, desk.grace.token).text("body") == "{{agent_name}}")
        #expect(desk.send(.delete, path, nil, desk.grace.token).status == 204)
        #expect(desk.get(path, desk.grace.token).status == 404)
        #expect(desk.send(.delete, path, nil, desk.grace.token).status == 404)
        #expect(desk.send(.put, path, "{}", desk.grace.token).status == 404)
    }

    @Test(arguments: [
        (#"{}"#, ["name", "body"]), (#"{"name":"x","body":"{{foo}} {{ bar }}"}"#, ["body"]),
        (#"{"name":"x","body":"y","category":"nonsense"}"#, ["category"]),
        (#"{"name":"","body":"y","match":["*"],"auto_answer":"yes"}"#, ["name", "auto_answer", "match"]),
        (#"{"name":"x","body":"y","usage_count":4}"#, ["usage_count"]),
        (#"{"name":"x","body":"y","match":"word"}"#, ["match"]),
    ])
    func `what cannot be a template is refused, field by field`(json: String, fields: [String]) throws {
        let desk = try TicketDesk()
        let answer = desk.send(.post, "/admin/templates", json, desk.grace.token)
        #expect(answer.status == 422)
        #expect(answer.failingFields == fields)
    }

    @Test func `unknown variables are named`() throws {
        let desk = try TicketDesk()
        let json = #"{"name":"x","body":"{{foo}} {{subject}} {{ bar }}"}"#
        let answer = desk.send(.post, "/admin/templates", json, desk.grace.token)
        let message = try #require(answer.json["errors"]?.array?.first?["message"]?.string)
        #expect(message.hasPrefix("has the unknown variables {{foo}}, {{bar}};"))
    }

    @Test func `a fresh install has templates for every category, and none answers by itself`() throws {
        let desk = try TicketDesk()
        let all = try desk.walkTemplates("/admin/templates?limit=7")
        #expect(all.allSatisfy { $0["auto_answer"] == .bool(false) && $0["match"]?.array?.isEmpty == false })
        #expect(Set(all.compactMap { $0["category"]?.string }).count == 7)
        let billing = desk.get("/admin/templates?category=billing&count=true&limit=1", desk.grace.token)
        #expect(billing.items.count == 1)
        #expect(billing.count("total") == Int64(all.count { $0["category"]?.string == "billing" }))
        #expect(desk.get("/admin/templates?category=nonsense", desk.grace.token).failingFields == ["category"])
        for template in all {
            let body = try #require(template["body"]?.string)
            #expect(TemplateText(body).unknownNames.isEmpty)
        }
    }

    @Test func `a reply from a template is filled for its ticket and counts as a use`() throws {
        let desk = try TicketDesk()
        let number = try desk.open("A {{agent_name}} page")
        let id = try add(desk)
        let path = "/admin/templates/\(id)"
        let text = "{{customer_name}}, {{ticket_number}}, {{subject}}, {{agent_name}}"
        #expect(desk.send(.patch, path, #"{"body":"\#(text)"}"#, desk.grace.token).status == 200)
        let reply = desk.send(
            .post, "/admin/tickets/\(number)/messages", #"{"template_id":\#(id)}"#, desk.grace.token)
        #expect(reply.status == 201)
        #expect(reply.text("body") == "ada@example.com, \(number), A {{agent_name}} page, grace@example.com")
        #expect(reply.text("ticket_status") == "waiting_customer")
        #expect(desk.get(path, desk.grace.token).count("usage_count") == 1)
        let typed = desk.send(
            .post, "/admin/tickets/\(number)/messages", #"{"body":"Mine {{subject}}","template_id":\#(id)}"#,
            desk.grace.token)
        #expect(typed.text("body") == "Mine {{subject}}")
        let used = desk.get(path, desk.grace.token)
        #expect(used.count("usage_count") == 2)
        #expect(used.text("updated_at") == used.text("created_at"))
    }

    @Test func `a reply needs a text or a template that is there, and counts nothing when refused`() throws {
        let desk = try TicketDesk()
        let number = try desk.open()
        let id = try add(desk)
        let path = "/admin/tickets/\(number)/messages"
        #expect(
            desk.send(.post, path, #"{"status":"nonsense"}"#, desk.grace.token).failingFields == ["body", "status"])
        #expect(desk.send(.post, path, #"{"template_id":99999}"#, desk.grace.token).failingFields == ["template_id"])
        let stale = desk.send(
            .post, path, #"{"template_id":\#(id)}"#, desk.grace.token, [("If-Match", "\"9\"")])
        #expect(stale.status == 412)
        #expect(desk.get("/admin/templates/\(id)", desk.grace.token).count("usage_count") == 0)
    }

    @Test func `a category that templates have is in use`() throws {
        let desk = try TicketDesk()
        let made = desk.send(.post, "/admin/categories", #"{"slug":"pets","name":"Pets"}"#, desk.root.token)
        let category = try #require(made.count("id"))
        let id = try add(desk, #","category":"pets""#)
        #expect(desk.send(.delete, "/admin/categories/\(category)", nil, desk.root.token).problem == "in-use")
        #expect(desk.send(.delete, "/admin/templates/\(id)", nil, desk.grace.token).status == 204)
        #expect(desk.send(.delete, "/admin/categories/\(category)", nil, desk.root.token).status == 204)
    }
}

extension TicketDesk {
    /// All templates by way of cursors.
    fileprivate func walkTemplates(_ path: String) throws -> [JSONValue] {
        var (found, cursor): ([JSONValue], String?) = ([], nil)
        for _ in 0..<50 {
            let answer = get(path + (cursor.map { "&cursor=" + $0 } ?? ""), grace.token)
            try #require(answer.status == 200, "\(answer.text)")
            found += answer.items
            cursor = answer.json["next_cursor"]?.string
            if cursor == nil { return found }
        }
        Issue.record("the walk has no end")
        return found
    }
}
