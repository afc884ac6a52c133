/// A growing run of bytes. What is to be written asks for room once and is then stored without further checks: appending
/// to an array byte by byte costs more than all the rest of the writer.
@usableFromInline
struct JSONBytes: Sendable {
    /// All of it counts as initialized, whatever it holds beyond `count`: bytes need no initial value.
    @usableFromInline var storage: [UInt8]
    @usableFromInline var count = 0

    @inlinable
    init(reserving capacity: Int) { storage = JSONBytes.room(max(capacity, 64)) }

    @inlinable
    var written: [UInt8] {
        [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
            storage.withUnsafeBufferPointer { source in
                if let from = source.baseAddress { buffer.baseAddress?.update(from: from, count: count) }
            }
            initialized = count
        }
    }

    /// Lets `body` store up to `most` bytes from the address it is given; it returns the address after the last.
    @inlinable
    @inline(__always)
    mutating func append(
        atMost most: Int, _ body: (UnsafeMutablePointer<UInt8>) -> UnsafeMutablePointer<UInt8>
    ) {
        if storage.count - count < most { grow(most) }
        storage.withUnsafeMutableBufferPointer { buffer in
            guard let start = buffer.baseAddress else { return }
            count = body(start + count) - start
        }
    }

    @usableFromInline
    @inline(never)
    mutating func grow(_ most: Int) {
        var larger = JSONBytes.room(max(storage.count * 2, count + most))
        larger.withUnsafeMutableBufferPointer { buffer in
            storage.withUnsafeBufferPointer { old in
                if let from = old.baseAddress { buffer.baseAddress?.update(from: from, count: count) }
            }
        }
        storage = larger
    }

    @usableFromInline
    static func room(_ capacity: Int) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: capacity) { _, initialized in initialized = capacity }
    }
}

extension UnsafeMutablePointer<UInt8> {
    /// Stores `byte` and returns the address after it.
    @inlinable
    @inline(__always)
    func storing(_ byte: UInt8) -> Self {
        pointee = byte
        return self + 1
    }

    @inlinable
    @inline(__always)
    func storing(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> Self {
        update(from: bytes, count: count)
        return self + count
    }

    /// Stores `name` as a member's name with its colon; 3 bytes more than it is long.
    @inlinable
    @inline(__always)
    func storing(name: StaticString) -> Self {
        storing(UInt8(ascii: "\"")).storing(name.utf8Start, name.utf8CodeUnitCount)
            .storing(UInt8(ascii: "\"")).storing(UInt8(ascii: ":"))
    }

    /// Stores `number` in decimal: at most 20 bytes.
    @inlinable
    func storing(_ number: Int64) -> Self {
        var magnitude = number.magnitude
        var start = self
        if number < 0 { start = start.storing(UInt8(ascii: "-")) }
        var digits = 1
        var bound: UInt64 = 10
        while magnitude >= bound {
            digits += 1
            if digits == 20 { break }
            bound &*= 10
        }
        var at = start + digits
        while magnitude >= 10 {
            let rest = magnitude / 10
            at -= 1
            at.pointee = 0x30 + UInt8(truncatingIfNeeded: magnitude &- rest &* 10)
            magnitude = rest
        }
        start.pointee = 0x30 + UInt8(truncatingIfNeeded: magnitude)
        return start + digits
    }

    /// Stores `text` escaped as RFC 8259 section 7 asks: quotation mark, reverse solidus, controls. At most six bytes for
    /// each of `text`.
    @inlinable
    func storing(escaping text: UnsafeBufferPointer<UInt8>) -> Self {
        guard let source = text.baseAddress else { return self }
        let count = text.count
        var at = self
        var index = 0
        while true {
            while count - index >= 16 {
                let from = UnsafeRawPointer(source + index)
                let (first, second) = (from.loadUnaligned(as: UInt64.self), (from + 8).loadUnaligned(as: UInt64.self))
                if hasEscape(first) || hasEscape(second) { break }
                UnsafeMutableRawPointer(at).storeBytes(of: first, as: UInt64.self)
                UnsafeMutableRawPointer(at + 8).storeBytes(of: second, as: UInt64.self)
                at += 16
                index += 16
            }
            while count - index >= 8 {
                let word = UnsafeRawPointer(source + index).loadUnaligned(as: UInt64.self)
                if hasEscape(word) { break }
                UnsafeMutableRawPointer(at).storeBytes(of: word, as: UInt64.self)
                at += 8
                index += 8
            }
            // The end of a longer text once more with what stands before it: eight bytes at once instead of up to seven.
            if index < count, count >= 8, count - index < 8 {
                let word = UnsafeRawPointer(source + count - 8).loadUnaligned(as: UInt64.self)
                if !hasEscape(word) {
                    at += count - index
                    UnsafeMutableRawPointer(at - 8).storeBytes(of: word, as: UInt64.self)
                    return at
                }
            }
            // The end, or up to the escape that is among the next eight.
            while true {
                guard index < count else { return at }
                let byte = source[index]
                index += 1
                guard byte >= 0x20 && byte != 0x22 && byte != 0x5C else {
                    at = at.storing(escaped: byte)
                    break
                }
                at = at.storing(byte)
            }
        }
    }

    @usableFromInline
    func storing(escaped byte: UInt8) -> Self {
        let at = storing(UInt8(ascii: "\\"))
        switch byte {
        case 0x22, 0x5C: return at.storing(byte)
        case 0x0A: return at.storing(UInt8(ascii: "n"))
        case 0x0D: return at.storing(UInt8(ascii: "r"))
        case 0x09: return at.storing(UInt8(ascii: "t"))
        default:
            let low = byte & 15
            let zero = UInt8(ascii: "0")
            return at.storing(UInt8(ascii: "u")).storing(zero).storing(zero).storing(zero + byte >> 4)
                .storing(low < 10 ? zero + low : 0x57 + low)
        }
    }
}

/// Whether one of eight bytes is below 0x20, a quotation mark or a reverse solidus. Bit tricks on all at once: a byte
/// minus n borrows into its highest bit just when it is below n and has that bit not set itself
/// (graphics.stanford.edu/~seander/bithacks.html#HasLessInWord). A false alarm is possible beside a true one only.
@inlinable
func hasEscape(_ word: UInt64) -> Bool {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let quote = word ^ (ones &* 0x22)
    let solidus = word ^ (ones &* 0x5C)
    // Neither of the two changes a highest bit, so one look at the word's own does for all three.
    let found = (word &- ones &* 0x20) | (quote &- ones) | (solidus &- ones)
    return found & ~word & (ones &* 0x80) != 0
}
