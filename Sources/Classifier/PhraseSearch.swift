/// Finds the phrases of a set of rules in the tokens of one message. Borrows everything for that time.
struct PhraseSearch {
    let classStart: UnsafeBufferPointer<UInt32>
    let classSymbols: UnsafeBufferPointer<UInt16>
    let phrases: UnsafeBufferPointer<CompiledRules.Phrase>
    let firstStart: UnsafeBufferPointer<UInt32>
    let pairStart: UnsafeBufferPointer<UInt32>
    let elements: UnsafeBufferPointer<UInt16>
    let tokens: UnsafeBufferPointer<UInt16>
    let ruleCount: Int

    func run(into found: CompiledRules.Found) {
        for at in 0..<tokens.count where tokens[at] != Marker.unknown {
            let following = at + 1 < tokens.count ? Int(tokens[at + 1]) : 0
            let seconds = Int(classStart[following])..<Int(classStart[following + 1])
            for index in Int(classStart[Int(tokens[at])])..<Int(classStart[Int(tokens[at]) + 1]) {
                let symbol = Int(classSymbols[index])
                let pairs = Int(pairStart[symbol])
                for number in Int(firstStart[symbol])..<pairs where matches(number, from: 1, at + 1) {
                    take(number, found)
                }
                let end = Int(firstStart[symbol + 1])
                guard pairs < end else { continue }
                for second in seconds {
                    let wanted = classSymbols[second]
                    for number in pairs..<end
                    where phrases[number].second == wanted && matches(number, from: 2, at + 2) {
                        take(number, found)
                    }
                }
            }
        }
    }

    @inline(__always)
    private func take(_ number: Int, _ found: CompiledRules.Found) {
        let phrase = phrases[number]
        let owner = Int(phrase.owner)
        if owner >= ruleCount {
            found.languages[owner - ruleCount] += 1
        } else if phrase.vetoes {
            found.rules[owner] = CompiledRules.Found.vetoed
        } else if found.rules[owner] == 0 {
            found.rules[owner] = UInt32(number) + 1
        }
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
                    let token = tokens[at + skipped]
                    if has(token, wanted), stands(element + 2, end, at + skipped + 1) { return true }
                    if token == Marker.boundary { return false }
                }
                return false
            }
            guard at < tokens.count, has(tokens[at], symbol) else { return false }
            element += 1
            at += 1
        }
        return true
    }
}
