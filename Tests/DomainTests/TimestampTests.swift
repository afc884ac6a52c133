import Domain
import Testing

@Suite struct TimestampTests {
    @Test(
        arguments: [
            (0, "1970-01-01T00:00:00.000Z"), (1_772_366_400_123, "2026-03-01T12:00:00.123Z"),
            (951_782_400_000, "2000-02-29T00:00:00.000Z"), (-1, "1969-12-31T23:59:59.999Z"),
            (253_402_300_799_999, "9999-12-31T23:59:59.999Z"), (-62_167_219_200_000, "0000-01-01T00:00:00.000Z"),
        ] as [(Int64, String)])
    func `a moment is written with milliseconds and read again`(milliseconds: Int64, text: String) {
        #expect(Timestamp.text(Instant(milliseconds: milliseconds)) == text)
        #expect(Timestamp.instant(text) == Instant(milliseconds: milliseconds))
    }

    @Test(arguments: [
        ("2026-03-01T14:00:00+02:00", "2026-03-01T12:00:00.000Z"),
        ("2026-03-01t09:30:00.5-02:30", "2026-03-01T12:00:00.500Z"),
        ("2026-03-01 12:00:00.123456z", "2026-03-01T12:00:00.123Z"),
        ("2016-12-31T23:59:60Z", "2017-01-01T00:00:00.000Z"),
        ("2026-03-01T14:00:00 02:00", "2026-03-01T12:00:00.000Z"),
    ])
    func `offsets and fractions are read`(text: String, utc: String) {
        #expect(Timestamp.instant(text).map(Timestamp.text) == utc)
    }

    @Test(arguments: [
        "", "2026-02-29T00:00:00Z", "2026-13-01T00:00:00Z", "2026-03-01T24:00:00Z", "2026-03-01T12:60:00Z",
        "2026-03-01T12:00:00", "2026-03-01T12:00Z", "2026-03-01T12:00:00.Z", "2026-03-01T12:00:00Zx",
        "2026-3-1T12:00:00Z",
        "+026-03-01T12:00:00Z", "2026-03-01",
    ])
    func `what is no date-time is refused`(text: String) {
        #expect(Timestamp.instant(text) == nil)
    }

    @Test func `each day of four centuries has its number`() {
        for days in stride(from: Int64(-146_097), through: 146_097, by: 1) {
            let date = CivilDate(daysSince1970: days)
            #expect(date.daysSince1970 == days)
        }
    }
}
