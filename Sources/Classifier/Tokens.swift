/// Turns UTF-8 into classes of the vocabulary in one pass. Lives for one message on the caller's stack.
///
/// Letters are folded to lower-case ASCII while they are read and walk the vocabulary's trie at once, so a word costs
/// no allocation and no second look.
struct Tokeniser {
    /// A token is a class and, in its top bit, whether a comma or colon stands before it.
    static let classMask: UInt16 = 0x7FFF
    static let afterComma: UInt16 = 0x8000
    /// Bytes between the brackets of a tag.
    static let longestTag = 400
    /// A phone number without its country has this many digits or more.
    static let phoneDigits = 9

    let vocabulary: WordTrieView
    let typos: Typos
    let tokens: UnsafeMutableBufferPointer<UInt16>
    private(set) var count = 0
    /// Words are read in a file of their own, which counts letters here.
    var look = Look()
    /// Whether the last token is a verb that takes a `not`.
    private var afterAuxiliary = false
    private var afterComma = false

    init(_ vocabulary: WordTrieView, _ typos: Typos, into tokens: UnsafeMutableBufferPointer<UInt16>) {
        self.vocabulary = vocabulary
        self.typos = typos
        self.tokens = tokens
    }

    @inline(__always)
    private mutating func emit(_ token: UInt16) {
        guard count < tokens.count else { return }
        tokens[count] = afterComma ? token | Tokeniser.afterComma : token
        afterComma = false
        count += 1
    }

    /// Adds what no word says.
    mutating func note(_ marker: UInt16) { emit(marker) }

    @inline(__always)
    private mutating func emitBoundary() {
        if count > 0, last == Marker.boundary { return }
        afterAuxiliary = false
        emit(Marker.boundary)
    }

    private var last: UInt16 { tokens[count - 1] & Tokeniser.classMask }

    /// Reads one field. Of a body, what it quotes and the signature are left out.
    mutating func read(_ text: UnsafeBufferPointer<UInt8>, isBody: Bool) {
        emitBoundary()
        var zones = Zones(text)
        var at = isBody ? zones.next(0, wordsBefore: 0) : 0
        let wordsBefore = look.words
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
                classify(word, text, start, at, afterCurrency, joinedByDot)
                afterCurrency = false
                joinedByDot = false
                guard at < end else { break }
                if text[at] == UInt8(ascii: "/"), count > 0, last == Marker.url {
                    at = Tokeniser.pastBlank(text, at)
                } else if text[at] == UInt8(ascii: "@"), at + 1 < end, Fold.isWord(text[at + 1]) {
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
                if byte == UInt8(ascii: "!"), at + 2 < end, text[at + 1] == byte, text[at + 2] == byte {
                    emit(Marker.shout)
                }
                emitBoundary()
                at += 1
            case .newline:
                at += 1
                if at < end, text[at] == UInt8(ascii: "\n") || text[at] == UInt8(ascii: "\r") { emitBoundary() }
                if isBody {
                    let next = zones.next(at, wordsBefore: look.words - wordsBefore)
                    if next > at { emitBoundary() }
                    at = next
                }
            case .clause:
                afterComma = true
                at += 1
            case .tag:
                at = pastTag(text, at)
            case .entity:
                at = pastEntity(text, at, &afterCurrency)
            case .dollar:
                afterCurrency = true
                at += 1
            case .other:
                at += 1
            }
        }
    }

    private mutating func replaceLast(_ token: UInt16) {
        if count > 0 { tokens[count - 1] = token | tokens[count - 1] & Tokeniser.afterComma }
    }

    /// Past `<b>` or `<br/>`; a lone `<` is passed alone. What masked texts write in its place, as in `<phone>`, stands
    /// for what it says.
    private mutating func pastTag(_ text: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
        var name = start + 1
        guard name < text.count else { return name }
        if text[name] == UInt8(ascii: "/") { name += 1 }
        guard name < text.count, Fold.kind(text[name]) == .letter || text[name] == UInt8(ascii: "!") else {
            return start + 1
        }
        var at = name
        let limit = min(text.count, start + Tokeniser.longestTag)
        while at < limit, text[at] != UInt8(ascii: ">"), text[at] != UInt8(ascii: "<") { at += 1 }
        guard at < limit, text[at] == UInt8(ascii: ">") else { return start + 1 }
        let inside = UnsafeBufferPointer(rebasing: text[name..<at])
        if let mask = Tokeniser.masks.first(where: { inside.elementsEqual($0.name.utf8) }) {
            emit(mask.marker)
        } else if Tokeniser.isBlock(text[name], text[name + 1]) {
            emitBoundary()
        }
        return at + 1
    }

    private static let masks: [(name: String, marker: UInt16)] = [
        ("number", Marker.number), ("phone", Marker.phone), ("url", Marker.url), ("email", Marker.email),
        ("money", Marker.money), ("amount", Marker.money),
    ]

    /// Paragraphs, breaks, divisions, lists, tables, headings end a sentence; `b`, `i`, `a`, `span` do not.
    static func isBlock(_ letter: UInt8, _ second: UInt8) -> Bool {
        switch letter | 0x20 {
        case UInt8(ascii: "p"), UInt8(ascii: "d"), UInt8(ascii: "l"), UInt8(ascii: "t"), UInt8(ascii: "h"),
            UInt8(ascii: "u"), UInt8(ascii: "o"):
            true
        case UInt8(ascii: "b"): second | 0x20 == UInt8(ascii: "r")
        default: false
        }
    }

    /// Past `&nbsp;`; a lone `&` is passed alone.
    private func pastEntity(_ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ afterCurrency: inout Bool) -> Int {
        var at = start + 1
        let limit = min(text.count, start + 10)
        while at < limit, Fold.isWord(text[at]) || text[at] == UInt8(ascii: "#") { at += 1 }
        guard at < limit, at > start + 1, text[at] == UInt8(ascii: ";") else { return start + 1 }
        let first = text[start + 1]
        afterCurrency = at - start >= 5 && (first == UInt8(ascii: "p") || first == UInt8(ascii: "e"))
        return at + 1
    }

    private static func pastBlank(_ text: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
        var at = start
        while at < text.count, text[at] > 0x20 { at += 1 }
        return at
    }

    @inline(__always)
    private mutating func classify(
        _ word: Word, _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, _ afterCurrency: Bool,
        _ joinedByDot: Bool
    ) {
        look.words += 1
        let ending = word.alive ? vocabulary.word(word.state) : 0
        var token = word.alive ? UInt16(truncatingIfNeeded: ending) : vocabulary.prefixClass(word.state)
        let followsAuxiliary = afterAuxiliary
        afterAuxiliary = ending & Vocabulary.isAuxiliary != 0
        if followsAuxiliary, ending & Vocabulary.isNegation != 0 {
            replaceLast(token)
            return
        }
        if token == 0, word.digits == 0, end - start >= Typos.shortest {
            token = typos.mended(UnsafeBufferPointer(rebasing: text[start..<end]))
        }
        if token == 0, word.letters == 0 {
            if joinedByDot, count > 0, last == Marker.number || last == Marker.money {
                return
            }
            token =
                afterCurrency || word.isCurrency
                ? Marker.money : word.digits >= Tokeniser.phoneDigits ? Marker.phone : Marker.number
        }
        if joinedByDot, ending & Vocabulary.isDomain != 0 {
            replaceLast(Marker.url)
        } else {
            emit(token)
        }
    }
}
