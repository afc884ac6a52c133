/// Finds the phrases of a set of rules in the tokens of one message. Borrows everything for that time.
struct PhraseSearch {
    let classStart: UnsafeBufferPointer<UInt32>
    let classSymbols: UnsafeBufferPointer<UInt16>
    let phrases: UnsafeBufferPointer<CompiledRules.Phrase>
    let firstStart: UnsafeBufferPointer<UInt32>
    let pairStart: UnsafeBufferPointer<UInt32>
    let followers: UnsafeBufferPointer<UInt64>
    let elements: UnsafeBufferPointer<UInt16>
    let tokens: UnsafeBufferPointer<UInt16>
    /// Tokens before this one are the subject's.
    let subjectEnd: Int

    /// The tokens that are said not to be the matter.
    private struct Denied {
        var start = 0
        var end = 0

        /// "Not a" and "not a question of" begin at the same word.
        mutating func extend(by other: Denied) {
            start = other.start < end ? min(start, other.start) : other.start
            end = max(end, other.end)
        }
    }

    func run(into found: CompiledRules.Found) {
        var denied = Denied()
        for at in 0..<tokens.count where token(at) != Marker.unknown {
            let following = at + 1 < tokens.count ? Int(token(at + 1)) : 0
            let seconds = Int(classStart[following])..<Int(classStart[following + 1])
            let first = Int(token(at))
            for index in Int(classStart[first])..<Int(classStart[first + 1]) {
                let symbol = Int(classSymbols[index])
                let pairs = Int(pairStart[symbol])
                for number in Int(firstStart[symbol])..<pairs where matches(number, from: 1, at + 1) {
                    take(number, at, found, &denied)
                }
                let end = Int(firstStart[symbol + 1])
                guard pairs < end else { continue }
                for second in seconds {
                    let wanted = classSymbols[second]
                    let bit = Followers.bit(UInt16(truncatingIfNeeded: symbol), wanted)
                    guard followers[bit >> 6] & 1 << UInt64(bit & 63) != 0 else { continue }
                    var number = firstPhrase(asking: wanted, pairs, end)
                    while number < end, phrases[number].second == wanted {
                        if matches(number, from: 2, at + 2) { take(number, at, found, &denied) }
                        number += 1
                    }
                }
            }
        }
    }

    /// The first of the phrases `low..<high` whose second word is `wanted` or sorted behind it; they are in descending
    /// order of that. Some words begin a hundred phrases.
    @inline(__always)
    private func firstPhrase(asking wanted: UInt16, _ low: Int, _ high: Int) -> Int {
        var (low, high) = (low, high)
        while low < high {
            let middle = (low + high) / 2
            if phrases[middle].second > wanted { low = middle + 1 } else { high = middle }
        }
        return low
    }

    @inline(__always)
    private func token(_ at: Int) -> UInt16 { tokens[at] & Tokeniser.classMask }

    @inline(__always)
    private func take(_ number: Int, _ at: Int, _ found: CompiledRules.Found, _ denied: inout Denied) {
        let phrase = phrases[number]
        let owner = Int(phrase.owner)
        switch phrase.effect {
        case .speaks:
            guard found.rules[owner] == 0, at < denied.start || at >= denied.end else { return }
            found.rules[owner] = UInt32(number) + 1 | (at < subjectEnd ? CompiledRules.Found.inSubject : 0)
        case .vetoes: found.rules[owner] = CompiledRules.Found.vetoed
        case .countsForLanguage: found.languages[owner] += 1
        case .negates: denied.extend(by: clause(after: at + Int(phrase.count), reach: owner))
        case .endsNegation: if at < denied.end { denied.end = at }
        }
    }

    /// From `start` to the end of the clause, a few words at most.
    private func clause(after start: Int, reach: Int) -> Denied {
        var end = start
        let limit = min(tokens.count, start + reach)
        while end < limit, token(end) != Marker.boundary, end == start || tokens[end] & Tokeniser.afterComma == 0 {
            end += 1
        }
        return Denied(start: start, end: end)
    }

    /// Whether the rest of a phrase, from its element `from` on, stands at `at`.
    @inline(__always)
    private func matches(_ number: Int, from: Int, _ at: Int) -> Bool {
        let phrase = phrases[number]
        if Int(phrase.count) <= from { return true }
        let first = Int(phrase.elements)
        return stands(first + from, first + Int(phrase.count), at)
    }

    @inline(__always)
    private func has(_ token: UInt16, _ symbol: UInt16) -> Bool {
        var index = Int(classStart[Int(token)])
        let end = Int(classStart[Int(token) + 1])
        while index < end {
            if classSymbols[index] == symbol { return true }
            index += 1
        }
        return false
    }

    /// Whether `elements[first..<end]` stand at `start` and after. Gaps are tried from short to long; a term has at most
    /// 12 elements, so the recursion is shallow.
    private func stands(_ first: Int, _ end: Int, _ start: Int) -> Bool {
        var element = first
        var at = start
        while element < end {
            let symbol = elements[element]
            if symbol == Vocabulary.gap {
                let wanted = elements[element + 1]
                for skipped in 0...Vocabulary.longestGap {
                    guard at + skipped < tokens.count else { return false }
                    let token = token(at + skipped)
                    if has(token, wanted), stands(element + 2, end, at + skipped + 1) { return true }
                    if token == Marker.boundary { return false }
                }
                return false
            }
            guard at < tokens.count, has(token(at), symbol) else { return false }
            element += 1
            at += 1
        }
        return true
    }
}
