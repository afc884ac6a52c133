import Foundation
import Platform
import Testing

extension ProcessTests {
    @Suite struct Starting {
        @Test func `the first start makes the admin that the environment names`() throws {
            let server = try TicketdServer(in: Folder())
            let me = try server.admin().get("/auth/me")
            #expect(me.status == 200)
            #expect(me.json["role"]?.string == "admin")
            #expect(try server.folder.text("output").isEmpty)
        }

        @Test func `a server whose database was moved away says that it is not ready`() throws {
            let server = try TicketdServer(in: Folder())
            #expect(try server.wire().get("/readyz").status == 200)
            try File.rename(server.folder["ticketd.db"], to: server.folder["elsewhere.db"])
            #expect(try server.wire().get("/readyz").status == 503)
        }

        @Test func `without a password in the environment the first admin has a printed one that must be changed`()
            throws
        {
            let folder = try Folder()
            let server = try TicketdServer(in: folder, environment: [:])
            let output = try folder.text("output")
            let line = try #require(output.split(separator: "\n").first)
            let email = try #require(line.split(separator: " ").first { $0.contains("@") }.map(String.init))
            let password = try #require(line.split(separator: " ").last.map(String.init))

            let admin = try server.staff(email, password)
            let refused = try admin.get("/admin/tickets")
            #expect(refused.status == 403)
            #expect(refused.problem == "password-change-required")

            let own = "a password of my own"
            let change = Wire.object(["current_password": password, "new_password": own])
            #expect(try admin.request("PUT", "/auth/password", change).status == 204)
            #expect(try server.staff(email, own).get("/admin/tickets").status == 200)
            #expect(throws: Unexpected.self) { try server.staff(email, password) }
            #expect(!server.log.contains(password))
        }

        @Test func `a second start makes no second admin`() throws {
            let folder = try Folder()
            #expect(try TicketdServer(in: folder).terminate() == 0)
            let other = ["TICKETD_ADMIN_EMAIL": "mallory@example.com", "TICKETD_ADMIN_PASSWORD": "let me in please"]
            let server = try TicketdServer(in: folder, environment: other)
            #expect(throws: Unexpected.self) { try server.staff("mallory@example.com", "let me in please") }
            #expect(try server.admin().get("/admin/tickets").status == 200)
            #expect(try folder.text("output").isEmpty)
        }

        @Test func `health, readiness, figures and the description answer without a token`() throws {
            let server = try TicketdServer(in: Folder())
            let wire = server.wire()
            for path in ["/healthz", "/readyz", "/metrics", "/openapi.json"] {
                #expect(try wire.get(path).status == 200, "\(path)")
            }
        }

        @Test(arguments: [
            (["serve", "--lisen", "127.0.0.1:0"], "there is no flag --lisen"),
            (["serve", "--listen", "nowhere"], "is no address"),
            (["serve", "--numbering", "roman"], "must be daily, sequential or random"),
            (["serve", "--loops"], "needs a value"),
            (["serve", "now"], "usage: ticketd serve"),
            (["sing"], "there is no command \"sing\""),
            (["import"], "usage: ticketd import"),
            (["user", "add"], "usage: ticketd user"),
            (["serve", "--loops", "1", "--loops", "2"], "--loops is given more than once"),
            (["demo", "--tickets", "1", "--tickets=2"], "--tickets is given more than once"),
            (["serve", "--config", "a", "--config", "b"], "--config is given more than once"),
            (["version", "now"], "usage: ticketd version"),
            (["help", "sing"], "there is no command \"sing\""),
            (["serve", "--trusted-proxies", "10.0.0.0/33"], "--trusted-proxies must be addresses or networks"),
            (["serve", "--cors-origins", "https://shop.example/"], "--cors-origins must be origins"),
            (["serve", "--listen", ""], "is no address"),
        ])
        func `wrong usage is named and ends with 2`(words: [String], reason: String) throws {
            let folder = try Folder()
            let outcome = try folder.run([Product.binary] + words)
            #expect(outcome.code == 2)
            #expect(outcome.error.contains(reason), "\(outcome.error)")
            #expect(outcome.output.isEmpty)
            #expect(try File.names(in: folder.path).isEmpty)
        }

        @Test func `help and version end well`() throws {
            let folder = try Folder()
            let help = try folder.ticketd("help")
            #expect(help.code == 0)
            #expect(help.output.contains("--database FILE"))
            #expect(try folder.ticketd("serve", "--help").code == 0)
            #expect(try folder.ticketd("help", "user").output.contains("user add EMAIL"))
            #expect(try folder.ticketd("version").output.hasPrefix("ticketd "))
        }

