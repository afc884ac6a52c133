/// The words of a message, folded: lower case, no accents, no apostrophes.
package struct MessageWords: Sendable {
    /// Scalars that are looked at; what a message is about is said before.
    static let longest = 20_000

    let inOrder: [String]
    let all: Set<String>

    package init(_ texts: [String]) {
        var words: [String] = []
        words.reserveCapacity(128)
        for text in texts { words += MessageWords.split(text) }
        inOrder = words
        all = Set(words)
    }

    static func split(_ text: String) -> [String] {
        var text = text
        return text.withUTF8 { utf8 in plain(utf8.prefix(longest)) } ?? folded(text)
    }

    /// The words of what is all ASCII, which most messages are; nil for anything else.
    private static func plain(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> [String]? {
        guard text.allSatisfy({ $0 < 0x80 }) else { return nil }
        return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: text.count) { word in
            var words: [String] = []
            words.reserveCapacity(text.count / 5)
            var length = 0
            func finish() {
                if length > 0 { words.append(String(decoding: word[..<length], as: UTF8.self)) }
                length = 0
            }
            for byte in text {
                switch byte {
                case 0x61...0x7A, 0x30...0x39:
                    word[length] = byte
                    length += 1
                case 0x41...0x5A:
                    word[length] = byte | 0x20
                    length += 1
                case 0x27: continue
                default: finish()
                }
            }
            finish()
            return words
        }
    }

    private static func folded(_ text: String) -> [String] {
        var words: [String] = []
        var word: [UInt8] = []
        func finish() {
            if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
            word.removeAll(keepingCapacity: true)
        }
        for scalar in text.unicodeScalars.prefix(longest) {
            switch scalar.value {
            case 0x61...0x7A, 0x30...0x39: word.append(UInt8(scalar.value))
            case 0x41...0x5A: word.append(UInt8(scalar.value) | 0x20)
            // Apostrophes, and accents that follow their letter.
            case 0x27, 0x2019, 0x300...0x36F: continue
            case 0...0x7F: finish()
            case 0xC0...0xFF:
                let folded = Fold.latin1(UInt8(scalar.value - 0x40))
                if folded.0 == 0 { finish() } else { word.append(folded.0) }
                if folded.1 != 0 { word.append(folded.1) }
            default:
                guard scalar.properties.isAlphabetic || scalar.properties.numericType != nil else {
                    finish()
                    continue
                }
                word.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
            }
        }
        finish()
        return words
    }
}

/// What is looked for in a message: a word or, with `*` at its end, the beginning of one; several in a row have to
/// stand in a row. A word stands for its plural in s or es too.
package struct WordPattern: Sendable, Equatable {
    /// A beginning shorter than this would be in nearly every message.
    static let shortestStem = 3

    private struct Part: Equatable {
        /// The word, its plurals where it is no beginning.
        let forms: [String]
        let isStem: Bool

        init(_ text: String, isStem: Bool) {
            let hasPlurals = !isStem && text.utf8.count >= WordPattern.shortestStem
            forms = hasPlurals ? [text, text + "s", text + "es"] : [text]
            self.isStem = isStem
        }

        func accepts(_ word: String) -> Bool { isStem ? word.hasPrefix(forms[0]) : forms.contains(word) }

        func stands(in words: Set<String>) -> Bool {
            isStem ? words.contains(where: accepts) : forms.contains(where: words.contains)
        }
    }

    private let parts: [Part]
    /// A beginning takes a look at every word.
    package var isCostly: Bool { parts.count > 1 || parts.contains(where: \.isStem) }

    /// Nil for what has no letter or digit, a star elsewhere than at the end of a word, or a beginning of fewer than
    /// three letters.
    package init?(_ text: String) {
        var parts: [Part] = []
        for written in text.split(whereSeparator: \.isWhitespace) {
            let isStem = written.last == "*"
            let letters = isStem ? written.dropLast() : written
            let words = MessageWords.split(String(letters))
            guard let last = words.last, !letters.contains("*") else { return nil }
            if isStem, last.unicodeScalars.count < WordPattern.shortestStem { return nil }
            parts += words.dropLast().map { Part($0, isStem: false) }
            parts.append(Part(last, isStem: isStem))
        }
        guard !parts.isEmpty else { return nil }
        self.parts = parts
    }

    package func stands(in words: MessageWords) -> Bool {
        guard let first = parts.first, first.stands(in: words.all) else { return false }
        if parts.count == 1 { return true }
        let order = words.inOrder
        guard order.count >= parts.count else { return false }
        for start in 0...(order.count - parts.count) where first.accepts(order[start]) {
            if parts.indices.dropFirst().allSatisfy({ parts[$0].accepts(order[start + $0]) }) { return true }
        }
        return false
    }
}
