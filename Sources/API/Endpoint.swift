import Domain
import HTTP
import Store

/// A method that changes nothing in the database. POST is for questions that are too long for a query, PUT for what is
/// kept in memory alone.
package enum ReadMethod: Sendable {
    case get, post, put

    var method: Method {
        switch self {
        case .get: .get
        case .post: .post
        case .put: .put
        }
    }
}

/// A method that may change something; GET is not among them.
package enum WriteMethod: Sendable {
    case post, put, patch, delete

    var method: Method {
        switch self {
        case .post: .post
        case .put: .put
        case .patch: .patch
        case .delete: .delete
        }
    }
}

/// How an endpoint takes its body.
package enum BodyRule: Sendable {
    /// A JSON object, in memory, as long as the server's limit says.
    case json
    /// Bytes of the given media types (none: any), at most `limit`, in memory or in a file.
    case raw(limit: Int, types: [String] = [], spooled: Bool = false)
    /// One file of at most `limit` bytes and any type, as the body or as the part of a form; into a file.
    case file(limit: Int)

    /// What the boundaries and heads of a form may add to its file, in bytes.
    static let formRoom = 16_384

    var isJSON: Bool { if case .json = self { true } else { false } }
}

/// How often an endpoint may be called, over and above the limit of all calls together.
package struct RouteLimit: Sendable {
    let name: String
    let calls: Int
    let seconds: Int64
    let isPerAddress: Bool

    /// Calls from one client address.
    package static func perAddress(_ name: String, _ calls: Int, seconds: Int64) -> RouteLimit {
        RouteLimit(name: name, calls: calls, seconds: seconds, isPerAddress: true)
    }

    /// Calls of one caller.
    package static func perCaller(_ name: String, _ calls: Int, seconds: Int64) -> RouteLimit {
        RouteLimit(name: name, calls: calls, seconds: seconds, isPerAddress: false)
    }
}

/// A route: method, path, who may, what comes in, what is done. Made by `.read`, `.write`, `.slow` and `.plain`.
package final class Endpoint: Sendable {
    /// Where the work is done.
    package enum Stage: String, Sendable {
        case plain, read, write, slow, stream
    }

    package let method: Method
    /// Below `/api/v1`, or at the root.
    package let path: String
    package let access: AccessRule
    package let stage: Stage
    let isAtRoot: Bool
    let body: BodyRule
    /// The status of an answer that names none.
    let status: Int
    /// An `Idempotency-Key` counts here.
    let isCreating: Bool
    let fields: [FieldDescription]
    let output: Schema
    let limit: RouteLimit?
    /// What the operation does, for `openapi.json`.
    let summary: String
    /// What `openapi.json` cannot know otherwise.
    let notes: EndpointNotes
    /// The answer is the same as long as the server runs.
    let isConstant: Bool
    let run: Run

    /// How the answer comes about.
    enum Run: Sendable {
        /// At once, on the thread that asks.
        case atOnce(@Sendable (Exchange, Reader) -> Response)
        /// By the exchange's right to answer.
        case later(@Sendable (Exchange, Reader) -> Void)
        /// At once where the query has none of `words`, by which an input can tell that it may take long.
        case either(
            words: [String], atOnce: @Sendable (Exchange, Reader) -> Response,
            later: @Sendable (Exchange, Reader) -> Void)
    }

    init(
        _ method: Method, _ path: String, _ access: AccessRule, stage: Stage, isAtRoot: Bool = false, body: BodyRule,
        status: Int, isCreating: Bool = false, fields: [FieldDescription], output: Schema, limit: RouteLimit? = nil,
        summary: String = "", notes: EndpointNotes = EndpointNotes(), isConstant: Bool = false, run: Run
    ) {
        self.method = method
        self.path = path
        self.access = access
        self.stage = stage
        self.isAtRoot = isAtRoot
        self.body = body
        self.status = status
        self.isCreating = isCreating
        self.fields = fields
        self.output = output
        self.limit = limit
        self.summary = summary
        self.notes = notes
        self.isConstant = isConstant
        self.run = run
    }

    /// An endpoint that answers by the exchange's right to.
    convenience init(
        _ method: Method, _ path: String, _ access: AccessRule, stage: Stage, body: BodyRule, status: Int,
        isCreating: Bool = false, fields: [FieldDescription], output: Schema,
        later: @escaping @Sendable (Exchange, Reader) -> Void
    ) {
        self.init(
            method, path, access, stage: stage, body: body, status: status, isCreating: isCreating, fields: fields,
            output: output, run: .later(later))
    }

    /// Runs it for an exchange that has the right to answer.
    func run(_ exchange: Exchange, _ reader: Reader) {
        switch run {
        case .atOnce(let work): exchange.send(work(exchange, reader))
        case .later(let work), .either(words: _, atOnce: _, later: let work): work(exchange, reader)
        }
    }

    /// The same endpoint at the root of the server instead of below `/api/v1`.
    package var atRoot: Endpoint { changed(isAtRoot: true) }

    package func limited(_ limit: RouteLimit) -> Endpoint { changed(limit: limit) }

    package func summed(_ summary: String) -> Endpoint { changed(summary: summary) }

    /// The body that `openapi.json` shows, as JSON; a test sends it.
    package func example(_ json: String) -> Endpoint {
        var notes = notes
        notes.example = json
        return changed(notes: notes)
    }

    /// The media type of an answer that is not JSON of its schema.
    package func answering(_ type: String) -> Endpoint {
        var notes = notes
        notes.mediaType = type
        return changed(notes: notes)
    }

    /// The statuses of success, where they are not those of its kind of endpoint.
    package func answering(_ statuses: Int...) -> Endpoint {
        var notes = notes
        notes.successes = statuses
        return changed(notes: notes)
    }

    /// Problems that its kind of endpoint does not have by itself.
    package func refusing(_ statuses: Int...) -> Endpoint {
        var notes = notes
        notes.problems += statuses
        return changed(notes: notes)
    }

    /// The same endpoint, whose answer may be given again as long as the server runs.
    package var constant: Endpoint { changed(isConstant: true) }

    /// The path as a client writes it.
    package var fullPath: String { isAtRoot ? path : "/api/v1" + path }

    /// A line of the golden route table.
    package var line: String {
        "\(method.name) \(fullPath) | \(access.name) | \(stage.rawValue)\(isCreating ? " | idempotent" : "")"
            + (limit.map { " | \($0.calls) in \($0.seconds) s" } ?? "")
    }

    private func changed(
        isAtRoot: Bool? = nil, limit: RouteLimit? = nil, summary: String? = nil, notes: EndpointNotes? = nil,
        isConstant: Bool? = nil
    ) -> Endpoint {
        Endpoint(
            method, path, access, stage: stage, isAtRoot: isAtRoot ?? self.isAtRoot, body: body, status: status,
            isCreating: isCreating, fields: fields, output: output, limit: limit ?? self.limit,
            summary: summary ?? self.summary, notes: notes ?? self.notes, isConstant: isConstant ?? self.isConstant,
            run: run)
    }
}

/// What `openapi.json` says of an endpoint besides its fields and its answer.
struct EndpointNotes: Sendable {
    var example: String?
    var mediaType: String?
    /// The statuses of success, where they are not the endpoint's one.
    var successes: [Int] = []
    var problems: [Int] = []
}
