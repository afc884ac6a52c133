import Domain
import Foundation
import Support
import Testing

@testable import API

/// Random steps of several people, each answer compared with a model of the specification.
@Suite struct ModelTests {
    private static let variables = ProcessInfo.processInfo.environment
    /// `TICKETD_MODEL_SEED` and `TICKETD_MODEL_STEPS` try others.
    private static let seeds: [UInt64] =
        variables["TICKETD_MODEL_SEED"].flatMap { UInt64($0) }.map { [$0] } ?? [1, 20_260_301]
    private static let stepCount = variables["TICKETD_MODEL_STEPS"].flatMap { Int($0) } ?? 1500
    /// Attempts at a shorter series of steps that fails as well.
    private static let mostTries = 60

    @Test(arguments: seeds)
    func `whatever customers, guests and staff do, the server does what the specification says`(seed: UInt64) throws {
        var dice = Dice(seed: seed)
        let steps = (0..<Self.stepCount).map { _ in ModelStep(&dice) }
        guard let failure = try ModelPlay().play(steps) else { return }
        let shortest = try Self.shortened(Array(steps[...failure.step]))
        let last = try ModelPlay().play(shortest)
        Issue.record(
            """
            seed \(seed), step \(failure.step): \(failure.difference)
            the shortest series found (\(last?.difference ?? "")):
            \(shortest.map { "  \($0)" }.joined(separator: "\n"))
            """)
    }

    /// Leaves out what it can: halves first, then ever smaller pieces.
    private static func shortened(_ steps: [ModelStep]) throws -> [ModelStep] {
        var steps = steps
        var tries = 0
        var size = steps.count / 2
        while size > 0, tries < mostTries {
            var start = 0
            while start < steps.count - 1, tries < mostTries {
                var fewer = steps
                fewer.removeSubrange(start..<min(start + size, steps.count - 1))
                tries += 1
                if let failure = try ModelPlay().play(fewer) {
                    steps = Array(fewer[...failure.step])
                } else {
                    start += size
                }
            }
            size /= 2
        }
        return steps
    }

    @Test func `a series is the same for the same seed`() {
        var one = Dice(seed: 7)
        var two = Dice(seed: 7)
        for _ in 0..<100 { #expect("\(ModelStep(&one))" == "\(ModelStep(&two))") }
    }
}

/// Each cell of the status table, by staff and by the customer, through the API.
@Suite struct StatusTableTests {
    /// The table of the specification, as it stands there.
    private static let table = """
        from             | open | in_progress | waiting_customer | waiting_ai | on_hold | resolved | closed
        new              | S    | S           | S                | S          | S       | S C      | S C
        open             | ·    | S           | S                | S          | S       | S C      | S C
        in_progress      | S    | ·           | S                | S          | S       | S C      | S C
        waiting_customer | S    | S           | ·                | S          | S       | S C      | S C
        waiting_ai       | S    | S           | S                | ·          | S       | S C      | S C
        on_hold          | S    | S           | S                | S          | ·       | S C      | S C
        resolved         | S    | S           | S                |            |         | ·        | S C
        closed           | S    | S           |                  |            |         |          | ·
        """
    private static let rows = table.split(separator: "\n").map { line in
        line.split(separator: "|", omittingEmptySubsequences: false).map { Text.trimmed(String($0)) }
    }

    /// A ticket in that status, whatever led there.
    private func ticket(_ status: Status, _ desk: TicketDesk) throws -> String {
        let number = try desk.open()
        let grace = desk.grace.user
        try desk.api.database.write { (tx) throws(Failure) in
            guard let id = try tx.ticketID(TicketReference(number)), let record = try tx.ticketRecord(id)
            else { throw .notFound }
            var edit = TicketEdit(record.ticket, at: tx.now)
            edit.set(status, by: .staff(Agent(id: grace.id, name: grace.name, isAdmin: false)))
            _ = try tx.save(edit, of: record)
        }
        return number
    }

    @Test(arguments: Status.allCases)
    func `each step of the table is taken or refused as it says`(from: Status) throws {
        let desk = try TicketDesk()
        let row = try #require(Self.rows.first { $0[0] == from.rawValue })
        for (to, cell) in zip(Self.rows[0], row).dropFirst() {
            for side in ["S", "C"] {
                let number = try ticket(from, desk)
                let before = desk.events(number).count
                let answer =
                    side == "S" ? desk.patch(number, #"{"status":"\#(to)"}"#) : desk.setStatus(number, to)
                let isFinal = to == "resolved" || to == "closed"
                let label = "\(from) to \(to) by \(side): \(answer.text)"
                if side == "C", !isFinal {
                    #expect(answer.status == 403 && answer.problem == "forbidden", "\(label)")
                } else if cell == "·" {
                    #expect(answer.status == 200, "\(label)")
                    // Nobody is behind waiting_ai here: whoever asks for it again gets the ticket back.
                    #expect(desk.events(number).count == before || from == .waitingAI, "\(label)")
                } else if cell.contains(side) {
                    // Without a template that answers by itself the assistant hands the ticket back.
                    let status = to == "waiting_ai" ? "open" : to
                    #expect(answer.status == 200 && answer.text("status") == status, "\(label)")
                    #expect(desk.events(number).count > before || to == "waiting_ai" && from == .open, "\(label)")
                } else {
                    #expect(answer.status == 409 && answer.problem == "invalid-transition", "\(label)")
                    let allowed = answer.json["allowed"]?.array?.compactMap(\.string) ?? []
                    let offered = zip(Self.rows[0], row).dropFirst().filter { $0.1.contains(side) }.map(\.0)
                    #expect(Set(allowed) == Set(offered), "\(label)")
                    #expect(desk.staffView(number).text("status") == from.rawValue)
                }
            }
        }
        #expect(desk.patch(try ticket(from, desk), #"{"status":"new"}"#).status == (from == .new ? 200 : 409))
    }
}
