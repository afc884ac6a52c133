import Domain
import HTTP
import JSON
import Support
import Testing

@testable import API

/// What section 2 of the specification says of all routes, tried on every one that there is.
@Suite struct ConventionsTests {
    private let desk: TicketDesk
    private let key: String
    private let guest: String
    private let number: String

    init() throws {
        desk = try TicketDesk()
        number = try desk.open()
        let scopes = Scope.allCases.map { "\"\($0.rawValue)\"" }.joined(separator: ",")
        let made = desk.send(.post, "/admin/api-keys", #"{"name":"all","scopes":[\#(scopes)]}"#, desk.root.token)
        key = try #require(made.text("key"))
        let id = try #require(desk.seen(number).count("id"))
        guest = desk.api.tokens.makeGuest(
            customer: desk.ada.user.id, epoch: 0, ticket: ID(id), now: Instant(milliseconds: desk.clock.now))
    }

    /// Endpoints that read and answer at once; streams do not.
    private var readers: [Endpoint] {
        desk.api.endpoints.filter { $0.method == .get && !$0.path.hasSuffix("/stream") }
    }

    private func path(_ endpoint: Endpoint) -> String {
        endpoint.fullPath.split(separator: "/").map { part in
            part == "{ticket}" ? number : part.hasPrefix("{") ? "1" : String(part)
        }.reduce("") { $0 + "/" + $1 }
    }

    /// A token that the endpoint admits.
    private func token(_ endpoint: Endpoint) -> String? {
        switch endpoint.access {
        case .anyone: nil
        case .customer, .portal, .account, .everyRole: desk.ada.token
        case .agent, .admin, .staffAccount: desk.root.token
        case .key: key
        }
    }

    private func ask(
        _ endpoint: Endpoint, _ method: HTTP.Method? = nil, path: String? = nil, _ headers: [(String, String)] = []
    ) -> APIAnswer {
        desk.api.request(
            method ?? endpoint.method, path ?? self.path(endpoint), token: token(endpoint), headers: headers)
    }

    @Test func `every path answers OPTIONS with its methods, and another method with 405 and the same list`() {
        for endpoint in desk.api.endpoints {
            let options = ask(endpoint, .options)
            #expect(options.status == 204, "\(endpoint.line)")
            let allow = options.header("Allow") ?? ""
            #expect(allow.contains(endpoint.method.name) && allow.hasSuffix("OPTIONS"), "\(endpoint.line): \(allow)")
            let other = ask(endpoint, .other("PROPFIND"))
            #expect(other.status == 405 && other.header("Allow") == allow, "\(endpoint.line)")
            #expect(other.problem == "method-not-allowed")
        }
    }

    @Test func `every GET answers HEAD alike`() {
        for endpoint in readers {
            let get = ask(endpoint)
            let head = ask(endpoint, .head)
            #expect(head.status == get.status, "\(endpoint.line)")
            #expect(head.header("Content-Type") == get.header("Content-Type"), "\(endpoint.line)")
            #expect(head.etag == get.etag)
        }
    }

    @Test func `a trailing slash, a path without its version and an escaped path are the same`() {
        for endpoint in readers {
            let path = path(endpoint)
            let status = ask(endpoint).status
            #expect(ask(endpoint, path: path + "/").status == status, "\(endpoint.line)")
            #expect(
                ask(endpoint, path: path.replacing("/api/v1", with: "/api", maxReplacements: 1)).status == status,
                "\(endpoint.line)")
            let escaped = path.utf8.map { $0 == UInt8(ascii: "/") ? "/" : "%" + String($0, radix: 16) }.joined()
            #expect(ask(endpoint, path: escaped).status == status, "\(endpoint.line): \(escaped)")
        }
    }

    @Test func `every GET refuses a parameter that it does not know, and one that is given twice`() {
        for endpoint in readers where endpoint.summary != "A page" {
            let unknown = ask(endpoint, path: path(endpoint) + "?no_such_parameter=1")
            #expect(unknown.status == 422, "\(unknown.status): \(endpoint.line)")
            #expect(unknown.failingFields == ["no_such_parameter"], "\(endpoint.line)")
            guard endpoint.fields.contains(where: { $0.place == .query && $0.name == "limit" }) else { continue }
            let twice = ask(endpoint, path: path(endpoint) + "?limit=5&limit=5")
            #expect(twice.status == 422 && twice.failingFields == ["limit"], "\(endpoint.line)")
        }
    }

