import Domain
import SQLite

/// What a search has found: tickets, each with how well it fits.
package struct SearchHits: Sendable {
    /// The higher, the better; at most `best`.
    package fileprivate(set) var scores: [ID<Ticket>: Int64] = [:]
    /// There are older matches that were not looked at.
    package var isCut: Bool { bounds.window?.isCut ?? false }
    /// What was looked at, for the pages that follow.
    package fileprivate(set) var bounds: SearchBounds

    package static let best: Int64 = 100
    /// A match in the ticket's own fields is worth more than any number of messages.
    fileprivate static let ownFields: Int64 = 4
    fileprivate static let mostMessages: Int64 = 3
}

/// What a search looks at. Its later pages look at the same, so that what comes meanwhile moves nothing.
package struct SearchBounds: Sendable, Equatable {
    package var lastMessage: Int64
    package var lastTicket: Int64
    package var depth: Depth
    /// Nil before anything was looked at.
    package var window: Window?

    /// How many matches are ranked, the newest first: what matches a common word is not all read.
    package enum Depth: Int, Sendable {
        case ranked = 1_000
        /// Where the matches are filtered further, or sorted by a field.
        case filtered = 10_000
    }

    /// How far back that was. Without it a ticket that is deleted between two pages would let older rows in, and a
    /// ticket that they belong to would rise past the pages that were read.
    package struct Window: Sendable, Equatable {
        /// Whether words that may go on were completed.
        package var isCompleted: Bool
        /// The oldest row that was looked at; 0 when all were.
        package var oldest: Int64
        /// The same of the look for tickets' own fields.
        package var oldestOwn: Int64

        package init(isCompleted: Bool, oldest: Int64, oldestOwn: Int64) {
            self.isCompleted = isCompleted
            self.oldest = oldest
            self.oldestOwn = oldestOwn
        }

        var isCut: Bool { oldest > 0 }
    }

    package init(lastMessage: Int64, lastTicket: Int64, depth: Depth, window: Window? = nil) {
        self.lastMessage = lastMessage
        self.lastTicket = lastTicket
        self.depth = depth
        self.window = window
    }
}

extension Reading {
    /// A word that may go on is completed to so many words at the most.
    private static var mostCompletions: Int { 64 }
    /// Up to so many messages FTS5 completes words itself: it gathers all rows of all completions first, which takes
    /// half a second for a short beginning among a million tickets.
    private static var fewMessages: Int64 { 20_000 }

    /// All that there is now, for a new search.
    package func searchBounds(_ depth: SearchBounds.Depth) throws(Failure) -> SearchBounds {
        SearchBounds(lastMessage: try lastID("messages"), lastTicket: try lastID("tickets"), depth: depth)
    }

    /// The tickets with all of `words` in one message or in the ticket's own fields, out of the newest matches.
    ///
    /// - Parameters:
    ///   - customer: finds this customer's tickets alone, and nothing by internal notes.
    ///   - bounds: as the first page had them.
    package func searchHits(
        _ words: SearchWords, for customer: ID<User>?, within bounds: SearchBounds
    ) throws(Failure) -> SearchHits {
        var hits = SearchHits(bounds: bounds)
        if !words.isEmpty {
            // A word that is common as it stands is hardly the beginning of another, and completing it would take
            // several times as long as finding it.
            var isCompleted = bounds.window?.isCompleted ?? false
            var expression = try expression(words, for: customer, completing: isCompleted ? bounds.lastMessage : nil)
            var (rows, oldest) = try searchRows(expression, within: bounds)
            if bounds.window == nil, oldest == 0, words.words.contains(where: \.isPrefix) {
                isCompleted = true
                expression = try self.expression(words, for: customer, completing: bounds.lastMessage)
                (rows, oldest) = try searchRows(expression, within: bounds)
            }
            oldest = bounds.window?.oldest ?? oldest
            var window = SearchBounds.Window(isCompleted: isCompleted, oldest: oldest, oldestOwn: 0)
            if window.isCut {
                // Rows of tickets have lower numbers than those of messages of the same age: they are asked for anew.
                let (own, oldestOwn) = try ticketRows(expression, within: bounds)
                window.oldestOwn = bounds.window?.oldestOwn ?? oldestOwn
                let known = Set(rows.lazy.filter(\.isTicket).map(\.id))
                rows += own.filter { !known.contains($0.id) }
            }
            hits.bounds.window = window
            if !words.phrases.isEmpty { rows = try matches(rows, with: words.phrases) }
            hits.score(rows)
        }
        if let number = words.number, let id = try ticketID(.number(number)) { hits.scores[id] = SearchHits.best }
        return hits
    }

