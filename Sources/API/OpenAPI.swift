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
            .init("info", .object([.init("title", .string("Ticketd")), .init("version", .string(version))])),
            .init("paths", .object(paths.map { .init($0.path, .object($0.operations)) })),
            .init(
                "components",
                .object([.init("schemas", .object(schemas)), .init("securitySchemes", Self.securitySchemes)])),
        ])
        var json = JSONWriter(reserving: 131_072)
        json.value(document)
        return json.bytes
    }

    private func operation(_ endpoint: Endpoint) -> JSONValue {
        var members: [JSONValue.Member] = []
        if !endpoint.summary.isEmpty { members.append(.init("summary", .string(endpoint.summary))) }
        members.append(.init("operationId", .string(Self.operationID(endpoint))))
        members.append(.init("security", Self.security(endpoint.access)))
        var parameters = endpoint.fields.filter { $0.place == .path || $0.place == .query || $0.place == .header }
            .map(Self.parameter)
        if endpoint.isCreating {
            parameters.append(
                Self.parameter(
                    FieldDescription(
                        place: .header, name: "Idempotency-Key", aliases: [], schema: .text(1...255), isRequired: false)
                )
            )
        }
        if !parameters.isEmpty { members.append(.init("parameters", .array(parameters))) }
        if let body = Self.requestBody(endpoint) { members.append(.init("requestBody", body)) }
        members.append(.init("responses", responses(endpoint)))
        return .object(members)
    }

    private static func parameter(_ field: FieldDescription) -> JSONValue {
        .object([
            .init("name", .string(field.name)), .init("in", .string(field.place.rawValue)),
            .init("required", .bool(field.place == .path || field.isRequired)), .init("schema", field.schema.inPlace),
        ])
    }

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
            let required = fields.filter { $0.isRequired && $0.aliases.isEmpty }.map { JSONValue.string($0.name) }
            let properties = fields.flatMap { field in
                ([field.name] + field.aliases).map { JSONValue.Member($0, field.schema.inPlace) }
            }
            return .object([
                .init("required", .bool(fields.contains(where: \.isRequired))),
                .init(
                    "content",
                    Self.content(
                        "application/json",
                        .object([
                            .init("type", .string("object")), .init("properties", .object(properties)),
                            .init("required", .array(required)), .init("additionalProperties", .bool(false)),
                        ]))),
            ])
        }
    }

    /// The usual answer, and every problem that this kind of route can have.
    private func responses(_ endpoint: Endpoint) -> JSONValue {
        var answer: [JSONValue.Member] = [.init("description", .string("Done"))]
        if endpoint.status != 204, !Self.isEmpty(endpoint.output) {
            let type = endpoint.stage == .stream ? "text/event-stream" : "application/json"
            answer.append(.init("content", Self.content(type, endpoint.output.inPlace)))
        }
        var statuses = [400, 422]
        if endpoint.access != .anyone { statuses += [401, 403] }
        if endpoint.path.contains("{") { statuses.append(404) }
        if endpoint.stage == .write { statuses += [409, 413, 415] }
        if endpoint.fields.contains(where: { $0.name == "If-Match" }) { statuses.append(412) }
        if !endpoint.isAtRoot || endpoint.limit != nil { statuses.append(429) }
        statuses += [500, 503]
        let problem = Self.content("application/problem+json", Problem.schema.inPlace)
        let problems = statuses.sorted().map { status in
            JSONValue.Member(
                String(status), .object([.init("description", .string("Problem")), .init("content", problem)]))
        }
        return .object([.init(String(endpoint.status), .object(answer))] + problems)
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

    private static func isEmpty(_ schema: Schema) -> Bool { schema.json == .object([]) }

    private static func content(_ type: String, _ schema: JSONValue) -> JSONValue {
        .object([.init(type, .object([.init("schema", schema)]))])
    }

    /// "POST /api/v1/tickets/{ticket}/messages" is "post_tickets_ticket_messages".
    private static func operationID(_ endpoint: Endpoint) -> String {
        let words = endpoint.path.split { "/{}.-_".contains($0) }
        return ([endpoint.method.name.lowercased()] + words.map(String.init)).joined(separator: "_")
    }

    private static func security(_ rule: AccessRule) -> JSONValue {
        func scheme(_ name: String) -> JSONValue { .object([.init(name, .array([]))]) }
        switch rule {
        case .anyone: return .array([])
        case .customer, .portal, .agent, .admin, .account, .staffAccount:
            return .array([scheme("bearer")] + rule.cookies.map { scheme("cookie_" + $0.rawValue) })
        case .key: return .array([scheme("bearer"), scheme("apiKey")])
        case .everyRole: return .array([scheme("bearer"), scheme("apiKey")])
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
