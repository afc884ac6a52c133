import Domain
import JSON
import Support
import Testing

@testable import API

/// Filters and search as clients use them.
@Suite struct FindingTests {
    private func filled() throws -> (desk: TicketDesk, numbers: [String]) {
        let desk = try TicketDesk()
        var numbers: [String] = []
        for (index, subject) in ["Refund please", "Broken checkout", "A gift voucher", "Refund again"].enumerated() {
            desk.clock.advance(seconds: 1)
            numbers.append(try desk.open(subject, category: "billing", as: index == 3 ? desk.bob.token : nil))
        }
        desk.patch(numbers[0], #"{"tags":["vip","late"],"references":{"site_id":"s1","order_id":"A-1"}}"#)
        desk.patch(numbers[1], #"{"tags":["late"],"references":{"site_id":"s2"}}"#)
        desk.reply(numbers[1])
        desk.note(numbers[2])
        return (desk, numbers)
    }

    /// A query and the tickets that it finds.
    private static let finds: [(String, String)] = [
        ("tag=vip", "0"), ("tag=vip,late", "01"), ("tag=nobody", ""), ("reference.site_id=s1", "0"),
        ("reference.site_id=s1,s2", "01"), ("reference.site_id=s1,s2&reference.order_id=A-1", "0"),
        ("reference.any.thing-else_1=x", ""), ("email=bob@example.com", "3"), ("email=BOB@example.com,x@y.z", "3"),
        ("email=no-address", ""), ("email=bob@example.com&tag=vip", ""), ("unread=false", "1"),
        ("unread=true", "023"), ("sla_overdue=true", ""), ("sla_overdue=false", "0123"),
        ("q=refund", "03"), ("q=refund&tag=vip", "0"), ("q=%21%21", ""), ("q=%20", "0123"),
        ("q=", "0123"), ("q=look+into", "12"), ("q=bob", "3"),
    ]

    @Test(arguments: finds)
    func `staff finds tickets by every filter`(query: String, found: String) throws {
        let expected = found.compactMap(\.wholeNumberValue)
        let (desk, numbers) = try filled()
        let answer = desk.get("/admin/tickets?order=created_at&count=true&\(query)", desk.grace.token)
        #expect(
            answer.items.compactMap { $0["ticket_number"]?.string } == expected.map { numbers[$0] }, "\(answer.text)")
        #expect(answer.count("total") == Int64(expected.count))
        if query.hasPrefix("q=") { return }
        let walked = try desk.walk("/admin/tickets?order=-created_at&limit=1&\(query)", desk.grace.token)
        #expect(walked == expected.reversed().map { numbers[$0] })
    }

    @Test func `customers are found by id, address and telephone number together`() throws {
        let (desk, numbers) = try filled()
        let made = desk.send(
            .post, "/admin/tickets",
            #"{"customer_name":"Eve","customer_phone":"+14155550123","subject":"A call","description":"About it"}"#,
            desk.grace.token)
        let number = try #require(made.text("ticket_number"))
        let list = "/admin/tickets?order=created_at"
        for phone in ["%2B14155550123", "+14155550123", "14155550123", "%2B1%20415-555-0123"] {
            #expect(desk.numbers("\(list)&phone=\(phone)", desk.grace.token) == [number], "\(phone)")
        }
        #expect(desk.get("\(list)&phone=0155", desk.grace.token).failingFields == ["phone"])
        let (ada, bob) = (desk.ada.user.id, desk.bob.user.id)
        #expect(desk.numbers("\(list)&customer_id=\(bob)", desk.grace.token) == [numbers[3]])
        #expect(desk.numbers("\(list)&customer_id=\(ada),\(bob)", desk.grace.token) == numbers)
        #expect(desk.numbers("\(list)&customer_id=\(ada)&email=bob@example.com", desk.grace.token) == [])
    }

    @Test(arguments: [
        "reference.=x", "reference.a%20b=x", "reference.site_id=", "sla_overdue=yes", "tag=", "sla_due_at_after=soon",
        "q=a%00b", "reference.site_id=a&reference.site_id=b", "customer_id=0",
    ])
    func `a filter that cannot be is named`(query: String) throws {
        let desk = try TicketDesk()
        let answer = desk.get("/admin/tickets?\(query)", desk.grace.token)
        #expect(answer.status == 422, "\(answer.text)")
        #expect(answer.failingFields.count == 1)
    }

    @Test func `times are bounds of every list, the first within and the last without`() throws {
        let desk = try TicketDesk()
        let start = Timestamp.text(Instant(milliseconds: desk.clock.now))
        let first = try desk.open("First")
        desk.clock.advance(seconds: 60)
        let middle = Timestamp.text(Instant(milliseconds: desk.clock.now))
        let second = try desk.open("Second")
        for key in ["created_at", "last_message_at"] {
            #expect(desk.numbers("/admin/tickets?\(key)_after=\(middle)", desk.grace.token) == [second])
            #expect(desk.numbers("/admin/tickets?\(key)_before=\(middle)", desk.grace.token) == [first])
            #expect(
                desk.numbers(
                    "/admin/tickets?order=priority&\(key)_after=\(start)&\(key)_before=\(middle)", desk.grace.token)
                    == [first])
        }
        #expect(
            desk.numbers("/admin/tickets?order=sla_due_at&sla_due_at_after=\(start)", desk.grace.token) == [
                first, second,
            ])
        #expect(desk.get("/admin/messages?created_at_after=\(middle)&count=true", desk.grace.token).count("total") == 1)
        #expect(desk.get("/admin/events?created_at_before=\(middle)&type=created", desk.grace.token).items.count == 1)
    }

    @Test func `a search has pages, and its cursor is good for no other`() throws {
        let (desk, _) = try filled()
        let path = "/admin/tickets?q=a&limit=1"
        let all = desk.numbers("/admin/tickets?q=a&limit=100", desk.grace.token)
        #expect(all.count == 4, "the last word may go on: again, ada")
        #expect(try desk.walk(path, desk.grace.token) == all)
        #expect(try desk.walk(path + "&order=created_at", desk.grace.token).count == 4)
        let cursor = try #require(desk.get(path, desk.grace.token).text("next_cursor"))
        #expect(desk.get("/admin/tickets?q=b&limit=1&cursor=\(cursor)", desk.grace.token).problem == "invalid-cursor")
    }

    @Test func `customers search what they may see`() throws {
        let (desk, numbers) = try filled()
        #expect(desk.numbers("/tickets?q=refund", desk.ada.token) == [numbers[0]])
        #expect(desk.numbers("/tickets?q=refund", desk.bob.token) == [numbers[3]])
        #expect(desk.numbers("/tickets?q=look+into", desk.ada.token) == [numbers[1]], "a note is not for customers")
        #expect(desk.numbers("/tickets?q=\(numbers[0].lowercased())", desk.ada.token) == [numbers[0]])
        #expect(desk.numbers("/tickets?q=\(numbers[3])", desk.ada.token) == [])
        #expect(desk.get("/tickets?q=refund&count=true", desk.ada.token).count("total") == 1)
        #expect(desk.get("/tickets?tag=vip", desk.ada.token).failingFields == ["tag"])
    }

    @Test func `messages and events of all tickets are listed for staff`() throws {
        let (desk, numbers) = try filled()
        let list = desk.get("/admin/messages?count=true", desk.grace.token)
        #expect(list.count("total") == 6)
        #expect(list.items.map { memberNames($0) }.allSatisfy { $0 == TicketFields.message })
        #expect(list.items.first?["body"]?.string == "It shows a 500.")
        func bodies(_ query: String) -> [String] {
            desk.get("/admin/messages?\(query)", desk.grace.token).items.compactMap { $0["body"]?.string }
        }
        #expect(bodies("is_internal=true") == ["We look into it."])
        #expect(bodies("direction=outbound&is_internal=false&ticket=\(numbers[1])") == ["We look into it."])
        #expect(bodies("ticket=\(numbers[0]),\(numbers[3])").count == 2)
        #expect(bodies("ticket=TKT-20200101-00000") == [])
        let events = desk.get("/admin/events?ticket=\(numbers[1])&limit=100", desk.grace.token).items
        #expect(events.compactMap { $0["type"]?.string } == desk.events(numbers[1]))
        #expect(events.map { memberNames($0) }.allSatisfy { $0 == TicketFields.event })
        let changes = desk.get("/admin/events?type=tag_change,note&limit=1", desk.grace.token)
        #expect(changes.items.count == 1)
        let cursor = try #require(changes.text("next_cursor"))
        #expect(
            desk.get("/admin/events?type=tag_change,note&limit=100&cursor=\(cursor)", desk.grace.token).items.count == 2
        )
        #expect(desk.get("/admin/messages?type=note", desk.grace.token).failingFields == ["type"])
        #expect(desk.get("/admin/events?type=nonsense", desk.grace.token).failingFields == ["type"])
        #expect(desk.get("/admin/events", desk.ada.token).status == 403)
    }

    @Test func `a search that takes too long is given up, and says so`() throws {
        let desk = try APIDesk(settings: APISettings(longestRead: 0, limitsRates: false))
        let (_, token) = try desk.user("grace@example.com", .agent)
        let (ada, _) = try desk.user("ada@example.com", .customer)
        for number in 0..<40 {
            let made = desk.request(
                .post, "/api/v1/admin/tickets",
                json: #"{"customer_id":\#(ada.id),"subject":"Printer \#(number)","description":"It hums."}"#,
                token: token)
            #expect(made.status == 201)
        }
        let search = desk.request(.get, "/api/v1/admin/tickets?q=hum*&order=priority&status=open,new", token: token)
        #expect(search.status == 503)
        #expect(search.problem == "timeout")
        #expect(search.header("Retry-After") == "1")
        #expect(desk.request(.get, "/api/v1/admin/tickets", token: token).status == 200)
    }
}
