/// The intervals of each weekday, in order and without overlaps.
package struct WeeklyHours: Sendable, Equatable {
    /// Minutes after midnight; `end` is excluded and may be 1440.
    package struct Interval: Sendable, Equatable {
        package let start: Int64
        package let end: Int64

        package init(start: Int64, end: Int64) {
            self.start = start
            self.end = end
        }
    }

    package enum Weekday: String, CaseIterable, Sendable {
        case mon, tue, wed, thu, fri, sat, sun
    }

    package static let minutesOfDay: Int64 = 1440

    /// Monday first, seven of them; nil for a day that was not written down, which has none either.
    private let listed: [[Interval]?]

    package static let always = WeeklyHours { _ in [Interval(start: 0, end: minutesOfDay)] }

    /// - Parameter intervals: those of a day, in any order; what overlaps or is out of range is for the caller to refuse.
    package init(_ intervals: (Weekday) -> [Interval]?) {
        listed = Weekday.allCases.map { intervals($0)?.sorted { $0.start < $1.start } }
    }

    /// Monday first.
    package var days: [[Interval]] { listed.map { $0 ?? [] } }

    package subscript(_ weekday: Weekday) -> [Interval] { listed[weekday.index] ?? [] }

    /// Whether the day was written down, be it without hours.
    package func isListed(_ weekday: Weekday) -> Bool { listed[weekday.index] != nil }

    /// Two intervals of a day that overlap, or one that is empty or out of range: reads on after the day's name.
    package static func fault(in intervals: [Interval]) -> String? {
        let sorted = intervals.sorted { $0.start < $1.start }
        guard sorted.allSatisfy({ $0.start >= 0 && $0.start < $0.end && $0.end <= minutesOfDay }) else {
            return "has an interval that does not end after its start"
        }
        guard zip(sorted, sorted.dropFirst()).allSatisfy({ $0.end <= $1.start }) else {
            return "has intervals that overlap"
        }
        return nil
    }
}

extension WeeklyHours.Weekday {
    fileprivate var index: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

extension WeeklyHours.Interval {
    /// Reads two times such as "09:00" and "17:30"; "24:00" is the end of the day. Nil for anything else.
    package init?(start: String, end: String) {
        guard let start = Self.minutes(start), let end = Self.minutes(end) else { return nil }
        self.init(start: start, end: end)
    }

    package var startText: String { Self.text(start) }
    package var endText: String { Self.text(end) }

    private static func minutes(_ text: String) -> Int64? {
        let bytes = Array(text.utf8)
        guard bytes.count == 5, bytes[2] == UInt8(ascii: ":") else { return nil }
        let digits = [bytes[0], bytes[1], bytes[3], bytes[4]]
        guard digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        let numbers = digits.map { Int64($0 - 0x30) }
        let minutes = numbers[2] * 10 + numbers[3]
        let total = (numbers[0] * 10 + numbers[1]) * 60 + minutes
        return minutes < 60 && total <= WeeklyHours.minutesOfDay ? total : nil
    }

    private static func text(_ minutes: Int64) -> String {
        func two(_ number: Int64) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(two(minutes / 60)):\(two(minutes % 60))"
    }
}
