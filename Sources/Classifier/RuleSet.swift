/// One rule: when any of its terms stands in a message and none of `without` does, `weight` goes to its target, once.
///
/// A term is one or more words in lower case without accents and apostrophes (`dont`, `cafe`). In a term `charg*` stands
/// for every word that begins so, `...` for up to five words of the same sentence, `^` for the start of a sentence, `?`
/// for a question mark, `<money>`, `<number>`, `<phone>`, `<url>`, `<email>` for what they say, and `<alone>` for a
/// subject that no text follows. `not` covers every contraction (`cannot`, `doesnt`), which are to be written as `not`.
package struct Rule: Sendable, Equatable {
    package enum Target: Sendable, Equatable {
        case category(String)
        case priority(String)
        case tag(String)
    }

    /// Names the rule in verdicts: target first, as in `billing.refund`.
    package var id: String
    package var target: Target
    package var terms: [String]
    package var without: [String]
    /// Logits. Below zero speaks against the target.
    package var weight: Double
    /// ISO 639-1 of the terms. A match of other than English also speaks for that language.
    package var language: String
    /// Why the rule is as it is, for whoever edits it. Nothing is matched by it.
    package var note: String

    package init(
        id: String, target: Target, terms: [String], without: [String] = [], weight: Double, language: String = "en",
        note: String = ""
    ) {
        self.id = id
        self.target = target
        self.terms = terms
        self.without = without
        self.weight = weight
        self.language = language
        self.note = note
    }
}

/// The rules that a classifier works by: data that an admin may edit.
package struct RuleSet: Sendable, Equatable {
    package static let mostRules = 2_000
    package static let mostTerms = 200
    package static let longestTerm = 120

    package var version: Int
    package var rules: [Rule]

    package init(version: Int, rules: [Rule]) {
        self.version = version
        self.rules = rules
    }

    /// The rules that a fresh install comes with.
    package static let builtIn = RuleSet(
        version: 1,
        rules: [
            billingRules, bankRules, deskRules, assistantRules, computerRules, businessRules, smsRules, siteMoreRules,
            technicalRules, siteEditRules, questionRules, otherRules, accountRules, germanRules, frenchRules,
            spanishRules, portugueseRules, italianDutchRules, priorityRules, tagRules,
        ].flatMap(Rule.table))
}

/// Works on bytes: there are a quarter of a million letters to read before the first message.
extension Rule {
    private typealias Bytes = ArraySlice<UInt8>

    /// Reads the notation of the built-in rules: `id | weight | terms | without`, terms parted by commas, a line that
    /// begins with a space continuing the one above, `# ...` above a rule its note. The id's first part is the target, a
    /// last part of two letters the language. Lines that are not so are left out; a test counts them.
    static func table(_ text: String) -> [Rule] {
        var lines: [(text: [UInt8], note: String)] = []
        var note = ""
        for line in Array(text.utf8).split(separator: UInt8(ascii: "\n")) {
            guard line.contains(where: { $0 != 0x20 }) else { continue }
            if line.first == UInt8(ascii: "#") {
                note = trimmed(line.dropFirst())
            } else if line.first == 0x20, !lines.isEmpty {
                lines[lines.count - 1].text += line
            } else {
                lines.append((Array(line), note))
                note = ""
            }
        }
        return lines.compactMap { Rule(line: $0.text, note: $0.note) }
    }

    private init?(line: [UInt8], note: String) {
        let parts = line.split(separator: UInt8(ascii: "|"), omittingEmptySubsequences: false)
        guard parts.count == 3 || parts.count == 4, let weight = Double(Rule.trimmed(parts[1])) else { return nil }
        let id = Rule.trimmed(parts[0])
        let path = id.split(separator: ".").map(String.init)
        guard path.count >= 2, let last = path.last else { return nil }
        let target: Target =
            switch path[0] {
            case "priority": .priority(path[1])
            case "tag": .tag(path[1])
            default: .category(path[0])
            }
        let terms = Rule.terms(parts[2])
        guard !terms.isEmpty else { return nil }
        self.init(
            id: id, target: target, terms: terms, without: parts.count == 4 ? Rule.terms(parts[3]) : [],
            weight: weight, language: Language.known.contains(last) ? last : "en", note: note)
    }

    private static func terms(_ text: Bytes) -> [String] {
        text.split(separator: UInt8(ascii: ",")).map(trimmed).filter { !$0.isEmpty }
    }

    /// Without spaces at the ends, and with one where there are several.
    private static func trimmed(_ text: Bytes) -> String {
        String(unsafeUninitializedCapacity: text.count) { out in
            var count = 0
            for byte in text where byte != 0x20 || count > 0 && out[count - 1] != 0x20 {
                out[count] = byte
                count += 1
            }
            return count > 0 && out[count - 1] == 0x20 ? count - 1 : count
        }
    }
}
