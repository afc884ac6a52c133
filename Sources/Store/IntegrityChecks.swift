import Domain
import SQLite

extension Reading {
    /// What SQLite finds wrong with the file itself, at most 20 lines; empty when all is well.
    package func damage() throws(Failure) -> [String] {
        try all("PRAGMA integrity_check(20)") { $0.text(0) }.filter { $0 != "ok" }
    }

    /// Rows that refer to one that is not there, by their table.
    package func brokenReferences() throws(Failure) -> [String: Int64] {
        var broken: [String: Int64] = [:]
        try each("PRAGMA foreign_key_check") { broken[$0.text(0), default: 0] += 1 }
        return broken
    }
}

extension Writing {
    /// Whether the search index has exactly the words of the rows. FTS5 compares them itself; it needs a connection that
    /// may write, but writes nothing (sqlite.org/fts5.html section 6.4).
    package func isSearchIndexWell() throws(Failure) -> Bool {
        do throws(Failure) {
            try run("INSERT INTO search (search, rank) VALUES ('integrity-check', 1)")
            return true
        } catch {
            if case .internalFault = error { return false }
            throw error
        }
    }

    package func rebuildSearchIndex() throws(Failure) {
        try run("INSERT INTO search (search) VALUES ('rebuild')")
    }

    /// Builds every index of a table anew.
    package func rebuildIndexes() throws(Failure) { try run("REINDEX") }

    /// Takes out what belonged to tickets that are gone.
    package func deleteOrphans() throws(Failure) {
        try run("DELETE FROM messages WHERE ticket_id NOT IN (SELECT id FROM tickets)")
        try run("DELETE FROM ticket_tags WHERE ticket_id NOT IN (SELECT id FROM tickets)")
        try run("DELETE FROM ticket_references WHERE ticket_id NOT IN (SELECT id FROM tickets)")
        try run("DELETE FROM sla_policy_changes WHERE ticket_id NOT IN (SELECT id FROM tickets)")
    }
}
