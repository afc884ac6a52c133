import JSON
import Platform
import Testing

extension ProcessTests {
    @Suite struct Killing {
        private static let writers = 8
        /// `make soak` asks for more.
        private static let rounds = Product.variable("TICKETD_KILL_ROUNDS").flatMap { Int($0) } ?? 3

        /// What the server has said that it has.
        private struct Acknowledged: Sendable {
            let number: String
            var messages: [Int64] = []
        }

        @Test func `whatever was acknowledged before a SIGKILL is there after it`() throws {
            let folder = try Folder()
            var dice = SystemRandomNumberGenerator()
            var token = ""
            var numbers: [String] = []
            for round in 1...Self.rounds {
                let server = try TicketdServer(in: folder, ["--numbering", "sequential"])
                if round == 1 { token = try server.customer().token ?? "" }
                let acknowledged = try killUnderLoad(server, token, after: Int.random(in: 1...150, using: &dice))
                #expect(!acknowledged.isEmpty)

                let after = try TicketdServer(in: folder, ["--numbering", "sequential"])
                let admin = try after.admin()
                for ticket in acknowledged {
                    let found = try admin.get("/admin/tickets/\(ticket.number)")
                    #expect(found.status == 200, "\(ticket.number) was acknowledged in round \(round) and is lost")
                    let ids = Set(found.json["messages"]?.array?.compactMap { $0["id"]?.integer } ?? [])
                    #expect(ids.isSuperset(of: ticket.messages), "a message on \(ticket.number) is lost")
                }
                numbers += acknowledged.map(\.number)
                after.kill()
            }
            #expect(Set(numbers).count == numbers.count)

            let server = try TicketdServer(in: folder)
            let listed = try server.admin().rows(of: "/admin/tickets").compactMap { $0["ticket_number"]?.string }
            #expect(Set(listed).isSuperset(of: numbers))
            let counted = Set(listed.compactMap { Int($0.dropFirst("TKT-".count)) })
            #expect(counted == Set(1...max(1, listed.count)), "sequential numbers have no gap")
            server.kill()
            let check = try folder.run(["sqlite3", "ticketd.db", "PRAGMA integrity_check; PRAGMA foreign_key_check"])
            #expect(check.output == "ok\n")
        }

        /// Writes on several connections, and kills the server once `count` answers are there.
        private func killUnderLoad(
            _ server: TicketdServer, _ token: String, after count: Int
        ) throws -> [Acknowledged] {
            let acknowledged = Guarded<[Acknowledged]>([])
            let answers = BoundedQueue<Bool>(capacity: 1 << 20)
            let load = try Load(threads: Self.writers) { writer in
                let wire = Wire(server, token: token)
                // Ends when the server is gone.
                while let number = try? wire.openTicket("Written by \(writer)") {
                    var ticket = Acknowledged(number: number)
                    _ = answers.put(true)
                    if let answer = try? wire.post("/tickets/\(number)/messages", ["body": "One more thing"]),
                        answer.status == 201, let id = answer.json["id"]?.integer
                    {
                        ticket.messages.append(id)
                        _ = answers.put(true)
                    }
                    acknowledged.withLock { $0.append(ticket) }
                }
                _ = answers.put(false)
            }
            var ended = 0
            var seen = 0
            while seen < count, ended < Self.writers, let isAnswer = answers.takeFirst() {
                if isAnswer { seen += 1 } else { ended += 1 }
            }
            #expect(seen == count, "the writers ended by themselves")
            server.kill()
            load.wait()
            return acknowledged.withLock { $0 }
        }

        @Test func `a SIGTERM lets every request that was sent have its answer`() throws {
            let folder = try Folder()
            let server = try TicketdServer(in: folder)
            let token = try server.customer().token
            let wires = try (0..<32).map { index in
                let wire = Wire(server, token: token)
                _ = try wire.openTicket("Before \(index)")
                return wire
            }
            let body = Wire.object(["subject": "On the way out", "description": "Sent before the signal."])
            for wire in wires { try wire.send("POST", "/tickets", body) }
            server.askToStop()
            let answers = try wires.map { try $0.answer() }
            #expect(answers.allSatisfy { $0.status == 201 })
            #expect(server.terminate() == 0)
            #expect(server.log.contains("stopped"))

            let numbers = answers.compactMap { $0.json["ticket_number"]?.string }
            let listed = try TicketdServer(in: folder).admin().rows(of: "/admin/tickets")
            #expect(listed.count == 64)
            let there = Set(listed.compactMap { $0["ticket_number"]?.string })
            #expect(there.isSuperset(of: numbers))
        }

        @Test func `under a SIGTERM in full flow no acknowledged ticket is lost`() throws {
            let folder = try Folder()
            let server = try TicketdServer(in: folder)
            let token = try server.customer().token
            let first = BoundedQueue<Bool>(capacity: 1 << 16)
            let written = Guarded<[String]>([])
            let load = try Load(threads: Self.writers) { writer in
                let wire = Wire(server, token: token)
                while let number = try? wire.openTicket("Written by \(writer)") {
                    written.withLock { $0.append(number) }
                    _ = first.put(true)
                }
            }
            for _ in 0..<40 { _ = first.takeFirst() }
            #expect(server.terminate() == 0)
            load.wait()
            let numbers = written.withLock { $0 }
            let listed = try TicketdServer(in: folder).admin().rows(of: "/admin/tickets")
            let there = Set(listed.compactMap { $0["ticket_number"]?.string })
            #expect(there == Set(numbers))
        }
    }
}
