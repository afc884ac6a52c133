import JSON

/// What a value looks like from outside, as JSON Schema (2020-12, which OpenAPI 3.1 uses).
///
/// A schema with a name is listed once under `components` and referred to from everywhere else.
package struct Schema: Sendable {
    let name: String?
    let json: JSONValue
    /// The named schemas that `json` refers to.
    let uses: [Schema]

    init(name: String? = nil, _ json: JSONValue, uses: [Schema] = []) {
        self.name = name
        self.json = json
        self.uses = uses
    }

    /// The schema where it is used: itself, or a reference to its name.
    var inPlace: JSONValue {
        guard let name else { return json }
        return .object([.init("$ref", .string("#/components/schemas/\(name)"))])
    }

    /// What whoever uses this schema has to list.
    var named: [Schema] { name == nil ? uses : [self] }

    package static let boolean = Schema(.object([.init("type", .string("boolean"))]))
    package static let number = Schema(.object([.init("type", .string("number"))]))
    package static let string = Schema(.object([.init("type", .string("string"))]))
    package static let id = integer(1...Int64.max)
    package static let count = integer(0...Int64.max)
    package static let time = Schema(
        .object([.init("type", .string("string")), .init("format", .string("date-time"))]))
    package static let anything = Schema(.object([]))
    package static let strings = array(of: .string)
    /// An object whose members all are strings.
    package static let stringMap = map(of: .string)

    package static func integer(_ range: ClosedRange<Int64>? = nil) -> Schema {
        var members: [JSONValue.Member] = [.init("type", .string("integer"))]
        if let range, range.lowerBound > .min { members.append(.init("minimum", .integer(range.lowerBound))) }
        if let range, range.upperBound < .max { members.append(.init("maximum", .integer(range.upperBound))) }
        return Schema(.object(members))
    }

    package static func text(_ lengths: ClosedRange<Int>, format: String? = nil) -> Schema {
        var members: [JSONValue.Member] = [.init("type", .string("string"))]
        if lengths.lowerBound > 0 { members.append(.init("minLength", .integer(Int64(lengths.lowerBound)))) }
        if lengths.upperBound < .max { members.append(.init("maxLength", .integer(Int64(lengths.upperBound)))) }
        if let format { members.append(.init("format", .string(format))) }
        return Schema(.object(members))
    }

    package static func words(_ words: [String]) -> Schema {
        Schema(.object([.init("type", .string("string")), .init("enum", .array(words.map { .string($0) }))]))
    }

    package static func array(of element: Schema, least: Int = 0, most: Int? = nil) -> Schema {
        var members: [JSONValue.Member] = [.init("type", .string("array")), .init("items", element.inPlace)]
        if least > 0 { members.append(.init("minItems", .integer(Int64(least)))) }
        if let most { members.append(.init("maxItems", .integer(Int64(most)))) }
        return Schema(.object(members), uses: element.named)
    }

    package static func map(of element: Schema) -> Schema {
        Schema(
            .object([.init("type", .string("object")), .init("additionalProperties", element.inPlace)]),
            uses: element.named)
    }

    /// An object that always has exactly these members, under a name of its own.
    package static func object(_ name: String, _ members: [(String, Schema)], optional: [(String, Schema)] = [])
        -> Schema
    {
        Schema(name: name, shape(members, optional), uses: (members + optional).flatMap(\.1.named))
    }

    /// An object that stands where it is used.
    package static func object(_ members: [(String, Schema)], optional: [(String, Schema)] = []) -> Schema {
        Schema(shape(members, optional), uses: (members + optional).flatMap(\.1.named))
    }

    /// This or that.
    package static func either(_ choices: [Schema]) -> Schema {
        Schema(.object([.init("anyOf", .array(choices.map(\.inPlace)))]), uses: choices.flatMap(\.named))
    }

    /// The same, or null.
    package var orNull: Schema {
        if name == nil, case .object(var members) = json, let place = members.firstIndex(where: { $0.key == "type" }),
            case .string(let type) = members[place].value, !members.contains(where: { $0.key == "enum" })
        {
            members[place] = .init("type", .array([.string(type), .string("null")]))
            return Schema(.object(members), uses: uses)
        }
        // What may be null already.
        if json["type"]?.array?.contains(.string("null")) == true || json == .object([]) { return self }
        return .either([self, Schema(.object([.init("type", .string("null"))]))])
    }

    /// The same, as far as the text matches `pattern` (ECMA-262).
    package func matching(_ pattern: String) -> Schema { with(.init("pattern", .string(pattern))) }

    var isArray: Bool { json["type"] == .string("array") }

    func with(_ member: JSONValue.Member) -> Schema {
        guard name == nil, case .object(let members) = json else { return self }
        return Schema(.object(members + [member]), uses: uses)
    }

    private static func shape(_ members: [(String, Schema)], _ optional: [(String, Schema)]) -> JSONValue {
        .object([
            .init("type", .string("object")),
            .init("properties", .object((members + optional).map { .init($0.0, $0.1.inPlace) })),
            .init("required", .array(members.map { .string($0.0) })),
        ])
    }
}
