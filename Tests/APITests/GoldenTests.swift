import Domain
import Foundation
import HTTP
import JSON
import Support
import Testing

@testable import API

/// The routes and their description, compared with the files that were last agreed on. `TICKETD_UPDATE_GOLDEN=1` writes
/// the files anew.
@Suite struct GoldenTests {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Golden")

    private func agrees(_ text: String, _ name: String) throws -> Bool {
        let file = Self.folder.appendingPathComponent(name)
        if ProcessInfo.processInfo.environment["TICKETD_UPDATE_GOLDEN"] == "1" {
            try FileManager.default.createDirectory(at: Self.folder, withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
        }
        return try String(contentsOf: file, encoding: .utf8) == text
    }

    @Test func `every route and who may call it is agreed on`() throws {
        let desk = try APIDesk()
        let table = desk.endpoints.map(\.line).sorted().joined(separator: "\n") + "\n"
        #expect(try agrees(table, "routes.txt"))
    }

    @Test func `openapi.json is agreed on`() throws {
        let desk = try APIDesk()
        let answer = desk.request(.get, "/openapi.json")
        #expect(answer.status == 200)
        let object = try JSONSerialization.jsonObject(with: Data(answer.response.body))
        let pretty = try JSONSerialization.data(
            withJSONObject: object, options: [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes])
        #expect(try agrees(String(decoding: pretty, as: UTF8.self) + "\n", "openapi.json"))
    }
}

/// Each route with each kind of caller: what is refused, and with what.
@Suite struct AccessTests {
    private func path(_ endpoint: Endpoint) -> String {
        endpoint.fullPath.split(separator: "/").map { $0.hasPrefix("{") ? "999999" : String($0) }
            .reduce("") { $0 + "/" + $1 }
    }

    /// 401 without credentials that count, 403 with those of the wrong role; the right one gets past both.
    @Test func `every route refuses whom it does not list`() throws {
        let desk = try APIDesk(settings: APISettings(limitsRates: false))
        let (customer, _) = try desk.user("ada@example.com", .customer)
        let (other, _) = try desk.user("bob@example.com", .customer)
        let (agent, _) = try desk.user("grace@example.com", .agent)
        let (admin, adminToken) = try desk.user("root@example.com", .admin)
        let (gone, disabled) = try desk.user("gone@example.com", .admin)
        let now = Instant(milliseconds: desk.database.clock.now)
        let guest = desk.tokens.makeGuest(customer: customer.id, epoch: 0, ticket: ID(1), now: now)
        let made = desk.request(
            .post, "/api/v1/admin/api-keys", json: #"{"name":"k","scopes":["tickets:read"]}"#, token: adminToken)
        let key = try #require(made.json["key"]?.string)
        let off = desk.request(
            .patch, "/api/v1/admin/users/\(gone.id)", json: #"{"is_active":false}"#, token: adminToken)
        #expect(off.status == 200)
        // Made anew for each request, since a route may be the one that ends it.
        let callers: [(String, () -> String)] = [
            ("customer", { desk.tokens.make(for: customer, now: now) }),
            ("customer", { desk.tokens.make(for: other, now: now) }),
            ("agent", { desk.tokens.make(for: agent, now: now) }),
            ("admin", { desk.tokens.make(for: admin, now: now) }), ("guest", { guest }), ("key", { key }),
        ]
        for endpoint in desk.endpoints {
            let path = path(endpoint)
            let isOpen = endpoint.access == .anyone
            for token in [nil, "nonsense", disabled] {
                let answer = desk.request(endpoint.method, path, token: token)
                #expect((answer.status == 401) == !isOpen, "\(answer.status): \(endpoint.line)")
                #expect(isOpen || answer.header("WWW-Authenticate") != nil)
            }
            for (name, token) in callers {
                let status = desk.request(endpoint.method, path, token: token()).status
                #expect((status == 403) == !Self.admits(endpoint.access, name), "\(name) \(status): \(endpoint.line)")
                #expect(status != 401, "\(name): \(endpoint.line)")
            }
        }
    }

    private static func admits(_ rule: AccessRule, _ caller: String) -> Bool {
        let isStaff = caller == "agent" || caller == "admin"
        return switch rule {
        case .anyone: true
        case .customer: caller == "customer"
        case .portal: caller == "customer" || caller == "guest"
        case .agent, .staffAccount: isStaff
        case .admin: caller == "admin"
        case .account: caller == "customer" || isStaff
        case .key(let scope): caller == "key" && scope == .ticketsRead
        case .everyRole(let scope): caller != "key" || scope == .ticketsRead
        }
    }
}
