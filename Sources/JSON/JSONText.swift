/// How text and numbers become bytes: the inner loops of the writer.
extension JSONWriter {
    /// Makes room for `more` bytes, so that `put` may be called that often.
    @inlinable
    mutating func reserve(_ more: Int) {
        if capacity &- count < more { grow(more) }
    }

    @inlinable
    mutating func put(_ byte: UInt8) {
        start[count] = byte
        count &+= 1
    }

    @inlinable
    mutating func separate() {
        guard needsComma else { return }
        reserve(1)
        put(0x2C)
    }

    @usableFromInline
    mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard let source = bytes.baseAddress else { return }
        reserve(bytes.count)
        (start + count).update(from: source, count: bytes.count)
        count += bytes.count
    }

    @usableFromInline
    @inline(never)
    mutating func grow(_ more: Int) {
        capacity = max(capacity * 2, count + more)
        let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
        larger.update(from: start, count: count)
        start.deallocate()
        start = larger
    }

    /// Copies clean text as it is, eight bytes at a time; escapes the quote, the backslash and control characters
    /// (RFC 8259, section 7). The caller has reserved 16 bytes more than the text has.
    @usableFromInline
    mutating func appendEscaped(_ utf8: UnsafeBufferPointer<UInt8>) {
        guard let source = utf8.baseAddress else { return }
        let length = utf8.count
        let ones: UInt64 = 0x0101_0101_0101_0101
        let tops: UInt64 = 0x8080_8080_8080_8080
        var at = 0
        while at + 8 <= length {
            let word = UnsafeRawPointer(source + at).loadUnaligned(as: UInt64.self)
            UnsafeMutableRawPointer(start + count).storeBytes(of: word, as: UInt64.self)
            // A top bit is set where the byte is below 0x20, a quote or a backslash; borrowing may set a higher one
            // as well, never a lower one, and the lowest decides.
            let bits = UInt64(littleEndian: word)
            let control = (bits &- ones &* 0x20) & ~bits
            let quote = bits ^ (ones &* 0x22)
            let backslash = bits ^ (ones &* 0x5C)
            let found = (control | ((quote &- ones) & ~quote) | ((backslash &- ones) & ~backslash)) & tops
            if found == 0 {
                at &+= 8
                count &+= 8
            } else {
                let clean = found.trailingZeroBitCount / 8
                count &+= clean
                appendEscape(source[at &+ clean])
                at &+= clean &+ 1
                reserve(length &- at &+ 16)
            }
        }
        while at < length {
            let byte = source[at]
            if byte < 0x20 || byte == 0x22 || byte == 0x5C {
                appendEscape(byte)
                reserve(length &- at &+ 16)
            } else {
                put(byte)
            }
            at &+= 1
        }
    }

    @inline(__always)
    private mutating func appendEscape(_ byte: UInt8) {
        put(0x5C)
        switch byte {
        case 0x22, 0x5C: put(byte)
        case 0x08: put(UInt8(ascii: "b"))
        case 0x09: put(UInt8(ascii: "t"))
        case 0x0A: put(UInt8(ascii: "n"))
        case 0x0C: put(UInt8(ascii: "f"))
        case 0x0D: put(UInt8(ascii: "r"))
        default:
            put(UInt8(ascii: "u"))
            put(UInt8(ascii: "0"))
            put(UInt8(ascii: "0"))
            put(UInt8(ascii: "0") + byte >> 4)
            let low = byte & 15
            put(low < 10 ? UInt8(ascii: "0") + low : UInt8(ascii: "a") + low - 10)
        }
    }

    /// At most 19 digits and a sign, for which the caller has reserved room.
    @usableFromInline
    mutating func appendDecimal(_ value: Int64) {
        if value < 0 { put(0x2D) }
        var rest = value.magnitude
        var length = 1
        var bound: UInt64 = 10
        while length < 19, rest >= bound {
            length &+= 1
            bound = bound &* 10
        }
        var at = count &+ length
        count = at
        for _ in 0..<length {
            at &-= 1
            start[at] = UInt8(truncatingIfNeeded: rest % 10) &+ 0x30
            rest /= 10
        }
    }
}
