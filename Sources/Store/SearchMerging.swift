import Domain
import SQLite

/// Every commit adds a segment to the search index, and every word that is looked up is looked up in each of them: with
/// seventy-five, as after a large import, a search of a million tickets took four times as long as with three.
extension Writing {
    /// Pages of the index that are written in one go: some milliseconds of the writer.
    package static var mergedPages: Int64 { 64 }

    /// Merges segments of the search index, as far as `pages` pages of them.
    ///
    /// - Returns: whether there may be more to merge (sqlite.org/fts5.html section 6.8).
    package func mergeSearchIndex(pages: Int64 = Writing.mergedPages) throws(Failure) -> Bool {
        let before = db.totalChanges
        try run("INSERT INTO search (search, rank) VALUES ('merge', $1)", [.integer(pages)])
        return db.totalChanges - before >= 2
    }
}
