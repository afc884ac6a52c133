/// Tells what the writer says now from what a mail carries along: quoted text, the heads above it, signatures.
///
/// Asked at the start of each line. Looks at no more than `reach` bytes of it, so a text costs linear time.
struct Zones {
    /// Bytes of a line that decide what it is.
    static let reach = 240
    /// Bytes; a longer line that begins with `Regards` is a sentence.
    private static let longestClosing = 60
    /// Words that must stand before a closing formula for it to close something.
    static let fewestWords = 3

    let text: UnsafeBufferPointer<UInt8>
    private var isSignature = false

    init(_ text: UnsafeBufferPointer<UInt8>) { self.text = text }

    /// Where reading goes on for a line that starts at `start`: there, after lines to leave out, or at the end.
    mutating func next(_ start: Int, wordsBefore: Int) -> Int {
        var at = start
        while at < text.count {
            let first = pastBlanks(at)
            guard first < text.count else { return first }
            if isSignature {
                if isPostscript(first) {
                    isSignature = false
                    return first
                }
            } else if text[first] == UInt8(ascii: ">") {
                // Quoted, line by line.
            } else {
                switch kind(first, wordsBefore) {
                case .text: return at
                case .mark: break
                case .signature: isSignature = true
                case .quote: return text.count
                }
            }
            at = pastLine(first)
        }
        return at
    }

    /// The lines of `text` that the writer says now.
    static func spoken(_ text: String) -> String {
        var text = text
        return text.withUTF8 { bytes in
            var zones = Zones(bytes)
            var kept: [UInt8] = []
            var words = 0
            var at = zones.next(0, wordsBefore: 0)
            while at < bytes.count {
                let end = zones.pastLine(at)
                let line = bytes[at..<end]
                words += line.split(whereSeparator: { $0 <= 0x20 }).count
                kept += line
                at = zones.next(end, wordsBefore: words)
            }
            return String(decoding: kept, as: UTF8.self)
        }
    }

    private enum Kind { case text, mark, signature, quote }

    private func kind(_ first: Int, _ wordsBefore: Int) -> Kind {
        switch text[first] {
        case UInt8(ascii: "-"), UInt8(ascii: "_"):
            return rule(first, lineEnd(first, within: Zones.reach))
        case UInt8(ascii: "#"), UInt8(ascii: "*"), UInt8(ascii: "("), UInt8(ascii: "<"), UInt8(ascii: "\n"):
            return .text
        default: break
        }
        if Zones.devices.contains(where: { begins(first, $0) }) { return .mark }
        if Zones.quoters.contains(where: { begins(first, $0) }), let after = attributionEnd(first) {
            let following = pastBlanks(pastNewlines(after))
            return following < text.count && text[following] == UInt8(ascii: ">") ? .mark : .quote
        }
        if Zones.headers.contains(where: { begins(first, $0) }) {
            let following = pastBlanks(pastLine(first))
            if Zones.headersAfter.contains(where: { begins(following, $0) }) { return .quote }
        }
        guard wordsBefore >= Zones.fewestWords else { return .text }
        let end = lineEnd(first, within: Zones.longestClosing + 1)
        return end - first <= Zones.longestClosing && closes(first, end) ? .signature : .text
    }

    /// `-- ` starts a signature, `-----Original Message-----` and a line of underscores what was answered.
    private func rule(_ first: Int, _ end: Int) -> Kind {
        var at = first
        while at < end, text[at] == text[first] { at += 1 }
        let length = at - first
        let rest = pastBlanks(at)
        if rest >= end {
            if text[first] == UInt8(ascii: "_") { return length >= 20 ? .quote : .text }
            return length == 2 ? .signature : .text
        }
        guard length >= 3 || (length == 2 && rest == at) else { return .text }
        return Zones.originals.contains(where: { begins(rest, $0) }) ? .quote : .text
    }

    /// The end of `On Monday Ada wrote:`, which may run over two lines; nil when it is none.
    private func attributionEnd(_ first: Int) -> Int? {
        let limit = min(text.count, first + Zones.reach)
        var at = first
        var lines = 0
        var hasVerb = false
        while at < limit {
            if text[at] == UInt8(ascii: "\n") {
                lines += 1
                if lines == 2 { return nil }
            } else if text[at] == UInt8(ascii: ":"), hasVerb {
                let next = pastBlanks(at + 1)
                if next >= text.count || text[next] == UInt8(ascii: "\n") { return next }
            } else if text[at] <= 0x20 || text[at] == UInt8(ascii: ",") {
                let word = at + 1
                if Zones.verbs.contains(where: { begins(word, $0) }) { hasVerb = true }
            }
            at += 1
        }
        return nil
    }

