/// The classes that stand for something other than a word of the vocabulary.
enum Marker {
    /// Nothing that any rule asks for.
    static let unknown: UInt16 = 0
    /// Start of a sentence or field: phrases do not reach across it.
    static let boundary: UInt16 = 1
    static let questionMark: UInt16 = 2
    static let number: UInt16 = 3
    static let money: UInt16 = 4
    static let phone: UInt16 = 5
    static let url: UInt16 = 6
    static let email: UInt16 = 7
    /// Two or more exclamation marks in a row.
    static let shout: UInt16 = 8
    static let count: UInt16 = 9

    /// How terms write them; the index is the class.
    static let names = ["<unknown>", "^", "?", "<number>", "<money>", "<phone>", "<url>", "<email>", "<shout>"]
}

/// What the tokeniser saw besides words.
struct Look {
    var letters = 0
    var capitals = 0
    var words = 0
    var script = Script.latin

    enum Script { case latin, cyrillic, greek, arabic, hebrew, chinese, japanese, korean }
}

/// Turns UTF-8 into classes of the vocabulary in one pass. Lives for one message on the caller's stack.
///
/// Letters are folded to lower-case ASCII while they are read and walk the vocabulary's trie at once, so a word costs
/// no allocation and no second look.
struct Tokeniser {
    /// A phone number without its country has this many digits or more.
    static let phoneDigits = 9

    let vocabulary: VocabularyView
    let tokens: UnsafeMutableBufferPointer<UInt16>
    private(set) var count = 0
    private(set) var look = Look()
    /// Whether the last token is a verb that takes a `not`.
    private var afterAuxiliary = false

    init(_ vocabulary: VocabularyView, into tokens: UnsafeMutableBufferPointer<UInt16>) {
        self.vocabulary = vocabulary
        self.tokens = tokens
    }

    @inline(__always)
    private mutating func emit(_ token: UInt16) {
        guard count < tokens.count else { return }
        tokens[count] = token
        count += 1
    }

    @inline(__always)
    private mutating func emitBoundary() {
        if count > 0, tokens[count - 1] == Marker.boundary { return }
        afterAuxiliary = false
        emit(Marker.boundary)
    }

    mutating func read(_ text: UnsafeBufferPointer<UInt8>) {
        emitBoundary()
        var at = 0
        let end = text.count
        var afterCurrency = false
        var joinedByDot = false
        while at < end, count < tokens.count {
            let byte = text[at]
            switch Fold.kind(byte) {
            case .letter, .digit, .wide:
                let start = at
                let word = self.word(text, &at)
                if word.isEmpty {
                    // A wide character that is punctuation or a currency sign.
                    afterCurrency = word.isCurrency
                    continue
                }
                classify(word, afterCurrency, joinedByDot)
                afterCurrency = false
                joinedByDot = false
                guard at < end else { break }
                if text[at] == UInt8(ascii: "@"), at + 1 < end, Fold.isWord(text[at + 1]) {
                    replaceLast(Marker.email)
                    at = Tokeniser.pastBlank(text, at)
                } else if text[at] == UInt8(ascii: ":"), at + 2 < end, text[at + 1] == UInt8(ascii: "/"),
                    text[at + 2] == UInt8(ascii: "/")
                {
                    replaceLast(Marker.url)
                    at = Tokeniser.pastBlank(text, at)
                } else if text[at] == UInt8(ascii: "."), at + 1 < end, Fold.isWord(text[at + 1]) {
                    if at - start == 3, text[start] | 0x20 == UInt8(ascii: "w"),
                        text[start + 1] | 0x20 == UInt8(ascii: "w")
                    {
                        replaceLast(Marker.url)
                        at = Tokeniser.pastBlank(text, at)
                    } else {
                        joinedByDot = true
                        at += 1
                    }
                }
            case .stop:
                if byte == UInt8(ascii: "?") { emit(Marker.questionMark) }
                if byte == UInt8(ascii: "!"), at + 1 < end, text[at + 1] == byte { emit(Marker.shout) }
                emitBoundary()
                at += 1
            case .newline:
                at += 1
                if at < end, text[at] == UInt8(ascii: "\n") || text[at] == UInt8(ascii: "\r") { emitBoundary() }
            case .dollar:
                afterCurrency = true
                at += 1
            case .other:
                at += 1
            }
        }
    }

