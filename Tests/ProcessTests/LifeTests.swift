import JSON
import Platform
import Service
import Testing

extension ProcessTests {
    /// Messages as people write them, each through the life of a ticket.
    @Suite struct Lives {
        private static let rows = 25

        private struct Row {
            let subject: String
            let description: String

            /// As `ticketd import` does it: what is empty is made from the other.
            init(subject: String, description: String) {
                let first = description.split(whereSeparator: \.isNewline).first.map(String.init) ?? description
                self.subject = String((subject.isEmpty ? first : subject).prefix(200))
                self.description = description.isEmpty ? subject : description
            }
        }

        private static func generated() -> [Row] {
            var text = DemoText(seed: 20_260_401)
            return (0..<rows).map { index in
                let row = text.importRow(index)
                return Row(subject: row.subject, description: row.description)
            }
        }

        /// The rows of a file of JSON lines; a line without a subject begins with it.
        private static func read(_ path: String) throws -> [Row] {
            try File.read(path).split(separator: UInt8(ascii: "\n")).compactMap { line in
                let json = try JSONReader.read(Array(line))
                guard let description = json["description"]?.string ?? json["text"]?.string else { return nil }
                return Row(subject: json["subject"]?.string ?? "", description: description)
            }
        }

        /// The generated rows, and the file that the environment names.
        private static var sources: [String] {
            ["generated"] + (Product.variable("TICKETD_TEST_MESSAGES").map { [$0] } ?? [])
        }

        @Test(arguments: sources)
        func `a message is opened, worked, answered, resolved, thanked for, closed, reopened and tracked`(
            source: String
        ) throws {
            let rows = source == "generated" ? Self.generated() : try Self.read(source)
            #expect(!rows.isEmpty)
            let server = try TicketdServer(in: Folder())
            let people = People(
                ada: try server.customer(), staff: try server.admin(), nobody: server.wire(),
                staffID: try #require(try server.admin().get("/auth/me").json["id"]?.integer))
            let slugs = try people.ada.get("/tickets/categories?limit=100").json["items"]?.array ?? []
            let categories = Set(slugs.compactMap { $0["slug"]?.string })
            for (index, row) in rows.enumerated() {
                try live(row, people, categories, label: "row \(index + 1)")
            }
            let stats = try people.ada.get("/tickets/stats").json
            #expect(stats["total"]?.integer == Int64(rows.count))
            #expect(stats["by_status"]?["closed"]?.integer == Int64(rows.count))
            #expect(try people.staff.get("/admin/tickets?count=true").json["total"]?.integer == Int64(rows.count))
            #expect(server.terminate() == 0)
        }

        private struct People {
            let ada: Wire
            let staff: Wire
            let nobody: Wire
            let staffID: Int64
        }

        private func live(_ row: Row, _ people: People, _ categories: Set<String>, label: String) throws {
            let (ada, staff) = (people.ada, people.staff)
            // Opened and classified.
            let opened = try ada.post("/tickets", ["subject": row.subject, "description": row.description])
            guard opened.status == 201, let number = opened.json["ticket_number"]?.string else {
                // What is too short for a subject is refused in words, and is no ticket.
                #expect(opened.status == 422, "\(label): \(opened.body)")
                throw Unexpected(opened)
            }
            #expect(opened.header("Location") == "/api/v1/tickets/\(number)")
            #expect(categories.contains(opened.json["category"]?.string ?? ""), "\(label)")
            let (mine, theirs) = ("/tickets/\(number)", "/admin/tickets/\(number)")
            func status() throws -> String? { try ada.get(mine).json["status"]?.string }

            // Found by both sides, newest first.
            let newest = try ada.get("/tickets?limit=1&order=-last_message_at").json["items"]?.array?.first
            #expect(newest?["ticket_number"]?.string == number, "\(label)")
            let seen = try staff.get(theirs).json
            #expect(seen["messages"]?.array?.count == 1 && seen["unread_by_agent"]?.integer == 1, "\(label)")
            let confidence = seen["ai_category_confidence"]
            #expect(seen["ai_processed"] == .bool(true) && confidence != .null, "\(label)")

            // Taken on, answered, and waiting for the customer.
            let taken = try staff.request("PATCH", theirs, "{\"assigned_to_id\":\(people.staffID)}")
            #expect(taken.json["status"]?.string == "open", "\(label): \(taken.body)")
            let reply = try staff.post("\(theirs)/messages", ["body": "We are looking into it."])
            #expect(reply.json["ticket_status"]?.string == "waiting_customer", "\(label): \(reply.body)")
            let note = try staff.request("POST", "\(theirs)/messages", #"{"body":"A secret.","is_internal":true}"#)
            #expect(note.status == 201 && note.json["is_internal"] == .bool(true), "\(label)")
            let unread = try ada.get(mine)
            #expect(unread.json["unread_by_customer"]?.integer == 1, "\(label)")
            #expect(!unread.body.contains("A secret."), "\(label)")

            // The customer answers, staff resolves, the customer is thankful and content.
            #expect(try ada.post("\(mine)/messages", ["body": "It still happens."]).status == 201)
            #expect(try status() == "open", "\(label)")
            let resolved = try staff.request(
                "POST", "\(theirs)/messages", #"{"body":"Now it should be fine.","status":"resolved"}"#)
            #expect(resolved.json["ticket_status"]?.string == "resolved", "\(label): \(resolved.body)")
            let thanks = try ada.post("\(mine)/messages", ["body": "Thank you, works now!"])
            #expect(thanks.json["ticket_status"]?.string == "resolved", "\(label)")
            let rated = try ada.request("POST", "\(mine)/rating", #"{"rating":5,"comment":"Quick."}"#)
            #expect(rated.status == 200, "\(label): \(rated.body)")
            #expect(rated.json["customer_satisfaction_rating"]?.integer == 5, "\(label)")

            // Closed, reopened by one more message, and closed for good.
            #expect(try ada.request("PATCH", "\(mine)/status", #"{"status":"closed"}"#).status == 200)
            let again = try ada.post("\(mine)/messages", ["body": "Sorry, it is broken again. What now?"])
            #expect(again.json["ticket_status"]?.string == "open", "\(label): \(again.body)")
            #expect(try staff.get(theirs).json["reopened_count"]?.integer == 1, "\(label)")
            #expect(try staff.request("PATCH", theirs, #"{"status":"closed"}"#).status == 200)

            // Anybody with number and address sees how it stands, and no more.
            let tracked = try people.nobody.post(
                "/track-ticket", ["ticket_number": number.lowercased(), "email": " ADA@example.org "])
            #expect(tracked.status == 200 && tracked.json["status"]?.string == "closed", "\(label): \(tracked.body)")
            #expect(!tracked.body.contains("A secret.") && !tracked.body.contains("works now"), "\(label)")
            let stranger = try people.nobody.post(
                "/track-ticket", ["ticket_number": number, "email": "eve@example.org"])
            #expect(stranger.status == 404, "\(label)")
            let messages = try staff.get("\(theirs)/messages?count=true").json
            #expect(messages["total"]?.integer == 7, "\(label)")
        }
    }
}
