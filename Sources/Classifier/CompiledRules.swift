/// A set of rules made ready for matching: built once, read by every thread.
struct CompiledRules: Sendable {
    struct Phrase: Sendable {
        var elements: UInt32
        /// The second element, which decides most often; `anything` when there is none or it is a gap.
        var second: UInt16
        var count: UInt8
        var effect: Effect
        /// Index of the rule or of the language; of what negates the number of words that it reaches.
        var owner: UInt16

        static let anything = UInt16.max
    }

    /// What finding a phrase does.
    enum Effect: UInt8, Sendable {
        case speaks
        /// Takes the rule back.
        case vetoes
        case countsForLanguage
        /// What follows in the clause is said not to be the matter.
        case negates
        case endsNegation
    }

    /// Where a rule's weight goes.
    enum Goal: Sendable {
        case category(Int)
        case priority(Int)
        /// Index into `tags`.
        case tag(Int, AnswerBars)
        case nowhere
    }

    /// By index of the rule, like all that follows: columns, so that weighing copies no more than it needs.
    let ids: [String]
    let weights: [Double]
    let goals: [Goal]
    /// For each rule the index of its language in `Language.known`; English is 0.
    let languages: [Int]
    let slugs: [String]
    let tags: [String]
    private let vocabulary: Vocabulary
    private let typos: Typos
    private let phrases: [Phrase]
    private let phraseTerms: [String]
    private let elements: [UInt16]
    /// The phrases that begin with symbol `s` are `phrases[firstStart[s]..<firstStart[s + 1]]`.
    private let firstStart: [UInt32]
    /// Where, among those, the phrases begin that ask for a certain second word.
    private let pairStart: [UInt32]
    private let followers: Followers

    init(_ set: RuleSet) {
        // Owners are 16 bits wide.
        let rules = Array(set.rules.prefix(Int(UInt16.max)))
        var slugs = RuleClassifier.categories
        var tags: [String] = []
        self.goals = rules.map { rule in
            switch rule.target {
            case .category(let slug):
                if let known = slugs.firstIndex(of: slug) { return .category(known) }
                slugs.append(slug)
                return .category(slugs.count - 1)
            case .priority(let level): return Priority.levels.firstIndex(of: level).map(Goal.priority) ?? .nowhere
            case .tag(let tag):
                if !tags.contains(tag) { tags.append(tag) }
                return .tag(tags.firstIndex(of: tag) ?? 0, AnswerBars.of(tag: tag))
            }
        }
        self.slugs = slugs
        self.tags = tags
        self.ids = rules.map(\.id)
        self.weights = rules.map(\.weight)
        self.languages = rules.map { rule in Language.known.firstIndex(of: rule.language) ?? 0 }

        var vocabulary = Vocabulary()
        var found: [(first: UInt16, phrase: Phrase, term: String)] = []
        var elements: [UInt16] = []
        func add(_ term: String, owner: Int, _ effect: Effect) {
            let symbols = Vocabulary.elements(of: term).compactMap { vocabulary.symbol(for: $0) }
            guard let first = symbols.first, first != Vocabulary.gap else { return }
            let phrase = Phrase(
                elements: UInt32(elements.count), second: symbols.count > 1 ? symbols[1] : Phrase.anything,
                count: UInt8(symbols.count), effect: effect, owner: UInt16(owner))
            found.append((first, phrase, term))
            elements += symbols
        }
        for (index, rule) in rules.enumerated() {
            for term in rule.terms { add(term, owner: index, .speaks) }
            for term in rule.without { add(term, owner: index, .vetoes) }
        }
        for (index, words) in Language.stopWords.enumerated() {
            for word in words { add(word, owner: index, .countsForLanguage) }
        }
        for term in Negation.openings { add(term, owner: Negation.reach, .negates) }
        for term in Negation.shortOpenings { add(term, owner: 1, .negates) }
        for term in Negation.ends { add(term, owner: 0, .endsNegation) }
        vocabulary.finish()
        found.sort { ($0.first, ~$0.phrase.second) < ($1.first, ~$1.phrase.second) }
        var starts = [UInt32](repeating: 0, count: vocabulary.symbolCount + 1)
        for item in found { starts[Int(item.first) + 1] += 1 }
        for symbol in 1..<starts.count { starts[symbol] += starts[symbol - 1] }
        var pairs = starts
        for item in found where item.phrase.second == Phrase.anything { pairs[Int(item.first)] += 1 }
        self.typos = Typos(vocabulary)
        self.vocabulary = vocabulary
        self.elements = elements
        self.phrases = found.map(\.phrase)
        self.phraseTerms = found.map(\.term)
        self.firstStart = starts
        self.pairStart = pairs
        var followers = Followers()
        for item in found where item.phrase.second != Phrase.anything { followers.add(item.first, item.phrase.second) }
        self.followers = followers
    }

