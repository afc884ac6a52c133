import Domain
import HTTP
import JSON
import Support
import Testing

@testable import API

@Suite struct OpenAPITests {
    private static func description(_ desk: TicketDesk) -> JSONValue {
        desk.api.request(.get, "/openapi.json").json
    }

    private static func members(_ value: JSONValue?) -> [JSONValue.Member] {
        guard case .object(let members)? = value else { return [] }
        return members
    }

    @Test func `every operation has its words, its caller, and its problems`() throws {
        let desk = try TicketDesk()
        let document = Self.description(desk)
        #expect(document["openapi"] == .string("3.1.0"))
        var seen = 0
        var names: Set<String> = []
        for path in Self.members(document["paths"]) {
            for operation in Self.members(path.value) {
                seen += 1
                let label = "\(operation.key) \(path.key)"
                #expect(operation.value["summary"]?.string?.isEmpty == false, "\(label)")
                let isNew = names.insert(operation.value["operationId"]?.string ?? "").inserted
                #expect(isNew, "\(label)")
                #expect(operation.value["security"] != nil && operation.value["tags"] != nil, "\(label)")
                let answers = Self.members(operation.value["responses"]).map(\.key)
                #expect(answers.contains { $0.hasPrefix("2") || $0.hasPrefix("3") }, "\(label)")
                #expect(answers.contains("default") && answers.contains("422"), "\(label)")
                if operation.value["security"] != .array([]) {
                    #expect(answers.contains("401") && answers.contains("403"), "\(label)")
                }
                for name in path.key.split(separator: "/") where name.hasPrefix("{") {
                    let parameters = operation.value["parameters"]?.array ?? []
                    #expect(parameters.contains { "{\($0["name"]?.string ?? "")}" == name }, "\(label)")
                    #expect(answers.contains("404"), "\(label)")
                }
            }
        }
        // All but the description itself.
        #expect(seen == desk.api.endpoints.count - 1)
    }

    @Test func `whatever is referred to is there`() throws {
        let document = Self.description(try TicketDesk())
        var references: Set<String> = []
        func walk(_ value: JSONValue) {
            switch value {
            case .object(let members):
                for member in members {
                    if member.key == "$ref", let text = member.value.string { references.insert(text) }
                    walk(member.value)
                }
            case .array(let elements): elements.forEach(walk)
            case .null, .bool, .integer, .double, .string: break
            }
        }
        walk(document)
        #expect(references.count > 20)
        for reference in references {
            var place: JSONValue? = document
            for name in reference.dropFirst(2).split(separator: "/") { place = place?[String(name)] }
            #expect(place != nil, "\(reference)")
        }
    }

    /// Each endpoint's example, sent by somebody who may, to a desk where it makes sense.
    @Test func `every example is taken`() throws {
        let endpoints = try TicketDesk().api.endpoints
        var tried = 0
        for endpoint in endpoints where endpoint.body.isJSON && !endpoint.path.hasSuffix("/stream") {
            guard endpoint.fields.contains(where: { $0.place == .body }) else { continue }
            let scene = try ExampleScene(endpoint)
            let answer = scene.send()
            #expect(
                (200..<300).contains(answer.status),
                "\(endpoint.line): \(answer.status) \(answer.text) for \(scene.body)")
            let documented = endpoint.notes.successes.isEmpty ? [endpoint.status] : endpoint.notes.successes
            #expect(documented.contains(answer.status) || scene.mayDiffer, "\(endpoint.line): \(answer.status)")
            tried += 1
        }
        #expect(tried > 20)
    }
}

/// A desk in which an endpoint's example can be carried out.
private struct ExampleScene {
    let body: String
    /// The answer may also say that there was nothing to create.
    let mayDiffer: Bool
    private let endpoint: Endpoint
    private let desk: TicketDesk
    private let path: String
    private let token: String?

