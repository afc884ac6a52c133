import HTTP
import JSON

/// What `openapi.json` says of answers: the one that is hoped for, and every problem that this kind of route can have.
enum OpenAPIAnswers {
    static func responses(of endpoint: Endpoint) -> JSONValue {
        let succeeded = endpoint.notes.successes.isEmpty ? [endpoint.status] : endpoint.notes.successes
        var answers: [JSONValue.Member] = succeeded.map { .init(String($0), success(endpoint, $0)) }
        if hasEntityTag(endpoint), endpoint.method == .get {
            let unchanged: [JSONValue.Member] = [
                .init("description", .string("Not changed since the version that `If-None-Match` names")),
                .init("headers", headers(["ETag", "X-Request-Id"])),
            ]
            answers.append(.init("304", .object(unchanged)))
        }
        let statuses = problemStatuses(endpoint)
        answers += statuses.map { .init(String($0), reference("responses", "Problem\($0)")) }
        // What the server itself refuses before it knows the route: 408, 414, 431, 505.
        answers.append(.init("default", reference("responses", "Problem")))
        return .object(answers)
    }

    /// The answers to a ticket and to what is written to it.
    static func hasEntityTag(_ endpoint: Endpoint) -> Bool {
        if endpoint.fields.contains(where: { $0.name == "If-Match" }) { return endpoint.method != .delete }
        return endpoint.method == .get && endpoint.path.hasSuffix("/tickets/{ticket}")
    }

    private static func success(_ endpoint: Endpoint, _ status: Int) -> JSONValue {
        var answer: [JSONValue.Member] = [.init("description", .string(Self.words[status] ?? "Done"))]
        var names = ["X-Request-Id"]
        if hasEntityTag(endpoint) { names.append("ETag") }
        if endpoint.isCreating { names += ["Location", "Idempotent-Replayed"] }
        if isLimited(endpoint) { names += limits }
        if endpoint.fields.contains(where: { $0.place == .body && $0.name == "session" }) { names.append("Set-Cookie") }
        answer.append(.init("headers", headers(names)))
        if let type = endpoint.notes.mediaType {
            answer.append(
                .init("content", content(type, type == "application/json" ? endpoint.output.inPlace : .object([]))))
        } else if endpoint.stage == .stream {
            answer.append(.init("content", content("text/event-stream", endpoint.output.inPlace)))
        } else if status != 204, endpoint.output.json != .object([]) {
            answer.append(.init("content", content("application/json", endpoint.output.inPlace)))
        }
        return .object(answer)
    }

    private static func problemStatuses(_ endpoint: Endpoint) -> [Int] {
        var statuses: Set<Int> = [400, 413, 422, 500, 503]
        if endpoint.access != .anyone { statuses.formUnion([401, 403]) }
        // For its key too: what was made may be gone.
        if endpoint.path.contains("{") || endpoint.isCreating { statuses.insert(404) }
        if endpoint.method != .get { statuses.insert(415) }
        if endpoint.isCreating || endpoint.stage == .write && endpoint.path.contains("{") { statuses.insert(409) }
        if endpoint.fields.contains(where: { $0.name == "If-Match" }) { statuses.insert(412) }
        if isLimited(endpoint) { statuses.insert(429) }
        return statuses.union(endpoint.notes.problems).sorted()
    }

    private static func isLimited(_ endpoint: Endpoint) -> Bool { !endpoint.isAtRoot || endpoint.limit != nil }

    // MARK: Components

    private static let limits = ["RateLimit-Limit", "RateLimit-Remaining", "RateLimit-Reset"]

    private static let words: [Int: String] = [
        200: "Done", 201: "Created", 202: "Accepted", 204: "Done; there is nothing to say",
        206: "The range that was asked for",
        400: "`malformed` or `invalid-cursor`", 401: "`unauthorized`: credentials are missing, expired or revoked",
        403: "`forbidden`, or why exactly not", 404: "`not-found`: absent, or not yours",
        405: "`method-not-allowed`", 409: "A conflict with how things stand", 412: "`stale`: changed meanwhile",
        413: "`payload-too-large`", 416: "The file has no such range", 415: "`unsupported-media-type`",
        422: "`validation` with every failing field, or `idempotency-mismatch`", 429: "`too-many-requests`",
        500: "`internal`", 503: "`unavailable` or `timeout`: not carried out, may be tried again",
    ]

    /// The problems by status, and one for all others.
    static var problems: [JSONValue.Member] {
        let known = words.keys.filter { $0 >= 400 }.sorted().map { status in
            JSONValue.Member("Problem\(status)", problem(words[status] ?? "", extra(status)))
        }
        return known + [.init("Problem", problem("Any other problem", []))]
    }

    /// The header fields that a problem has besides the usual.
    private static func extra(_ status: Int) -> [String] {
        switch status {
        case 401: ["WWW-Authenticate"]
        case 405: ["Allow"]
        case 429: ["Retry-After"] + limits
        case 503: ["Retry-After"]
        default: []
        }
    }

    private static func problem(_ words: String, _ names: [String]) -> JSONValue {
        .object([
            .init("description", .string(words)), .init("headers", headers(["X-Request-Id"] + names)),
            .init("content", content("application/problem+json", Problem.schema.inPlace)),
        ])
    }

    /// Every header field that answers have, and what it says.
    static var headers: [JSONValue.Member] {
        let count = JSONValue.object([.init("type", .string("integer")), .init("minimum", .integer(0))])
        let text = JSONValue.object([.init("type", .string("string"))])
        let fields: [(String, String, JSONValue)] = [
            ("Allow", "The methods that the path has", text),
            ("ETag", "The version of the ticket", text),
            ("Idempotent-Replayed", "`true` on an answer that is given again for its `Idempotency-Key`", text),
            ("Location", "Where what was created can be read", text),
            ("RateLimit-Limit", "Calls in the window", count), ("RateLimit-Remaining", "Calls that are left", count),
            ("RateLimit-Reset", "Seconds until the window ends", count),
            ("Retry-After", "Seconds until another try makes sense", count),
            ("Set-Cookie", "The session, where `session` asked for one", text),
            ("WWW-Authenticate", "How to authenticate", text),
            ("X-Request-Id", "The name of this request in the log", text),
        ]
        return fields.map { name, words, schema in
            .init(name, .object([.init("description", .string(words)), .init("schema", schema)]))
        }
    }

    private static func headers(_ names: [String]) -> JSONValue {
        .object(names.sorted().map { .init($0, reference("headers", $0)) })
    }

    private static func reference(_ kind: String, _ name: String) -> JSONValue {
        .object([.init("$ref", .string("#/components/\(kind)/\(name)"))])
    }

    private static func content(_ type: String, _ schema: JSONValue) -> JSONValue {
        .object([.init(type, .object([.init("schema", schema)]))])
    }
}
