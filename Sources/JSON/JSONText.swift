/// How text and numbers become bytes: the inner loops of the writer.
extension JSONWriter {
    /// Copies clean runs as they are; escapes the quote, the backslash and control characters (RFC 8259, section 7).
    @usableFromInline
    mutating func appendEscaped(_ utf8: UnsafeBufferPointer<UInt8>) {
        guard let start = utf8.baseAddress else { return }
        let count = utf8.count
        var from = 0
        while true {
            let to = Self.endOfCleanRun(start, from: from, count: count)
            if to > from { buffer.append(contentsOf: UnsafeBufferPointer(start: start + from, count: to - from)) }
            if to == count { return }
            appendEscape(start[to])
            from = to + 1
        }
    }

    /// The first byte at or after `from` that has to be escaped, or `count`. Looks at eight bytes at a time.
    @inline(__always)
    static func endOfCleanRun(_ start: UnsafePointer<UInt8>, from: Int, count: Int) -> Int {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let tops: UInt64 = 0x8080_8080_8080_8080
        var at = from
        while at + 8 <= count {
            let word = UnsafeRawPointer(start + at).loadUnaligned(as: UInt64.self)
            // A top bit is set where the byte is below 0x20, a quote or a backslash; borrowing may set a higher one
            // as well, never a lower one, and the lowest decides.
            let control = (word &- ones &* 0x20) & ~word
            let quote = word ^ (ones &* 0x22)
            let backslash = word ^ (ones &* 0x5C)
            let found = (control | ((quote &- ones) & ~quote) | ((backslash &- ones) & ~backslash)) & tops
            if found != 0 { return at + UInt64(littleEndian: found).trailingZeroBitCount / 8 }
            at += 8
        }
        while at < count {
            let byte = start[at]
            if byte < 0x20 || byte == 0x22 || byte == 0x5C { return at }
            at += 1
        }
        return count
    }

    private mutating func appendEscape(_ byte: UInt8) {
        buffer.append(0x5C)
        switch byte {
        case 0x22, 0x5C: buffer.append(byte)
        case 0x08: buffer.append(UInt8(ascii: "b"))
        case 0x09: buffer.append(UInt8(ascii: "t"))
        case 0x0A: buffer.append(UInt8(ascii: "n"))
        case 0x0C: buffer.append(UInt8(ascii: "f"))
        case 0x0D: buffer.append(UInt8(ascii: "r"))
        default:
            buffer.append(UInt8(ascii: "u"))
            buffer.append(UInt8(ascii: "0"))
            buffer.append(UInt8(ascii: "0"))
            buffer.append(UInt8(ascii: "0") + byte >> 4)
            let low = byte & 15
            buffer.append(low < 10 ? UInt8(ascii: "0") + low : UInt8(ascii: "a") + low - 10)
        }
    }

    @usableFromInline
    mutating func appendDecimal(_ value: Int64) {
        // 19 digits and a sign at most.
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { digits in
            var rest = value.magnitude
            var at = 20
            repeat {
                let (quotient, remainder) = rest.quotientAndRemainder(dividingBy: 10)
                at -= 1
                digits[at] = UInt8(truncatingIfNeeded: remainder) &+ 0x30
                rest = quotient
            } while rest > 0
            if value < 0 {
                at -= 1
                digits[at] = 0x2D
            }
            buffer.append(contentsOf: UnsafeBufferPointer(rebasing: digits[at...]))
        }
    }
}
