import Domain
import Service
import Support
import Testing

@testable import Store

@Suite struct SearchTests {
    @Test func `all words have to be in one message, or in the ticket's own fields`() throws {
        let library = try SearchLibrary()
        let charged = try library.open("Charged twice", "My card was billed two times in March")
        let broken = try library.open("Broken page", "The checkout shows an error")
        try library.reply("Your card works again since March", on: broken)
        #expect(try library.find("card march") == [broken, charged])
        #expect(try library.find("march billed") == [charged])
        #expect(try library.find("checkout card") == [], "the words are in two messages")
        #expect(try library.find("charged billed") == [], "one is in the subject, one in the description")
        #expect(try library.find("charged ada") == [charged], "subject and customer are the ticket's own")
        #expect(try library.find("BILLED") == [charged])
    }

    @Test func `a word may go on where it is the last or has a star`() throws {
        let library = try SearchLibrary()
        let refund = try library.open("Refunds", "Where is my repayment")
        #expect(try library.find("refu") == [refund])
        #expect(try library.find("refu repay") == [])
        #expect(try library.find("repa* whe") == [refund])
        #expect(try library.find("repay where") == [], "the first word has to be whole")
        #expect(try library.find("\"refu\"") == [], "in quotes as well")
    }

    @Test func `a phrase is found where its words follow each other`() throws {
        let library = try SearchLibrary()
        let phrase = try library.open("One", "I was charged twice. Please help")
        let apart = try library.open("Two", "Twice I was told that I am charged")
        #expect(try library.find("charged twice") == [apart, phrase])
        #expect(try library.find("\"charged twice\"") == [phrase])
        #expect(try library.find("\"twice please\" help") == [phrase])
        #expect(try library.find("\"ada lovelace\"") == [apart, phrase])
        #expect(
            try library.find("\"lovelace ada lovelace\"") == [], "the address follows the name, not the name itself")
    }

    @Test func `numbers, addresses and telephone numbers find the ticket`() throws {
        let library = try SearchLibrary()
        let first = try library.open("One", "Something")
        let second = try library.open("Two", "Something", by: library.bob)
        let number = try #require(
            try library.database.read { (tx) throws(Failure) in try tx.ticketRecord(second)?.ticket.number.text })
        #expect(try library.find(number) == [second])
        #expect(try library.find(" \(number.lowercased()) ") == [second])
        let unclear = number.prefix(13) + number.dropFirst(13).map { $0 == "0" ? "o" : $0 == "1" ? "l" : $0 }
        #expect(try library.find(String(unclear)) == [second])
        #expect(try library.find("bob.stone@example.org") == [second])
        #expect(try library.find("BOB.STONE@EXAMPLE.ORG something") == [], "one is the ticket's, one the message's")
        #expect(try library.find("ada@example.org") == [first])
        let ada = library.ada
        try library.database.write { (tx) throws(Failure) in
            guard let contact = try tx.contact(ada.id) else { return }
            _ = try tx.addPhone("+14155550123", to: contact)
        }
        for typed in ["+14155550123", " 14155550123", "+1 415 555-0123", "0014155550123"] {
            #expect(try library.find(typed) == [first], "\(typed)")
        }
    }

    @Test func `customers find their own tickets by what they may see`() throws {
        let library = try SearchLibrary()
        let own = try library.open("Invoice", "The invoice is wrong")
        let other = try library.open("Invoice", "The invoice of Bob is wrong", by: library.bob)
        try library.reply("The invoice is being checked", on: own)
        try library.reply("Suspicion of fraud", on: own, isInternal: true)
        let number = try #require(
            try library.database.read { (tx) throws(Failure) in try tx.ticketRecord(other)?.ticket.number.text })
        #expect(try library.find("invoice", for: library.ada) == [own])
        #expect(try library.find("invoice", for: library.ada, order: "created_at") == [own])
        #expect(try library.find("checked", for: library.ada) == [own])
        #expect(try library.find("fraud", for: library.ada) == [])
        #expect(try library.find("fraud") == [own])
        #expect(try library.find(number, for: library.ada) == [])
        #expect(try library.find("c\(library.bob.id)", for: library.ada) == [])
        #expect(try library.find("bob", for: library.ada) == [])
    }

    @Test func `nobody can type or write the word that the index has for a customer`() throws {
        let library = try SearchLibrary()
        let (ada, bob) = (library.ada, library.bob)
        let ticket = try library.open("Printer", "It hums.")
        let mark = SearchRow.word(of: ada.id)
        try library.reply("See \(mark) for the fraudulent invoice", on: ticket, isInternal: true)
        let others = try library.open("On \(mark)", "Hums, says \(mark) or c\(ada.id)", by: bob)
        #expect(try library.find("fraudulent", for: ada) == [])
        #expect(try library.find("fraud*", for: ada) == [])
        #expect(try library.find("fraudulent") == [ticket])
        #expect(try library.find("hums", for: ada) == [ticket])
        #expect(try library.find("hums") == [others, ticket])
        // What is left of it is the number, which stands in the others' ticket only.
        for typed in [mark, "\(ada.id)", "c\(ada.id)"] { #expect(try library.find(typed, for: ada) == [], "\(typed)") }
        #expect(try library.find(mark) == library.find("\(ada.id)"))
        #expect(try library.find("c\(ada.id)") == [others])
        #expect(try library.find("\"\(mark) printer\"") == [])
        #expect(
            try library.database.write { (tx) throws(Failure) in try tx.isSearchIndexWell() },
            "the rows of the index are those of the view")
        try library.database.write { (tx) throws(Failure) in
            guard let record = try tx.ticketRecord(others) else { throw Failure.notFound }
            try tx.delete(record)
        }
        #expect(try library.find("hums") == [ticket])
        #expect(try library.database.write { (tx) throws(Failure) in try tx.isSearchIndexWell() })
    }

    @Test func `texts are looked through for phrases within bounds, the newest first`() throws {
        let words = try #require(SearchWords(String(repeating: #""a b" "#, count: 40) + #""b c" "c d""#))
        #expect(words.phrases == [["a", "b"], ["b", "c"], ["c", "d"]])
        let many = try #require(SearchWords((0..<20).map { "\"a x\($0)\"" }.joined(separator: " ")))
        #expect(many.phrases.count == 8)

        let library = try SearchLibrary()
        let old = try library.open("Old", "the green door")
        let new = try library.open("New", "Nothing")
        let long = String(repeating: "green door the ", count: 1300)
        for _ in 0..<110 { try library.reply(long, on: new) }
        #expect(try library.find(#""green door""#) == [new])
        #expect(try library.find("green door") == [new, old])
    }

    @Test func `the ticket's own fields weigh most, then how often, then how new; an order overrides`() throws {
        let library = try SearchLibrary()
        let often = try library.open("One", "The gateway")
        try library.reply("The gateway again", on: often)
        let own = try library.open("Gateway", "Something else")
        let once = try library.open("Three", "gateway")
        let newer = try library.open("Four", "gateway")
        #expect(try library.find("gateway") == [own, often, newer, once])
        for limit in [1, 2, 3] {
            #expect(try library.find("gateway", limit: limit) == [own, often, newer, once])
            #expect(try library.find("gateway", order: "created_at", limit: limit) == [often, own, once, newer])
            #expect(try library.find("gateway", order: "-created_at", limit: limit) == [newer, once, own, often])
        }
    }

    @Test(arguments: [
        "\"", "\"\"", "'", "AND", "OR NOT", "NEAR(a b)", "a AND", "^a", "words:a", "{words}: a", "-a", "*", "(((",
        "a*b*",
        "😡", "👩‍👩‍👧", "無法登录", "ﷺ", "\u{1E900}\u{1E922}a\u{1E922}", "a\u{1E922}b\u{2C2F}c", "%", "\\", "a\tb\nc", ";--",
        "c1", "\u{E000}1", "\u{E000}", "İ",
    ])
    func `nothing that can be typed is a wrong query`(text: String) throws {
        let library = try SearchLibrary()
        try library.open("One", "A description")
        _ = try library.find(text)
        _ = try library.find(text, for: library.ada)
        _ = try library.find("a \(text)", order: "priority")
        _ = try library.find(String(repeating: text + " ", count: 3000))
    }

    @Test func `an index that cannot be read is an error, not a search that finds nothing`() throws {
        let library = try SearchLibrary()
        try library.open("One", "gateway")
        try library.database.write { (tx) throws(Failure) in try tx.run("DROP TABLE search") }
        #expect(throws: Failure.self) { try library.find("gateway") }
    }

    @Test func `words are completed alike among few messages and among many`() throws {
        let library = try SearchLibrary()
        let wanted = [
            try library.open("One", "A payment"), try library.open("Two", "Payments"), try library.open("Three", "pay"),
        ]
        try library.open("Four", "paid pax")
        #expect(try library.find("pay") == wanted.reversed())
        try library.database.write { (tx) throws(Failure) in
            try tx.run("UPDATE sqlite_sequence SET seq = 1000000 WHERE name = 'messages'")
        }
        #expect(try library.find("pay") == wanted.reversed())
        #expect(try library.find("PAYM") == [wanted[1], wanted[0]])
        #expect(try library.find("zzz") == [])
    }

    @Test func `of a common word the newest matches are ranked, and tickets' own fields among them`() throws {
        let library = try SearchLibrary()
        let own = try library.open("Common", "First of all")
        let last = try library.open("Many messages", "Nothing")
        try library.write(messages: 1200, "a common word", on: last)
        #expect(try library.find("common") == [own, last])
        let cut = try library.database.read { (tx) throws(Failure) in
            guard let words = SearchWords("common") else { throw Failure.notFound }
            return try tx.searchHits(words, for: nil, within: tx.searchBounds(.ranked))
        }
        #expect(cut.isCut)
        #expect(cut.scores[own] == 4)
        // A word that is common as it stands is not completed; one that is not, is.
        let longer = try library.open("Commonplace", "Nothing")
        #expect(try library.find("common") == [own, last])
        #expect(try library.find("commonp") == [longer])
        #expect(try library.find("commo") == [longer, own, last])
    }
}
