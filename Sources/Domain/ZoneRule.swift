/// The rule behind a zone file's last transition: a POSIX TZ string with the extensions of RFC 9636 section 3.3.1
/// (hours up to 167, signed), such as `CET-1CEST,M3.5.0,M10.5.0/3`.
package struct ZoneRule: Sendable {
    /// Seconds east of UTC.
    private let standard: Int64
    private let summer: Summer?

    private struct Summer {
        let offset: Int64
        let start: Change
        let end: Change
    }

    /// When the clock changes: a day of the year, and seconds after its beginning by the clock before the change.
    private struct Change {
        enum Day {
            /// Day 1 to 365; 29 February is never counted.
            case withoutLeapDay(Int64)
            /// Day 0 to 365; 29 February is counted.
            case withLeapDay(Int64)
            /// Weekday 0 (Sunday) to 6 of the first to fourth, or with 5 the last, week of a month.
            case weekday(month: Int64, week: Int64, weekday: Int64)
        }

        let day: Day
        let time: Int64

        /// Seconds since 1970 by the local clock.
        func moment(in year: Int64) -> Int64 { dayNumber(in: year) * 86_400 + time }

        private func dayNumber(in year: Int64) -> Int64 {
            let first = CivilDate.daysSince1970(year: year, month: 1, day: 1)
            switch day {
            case .withLeapDay(let count): return first + count
            case .withoutLeapDay(let count):
                let isLeap = CivilDate.daysSince1970(year: year + 1, month: 1, day: 1) - first == 366
                return first + count - 1 + (isLeap && count >= 60 ? 1 : 0)
            case .weekday(let month, let week, let weekday):
                let start = CivilDate.daysSince1970(year: year, month: month, day: 1)
                let next = CivilDate.daysSince1970(
                    year: month == 12 ? year + 1 : year, month: month == 12 ? 1 : month + 1, day: 1)
                // 1970-01-01 was a Thursday, day 4 of a week that begins with Sunday.
                let ahead = (weekday - (start + 4) % 7 + 14) % 7
                var found = start + ahead + (week - 1) * 7
                while found >= next { found -= 7 }
                return found
            }
        }
    }

    /// Nil for what is no such rule.
    package init?(_ text: [UInt8]) {
        var scanner = RuleScanner(text)
        guard scanner.name(), let west = scanner.time() else { return nil }
        standard = -west
        if scanner.isAtEnd {
            summer = nil
            return
        }
        guard scanner.name() else { return nil }
        var offset = standard + 3600
        if !scanner.isNext(",") {
            guard let given = scanner.time() else { return nil }
            offset = -given
        }
        guard scanner.take(","), let start = ZoneRule.change(&scanner), scanner.take(","),
            let end = ZoneRule.change(&scanner), scanner.isAtEnd
        else { return nil }
        summer = Summer(offset: offset, start: start, end: end)
    }

    private static func change(_ scanner: inout RuleScanner) -> Change? {
        let day: Change.Day
        if scanner.take("M") {
            guard let month = scanner.number(1...12), scanner.take("."), let week = scanner.number(1...5),
                scanner.take("."), let weekday = scanner.number(0...6)
            else { return nil }
            day = .weekday(month: month, week: week, weekday: weekday)
        } else if scanner.take("J") {
            guard let count = scanner.number(1...365) else { return nil }
            day = .withoutLeapDay(count)
        } else {
            guard let count = scanner.number(0...365) else { return nil }
            day = .withLeapDay(count)
        }
        guard scanner.take("/") else { return Change(day: day, time: 7200) }
        guard let time = scanner.time() else { return nil }
        return Change(day: day, time: time)
    }

    /// The even span around `seconds` (UTC), which is not before the file's last transition.
    func period(at seconds: Int64, notBefore first: Int64) -> Zone.Period {
        guard let summer else { return Zone.Period(start: first, end: .max, offset: standard) }
        let year = CivilDate(daysSince1970: (seconds >= 0 ? seconds : seconds - 86_399) / 86_400).year
        var start = first
        var offset = standard
        var end = Int64.max
        // Changes of the neighbouring years too: a local year ends before or after the UTC one.
        var changes: [(at: Int64, offset: Int64)] = []
        for year in year - 1...year + 1 {
            changes.append((summer.start.moment(in: year) - standard, summer.offset))
            changes.append((summer.end.moment(in: year) - summer.offset, standard))
        }
        // Of two changes at the same moment (summer time all year) the one into summer time counts.
        changes.sort { $0.at < $1.at || $0.at == $1.at && $0.offset == standard && $1.offset != standard }
        for change in changes {
            if change.at <= seconds {
                if change.offset != offset || start == first { start = max(first, change.at) }
                offset = change.offset
            } else if change.offset != offset {
                end = change.at
                break
            }
        }
        return Zone.Period(start: start, end: end, offset: offset)
    }
}

/// Walks over the bytes of a rule.
private struct RuleScanner {
    private let bytes: [UInt8]
    private var position = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    var isAtEnd: Bool { position == bytes.count }

    func isNext(_ character: Unicode.Scalar) -> Bool {
        position < bytes.count && UInt32(bytes[position]) == character.value
    }

    mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard isNext(character) else { return false }
        position += 1
        return true
    }

    /// Steps over an abbreviation: three letters or more, or anything in angle brackets.
    mutating func name() -> Bool {
        if take("<") {
            while position < bytes.count, !isNext(">") { position += 1 }
            return take(">")
        }
        let start = position
        while position < bytes.count, (0x41...0x5A).contains(bytes[position] & 0xDF) { position += 1 }
        return position - start >= 3
    }

    mutating func number(_ range: ClosedRange<Int64>) -> Int64? {
        let start = position
        var value: Int64 = 0
        while position < bytes.count, (0x30...0x39).contains(bytes[position]), position - start < 4 {
            value = value * 10 + Int64(bytes[position] - 0x30)
            position += 1
        }
        return position > start && range.contains(value) ? value : nil
    }

    /// `[+-]hh[:mm[:ss]]` in seconds.
    mutating func time() -> Int64? {
        let isNegative = take("-")
        if !isNegative { _ = take("+") }
        guard let hours = number(0...167) else { return nil }
        var seconds = hours * 3600
        if take(":") {
            guard let minutes = number(0...59) else { return nil }
            seconds += minutes * 60
            if take(":") {
                guard let rest = number(0...59) else { return nil }
                seconds += rest
            }
        }
        return isNegative ? -seconds : seconds
    }
}
