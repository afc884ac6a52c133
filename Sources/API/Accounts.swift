import Domain
import HTTP
import Service
import Store

/// The routes of section 3: registering, logging in and out, passwords.
package struct AccountRoutes: Sendable {
    private let accounts: Accounts

    package init(_ accounts: Accounts) { self.accounts = accounts }

    package var endpoints: [Endpoint] {
        [
            register, verifyEmail, forgotPassword, resetPassword, logIn("/auth/login", isStaff: false),
            logIn("/admin/auth/login", isStaff: true), me("/auth/me", .account), me("/admin/auth/me", .staffAccount),
            logOut("/auth/logout", .account), logOut("/admin/auth/logout", .staffAccount),
            changePassword("/auth/password", .account), changePassword("/admin/auth/password", .staffAccount),
        ]
    }

    private var register: Endpoint {
        .write(
            .post, "/auth/register", .anyone,
            slowly: { (_, input: RegisterInput, _) throws(Failure) in
                if input.asCookie { try input.context.requireOwnSite() }
                return try Password.hash(input.password)
            },
            { [accounts] (_, input, hash, tx) throws(Failure) -> Answer<RegistrationShape> in
                let session = try accounts.register(
                    email: input.email, name: input.name, passwordHash: hash, in: tx)
                guard let session else { return Answer(.pending(email: input.email, name: input.name), status: 201) }
                return Answer(
                    .session(SessionShape(session: session, isCookie: input.asCookie)), status: 201,
                    cookie: input.asCookie ? session.cookie(isSecure: input.context.isSecure) : nil)
            }
        )
        .limited(.perAddress("register", 5, seconds: 3600)).summed("Open an account")
    }

    private var verifyEmail: Endpoint {
        .write(.post, "/auth/verify-email", .anyone) { [accounts] (_, input: LinkInput, tx) throws(Failure) in
            UserAnswer(user: try accounts.verifyEmail(token: input.token, in: tx))
        }
        .summed("Confirm an e-mail address by a mailed link")
    }

    private var forgotPassword: Endpoint {
        .write(.post, "/auth/forgot-password", .anyone) {
            [accounts] (_, input: AddressInput, tx) throws(Failure) -> Answer<NoBody> in
            try accounts.forgotPassword(email: input.email, in: tx)
            return .accepted
        }
        .limited(.perAddress("forgot", 5, seconds: 3600)).summed("Ask for a link to set a new password")
    }

    private var resetPassword: Endpoint {
        .write(
            .post, "/auth/reset-password", .anyone,
            slowly: { (_, input: ResetInput, _) throws(Failure) in try Password.hash(input.password) },
            { [accounts] (_, input, hash, tx) throws(Failure) in
                UserAnswer(user: try accounts.resetPassword(token: input.token, passwordHash: hash, in: tx))
            }
        )
        .summed("Set a new password by a mailed link")
    }

    private func logIn(_ path: String, isStaff: Bool) -> Endpoint {
        .write(
            .post, path, .anyone,
            slowly: { [accounts] (caller, input: LoginInput, reader) throws(Failure) in
                if input.asCookie { try input.context.requireOwnSite() }
                return try accounts.attempt(
                    email: input.email, password: input.password, isStaff: isStaff, from: caller.network, with: reader)
            },
            { [accounts] (caller, input, attempt, tx) throws(Failure) -> Answer<SessionShape> in
                var answer: Answer<SessionShape>
                switch try accounts.logIn(attempt, from: caller.network, in: tx) {
                case .success(let session):
                    answer = session.answer(asCookie: input.asCookie, isSecure: input.context.isSecure)
                case .failure(let failure): answer = .refusing(failure)
                }
                if let left = try accounts.allowance(of: input.email, from: caller.network, in: tx) {
                    answer.headers.add(left)
                }
                return answer
            }
        )
        .summed(isStaff ? "Log in as staff" : "Log in as a customer")
    }

    private func me(_ path: String, _ access: Access<Account>) -> Endpoint {
        .read(.get, path, access) { [accounts] (account, _: NoInput, tx) throws(Failure) in
            UserShape(user: try accounts.user(account.id, in: tx))
        }
        .summed("Who is calling")
    }

    private func logOut(_ path: String, _ access: Access<Account>) -> Endpoint {
        .write(.post, path, access) { [accounts] (account, input: ContextInput, tx) throws(Failure) -> Answer<NoBody> in
            try accounts.logOut(account.credential, in: tx)
            var headers = Headers()
            if account.credential.isCookie {
                let secure = input.context.isSecure
                headers.add("Set-Cookie", SessionCookie.ended(account.credential.audience, isSecure: secure))
            }
            return .nothing(status: 204, headers: headers)
        }
        .summed("Make this token void")
    }

    private func changePassword(_ path: String, _ access: Access<Account>) -> Endpoint {
        .write(
            .put, path, access,
            slowly: { [accounts] (account, input: PasswordInput, reader) throws(Failure) in
                try accounts.preparePassword(current: input.current, new: input.new, of: account.id, with: reader)
            },
            { [accounts] (account, input, hash, tx) throws(Failure) -> Answer<NoBody> in
                switch try accounts.setPassword(hash, of: account.id, in: tx) {
                case .failure(let failure): return .refusing(failure)
                case .success(let session):
                    var headers = Headers()
                    if account.credential.isCookie {
                        headers.add("Set-Cookie", session.cookie(isSecure: input.context.isSecure))
                    }
                    return .nothing(status: 204, headers: headers)
                }
            }
        )
        .summed("Change the password; every token made before is void")
    }
}

// MARK: What comes in

struct RegisterInput: Input {
    let email: String
    let password: String
    let name: String
    let asCookie: Bool
    let context: RequestContext

    static let form = Form(
        .body("email", .email), .body("password", .secret(Password.lengths)), .body("name", .line(1...200)),
        .body("session", .boolean).defaulting(false), .context
    ) { RegisterInput(email: $0, password: $1, name: $2, asCookie: $3, context: $4) }
}

struct LinkInput: Input {
    let token: String

    static let form = Form(.body("token", .line(1...200))) { LinkInput(token: $0) }
}

struct AddressInput: Input {
    let email: String

    static let form = Form(.body("email", .email)) { AddressInput(email: $0) }
}

struct ResetInput: Input {
    let token: String
    let password: String

    static let form = Form(.body("token", .line(1...200)), .body("password", .secret(Password.lengths))) {
        ResetInput(token: $0, password: $1)
    }
}

/// What could not be an address or a password is a wrong one: the answer is to be the same.
struct LoginInput: Input {
    let email: String
    let password: String
    let asCookie: Bool
    let context: RequestContext

    static let form = Form(
        .body("email", .line(1...320)), .body("password", .secret(1...1024)),
        .body("session", .boolean).defaulting(false), .context
    ) { LoginInput(email: $0, password: $1, asCookie: $2, context: $3) }
}

struct PasswordInput: Input {
    let current: String
    let new: String
    let context: RequestContext

    static let form = Form(
        .body("current_password", .secret(1...1024)), .body("new_password", .secret(Password.lengths)), .context
    ) { PasswordInput(current: $0, new: $1, context: $2) }
}

struct ContextInput: Input {
    let context: RequestContext

    static let form = Form(.context) { ContextInput(context: $0) }
}
