/// One message of the tables in this folder.
struct OwnMessage: Sendable {
    let language: String
    let category: String
    let subject: String?
    let body: String

    static let all: [OwnMessage] =
        [ownEnglishMessages, ownShortMessages, ownDeskMessages, ownHardMessages, ownVoices].flatMap { read($0, "en") }
        + ownMessagesAbroad.flatMap { read($0.table, $0.language) }

    private static func read(_ table: String, _ language: String) -> [OwnMessage] {
        table.split(separator: "\n").compactMap { line in
            let parts = line.split(separator: "|", maxSplits: 2, omittingEmptySubsequences: false).map { part in
                String(part.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
            }
            guard parts.count == 3 else { return nil }
            return OwnMessage(
                language: language, category: parts[0], subject: parts[1].isEmpty ? nil : parts[1],
                body: parts[2].split(separator: #"\n"#, omittingEmptySubsequences: false).joined(separator: "\n"))
        }
    }
}
