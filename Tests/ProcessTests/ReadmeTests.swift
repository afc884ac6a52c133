import Foundation
import Platform
import Testing

extension ProcessTests {
    /// The README is executed.
    @Suite struct Readme {
        private let text: String

        init() throws {
            text = String(decoding: try File.read(Product.root + "/README.md"), as: UTF8.self)
        }

        /// The shell blocks under the heading, in their order.
        private func blocks(under heading: String) throws -> [String] {
            let start = try #require(text.firstRange(of: "\n## \(heading)\n")?.upperBound)
            let section = text[start...].prefix(
                upTo: text[start...].firstRange(of: "\n## ")?.lowerBound ?? text.endIndex)
            return section.matches(of: /```sh\n(?<body>(?s).*?)```/).map { String($0.output.body) }
        }

        @Test func `the first session works as it is printed`() throws {
            var blocks = try blocks(under: "A first session")
            try #require(blocks.count == 4)
            let start = blocks.removeFirst()
            #expect(start.hasSuffix(" make run\n"))
            let values = start.matches(of: /(?<name>TICKETD_\w+)=(?:'(?<quoted>[^']*)'|(?<plain>\S+))/)
            var environment: [String: String] = [:]
            for value in values { environment["\(value.name)"] = String(value.quoted ?? value.plain ?? "") }
            #expect(environment.keys.sorted() == ["TICKETD_ADMIN_EMAIL", "TICKETD_ADMIN_PASSWORD"])
            let server = try TicketdServer(in: Folder(), environment: environment, rateLimits: true)

            let folder = try Folder()
            let script = blocks.joined(separator: "\n").replacing("127.0.0.1:8080", with: "127.0.0.1:\(server.port)")
            #expect(script.contains("/track-ticket"))
            _ = try folder.write(script, to: "session.sh")
            let outcome = try folder.run(["bash", "-e", "-u", "-o", "pipefail", "session.sh"])
            #expect(outcome.code == 0, "\(outcome.error)")
            #expect(outcome.error.isEmpty)
            #expect(outcome.output.contains("My card was charged twice in March."))
            #expect(outcome.output.contains("\"timeline\""))
            #expect(!outcome.output.contains("/problems/"))

            let email = try #require(environment["TICKETD_ADMIN_EMAIL"])
            let password = try #require(environment["TICKETD_ADMIN_PASSWORD"])
            let tickets = try server.staff(email, password).rows(of: "/admin/tickets")
            try #require(tickets.count == 1)
            #expect(tickets[0]["status"]?.string == "resolved")
            #expect(tickets[0]["message_count"]?.integer == 2)
            #expect(tickets[0]["customer_email"]?.string == "ada@example.com")
        }

        @Test func `the table of flags is that of the binary`() throws {
            let help = try Folder().ticketd("help").output
            let flags = help.matches(of: /\n  --(?<name>[a-z-]+) [^\n]+\n[^\n]+\[(?<standard>[^\]]+)\]/)
            #expect(flags.count > 10)
            let printed = text.matches(of: /\n\| `--(?<name>[a-z-]+)` \| (?<standard>[^|]+) \|/)
            #expect(printed.map { String($0.name) } == flags.map { String($0.name) })
            for (row, flag) in zip(printed, flags) {
                #expect(row.standard.replacing("`", with: "") == flag.standard, "--\(flag.name)")
            }
        }
    }
}
