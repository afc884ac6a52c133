import Domain
import HTTP
import JSON

/// The parts of one request that fields are read from, and the errors found on the way. Lives for one decoding.
final class InputSource {
    let exchange: Exchange
    private(set) var errors: [FieldError] = []
    private var failure: Failure?
    private var known: Set<String> = []
    private let fields: [FieldDescription]
    private let isLenient: Bool
    private let members: [JSONValue.Member]
    private let query: [Query.Parameter]

    /// - Throws: `.malformed` for a body that is not a JSON object, or a query that is not percent-encoded UTF-8.
    init(_ exchange: Exchange, fields: [FieldDescription], isLenient: Bool) throws(Failure) {
        self.exchange = exchange
        self.fields = fields
        self.isLenient = isLenient
        if let text = exchange.request.head.query, !text.isEmpty {
            guard let parsed = Query.parse(text) else { throw .malformed("The query is not percent-encoded UTF-8.") }
            query = parsed
        } else {
            query = []
        }
        members = exchange.endpoint.body.isJSON ? try Self.members(of: exchange.request) : []
    }

    /// The name under which the request has the field, for error messages, and its value.
    func find(_ field: FieldDescription) -> (name: String, found: Found) {
        switch field.place {
        case .body:
            for member in members where member.key == field.name || field.aliases.contains(member.key) {
                return (member.key, .json(member.value))
            }
        case .query:
            for parameter in query where parameter.name == field.name { return (field.name, .text(parameter.value)) }
        case .path:
            for capture in exchange.captures where capture.name == field.name {
                return (field.name, .text(capture.value))
            }
        case .header:
            if let value = exchange.request.head.headers[field.name] { return (field.name, .text(value)) }
        case .request: break
        }
        return (field.name, .absent)
    }

    /// Parameters of a family, in the order of the request.
    func parameters(beginningWith prefix: String) -> [Query.Parameter] { query.filter { $0.name.hasPrefix(prefix) } }

    /// Keeps a parameter from being refused as unknown: it is one of a family.
    func know(_ parameter: String) { known.insert(parameter) }

    func refuse(_ field: String, _ message: String) { errors.append(FieldError(field, message)) }

    /// A failure that is no field's: thrown once nothing is wrong with the fields.
    func fail(_ failure: Failure) { self.failure = failure }

    /// What a cursor is bound to: the path and all parameters but those that say which page.
    var listQuery: String {
        let rest = query.filter { !["limit", "cursor", "count"].contains($0.name) }
        let parameters = rest.map { "\($0.name)=\($0.value)" }.sorted()
        return ([exchange.endpoint.path] + exchange.captures.map(\.value) + parameters).joined(separator: "&")
    }

    /// Looks for what no field has asked for, then throws everything found.
    func finish() throws(Failure) {
        if !isLenient { refuseUnknown() }
        guard errors.isEmpty else { throw .validation(errors) }
        if let failure { throw failure }
    }

    private func refuseUnknown() {
        for member in members {
            guard let field = fields.first(where: { $0.place == .body && $0.isCalled(member.key) }) else {
                refuse(member.key, "is not a known field")
                continue
            }
            // The reader refuses the same name twice; a name and its alias are the same field twice.
            if !field.aliases.isEmpty, let first = members.first(where: { field.isCalled($0.key) }),
                first.key != member.key
            {
                refuse(member.key, "is the same field as \(first.key)")
            }
        }
        for (index, parameter) in query.enumerated() {
            if !known.contains(parameter.name),
                !fields.contains(where: { $0.place == .query && $0.name == parameter.name })
            {
                refuse(parameter.name, "is not a known parameter")
            } else if query[..<index].contains(where: { $0.name == parameter.name }) {
                refuse(parameter.name, "is given more than once")
            }
        }
    }

    private static func members(of request: Request) throws(Failure) -> [JSONValue.Member] {
        let bytes = request.bytes
        // Clients send no body where none of the fields is needed.
        if bytes.isEmpty { return [] }
        let value: JSONValue
        do throws(JSONError) {
            value = try JSONReader.read(bytes)
        } catch {
            throw .malformed("The body is not JSON: \(error.reason) at byte \(error.offset).")
        }
        guard case .object(let members) = value else { throw .malformed("The body has to be a JSON object.") }
        return members
    }
}

extension FieldDescription {
    func isCalled(_ name: String) -> Bool { self.name == name || aliases.contains(name) }
}
