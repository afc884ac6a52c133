/// Base64 with the URL alphabet and without padding (RFC 4648 section 5, RFC 7515 section 2).
///
/// Each byte string has exactly one text: whoever changes a text changes the bytes, or the text is refused.
package enum Base64URL {
    package static func encode(_ bytes: [UInt8]) -> String {
        String(unsafeUninitializedCapacity: (bytes.count * 4 + 2) / 3) { buffer in
            var at = 0
            var pending: UInt32 = 0
            var bits: UInt32 = 0
            for byte in bytes {
                pending = pending << 8 | UInt32(byte)
                bits += 8
                while bits >= 6 {
                    bits -= 6
                    buffer[at] = character(pending >> bits & 63)
                    at += 1
                }
            }
            if bits > 0 {
                buffer[at] = character(pending << (6 - bits) & 63)
                at += 1
            }
            return at
        }
    }

    package static func decode(_ text: String) -> [UInt8]? {
        var text = text
        return text.withUTF8 { decode($0) }
    }

    /// Nil for padding, white space, characters of plain Base64, and unused bits that are not zero.
    package static func decode(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
        guard text.count % 4 != 1 else { return nil }
        var isValid = true
        let bytes = [UInt8](unsafeUninitializedCapacity: text.count * 3 / 4) { buffer, initialized in
            var pending: UInt32 = 0
            var bits: UInt32 = 0
            for character in text {
                let value = sextets[Int(character)]
                guard value < 64 else {
                    isValid = false
                    return
                }
                pending = pending << 6 | UInt32(value)
                bits += 6
                if bits >= 8 {
                    bits -= 8
                    buffer[initialized] = UInt8(truncatingIfNeeded: pending >> bits)
                    initialized += 1
                }
            }
            // RFC 4648 section 3.5: what is left over has to be zero.
            isValid = pending & ((1 << bits) - 1) == 0
        }
        return isValid ? bytes : nil
    }

    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)

    /// The six bits of each character; 255 for what is none of the alphabet.
    private static let sextets: [UInt8] = {
        var table = [UInt8](repeating: 255, count: 256)
        for (value, character) in alphabet.enumerated() { table[Int(character)] = UInt8(value) }
        return table
    }()

    private static func character(_ value: UInt32) -> UInt8 { alphabet[Int(value)] }
}
