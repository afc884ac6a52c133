import JSON

/// The examples in `openapi.json`. A test sends each of them.
enum OpenAPIExamples {
    /// What the fields of that name are shown with, as JSON.
    private static let values: [String: String] = [
        "aliases": #"["delivery"]"#, "attachments": "[]", "body": #""Thank you, I have found the page.""#,
        "category": #""billing""#, "comment": #""The bank confirms it.""#, "current_password": #""correct horse""#,
        "customer_email": #""ada@example.com""#, "customer_name": #""Ada Lovelace""#,
        "customer_phone": #""+14155550123""#, "description": #""My card was charged twice in March.""#,
        "email": #""ada@example.com""#, "is_active": "true", "issue_description": #""My card was charged twice.""#,
        "message": #""Any news?""#, "name": #""Ada Lovelace""#, "new_password": #""battery staple""#,
        "password": #""correct horse""#, "phone_number": #""+14155550123""#, "priority": #""high""#, "rating": "5",
        "references": #"{"order_id":"A-17"}"#, "role": #""agent""#, "scopes": #"["tickets:read"]"#,
        "sender_name": #""Ada Lovelace""#, "slug": #""shipping""#, "status": #""resolved""#,
        "subject": #""Charged twice""#, "tags": #"["refund"]"#, "ticket": #""TKT-20260301-7KQ2M""#,
        "ticket_number": #""TKT-20260301-7KQ2M""#, "token": #""pzX2mWq0a1nTUT8h3bVY6w""#,
    ]

    /// The body of an operation: the endpoint's own, else what it needs, else its first field.
    static func body(of endpoint: Endpoint) -> JSONValue {
        if let text = endpoint.notes.example, let value = parsed(text) { return value }
        let fields = endpoint.fields.filter { $0.place == .body }
        var shown = fields.filter(\.isRequired)
        if shown.isEmpty { shown = Array(fields.prefix(1)) }
        return .object(shown.map { .init($0.name, value(of: $0)) })
    }

    static func value(of field: FieldDescription) -> JSONValue {
        if let text = values[field.name], let value = parsed(text) { return value }
        return value(of: field.schema.json)
    }

    private static func parsed(_ text: String) -> JSONValue? {
        // A text that is no JSON is found by the test that sends it.
        try? JSONReader.read(Array(text.utf8))
    }

    /// The plainest value that a schema takes.
    private static func value(of schema: JSONValue) -> JSONValue {
        if let first = schema["enum"]?.array?.first { return first }
        if let first = schema["anyOf"]?.array?.first { return value(of: first) }
        switch schema["type"]?.string ?? schema["type"]?.array?.first?.string {
        case "integer", "number": return .integer(max(1, schema["minimum"]?.integer ?? 1))
        case "boolean": return .bool(true)
        case "array": return .array(schema["items"].map { [value(of: $0)] } ?? [])
        case "string":
            switch schema["format"]?.string {
            case "date-time": return .string("2026-03-01T09:30:00.000Z")
            case "email": return .string("ada@example.com")
            default: return .string("example")
            }
        default: return .object([])
        }
    }
}
