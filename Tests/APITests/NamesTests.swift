import Domain
import JSON
import Support
import Testing

@testable import API

/// A ticket shows names that stand elsewhere; whoever keeps a copy of it is told when one has changed.
@Suite struct NamesTests {
    private func revalidate(_ desk: TicketDesk, _ number: String, _ tag: String?, asStaff: Bool = true) -> APIAnswer {
        asStaff
            ? desk.get("/admin/tickets/\(number)", desk.grace.token, [("If-None-Match", tag ?? "")])
            : desk.get("/tickets/\(number)", desk.ada.token, [("If-None-Match", tag ?? "")])
    }

    @Test func `a customer's new name is shown to whoever asks for what has changed`() throws {
        let desk = try TicketDesk()
        let number = try desk.open()
        let tag = desk.staffView(number).etag
        let seen = desk.seen(number).etag
        #expect(revalidate(desk, number, tag).status == 304)
        let renamed = desk.send(
            .patch, "/admin/users/\(desk.ada.user.id)", #"{"name":"Ada King"}"#, desk.root.token)
        #expect(renamed.status == 200)
        for _ in 0..<2 {
            let answer = revalidate(desk, number, tag)
            #expect(answer.status == 200)
            #expect(answer.text("customer_name") == "Ada King")
            // The version counts writes to the ticket, and there was none.
            #expect(answer.etag == tag)
        }
        // It is not among what the customer sees of the ticket.
        #expect(revalidate(desk, number, seen, asStaff: false).status == 304)
        desk.clock.advance(seconds: 1)
        desk.note(number)
        #expect(revalidate(desk, number, tag).status == 200)
        #expect(revalidate(desk, number, desk.staffView(number).etag).status == 304)
    }

    @Test func `an agent's new name and a category's new slug reach both sides`() throws {
        let desk = try TicketDesk()
        let number = try desk.open(category: "billing")
        let other = try desk.open(category: "account")
        desk.patch(number, #"{"assigned_to_id":\#(desk.alan.user.id)}"#, as: desk.root.token)
        desk.clock.advance(seconds: 1)
        func tags(_ number: String) -> [String?] { [desk.staffView(number).etag, desk.seen(number).etag] }
        var kept = tags(number)
        desk.send(.patch, "/admin/users/\(desk.alan.user.id)", #"{"name":"Alan M."}"#, desk.root.token)
        for (tag, asStaff) in [(kept[0], true), (kept[1], false)] {
            let answer = revalidate(desk, number, tag, asStaff: asStaff)
            #expect(answer.status == 200)
            #expect(answer.text("assigned_to_name") == "Alan M.")
        }
        desk.clock.advance(seconds: 1)
        desk.reply(number)
        kept = tags(number)
        #expect(revalidate(desk, number, kept[0]).status == 304)
        let billing = try #require(
            desk.get("/admin/categories", desk.root.token).items.first { $0["slug"] == .string("billing") })
        let path = "/admin/categories/\(try #require(billing["id"]?.integer))"
        desk.send(.patch, path, #"{"description":"Other words"}"#, desk.root.token)
        #expect(revalidate(desk, number, kept[0]).status == 304)
        desk.send(.patch, path, #"{"slug":"money"}"#, desk.root.token)
        for (tag, asStaff) in [(kept[0], true), (kept[1], false)] {
            #expect(revalidate(desk, number, tag, asStaff: asStaff).text("category") == "money")
        }
        #expect(revalidate(desk, other, tags(other)[0]).status == 304)
        #expect(revalidate(desk, other, tags(other)[1], asStaff: false).status == 304)
    }
}
