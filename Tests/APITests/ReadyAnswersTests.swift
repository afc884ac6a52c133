import Domain
import HTTP
import Store
import Support
import Synchronization
import Testing

@testable import API

/// Every request is made at least twice: the second time the answer may be there already.
@Suite struct ReadyAnswersTests {
    private let list = "/admin/tickets?status=new,open&limit=20"

    @Test func `the same request gets the same answer again, head and body`() throws {
        let desk = try TicketDesk()
        let number = try desk.open()
        for (path, token) in [
            (list, desk.grace.token), ("/admin/tickets/\(number)", desk.grace.token),
            ("/tickets/\(number)", desk.ada.token), ("/tickets", desk.ada.token),
            ("/tickets/\(number)/messages", desk.ada.token), ("/admin/tickets/\(number)/events", desk.grace.token),
        ] {
            let first = desk.get(path, token)
            let second = desk.get(path, token)
            #expect(first.status == 200)
            #expect(second.response.body == first.response.body)
            #expect(Set(second.response.fields.map(\.name)) == Set(first.response.fields.map(\.name)))
            #expect(second.header("ETag") == first.header("ETag"))
            #expect(second.header("Content-Type") == "application/json")
            #expect(second.header("Cache-Control") == "no-store")
        }
    }

    @Test(arguments: ["q=page", "count=true", "created_at_after=2020-01-01"])
    func `slow answers are given again while nobody writes, and to nobody else`(query: String) throws {
        let desk = try TicketDesk()
        let number = try desk.open()
        let path = "/admin/tickets?\(query)"
        // One of two slow threads answers each.
        var bodies = Set((0..<6).map { _ in desk.get(path, desk.grace.token).response.body })
        #expect(bodies.count == 1)
        #expect(desk.get(path, desk.alan.token).response.body == bodies.first)
        for _ in 0..<6 {
            #expect(desk.get(path, desk.ada.token).status == 403)
            #expect(desk.api.request(.get, "/api/v1" + path).status == 401)
        }
        desk.reply(number)
        bodies = Set((0..<6).map { _ in desk.get(path, desk.grace.token).response.body })
        #expect(bodies.count == 1)
        #expect(desk.get(path, desk.grace.token).json["items"]?.array?.first?["status"]?.string == "waiting_customer")
        #expect(desk.send(.post, "/auth/logout", nil, desk.grace.token).status == 204)
        for _ in 0..<6 { #expect(desk.get(path, desk.grace.token).status == 401) }
    }

    @Test func `calls of slow answers that are given again are counted`() throws {
        let api = try APIDesk()
        let grace = try api.user("grace@example.com", .agent)
        let left = (0..<6).map { _ in
            api.request(.get, "/api/v1/admin/tickets?q=x", token: grace.token).header("RateLimit-Remaining")
        }
        #expect(left == ["599", "598", "597", "596", "595", "594"])
    }

    @Test func `a slow answer that still stands is given without the work`() throws {
        let api = try APIDesk()
        let database = api.database
        let endpoint = try #require(api.endpoints.first { $0.path.hasSuffix("/admin/tickets") && $0.method == .get })
        let head = RequestHead(method: .get, target: .path("/api/v1/admin/tickets", query: "q=x"))
        let exchange = Exchange(
            Request(head: head), captures: [],
            context: RequestContext(
                requestID: "1", clientAddress: "127.0.0.1", isSecure: false, headers: head.headers, publicURL: ""),
            endpoint: endpoint, presented: .nothing, services: api.services, allowance: nil, reply: nil)
        let reader = try Reader(path: database.path, clock: database.clock.clock)
        let works = Atomic<Int>(0)
        func answer() -> Int {
            let response = SlowAnswers.of(reader).answer(exchange, reader) { _, reader in
                works.wrappingAdd(1, ordering: .relaxed)
                try? reader.read { (tx) throws(Failure) in tx.keep(until: tx.now.adding(seconds: 60)) }
                return Response(status: 200)
            }
            return response.status
        }
        for _ in 0..<3 { #expect(answer() == 200) }
        #expect(works.load(ordering: .relaxed) == 1)
        _ = try api.user("ada@example.com", .customer)
        for _ in 0..<3 { _ = answer() }
        #expect(works.load(ordering: .relaxed) == 2)
        database.clock.advance(seconds: 61)
        _ = answer()
        #expect(works.load(ordering: .relaxed) == 3)
    }

    @Test func `a change shows at once in every answer that was given before`() throws {
        let desk = try TicketDesk()
        let number = try desk.open()
        for _ in 0..<2 { _ = (desk.get(list, desk.grace.token), desk.seen(number), desk.staffView(number)) }
        desk.reply(number)
        #expect(desk.seen(number).json["status"]?.string == "waiting_customer")
        #expect(desk.staffView(number).json["status"]?.string == "waiting_customer")
        #expect(desk.get(list, desk.grace.token).json["items"]?.array?.isEmpty == true)
    }

    @Test func `another caller gets nothing of an answer that was given before`() throws {
        let desk = try TicketDesk()
        let number = try desk.open()
        for _ in 0..<2 { #expect(desk.seen(number).status == 200) }
        #expect(desk.get("/tickets/\(number)", desk.bob.token).status == 404)
        #expect(desk.get("/tickets/\(number)", desk.grace.token).status == 403)
        #expect(desk.api.request(.get, "/api/v1/tickets/\(number)").status == 401)
        #expect(desk.get("/tickets/\(number)?x=1", desk.ada.token).status == 422)
    }

    @Test func `a token that was logged out, disabled or has run out gets no answer that was ready for it`() throws {
        let desk = try TicketDesk()
        let number = try desk.open()
        for _ in 0..<2 { #expect(desk.seen(number).status == 200) }
        #expect(desk.send(.post, "/auth/logout", nil, desk.ada.token).status == 204)
        #expect(desk.seen(number).status == 401)

        for _ in 0..<2 { #expect(desk.staffView(number).status == 200) }
        let path = "/admin/users/\(desk.grace.user.id.rawValue)"
        #expect(desk.send(.patch, path, #"{"is_active":false}"#, desk.root.token).status == 200)
        #expect(desk.staffView(number).status == 401)

        for _ in 0..<2 { #expect(desk.get(list, desk.alan.token).status == 200) }
        desk.clock.advance(seconds: 13 * 3600)
        #expect(desk.get(list, desk.alan.token).status == 401)
    }

    @Test func `what changes by time alone is not answered from before`() throws {
        let desk = try TicketDesk()
        let number = try desk.open()
        desk.setStatus(number, "closed")
        let day: Int64 = 86_400
        desk.clock.advance(seconds: 14 * day - 3600)
        let token = desk.fresh(desk.ada)
        for _ in 0..<2 {
            #expect(desk.get("/tickets/\(number)", token).json["can_reply"] == .bool(true))
            #expect(desk.get("/tickets", token).json["items"]?.array?.first?["can_reply"] == .bool(true))
        }
        desk.clock.advance(seconds: 7200)
        #expect(desk.get("/tickets/\(number)", token).json["can_reply"] == .bool(false))
        #expect(desk.get("/tickets", token).json["items"]?.array?.first?["can_reply"] == .bool(false))
    }

    @Test func `a condition is looked at although an answer is ready`() throws {
        let desk = try TicketDesk()
        let number = try desk.open()
        let tag = try #require(desk.seen(number).header("ETag"))
        #expect(desk.get("/tickets/\(number)", desk.ada.token, [("If-None-Match", tag)]).status == 304)
        #expect(desk.get("/tickets/\(number)", desk.ada.token, [("If-None-Match", "\"0\"")]).status == 200)
    }

    @Test func `the answer to a condition is kept for nobody`() throws {
        let desk = try TicketDesk()
        let path = "/api/v1/admin/tickets/\(try desk.open())"
        let stale = [("If-None-Match", "\"0\"")]
        #expect(desk.api.request(.get, path).status == 401)
        #expect(desk.api.request(.get, path, token: desk.grace.token, headers: stale).status == 200)
        #expect(desk.api.request(.get, path).status == 401)
        #expect(desk.api.request(.get, path, token: desk.ada.token).status == 403)
    }

    @Test func `nothing is kept for names that somebody makes up`() throws {
        let ready = ReadyAnswers()
        func head(_ token: String) -> RequestHead {
            RequestHead(
                method: .get, target: .path("/x", query: nil), headers: Headers([.init("Authorization", token)]))
        }
        for (length, isKept) in [(100, true), (5000, false)] {
            let asked = head(String(repeating: "a", count: length))
            ready.keep(Response(status: 200), to: asked, version: 1, until: .max, limitName: nil)
            #expect((ready.find(asked) != nil) == isKept)
        }
        let few = ReadyAnswers(largest: 10_000)
        for index in 0..<10 {
            let asked = head("\(index)" + String(repeating: "a", count: 3000))
            few.keep(Response(status: 200), to: asked, version: 1, until: .max, limitName: nil)
        }
        let kept = (0..<10).filter { few.find(head("\($0)" + String(repeating: "a", count: 3000))) != nil }
        #expect(kept.count < 3)
    }

    @Test func `calls are counted although an answer is ready`() throws {
        let api = try APIDesk()
        let ada = try api.user("ada@example.com", .customer)
        var left: [String?] = []
        for _ in 0..<3 {
            left.append(api.request(.get, "/api/v1/tickets", token: ada.token).header("RateLimit-Remaining"))
        }
        #expect(left == ["599", "598", "597"])
        for _ in 0..<597 { _ = api.request(.get, "/api/v1/tickets", token: ada.token) }
        let refused = api.request(.get, "/api/v1/tickets", token: ada.token)
        #expect(refused.status == 429)
        #expect(refused.header("Retry-After") != nil)
    }

    @Test func `a page of another origin is told so although an answer is ready`() throws {
        let origins = try #require(AllowedOrigins(["https://shop.example.com"]))
        let api = try APIDesk(settings: APISettings(limitsRates: false, allowedOrigins: origins))
        let ada = try api.user("ada@example.com", .customer)
        #expect(api.request(.get, "/api/v1/tickets", token: ada.token).header("Access-Control-Allow-Origin") == nil)
        let origin = [("Origin", "https://shop.example.com")]
        let answer = api.request(.get, "/api/v1/tickets", token: ada.token, headers: origin)
        #expect(answer.header("Access-Control-Allow-Origin") == "https://shop.example.com")
    }

    @Test func `HEAD gets the head of what GET gets`() throws {
        let desk = try TicketDesk()
        let number = try desk.open()
        let get = desk.seen(number)
        for _ in 0..<2 {
            let head = desk.api.request(.head, "/api/v1/tickets/\(number)", token: desk.ada.token)
            #expect(head.status == 200)
            #expect(head.header("ETag") == get.header("ETag"))
        }
    }

    @Test func `more answers than are kept are all right`() throws {
        let desk = try TicketDesk()
        let number = try desk.open()
        for limit in 1...100 {
            let answer = desk.get("/tickets?limit=\(limit)", desk.ada.token)
            #expect(answer.json["items"]?.array?.count == 1)
        }
        #expect(desk.seen(number).status == 200)
    }
}
