/// Mends one wrong, missing, added or swapped letter in the words that decide most.
///
/// Two words are one letter apart when they are the same after taking one letter out of each or of either, so every
/// word is entered under itself less each of its letters, and looked up in the same way: time grows with the length of
/// the word, not with the vocabulary. The first letter must be right, which most people get right.
struct Typos: Sendable {
    /// Letters of a word that is looked up at all, and bytes.
    static let shortest = 5
    private static let longest = 20
    /// Slots of the table: a power of two, more than three times what is entered.
    private static let slots = 8_192
    private static let factor: UInt32 = 0x0100_0193

    private var words: [[UInt8]] = []
    private var classes: [UInt16] = []
    /// Number of the word plus one under each hash, 0 for none; the next slot when taken.
    private var table = [UInt16](repeating: 0, count: slots)
    /// One bit for each hash that occurs, so that most words need no more than this.
    private var seen = [UInt64](repeating: 0, count: slots / 16)

    init(_ vocabulary: Vocabulary) {
        let real = Set(TypoWords.real).subtracting(TypoWords.mended).sorted().map { Array($0.utf8) }
        for word in TypoWords.mended {
            let letters = Array(word.utf8)
            let number = vocabulary.classOfWord(letters)
            guard number != Marker.unknown, letters.count <= Typos.longest else { continue }
            words.append(letters)
            classes.append(number)
            enter(letters, words.count)
        }
        // Real words are entered as themselves with no class: they need no mending.
        for letters in real {
            words.append(letters)
            classes.append(Marker.unknown)
            enter(letters, words.count)
        }
    }

    private mutating func enter(_ letters: [UInt8], _ number: Int) {
        withUnsafeTemporaryAllocation(of: UInt32.self, capacity: Typos.longest + 1) { hashes in
            letters.withUnsafeBufferPointer { letters in
                let count = Typos.hash(letters, into: hashes)
                for index in 0..<count {
                    let hash = hashes[index]
                    seen[Int(hash >> 6) % seen.count] |= 1 << UInt64(hash & 63)
                    var slot = Int(hash) % Typos.slots
                    while table[slot] != 0, Int(table[slot]) != number { slot = (slot + 1) % Typos.slots }
                    table[slot] = UInt16(number)
                }
            }
        }
    }

    /// The class of the word that `word` was meant to be, `Marker.unknown` for none.
    func mended(_ word: UnsafeBufferPointer<UInt8>) -> UInt16 {
        guard (Typos.shortest...Typos.longest).contains(word.count) else { return Marker.unknown }
        return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: Typos.longest) { letters in
            for (index, byte) in word.enumerated() {
                // Accents and apostrophes: those words are left as they are.
                guard Fold.kind(byte) == .letter else { return Marker.unknown }
                letters[index] = byte | 0x20
            }
            return withUnsafeTemporaryAllocation(of: UInt32.self, capacity: Typos.longest + 1) { hashes in
                find(UnsafeBufferPointer(rebasing: letters[..<word.count]), hashes)
            }
        }
    }

    private func find(_ letters: UnsafeBufferPointer<UInt8>, _ hashes: UnsafeMutableBufferPointer<UInt32>) -> UInt16 {
        let count = Typos.hash(letters, into: hashes)
        var best = Marker.unknown
        for index in 0..<count {
            let hash = hashes[index]
            guard seen[Int(hash >> 6) % seen.count] & 1 << UInt64(hash & 63) != 0 else { continue }
            var slot = Int(hash) % Typos.slots
            while table[slot] != 0 {
                let candidate = Int(table[slot]) - 1
                let distance = Typos.distance(letters, words[candidate])
                // The word itself is in the list: whatever it says, it is no typo.
                if distance == 0 { return classes[candidate] }
                if distance == 1, best == Marker.unknown { best = classes[candidate] }
                slot = (slot + 1) % Typos.slots
            }
        }
        return best
    }

    /// The hash of the word and of the word less each letter but the first, the letters of it weighed by their place.
    private static func hash(
        _ letters: UnsafeBufferPointer<UInt8>, into hashes: UnsafeMutableBufferPointer<UInt32>
    ) -> Int {
        var whole: UInt32 = 0
        for letter in letters { whole = whole &* factor &+ UInt32(letter) }
        hashes[0] = mixed(whole)
        // From the back: what follows the letter left out stays, what stands before it loses one power.
        var after: UInt32 = 0
        var power: UInt32 = 1
        var before = whole
        var written = 1
        var index = letters.count - 1
        while index > 0 {
            // `before` is the hash up to and with this letter.
            before = (before &- UInt32(letters[index])) &* inverse
            hashes[written] = mixed(before &* power &+ after)
            written += 1
            after = after &+ UInt32(letters[index]) &* power
            power = power &* factor
            index -= 1
        }
        return written
    }

    /// `factor` times this is 1, modulo 2^32.
    private static let inverse: UInt32 = {
        var inverse: UInt32 = 1
        for _ in 0..<5 { inverse = inverse &* (2 &- factor &* inverse) }
        return inverse
    }()

    @inline(__always)
    private static func mixed(_ hash: UInt32) -> UInt32 {
        let once = (hash ^ hash >> 15) &* 0x2C1B_3C6D
        return once ^ once >> 13
    }

    /// 0 the same, 1 one letter apart or two neighbours swapped, 2 further.
    static func distance(_ a: UnsafeBufferPointer<UInt8>, _ b: [UInt8]) -> Int {
        guard (a.count - b.count).magnitude <= 1 else { return 2 }
        let shorter = min(a.count, b.count)
        var front = 0
        while front < shorter, a[front] == b[front] { front += 1 }
        if front == shorter { return a.count == b.count ? 0 : 1 }
        var back = 0
        while back < shorter - front, a[a.count - 1 - back] == b[b.count - 1 - back] { back += 1 }
        let left = max(a.count, b.count) - front - back
        if left <= 1 { return 1 }
        if a.count == b.count, left == 2, a[front] == b[front + 1], a[front + 1] == b[front] { return 1 }
        return 2
    }
}
