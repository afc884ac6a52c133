import Platform

/// A secret that is shown once, mailed or put in a link; only its hash is kept.
package struct SecretToken: Sendable, Equatable {
    /// 256 bits: beyond guessing, so that an unsalted fast hash is enough for storage.
    package static let randomBytes = 32

    /// 43 characters of Base64 (URL).
    package let text: String
    /// What is stored: SHA-256 of the text, 64 lower-case hexadecimal digits.
    package let hash: String

    package init(from random: Random) {
        text = Base64URL.encode(random.bytes(SecretToken.randomBytes))
        hash = SecretToken.hash(of: text)
    }

    /// The hash under which a presented text is looked up.
    package static func hash(of text: String) -> String { SHA256.hex(text) }

    /// A password to read out and type once: four groups of four characters of Crockford's Base32 (no I, L, O, U), that
    /// is 80 bits. "K3DM-0Q7V-TZ9A-4HXN"
    package static func oneTimePassword(from random: Random) -> String {
        let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)
        var characters: [UInt8] = []
        for (index, byte) in random.bytes(16).enumerated() {
            if index > 0 && index.isMultiple(of: 4) { characters.append(UInt8(ascii: "-")) }
            characters.append(alphabet[Int(byte & 31)])
        }
        return String(decoding: characters, as: UTF8.self)
    }
}
