import Foundation
import Testing

@testable import Domain

@Suite struct BusinessHoursTests {
    private static func berlin() throws -> Zone {
        try Zone(tzif: [UInt8](Data(contentsOf: URL(fileURLWithPath: "/usr/share/zoneinfo/Europe/Berlin"))))
    }

    private static let office = WeeklyHours { day in
        switch day {
        case .sat, .sun: nil
        case .fri: [.init(start: 540, end: 720)]
        case .mon, .tue, .wed, .thu: [.init(start: 540, end: 720), .init(start: 780, end: 1020)]
        }
    }

    private func hours(
        _ week: WeeklyHours = office, holidays: [String] = [], zone: Zone? = nil
    ) throws -> BusinessHours {
        BusinessHours(
            week: week, holidays: try holidays.map { try #require(CivilDate(text: $0)) },
            zone: try zone ?? Self.berlin())
    }

    private func instant(_ text: String) throws -> Instant { try #require(Timestamp.instant(text)) }

    private func counted(_ hours: BusinessHours, _ from: String, _ to: String) throws -> Int64 {
        hours.counted(from: try instant(from), to: try instant(to)) / 1000
    }

    // 2026-03-02 is a Monday; Berlin is UTC+1 until 29 March.
    @Test(arguments: [
        ("2026-03-02T08:00:00Z", "2026-03-02T11:00:00Z", 10800),
        ("2026-03-02T00:00:00Z", "2026-03-03T00:00:00Z", 25200),
        ("2026-03-02T10:30:00Z", "2026-03-02T12:30:00Z", 3600), ("2026-03-02T11:00:00Z", "2026-03-02T12:00:00Z", 0),
        ("2026-03-06T00:00:00Z", "2026-03-07T00:00:00Z", 10800), ("2026-03-07T00:00:00Z", "2026-03-09T00:00:00Z", 0),
        // A week has 4 days of 7 hours and one of 3.
        ("2026-03-02T00:00:00Z", "2026-03-09T00:00:00Z", 111_600), ("2026-03-02T12:00:00Z", "2026-03-02T08:00:00Z", 0),
        // Over the change to summer time, the office still opens at nine by its own clock.
        ("2026-03-27T23:00:00Z", "2026-03-30T06:59:59Z", 0), ("2026-03-30T07:00:00Z", "2026-03-30T08:00:00Z", 3600),
    ])
    func `what counts between two instants`(from: String, to: String, seconds: Int64) throws {
        #expect(try counted(try hours(), from, to) == seconds)
    }

    @Test func `a day of the clock's change has an hour less or more`() throws {
        let always = try hours(.always)
        #expect(try counted(always, "2026-03-28T23:00:00Z", "2026-03-29T22:00:00Z") == 23 * 3600)
        #expect(try counted(always, "2026-10-24T22:00:00Z", "2026-10-25T23:00:00Z") == 25 * 3600)
        // From 02:00 to 03:00: skipped in spring, shown twice in autumn.
        let night = try hours(WeeklyHours { _ in [.init(start: 120, end: 180)] })
        #expect(try counted(night, "2026-03-28T23:00:00Z", "2026-03-29T22:00:00Z") == 0)
        #expect(try counted(night, "2026-10-24T22:00:00Z", "2026-10-25T23:00:00Z") == 7200)
    }

    @Test func `holidays do not count, wherever the count begins or ends`() throws {
        let hours = try hours(holidays: ["2026-03-04", "2026-03-03", "2026-03-07"])
        #expect(try counted(hours, "2026-03-02T00:00:00Z", "2026-03-09T00:00:00Z") == 111_600 - 2 * 25_200)
        #expect(try counted(hours, "2026-03-03T10:00:00Z", "2026-03-04T10:00:00Z") == 0)
        #expect(try counted(hours, "2026-03-03T10:00:00Z", "2026-03-05T09:00:00Z") == 3600)
        #expect(try counted(hours, "2026-03-02T15:00:00Z", "2026-03-03T09:00:00Z") == 3600)
        #expect(try counted(hours, "2026-03-10T00:00:00Z", "2026-03-11T00:00:00Z") == 25_200)
    }

    @Test(arguments: [
        ("2026-03-02T08:00:00Z", 3600, "2026-03-02T09:00:00Z"),
        // Exactly at closing time, not at the next opening.
        ("2026-03-02T08:00:00Z", 25_200, "2026-03-02T16:00:00Z"),
        ("2026-03-02T08:00:00Z", 25_201, "2026-03-03T08:00:01Z"),
        ("2026-03-02T10:30:00Z", 3600, "2026-03-02T12:30:00Z"),
        // Friday noon, over the weekend and the change to summer time.
        ("2026-03-27T10:00:00Z", 7200, "2026-03-30T08:00:00Z"), ("2026-03-08T00:00:00Z", 1, "2026-03-09T08:00:01Z"),
    ])
    func `the instant at which so many seconds have been counted`(from: String, seconds: Int64, at: String) throws {
        #expect(try hours().instant(after: seconds * 1000, from: try instant(from)) == (try instant(at)))
    }

    @Test func `an end is the first instant that has the count`() throws {
        let zones = [try Self.berlin(), .utc, Zone(fixedOffset: -34_200)]
        var random = SplitMix(seed: 11)
        for _ in 0..<400 {
            let zone = zones[Int(random.next() % 3)]
            let week = WeeklyHours { _ in
                random.next() % 3 == 0
                    ? nil
                    : [
                        .init(start: Int64(random.next() % 300), end: Int64(300 + random.next() % 300)),
                        .init(start: Int64(700 + random.next() % 200), end: Int64(900 + random.next() % 541)),
                    ]
            }
            let first = Int64(20_000 + random.next() % 1000)
            let holidays = (0..<Int64(random.next() % 6)).map { CivilDate(daysSince1970: first + $0 * 3) }
            let hours = BusinessHours(week: week, holidays: holidays, zone: zone)
            let start = Instant(milliseconds: first * 86_400_000 + Int64(random.next() % 864_000_000))
            let wanted = Int64(1 + random.next() % 400_000_000)
            guard let end = hours.instant(after: wanted, from: start) else {
                #expect(week.days.allSatisfy { $0.isEmpty })
                continue
            }
            #expect(hours.counted(from: start, to: end) == wanted)
            #expect(hours.counted(from: start, to: end.adding(milliseconds: -1)) == wanted - 1)
            // And the count is what walking from opening to closing finds.
            var (at, walked) = (start, Int64(0))
            while at < end {
                let part = hours.stretch(at: at, limit: end)
                #expect(part.end > at)
                if part.isOpen { walked += part.end.milliseconds - at.milliseconds }
                at = part.end
            }
            #expect(walked == wanted)
        }
    }

    @Test func `an empty calendar has no end, and one that has too few hours none within its horizon`() throws {
        let start = try instant("2026-03-02T08:00:00Z")
        #expect(try hours(WeeklyHours { _ in nil }).instant(after: 1000, from: start) == nil)
        #expect(try counted(try hours(WeeklyHours { _ in nil }), "2020-01-01T00:00:00Z", "2030-01-01T00:00:00Z") == 0)
        let minute = try hours(WeeklyHours { $0 == .mon ? [.init(start: 540, end: 541)] : nil })
        #expect(minute.instant(after: 300_000_000_000, from: start) == nil)
        #expect(minute.instant(after: 60_000 * 520, from: start) != nil)
        // All days of some weeks are holidays: the count goes on behind them.
        let days = (0..<400).map { CivilDate(daysSince1970: 20_514 + $0).text }
        #expect(try hours(holidays: days).instant(after: 1000, from: start) == (try instant("2027-04-06T07:00:01Z")))
    }

    @Test func `years are as quick as days`() throws {
        let hours = try hours(holidays: (0..<300).map { CivilDate(daysSince1970: 20_000 + $0 * 20).text })
        let start = try instant("2000-01-01T00:00:00Z")
        let clock = ContinuousClock()
        let time = try clock.measure { () throws in
            for _ in 0..<200 {
                #expect(try counted(hours, "2000-01-01T00:00:00Z", "2040-01-01T00:00:00Z") > 200_000_000)
                #expect(hours.instant(after: 200_000_000_000, from: start) != nil)
            }
        }
        // 40 years, 200 times, unoptimized on a busy machine: day by day it would be minutes.
        #expect(time < .seconds(20))
    }

    @Test func `day and night is plain subtraction`() throws {
        let start = try instant("2026-03-29T00:30:00Z")
        #expect(BusinessHours.always.instant(after: 7_200_000, from: start) == (try instant("2026-03-29T02:30:00Z")))
        #expect(BusinessHours.always.counted(from: start, to: start.adding(seconds: 90)) == 90_000)
    }

    @Test(arguments: [
        ("09:00", "17:30", true), ("00:00", "24:00", true), ("24:00", "24:00", true), ("9:00", "17:00", false),
        ("09:60", "17:00", false), ("09:00", "24:01", false), ("09-00", "17:00", false), ("", "", false),
    ])
    func `times of day are written with two digits each`(start: String, end: String, isGood: Bool) {
        let interval = WeeklyHours.Interval(start: start, end: end)
        #expect((interval != nil) == isGood)
        if let interval { #expect([interval.startText, interval.endText] == [start, end]) }
    }

    @Test func `intervals of a day neither overlap nor end before they start`() {
        #expect(WeeklyHours.fault(in: [.init(start: 600, end: 700), .init(start: 500, end: 600)]) == nil)
        #expect(WeeklyHours.fault(in: [.init(start: 600, end: 700), .init(start: 500, end: 601)]) != nil)
        #expect(WeeklyHours.fault(in: [.init(start: 600, end: 600)]) != nil)
    }
}

/// The same numbers at every run.
struct SplitMix: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
