/// Moments as text: RFC 3339 in UTC with milliseconds, "2026-03-01T09:30:00.000Z".
package enum Timestamp {
    /// How many bytes `write` fills.
    package static let length = 24
    private static let millisecondsPerDay: Int64 = 86_400_000
    /// Years outside 0000...9999 have no RFC 3339 form.
    private static let earliest: Int64 = -62_167_219_200_000
    private static let latest: Int64 = 253_402_300_799_999

    package static func text(_ instant: Instant) -> String {
        String(unsafeUninitializedCapacity: length) { buffer in
            write(instant, to: buffer)
            return length
        }
    }

    /// Writes the 24 bytes of `instant` to the front of `buffer`.
    package static func write(_ instant: Instant, to buffer: UnsafeMutableBufferPointer<UInt8>) {
        let moment = min(max(instant.milliseconds, earliest), latest)
        var days = moment / millisecondsPerDay
        var rest = moment % millisecondsPerDay
        if rest < 0 {
            rest += millisecondsPerDay
            days -= 1
        }
        let date = CivilDate(daysSince1970: days)
        put(date.year, digits: 4, at: 0, in: buffer)
        buffer[4] = UInt8(ascii: "-")
        put(date.month, digits: 2, at: 5, in: buffer)
        buffer[7] = UInt8(ascii: "-")
        put(date.day, digits: 2, at: 8, in: buffer)
        buffer[10] = UInt8(ascii: "T")
        put(rest / 3_600_000, digits: 2, at: 11, in: buffer)
        buffer[13] = UInt8(ascii: ":")
        put(rest / 60_000 % 60, digits: 2, at: 14, in: buffer)
        buffer[16] = UInt8(ascii: ":")
        put(rest / 1000 % 60, digits: 2, at: 17, in: buffer)
        buffer[19] = UInt8(ascii: ".")
        put(rest % 1000, digits: 3, at: 20, in: buffer)
        buffer[23] = UInt8(ascii: "Z")
    }

    /// Reads an RFC 3339 date-time with any offset; nil for anything else. Digits of a second's fraction beyond the
    /// third are cut. A leap second (":60") counts as the first millisecond after it.
    package static func instant(_ text: String) -> Instant? {
        var scanner = Scanner(text)
        guard let date = scanner.date(), scanner.take("T") || scanner.take("t") || scanner.take(" ") else { return nil }
        guard let hour = scanner.number(2), hour < 24, scanner.take(":"),
            let minute = scanner.number(2), minute < 60, scanner.take(":"),
            let second = scanner.number(2), second <= 60
        else { return nil }
        var milliseconds: Int64 = 0
        if scanner.take(".") {
            guard let fraction = scanner.fraction() else { return nil }
            milliseconds = fraction
        }
        guard let offset = scanner.offset(), scanner.isAtEnd else { return nil }
        let seconds = date.daysSince1970 * 86_400 + hour * 3600 + minute * 60 + second - offset * 60
        return Instant(milliseconds: seconds * 1000 + milliseconds)
    }

    /// Reads "2026-03-01" as the beginning of that day in UTC; nil for anything else.
    package static func day(_ text: String) -> Instant? {
        var scanner = Scanner(text)
        guard let date = scanner.date(), scanner.isAtEnd else { return nil }
        return Instant(milliseconds: date.daysSince1970 * millisecondsPerDay)
    }

    private static func put(_ value: Int64, digits: Int, at start: Int, in buffer: UnsafeMutableBufferPointer<UInt8>) {
        var value = value
        for place in (start..<start + digits).reversed() {
            buffer[place] = 0x30 + UInt8(truncatingIfNeeded: value % 10)
            value /= 10
        }
    }
}

/// A day of the proleptic Gregorian calendar, and its number, after Howard Hinnant's "chrono-Compatible Low-Level Date
/// Algorithms": years begin in March, so that the leap day is the last of its year.
package struct CivilDate: Sendable, Equatable {
    package let year: Int64
    /// 1 to 12
    package let month: Int64
    /// 1 to 31
    package let day: Int64

    /// Nil for a day that no month has.
    package init?(year: Int64, month: Int64, day: Int64) {
        guard (1...12).contains(month), day >= 1, day <= Self.length(of: month, in: year) else { return nil }
        self.year = year
        self.month = month
        self.day = day
    }

    package init(daysSince1970 days: Int64) {
        let shifted = days + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    }

    package var daysSince1970: Int64 { Self.daysSince1970(year: year, month: month, day: day) }

    /// The number of a day that is known to be one.
    static func daysSince1970(year: Int64, month: Int64, day: Int64) -> Int64 {
        let shiftedYear = month <= 2 ? year - 1 : year
        let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
        let yearOfEra = shiftedYear - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }

    /// Reads "2026-12-25"; nil for anything else.
    package init?(text: String) {
        guard let day = Timestamp.day(text) else { return nil }
        self.init(daysSince1970: day.milliseconds / 86_400_000)
    }

    /// "2026-12-25"
    package var text: String {
        String(Timestamp.text(Instant(milliseconds: daysSince1970 * 86_400_000)).prefix(10))
    }

    private static func length(of month: Int64, in year: Int64) -> Int64 {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}

/// Walks over the bytes of a date-time.
private struct Scanner {
    private let bytes: [UInt8]
    private var position = 0

    /// Nothing longer can be a date-time with a fraction that anybody writes.
    private static let longest = 64

    init(_ text: String) { bytes = Array(text.utf8.prefix(Self.longest + 1)) }

    var isAtEnd: Bool { position == bytes.count }

    mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard position < bytes.count, UInt32(bytes[position]) == character.value else { return false }
        position += 1
        return true
    }

    /// Exactly `count` digits.
    mutating func number(_ count: Int) -> Int64? {
        guard position + count <= bytes.count else { return nil }
        var value: Int64 = 0
        for byte in bytes[position..<position + count] {
            guard byte >= 0x30, byte <= 0x39 else { return nil }
            value = value * 10 + Int64(byte - 0x30)
        }
        position += count
        return value
    }

    mutating func date() -> CivilDate? {
        guard let year = number(4), take("-"), let month = number(2), take("-"), let day = number(2) else { return nil }
        return CivilDate(year: year, month: month, day: day)
    }

    /// One or more digits, as milliseconds.
    mutating func fraction() -> Int64? {
        var value: Int64 = 0
        var scale: Int64 = 100
        let start = position
        while position < bytes.count, bytes[position] >= 0x30, bytes[position] <= 0x39 {
            value += Int64(bytes[position] - 0x30) * scale
            scale /= 10
            position += 1
        }
        return position > start ? value : nil
    }

    /// "Z" or "+hh:mm", in minutes. A blank is read as "+", which is what an unescaped "+" in a query becomes.
    mutating func offset() -> Int64? {
        if take("Z") || take("z") { return 0 }
        let isNegative = take("-")
        guard isNegative || take("+") || take(" ") else { return nil }
        guard let hours = number(2), hours < 24, take(":"), let minutes = number(2), minutes < 60 else { return nil }
        return (isNegative ? -1 : 1) * (hours * 60 + minutes)
    }
}
