import Domain
import Support
import Testing

@testable import API

@Suite struct UsersTests {
    @Test func `an admin makes, reads and changes users, and sees them page by page`() throws {
        let desk = try APIDesk()
        let (_, admin) = try desk.user("root@example.com", .admin)
        let made = desk.request(
            .post, "/api/v1/admin/users",
            json: #"{"email":"grace@example.com","name":"Grace","role":"agent","password":"correct horse"}"#,
            token: admin)
        #expect(made.status == 201)
        let location = try #require(made.header("Location"))
        #expect(desk.request(.get, location, token: admin).json == made.json)
        let changed = desk.request(.patch, location, json: #"{"name":"Grace H."}"#, token: admin)
        #expect(changed.json["name"] == .string("Grace H."))
        let first = desk.request(.get, "/api/v1/admin/users?limit=1&count=true", token: admin)
        #expect(first.json["total"] == .integer(2))
        let cursor = try #require(first.json["next_cursor"]?.string)
        let second = desk.request(.get, "/api/v1/admin/users?limit=1&cursor=\(cursor)", token: admin)
        #expect(second.json["items"]?.array?.first?["id"] == made.json["id"])
        #expect(second.json["next_cursor"] == .null)
        let other = desk.request(.get, "/api/v1/admin/users?role=agent&cursor=\(cursor)", token: admin)
        #expect(other.status == 400)
        #expect(other.problem == "invalid-cursor")
        #expect(desk.request(.delete, location, token: admin).problem == "in-use")
    }

    @Test func `disabling an agent ends their sessions at once`() throws {
        let desk = try APIDesk()
        let (_, admin) = try desk.user("root@example.com", .admin)
        let (agent, token) = try desk.user("grace@example.com", .agent)
        #expect(desk.request(.get, "/api/v1/auth/me", token: token).status == 200)
        let path = "/api/v1/admin/users/\(agent.id)"
        #expect(desk.request(.patch, path, json: #"{"is_active":false}"#, token: admin).status == 200)
        #expect(desk.request(.get, "/api/v1/auth/me", token: token).status == 401)
        // A token made before does not come back to life with the account.
        #expect(desk.request(.patch, path, json: #"{"is_active":true}"#, token: admin).status == 200)
        #expect(desk.request(.get, "/api/v1/auth/me", token: token).status == 401)
    }

    @Test(arguments: [#"{"is_active":false}"#, #"{"role":"agent"}"#])
    func `the last admin stays one`(change: String) throws {
        let desk = try APIDesk()
        let (admin, token) = try desk.user("root@example.com", .admin)
        let answer = desk.request(.patch, "/api/v1/admin/users/\(admin.id)", json: change, token: token)
        #expect(answer.status == 409)
        #expect(answer.problem == "in-use")
    }

    @Test func `an API key is shown once and kept as its hash`() throws {
        let desk = try APIDesk()
        let (_, admin) = try desk.user("root@example.com", .admin)
        let body = #"{"name":"chat","scopes":["tickets:read"]}"#
        let once = [("Idempotency-Key", "one")]
        let made = desk.request(.post, "/api/v1/admin/api-keys", json: body, token: admin, headers: once)
        #expect(made.status == 201)
        let key = try #require(made.json["key"]?.string)
        #expect(key.hasPrefix("tkd_"))
        let again = desk.request(.post, "/api/v1/admin/api-keys", json: body, token: admin, headers: once)
        #expect(again.status == 201)
        #expect(again.json["id"] == made.json["id"])
        #expect(again.json["key"] == .null)
        #expect(!desk.request(.get, "/api/v1/admin/api-keys", token: admin).text.contains(key))
        // The key is known, but an admin's route is not for keys.
        #expect(desk.request(.get, "/api/v1/admin/users", token: key).status == 403)
        #expect(desk.request(.get, "/api/v1/admin/users", headers: [("X-API-Key", "tkd_wrong")]).status == 401)
        let path = try #require(made.header("Location"))
        #expect(desk.request(.delete, path, token: admin).status == 204)
        #expect(desk.request(.get, "/api/v1/admin/users", token: key).status == 401)
    }
}
