import Domain

/// What a transaction does once, at the end of a group of jobs, instead of in each of them.
///
/// The search index is why: FTS5 writes what it has gathered to the disk pages at every savepoint, so filling it job by
/// job would cost a segment a ticket. The counts are here because thirty jobs touch the same few rows.
struct Deferred {
    /// A row of the search index that comes (its new words) or goes (its old ones).
    struct SearchChange {
        let row: Int64
        let words: String
        let isRemoval: Bool
    }

    var search: [SearchChange] = []
    var counts: [CountKey: Int64] = [:]
    /// Where the new messages and events of a day stand.
    var spans: [DaySpanKey: ClosedRange<Int64>] = [:]
    var sla = SLACountChanges()
    var figures = FigureChanges()

    /// The changes of the search index in the order of its rows: FTS5 writes a segment whenever a row comes that is not
    /// behind the one before, which costs four times as much. Changes of the same row stay in their order.
    var searchByRow: [SearchChange] {
        let places = search.indices.sorted { (search[$0].row, $0) < (search[$1].row, $1) }
        return places.map { search[$0] }
    }

    mutating func append(_ other: Deferred) {
        search.append(contentsOf: other.search)
        counts.merge(other.counts) { $0 + $1 }
        spans.merge(other.spans) { min($0.lowerBound, $1.lowerBound)...max($0.upperBound, $1.upperBound) }
        sla.append(other.sla)
        figures.append(other.figures)
    }
}

/// What a ticket is counted under; a row of ticket_counts.
struct CountKey: Hashable {
    let status: Status
    let category: ID<Category>
    let priority: Priority
    let channel: Channel
    let assignee: ID<User>?
    let isUnread: Bool
    let needsReview: Bool
}

/// Ids drawn inside a group of jobs, each sequence read once a group from the database's own.
final class Sequences {
    private var lastMessage: Int64?
    private var lastTicket: Int64?
    /// The number of the last event written in this group; nil for none. It stays when a job is undone: a hint.
    var lastEvent: Int64?

    /// - Parameter last: reads the highest id ever given; called at most once a group.
    func nextMessage(last: () throws(Failure) -> Int64) throws(Failure) -> ID<Message> {
        let next = try Sequences.next(after: lastMessage, last)
        lastMessage = next
        return ID(next)
    }

    func nextTicket(last: () throws(Failure) -> Int64) throws(Failure) -> ID<Ticket> {
        let next = try Sequences.next(after: lastTicket, last)
        lastTicket = next
        return ID(next)
    }

    /// Reads the database again before the next id: what was drawn was rolled back.
    func forget() {
        lastMessage = nil
        lastTicket = nil
    }

    private static func next(after known: Int64?, _ last: () throws(Failure) -> Int64) throws(Failure) -> Int64 {
        if let known { return known + 1 }
        return try last() + 1
    }
}
