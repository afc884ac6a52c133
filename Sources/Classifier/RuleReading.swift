import JSON

extension RuleSet {
    /// Letters of all terms together: bounds the memory that they take once compiled (some 160 bytes a letter).
    static let mostLetters = 300_000
    /// Errors that are told at once.
    static let mostErrors = 50

    /// Reads a list of rules, with everything that is wrong with it; the rules are of use only when nothing is.
    package static func rules(_ json: JSONValue?) -> (rules: [Rule], errors: [RuleSetError]) {
        guard let items = json?.array else { return ([], [RuleSetError("rules", "must be a list")]) }
        guard items.count <= mostRules else { return ([], [RuleSetError("rules", "must be at most \(mostRules)")]) }
        var rules: [Rule] = []
        rules.reserveCapacity(items.count)
        var errors: [RuleSetError] = []
        var ids: Set<String> = []
        var letters = 0
        for (index, item) in items.enumerated() {
            let path = "rules[\(index)]"
            var reading = RuleReading(item, at: path)
            if let rule = reading.rule() {
                if !ids.insert(rule.id).inserted { reading.refuse("id", "stands twice") }
                letters += (rule.terms + rule.without).reduce(0) { $0 + $1.utf8.count }
                rules.append(rule)
            }
            errors += reading.errors
        }
        if letters > mostLetters {
            errors.append(RuleSetError("rules", "must have terms of at most \(mostLetters) letters in all"))
        }
        return (rules, Array(errors.prefix(mostErrors)))
    }
}

/// Reads one rule and notes everything that is wrong with it.
private struct RuleReading {
    private static let members = [
        "id", "category", "priority", "tag", "terms", "without", "weight", "language", "note",
    ]
    private static let levels = ["low", "medium", "high", "urgent"]
    /// Of a slug or tag, in bytes.
    private static let longestTarget = 64
    /// In bytes.
    private static let longestNote = 500

    private let json: JSONValue
    private let path: String
    private(set) var errors: [RuleSetError] = []

    init(_ json: JSONValue, at path: String) {
        self.json = json
        self.path = path
    }

    mutating func refuse(_ member: String?, _ message: String) {
        errors.append(RuleSetError(member.map { "\(path).\($0)" } ?? path, message))
    }

    /// Nil when something is wrong.
    mutating func rule() -> Rule? {
        guard case .object(let members) = json else {
            refuse(nil, "must be an object")
            return nil
        }
        let id = id()
        let target = target()
        let terms = terms("terms")
        if let terms, terms.isEmpty { refuse("terms", "must not be empty") }
        let without = json["without"] == nil || json["without"] == .null ? [] : self.terms("without")
        let weight = weight()
        let language = language()
        let note = note()
        for member in members where !RuleReading.members.contains(member.key) {
            refuse(member.key, "is not a known field")
        }
        guard errors.isEmpty, let id, let target, let terms, let without, let weight, let language, let note else {
            return nil
        }
        return Rule(
            id: id, target: target, terms: terms, without: without, weight: weight, language: language, note: note)
    }

    private mutating func id() -> String? {
        guard let id = json["id"]?.string, (1...100).contains(id.utf8.count), id.utf8.allSatisfy({ $0 >= 0x20 }) else {
            refuse("id", "must be 1 to 100 characters")
            return nil
        }
        return id
    }

    private mutating func target() -> Rule.Target? {
        let named = ["category", "priority", "tag"].filter { json[$0] != nil && json[$0] != .null }
        guard named.count == 1, let name = named.first else {
            refuse(nil, "must have one of category, priority and tag")
            return nil
        }
        guard let word = json[name]?.string, (1...RuleReading.longestTarget).contains(word.utf8.count),
            word.utf8.allSatisfy({ $0 >= 0x20 })
        else {
            refuse(name, "must be 1 to \(RuleReading.longestTarget) characters")
            return nil
        }
        switch name {
        case "category": return .category(word)
        case "tag": return .tag(word)
        default:
            guard RuleReading.levels.contains(word) else {
                refuse(name, "must be low, medium, high or urgent")
                return nil
            }
            return .priority(word)
        }
    }

    private mutating func weight() -> Double? {
        let weight: Double
        switch json["weight"] {
        case .integer(let value): weight = Double(value)
        case .double(let value): weight = value
        default:
            refuse("weight", "must be a number")
            return nil
        }
        guard weight.magnitude <= Rule.heaviest else {
            refuse("weight", "must be from -20 to 20")
            return nil
        }
        return weight
    }

    private mutating func language() -> String? {
        switch json["language"] {
        case nil, .null?: return "en"
        case .string(let code)?
        where (2...3).contains(code.utf8.count)
            && code.utf8.allSatisfy({ (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }):
            return code
        default:
            refuse("language", "must be two or three letters, such as en")
            return nil
        }
    }

    private mutating func note() -> String? {
        switch json["note"] {
        case nil, .null?: return ""
        case .string(let note)? where note.utf8.count <= RuleReading.longestNote: return note
        default:
            refuse("note", "must be at most \(RuleReading.longestNote) characters")
            return nil
        }
    }

    private mutating func terms(_ member: String) -> [String]? {
        guard let items = json[member]?.array else {
            refuse(member, "must be a list")
            return nil
        }
        guard items.count <= RuleSet.mostTerms else {
            refuse(member, "must be at most \(RuleSet.mostTerms)")
            return nil
        }
        var terms: [String] = []
        for (index, item) in items.enumerated() {
            guard let term = item.string, (1...RuleSet.longestTerm).contains(term.utf8.count),
                !Vocabulary.elements(of: term).isEmpty
            else {
                refuse("\(member)[\(index)]", "must be a word or phrase of at most \(RuleSet.longestTerm) characters")
                continue
            }
            terms.append(term)
        }
        // What was refused is told under its own number.
        return terms.isEmpty && !items.isEmpty ? nil : terms
    }
}