    private func lastID(_ table: String) throws(Failure) -> Int64 {
        try first("SELECT seq FROM sqlite_sequence WHERE name = $1", [.text(table)]) { $0.integer(0) } ?? 0
    }

    /// Rows of the index, the newest first, each with its ticket: looked up along the way, a message's costs a third less
    /// than by a second statement for all of them.
    ///
    /// - Returns: the rows, and the oldest of them when there are as many as are looked at; 0 when these are all.
    private func searchRows(
        _ expression: String, within bounds: SearchBounds
    ) throws(Failure) -> (rows: [FoundRow], oldest: Int64) {
        let rows = try unlessNoWord { () throws(SQLiteError) in
            try db.all(
                """
                SELECT
                    CASE rowid % 2 WHEN 1 THEN rowid / 2
                    ELSE (SELECT ticket_id FROM messages WHERE id = search.rowid / 2) END, rowid
                FROM search
                WHERE search MATCH $1 AND rowid >= $2 AND rowid <= $3 AND (rowid % 2 = 0 OR rowid <= $4)
                ORDER BY rowid DESC LIMIT $5
                """,
                [
                    .text(expression), .integer(bounds.window?.oldest ?? 0), .integer(bounds.lastRow),
                    .integer(bounds.lastTicketRow), .integer(Int64(bounds.depth.rawValue)),
                ]
            ) { FoundRow(row: $0.integer(1), ticket: ID($0.integer(0))) }
        }
        return (rows, bounds.oldest(of: rows))
    }

    /// The rows of tickets among the newest rows up to the last ticket's.
    private func ticketRows(
        _ expression: String, within bounds: SearchBounds
    ) throws(Failure) -> (rows: [FoundRow], oldest: Int64) {
        let rows = try unlessNoWord { () throws(SQLiteError) in
            try db.all(
                """
                SELECT rowid FROM search WHERE search MATCH $1 AND rowid >= $2 AND rowid <= $3
                ORDER BY rowid DESC LIMIT $4
                """,
                [
                    .text(expression), .integer(bounds.window?.oldestOwn ?? 0), .integer(bounds.lastTicketRow),
                    .integer(Int64(bounds.depth.rawValue)),
                ]
            ) { FoundRow(row: $0.integer(0), ticket: ID($0.integer(0) / 2)) }
        }
        return (rows.filter(\.isTicket), bounds.oldest(of: rows))
    }

    private func unlessNoWord(_ search: () throws(SQLiteError) -> [FoundRow]) throws(Failure) -> [FoundRow] {
        do { return try search() } catch {
            // A letter that is newer than SQLite's tables splits a word for it, and two words in a row are a phrase,
            // which this index has none of: such a word is in no text either.
            if error.isPhraseRefused { return [] }
            throw Failure(error)
        }
    }

    /// The words as a query of FTS5, each in quotes, so that nothing in them is an operator.
    ///
    /// - Parameter messages: how many there are, where words may go on; nil for the words as they stand.
    private func expression(
        _ words: SearchWords, for customer: ID<User>?, completing messages: Int64?
    ) throws(Failure) -> String {
        var terms = customer.map { ["\"\(SearchRow.word(of: $0))\""] } ?? []
        for word in words.words {
            guard let messages, word.isPrefix else {
                terms.append("\"\(word.text)\"")
                continue
            }
            if messages <= Self.fewMessages || !word.text.utf8.allSatisfy({ $0 < 0x80 }) {
                terms.append("\"\(word.text)\" *")
            } else {
                let completions = try completions(of: word.text.lowercased())
                terms.append("(" + completions.map { "\"\($0)\"" }.joined(separator: " OR ") + ")")
            }
        }
        return terms.joined(separator: " AND ")
    }

