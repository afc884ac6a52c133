import JSON
import Testing

extension ProcessTests {
    @Suite struct Commands {
        @Test func `users are added, listed, disabled and given passwords beside a running server`() throws {
            let folder = try Folder()
            let server = try TicketdServer(in: folder)
            let added = try folder.ticketd(
                "user", "add", "grace@example.com", "--role", "agent", "--name", "Grace", "--password-stdin",
                input: "the first password\n")
            #expect(added.code == 0, "\(added.error)")
            #expect(added.output.contains("Added agent grace@example.com"))
            #expect(!added.output.contains("password"))
            let grace = try server.staff("grace@example.com", "the first password")
            #expect(try grace.get("/admin/tickets").status == 200)
            #expect(try grace.get("/admin/users").status == 403)

            #expect(try folder.ticketd("user", "list").output.contains("agent\tactive\tgrace@example.com\tGrace"))

            let changed = try folder.ticketd("user", "password", "grace@example.com")
            #expect(changed.code == 0)
            let oneTime = try #require(changed.output.split(separator: " ").last).trimmingSuffix("\n")
            #expect(try grace.get("/admin/tickets").status == 401, "a new password revokes tokens")
            let again = try server.staff("grace@example.com", oneTime)
            #expect(try again.get("/admin/tickets").problem == "password-change-required")

            let set = try folder.ticketd(
                "user", "password", "grace@example.com", "--password-stdin", input: "the third password\n")
            #expect(set.code == 0)
            let third = try server.staff("grace@example.com", "the third password")
            #expect(try third.get("/admin/tickets").status == 200)

            #expect(try folder.ticketd("user", "disable", "grace@example.com").code == 0)
            #expect(try third.get("/admin/tickets").status == 401, "the very next request is refused")
            #expect(throws: Unexpected.self) { try server.staff("grace@example.com", "the third password") }
            #expect(try folder.ticketd("user", "list").output.contains("agent\tdisabled\tgrace@example.com"))
        }

        @Test func `a disabled customer's token is refused at once`() throws {
            let folder = try Folder()
            let server = try TicketdServer(in: folder)
            let ada = try server.customer()
            #expect(try ada.get("/tickets").status == 200)
            #expect(try folder.ticketd("user", "disable", "ada@example.org").code == 0)
            #expect(try ada.get("/tickets").status == 401)
        }

        @Test(arguments: [
            (["add", "nobody", "--role", "agent"], 2, "is not an e-mail address"),
            (["add", "grace@example.com"], 2, "--role"),
            (["add", "grace@example.com", "--role", "queen"], 2, "--role"),
            (["add", "ada@example.org", "--role", "agent"], 1, "there is an account with that address already"),
            (["disable", "nobody@example.org"], 1, "nobody has that address"),
            (["password", "nobody@example.org"], 1, "nobody has that address"),
            (["promote", "ada@example.org"], 2, "usage"),
        ])
        func `what cannot be done with users is said`(words: [String], code: Int, reason: String) throws {
            let folder = try Folder()
            #expect(try folder.ticketd("migrate").code == 0)
            #expect(try folder.ticketd("user", "add", "ada@example.org", "--role", "customer").code == 0)
            let outcome = try folder.run([Product.binary, "user"] + words)
            #expect(outcome.code == Int32(code))
            #expect(outcome.error.contains(reason), "\(outcome.error)")
        }

