/// Whether bytes are UTF-8 (RFC 3629 section 4): no overlong forms, no surrogates, nothing beyond U+10FFFF.
enum UTF8Check {
    static func holds(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        let count = bytes.count
        var at = 0
        while at < count {
            let first = bytes[at]
            if first < 0x80 {
                at += 1
                continue
            }
            let length: Int
            // What the second byte may be: the first one narrows it for the forms named above.
            let second: ClosedRange<UInt8>
            switch first {
            case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
            case 0xE0: (length, second) = (3, 0xA0...0xBF)
            case 0xED: (length, second) = (3, 0x80...0x9F)
            case 0xE1...0xEF: (length, second) = (3, 0x80...0xBF)
            case 0xF0: (length, second) = (4, 0x90...0xBF)
            case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
            case 0xF4: (length, second) = (4, 0x80...0x8F)
            default: return false
            }
            guard count - at >= length, second.contains(bytes[at + 1]) else { return false }
            if length > 2, bytes[at + 2] & 0xC0 != 0x80 { return false }
            if length > 3, bytes[at + 3] & 0xC0 != 0x80 { return false }
            at += length
        }
        return true
    }
}
