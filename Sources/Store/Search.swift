import Domain
import SQLite

/// The search index. Even rows are messages, odd ones tickets; see Migrations/sqlite/0012_search_customers.sql.
enum SearchRow {
    static func of(_ message: ID<Message>) -> Int64 { message.rawValue * 2 }
    static func of(_ ticket: ID<Ticket>) -> Int64 { ticket.rawValue * 2 + 1 }

    /// The ticket that a row is; nil for a message.
    static func ticket(_ row: Int64) -> ID<Ticket>? { row % 2 == 1 ? ID(row / 2) : nil }

    /// What the word of a customer begins with: a letter to the index, and in no text there.
    static let mark: Unicode.Scalar = "\u{E000}"

    /// The word that stands before all that a customer may find.
    static func word(of customer: ID<User>) -> String { "\(mark)\(customer)" }

    /// Text without the mark.
    private static func unmarked(_ text: String) -> String {
        // Its first byte in UTF-8; looked for first, because almost no text has it.
        guard text.utf8.contains(0xEE) else { return text }
        var unmarked = String.UnicodeScalarView()
        for scalar in text.unicodeScalars { unmarked.append(scalar == mark ? " " : scalar) }
        return String(unmarked)
    }

    /// The words of a message, exactly as the view search_texts has them.
    static func words(ofMessage body: String, isInternal: Bool, customer: ID<User>) -> String {
        isInternal ? unmarked(body) : "\(word(of: customer)) \(unmarked(body))"
    }

    /// The words of a ticket, exactly as the view search_texts has them.
    static func words(
        ofTicket number: String, subject: String, customer: ID<User>, name: String, email: String?, phone: String?
    ) -> String {
        "\(word(of: customer)) " + unmarked("\(number) \(subject) \(name) \(email ?? "") \(phone ?? "")")
    }
}

extension Writing {
    /// Adds or takes out one row of the index. FTS5 has to be given the old words to take a row out.
    func write(_ change: Deferred.SearchChange) throws(Failure) {
        if change.isRemoval {
            try run(
                "INSERT INTO search (search, rowid, words) VALUES ('delete', $1, $2)",
                [.integer(change.row), .text(change.words)])
        } else {
            try run("INSERT INTO search (rowid, words) VALUES ($1, $2)", [.integer(change.row), .text(change.words)])
        }
    }
}