        @Test func `a reset link is shown to whoever runs the server, and works once`() throws {
            let folder = try Folder()
            let server = try TicketdServer(in: folder)
            let ada = try server.customer()
            let wire = server.wire()
            #expect(try wire.post("/auth/forgot-password", ["email": "ada@example.org"]).status == 202)
            #expect(try wire.post("/auth/forgot-password", ["email": "nobody@example.org"]).status == 202)

            let listed = try folder.ticketd("deliveries")
            #expect(listed.code == 0)
            let line = try #require(listed.output.split(separator: "\n").first { $0.contains("ada@example.org") })
            #expect(!listed.output.contains("nobody@example.org"))
            #expect(!listed.output.contains("token="), "the list shows no secrets")
            let id = try #require(line.split(separator: "\t").first.map(String.init))
            let shown = try folder.ticketd("deliveries", "show", id)
            #expect(shown.output.contains("To: ada@example.org"))
            let start = try #require(shown.output.firstRange(of: "token=")?.upperBound)
            let token = String(shown.output[start...].prefix { !$0.isWhitespace })
            #expect(!server.log.contains(token))

            let reset = try wire.post("/auth/reset-password", ["token": token, "password": "another horse"])
            #expect((200..<300).contains(reset.status), "\(reset.body)")
            #expect(try ada.get("/tickets").status == 401, "a reset revokes tokens")
            let login = try wire.post("/auth/login", ["email": "ada@example.org", "password": "another horse"])
            #expect(login.status == 200)
            let twice = try wire.post("/auth/reset-password", ["token": token, "password": "a third horse"])
            #expect((400..<500).contains(twice.status), "\(twice.status)")
            #expect(try folder.ticketd("deliveries", "show", "999999").code == 1)
        }

        @Test func `a demo is there to log in to`() throws {
            let folder = try Folder()
            let made = try folder.ticketd("demo", "--tickets", "60")
            #expect(made.code == 0, "\(made.error)")
            let words = made.output.split(whereSeparator: \.isWhitespace).map(String.init)
            let email = try #require(words.firstIndex(of: "admin").map { words[$0 + 1] })
            let server = try TicketdServer(in: folder)
            #expect(try server.staff(email, "demo-password").rows(of: "/admin/tickets").count == 60)
        }

        @Test func `classify writes a verdict a line and names the line that it cannot read`() throws {
            let folder = try Folder()
            let well = try folder.ticketd(
                "classify", input: #"{"id": "a", "subject": "Refund", "description": "I was charged twice"}"# + "\n")
            #expect(well.code == 0)
            let verdict = try JSONReader.read(Array(well.output.utf8.dropLast()))
            #expect(verdict["id"]?.string == "a")
            #expect(verdict["category"]?.string == "billing")
            let bad = try folder.ticketd("classify", input: "{}\nnonsense\n")
            #expect(bad.code == 1)
            #expect(bad.error.contains("line 2"))
            #expect(bad.output.split(separator: "\n").count == 1)
        }

        @Test func `classify chooses among the categories that it is given, by alias too, and knows no others`() throws
        {
            let folder = try Folder()
            let row = #"{"id": 1, "subject": null, "description": "I was charged twice, the app crashed"}"# + "\n\n"
            let some = try folder.ticketd("classify", "--categories", "technical, Question", input: row)
            #expect(some.code == 0)
            let verdict = try JSONReader.read(Array(some.output.utf8.dropLast()))
            #expect(verdict["category"]?.string == "technical_support")
            #expect(verdict["id"]?.integer == 1)
            let unknown = try folder.ticketd("classify", "--categories", "billing,plumbing", input: row)
            #expect(unknown.code == 2)
            #expect(unknown.error.contains("plumbing") && unknown.error.contains("site_edit"))
            #expect(try folder.ticketd("classify", "--categories", ",", input: row).code == 2)
        }

        @Test func `classify evaluates a file of rows with categories`() throws {
            let folder = try Folder()
            let rows = [
                #"{"id": 1, "description": "I want a refund", "category": "billing"}"#, "",
                #"{"id": 2, "description": "The app crashes", "category": "technical"}"#, #"{"description": 3}"#,
            ]
            let path = try folder.write(rows.joined(separator: "\n"), to: "rows.jsonl")
            let run = try folder.ticketd("classify", "--evaluate", path)
            #expect(run.code == 1)
            #expect(run.error.contains("line 4"))
            for word in ["rows 2", "accuracy 1.000", "macro-F1 1.000", "calibration error", "expected"] {
                #expect(run.output.contains(word), "\(word)")
            }
        }
    }
}

extension StringProtocol {
    fileprivate func trimmingSuffix(_ mark: Character) -> String {
        last == mark ? String(dropLast()) : String(self)
    }
}
