/// The byte classes of RFC 9110 and RFC 3986, as bit sets of the ASCII range.
enum Bytes {
    static let lineFeed: UInt8 = 0x0A
    static let carriageReturn: UInt8 = 0x0D
    static let tab: UInt8 = 0x09
    static let space: UInt8 = 0x20

    /// tchar, RFC 9110 section 5.6.2.
    @inline(__always)
    static func isToken(_ byte: UInt8) -> Bool {
        // ! # $ % & ' * + - . 0-9 and A-Z ^ _ ` a-z | ~
        member(byte, 0x03FF_6CFA_0000_0000, 0x57FF_FFFF_C7FF_FFFE)
    }

    /// unreserved, sub-delims and "%", RFC 3986 section 3.2.2: what a registered name is made of.
    @inline(__always)
    static func isRegisteredName(_ byte: UInt8) -> Bool {
        // ! $ % & ' ( ) * + , - . 0-9 ; = and A-Z _ a-z ~
        member(byte, 0x2BFF_7FF2_0000_0000, 0x47FF_FFFE_87FF_FFFE)
    }

    /// What may stand in a field value: no controls but tab; bytes of 0x80 and more are opaque (RFC 9110 section 5.5).
    @inline(__always)
    static func isFieldValue(_ byte: UInt8) -> Bool { byte >= 0x20 ? byte != 0x7F : byte == tab }

    @inline(__always)
    static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

    /// The value of a hexadecimal digit.
    @inline(__always)
    static func hexValue(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46: byte - 0x41 + 10
        case 0x61...0x66: byte - 0x61 + 10
        default: nil
        }
    }

    /// Whether `bytes` are `lowercase`, which is ASCII in lower case, in any case.
    @inline(__always)
    static func same(_ bytes: UnsafeBufferPointer<UInt8>, _ lowercase: StaticString) -> Bool {
        guard bytes.count == lowercase.utf8CodeUnitCount else { return false }
        let wanted = lowercase.utf8Start
        for index in 0..<bytes.count {
            let byte = bytes[index]
            guard (byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte) == wanted[index] else { return false }
        }
        return true
    }

    /// Without the spaces and tabs at both ends (OWS, RFC 9110 section 5.6.3).
    @inline(__always)
    static func trimmed(_ bytes: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
        var start = 0
        var end = bytes.count
        while start < end, bytes[start] == space || bytes[start] == tab { start += 1 }
        while end > start, bytes[end - 1] == space || bytes[end - 1] == tab { end -= 1 }
        return UnsafeBufferPointer(rebasing: bytes[start..<end])
    }

    /// Calls `body` with every element of a comma-separated list that is not empty (RFC 9110 section 5.6.1).
    static func forEachElement(
        of bytes: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) -> Void
    ) {
        var start = 0
        while start <= bytes.count {
            var end = start
            while end < bytes.count, bytes[end] != UInt8(ascii: ",") { end += 1 }
            let element = trimmed(UnsafeBufferPointer(rebasing: bytes[start..<end]))
            if !element.isEmpty { body(element) }
            start = end + 1
        }
    }

    /// The index of the first CR or LF from `start` on, or the end.
    static func lineEndIndex(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        let raw = UnsafeRawBufferPointer(bytes)
        var index = start
        while index + 8 <= raw.count {
            let word = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
            if hasZero(word ^ 0x0A0A_0A0A_0A0A_0A0A) || hasZero(word ^ 0x0D0D_0D0D_0D0D_0D0D) { break }
            index += 8
        }
        while index < raw.count, raw[index] != lineFeed, raw[index] != carriageReturn { index += 1 }
        return index
    }

    /// Whether all bytes may stand in a field value. Eight at a time: values are most of a head.
    static func areFieldValue(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int) -> Bool {
        let raw = UnsafeRawBufferPointer(bytes)
        var index = start
        while index + 8 <= end {
            let word = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
            // Bytes below 0x20 borrow from their highest bit; tabs are looked at below.
            let hasControl = (word &- 0x2020_2020_2020_2020) & ~word & 0x8080_8080_8080_8080 != 0
            if hasControl || hasZero(word ^ 0x7F7F_7F7F_7F7F_7F7F) {
                for offset in index..<(index + 8) where !isFieldValue(raw[offset]) { return false }
            }
            index += 8
        }
        while index < end {
            if !isFieldValue(raw[index]) { return false }
            index += 1
        }
        return true
    }

    /// Whether one of the eight bytes is zero (Anderson, "Bit Twiddling Hacks").
    @inline(__always)
    private static func hasZero(_ word: UInt64) -> Bool {
        (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080 != 0
    }

    @inline(__always)
    private static func member(_ byte: UInt8, _ low: UInt64, _ high: UInt64) -> Bool {
        byte < 128 && (byte < 64 ? low : high) >> UInt64(byte & 63) & 1 == 1
    }
}

/// Why a message is refused, and the one line that says so to whoever sent it.
package struct Refusal: Error, Equatable, Sendable {
    package let kind: ServerRefusal
    package let reason: String

    package init(_ kind: ServerRefusal, _ reason: String) {
        self.kind = kind
        self.reason = reason
    }

    static func bad(_ reason: String) -> Refusal { Refusal(.badRequest, reason) }
}
