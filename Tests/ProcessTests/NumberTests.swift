import JSON
import Testing

extension ProcessTests {
    @Suite struct Numbers {
        private static let writers = 64
        private static let ticketsEach = 4

        /// 64 writers, each on a connection of its own.
        private func open(on server: TicketdServer, _ token: String) throws -> [String] {
            try Load.gather(threads: Self.writers) { writer in
                let wire = Wire(server, token: token)
                return try (0..<Self.ticketsEach).map { try wire.openTicket("Ticket \($0) of \(writer)") }
            }
        }

        @Test(arguments: ["daily", "random", "sequential"])
        func `64 writers never get a number twice, also across restarts`(scheme: String) throws {
            let folder = try Folder()
            var numbers: [String] = []
            var token = ""
            for round in 0..<2 {
                let server = try TicketdServer(in: folder, ["--numbering", scheme])
                if round == 0 { token = try server.customer().token ?? "" }
                numbers += try open(on: server, token)
                if round == 0 { #expect(server.terminate() == 0) } else { server.kill() }
            }
            let all = 2 * Self.writers * Self.ticketsEach
            #expect(numbers.count == all)
            #expect(Set(numbers).count == all)

            let server = try TicketdServer(in: folder, ["--numbering", scheme])
            let listed = try server.admin().rows(of: "/admin/tickets").compactMap { $0["ticket_number"]?.string }
            #expect(listed.count == all)
            #expect(Set(listed) == Set(numbers))
            switch scheme {
            case "sequential":
                let expected = (1...all).map { "TKT-" + String(repeating: "0", count: 5 - "\($0)".count) + "\($0)" }
                #expect(Set(numbers) == Set(expected), "there is no gap")
            case "daily": #expect(numbers.allSatisfy { $0.wholeMatch(of: /TKT-[0-9]{8}-[0-9A-HJKMNP-TV-Z]{5}/) != nil })
            default: #expect(numbers.allSatisfy { $0.wholeMatch(of: /TKT-[0-9]{6}/) != nil })
            }
        }

        @Test func `a refused ticket takes no number`() throws {
            let server = try TicketdServer(in: Folder(), ["--numbering", "sequential"])
            let ada = try server.customer()
            #expect(try ada.openTicket("The first") == "TKT-00001")
            #expect(try ada.post("/tickets", ["subject": "No", "description": ""]).status == 422)
            let unknown = try ada.post(
                "/tickets", ["subject": "The next", "description": "Well", "category": "gardening"])
            #expect(unknown.status == 422)
            #expect(try ada.openTicket("The second") == "TKT-00002")
        }
    }
}
