import Domain
import Store

/// What `ticketd doctor` looks at, in the order in which one thing needs another.
package enum DoctorCheck: String, CaseIterable, Sendable {
    case file, references, messages, counts, figures, spans, clocks, clockCounts, search

    package var subject: String {
        switch self {
        case .file: "the database file"
        case .references: "references between rows"
        case .messages: "message counters of tickets"
        case .counts: "counts of tickets"
        case .figures: "statistics"
        case .spans: "days of messages and events"
        case .clocks: "service level clocks"
        case .clockCounts: "counts of clocks"
        case .search: "the search index"
        }
    }

    /// What a repair does.
    package var remedy: String {
        switch self {
        case .file: "built all indexes anew"
        case .references: "took out what belonged to tickets that are gone"
        case .messages: "counted the messages anew"
        case .counts, .figures, .spans, .clockCounts: "counted all tickets anew"
        case .clocks: "derived the clocks anew"
        case .search: "built the index anew"
        }
    }
}

/// Compares what is kept beside the rows with the rows, and writes it anew where it differs.
package struct Doctor: Sendable {
    private static let mostNamed = 10
    private let sla = SLAService()

    package init() {}

    /// What is wrong, in words; empty when all is well. The search index is checked by a writer.
    package func findings(_ check: DoctorCheck, in tx: Reading) throws(Failure) -> [String] {
        switch check {
        case .file:
            do throws(Failure) { return try tx.damage() } catch {
                if case .internalFault(let why) = error { return [why] }
                throw error
            }
        case .references:
            return try tx.brokenReferences().sorted { $0.key < $1.key }.map { table, rows in
                "\(rows) rows of \(table) refer to rows that are not there"
            }
        case .messages: return Doctor.line(try tx.wrongMessageCounts(), "tickets have another number of messages")
        case .counts:
            return Doctor.line(Int64(try tx.wrongCounts(tx.recount())), "counts are not what the tickets say")
        case .figures:
            return Doctor.line(Int64(try tx.wrongFigures(tx.recount())), "figures are not what the tickets say")
        case .spans:
            return Doctor.line(Int64(try tx.wrongSpans(tx.recount())), "days have entries outside of their span")
        case .clocks: return try wrongClocks(in: tx)
        case .clockCounts:
            return Doctor.line(Int64(try tx.wrongClockCounts(tx.recount())), "counts are not what the tickets say")
        case .search: return []
        }
    }

    package func repair(_ check: DoctorCheck, in tx: Writing) throws(Failure) {
        switch check {
        case .file: try tx.rebuildIndexes()
        case .references: try tx.deleteOrphans()
        case .messages: try tx.repairMessageCounts()
        case .counts, .figures, .spans, .clockCounts: try tx.replaceKeptCounts()
        case .clocks:
            var wrong: [ID<Ticket>] = []
            try sla.disagreements(in: tx) { found throws(Failure) in wrong += found.map(\.ticket) }
            for ticket in wrong { try sla.repair(ticket, in: tx) }
        case .search: try tx.rebuildSearchIndex()
        }
    }

    private func wrongClocks(in tx: Reading) throws(Failure) -> [String] {
        // Until they have followed a changed policy, unsolved tickets rightly have other clocks.
        if try tx.isDerivingAnew() { return [] }
        var numbers: [String] = []
        var count: Int64 = 0
        try sla.disagreements(in: tx) { found throws(Failure) in
            count += Int64(found.count)
            numbers += found.prefix(max(0, Doctor.mostNamed - numbers.count)).map(\.number.text)
        }
        return Doctor.line(
            count, "tickets have other clocks than their events say (\(numbers.joined(separator: ", ")))")
    }

    private static func line(_ count: Int64, _ words: String) -> [String] { count == 0 ? [] : ["\(count) \(words)"] }
}
