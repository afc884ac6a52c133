import Domain
import SQLite

/// A version of the classifier's rules as it is kept.
package struct StoredRules: Sendable {
    package let version: Int64
    /// A JSON list as text.
    package let text: String

    package init(version: Int64, text: String) {
        self.version = version
        self.text = text
    }
}

extension Reading {
    /// The newest rules; nil while the built-in ones have never been edited.
    package func newestRules() throws(Failure) -> StoredRules? {
        try first("SELECT version, rules FROM classifier_rules ORDER BY version DESC LIMIT 1") {
            StoredRules(version: $0.integer(0), text: $0.text(1))
        }
    }

    package func rules(version: Int64) throws(Failure) -> StoredRules? {
        try first("SELECT version, rules FROM classifier_rules WHERE version = $1", [.integer(version)]) {
            StoredRules(version: $0.integer(0), text: $0.text(1))
        }
    }
}

extension Writing {
    /// Adds a version; those before stay. `editor` is nil for rules that came with the program.
    package func insert(_ rules: StoredRules, by editor: Actor?) throws(Failure) {
        try markAssistantChanged()
        try run(
            """
            INSERT INTO classifier_rules (version, rules, created_by_id, created_by_name, created_at)
            VALUES ($1, $2, $3, $4, $5)
            """,
            [
                .integer(rules.version), .text(rules.text), .optional(editor?.id?.rawValue), .optional(editor?.name),
                .integer(now.milliseconds),
            ])
    }
}
