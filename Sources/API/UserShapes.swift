import Domain
import JSON
import Service
import Store

/// A user as they see themselves, and as admins see them.
struct UserShape: Representation, Answering {
    let user: User

    var answer: Answer<UserShape> { Answer(self) }
    var about: AnswerSubject? { .user(user.id) }

    static let schema = Schema.object(
        "User",
        [
            ("id", .id), ("email", Schema.string.orNull), ("name", .string), ("phone", Schema.string.orNull),
            ("role", .words(Role.allCases.map(\.rawValue))), ("is_active", .boolean), ("email_verified", .boolean),
            ("created_at", .time),
        ])

    func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("id", user.id.rawValue)
            json.member("email", user.email)
            json.member("name", user.name)
            json.member("phone", user.phone)
            json.member("role", user.role.rawValue)
            json.member("is_active", user.isActive)
            json.member("email_verified", user.isVerified)
            json.member("created_at", user.createdAt)
        }
    }
}

/// `{user: ...}`
struct UserAnswer: Representation, Answering {
    let user: User

    var answer: Answer<UserAnswer> { Answer(self) }

    static let schema = Schema.object([("user", UserShape.schema)])

    func write(to json: inout JSONWriter) {
        json.object { json in
            json.key("user")
            UserShape(user: user).write(to: &json)
        }
    }
}

/// What a login answers: the token, unless it went into a cookie.
struct SessionShape: Representation {
    let session: Session
    let isCookie: Bool

    static let schema = Schema.object(
        "Session", [("expires_in", .count), ("user", UserShape.schema)],
        optional: [("access_token", .string), ("token_type", .words(["Bearer"]))])

    func write(to json: inout JSONWriter) {
        json.object { json in
            if !isCookie {
                json.member("access_token", session.token)
                json.member("token_type", "Bearer")
            }
            json.member("expires_in", session.lifetime)
            json.key("user")
            UserShape(user: session.user).write(to: &json)
        }
    }
}

/// What registering answers: a session, or with verification required only what was sent, free address or not.
enum RegistrationShape: Representation {
    case session(SessionShape)
    case pending(email: String, name: String)

    static let schema = Schema.either([
        SessionShape.schema, .object([("user", .object([("email", .string), ("name", .string)]))]),
    ])

    func write(to json: inout JSONWriter) {
        switch self {
        case .session(let session): session.write(to: &json)
        case .pending(let email, let name):
            json.object { json in
                json.key("user")
                json.object { json in
                    json.member("email", email)
                    json.member("name", name)
                }
            }
        }
    }
}

extension Session {
    /// The answer to whoever asked for this session, with a cookie where a page asked.
    func answer(asCookie: Bool, isSecure: Bool) -> Answer<SessionShape> {
        Answer(
            SessionShape(session: self, isCookie: asCookie),
            cookie: asCookie ? cookie(isSecure: isSecure) : nil)
    }

    func cookie(isSecure: Bool) -> String {
        SessionCookie.set(user.role.isStaff ? .staff : .customer, token, seconds: lifetime, isSecure: isSecure)
    }
}
