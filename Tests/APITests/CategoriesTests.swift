import Domain
import JSON
import Support
import Testing

@testable import API

@Suite struct CategoriesTests {
    @Test func `anybody reads the active categories, in their order`() throws {
        let desk = try TicketDesk()
        let answer = desk.api.request(.get, "/api/v1/tickets/categories")
        #expect(answer.status == 200)
        #expect(
            answer.items.compactMap { $0["slug"]?.string } == [
                "billing", "technical_support", "site_edit", "question", "account", "redemption", "other",
            ])
        #expect(memberNames(answer.items.first) == ["slug", "name", "description"])
    }

    @Test func `an admin adds, changes and deletes, and agents only read`() throws {
        let desk = try TicketDesk()
        let body = #"{"slug":"Shipping","name":"Shipping","aliases":["delivery"]}"#
        #expect(desk.send(.post, "/admin/categories", body, desk.grace.token).status == 403)
        let made = desk.send(.post, "/admin/categories", body, desk.root.token)
        #expect(made.status == 201)
        #expect(made.text("slug") == "shipping")
        #expect(
            memberNames(made.json)
                == "id slug name description aliases is_active position created_at updated_at".split(separator: " ")
                .map(String.init))
        let path = "/admin/categories/\(try #require(made.count("id")))"
        #expect(made.header("Location") == "/api/v1" + path)
        #expect(desk.get(path, desk.grace.token).json == made.json)
        let number = try desk.open(category: "DELIVERY")
        #expect(desk.seen(number).text("category") == "shipping")
        #expect(desk.send(.delete, path, nil, desk.root.token).problem == "in-use")
        #expect(desk.send(.patch, path, #"{"is_active":false}"#, desk.root.token).status == 200)
        let refused = desk.send(
            .post, "/tickets", #"{"subject":"abc","description":"x","category":"shipping"}"#, desk.ada.token)
        #expect(refused.failingFields == ["category"])
        #expect(desk.send(.delete, "/admin/tickets/\(number)", nil, desk.root.token).status == 204)
        #expect(desk.send(.delete, path, nil, desk.root.token).status == 204)
        #expect(desk.get(path, desk.root.token).status == 404)
    }

    @Test(arguments: [
        (#"{"slug":"billing","name":"X"}"#, ["slug"]), (#"{"slug":"technical","name":"X"}"#, ["slug"]),
        (#"{"slug":"x y","name":""}"#, ["slug", "name"]),
        (#"{"slug":"x","name":"X","aliases":["general"]}"#, ["aliases"]),
    ])
    func `a slug and its aliases are words of one category alone`(json: String, fields: [String]) throws {
        let desk = try TicketDesk()
        let answer = desk.send(.post, "/admin/categories", json, desk.root.token)
        #expect(answer.status == 422)
        #expect(answer.failingFields == fields)
    }

    @Test func `a new slug shows on tickets at once, in lists and details of both sides`() throws {
        let desk = try TicketDesk()
        let number = try desk.open(category: "billing")
        func shown() -> [String?] {
            [
                desk.get("/tickets", desk.ada.token).items.first?["category"]?.string,
                desk.seen(number).text("category"),
                desk.get("/admin/tickets", desk.grace.token).items.first?["category"]?.string,
                desk.staffView(number).text("category"),
            ]
        }
        #expect(shown() == ["billing", "billing", "billing", "billing"])
        let id = try #require(desk.get("/admin/categories", desk.root.token).items.first?["id"]?.integer)
        #expect(desk.send(.put, "/admin/categories/\(id)", #"{"slug":"money"}"#, desk.root.token).status == 200)
        #expect(shown() == ["money", "money", "money", "money"])
    }

    @Test func `aliases are kept once, and mean the category wherever its slug does`() throws {
        let desk = try TicketDesk()
        let made = desk.send(
            .post, "/admin/categories",
            #"{"slug":"returns","name":"Returns","aliases":["rma","Returns","rma","back"]}"#, desk.root.token)
        #expect(made.json["aliases"] == .array([.string("rma"), .string("back")]))
        let id = try #require(made.count("id"))
        let number = try desk.open(category: "RMA")
        #expect(desk.staffView(number).text("category") == "returns")
        #expect(desk.numbers("/admin/tickets?category=back", desk.grace.token) == [number])
        #expect(desk.numbers("/tickets?category=rma", desk.ada.token) == [number])
        let renamed = desk.send(.patch, "/admin/categories/\(id)", #"{"slug":"rma"}"#, desk.root.token)
        #expect(renamed.json["aliases"] == .array([.string("back")]))
        #expect(desk.staffView(number).text("category") == "rma")
    }

    @Test func `a category that is off stays on its tickets and is given to no other`() throws {
        let desk = try TicketDesk()
        let number = try desk.open(category: "redemption")
        let rows = desk.get("/admin/categories", desk.root.token).items
        let id = try #require(rows.first { $0["slug"] == .string("redemption") }?["id"]?.integer)
        let used = desk.send(.delete, "/admin/categories/\(id)", nil, desk.root.token)
        #expect(used.status == 409)
        #expect(used.problem == "in-use")
        desk.send(.patch, "/admin/categories/\(id)", #"{"is_active":false,"position":0}"#, desk.root.token)
        #expect(desk.get("/admin/categories", desk.root.token).items.first?["slug"] == .string("redemption"))
        #expect(!desk.get("/tickets/categories", desk.ada.token).text.contains("redemption"))
        #expect(desk.staffView(number).text("category") == "redemption")
        #expect(desk.patch(number, #"{"category":"redemption","priority":"low"}"#).status == 200)
        #expect(desk.numbers("/admin/tickets?category=redemption", desk.grace.token) == [number])
        let other = try desk.open(category: "billing")
        #expect(desk.patch(other, #"{"category":"redemption"}"#).failingFields == ["category"])
        let json = #"{"subject":"Code","description":"Code?","category":"redemption"}"#
        #expect(desk.send(.post, "/tickets", json, desk.ada.token).failingFields == ["category"])
    }
}
