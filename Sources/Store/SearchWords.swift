import Domain

/// What somebody has typed into a search, taken apart the way the index takes texts apart: into runs of letters and
/// digits. Nothing in it is an operator of the index's own language, so no input can be a wrong query.
package struct SearchWords: Sendable, Equatable {
    /// Words beyond these are not looked for: they could only narrow what is narrow already.
    static let most = 32
    /// The same of phrases, for which texts are read.
    static let mostPhrases = 8

    struct Word: Sendable, Equatable {
        let text: String
        /// The word may go on: it is the last one, or ends in a star.
        let isPrefix: Bool
    }

    private(set) var words: [Word] = []
    /// Words that have to follow each other.
    private(set) var phrases: [[String]] = []
    /// The ticket that the whole text is the number of.
    private(set) var number: TicketNumber?

    /// - Parameter text: anything; nil when it is blank.
    package init?(_ text: String) {
        let text = Text.trimmed(text)
        guard !text.isEmpty else { return nil }
        number = TicketNumber(typed: text)
        if let phone = PhoneNumber.normalized(text) {
            add(SearchWords.tokens(of: phone), lastIsPrefix: false)
            return
        }
        var rest = Substring(text)
        while let quote = rest.unicodeScalars.firstIndex(where: SearchWords.isQuote) {
            addPlain(rest[..<quote], isLast: false)
            rest = rest[rest.unicodeScalars.index(after: quote)...]
            // A phrase that is still being typed is a number of words.
            guard let end = rest.unicodeScalars.firstIndex(where: SearchWords.isQuote) else { break }
            addPhrase(SearchWords.tokens(of: String(rest[..<end])))
            rest = rest[rest.unicodeScalars.index(after: end)...]
        }
        addPlain(rest, isLast: true)
    }

    /// Nothing in the text can be looked for.
    var isEmpty: Bool { words.isEmpty }

    private mutating func addPlain(_ text: Substring, isLast: Bool) {
        let parts = text.split(whereSeparator: \.isWhitespace)
        for (index, part) in parts.enumerated() {
            let part = String(part)
            if let number = TicketNumber(typed: part) {
                add(SearchWords.tokens(of: number.text), lastIsPrefix: false)
            } else if EmailAddress.normalized(part) != nil {
                addPhrase(SearchWords.tokens(of: part))
            } else {
                let isOpen = part.hasSuffix("*") || isLast && index == parts.count - 1
                add(SearchWords.tokens(of: part), lastIsPrefix: isOpen)
            }
        }
    }

    private mutating func addPhrase(_ tokens: [String]) {
        add(tokens, lastIsPrefix: false)
        guard tokens.count > 1, phrases.count < SearchWords.mostPhrases else { return }
        let phrase = tokens.map(SearchFold.folded)
        if !phrases.contains(phrase) { phrases.append(phrase) }
    }

    private mutating func add(_ tokens: [String], lastIsPrefix: Bool) {
        for (index, token) in tokens.enumerated() where words.count < SearchWords.most {
            let word = Word(text: token, isPrefix: lastIsPrefix && index == tokens.count - 1)
            if !words.contains(word) { words.append(word) }
        }
    }

    private static func isQuote(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "\"" || scalar == "\u{201C}" || scalar == "\u{201D}" || scalar == "\u{201E}"
    }

    /// The runs of letters and digits in `text`, as FTS5's tokenizer unicode61 finds them (sqlite.org/fts5.html section
    /// 4.3.1): categories L, N and Co, combining accents within a run. The mark of customers is in no text.
    static func tokens(of text: String) -> [String] {
        var tokens: [String] = []
        var run = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if isToken(scalar) || !run.isEmpty && SearchFold.isAccent(scalar) {
                run.append(scalar)
            } else if !run.isEmpty {
                tokens.append(String(run))
                run = String.UnicodeScalarView()
            }
        }
        if !run.isEmpty { tokens.append(String(run)) }
        return tokens
    }

    private static func isToken(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.value < 0x80 {
            return scalar.value >= 0x30 && scalar.value <= 0x39
                || (scalar.value | 0x20) >= 0x61
                    && (scalar.value | 0x20) <= 0x7A
        }
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
            .letterNumber, .otherNumber:
            return true
        case .privateUse: return scalar != SearchRow.mark
        default: return false
        }
    }
}

/// Words as they are compared when a phrase is looked for in a text: lower case, without accents.
enum SearchFold {
    /// The combining accents that the index drops.
    static func isAccent(_ scalar: Unicode.Scalar) -> Bool { (0x300...0x331).contains(scalar.value) }

    static func folded(_ word: String) -> String {
        var folded = ""
        for scalar in word.unicodeScalars where !isAccent(scalar) {
            if scalar.value < 0x80 {
                let isUpper = scalar.value >= 0x41 && scalar.value <= 0x5A
                folded.unicodeScalars.append(isUpper ? Unicode.Scalar(UInt8(scalar.value + 0x20)) : scalar)
            } else {
                for lower in scalar.properties.lowercaseMapping.unicodeScalars where !isAccent(lower) {
                    folded.unicodeScalars.append(plain[lower] ?? lower)
                }
            }
        }
        return folded
    }

    /// The words of a text as they are compared.
    static func words(of text: String) -> [String] { SearchWords.tokens(of: text).map(folded) }

    /// Whether `phrase` stands in `words` as it is; both are folded.
    static func contains(_ phrase: [String], in words: [String]) -> Bool {
        guard words.count >= phrase.count else { return false }
        return (0...(words.count - phrase.count)).contains { start in
            zip(words[start...], phrase).allSatisfy { $0 == $1 }
        }
    }

    private static let plain: [Unicode.Scalar: Unicode.Scalar] = {
        let variants: [(Unicode.Scalar, String)] = [
            ("a", "àáâãäåāăąǎ"), ("c", "çćĉċč"), ("d", "ď"), ("e", "èéêëēĕėęě"), ("g", "ĝğġģǧ"), ("h", "ĥ"),
            ("i", "ìíîïĩīĭįǐ"), ("j", "ĵ"), ("k", "ķǩ"), ("l", "ĺļľ"), ("n", "ñńņň"), ("o", "òóôõöōŏőǒ"),
            ("r", "ŕŗř"), ("s", "śŝşšș"), ("t", "ţťț"), ("u", "ùúûüũūŭůűųǔ"), ("w", "ŵ"), ("y", "ýÿŷ"), ("z", "źżž"),
        ]
        var plain: [Unicode.Scalar: Unicode.Scalar] = [:]
        for (letter, accented) in variants {
            for scalar in accented.unicodeScalars { plain[scalar] = letter }
        }
        return plain
    }()
}
