/// The clock of a place, read from a compiled time zone file (TZif, RFC 9636). Who reads the file is not our concern:
/// bytes come in.
package struct Zone: Sendable {
    /// A span in which the clock runs evenly: local time is UTC plus `offset`.
    package struct Period: Sendable, Equatable {
        /// UTC seconds; `end` is excluded. The first begins at `.min`, the last ends at `.max`.
        package let start: Int64
        package let end: Int64
        /// Seconds east of UTC.
        package let offset: Int64
    }

    /// UTC seconds at which the clock changes, in order.
    private let transitions: [Int64]
    /// What the clock shows from the transition of the same place on.
    private let offsets: [Int64]
    /// Before the first transition.
    private let firstOffset: Int64
    /// Behind the last transition.
    private let rule: ZoneRule?

    package static let utc = Zone(fixedOffset: 0)

    /// - Parameter offset: seconds east of UTC, at all times.
    package init(fixedOffset offset: Int64) {
        transitions = []
        offsets = []
        firstOffset = offset
        rule = nil
    }

    /// Reads a TZif file of version 1 to 4.
    ///
    /// - Throws: why the bytes are no such file; leap seconds are refused, since our times do not count them.
    package init(tzif bytes: [UInt8]) throws(ZoneError) {
        var reader = ByteReader(bytes)
        var header = try Header(&reader)
        var timeSize = 4
        if header.version >= 2 {
            // Version 1's block stands first, for readers that know no other; the same follows with 64 bits.
            try reader.skip(header.blockSize(timeSize: 4))
            header = try Header(&reader)
            timeSize = 8
        }
        guard header.leapCount == 0 else { throw ZoneError("counts leap seconds") }
        guard header.typeCount > 0 else { throw ZoneError("has no local time type") }
        var transitions: [Int64] = []
        for _ in 0..<header.timeCount { transitions.append(try reader.integer(timeSize)) }
        var types: [Int] = []
        for _ in 0..<header.timeCount { types.append(Int(try reader.byte())) }
        var typeOffsets: [Int64] = []
        for _ in 0..<header.typeCount {
            typeOffsets.append(try reader.integer(4))
            try reader.skip(2)
        }
        try reader.skip(header.characterCount + header.standardCount + header.universalCount)
        guard types.allSatisfy({ $0 < typeOffsets.count }) else { throw ZoneError("names a type that it lacks") }
        guard zip(transitions, transitions.dropFirst()).allSatisfy(<) else { throw ZoneError("is not in order") }
        self.transitions = transitions
        offsets = types.map { typeOffsets[$0] }
        // RFC 9636 section 3.2: type 0 is for times before the first transition.
        firstOffset = typeOffsets[0]
        rule = timeSize == 8 ? try Zone.footer(&reader) : nil
    }

    private static func footer(_ reader: inout ByteReader) throws(ZoneError) -> ZoneRule? {
        guard try reader.byte() == UInt8(ascii: "\n") else { throw ZoneError("has no footer") }
        var text: [UInt8] = []
        while true {
            let byte = try reader.byte()
            if byte == UInt8(ascii: "\n") { break }
            text.append(byte)
        }
        if text.isEmpty { return nil }
        guard let rule = ZoneRule(text) else {
            throw ZoneError("ends with a rule that cannot be read: \(String(decoding: text, as: UTF8.self))")
        }
        return rule
    }

    /// The even span that `seconds` (UTC) stands in.
    package func period(at seconds: Int64) -> Period {
        // The first transition that is later.
        var (low, high) = (0, transitions.count)
        while low < high {
            let middle = (low + high) / 2
            if transitions[middle] <= seconds { low = middle + 1 } else { high = middle }
        }
        if low == transitions.count, let rule {
            return rule.period(at: seconds, notBefore: transitions.last ?? .min)
        }
        return Period(
            start: low == 0 ? .min : transitions[low - 1], end: low == transitions.count ? .max : transitions[low],
            offset: low == 0 ? firstOffset : offsets[low - 1])
    }

    /// Seconds east of UTC at `seconds` (UTC).
    package func offset(at seconds: Int64) -> Int64 { period(at: seconds).offset }

    /// The counts in front of a block (RFC 9636 section 3.1).
    private struct Header {
        /// 1 to 4.
        let version: Int
        let universalCount: Int
        let standardCount: Int
        let leapCount: Int
        let timeCount: Int
        let typeCount: Int
        let characterCount: Int

        init(_ reader: inout ByteReader) throws(ZoneError) {
            for letter in "TZif".utf8 {
                guard try reader.byte() == letter else { throw ZoneError("is no time zone file") }
            }
            let mark = try reader.byte()
            version = mark == 0 ? 1 : Int(mark) - 0x30
            guard (1...9).contains(version) else { throw ZoneError("has an unknown version") }
            try reader.skip(15)
            universalCount = try reader.count()
            standardCount = try reader.count()
            leapCount = try reader.count()
            timeCount = try reader.count()
            typeCount = try reader.count()
            characterCount = try reader.count()
        }

        /// In bytes.
        func blockSize(timeSize: Int) -> Int {
            timeCount * (timeSize + 1) + typeCount * 6 + characterCount + leapCount * (timeSize + 4) + standardCount
                + universalCount
        }
    }
}

/// Why a time zone file cannot be read; reads on after its name.
package struct ZoneError: Error, Sendable, Equatable {
    package let reason: String

    init(_ reason: String) { self.reason = reason }
}

/// Walks over bytes, refusing to step over their end.
private struct ByteReader {
    private let bytes: [UInt8]
    private var position = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    mutating func byte() throws(ZoneError) -> UInt8 {
        guard position < bytes.count else { throw ZoneError("is cut off") }
        defer { position += 1 }
        return bytes[position]
    }

    mutating func skip(_ count: Int) throws(ZoneError) {
        guard count <= bytes.count - position else { throw ZoneError("is cut off") }
        position += count
    }

    /// A signed number of `size` bytes, the highest first.
    mutating func integer(_ size: Int) throws(ZoneError) -> Int64 {
        var value = Int64(Int8(bitPattern: try byte()))
        for _ in 1..<size { value = value << 8 | Int64(try byte()) }
        return value
    }

    /// No file of this kind has more of anything than it has bytes.
    mutating func count() throws(ZoneError) -> Int {
        let value = try integer(4)
        guard value >= 0, value <= bytes.count else { throw ZoneError("is cut off") }
        return Int(value)
    }
}
