import Domain
import JSON
import Support
import Testing

@testable import API

/// Lists of tickets as clients ask for them.
@Suite struct TicketListTests {
    /// Six tickets, one a second: three of billing, two of technical support, one of Bob's.
    private func filled() throws -> (desk: TicketDesk, numbers: [String]) {
        let desk = try TicketDesk()
        var numbers: [String] = []
        for index in 0..<6 {
            desk.clock.advance(seconds: 1)
            numbers.append(
                try desk.open(
                    "Number \(index)", category: index < 3 ? "billing" : "technical",
                    as: index == 5 ? desk.bob.token : nil))
        }
        for (index, priority) in ["low", "urgent", "medium", "high", "medium", "low"].enumerated() {
            desk.patch(numbers[index], #"{"priority":"\#(priority)"}"#)
        }
        desk.reply(numbers[0])
        desk.patch(numbers[1], #"{"assigned_to_id":\#(desk.grace.user.id)}"#)
        return (desk, numbers)
    }

    @Test(arguments: [
        ("status=pending", [0]), ("status=Pending_Customer,OPEN", [0, 1]), ("priority=normal", [2, 4]),
        ("category=technical", [3, 4, 5]), ("category=billing&priority=low", [0]), ("assigned_to_id=me", [1]),
        ("assigned_to_id=none&status=new", [2, 3, 4, 5]), ("unread=true&category=billing", [1, 2]),
        ("channel=email", []), ("channel=portal,email&status=waiting_customer", [0]),
    ])
    func `staff filters by words and their aliases`(query: String, expected: [Int]) throws {
        let (desk, numbers) = try filled()
        let found = desk.numbers("/admin/tickets?order=created_at&\(query)", desk.grace.token)
        #expect(found == expected.map { numbers[$0] })
        let count = desk.get("/admin/tickets?count=true&limit=1&\(query)", desk.grace.token).count("total")
        #expect(count == Int64(expected.count))
    }

    @Test(arguments: [
        ("order=created_at", [0, 1, 2, 3, 4, 5]), ("order=-created_at", [5, 4, 3, 2, 1, 0]),
        ("order=priority", [0, 5, 2, 4, 3, 1]), ("order=-priority", [1, 3, 4, 2, 5, 0]),
    ])
    func `lists have the order that was asked for, ties by id in the same direction`(
        query: String, expected: [Int]
    ) throws {
        let (desk, numbers) = try filled()
        #expect(desk.numbers("/admin/tickets?\(query)", desk.grace.token) == expected.map { numbers[$0] })
        let walked = try desk.walk("/admin/tickets?\(query)&limit=1", desk.grace.token)
        #expect(walked == expected.map { numbers[$0] })
    }

    @Test func `customers filter their own`() throws {
        let (desk, numbers) = try filled()
        #expect(
            desk.numbers("/tickets?order=created_at", desk.ada.token) == Array(numbers[0..<5]))
        #expect(desk.numbers("/tickets?category=technical&order=created_at", desk.ada.token) == Array(numbers[3..<5]))
        #expect(desk.numbers("/tickets?status=pending", desk.ada.token) == [numbers[0]])
        #expect(desk.numbers("/tickets", desk.bob.token) == [numbers[5]])
        #expect(desk.get("/tickets?count=true", desk.bob.token).count("total") == 1)
        #expect(desk.get("/tickets", desk.bob.token).json["total"] == nil)
        #expect(desk.get("/tickets?assigned_to_id=me", desk.ada.token).failingFields == ["assigned_to_id"])
    }

    @Test func `a walk gives each ticket once while others write`() throws {
        let (desk, numbers) = try filled()
        let walked = try desk.walk("/admin/tickets?order=-created_at&limit=2", desk.grace.token) {
            desk.clock.advance(seconds: 1)
            _ = try desk.open("Later")
            desk.say(numbers[0])
        }
        #expect(walked == numbers.reversed())
    }

    @Test(arguments: [
        "limit=0", "limit=101", "limit=x", "limit=1&limit=2", "order=subject", "status=nonsense", "colour=red",
        "created_at_after=yesterday", "category=nonsense",
    ])
    func `a parameter that cannot be is named`(query: String) throws {
        let desk = try TicketDesk()
        let answer = desk.get("/admin/tickets?\(query)", desk.grace.token)
        #expect(answer.status == 422)
        #expect(answer.failingFields == [String(query.prefix { $0 != "=" })])
    }

    @Test func `a cursor is good for its own query alone, and as it was made`() throws {
        let (desk, _) = try filled()
        let path = "/admin/tickets?limit=2&status=new"
        let cursor = try #require(desk.get(path, desk.grace.token).text("next_cursor"))
        #expect(desk.get("\(path)&cursor=\(cursor)", desk.grace.token).status == 200)
        let flipped = (cursor.first == "A" ? "B" : "A") + cursor.dropFirst()
        for bad in [
            "\(path)&cursor=\(flipped)", "\(path)&cursor=x", "\(path)&cursor=",
            "/admin/tickets?limit=2&status=open&cursor=\(cursor)", "/admin/open-tickets?limit=2&cursor=\(cursor)",
        ] {
            let answer = desk.get(bad, desk.grace.token)
            #expect(answer.status == 400, "\(bad)")
            #expect(answer.problem == "invalid-cursor", "\(bad)")
        }
    }

    @Test func `who has waited longest comes first among the open tickets`() throws {
        let (desk, numbers) = try filled()
        desk.clock.advance(seconds: 10)
        desk.say(numbers[1])
        #expect(
            desk.numbers("/admin/open-tickets", desk.grace.token)
                == [2, 3, 4, 5, 1].map { numbers[$0] })
        let walked = try desk.walk("/admin/open-tickets?limit=2", desk.grace.token)
        #expect(walked == [2, 3, 4, 5, 1].map { numbers[$0] })
    }

    @Test func `new names show in rows and details at once`() throws {
        let desk = try TicketDesk()
        let number = try desk.open()
        desk.patch(number, #"{"assigned_to_id":\#(desk.grace.user.id)}"#)
        func shown() -> [String?] {
            let row = desk.get("/admin/tickets", desk.grace.token).items.first
            let staff = desk.staffView(number)
            return [
                row?["customer_name"]?.string, staff.text("customer_name"), row?["assigned_to_name"]?.string,
                staff.text("assigned_to_name"), desk.seen(number).text("assigned_to_name"),
                desk.get("/tickets", desk.ada.token).items.first?["assigned_to_name"]?.string,
            ]
        }
        func rename(_ person: ID<User>, _ name: String) {
            let answer = desk.send(.patch, "/admin/users/\(person)", #"{"name":"\#(name)"}"#, desk.root.token)
            #expect(answer.status == 200)
        }
        let (ada, grace) = ("ada@example.com", "grace@example.com")
        #expect(shown() == [ada, ada, grace, grace, grace, grace])
        rename(desk.ada.user.id, "Ada L.")
        rename(desk.grace.user.id, "Grace H.")
        #expect(shown() == ["Ada L.", "Ada L.", "Grace H.", "Grace H.", "Grace H.", "Grace H."])
        desk.patch(number, #"{"assigned_to_id":\#(desk.alan.user.id)}"#)
        let alan = "alan@example.com"
        #expect(shown() == ["Ada L.", "Ada L.", alan, alan, alan, alan])
    }
}