    private func closes(_ first: Int, _ end: Int) -> Bool {
        if Zones.closings.contains(where: { begins(first, $0) && endsThere(first, $0, end) }) { return true }
        // "Many thanks and best regards,"
        guard begins(first, "many thanks") || begins(first, "thanks") || begins(first, "thank you") else {
            return false
        }
        var at = first
        while at < end {
            if begins(at, "regards") { return true }
            at += 1
        }
        return false
    }

    /// A closing is followed by nothing, a comma or a name: at most three words.
    private func endsThere(_ first: Int, _ closing: StaticString, _ end: Int) -> Bool {
        var at = first + closing.utf8CodeUnitCount
        // Some closings are stems: `mit freundlichen Gr` stands for Grüßen and Grüssen.
        while at < end, Fold.isWord(text[at]) { at += 1 }
        var words = 0
        var inside = false
        while at < end {
            let isWord = Fold.isWord(text[at])
            if isWord, !inside { words += 1 }
            if text[at] == UInt8(ascii: "?") || text[at] == UInt8(ascii: ":") { return false }
            inside = isWord
            at += 1
        }
        return words <= 4
    }

    private func isPostscript(_ first: Int) -> Bool {
        guard begins(first, "ps") || begins(first, "p.s") else { return false }
        return first + 2 < text.count && !Fold.isWord(text[first + 2]) || begins(first, "p.s")
    }

    /// Whether `prefix`, in lower-case ASCII, stands at `at` in either case.
    private func begins(_ at: Int, _ prefix: StaticString) -> Bool {
        let count = prefix.utf8CodeUnitCount
        guard at + count <= text.count else { return false }
        let wanted = prefix.utf8Start
        for index in 0..<count {
            let byte = text[at + index]
            let lower = byte &- 0x41 < 26 ? byte | 0x20 : byte
            if lower != wanted[index] { return false }
        }
        return true
    }

    private func pastBlanks(_ start: Int) -> Int {
        var at = start
        while at < text.count, text[at] == 0x20 || text[at] == 0x09 || text[at] == 0x0D { at += 1 }
        return at
    }

    private func pastNewlines(_ start: Int) -> Int {
        var at = start
        while at < text.count, text[at] <= 0x20 { at += 1 }
        return at
    }

    private func pastLine(_ start: Int) -> Int {
        var at = start
        while at < text.count, text[at] != UInt8(ascii: "\n") { at += 1 }
        return min(at + 1, text.count)
    }

    /// The end of the line, or as far as the caller looks.
    private func lineEnd(_ start: Int, within reach: Int) -> Int {
        let limit = min(text.count, start + reach)
        var at = start
        while at < limit, text[at] != UInt8(ascii: "\n"), text[at] != 0x0D { at += 1 }
        return at
    }
}

extension Zones {
    private static let devices: [StaticString] = [
        "sent from ", "get outlook for", "gesendet von ", "von meinem ", "envoyé de ", "envoyé depuis",
        "enviado desde ",
        "enviado do ", "enviado a partir", "inviato da ", "verzonden vanaf", "verstuurd vanaf",
    ]
    private static let quoters: [StaticString] = [
        "on ", "am ", "le ", "el ", "em ", "il ", "op ", "den ", "no dia ", "a ",
    ]
    private static let verbs: [StaticString] = [
        "wrote", "schrieb", "a écrit", "écrit", "escribió", "escreveu", "ha scritto", "schreef", "skrev",
    ]
    private static let headers: [StaticString] = ["from:", "von:", "de:", "da:", "van:", "*from:*", "*von:*"]
    private static let headersAfter: [StaticString] = [
        "sent:", "date:", "to:", "gesendet:", "datum:", "an:", "envoyé", "à :", "enviado", "fecha:", "para:", "data:",
        "inviato:", "verzonden:", "*sent:*", "*gesendet:*",
    ]
    private static let originals: [StaticString] = [
        "original", "urspr", "message d", "mensaje original", "mensagem original", "forwarded message",
        "weitergeleitete", "message transf", "mensaje reenviado", "mensagem encaminhada", "messaggio",
        "oorspronkelijk", "reply above", "please reply above",
    ]
    private static let closings: [StaticString] = [
        "best regards", "kind regards", "warm regards", "regards", "with regards", "with kind regards", "best wishes",
        "sincerely", "yours sincerely", "yours faithfully", "yours truly", "respectfully", "best,", "cheers,",
        "mit freundlichen gr", "mit freundlichem gru", "mit besten gr", "freundliche gr", "beste gr", "viele gr",
        "liebe gr", "herzliche gr", "schöne gr", "gruß", "mfg", "vg,", "lg,", "hochachtungsvoll",
        "cordialement", "bien cordialement", "bien à vous", "sincères salutations", "salutations", "cordiales salut",
        "saludos", "un saludo", "un cordial saludo", "cordialmente", "atentamente", "muy atentamente",
        "atenciosamente", "cumprimentos", "com os melhores cumprimentos", "melhores cumprimentos", "abraço", "att,",
        "cordiali saluti", "distinti saluti", "met vriendelijke groet",
    ]
}
