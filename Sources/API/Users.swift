import Domain
import JSON
import Platform
import Service
import Store

/// `/admin/users`: the people of the installation, for admins.
package struct UserRoutes: Sendable {
    private let users: Users

    package init(_ users: Users) { self.users = users }

    package var endpoints: [Endpoint] {
        [
            .read(.get, "/admin/users", .admin) { (_, input: UserListInput, tx) throws(Failure) in
                let filter = UserFilter(role: input.role, words: input.words)
                let after = input.page.after.map { ID<User>($0.id) }
                let found = try users.list(filter, after: after, limit: input.page.limit + 1, in: tx)
                let (rows, cursor) = input.page.cut(found) { ListPosition(key: nil, id: $0.id.rawValue) }
                let total = input.page.isCounted ? try tx.userCount(filter) : nil
                return ItemList(rows.map(UserShape.init(user:)), nextCursor: cursor, total: total)
            }.summed("The people of the installation"),
            create,
            .read(.get, "/admin/users/{id}", .admin) { (_, input: UserPath, tx) throws(Failure) -> UserShape in
                guard let user = try tx.user(input.id) else { throw .notFound }
                return UserShape(user: user)
            }.summed("One of them"),
            change(.put), change(.patch),
            .write(.delete, "/admin/users/{id}", .admin) {
                (_, input: UserPath, tx) throws(Failure) -> Answer<NoBody> in
                guard try tx.user(input.id) != nil else { throw .notFound }
                throw .inUse("Users are only ever deactivated: set is_active to false.")
            }.summed("Refused: users are only ever deactivated"),
        ]
    }

    private var create: Endpoint {
        .write(
            .post, "/admin/users", .admin, creates: true,
            slowly: { (_, input: NewUserInput, _) throws(Failure) -> String? in
                guard let password = input.password else { return nil }
                return try Password.hash(password)
            },
            { [users] (admin, input, hash, tx) throws(Failure) -> Answer<UserShape> in
                let user = try users.create(
                    NewUser(
                        email: input.email, name: input.name, role: input.role, isActive: input.isActive,
                        passwordHash: hash), in: tx)
                try tx.audit("user.created", user, by: admin)
                return Answer(UserShape(user: user), location: "/api/v1/admin/users/\(user.id)")
            }
        )
        .example(#"{"email":"lin@example.com","name":"Lin","role":"agent"}"#).summed("Add a customer, agent or admin")
    }

    private func change(_ method: WriteMethod) -> Endpoint {
        .write(
            method, "/admin/users/{id}", .admin,
            slowly: { (_, input: UserChangeInput, _) throws(Failure) -> String? in
                guard let password = input.password else { return nil }
                return try Password.hash(password)
            },
            { [users] (admin, input, hash, tx) throws(Failure) -> UserShape in
                let change = UserChange(
                    email: input.email, name: input.name, role: input.role, isActive: input.isActive,
                    passwordHash: hash)
                let user = try users.change(input.id, change, in: tx)
                try tx.audit("user.changed", user, fields: input.names, by: admin)
                return UserShape(user: user)
            }
        )
        .example(#"{"name":"Lin Chen"}"#).summed("Change the fields given")
    }
}

extension Writing {
    fileprivate func audit(
        _ action: String, _ user: User, fields: [String] = [], by admin: Admin
    ) throws(Failure) {
        var json = JSONWriter(reserving: 128)
        json.object { json in
            json.member("role", user.role.rawValue)
            json.member("is_active", user.isActive)
            if !fields.isEmpty {
                json.key("fields")
                json.array { json in for field in fields { json.value(field) } }
            }
        }
        try audit(
            action: action, subject: "user \(user.id)", details: String(decoding: json.bytes, as: UTF8.self),
            by: .staff(admin.agent))
    }
}

extension Kind where Value == Role {
    static var role: Kind { .word(Role.allCases.map(\.rawValue)) { Role(rawValue: $0.lowercased()) } }
}

struct UserPath: Input {
    let id: ID<User>

    static let form = Form(Field<ID<User>>.path("id", .id(of: User.self))) { UserPath(id: $0) }
}

struct UserListInput: Input {
    let role: Role?
    let words: String?
    let page: PageRequest

    static let form = Form(.query("role", .role).optional, .query("q", .line(1...200)).optional, .page) {
        UserListInput(role: $0, words: $1, page: $2)
    }
}

struct NewUserInput: Input {
    let email: String
    let name: String
    let role: Role
    let password: String?
    let isActive: Bool

    static let form = Form(
        .body("email", .email), .body("name", .line(1...200)), .body("role", .role),
        .body("password", .secret(Password.lengths)).optional, .body("is_active", .boolean).defaulting(true)
    ) { NewUserInput(email: $0, name: $1, role: $2, password: $3, isActive: $4) }
}

struct UserChangeInput: Input {
    let id: ID<User>
    let email: String?
    let name: String?
    let role: Role?
    let password: String?
    let isActive: Bool?

    static let form = Form(
        Field<ID<User>>.path("id", .id(of: User.self)), .body("email", .email).optional,
        .body("name", .line(1...200)).optional,
        .body("role", .role).optional, .body("password", .secret(Password.lengths)).optional,
        .body("is_active", .boolean).optional
    ) { UserChangeInput(id: $0, email: $1, name: $2, role: $3, password: $4, isActive: $5) }
}

extension UserChangeInput {
    /// The fields that it names, for the audit: what changed is told, not what it was or is.
    fileprivate var names: [String] {
        let given: [(String, Bool)] = [
            ("email", email != nil), ("name", name != nil), ("role", role != nil), ("password", password != nil),
            ("is_active", isActive != nil),
        ]
        return given.filter(\.1).map(\.0)
    }
}