        @Test(arguments: [
            ["user", "list"], ["user", "add", "grace@example.org", "--role", "agent"],
            ["user", "disable", "grace@example.org"], ["deliveries"],
        ])
        func `a command that needs a database does not make one`(words: [String]) throws {
            let folder = try Folder()
            let outcome = try folder.run([Product.binary] + words)
            #expect(outcome.code == 1)
            #expect(outcome.error == "ticketd: there is no database ticketd.db\n")
            #expect(try File.names(in: folder.path).isEmpty)
        }

        @Test func `several addresses are served, IPv6 too`() throws {
            let server = try TicketdServer(in: Folder(), listen: ["127.0.0.1:0,127.0.0.2:0", "[::1]:0"])
            #expect(server.host == "[::1]")
            let ada = try server.customer()
            let number = try ada.openTicket("Over IPv6")
            #expect(try ada.get("/tickets/\(number)").status == 200)
            _ = server.terminate()
            #expect(server.log.contains(#"client="::1""#), "\(server.log)")
        }

        @Test func `a start that finds its port in use makes no admin and prints no password`() throws {
            let server = try TicketdServer(in: Folder())
            let folder = try Folder()
            let outcome = try folder.ticketd("serve", "--listen", "127.0.0.1:\(server.port)")
            #expect(outcome.code == 1 && outcome.output.isEmpty)
            #expect(try folder.ticketd("user", "list").output.isEmpty)
            let second = try TicketdServer(in: folder, environment: [:])
            #expect(try folder.text("output").contains("one-time password"))
            _ = second.terminate()
        }

        @Test func `a port in use is named and ends with 1`() throws {
            let server = try TicketdServer(in: Folder())
            let folder = try Folder()
            let outcome = try folder.ticketd("serve", "--listen", "127.0.0.1:\(server.port)")
            #expect(outcome.code == 1)
            #expect(outcome.error.contains("127.0.0.1:\(server.port)"), "\(outcome.error)")
            #expect(outcome.error.contains("Address already in use"), "\(outcome.error)")
            #expect(try server.wire().get("/healthz").status == 200)
        }

        @Test(arguments: ["missing/ticketd.db", "/proc/ticketd.db", "file/ticketd.db"])
        func `a database that cannot be made there is named and ends with 1`(path: String) throws {
            let folder = try Folder()
            _ = try folder.write("", to: "file")
            let outcome = try folder.ticketd("serve", "--listen", "127.0.0.1:0", "--database", path)
            #expect(outcome.code == 1)
            #expect(outcome.error.contains(path), "\(outcome.error)")
        }

        @Test func `a file that is no database is refused and left alone`() throws {
            let folder = try Folder()
            let text = String(repeating: "This is a letter, not a database.\n", count: 100)
            _ = try folder.write(text, to: "ticketd.db")
            let outcome = try folder.ticketd("migrate")
            #expect(outcome.code == 1)
            #expect(outcome.error == "ticketd: ticketd.db: this file is not an SQLite database\n")
            #expect(try folder.ticketd("user", "list").error == outcome.error)
            #expect(try folder.text("ticketd.db") == text)
        }

        @Test func `a database of a newer schema is refused and left alone`() throws {
            let folder = try Folder()
            #expect(try folder.ticketd("migrate").code == 0)
            let newer = """
                INSERT INTO schema_migrations (number, name, checksum, applied_at)
                SELECT max(number) + 1, 'later', 'x', max(applied_at) FROM schema_migrations
                """
            let tampered = try folder.run(["sqlite3", "ticketd.db", newer])
            #expect(tampered.code == 0, "\(tampered.error)")
            for words in [["serve", "--listen", "127.0.0.1:0"], ["migrate"]] {
                let outcome = try folder.run([Product.binary] + words)
                #expect(outcome.code == 1)
                #expect(outcome.error.contains("newer"), "\(outcome.error)")
            }
        }

        @Test func `migrate says what it did, and that there is nothing to do`() throws {
            let folder = try Folder()
            let first = try folder.ticketd("migrate")
            #expect(first.code == 0)
            #expect(first.output.contains("ran migration 1"))
            #expect(try folder.ticketd("migrate").output.contains("is up to date"))
        }
    }
}
