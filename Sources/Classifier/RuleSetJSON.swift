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
        guard let items = json["rules"]?.array else { throw RuleSetError("rules", "must be a list") }
        guard items.count <= RuleSet.mostRules else {
            throw RuleSetError("rules", "must be at most \(RuleSet.mostRules)")
        }
        var rules: [Rule] = []
        rules.reserveCapacity(items.count)
        var ids: Set<String> = []
        for (index, item) in items.enumerated() {
            let rule = try Rule(json: item, at: "rules[\(index)]")
            guard ids.insert(rule.id).inserted else { throw RuleSetError("rules[\(index)].id", "stands twice") }
            rules.append(rule)
        }
        self.init(version: number, rules: rules)
    }

    package var json: JSONValue {
        .object([.init("version", .integer(Int64(version))), .init("rules", .array(rules.map(\.json)))])
    }
}

extension Rule {
    /// Weights beyond this would decide alone whatever else is said.
    static let heaviest = 20.0

    init(json: JSONValue, at path: String) throws(RuleSetError) {
        guard case .object = json else { throw RuleSetError(path, "must be an object") }
        guard let id = json["id"]?.string, (1...100).contains(id.utf8.count) else {
            throw RuleSetError("\(path).id", "must be 1 to 100 characters")
        }
        let named: [Target] = [
            json["category"]?.string.map(Target.category), json["priority"]?.string.map(Target.priority),
            json["tag"]?.string.map(Target.tag),
        ].compactMap { $0 }
        guard named.count == 1, let target = named.first else {
            throw RuleSetError(path, "must have one of category, priority and tag")
        }
        if case .priority(let level) = target, !["low", "medium", "high", "urgent"].contains(level) {
            throw RuleSetError("\(path).priority", "must be low, medium, high or urgent")
        }
        let weight: Double
        switch json["weight"] {
        case .integer(let value): weight = Double(value)
        case .double(let value): weight = value
        default: throw RuleSetError("\(path).weight", "must be a number")
        }
        guard weight.magnitude <= Rule.heaviest else {
            throw RuleSetError("\(path).weight", "must be from -20 to 20")
        }
        let terms = try Rule.terms(json["terms"], at: "\(path).terms")
        guard !terms.isEmpty else { throw RuleSetError("\(path).terms", "must not be empty") }
        let without = json["without"]
        self.init(
            id: id, target: target, terms: terms,
            without: without == nil || without == .null ? [] : try Rule.terms(without, at: "\(path).without"),
            weight: weight, language: json["language"]?.string ?? "en", note: json["note"]?.string ?? "")
    }

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

    private static func terms(_ json: JSONValue?, at path: String) throws(RuleSetError) -> [String] {
        guard let items = json?.array else { throw RuleSetError(path, "must be a list") }
        guard items.count <= RuleSet.mostTerms else { throw RuleSetError(path, "must be at most \(RuleSet.mostTerms)") }
        var terms: [String] = []
        for (index, item) in items.enumerated() {
            guard let term = item.string, (1...RuleSet.longestTerm).contains(term.utf8.count),
                !Vocabulary.elements(of: term).isEmpty
            else { throw RuleSetError("\(path)[\(index)]", "must be a word or phrase of at most 120 characters") }
            terms.append(term)
        }
        return terms
    }
}
