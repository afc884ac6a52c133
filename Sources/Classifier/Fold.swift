/// How bytes and letters are read: what each byte is, and the plain letter under an accent.
enum Fold {
    enum Kind: UInt8 { case other, letter, digit, stop, newline, dollar, wide, clause, tag, entity }

    /// A switch of constants, which the compiler turns into a table.
    @inline(__always)
    static func kind(_ byte: UInt8) -> Kind {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): .letter
        case UInt8(ascii: "0")...UInt8(ascii: "9"): .digit
        case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ";"): .stop
        case UInt8(ascii: "\n"): .newline
        case UInt8(ascii: "$"): .dollar
        case UInt8(ascii: ","), UInt8(ascii: ":"): .clause
        case UInt8(ascii: "<"): .tag
        case UInt8(ascii: "&"): .entity
        case 0x80...: .wide
        default: .other
        }
    }

    @inline(__always)
    static func isWord(_ byte: UInt8) -> Bool {
        let kind = kind(byte)
        return kind == .letter || kind == .digit || kind == .wide
    }

    /// U+00C0 to U+00FF without their accents; the second letter of ß, æ and the like, else 0. (0, 0) for × and ÷.
    static func latin1(_ second: UInt8) -> (UInt8, UInt8) {
        // Upper and lower case stand 32 apart; ß and ÿ are the exceptions.
        if second == 0x9F { return (UInt8(ascii: "s"), UInt8(ascii: "s")) }
        switch second | 0x20 {
        case 0xA0...0xA5: return (UInt8(ascii: "a"), 0)
        case 0xA6: return (UInt8(ascii: "a"), UInt8(ascii: "e"))
        case 0xA7: return (UInt8(ascii: "c"), 0)
        case 0xA8...0xAB: return (UInt8(ascii: "e"), 0)
        case 0xAC...0xAF: return (UInt8(ascii: "i"), 0)
        case 0xB0: return (UInt8(ascii: "d"), 0)
        case 0xB1: return (UInt8(ascii: "n"), 0)
        case 0xB2...0xB6, 0xB8: return (UInt8(ascii: "o"), 0)
        case 0xB9...0xBC: return (UInt8(ascii: "u"), 0)
        case 0xBD, 0xBF: return (UInt8(ascii: "y"), 0)
        case 0xBE: return (UInt8(ascii: "t"), UInt8(ascii: "h"))
        default: return (0, 0)
        }
    }

    /// The letters of Polish, Czech, Turkish and Romanian that rules may ask for; the rest become `x`, which no word
    /// of the vocabulary has there.
    static func latinExtended(_ lead: UInt8, _ second: UInt8) -> UInt8 {
        switch (lead, second) {
        case (0xC4, 0x80...0x85): UInt8(ascii: "a")
        case (0xC4, 0x86...0x8D): UInt8(ascii: "c")
        case (0xC4, 0x92...0x9B): UInt8(ascii: "e")
        case (0xC4, 0x9C...0xA3): UInt8(ascii: "g")
        case (0xC4, 0xA8...0xB1): UInt8(ascii: "i")
        case (0xC5, 0x81...0x82): UInt8(ascii: "l")
        case (0xC5, 0x83...0x88): UInt8(ascii: "n")
        case (0xC5, 0x8C...0x93): UInt8(ascii: "o")
        case (0xC5, 0x94...0x99): UInt8(ascii: "r")
        case (0xC5, 0x9A...0xA1): UInt8(ascii: "s")
        case (0xC5, 0xA8...0xB3): UInt8(ascii: "u")
        case (0xC5, 0xB9...0xBE): UInt8(ascii: "z")
        default: UInt8(ascii: "x")
        }
    }

    /// The script of a character by its first two bytes of UTF-8; nil for signs that several scripts share.
    static func script(_ lead: UInt8, _ second: UInt8) -> Look.Script? {
        switch lead {
        case 0xCE, 0xCF: .greek
        case 0xD0...0xD3: .cyrillic
        case 0xD6, 0xD7: .hebrew
        case 0xD8...0xDB: .arabic
        case 0xE3: (0x81...0x83).contains(second) ? .japanese : .chinese
        case 0xE4...0xE9: .chinese
        case 0xEA...0xED: .korean
        default: nil
        }
    }
}
