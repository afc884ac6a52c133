/// One line that says what a message is about.
enum Summary {
    /// Unicode scalars.
    static let longest = 160
    /// A sentence with fewer bytes is a greeting or a sigh.
    private static let fewestBytes = 24
    private static let greetings = [
        "hello", "hi", "hey", "dear", "good morning", "good afternoon", "good day", "greetings", "i hope this", "hope",
        "i trust this", "thank", "hola", "hallo", "guten", "bonjour", "ola", "my name is",
    ]

    static func of(subject: String?, description: String) -> String {
        var text = description
        let found = text.withUTF8 { bytes in sentence(bytes) }
        if let found { return found }
        let fallback = subject.flatMap { $0.isEmpty ? nil : $0 } ?? description
        var copy = fallback
        return copy.withUTF8 { cut($0, 0, $0.count) }
    }

    /// The first sentence that is long enough and no greeting; nil for none.
    private static func sentence(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
        var zones = Zones(bytes)
        var start = zones.next(0, wordsBefore: 0)
        var at = start
        let end = min(bytes.count, start + 2_000)
        while at <= end {
            let isEnd = at == end || isStop(bytes, at, end)
            if isEnd {
                while start < at, bytes[start] <= 0x20 { start += 1 }
                let stop = at < end && bytes[at] != UInt8(ascii: "\n") && bytes[at] != UInt8(ascii: "<") ? at + 1 : at
                // A cut inside a character at the reading limit is no sentence.
                if stop - start >= fewestBytes, !isGreeting(bytes, start, stop), at < end || end == bytes.count {
                    return cut(bytes, start, stop)
                }
                start = stop
                if at < end, bytes[at] == UInt8(ascii: "\n") {
                    // A greeting is no closing: enough has been said for one.
                    let next = zones.next(at + 1, wordsBefore: Zones.fewestWords)
                    if next > at + 1 {
                        start = next
                        at = next
                        continue
                    }
                }
            }
            at += 1
        }
        return nil
    }

    private static func isStop(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int, _ end: Int) -> Bool {
        switch bytes[at] {
        case UInt8(ascii: "\n"): true
        case UInt8(ascii: "<"): markup(bytes, at, end)?.isSpace ?? false
        case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): at + 1 == end || bytes[at + 1] <= 0x20
        default: false
        }
    }

    private static func isGreeting(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Bool {
        for greeting in greetings {
            let length = greeting.utf8.count
            guard end - start > length, end - start < 80 || greeting.utf8.first == UInt8(ascii: "i") else { continue }
            var at = start
            var same = true
            for byte in greeting.utf8 {
                if bytes[at] | 0x20 != byte | 0x20 { same = false; break }
                at += 1
            }
            if same, !Fold.isWord(bytes[at]) { return true }
        }
        return false
    }

    /// A tag or an entity at `at`: where it ends, and whether it parts words, as `<p>` and `&nbsp;` do. Nil for none.
    private static func markup(
        _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int
    ) -> (end: Int, isSpace: Bool)? {
        guard start + 2 < end else { return nil }
        var at = start + 1
        if bytes[start] == UInt8(ascii: "<") {
            if bytes[at] == UInt8(ascii: "/") { at += 1 }
            let name = bytes[at]
            let second = at + 1 < end ? bytes[at + 1] : 0
            guard Fold.kind(name) == .letter || name == UInt8(ascii: "!") else { return nil }
            let limit = min(end, start + Tokeniser.longestTag)
            while at < limit, bytes[at] != UInt8(ascii: ">"), bytes[at] != UInt8(ascii: "<") { at += 1 }
            guard at < limit, bytes[at] == UInt8(ascii: ">") else { return nil }
            return (at + 1, Tokeniser.isBlock(name, second))
        }
        guard bytes[start] == UInt8(ascii: "&") else { return nil }
        let limit = min(end, start + 8)
        while at < limit, Fold.isWord(bytes[at]) || bytes[at] == UInt8(ascii: "#") { at += 1 }
        return at < limit && at > start + 1 && bytes[at] == UInt8(ascii: ";") ? (at + 1, true) : nil
    }

    /// At most `longest` scalars of `bytes[start..<end]`, white space runs made one space, controls left out, an
    /// ellipsis where it was cut.
    private static func cut(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> String {
        let room = min(end - start, longest * 4) + 3
        guard end > start else { return "" }
        return String(unsafeUninitializedCapacity: room) { out in
            var written = 0
            var scalars = 0
            var lastFull = 0
            var at = start
            while at < end {
                let byte = bytes[at]
                if byte > 0x20, byte < 0x7F, byte != UInt8(ascii: "<"), byte != UInt8(ascii: "&"), scalars < longest {
                    out[written] = byte
                    written += 1
                    scalars += 1
                    at += 1
                    if scalars < longest { lastFull = written }
                    continue
                }
                let width = byte < 0xC0 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
                guard at + width <= end else { break }
                if scalars == longest {
                    written = lastFull
                    for part in "…".utf8 { out[written] = part; written += 1 }
                    return written
                }
                if let markup = markup(bytes, at, end) {
                    if markup.isSpace, written > 0, out[written - 1] != 0x20 {
                        out[written] = 0x20
                        written += 1
                        scalars += 1
                    }
                    at = markup.end
                    continue
                }
                if byte <= 0x20 || byte == 0x7F {
                    if written > 0, out[written - 1] != 0x20 { out[written] = 0x20; written += 1; scalars += 1 }
                } else {
                    for part in 0..<width { out[written] = bytes[at + part]; written += 1 }
                    scalars += 1
                }
                at += width
                if scalars < longest { lastFull = written }
            }
            while written > 0, out[written - 1] == 0x20 { written -= 1 }
            return written
        }
    }
}
