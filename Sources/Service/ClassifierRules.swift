import Classifier
import Domain
import JSON
import Store

/// The rules of the classifier: the ones in force, the ones before, and the change from one to the next.
package struct ClassifierRules: Sendable {
    package init() {}

    /// The rules in force: the newest that were edited, else those that come with the program.
    package func current(in tx: Reading) throws(Failure) -> RuleSet {
        try tx.newestRules().flatMap(ClassifierRules.parsed) ?? .builtIn
    }

    /// The rules as they were in that version.
    ///
    /// - Throws: `.notFound`.
    package func version(_ version: Int64, in tx: Reading) throws(Failure) -> RuleSet {
        if let stored = try tx.rules(version: version).flatMap(ClassifierRules.parsed) { return stored }
        let current = try current(in: tx)
        guard Int64(current.version) == version else { throw .notFound }
        return current
    }

    /// Reads rules from outside: a list, or an object that has one under `rules`. A category may be named by an alias.
    ///
    /// - Throws: `.validation` with everything that is wrong, each under its path: `rules[3].weight`.
    package func read(_ json: JSONValue, in tx: Reading) throws(Failure) -> [Rule] {
        var list: JSONValue? = json
        if case .object = json { list = json["rules"] }
        var (rules, errors) = RuleSet.rules(list)
        if case .object = json, let version = json["version"], (version.integer ?? -1) < 0 {
            errors.append(RuleSetError("rules.version", "must be a whole number of 0 or more"))
        }
        let categories = try tx.categories()
        for (index, item) in (list?.array ?? []).enumerated() {
            guard let word = item["category"]?.string, !word.isEmpty,
                !categories.contains(where: { $0.isCalled(word) })
            else { continue }
            let known = categories.map(\.slug).joined(separator: ", ")
            errors.append(RuleSetError("rules[\(index)].category", "must be one of \(known)"))
        }
        guard errors.isEmpty else { throw .validation(errors.map { FieldError($0.field, $0.message) }) }
        for index in rules.indices { rules[index].resolve(among: categories) }
        return rules
    }

    /// Puts `rules` in force as a new version; the versions before are kept.
    ///
    /// - Throws: `.stale` when `match` names another version than the one in force.
    package func replace(
        with rules: [Rule], by admin: Admin, matching match: IfMatch, in tx: Writing
    ) throws(Failure) -> RuleSet {
        let before = try current(in: tx)
        try match.check(Int64(before.version))
        let editor = Actor.staff(admin.agent)
        if try tx.newestRules() == nil {
            // What comes with the program may be another set in the next release.
            try tx.insert(StoredRules(before), by: nil)
        }
        let after = RuleSet(version: before.version + 1, rules: rules)
        try tx.insert(StoredRules(after), by: editor)
        var details = JSONWriter(reserving: 64)
        details.object {
            $0.member("version", Int64(after.version))
            $0.member("rules", Int64(rules.count))
        }
        try tx.audit(
            action: "classifier_rules.changed", subject: "classifier rules",
            details: String(decoding: details.bytes, as: UTF8.self), by: editor)
        return after
    }

    private static func parsed(_ stored: StoredRules) -> RuleSet? {
        // What stands there was checked before. Were it damaged, tickets are still to be opened, by the built-in rules.
        guard let json = try? JSONReader.read(stored.text.utf8), let version = Int(exactly: stored.version) else {
            return nil
        }
        let (rules, errors) = RuleSet.rules(json)
        return errors.isEmpty ? RuleSet(version: version, rules: rules) : nil
    }
}

extension StoredRules {
    fileprivate init(_ set: RuleSet) {
        var writer = JSONWriter(reserving: 65_536)
        writer.value(set.json["rules"] ?? .array([]))
        self.init(version: Int64(set.version), text: String(decoding: writer.bytes, as: UTF8.self))
    }
}

extension Rule {
    /// Names the category by its slug where it is named by an alias.
    mutating func resolve(among categories: [Domain.Category]) {
        guard case .category(let word) = target, !categories.contains(where: { $0.slug == word }),
            let category = categories.first(where: { $0.isCalled(word) })
        else { return }
        target = .category(category.slug)
    }
}

extension Domain.Category {
    /// Whether `word` is the slug or an alias; case does not matter.
    func isCalled(_ word: String) -> Bool {
        if slug == word { return true }
        let word = word.lowercased()
        return slug == word || aliases.contains(word)
    }
}
