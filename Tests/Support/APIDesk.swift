import API
import Domain
import HTTP
import JSON
import Platform
import Security
import Service
import Store

/// The whole API over a database of its own, without sockets: a handler, a writer, slow threads and a clock that stands
/// still until it is moved.
package final class APIDesk {
    package let database: TestDatabase
    package let tokens: Tokens
    package let accounts: Accounts
    package let services: Services
    package let endpoints: [Endpoint]
    package let presence = Presence()
    package static let hostSecret = "a secret of the host product"
    private let handler: APIHandler
    private let slow: SlowPool
    private let log: Log

    /// - Parameters:
    ///   - database: that of another desk, as after a restart; nil makes a new one.
    ///   - routes: more than the server has.
    package init(
        on database: TestDatabase? = nil, requiresVerification: Bool = false, settings: APISettings = APISettings(),
        routes: (Tokens) -> [Endpoint] = { _ in [] }
    ) throws {
        let database = try database ?? TestDatabase()
        self.database = database
        slow = try SlowPool(path: database.path, clock: database.clock.clock, threads: 2)
        log = Log(level: .error, clock: database.clock.clock)
        tokens = Tokens(secret: "the secret of a test", hostSecret: Self.hostSecret)
        accounts = Accounts(
            tokens: tokens, publicURL: settings.publicURL, requiresVerification: requiresVerification,
            limitsFailures: settings.limitsRates)
        let (writer, desk) = (database.writer, Desk())
        // As the server lists them.
        var endpoints = TicketRoutes(opening: desk.opening, replies: desk.replies).endpoints
        endpoints += AdminTicketRoutes(opening: desk.opening, replies: desk.replies).endpoints
        endpoints += AttachmentRoutes(Attachments(database.files)).endpoints
        endpoints += LiveRoutes(presence).endpoints
        endpoints += StatsRoutes().endpoints
        endpoints += CategoryRoutes().endpoints
        endpoints += SLARoutes().endpoints + SLAPolicyRoutes().endpoints + CalendarRoutes().endpoints
        endpoints += TemplateRoutes().endpoints
        endpoints += ClassifierRoutes(assistant: desk.opening.assistant).endpoints
        endpoints += AccountRoutes(accounts).endpoints
        endpoints += UserRoutes(Users()).endpoints
        endpoints += APIKeyRoutes().endpoints
        endpoints += AuditRoutes().endpoints
        endpoints += CustomerRoutes(replies: desk.replies).endpoints
        endpoints +=
            TrackingRoutes(
                Tracking(tokens: tokens, publicURL: settings.publicURL, limitsFailures: settings.limitsRates)
            ).endpoints
        endpoints +=
            OperationRoutes(
                isReady: { (_) throws(Failure) in writer.isHealthy }, metrics: { "ticketd_up 1\n" }
            ).endpoints
        endpoints += routes(tokens)
        endpoints.append(OperationRoutes.description(of: endpoints, version: "test"))
        self.endpoints = endpoints
        let router = Router(endpoints)
        services = Services(
            writer: database.writer, slow: slow, clock: database.clock.clock, log: log, settings: settings,
            tokens: tokens, router: router)
        handler = APIHandler(
            router: router, services: services,
            reader: try Reader(
                path: database.path, clock: database.clock.clock, commits: database.writer.commits))
    }

    deinit {
        slow.stop()
        log.close()
    }

    /// Sends a request and waits for its answer.
    package func request(
        _ method: Method, _ target: String, json: String? = nil, body: [UInt8]? = nil, token: String? = nil,
        headers: [(String, String)] = [], from address: String = "192.0.2.1"
    ) -> APIAnswer {
        var fields = Headers()
        fields.add("Host", "127.0.0.1:8080")
        if let token { fields.add("Authorization", "Bearer \(token)") }
        let bytes = json.map { Array($0.utf8) } ?? body ?? []
        if json != nil { fields.add("Content-Type", "application/json") }
        for (name, value) in headers { fields.add(name, value) }
        let parts = target.split(separator: "?", maxSplits: 1).map(String.init)
        let head = RequestHead(
            method: method, target: .path(parts[0], query: parts.count == 2 ? parts[1] : nil), headers: fields,
            framing: bytes.isEmpty ? .none : .length(bytes.count), id: "test-request", remoteAddress: address)
        defer { handler.turnEnds() }
        if head.framing == .none, let response = handler.answer(head) { return APIAnswer(response) }
        switch handler.head(head) {
        case .refuse(let response): return APIAnswer(response)
        case .collect(let limit), .spool(let limit):
            if bytes.count > limit { return APIAnswer(Response(status: 413)) }
        }
        let waiter = Waiter<Response>()
        handler.handle(Request(head: head, body: .bytes(bytes)), Reply { make in waiter.fulfil(make()) })
        return APIAnswer(waiter.wait())
    }

    /// A token for a new user with that role; the password is "correct horse".
    package func user(
        _ email: String, _ role: Role, mustChangePassword: Bool = false
    ) throws -> (user: User, token: String) {
        let user = try database.write { (tx) throws(Failure) in
            try tx.insertUser(
                NewUser(
                    email: email, name: email, role: role, passwordHash: Self.passwordHash,
                    mustChangePassword: mustChangePassword))
        }
        return (user, tokens.make(for: user, now: Instant(milliseconds: database.clock.now)))
    }

    package static let password = "correct horse"
    private static let passwordHash = (try? Passwords.hash(password)) ?? ""

    /// The secret behind "token=" of the newest mail of that kind.
    package func mailedSecret(_ kind: String) throws -> String? {
        let body = try database.read { (tx) throws(Failure) in try tx.newestMailBody(kind: kind) }
        guard let body, let start = body.firstRange(of: "token=") else { return nil }
        return String(body[start.upperBound...].prefix { !$0.isWhitespace })
    }
}

/// An answer as a test looks at it.
package struct APIAnswer {
    package let response: Response
    package var status: Int { response.status }
    package var text: String { String(decoding: response.body, as: UTF8.self) }
    package var json: JSONValue { (try? JSONReader.read(response.body)) ?? .null }

    package init(_ response: Response) { self.response = response }

    package func header(_ name: String) -> String? { response.header(name) }

    /// The slug of a problem.
    package var problem: String? { json["type"]?.string.map { String($0.dropFirst("/problems/".count)) } }

    /// The fields that a 422 names.
    package var failingFields: [String] { json["errors"]?.array?.compactMap { $0["field"]?.string } ?? [] }

    /// `Set-Cookie` as `Cookie`.
    package var cookie: String? { header("Set-Cookie").map { String($0.prefix { $0 != ";" }) } }
}
