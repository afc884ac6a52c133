/// Every word that a rule asks for, as a trie over the letters a–z and the digits, built once for a set of rules.
///
/// A *symbol* is what a term asks for (`refund`, `charg*`, `<money>`); a *class* is the set of symbols that one word of
/// a message satisfies. The trie ends in classes, so a message becomes a row of small numbers.
struct Vocabulary: Sendable {
    /// A node's cells: where each letter (1 to 26) and digit (27 to 36) leads, the class of the word that ends here, the
    /// class of a longer word that begins like this. 0 is nowhere and nothing. Nodes are named by their first cell.
    static let width = 40
    private static let emptyNode = [UInt32](repeating: 0, count: width)
    static let wordCell = 37
    static let prefixCell = 38
    /// Bits above the class in a word cell: `not` itself, and the verbs that may stand before it (`did not` is `not`).
    static let isNegation: UInt32 = 1 << 16
    static let isAuxiliary: UInt32 = 1 << 17
    /// The last part of a domain's name. `com` and `de` are words as well.
    static let isDomain: UInt32 = 1 << 18
    /// In a phrase: up to `longestGap` words of the same sentence.
    static let gap = UInt16.max
    static let longestGap = 5
    /// Classes are 16 bits wide, and a symbol may need two.
    static let mostSymbols = 30_000

    /// While words are entered.
    private var nodes: [UInt32] = []
    /// From `finish` on.
    private(set) var trie: WordTrie?
    private var symbols: [String: UInt16] = [:]
    private var classes: [[UInt16]: UInt16] = [:]
    /// The symbols of class `c` are `classSymbols[classStart[c]..<classStart[c + 1]]`.
    private(set) var classStart: [UInt32] = []
    private(set) var classSymbols: [UInt16] = []
    private(set) var symbolCount = Int(Marker.count)
    private var endings: [Int: [UInt16]] = [:]
    private var beginnings: [Int: [UInt16]] = [:]

    init() {
        for (index, name) in Marker.names.enumerated() { symbols[name] = UInt16(index) }
        nodes = Vocabulary.emptyNode
    }

    /// The words of a term. Empty when it is no term: nothing to look for, or a gap at an end.
    static func elements(of term: String) -> [String] {
        let words = term.utf8.split(separator: 0x20).map { String(decoding: $0, as: UTF8.self) }
        guard words.count <= 12, words.first != "...", words.last != "...", words.allSatisfy(isElement) else {
            return []
        }
        // Two gaps in a row would be a longer one, which there is not.
        let doubled = zip(words, words.dropFirst()).contains { $0 == "..." && $1 == "..." }
        return doubled ? [] : words
    }

    private static func isElement(_ word: String) -> Bool {
        let bytes = word.utf8
        if let first = bytes.first, column(first) == nil {
            return word == "..." || (word != "<unknown>" && Marker.names.contains(word))
        }
        let letters = bytes.last == UInt8(ascii: "*") ? bytes.dropLast() : bytes[...]
        return !letters.isEmpty && letters.allSatisfy { column($0) != nil }
    }

