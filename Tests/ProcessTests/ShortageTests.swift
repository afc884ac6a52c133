import Foundation
import JSON
import Platform
import Testing

extension ProcessTests {
    @Suite struct Shortages {
        /// How the disk is made small and large again.
        enum Disk: String, CaseIterable, Sendable {
            /// A limit on the size of files: works everywhere.
            case fileSize
            /// A file system of 4 MB that only the server sees, with something else on it.
            case tmpfs

            /// Containers may not be allowed to mount.
            static let available = allCases.filter { $0 == .fileSize || canMount }

            private static let canMount: Bool = {
                let probe = try? Folder().run(["unshare", "-m", "mount", "-t", "tmpfs", "tmpfs", "/mnt"])
                return probe?.code == 0
            }()

            var wrapper: [String] {
                let script =
                    switch self {
                    // Whoever does not ignore SIGXFSZ dies of it: writes have to fail with EFBIG. Units of 1024 bytes.
                    case .fileSize: "ulimit -S -f 3072; exec \"$@\""
                    case .tmpfs:
                        """
                        mkdir -p disk && mount -t tmpfs -o size=4m tmpfs disk && head -c 2m /dev/zero > disk/other \
                        && exec "$@"
                        """
                    }
                return (self == .tmpfs ? ["unshare", "-m"] : []) + ["bash", "-c", script, "bash"]
            }

            var database: String { self == .tmpfs ? "disk/ticketd.db" : "ticketd.db" }

            func makeRoom(for server: TicketdServer) throws {
                let words =
                    switch self {
                    case .fileSize: ["prlimit", "--pid", "\(server.processID)", "--fsize=unlimited:unlimited"]
                    case .tmpfs: ["rm", "/proc/\(server.processID)/cwd/disk/other"]
                    }
                let outcome = try server.folder.run(words)
                #expect(outcome.code == 0, "\(outcome.error)")
            }
        }

        @Test(arguments: Disk.available)
        func `a full disk is answered with 503, reads go on, and writes work again once there is room`(
            disk: Disk
        ) throws {
            let folder = try Folder()
            let server = try TicketdServer(in: folder, database: disk.database, wrapper: disk.wrapper)
            let ada = try server.customer()
            let long = Wire.object([
                "subject": "A long story", "description": String(repeating: "All of it. ", count: 1800),
            ])
            var numbers: [String] = []
            var refused: Answer?
            for _ in 0..<1000 where refused == nil {
                let answer = try ada.request("POST", "/tickets", long)
                if let number = answer.json["ticket_number"]?.string {
                    numbers.append(number)
                } else {
                    refused = answer
                }
            }
            let refusal = try #require(refused)
            #expect(refusal.status == 503)
            #expect(refusal.problem == "unavailable")
            #expect(Int(refusal.header("Retry-After") ?? "") != nil)
            #expect(!numbers.isEmpty)

            #expect(try ada.get("/tickets/\(numbers[0])").status == 200)
            #expect(try server.wire().get("/healthz").status == 200)
            #expect(try server.wire().get("/readyz").status == 503, "not ready to write")

            try disk.makeRoom(for: server)
            numbers.append(try ada.openTicket("There is room again"))
            #expect(try server.wire().get("/readyz").status == 200)
            let listed = try ada.rows(of: "/tickets").compactMap { $0["ticket_number"]?.string }
            #expect(listed.count == numbers.count)
            #expect(Set(listed) == Set(numbers))
            #expect(server.terminate() == 0)
            let causes = server.log.split(separator: "\n").filter { $0.contains("the database refuses writes") }
            #expect(causes.contains { $0.contains(disk == .tmpfs ? "full" : "I/O") }, "\(causes)")
        }

        @Test func `without descriptors new connections are turned away, and are welcome again later`() throws {
            let server = try TicketdServer(
                in: Folder(), wrapper: ["bash", "-c", "ulimit -n 128; exec \"$@\"", "bash"])
            let ada = try server.customer()
            let wires = (0..<150).map { _ in server.wire() }
            var served = 0
            var turnedAway = 0
            for wire in wires {
                do {
                    let answer = try wire.get("/healthz")
                    if answer.status == 200 { served += 1 } else if answer.status == 503 { turnedAway += 1 }
                } catch Wire.Broken.cut { turnedAway += 1 }
            }
            #expect(served > 10)
            #expect(turnedAway > 10)
            #expect(served + turnedAway == wires.count)
            // Who is in goes on working.
            _ = try ada.openTicket("In the crowd")
            for wire in wires { wire.close() }
            var answer: Answer?
            // The server learns of the closed connections in its own time.
            for _ in 0..<1000 where answer?.status != 200 { answer = try? server.wire().get("/healthz") }
            #expect(answer?.status == 200)
            _ = try ada.openTicket("Afterwards")
        }
    }
}