    /// The word and those that begin with it, in the order of the index.
    private func completions(of word: String) throws(Failure) -> [String] {
        var completions = [word]
        var next = word
        while completions.count < Self.mostCompletions {
            let found = try first("SELECT term FROM search_terms WHERE term >= $1 LIMIT 1", [.text(next)]) {
                $0.text(0)
            }
            guard let found, found.hasPrefix(word) else { break }
            if found != word { completions.append(found) }
            // Nothing stands between a word and itself with a control character behind it.
            next = found + "\u{1}"
        }
        return completions
    }

    /// Bytes of texts that are looked through for a phrase, the newest first: a fifth of a second.
    private static var mostPhraseBytes: Int { 2 << 20 }

    /// Those of `rows` whose text has every one of `phrases`, as far as they are looked at.
    private func matches(_ rows: [FoundRow], with phrases: [[String]]) throws(Failure) -> [FoundRow] {
        func ids(_ rows: [FoundRow]) -> SQLValue {
            .text("[" + rows.map { String($0.id) }.joined(separator: ",") + "]")
        }
        func fits(_ text: String) -> Bool {
            let words = SearchFold.words(of: text)
            return phrases.allSatisfy { SearchFold.contains($0, in: words) }
        }
        let (messages, tickets) = (rows.filter { !$0.isTicket }, rows.filter(\.isTicket))
        var found: [FoundRow] = []
        var bytesLeft = Self.mostPhraseBytes
        try each(
            """
            SELECT id, ticket_id, body FROM messages
            WHERE id IN (SELECT value FROM json_each($1))
            ORDER BY id DESC
            """, [ids(messages)]
        ) { row in
            guard bytesLeft > 0 else { return }
            let text = row.text(2)
            bytesLeft -= text.utf8.count
            if fits(text) {
                found.append(FoundRow(row: SearchRow.of(ID<Message>(row.integer(0))), ticket: ID(row.integer(1))))
            }
        }
        // Not out of the view: asked for some rows, it would be read from end to end.
        try each(
            """
            SELECT t.id, t.ticket_number || ' ' || t.subject || ' ' || u.name || ' ' || coalesce(u.email, '') || ' '
                || coalesce(u.phone, '')
            FROM tickets AS t
            JOIN users AS u ON u.id = t.customer_id
            WHERE t.id IN (SELECT value FROM json_each($1))
            """, [ids(tickets)]
        ) { row in
            let ticket = ID<Ticket>(row.integer(0))
            if fits(row.text(1)) { found.append(FoundRow(row: SearchRow.of(ticket), ticket: ticket)) }
        }
        return found
    }
}

extension SearchBounds {
    /// The last row of the index that is looked at. A ticket comes with a message, so there is no ticket behind it.
    fileprivate var lastRow: Int64 { SearchRow.of(ID<Message>(lastMessage)) + 1 }
    fileprivate var lastTicketRow: Int64 { SearchRow.of(ID<Ticket>(lastTicket)) }

    /// Where rows, the newest first, were cut off; 0 where they were not.
    fileprivate func oldest(of rows: [FoundRow]) -> Int64 {
        rows.count == depth.rawValue ? rows.last?.row ?? 0 : 0
    }
}

/// A row of the index that matches, and the ticket that it belongs to.
private struct FoundRow {
    let row: Int64
    let ticket: ID<Ticket>

    var isTicket: Bool { row & 1 == 1 }
    /// Of the message or ticket.
    var id: Int64 { row / 2 }
}

extension SearchHits {
    fileprivate mutating func score(_ rows: [FoundRow]) {
        scores.reserveCapacity(rows.count)
        for row in rows where !row.isTicket {
            let score = scores[row.ticket, default: 0]
            if score < SearchHits.mostMessages { scores[row.ticket] = score + 1 }
        }
        for row in rows where row.isTicket { scores[row.ticket, default: 0] += SearchHits.ownFields }
    }
}