    private mutating func replaceLast(_ token: UInt16) {
        if count > 0 { tokens[count - 1] = token }
    }

    private static func pastBlank(_ text: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
        var at = start
        while at < text.count, text[at] > 0x20 { at += 1 }
        return at
    }

    private struct Word {
        var letters = 0
        var digits = 0
        var isCurrency = false
        var state = 0
        /// While it still is the beginning of a word of the vocabulary.
        var alive = true
        var isEmpty: Bool { letters + digits == 0 }
    }

    /// Reads one word from `at` on. Apostrophes inside it are dropped: `can't` is `cant`.
    @inline(__always)
    private mutating func word(_ text: UnsafeBufferPointer<UInt8>, _ at: inout Int) -> Word {
        var word = Word()
        var capitals = 0
        while at < text.count {
            let byte = text[at]
            let kind = Fold.kind(byte)
            if kind == .letter {
                capitals += byte < 0x60 ? 1 : 0
                word.letters += 1
                if word.alive { move(&word, vocabulary.next(word.state, letter: byte)) }
                at += 1
            } else if kind == .digit {
                word.digits += 1
                if word.alive { move(&word, vocabulary.next(word.state, digit: byte)) }
                at += 1
            } else if byte == UInt8(ascii: "'"), at + 1 < text.count, Fold.isWord(text[at + 1]) {
                at += 1
            } else if kind == .wide {
                guard wide(text, &at, &word) else { break }
            } else {
                break
            }
        }
        look.letters += word.letters
        look.capitals += capitals
        return word
    }

    @inline(__always)
    private func move(_ word: inout Word, _ next: Int) {
        if next == 0 { word.alive = false } else { word.state = next }
    }

    private func step(_ word: inout Word, _ letter: UInt8) {
        if word.alive { move(&word, vocabulary.next(word.state, letter: letter)) }
    }

    /// Takes in one multi-byte character. False when it ends the word.
    private mutating func wide(_ text: UnsafeBufferPointer<UInt8>, _ at: inout Int, _ word: inout Word) -> Bool {
        let lead = text[at]
        let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1
        // Swift strings are well-formed; a lone byte can only come from a cut at the reading limit.
        guard length > 1, at + length <= text.count else {
            at = text.count
            return false
        }
        let second = text[at + 1]
        let third = length > 2 ? text[at + 2] : 0
        at += length
        switch lead {
        case 0xC2:
            if second == 0xA3 || second == 0xA2 || second == 0xA5 { word.isCurrency = true }
            return false
        case 0xC3:
            let folded = Fold.latin1(second)
            guard folded.0 != 0 else { return false }
            word.letters += 1
            step(&word, folded.0)
            if folded.1 != 0 { step(&word, folded.1) }
            return true
        case 0xC4...0xCA:
            word.letters += 1
            step(&word, Fold.latinExtended(lead, second))
            return true
        case 0xE2:
            if second == 0x82, third == 0xAC { word.isCurrency = true }
            // The typographic apostrophe goes the way of the plain one; other signs end the word.
            return second == 0x80 && third == 0x99 && !word.isEmpty
        case 0xF0...0xF7:
            return false
        default:
            look.script = Fold.script(lead, second) ?? look.script
            word.letters += 1
            word.alive = false
            word.state = 0
            return true
        }
    }

    @inline(__always)
    private mutating func classify(_ word: Word, _ afterCurrency: Bool, _ joinedByDot: Bool) {
        look.words += 1
        let ending = word.alive ? vocabulary.word(word.state) : 0
        var token = word.alive ? UInt16(truncatingIfNeeded: ending) : vocabulary.prefixClass(word.state)
        let followsAuxiliary = afterAuxiliary
        afterAuxiliary = ending & Vocabulary.isAuxiliary != 0
        if followsAuxiliary, ending & Vocabulary.isNegation != 0 {
            replaceLast(token)
            return
        }
        if token == 0, word.letters == 0 {
            if joinedByDot, count > 0, tokens[count - 1] == Marker.number || tokens[count - 1] == Marker.money {
                return
            }
            token =
                afterCurrency || word.isCurrency
                ? Marker.money : word.digits >= Tokeniser.phoneDigits ? Marker.phone : Marker.number
        }
        if joinedByDot, token == vocabulary.topLevelDomain {
            replaceLast(Marker.url)
        } else {
            emit(token)
        }
    }
}
