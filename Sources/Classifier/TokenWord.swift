/// How one word is read: letter by letter down the vocabulary's trie, accents taken off on the way.
extension Tokeniser {
    /// One word while it is read: how far it has come in the vocabulary.
    struct Word {
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
    mutating func word(_ text: UnsafeBufferPointer<UInt8>, _ at: inout Int) -> Word {
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
                if isElided(word, text[at - 2]) { break }
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

    /// `l'application` and `d'accueil` are two words, `I'm` and `o'clock` one.
    private func isElided(_ word: Word, _ letter: UInt8) -> Bool {
        guard word.letters == 1, word.digits == 0 else { return false }
        switch letter | 0x20 {
        case UInt8(ascii: "l"), UInt8(ascii: "d"), UInt8(ascii: "j"), UInt8(ascii: "n"), UInt8(ascii: "s"),
            UInt8(ascii: "c"), UInt8(ascii: "m"), UInt8(ascii: "t"):
            return true
        default: return false
        }
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
            // A soft hyphen.
            if second == 0xAD { return !word.isEmpty }
            if second == 0xBF || second == 0xA1 { look.spanish += 1 }
            if second == 0xA3 || second == 0xA2 || second == 0xA5 { word.isCurrency = true }
            return false
        case 0xC3:
            let folded = Fold.latin1(second)
            guard folded.0 != 0 else { return false }
            hint(second)
            word.letters += 1
            step(&word, folded.0)
            if folded.1 != 0 { step(&word, folded.1) }
            return true
        case 0xC4...0xCA:
            word.letters += 1
            step(&word, Fold.latinExtended(lead, second))
            return true
        case 0xCC, 0xCD:
            // An accent by itself, after its letter.
            return !word.isEmpty
        case 0xE2:
            if second == 0x82, third == 0xAC { word.isCurrency = true }
            // The typographic apostrophe goes the way of the plain one; other signs end the word.
            guard second == 0x80, third == 0x99, !word.isEmpty else { return false }
            return !isElided(word, text[at - 4])
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

    private mutating func hint(_ second: UInt8) {
        switch second | 0x20 {
        case 0xB1: look.spanish += 1
        case 0xA4, 0xB6, 0xBC: look.german += 1
        case 0xA8, 0xAA: look.french += 1
        case 0xA3, 0xB5: look.portuguese += 1
        default: if second == 0x9F { look.german += 1 }
        }
    }
}
