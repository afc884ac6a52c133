import Domain
import Service
import Store
import Support
import Testing

@testable import API

@Suite struct TrackingTests {
    private static let unknown = "TKT-20200101-00000"

    @Test func `number and address find the ticket and show where it stands, without names, notes or staff's fields`()
        throws
    {
        let desk = try TrackingDesk()
        let agent = try desk.api.database.agent("Grace Hopper")
        let (replies, editing, id) = (desk.desk.replies, desk.desk.editing, desk.ticket)
        func step(_ change: @escaping @Sendable (Writing) throws(Failure) -> Void) throws {
            desk.api.database.clock.advance(seconds: 60)
            try desk.api.database.write(change)
        }
        try step { (tx) throws(Failure) in
            _ = try replies.note("a secret note", on: .id(id), by: agent, matching: .any, in: tx)
        }
        try step { (tx) throws(Failure) in
            var changes = TicketChanges()
            changes.assignment = .to(agent.id)
            changes.tags = ["secret-tag"]
            _ = try editing.change(.id(id), changes, by: agent, matching: .any, in: tx)
        }
        try step { (tx) throws(Failure) in
            _ = try replies.reply("We are on it.", to: .id(id), status: nil, by: agent, matching: .any, in: tx)
        }
        let caller = PortalCaller(customer: desk.customer)
        try step { (tx) throws(Failure) in
            _ = try replies.add("It is still down.", to: .id(id), from: caller, matching: .any, in: tx)
        }
        try step { (tx) throws(Failure) in
            _ = try editing.setStatus(.resolved, of: .id(id), for: caller, matching: .any, in: tx)
        }
        let publicly = desk.track().json["updated_at"]
        try step { (tx) throws(Failure) in
            _ = try replies.note("a late note", on: .id(id), by: agent, matching: .any, in: tx)
        }

        let answer = desk.track()
        #expect(answer.status == 200)
        #expect(answer.header("Cache-Control") == "no-store")
        #expect(
            answer.memberNames == [
                "ticket_number", "subject", "description", "status", "status_label", "priority", "category",
                "created_at",
                "updated_at", "resolved_at", "closed_at", "timeline",
            ])
        #expect(answer.json["status"] == .string("resolved"))
        #expect(answer.json["status_label"] == .string("Resolved"))
        #expect(answer.json["updated_at"] == publicly)
        #expect(answer.json["closed_at"] == .null)
        #expect(
            answer.json["timeline"]?.array?.compactMap { $0["label"]?.string } == [
                "Ticket opened", "Status changed to Open", "Reply from our team",
                "Status changed to Waiting for your reply", "Your message", "Status changed to Open", "Resolved",
            ])
        #expect(answer.json["timeline"]?.array?.first?["at"] == answer.json["created_at"])
        for word in [
            "Grace", "Ada", "ada@", "note", "secret", "customer_id", "actor", "seq", "assigned", "We are on it",
        ] {
            #expect(!answer.text.contains(word), "\(word)")
        }
    }

    @Test func `every way to fail is the same answer byte for byte`() throws {
        let desk = try TrackingDesk()
        let deleted = try desk.open(for: desk.customer)
        let admin = try #require(Admin(try desk.api.database.agent(isAdmin: true)))
        let editing = desk.desk.editing
        try desk.api.database.write { (tx) throws(Failure) in
            try editing.delete(.id(deleted.id), by: admin, matching: .any, in: tx)
        }
        let other = try desk.api.database.customer("Bob", email: "bob@example.org")
        let foreign = try desk.open(for: other)
        let body =
            #"{"type":"/problems/not-found","title":"Not Found","status":404,"#
            + #""detail":"No ticket has that number and address."}"#
        let pairs = [
            (Self.unknown, "ada@example.org"), (Self.unknown, "nobody@example.org"), ("no number", "ada@example.org"),
            ("", ""), ("12", "ada@example.org"), ("\(desk.ticket)", "ada@example.org"),
            (desk.number, "wrong@example.org"), (desk.number, "no address"), (desk.number, "bob@example.org"),
            (desk.number, ""), (deleted.number.text, "ada@example.org"), (foreign.number.text, "ada@example.org"),
            (String(repeating: "x", count: 70_000), "ada@example.org"), ("\\u0000", "\\u0000"),
        ]
        var headers: Set<[String]> = []
        for (index, (number, email)) in pairs.enumerated() {
            let answer = desk.track(number, email, from: "192.0.2.\(index)")
            #expect(answer.status == 404)
            #expect(answer.text == body)
            headers.insert(answer.response.fields.map { "\($0.name): \($0.value)" })
        }
        #expect(headers.count == 1)
        #expect(headers.first?.contains("Content-Type: application/problem+json") == true)
        #expect(headers.first?.contains("Cache-Control: no-store") == true)
    }

    @Test func `case, blanks and look-alike characters do not matter`() throws {
        let desk = try TrackingDesk()
        let number = desk.number
        let tail = number.suffix(5)
        for (digit, letters) in [("0", ["O", "o"]), ("1", ["I", "L", "l"])] {
            for letter in letters {
                let alias = number.dropLast(5) + tail.replacing(digit, with: letter)
                #expect(desk.track(String(alias)).status == 200)
            }
        }
        #expect(desk.track("  \(number.lowercased()) ", " ADA@Example.ORG\\n").status == 200)
    }

    @Test(arguments: [
        "{}", #"{"ticket_number":"TKT-1"}"#, #"{"email":"a@b.cd"}"#, #"{"ticket_number":1,"email":"a@b.cd"}"#,
        #"{"ticket_number":"TKT-1","email":null}"#, #"{"ticket_number":["TKT-1"],"email":{}}"#,
    ])
    func `a field that is missing or no string is 422 and counts as no failure`(json: String) throws {
        let desk = try TrackingDesk()
        for path in ["/track-ticket", "/track-ticket/link"] {
            let answer = desk.api.request(.post, path, json: json)
            #expect(answer.status == 422)
            #expect(answer.problem == "validation")
        }
        let failures = try desk.api.database.read { (tx) throws(Failure) in
            try tx.failures(of: "track-client:192.0.2.1").count
        }
        #expect(failures == 0)
    }
}