    @inline(__always)
    static func column(_ byte: UInt8) -> Int? {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"): Int(byte) - 96
        case UInt8(ascii: "0")...UInt8(ascii: "9"): Int(byte) - 48 + 27
        default: nil
        }
    }

    /// The symbol for `element`, entered into the trie; nil when the vocabulary is full.
    mutating func symbol(for element: String) -> UInt16? {
        if element == "..." { return Vocabulary.gap }
        if let known = symbols[element] { return known }
        guard symbolCount < Vocabulary.mostSymbols else { return nil }
        let symbol = UInt16(symbolCount)
        symbolCount += 1
        symbols[element] = symbol
        if element.hasSuffix("*") {
            beginnings[enter(element.dropLast()), default: []].append(symbol)
        } else {
            endings[enter(element[...]), default: []].append(symbol)
        }
        return symbol
    }

    private mutating func enter(_ word: Substring) -> Int {
        var node = 0
        for byte in word.utf8 {
            guard let column = Vocabulary.column(byte) else { continue }
            let cell = node + column
            if nodes[cell] == 0 {
                nodes[cell] = UInt32(nodes.count)
                nodes += Vocabulary.emptyNode
            }
            node = Int(nodes[cell])
        }
        return node
    }

    /// Enters the other spellings and works out the classes. Called once, after the last symbol.
    mutating func finish() {
        for (word, spellings) in Spelling.table {
            guard let symbol = symbols[word] else { continue }
            for spelling in spellings { endings[enter(spelling), default: []].append(symbol) }
        }
        // `10` in one term takes no number away from another.
        for word in symbols.keys where word.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
            endings[enter(word[...]), default: []].append(Marker.number)
        }
        classStart = [0]
        for marker in 0..<Marker.count {
            if marker > 0 { classSymbols.append(marker) }
            classStart.append(UInt32(classSymbols.count))
        }
        var pending: [(node: Int, prefixes: [UInt16])] = [(0, [])]
        while let (node, inherited) = pending.popLast() {
            let prefixes = inherited + (beginnings[node] ?? [])
            // What matches every longer word matches the word that ends here too.
            let longer = prefixes.isEmpty ? 0 : UInt32(classNumber(prefixes))
            nodes[node + Vocabulary.prefixCell] = longer
            nodes[node + Vocabulary.wordCell] = endings[node].map { UInt32(classNumber($0 + prefixes)) } ?? longer
            for column in 1..<Vocabulary.wordCell where nodes[node + column] != 0 {
                pending.append((Int(nodes[node + column]), prefixes))
            }
        }
        nodes[enter("not") + Vocabulary.wordCell] |= Vocabulary.isNegation
        for word in Spelling.domains { nodes[enter(word) + Vocabulary.wordCell] |= Vocabulary.isDomain }
        for word in Spelling.auxiliaries {
            nodes[enter(word) + Vocabulary.wordCell] |= Vocabulary.isAuxiliary
        }
        trie = WordTrie(packing: nodes)
        nodes = []
        endings = [:]
        beginnings = [:]
        classes = [:]
        symbols = [:]
    }

    private mutating func classNumber(_ members: [UInt16]) -> UInt16 {
        if let known = classes[members] { return known }
        // The top bit of a token is taken; what comes too late is not looked for.
        guard classStart.count <= Int(Tokeniser.classMask) else { return Marker.unknown }
        let number = UInt16(classStart.count - 1)
        classes[members] = number
        classSymbols += members
        classStart.append(UInt32(classSymbols.count))
        return number
    }
}

extension Vocabulary {
    /// The class that a message gets for `word`, in lower-case ASCII. Asked once the vocabulary is finished.
    func classOfWord(_ word: some Sequence<UInt8>) -> UInt16 {
        trie?.withView { trie in
            var state = 0
            for byte in word {
                let isDigit = byte < UInt8(ascii: "A")
                let next = isDigit ? trie.next(state, digit: byte) : trie.next(state, letter: byte)
                guard Vocabulary.column(byte) != nil, next != 0 else { return trie.prefixClass(state) }
                state = next
            }
            return UInt16(truncatingIfNeeded: trie.word(state))
        } ?? Marker.unknown
    }
}

/// Words that count as another word as well: contractions, shorthand, British and American spelling.
enum Spelling {
    static let table: [(word: String, spellings: [Substring])] = [
        spelled(
            "not",
            "cant cannot dont doesnt didnt isnt arent wasnt werent havent hasnt hadnt wont wouldnt couldnt shouldnt nt"),
        spelled("you", "u ya"),
        spelled("your", "ur"),
        spelled("please", "pls plz kindly"),
        spelled("thanks", "thx thnx tnx ty cheers"),
        spelled("want", "wanna wants wanted"),
        spelled("color", "colour"),
        spelled("what", "whats"),
        spelled("where", "wheres"),
        spelled("how", "hows"),
        spelled("who", "whos"),
        spelled("i", "im ive id ill"),
    ]

    static let domains: [Substring] = "com org net gov edu io uk de eu fr es pt it nl br info biz app dev".split(
        separator: " ")

    static let auxiliaries: [Substring] =
        "do does did is are am was were be been have has had will would can could should may might".split(
            separator: " ")

    private static func spelled(_ word: String, _ spellings: String) -> (String, [Substring]) {
        (word, spellings.split(separator: " "))
    }
}