    @Test func `every list has its pages and counts itself when it is asked to`() throws {
        // A handful of similar tickets is all that there is to say.
        for endpoint in readers where !endpoint.path.hasSuffix("/similar") {
            guard case .object(let members) = endpoint.output.json,
                let properties = members.first(where: { $0.key == "properties" })?.value,
                properties["items"] != nil, properties["next_cursor"] != nil
            else { continue }
            let plain = ask(endpoint)
            guard plain.status == 200 else { continue }
            #expect(plain.json["total"] == nil, "\(endpoint.line)")
            let counted = ask(endpoint, path: path(endpoint) + "?count=true&limit=1")
            #expect(counted.status == 200, "\(counted.text): \(endpoint.line)")
            let total = try #require(counted.count("total"), "\(endpoint.line)")
            #expect(counted.items.count == min(1, Int(total)), "\(endpoint.line)")
            #expect((counted.json["next_cursor"]?.string != nil) == (total > 1), "\(endpoint.line)")
            for limit in ["0", "101", "-1", "ten"] {
                #expect(ask(endpoint, path: path(endpoint) + "?limit=\(limit)").status == 422, "\(endpoint.line)")
            }
            #expect(ask(endpoint, path: path(endpoint) + "?cursor=forged").problem == "invalid-cursor")
        }
    }

    @Test func `pages of a list that is short by nature give each row once`() {
        let all = desk.numbersOf("slug", "/tickets/categories?limit=100", desk.ada.token)
        var seen: [String] = []
        var cursor: String?
        repeat {
            let answer = desk.get(
                "/tickets/categories?limit=3&count=true" + (cursor.map { "&cursor=\($0)" } ?? ""), desk.ada.token)
            #expect(answer.count("total") == Int64(all.count))
            seen += answer.items.compactMap { $0["slug"]?.string }
            cursor = answer.text("next_cursor")
        } while cursor != nil
        #expect(all.count >= 7 && seen == all)
    }

    @Test func `everything that writes to a ticket honours If-Match`() {
        for endpoint in desk.api.endpoints where endpoint.path.contains("/tickets/{ticket}") {
            let isMessage = endpoint.path.hasSuffix("/messages") || endpoint.path.hasSuffix("/comments")
            let isKeys = if case .key = endpoint.access { true } else { false }
            let mustHonour =
                endpoint.method == .put || endpoint.method == .patch || endpoint.method == .delete
                || endpoint.method == .post && isMessage && !isKeys
            guard mustHonour, !endpoint.path.hasSuffix("/presence") else { continue }
            #expect(endpoint.fields.contains { $0.name == "If-Match" }, "\(endpoint.line)")
        }
    }

    @Test(arguments: [
        (#""1""#, 304), (#"W/"1""#, 304), (#""7", W/"1", "x""#, 304), ("*", 304), (#""2""#, 200), ("1", 200), ("", 200),
    ])
    func `If-None-Match is weak, strong, a list or a star`(tags: String, status: Int) {
        for (token, path) in [(desk.ada.token, "/tickets/"), (desk.grace.token, "/admin/tickets/")] {
            let answer = desk.get(path + number, token, [("If-None-Match", tags)])
            #expect(answer.status == status, "\(tags)")
            #expect(answer.etag == #""1""#)
            #expect(answer.text.isEmpty == (status == 304))
        }
    }

    @Test(arguments: [
        (#""1""#, 200), ("*", 200), (#""9", "1""#, 200), (#""2""#, 412), (#"W/"1""#, 412), ("1", 412), (#""01""#, 412),
    ])
    func `If-Match is strong, a list or a star`(tags: String, status: Int) {
        let answer = desk.patch(number, #"{"priority":"urgent"}"#, [("If-Match", tags)])
        #expect(answer.status == status)
        #expect(status == 200 || answer.problem == "stale")
    }

    @Test func `a body that is compressed is refused with what would be taken`() {
        let answer = desk.send(
            .post, "/tickets", #"{"subject":"abc","description":"d"}"#, desk.ada.token, [("Content-Encoding", "gzip")])
        #expect(answer.status == 415 && answer.problem == "unsupported-media-type")
        #expect(answer.header("Accept-Encoding") == "identity")
        let plain = desk.send(
            .post, "/tickets", #"{"subject":"abc","description":"d"}"#, desk.ada.token,
            [("Content-Encoding", "identity")])
        #expect(plain.status == 201)
    }

    @Test func `a body that is too long is refused by its length`() {
        let answer = desk.api.request(
            .post, "/api/v1/tickets", json: "\"" + String(repeating: "x", count: 1_000_000) + "\"",
            token: desk.ada.token)
        #expect(answer.status == 413 && answer.problem == "payload-too-large")
    }

    @Test func `the guest and the key of these tests are admitted`() {
        #expect(desk.get("/tickets/\(number)", guest).status == 200)
        #expect(desk.get("/auth/me", key).status == 403)
    }
}

extension TicketDesk {
    /// A member of each row of a list.
    func numbersOf(_ member: String, _ path: String, _ token: String) -> [String] {
        get(path, token).items.compactMap { $0[member]?.string }
    }
}