    /// Index of the language in `Language.known`, from the small words and from whose rules fit: a word like `pin` is in
    /// the rules of several.
    func language(_ found: Found, _ look: Look) -> Int {
        for index in 0..<found.languages.count { found.languages[index] *= Language.stopWordWeight }
        for (index, letters) in [0, look.spanish, look.german, look.french, look.portuguese].enumerated() {
            found.languages[index] += UInt32(min(letters, Language.mostLetters))
        }
        for index in 0..<found.rules.count where found.rules[index] != 0 && found.rules[index] != Found.vetoed {
            if case .category = goals[index], weights[index] >= 1 { found.languages[languages[index]] += 1 }
        }
        return Language.likeliest(found.languages)
    }

    func term(_ phrase: Int) -> String { phraseTerms[phrase] }

    /// What one message matched. Pointers into scratch of the caller's stack.
    struct Found {
        /// For each rule the phrase that matched first plus 1; 0 for none; `vetoed` when taken back.
        let rules: UnsafeMutableBufferPointer<UInt32>
        let languages: UnsafeMutableBufferPointer<UInt32>
        static let vetoed = UInt32.max
        /// Set beside the phrase when it stands in the subject.
        static let inSubject: UInt32 = 1 << 31
    }

    /// Reads `fields` and fills `found`, which comes zeroed. `scratch` bounds how many words are looked at.
    func match(
        _ subject: String?, _ description: String, scratch: UnsafeMutableBufferPointer<UInt16>, found: Found
    ) -> Look {
        let look = vocabulary.trie?.withView { trie in
            var tokeniser = Tokeniser(trie, typos, into: scratch)
            if var subject { subject.withUTF8 { tokeniser.read($0, isBody: false) } }
            // The start of the text is no part of a subject without words.
            let subjectEnd = tokeniser.look.words > 0 ? tokeniser.count : 0
            var description = description
            description.withUTF8 { text in
                let before = tokeniser.look.words
                tokeniser.read(text, isBody: true)
                // Nothing but quoted text: then that is what it is about.
                if tokeniser.look.words == before { tokeniser.read(text, isBody: false) }
                if tokeniser.look.words == before { tokeniser.note(Marker.alone) }
            }
            search(UnsafeMutableBufferPointer(rebasing: scratch[..<tokeniser.count]), subjectEnd, found)
            return tokeniser.look
        }
        return look ?? Look()
    }

    private func search(_ tokens: UnsafeMutableBufferPointer<UInt16>, _ subjectEnd: Int, _ found: Found) {
        vocabulary.classStart.withUnsafeBufferPointer { classStart in
            vocabulary.classSymbols.withUnsafeBufferPointer { classSymbols in
                phrases.withUnsafeBufferPointer { phrases in
                    firstStart.withUnsafeBufferPointer { firstStart in
                        pairStart.withUnsafeBufferPointer { pairStart in
                            elements.withUnsafeBufferPointer { elements in
                                followers.bits.withUnsafeBufferPointer { followers in
                                    let search = PhraseSearch(
                                        classStart: classStart, classSymbols: classSymbols, phrases: phrases,
                                        firstStart: firstStart, pairStart: pairStart, followers: followers,
                                        elements: elements, tokens: UnsafeBufferPointer(tokens),
                                        subjectEnd: subjectEnd)
                                    search.run(into: found)
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}
