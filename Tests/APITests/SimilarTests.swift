import Domain
import JSON
import Support
import Testing

@testable import API
@testable import Service

@Suite struct SimilarTests {
    private func similar(_ desk: TicketDesk, _ number: String, _ token: String? = nil) -> APIAnswer {
        desk.get("/admin/tickets/\(number)/similar", token ?? desk.grace.token)
    }

    private func open(_ desk: TicketDesk, _ subject: String, _ description: String) throws -> String {
        let answer = desk.send(
            .post, "/tickets", #"{"subject":"\#(subject)","description":"\#(description)"}"#, desk.bob.token)
        return try #require(answer.text("ticket_number"), "\(answer.text)")
    }

    @Test func `tickets that share rare words come first, the solved before the others, and never the ticket itself`()
        throws
    {
        let desk = try TicketDesk()
        let solved = try open(desk, "Voucher refused", "The voucher kangaroo is refused at the checkout.")
        desk.patch(solved, #"{"status":"resolved"}"#)
        let unsolved = try open(desk, "Voucher refused", "My voucher kangaroo is refused at the checkout.")
        _ = try open(desk, "Printer", "Paper jam in the printer on the second floor.")
        let number = try open(desk, "A refused voucher", "Why is the voucher kangaroo refused?")
        let answer = similar(desk, number)
        #expect(answer.status == 200, "\(answer.text)")
        #expect(answer.items.compactMap { $0["ticket_number"]?.string } == [solved, unsolved])
        #expect(memberNames(answer.items.first) == TicketFields.staff)
        #expect(answer.json["next_cursor"] == .null)
    }

    @Test func `a merged ticket is not shown, but the one that it went into`() throws {
        let desk = try TicketDesk()
        let source = try open(desk, "Kangaroo voucher", "The voucher kangaroo is refused.")
        let target = try open(desk, "Something else", "Nothing alike.")
        let number = try open(desk, "Kangaroo voucher", "Refused again.")
        let merged = desk.send(.post, "/admin/tickets/\(source)/merge", #"{"into":"\#(target)"}"#, desk.grace.token)
        #expect(merged.status == 200)
        #expect(similar(desk, number).items.compactMap { $0["ticket_number"]?.string } == [target])
    }

    @Test(arguments: [
        "\\\"quotes\\\" AND (brackets) OR NOT near*", "हिन्दी में समस्या", "日本語の問題", "e\u{301}te\u{301} 🦘🦘🦘 ꙮ𐐷 ",
        "--- !!! ???", "c1 c2 c3",
    ])
    func `any text can be compared`(subject: String) throws {
        let desk = try TicketDesk()
        let first = try open(desk, subject, subject)
        let second = try open(desk, subject, subject)
        #expect(similar(desk, first).status == 200)
        #expect(similar(desk, second).status == 200)
    }

    @Test func `only staff compares, and only what is there`() throws {
        let desk = try TicketDesk()
        let number = try desk.open()
        #expect(similar(desk, number, desk.ada.token).status == 403)
        #expect(similar(desk, "999").status == 404)
    }

    @Test func `common words and short ones say nothing`() {
        let terms = Similar.terms(
            subject: "Please help: the Voucher 4711 of my voucher", description: "It is not OK, thanks")
        #expect(terms == ["voucher", "4711"])
    }
}
