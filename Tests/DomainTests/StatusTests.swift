import Testing

@testable import Domain

@Suite struct StatusTests {
    /// The table of the specification, as it stands there.
    static let table = """
        | from \\ to | open | in_progress | waiting_customer | waiting_ai | on_hold | resolved | closed |
        |---|---|---|---|---|---|---|---|
        | new | S | S | S | S | S | S C | S C |
        | open | · | S | S | S | S | S C | S C |
        | in_progress | S | · | S | S | S | S C | S C |
        | waiting_customer | S | S | · | S | S | S C | S C |
        | waiting_ai | S | S | S | · | S | S C | S C |
        | on_hold | S | S | S | S | · | S C | S C |
        | resolved | S | S | S | | | · | S C |
        | closed | S | S | | | | | · |
        """

    static let rows: [[String]] = table.split(separator: "\n").map { line in
        line.split(separator: "|", omittingEmptySubsequences: false).dropFirst().dropLast().map {
            Text.trimmed(String($0))
        }
    }

    @Test(arguments: Status.allCases)
    func `the table in the code is the table of the specification`(from: Status) throws {
        let header = StatusTests.rows[0].dropFirst().map { Status(rawValue: $0) }
        let row = try #require(StatusTests.rows.dropFirst(2).first { $0[0] == from.rawValue })
        for (to, cell) in zip(header, row.dropFirst()) {
            let to = try #require(to)
            #expect(from.allowed(for: .staff).contains(to) == cell.contains("S"), "\(from) to \(to) by staff")
            #expect(from.allowed(for: .customer).contains(to) == cell.contains("C"), "\(from) to \(to) by the customer")
        }
        #expect(!from.allowed(for: .staff).contains(.new))
    }

    @Test func `aliases and case are read, anything else is not`() {
        #expect(Status(word: "PENDING") == .waitingCustomer)
        #expect(Status(word: "pending_customer") == .waitingCustomer)
        #expect(Status(word: "In_Progress") == .inProgress)
        #expect(Status(word: "done") == nil)
        #expect(Status(word: "") == nil)
    }

    @Test func `a status keeps its number, which is in the database`() {
        #expect(Status.allCases.map(\.code) == Array(1...8))
        for status in Status.allCases { #expect(Status(code: status.code) == status) }
        #expect(Status(code: 0) == nil)
        #expect(Status(code: 9) == nil)
    }

    @Test func `priorities are ordered and read with their alias`() {
        #expect(Priority.allCases.sorted() == [.low, .medium, .high, .urgent])
        #expect(Priority(word: "Normal") == .medium)
        #expect(Priority(word: "critical") == nil)
        for priority in Priority.allCases { #expect(Priority(word: priority.word) == priority) }
    }
}
