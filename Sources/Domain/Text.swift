/// What text from outside may look like. Lengths count Unicode scalars after trimming white space.
package enum Text {
    /// `text` without white space at either end (Unicode's White_Space).
    package static func trimmed(_ text: String) -> String {
        let scalars = text.unicodeScalars
        guard let first = scalars.first, let last = scalars.last else { return text }
        if !first.properties.isWhitespace && !last.properties.isWhitespace { return text }
        guard let start = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
            let end = scalars.lastIndex(where: { !$0.properties.isWhitespace })
        else { return "" }
        return String(scalars[start...end])
    }

    /// Whether `text` has a NUL or another control character besides tab, line feed and carriage return.
    package static func hasForbiddenControls(_ text: String) -> Bool {
        var previous: UInt8 = 0
        for byte in text.utf8 {
            if byte < 0x20 && byte != 0x09 && byte != 0x0A && byte != 0x0D || byte == 0x7F { return true }
            // C1 controls, U+0080 to U+009F, are 0xC2 0x80...0x9F in UTF-8.
            if previous == 0xC2 && byte < 0xA0 { return true }
            previous = byte
        }
        return false
    }

    package static func hasLineBreak(_ text: String) -> Bool { text.utf8.contains { $0 == 0x0A || $0 == 0x0D } }

    /// Whether `word` stands in `text`, byte by byte. The library's own search compares by Unicode's rules, which costs
    /// some 10,000 instructions a word even where both are ASCII.
    package static func contains(_ word: String, in text: String) -> Bool {
        var (word, text) = (word, text)
        return word.withUTF8 { word in
            text.withUTF8 { text in
                guard let first = word.first, word.count <= text.count else { return word.isEmpty }
                return (0...text.count - word.count).contains { start in
                    text[start] == first && text[start..<start + word.count].elementsEqual(word)
                }
            }
        }
    }

    /// The first `count` scalars of `text`.
    package static func prefix(_ text: String, _ count: Int) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.prefix(count)))
    }
}

/// An e-mail address as we keep and compare it: trimmed and lower-cased.
package enum EmailAddress {
    package static let longest = 254

    /// The address in the form in which it is kept, or nil for what no mail could be sent to.
    ///
    /// One "@", a local part of up to 64 characters out of RFC 5322's atoms, a domain of labels (RFC 1035).
    package static func normalized(_ text: String) -> String? {
        let address = Text.trimmed(text).lowercased()
        guard address.utf8.count <= longest, !address.isEmpty else { return nil }
        let parts = address.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2 else { return nil }
        let local = parts[0].unicodeScalars
        guard (1...64).contains(local.count), local.first != ".", local.last != ".", !parts[0].contains("..") else {
            return nil
        }
        guard local.allSatisfy({ $0.value > 0x7F ? $0.properties.isAlphabetic : isAtom($0) || $0 == "." }) else {
            return nil
        }
        let labels = parts[1].split(separator: ".", omittingEmptySubsequences: false)
        guard labels.count >= 2 else { return nil }
        for label in labels {
            let scalars = label.unicodeScalars
            guard (1...63).contains(scalars.count), scalars.first != "-", scalars.last != "-" else { return nil }
            guard
                scalars.allSatisfy({ isLetterOrDigit($0) || $0 == "-" || $0.value > 0x7F && $0.properties.isAlphabetic }
                )
            else { return nil }
        }
        return address
    }

    private static func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
        ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar)
    }

    private static func isAtom(_ scalar: Unicode.Scalar) -> Bool {
        isLetterOrDigit(scalar) || "!#$%&'*+-/=?^_`{|}~".unicodeScalars.contains(scalar)
    }
}

/// A telephone number in E.164: "+" and 7 to 15 digits.
package enum PhoneNumber {
    /// The number in E.164, with blanks, dots, hyphens and brackets taken out and a leading "00" read as "+"; nil for
    /// anything else, a national number too, since its country is unknown.
    package static func normalized(_ text: String) -> String? {
        var digits = ""
        var hasPlus = false
        for (index, scalar) in Text.trimmed(text).unicodeScalars.enumerated() {
            switch scalar {
            case "+" where index == 0: hasPlus = true
            case "0"..."9": digits.unicodeScalars.append(scalar)
            case " ", "-", ".", "(", ")", "/", "\u{A0}": continue
            default: return nil
            }
        }
        if !hasPlus {
            guard digits.hasPrefix("00") else { return nil }
            digits.removeFirst(2)
        }
        guard (7...15).contains(digits.count), digits.first != "0" else { return nil }
        return "+" + digits
    }
}
