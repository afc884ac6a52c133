import JSON

/// Why a set of rules was refused.
package struct RuleSetError: Error, Sendable, Equatable {
    /// Path of the failing field, as in `rules[3].weight`.
    package let field: String
    package let message: String

    package init(_ field: String, _ message: String) {
        self.field = field
        self.message = message
    }
}

extension RuleSet {
    /// Reads `{version, rules: [{id, category | priority | tag, terms, without?, weight, language?}]}`.
    package init(json: JSONValue) throws(RuleSetError) {
        guard let version = json["version"]?.integer, version >= 0, let number = Int(exactly: version) else {
            throw RuleSetError("version", "must be a whole number of 0 or more")
        }
        let (rules, errors) = RuleSet.rules(json["rules"])
        if let first = errors.first { throw first }
        self.init(version: number, rules: rules)
    }

    package var json: JSONValue {
        .object([.init("version", .integer(Int64(version))), .init("rules", .array(rules.map(\.json)))])
    }
}

extension Rule {
    /// Weights beyond this would decide alone whatever else is said.
    static let heaviest = 20.0

    var json: JSONValue {
        let (name, value) =
            switch target {
            case .category(let slug): ("category", slug)
            case .priority(let level): ("priority", level)
            case .tag(let tag): ("tag", tag)
            }
        let members: [JSONValue.Member] = [
            .init("id", .string(id)), .init(name, .string(value)), .init("terms", .array(terms.map(JSONValue.string))),
            .init("without", .array(without.map(JSONValue.string))), .init("weight", .double(weight)),
            .init("language", .string(language)),
        ]
        return .object(note.isEmpty ? members : members + [.init("note", .string(note))])
    }
}
