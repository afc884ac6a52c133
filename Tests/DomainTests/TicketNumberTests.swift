import Testing

@testable import Domain

@Suite struct TicketNumberTests {
    @Test(arguments: [
        ("TKT-20260301-AB0C1", "TKT-20260301-AB0C1"),
        ("  tkt-20260301-abocl ", "TKT-20260301-AB0C1"),
        ("tkt-20260301-ABOCI", "TKT-20260301-AB0C1"),
        ("tkt-00001", "TKT-00001"),
        ("TKT-123456789", "TKT-123456789"),
        ("help-000042", "HELP-000042"),
    ])
    func `a typed number is read as the one that was given`(typed: String, stored: String) {
        #expect(TicketNumber(typed: typed)?.text == stored)
    }

    @Test(arguments: [
        "", "TKT", "TKT-", "-00001", "TKT-20260301-ABUC1", "TKT-ABCDE", "TKT-20260301-", "TKT--00001", "TKT-00001'--",
        "TKT-00001 OR 1=1", "TKT-20260301-AB0C\u{0}", "TKT-१२३", String(repeating: "T", count: 70) + "-1",
    ])
    func `what can be no number is none`(typed: String) {
        #expect(TicketNumber(typed: typed) == nil)
    }

    @Test func `a sequential number widens past 99999`() {
        #expect(TicketNumber.sequential(prefix: "TKT", 1).text == "TKT-00001")
        #expect(TicketNumber.sequential(prefix: "TKT", 99_999).text == "TKT-99999")
        #expect(TicketNumber.sequential(prefix: "TKT", 100_000).text == "TKT-100000")
    }

    @Test func `a daily number has the UTC date and five readable characters`() {
        let number = TicketNumber.daily(
            prefix: "TKT", at: Instant(milliseconds: 1_772_323_199_999), random: [0, 31, 10, 255, 20])
        #expect(number.text == "TKT-20260228-0ZAZM")
        #expect(TicketNumber(typed: number.text) == number)
    }

    @Test func `a path names a ticket by id or by number`() {
        #expect(TicketReference("17") == .id(ID(17)))
        #expect(TicketReference("tkt-00017") == .number(TicketNumber(stored: "TKT-00017")))
        for text in ["0", "-1", "+1", "1.0", "99999999999999999999", "abc", "", "17 "] {
            #expect(TicketReference(text) == .impossible, "\(text)")
        }
    }

    @Test(
        arguments: [
            (0, 1970, 1, 1), (951_782_400_000, 2000, 2, 29), (-1, 1969, 12, 31), (4_102_444_800_000, 2100, 1, 1),
            (1_709_164_800_000, 2024, 2, 29),
        ] as [(Int64, Int, Int, Int)])
    func `a moment has its date in UTC`(milliseconds: Int64, year: Int, month: Int, day: Int) {
        let date = Instant(milliseconds: milliseconds).utcDate
        #expect(date.year == year)
        #expect(date.month == month)
        #expect(date.day == day)
    }

    @Test func `a prefix is upper case letters and digits`() {
        #expect(TicketNumber.isPrefix("TKT"))
        #expect(TicketNumber.isPrefix("A1"))
        for text in ["", "tkt", "1A", "T-T", "ABCDEFGHIJKLMNOPQ"] { #expect(!TicketNumber.isPrefix(text), "\(text)") }
    }
}
