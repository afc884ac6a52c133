import JSON

/// Where a field comes from.
package enum Place: String, Sendable {
    case body, query, path, header
    /// The request itself, not a value that a client names.
    case request
}

/// What a request has for a field.
enum Found: Sendable {
    case absent
    case json(JSONValue)
    case text(String)

    var isAbsentOrNull: Bool {
        switch self {
        case .absent, .json(.null): true
        case .json, .text: false
        }
    }
}

/// One field of an input: its place, its name and how it is read. An input lists its fields once, in its `Form`.
package struct Field<Value: Sendable>: Sendable {
    private(set) var description: FieldDescription
    /// All that a client may name for this field; mostly one.
    private(set) var descriptions: [FieldDescription]
    /// Reads the value; nil after it has noted why it cannot.
    let read: @Sendable (InputSource) -> Value?
    private let convert: (@Sendable (Found) throws(Refusal) -> Value)?

    /// A field that a client names.
    private init(_ description: FieldDescription, convert: @escaping @Sendable (Found) throws(Refusal) -> Value) {
        self.description = description
        descriptions = [description]
        self.convert = convert
        read = { source in
            let (name, found) = source.find(description)
            do throws(Refusal) {
                return try convert(found)
            } catch {
                source.refuse(name, error.message)
                return nil
            }
        }
    }

    /// A field that is made of the request itself, or of several values that a client names.
    init(of request: @escaping @Sendable (InputSource) -> Value?, _ descriptions: [FieldDescription] = []) {
        self.descriptions = descriptions
        description = FieldDescription(place: .request, name: "", aliases: [], schema: .anything, isRequired: false)
        convert = nil
        read = request
    }

    private init(_ place: Place, _ name: String, _ aliases: [String], _ kind: Kind<Value>) {
        self.init(
            FieldDescription(place: place, name: name, aliases: aliases, schema: kind.schema, isRequired: true)
        ) { found throws(Refusal) in
            switch found {
            case .absent, .json(.null): throw Refusal("is required")
            case .json(let json): return try kind.fromJSON(json)
            case .text(let text): return try kind.fromText(text)
            }
        }
    }

    // These are generic by themselves, not over `Value`: in `.body("x", .text(1...9)).optional` the type before the dot
    // is the type of the whole chain (SE-0287), which is not that of the field it begins with.

    /// A member of the JSON object that the body is. `aliases` are other names for it.
    package static func body<V>(_ name: String, aliases: [String] = [], _ kind: Kind<V>) -> Field<V> {
        Field<V>(.body, name, aliases, kind)
    }

    /// A parameter of the query.
    package static func query<V>(_ name: String, _ kind: Kind<V>) -> Field<V> { Field<V>(.query, name, [], kind) }

    /// What stands in the path for `{name}`.
    package static func path<V>(_ name: String, _ kind: Kind<V>) -> Field<V> { Field<V>(.path, name, [], kind) }

    /// A header field.
    package static func header<V>(_ name: String, _ kind: Kind<V>) -> Field<V> { Field<V>(.header, name, [], kind) }

    /// The field may be left out; null counts as left out.
    package var optional: Field<Value?> {
        relaxed { (found, convert) throws(Refusal) in found.isAbsentOrNull ? nil : try convert(found) }
    }

    /// The field may be left out and is `value` then.
    package func defaulting(_ value: Value) -> Field {
        relaxed { (found, convert) throws(Refusal) in found.isAbsentOrNull ? value : try convert(found) }
    }

    /// A field of a change: left out, set to null, or set to a value.
    package var change: Field<Change<Value>> {
        var field: Field<Change<Value>> = relaxed { (found, convert) throws(Refusal) in
            switch found {
            case .absent: .absent
            case .json(.null): .null
            case .json, .text: .set(try convert(found))
            }
        }
        field.descriptions = [field.description]
        return field
    }

    private func relaxed<Other>(
        _ step: @escaping @Sendable (Found, @Sendable (Found) throws(Refusal) -> Value) throws(Refusal) -> Other
    ) -> Field<Other> {
        var description = description
        description.isRequired = false
        // In JSON, null is as good as nothing.
        if description.place == .body { description.schema = description.schema.orNull }
        guard let convert else {
            return Field<Other>(of: { _ in nil }, descriptions)
        }
        return Field<Other>(description) { found throws(Refusal) in try step(found, convert) }
    }
}

extension Field where Value == Int64 {
    /// As the other one: in a form, the compiler takes a literal for an `Int`.
    package func defaulting(_ value: Int) -> Field { defaulting(Int64(value)) }
}

/// What a client does to a field of a row: leaves it, empties it, or sets it.
package enum Change<Value: Sendable>: Sendable {
    case absent
    case null
    case set(Value)

    /// The field as it is afterwards, where null is a value it may have.
    package func applied(to current: Value?) -> Value? {
        switch self {
        case .absent: current
        case .null: nil
        case .set(let value): value
        }
    }

    package var isAbsent: Bool { if case .absent = self { true } else { false } }

    /// The new value; nil when there is none.
    package var value: Value? { if case .set(let value) = self { value } else { nil } }
}

/// A field as far as it has no type: for finding it, and for `openapi.json`.
struct FieldDescription: Sendable {
    let place: Place
    let name: String
    let aliases: [String]
    var schema: Schema
    var isRequired: Bool
}
