import JSON
import Platform
import Service
import Testing

extension ProcessTests {
    @Suite struct Importing {
        private static let rows = 590

        /// A file as another desk exports it.
        private static func generated(_ count: Int) -> String {
            var text = DemoText(seed: 20_260_302)
            var file = ""
            for index in 0..<count {
                let row = text.importRow(index)
                var json = JSONWriter(reserving: 1024)
                json.object {
                    $0.member("id", row.id)
                    $0.member("subject", row.subject)
                    $0.member("description", row.description)
                    $0.member("category", row.category)
                    $0.member("priority", row.priority)
                    $0.member("source", "elsewhere")
                }
                file += String(decoding: json.bytes, as: UTF8.self) + "\n"
            }
            return file
        }

        /// The generated file, and the one that the environment names.
        private static var files: [String] {
            ["generated"] + (Product.variable("TICKETD_TEST_MESSAGES").map { [$0] } ?? [])
        }

        @Test func `a byte order mark before the first row is passed over`() throws {
            let folder = try Folder()
            _ = try folder.write("\u{FEFF}" + Self.generated(2), to: "rows.jsonl")
            let outcome = try folder.ticketd("import", "rows.jsonl")
            #expect(outcome.code == 0 && outcome.output == "Imported 2 rows.\n", "\(outcome.output)")
        }

        @Test(arguments: files)
        func `imported rows are listed once each, found, answered, resolved and looked up`(file: String) throws {
            let folder = try Folder()
            let text =
                file == "generated"
                ? Self.generated(Self.rows) : String(decoding: try File.read(file), as: UTF8.self)
            let rows = text.split(separator: "\n").count
            _ = try folder.write(text, to: "rows.jsonl")

            let outcome = try folder.ticketd("import", "rows.jsonl", "--customer", "ada@example.org")
            #expect(outcome.code == 0, "\(outcome.error)\(outcome.output)")
            #expect(outcome.output == "Imported \(rows) rows.\n")
            let again = try folder.ticketd("import", "rows.jsonl", "--customer", "ada@example.org")
            #expect(again.code == 0)
            #expect(again.output == "Imported 0 rows, \(rows) were there already.\n")

            let server = try TicketdServer(in: folder)
            let admin = try server.admin()
            let listed = try admin.rows(of: "/admin/tickets?order=created_at", limit: 37)
            #expect(listed.count == rows)
            let numbers = listed.compactMap { $0["ticket_number"]?.string }
            #expect(Set(numbers).count == rows)
            let imported = Set(listed.compactMap { $0["references"]?["import_id"]?.string })
            #expect(imported.count == rows)
            for number in numbers {
                let found = try admin.get("/admin/tickets/\(number)")
                #expect(found.status == 200)
                #expect(found.json["ticket_number"]?.string == number)
                #expect(found.json["messages"]?.array?.count == 1)
            }

            let number = try #require(numbers.last)
            let reply = try admin.post("/admin/tickets/\(number)/messages", ["body": "We are looking into it."])
            #expect(reply.status == 201)
            #expect(reply.json["ticket_status"]?.string == "waiting_customer")
            let resolved = try admin.request("PATCH", "/admin/tickets/\(number)", #"{"status": "resolved"}"#)
            #expect(resolved.status == 200)
            #expect(resolved.json["status"]?.string == "resolved")

            let seen = try server.wire().post(
                "/track-ticket", ["ticket_number": number, "email": "ada@example.org"])
            #expect(seen.status == 200)
            #expect(seen.json["status"]?.string == "resolved")
            let stranger = try server.wire().post(
                "/track-ticket", ["ticket_number": number, "email": "bob@example.org"])
            #expect(stranger.status == 404)
        }

        @Test func `rows without a customer named belong to one of their own`() throws {
            let folder = try Folder()
            _ = try folder.write(Self.generated(3), to: "rows.jsonl")
            #expect(try folder.ticketd("import", "rows.jsonl").code == 0)
            let listed = try TicketdServer(in: folder).admin().rows(of: "/admin/tickets")
            #expect(listed.count == 3)
            #expect(listed.allSatisfy { $0["customer_email"]?.string == "import@localhost" })
        }

        @Test func `lines that cannot be imported are named with the reason, the others are imported`() throws {
            let folder = try Folder()
            _ = try folder.write(
                """
                {"id": "1", "subject": "It works", "description": "Fine."}
                {"id": "2", "subject": "No end
                [1, 2]
                {"subject": "No id", "description": "Nobody knows me."}

                {"id": "4", "subject": "", "description": "  "}
                {"id": "5", "subject": "Odd", "description": "Odd.", "priority": "gigantic"}
                {"id": "6", "subject": "Odd", "description": "Odd.", "category": "gardening"}
                {"id": "7", "subject": 7, "description": "Odd."}
                {"id": 8, "subject": "Numbers are ids too", "description": "Fine."}
                """, to: "rows.jsonl")
            let outcome = try folder.ticketd("import", "rows.jsonl")
            #expect(outcome.code == 1)
            #expect(outcome.error.contains("7 rows were refused"))
            let lines = outcome.output.split(separator: "\n").map(String.init)
            #expect(lines.first == "Imported 2 rows, 7 were refused.")
            let reasons = [
                "line 2 is not JSON", "line 3 is not a JSON object", "line 4 has no id",
                "line 6 has neither a subject nor a description", "line 7 has the unknown priority \"gigantic\"",
                "line 8 has the unknown category \"gardening\"", "line 9 has a subject that is not text",
            ]
            try #require(lines.count == reasons.count + 1)
            for (line, reason) in zip(lines.dropFirst(), reasons) { #expect(line.contains(reason)) }
        }

        @Test func `a file that is not there, and a member of staff as customer, are refused`() throws {
            let folder = try Folder()
            let missing = try folder.ticketd("import", "nowhere.jsonl")
            #expect(missing.code == 1)
            #expect(missing.error.contains("nowhere.jsonl"))
            #expect(try folder.ticketd("migrate").code == 0)
            #expect(try folder.ticketd("user", "add", "grace@example.com", "--role", "agent").code == 0)
            _ = try folder.write(Self.generated(1), to: "rows.jsonl")
            let staff = try folder.ticketd("import", "rows.jsonl", "--customer", "grace@example.com")
            #expect(staff.code == 1)
            #expect(staff.error.contains("staff"), "\(staff.error)")
        }
    }
}
