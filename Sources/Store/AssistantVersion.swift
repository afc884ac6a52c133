import Domain
import SQLite

extension Reading {
    /// Stands for all that a verdict and an answer depend on besides the message: the rules, the categories, the
    /// templates. Two equal versions mean that all of these are the same.
    package func assistantVersion() throws(Failure) -> Int64 {
        try first("SELECT value FROM counters WHERE name = 'assistant'") { $0.integer(0) } ?? 0
    }
}

extension Writing {
    /// To be called by whatever changes rules, categories or templates.
    ///
    /// Random, not counted up: a number that was counted and rolled back would be given again to something else, and
    /// whoever had read it meanwhile in the same transaction would not see the difference.
    func markAssistantChanged() throws(Failure) {
        try run(
            """
            INSERT INTO counters (name, value) VALUES ('assistant', random())
            ON CONFLICT (name) DO UPDATE SET value = excluded.value
            """)
    }
}
