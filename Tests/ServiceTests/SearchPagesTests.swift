import Domain
import Service
import Support
import Testing

@testable import Store

@Suite struct SearchPagesTests {
    @Test func `a filter that leaves all gives the order that no filter gives`() throws {
        let library = try SearchLibrary()
        for number in 0..<9 {
            let id = try library.open(number % 3 == 0 ? "Printer" : "Number \(number)", "The printer hums.")
            for _ in 0..<number % 4 { try library.reply("It is the printer.", on: id) }
        }
        for (limit, word) in [(2, "printer"), (50, "printer"), (50, "3"), (50, "nothing")] {
            #expect(
                try library.find(word, limit: limit) == library.find(word, statuses: Status.allCases, limit: limit))
        }
        #expect(try library.find("printer", limit: 2).count == 9)
    }

    @Test(arguments: [nil, "created_at", "-created_at"], [[], Status.allCases])
    func `a walk through what was found is not moved by what comes meanwhile`(
        order: String?, statuses: [Status]
    ) throws {
        let library = try SearchLibrary()
        let tickets = try (0..<12).map { try library.open("Number \($0)", "gateway") }
        try library.write(messages: 900, "gateway", on: tickets[11])
        let expected = order == "created_at" ? tickets : tickets.reversed()
        var (found, position): ([ID<Ticket>], ListPosition?) = ([], nil)
        repeat {
            let at = position
            let page = try library.database.read { (tx) throws(Failure) in
                guard let words = SearchWords("gateway") else { throw Failure.notFound }
                var filter = TicketFilter()
                filter.statuses = statuses
                return try tx.searchPage(
                    words, filter, order: order.flatMap(TicketOrder.init(word:)), after: at, limit: 5, for: nil
                ).page
            }
            found += page.ids
            position = page.next
            // New tickets and messages, and enough of both to push the old ones out of what is looked at.
            for _ in 0..<60 { try library.open("The gateway", "gateway gateway") }
            if at == nil { try library.write(messages: 10_000, "gateway", on: tickets[11]) }
        } while position != nil
        #expect(found == expected)
    }

    @Test func `how far back a search looks stays for all of its pages`() throws {
        let library = try SearchLibrary()
        // The newest 1,000 matches hold one of the others' tickets, the newest 10,000 two messages of each.
        let few = try (0..<6).map { try library.open("Number \($0)", "gateway", by: library.bob) }
        let loud = try library.open("Loud", "nothing")
        try library.write(messages: 1_200, "gateway", on: loud)
        var filter = TicketFilter()
        filter.customers = [library.bob.id]
        let wanted = filter
        func page(after position: ListPosition?) throws -> TicketPage {
            try library.database.read { (tx) throws(Failure) in
                guard let words = SearchWords("gateway") else { throw Failure.notFound }
                return try tx.searchPage(words, wanted, order: nil, after: position, limit: 3, for: nil).page
            }
        }
        let first = try page(after: nil)
        #expect(first.next?.search?.depth == .filtered)
        let second = try page(after: first.next)
        #expect(first.ids + second.ids == few.reversed())
        #expect(second.next == nil)
    }

    @Test(arguments: ["gateway", "gatew"])
    func `what is deleted meanwhile lets no older matches in`(typed: String) throws {
        let library = try SearchLibrary()
        let risen = try library.open("Risen", "gateway")
        try library.write(messages: 2, "gateway", on: risen)
        let deleted = try library.open("Deleted", "gateway")
        try library.write(messages: 19, "gateway", on: deleted)
        let loud = try library.open("Loud", "gateway")
        try library.write(messages: 959, "gateway", on: loud)
        try library.write(messages: 1, "gateway", on: risen)
        let newer = try (0..<25).map { try library.open("Number \($0)", "gateway") }
        var (found, position): ([ID<Ticket>], ListPosition?) = ([], nil)
        repeat {
            let at = position
            let page = try library.database.read { (tx) throws(Failure) in
                guard let words = SearchWords(typed) else { throw Failure.notFound }
                return try tx.searchPage(words, TicketFilter(), order: nil, after: at, limit: 10, for: nil).page
            }
            found += page.ids
            position = page.next
            if at == nil {
                try library.database.write { (tx) throws(Failure) in
                    guard let record = try tx.ticketRecord(deleted) else { throw Failure.notFound }
                    try tx.delete(record)
                }
            }
        } while position != nil
        let expected = Set(newer + [loud, risen])
        #expect(Set(found).subtracting([deleted]) == expected)
        #expect(found.count == Set(found).count)
    }

    @Test func `a cursor without what the first page looked at is refused`() throws {
        let library = try SearchLibrary()
        try library.open("One", "gateway")
        #expect(throws: Failure.invalidCursor) {
            try library.database.read { (tx) throws(Failure) in
                guard let words = SearchWords("gateway") else { throw Failure.notFound }
                let old = ListPosition(key: 1 << 48 | 1, id: 1)
                _ = try tx.searchPage(words, TicketFilter(), order: nil, after: old, limit: 10, for: nil)
            }
        }
    }
}
