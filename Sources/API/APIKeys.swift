import Domain
import JSON
import Platform
import Security
import Service
import Store

/// `/admin/api-keys`: what gateways call with.
package struct APIKeyRoutes: Sendable {
    private let random: Random

    package init(random: Random = .system) { self.random = random }

    package var endpoints: [Endpoint] {
        [
            .read(.get, "/admin/api-keys", .admin) { (_, input: PageInput, tx) throws(Failure) in
                let found = try tx.apiKeys(after: input.page.after?.id ?? 0, limit: Int64(input.page.limit) + 1)
                let (rows, cursor) = input.page.cut(found) { ListPosition(key: nil, id: $0.id.rawValue) }
                let total = input.page.isCounted ? try tx.apiKeyCount() : nil
                return ItemList(rows.map { APIKeyShape(key: $0, text: nil) }, nextCursor: cursor, total: total)
            }.summed("The keys of gateways"),
            .write(.post, "/admin/api-keys", .admin, creates: true) {
                [random] (admin, input: NewKeyInput, tx) throws(Failure) -> Answer<APIKeyShape> in
                let text = APIKeyText.prefix + SecretToken(from: random).text
                let key = try tx.insertAPIKey(
                    name: input.name, hash: APIKeyText.hash(text), scopes: input.scopes, isActive: input.isActive,
                    by: admin.id)
                try tx.audit("api_key.created", key, by: admin)
                return Answer(APIKeyShape(key: key, text: text), location: "/api/v1/admin/api-keys/\(key.id)")
            }.summed("Make a key; it is shown in this answer alone"),
            .read(.get, "/admin/api-keys/{id}", .admin) { (_, input: APIKeyPath, tx) throws(Failure) -> APIKeyShape in
                APIKeyShape(key: try tx.existingKey(input.id), text: nil)
            }.summed("A key without its secret"),
            change(.put), change(.patch),
            .write(.delete, "/admin/api-keys/{id}", .admin) {
                (admin, input: APIKeyPath, tx) throws(Failure) -> Answer<NoBody> in
                let key = try tx.existingKey(input.id)
                try tx.deleteAPIKey(input.id)
                try tx.audit("api_key.deleted", key, by: admin)
                return .noContent
            }.summed("Make a key void"),
        ]
    }

    private func change(_ method: WriteMethod) -> Endpoint {
        .write(method, "/admin/api-keys/{id}", .admin) { (admin, input: KeyChangeInput, tx) throws(Failure) in
            var key = try tx.existingKey(input.id)
            key.name = input.name ?? key.name
            key.scopes = input.scopes ?? key.scopes
            key.isActive = input.isActive ?? key.isActive
            try tx.save(key)
            try tx.audit("api_key.changed", key, by: admin)
            return Answer(APIKeyShape(key: try tx.existingKey(input.id), text: nil))
        }.summed("Change the fields given")
    }
}

extension Reading {
    fileprivate func existingKey(_ id: ID<KeyHolder>) throws(Failure) -> APIKey {
        guard let key = try apiKey(id) else { throw .notFound }
        return key
    }
}

extension Writing {
    fileprivate func audit(_ action: String, _ key: APIKey, by admin: Admin) throws(Failure) {
        var json = JSONWriter(reserving: 128)
        json.object { json in json.member("name", key.name) }
        try audit(
            action: action, subject: "api key \(key.id)", details: String(decoding: json.bytes, as: UTF8.self),
            by: .staff(admin.agent))
    }
}

/// An API key; the key itself once, in the answer to its making.
struct APIKeyShape: Representation, Answering {
    let key: APIKey
    let text: String?

    var answer: Answer<APIKeyShape> { Answer(self) }

    static let schema = Schema.object(
        "APIKey",
        [
            ("id", .id), ("name", .string), ("scopes", .array(of: .words(Scope.allCases.map(\.rawValue)))),
            ("is_active", .boolean), ("created_by_id", Schema.id.orNull), ("created_at", .time), ("updated_at", .time),
        ], optional: [("key", Schema.string.orNull)])

    func write(to json: inout JSONWriter) { write(to: &json) { if let text { $0.member("key", text) } } }

    /// The key is given away once only.
    func writeAgain(to json: inout JSONWriter) { write(to: &json) { $0.member("key", nil as String?) } }

    private func write(to json: inout JSONWriter, _ secret: (inout JSONWriter) -> Void) {
        json.object { json in
            json.member("id", key.id.rawValue)
            json.member("name", key.name)
            json.key("scopes")
            json.array { json in for scope in key.scopes { json.value(scope.rawValue) } }
            json.member("is_active", key.isActive)
            json.member("created_by_id", key.createdBy?.rawValue)
            json.member("created_at", key.createdAt)
            json.member("updated_at", key.updatedAt)
            secret(&json)
        }
    }
}

extension Kind where Value == [Scope] {
    fileprivate static var scopes: Kind {
        Kind.list(.word(Scope.allCases.map(\.rawValue)) { Scope(rawValue: $0) }, least: 1, most: Scope.allCases.count)
            .map { scopes throws(Refusal) in Scope.allCases.filter(scopes.contains) }
    }
}

/// A page of a list without filters.
struct PageInput: Input {
    let page: PageRequest

    static let form = Form(.page) { PageInput(page: $0) }
}

struct APIKeyPath: Input {
    let id: ID<KeyHolder>

    static let form = Form(Field<ID<KeyHolder>>.path("id", .id(of: KeyHolder.self))) { APIKeyPath(id: $0) }
}

struct NewKeyInput: Input {
    let name: String
    let scopes: [Scope]
    let isActive: Bool

    static let form = Form(
        .body("name", .line(1...200)), .body("scopes", .scopes), .body("is_active", .boolean).defaulting(true)
    ) { NewKeyInput(name: $0, scopes: $1, isActive: $2) }
}

struct KeyChangeInput: Input {
    let id: ID<KeyHolder>
    let name: String?
    let scopes: [Scope]?
    let isActive: Bool?

    static let form = Form(
        Field<ID<KeyHolder>>.path("id", .id(of: KeyHolder.self)), .body("name", .line(1...200)).optional,
        .body("scopes", .scopes).optional,
        .body("is_active", .boolean).optional
    ) { KeyChangeInput(id: $0, name: $1, scopes: $2, isActive: $3) }
}
