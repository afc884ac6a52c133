import Foundation
import Testing

@testable import Domain

@Suite struct ZoneTests {
    private static let folder = "/usr/share/zoneinfo/"

    private func zone(_ name: String) throws -> Zone {
        try Zone(tzif: [UInt8](Data(contentsOf: URL(fileURLWithPath: Self.folder + name))))
    }

    private func seconds(_ text: String) throws -> Int64 {
        try #require(Timestamp.instant(text)).milliseconds / 1000
    }

    @Test(arguments: [
        ("Europe/Berlin", "2026-03-29T00:59:59Z", 3600), ("Europe/Berlin", "2026-03-29T01:00:00Z", 7200),
        ("Europe/Berlin", "2026-10-25T00:59:59Z", 7200), ("Europe/Berlin", "2026-10-25T01:00:00Z", 3600),
        // Far behind the last transition that the file lists: its footer's rule.
        ("Europe/Berlin", "2099-07-01T00:00:00Z", 7200), ("Europe/Berlin", "2099-12-01T00:00:00Z", 3600),
        ("America/New_York", "2026-03-08T06:59:59Z", -18000), ("America/New_York", "2026-03-08T07:00:00Z", -14400),
        ("Asia/Kolkata", "2026-01-01T00:00:00Z", 19800), ("Asia/Kathmandu", "2050-01-01T00:00:00Z", 20700),
        // South of the equator summer is in winter.
        ("Australia/Sydney", "2045-01-01T00:00:00Z", 39600), ("Australia/Sydney", "2045-07-01T00:00:00Z", 36000),
        // Half an hour of summer time.
        ("Australia/Lord_Howe", "2045-01-01T00:00:00Z", 39600), ("Australia/Lord_Howe", "2045-07-01T00:00:00Z", 37800),
        ("UTC", "2026-07-01T00:00:00Z", 0),
        // Before the first transition: local mean time.
        ("Europe/Berlin", "1850-01-01T00:00:00Z", 3208),
    ])
    func `a zone knows how far its clock is from UTC`(name: String, at: String, offset: Int64) throws {
        #expect(try zone(name).offset(at: try seconds(at)) == offset)
    }

    @Test(arguments: [
        "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "America/Sao_Paulo", "Asia/Tehran",
        "Africa/Casablanca", "America/Nuuk", "Europe/Dublin", "Pacific/Apia", "Antarctica/Troll",
    ])
    func `zdump agrees on every transition until 2100`(name: String) throws {
        let zdump = "/usr/bin/zdump"
        guard FileManager.default.isExecutableFile(atPath: zdump) else { return }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: zdump)
        // -i prints lines "1980-04-06 03 +02 1": date, time, offset (or "-"), abbreviation, daylight flag.
        process.arguments = ["-v", "-c", "1900,2100", name]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let text = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        let zone = try zone(name)
        var compared = 0
        for line in text.split(separator: "\n") {
            // "Europe/Berlin  Sun Mar 29 01:00:00 2026 UT = Sun Mar 29 03:00:00 2026 CEST isdst=1 gmtoff=7200"
            let words = line.split(separator: " ").map(String.init)
            guard words.count >= 16, let last = words.last, last.hasPrefix("gmtoff="),
                let offset = Int64(last.dropFirst(7)),
                let month = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
                    .firstIndex(of: words[2]),
                let day = Int64(words[3]), let year = Int64(words[5]),
                let date = CivilDate(year: year, month: Int64(month) + 1, day: day)
            else { continue }
            let clock = words[4].split(separator: ":").compactMap { Int64($0) }
            guard clock.count == 3 else { continue }
            let moment = date.daysSince1970 * 86_400 + clock[0] * 3600 + clock[1] * 60 + clock[2]
            #expect(zone.offset(at: moment) == offset, "\(line)")
            compared += 1
        }
        #expect(compared > 20)
    }

    @Test func `periods touch each other and cover all time`() throws {
        for name in ["Europe/Berlin", "Australia/Sydney", "Asia/Tokyo"] {
            let zone = try zone(name)
            var at = try seconds("1890-01-01T00:00:00Z")
            let end = try seconds("2110-01-01T00:00:00Z")
            var count = 0
            while at < end {
                let period = zone.period(at: at)
                #expect(period.start <= at && at < period.end)
                if period.end < end { #expect(zone.period(at: period.end).start == period.end) }
                at = period.end
                count += 1
            }
            #expect(count > 3 && count < 600)
        }
    }

    @Test(arguments: [
        ("EST5EDT,M3.2.0,M11.1.0", "2026-07-01T00:00:00Z", -14400), ("<+0330>-3:30", "2026-07-01T00:00:00Z", 12600),
        // The example of RFC 9636 section 3.3.1: hours beyond 24.
        ("<-03>3<-02>,M3.5.0/-2,M10.5.0/-1", "2026-03-29T00:59:59Z", -10800),
        ("<-03>3<-02>,M3.5.0/-2,M10.5.0/-1", "2026-03-29T01:00:00Z", -7200),
        ("XXX3EDT4,0/0,J365/23", "2026-07-01T00:00:00Z", -14400), ("AAA0BBB,J60,J61", "2028-03-01T02:00:00Z", 3600),
        ("AAA0BBB,J60,J61", "2028-02-29T12:00:00Z", 0), ("AAA0BBB,59,60", "2028-02-29T12:00:00Z", 3600),
    ])
    func `a footer's rule is read as POSIX and the RFC say`(rule: String, at: String, offset: Int64) throws {
        let rule = try #require(ZoneRule(Array(rule.utf8)))
        #expect(rule.period(at: try seconds(at), notBefore: .min).offset == offset)
    }

    @Test(arguments: [
        "", "E5", "EST", "EST5EDT,M3.2.0", "EST5EDT,M13.2.0,M11.1.0", "EST5EDT,M3.2.0,M11.1.0 ", "<+03-3",
    ])
    func `what is no rule is refused`(rule: String) { #expect(ZoneRule(Array(rule.utf8)) == nil) }

    @Test func `a file that is cut off anywhere is refused, not misread`() throws {
        let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: Self.folder + "Europe/Berlin")))
        for length in 0..<bytes.count {
            #expect(throws: ZoneError.self) { try Zone(tzif: Array(bytes[..<length])) }
        }
        #expect(throws: ZoneError.self) { try Zone(tzif: Array("not a zone".utf8)) }
    }
}
