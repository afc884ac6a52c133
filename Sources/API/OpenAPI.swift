import HTTP
import JSON
import Platform

/// `GET /openapi.json`, written from the routes themselves: what a route accepts and answers is what it says.
package struct OpenAPI: Sendable {
    private let endpoints: [Endpoint]
    private let version: String

    package init(_ endpoints: [Endpoint], version: String) {
        self.endpoints = endpoints
        self.version = version
    }

    package func document() -> [UInt8] {
        var paths: [(path: String, operations: [JSONValue.Member])] = []
        for endpoint in endpoints {
            let operation = JSONValue.Member(endpoint.method.name.lowercased(), operation(endpoint))
            if let index = paths.firstIndex(where: { $0.path == endpoint.fullPath }) {
                paths[index].operations.append(operation)
            } else {
                paths.append((endpoint.fullPath, [operation]))
            }
        }
        let document = JSONValue.object([
            .init("openapi", .string("3.1.0")),
            .init(
                "info",
                .object([
                    .init("title", .string("Ticketd")), .init("version", .string(version)),
                    .init("description", .string(Self.description)),
                ])),
            .init("servers", .array([.object([.init("url", .string("/"))])])),
            .init("paths", .object(paths.map { .init($0.path, .object($0.operations)) })),
            .init(
                "components",
                .object([
                    .init("schemas", .object(schemas)), .init("responses", .object(OpenAPIAnswers.problems)),
                    .init("headers", .object(OpenAPIAnswers.headers)),
                    .init("securitySchemes", Self.securitySchemes),
                ])),
        ])
        var json = JSONWriter(reserving: 262_144)
        json.value(document)
        return json.bytes
    }

    private static let description = """
        A support desk: customers open and follow tickets, staff works them, gateways feed them. Paths work without \
        the version as well (`/api/tickets`). Times are RFC 3339 in UTC with milliseconds. Lists are pages: follow \
        `next_cursor`. An `Idempotency-Key` makes creating safe to repeat for 24 hours. Every ticket has an `ETag`; \
        writes honour `If-Match`, reads `If-None-Match`. Problems are RFC 9457.
        """

    private func operation(_ endpoint: Endpoint) -> JSONValue {
        var members: [JSONValue.Member] = []
        if !endpoint.summary.isEmpty { members.append(.init("summary", .string(endpoint.summary))) }
        members.append(.init("operationId", .string(Self.operationID(endpoint))))
        members.append(.init("tags", .array([.string(Self.tag(endpoint))])))
        members.append(.init("security", Self.security(endpoint.access)))
        var parameters = endpoint.fields.filter { $0.place == .path || $0.place == .query || $0.place == .header }
            .map(Self.parameter)
        if endpoint.isCreating { parameters.append(Self.idempotencyKey) }
        if OpenAPIAnswers.hasEntityTag(endpoint), endpoint.method == .get { parameters.append(Self.ifNoneMatch) }
        if !parameters.isEmpty { members.append(.init("parameters", .array(parameters))) }
        if let body = Self.requestBody(endpoint) { members.append(.init("requestBody", body)) }
        members.append(.init("responses", OpenAPIAnswers.responses(of: endpoint)))
        return .object(members)
    }

    private static func parameter(_ field: FieldDescription) -> JSONValue {
        var members: [JSONValue.Member] = [
            .init("name", .string(field.name)), .init("in", .string(field.place.rawValue)),
            .init("required", .bool(field.place == .path || field.isRequired)),
        ]
        if field.place == .query, field.schema.isArray {
            // Values are separated by commas.
            members += [.init("style", .string("form")), .init("explode", .bool(false))]
        }
        members.append(.init("schema", field.schema.inPlace))
        if field.place == .path { members.append(.init("example", OpenAPIExamples.value(of: field))) }
        return .object(members)
    }

    private static let idempotencyKey = parameter(
        FieldDescription(
            place: .header, name: "Idempotency-Key", aliases: [],
            schema: Schema.text(1...255).with(.init("pattern", .string("^[!-~]{1,255}$"))), isRequired: false))

    private static let ifNoneMatch = parameter(
        FieldDescription(place: .header, name: "If-None-Match", aliases: [], schema: .string, isRequired: false))

    private static func requestBody(_ endpoint: Endpoint) -> JSONValue? {
        switch endpoint.body {
        case .raw(limit: _, let types, spooled: _):
            let types = types.isEmpty ? ["application/octet-stream"] : types
            let binary = JSONValue.object([.init("schema", .object([]))])
            return .object([
                .init("required", .bool(true)), .init("content", .object(types.map { .init($0, binary) })),
            ])
        case .file:
            let bytes = JSONValue.object([.init("type", .string("string")), .init("format", .string("binary"))])
            let form = JSONValue.object([
                .init("type", .string("object")), .init("properties", .object([.init("file", bytes)])),
                .init("required", .array([.string("file")])),
            ])
            return .object([
                .init("required", .bool(true)),
                .init(
                    "content",
                    .object([
                        .init("application/octet-stream", .object([.init("schema", .object([]))])),
                        .init("multipart/form-data", .object([.init("schema", form)])),
                    ])),
            ])
        case .json:
            let fields = endpoint.fields.filter { $0.place == .body }
            guard !fields.isEmpty else { return nil }
            let content = JSONValue.object([
                .init("schema", bodySchema(fields)), .init("example", OpenAPIExamples.body(of: endpoint)),
            ])
            return .object([
                .init("required", .bool(fields.contains(where: \.isRequired))),
                .init("content", .object([.init("application/json", content)])),
            ])
        }
    }

    private static func bodySchema(_ fields: [FieldDescription]) -> JSONValue {
        let required = fields.filter { $0.isRequired && $0.aliases.isEmpty }.map { JSONValue.string($0.name) }
        let properties = fields.flatMap { field in
            ([field.name] + field.aliases).map { JSONValue.Member($0, field.schema.inPlace) }
        }
        var members: [JSONValue.Member] = [
            .init("type", .string("object")), .init("properties", .object(properties)),
            .init("required", .array(required)), .init("additionalProperties", .bool(false)),
        ]
        // A field goes by one of its names: exactly one where it is needed, at most one where it is not.
        let choices = fields.filter { !$0.aliases.isEmpty }.map { field in
            let names = [field.name] + field.aliases
            let each = names.map { name in JSONValue.object([.init("required", .array([.string(name)]))]) }
            let none = JSONValue.object([.init("not", .object([.init("anyOf", .array(each))]))])
            return JSONValue.object([.init("oneOf", .array(field.isRequired ? each : each + [none]))])
        }
        if !choices.isEmpty { members.append(.init("allOf", .array(choices))) }
        return .object(members)
    }

    private var schemas: [JSONValue.Member] {
        var known: [String: JSONValue] = [:]
        func list(_ schema: Schema) {
            if let name = schema.name {
                guard known[name] == nil else { return }
                known[name] = schema.json
            }
            for used in schema.uses { list(used) }
        }
        list(Problem.schema)
        for endpoint in endpoints {
            list(endpoint.output)
            for field in endpoint.fields { list(field.schema) }
        }
        return known.sorted { $0.key < $1.key }.map { .init($0.key, $0.value) }
    }

    /// "POST /api/v1/tickets/{ticket}/messages" is "post_tickets_ticket_messages".
    private static func operationID(_ endpoint: Endpoint) -> String {
        let words = endpoint.path.split { "/{}.-_".contains($0) }
        return ([endpoint.method.name.lowercased()] + words.map(String.init)).joined(separator: "_")
    }

    /// For whom an operation is, in a word or two.
    private static func tag(_ endpoint: Endpoint) -> String {
        let words = endpoint.path.split(separator: "/").map(String.init)
        guard !endpoint.isAtRoot else { return words.first == "track-ticket" ? "Public look-up" : "Operations" }
        switch words.first {
        case "admin": return words.count > 1 && words[1] == "auth" ? "Accounts" : "Staff"
        case "auth": return "Accounts"
        case "support", "channels": return "Channels"
        default: return "Customer portal"
        }
    }

    private static func security(_ rule: AccessRule) -> JSONValue {
        func scheme(_ name: String) -> JSONValue { .object([.init(name, .array([]))]) }
        switch rule {
        case .anyone: return .array([])
        case .customer, .portal, .agent, .admin, .account, .staffAccount:
            return .array([scheme("bearer")] + rule.cookies.map { scheme("cookie_" + $0.rawValue) })
        case .key: return .array([scheme("bearer"), scheme("apiKey")])
        case .everyRole:
            return .array([scheme("bearer"), scheme("apiKey")] + rule.cookies.map { scheme("cookie_" + $0.rawValue) })
        }
    }

    private static var securitySchemes: JSONValue {
        func cookie(_ audience: String) -> JSONValue.Member {
            .init(
                "cookie_" + audience,
                .object([
                    .init("type", .string("apiKey")), .init("in", .string("cookie")),
                    .init("name", .string("ticketd_" + audience)),
                ]))
        }
        return .object([
            .init("bearer", .object([.init("type", .string("http")), .init("scheme", .string("bearer"))])),
            .init(
                "apiKey",
                .object([
                    .init("type", .string("apiKey")), .init("in", .string("header")),
                    .init("name", .string("X-API-Key")),
                ])),
            cookie("customer"), cookie("staff"), cookie("ticket"),
        ])
    }
}