    init(_ endpoint: Endpoint) throws {
        self.endpoint = endpoint
        desk = try TicketDesk()
        mayDiffer = endpoint.path.hasPrefix("/support/")
        let number = try desk.open(category: "billing")
        let other = try desk.open(category: "billing")
        if endpoint.path.hasSuffix("/rating") { desk.setStatus(number, "resolved") }
        let key = try ExampleScene.key(desk)
        token = ExampleScene.token(endpoint, desk, key)
        var values: [String: JSONValue] = [
            "ticket_number": .string(number), "into": .string(other),
            "user_id": .integer(desk.grace.user.id.rawValue), "customer_id": .integer(desk.ada.user.id.rawValue),
            "ids": .array([.integer(try #require(desk.seen(number).count("id")))]),
        ]
        if let secret = try ExampleScene.secret(endpoint, desk, number) { values["token"] = .string(secret) }
        var example = OpenAPIExamples.body(of: endpoint)
        if case .object(let members) = example {
            example = .object(
                members.map { member in
                    // Whoever registers is new.
                    if endpoint.path == "/auth/register", member.key == "email" {
                        return .init("email", .string("new@example.com"))
                    }
                    return .init(member.key, values[member.key] ?? member.value)
                })
        }
        var writer = JSONWriter(reserving: 256)
        writer.value(example)
        body = String(decoding: writer.bytes, as: UTF8.self)
        let id = try ExampleScene.row(endpoint, desk)
        let captures = ["{ticket}": number, "{user_id}": "\(desk.grace.user.id)", "{id}": id]
        let parts = endpoint.fullPath.split(separator: "/").map { captures[String($0)] ?? String($0) }
        path = "/" + parts.joined(separator: "/")
    }

    func send() -> APIAnswer { desk.api.request(endpoint.method, path, json: body, token: token) }

    private static func key(_ desk: TicketDesk) throws -> String {
        let scopes = Scope.allCases.map { "\"\($0.rawValue)\"" }.joined(separator: ",")
        let made = desk.send(.post, "/admin/api-keys", #"{"name":"all","scopes":[\#(scopes)]}"#, desk.root.token)
        return try #require(made.text("key"))
    }

    private static func token(_ endpoint: Endpoint, _ desk: TicketDesk, _ key: String) -> String? {
        switch endpoint.access {
        case .anyone: nil
        case .customer, .portal, .account, .everyRole: desk.ada.token
        case .agent, .admin, .staffAccount: desk.root.token
        case .key: key
        }
    }

    /// What is mailed to somebody who asked for it.
    private static func secret(_ endpoint: Endpoint, _ desk: TicketDesk, _ number: String) throws -> String? {
        let ada = #""email":"ada@example.com""#
        switch endpoint.path {
        case "/auth/verify-email":
            let json = #"{"email":"eve@example.com","password":"correct horse","name":"Eve"}"#
            _ = desk.api.request(.post, "/api/v1/auth/register", json: json)
            return try desk.api.mailedSecret("verify_email")
        case "/auth/reset-password":
            _ = desk.api.request(.post, "/api/v1/auth/forgot-password", json: "{\(ada)}")
            return try desk.api.mailedSecret("reset_password")
        case "/track-ticket/session":
            let json = #"{"ticket_number":"\#(number)",\#(ada)}"#
            _ = desk.api.request(.post, "/track-ticket/link", json: json)
            return try desk.api.mailedSecret("ticket_link")
        default: return nil
        }
    }

    /// The id of a row for a path that ends in `{id}`: one that the example of its list's POST makes.
    private static func row(_ endpoint: Endpoint, _ desk: TicketDesk) throws -> String {
        guard let end = endpoint.path.firstRange(of: "/{id}") else { return "1" }
        let list = endpoint.path[..<end.lowerBound]
        guard let making = desk.api.endpoints.first(where: { $0.method == .post && $0.path == list }) else {
            return "1"
        }
        var writer = JSONWriter(reserving: 256)
        writer.value(OpenAPIExamples.body(of: making))
        let made = desk.api.request(
            .post, making.fullPath, json: String(decoding: writer.bytes, as: UTF8.self), token: desk.root.token)
        return made.count("id").map { "\($0)" } ?? "1"
    }
}
