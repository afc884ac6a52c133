import Domain
import SQLite

extension Writing {
    func write(_ changes: FigureChanges) throws(Failure) {
        for (key, sum) in changes.figures where sum != FigureSum() {
            try run(
                """
                INSERT INTO day_figures (figure, day, bucket, entries, total) VALUES ($1, $2, $3, $4, $5)
                ON CONFLICT (figure, day, bucket) DO UPDATE SET
                    entries = day_figures.entries + excluded.entries, total = day_figures.total + excluded.total
                """,
                [
                    .integer(key.figure.rawValue), .integer(key.day), .integer(key.bucket), .integer(sum.entries),
                    .integer(sum.total),
                ])
        }
        for (key, tickets) in changes.created where tickets != 0 {
            try run(
                """
                INSERT INTO created_counts (day, dimension, value, tickets) VALUES ($1, $2, $3, $4)
                ON CONFLICT (day, dimension, value) DO UPDATE SET tickets = created_counts.tickets + excluded.tickets
                """,
                [
                    .integer(key.day), .integer(key.dimension.rawValue), .integer(key.value), .integer(tickets),
                ])
        }
    }

    /// Takes a ticket that is about to be deleted out of the figures, with all that happened to it.
    func uncountFigures(of ticket: Ticket) throws(Failure) {
        deferred.figures.add(ticket, -1)
        var figures = FigureChanges()
        try each(
            """
            SELECT from_value, to_value, created_at FROM events
            WHERE ticket_id = $1 AND (type = 'status_change' OR type = 'reopen' OR type = 'close')
            """, [.integer(ticket.id.rawValue)]
        ) { row in
            guard let from = Status(rawValue: row.text(0)), let to = Status(rawValue: row.text(1)) else { return }
            let at = Instant(milliseconds: row.integer(2))
            figures.move(from: from, to: to, openedAt: ticket.createdAt, at: at, -1)
        }
        deferred.figures.append(figures)
    }
}

/// One bucket of a figure, summed over the days that were asked for.
package struct FigureBucket: Sendable {
    package let bucket: Int64
    package let entries: Int64
    package let total: Int64
}

extension Reading {
    /// A figure by buckets, the lowest first.
    ///
    /// - Parameter days: days since 1970 in UTC, the end excluded; nil for all time.
    package func figure(_ figure: Figure, in days: Range<Int64>?) throws(Failure) -> [FigureBucket] {
        let days = days ?? FigureKey.allTime..<FigureKey.allTime + 1
        return try all(
            """
            SELECT bucket, sum(entries), sum(total) FROM day_figures
            WHERE figure = $1 AND day >= $2 AND day < $3
            GROUP BY bucket
            ORDER BY bucket
            """, [.integer(figure.rawValue), .integer(days.lowerBound), .integer(days.upperBound)]
        ) { FigureBucket(bucket: $0.integer(0), entries: $0.integer(1), total: $0.integer(2)) }
    }

    /// By how many the unsolved tickets grew on each day from `first` on, the newest day first.
    package func unsolvedGrowth(since first: Int64) throws(Failure) -> [(day: Int64, growth: Int64)] {
        try all(
            "SELECT day, entries FROM day_figures WHERE figure = 6 AND day >= $1 ORDER BY day DESC", [.integer(first)]
        ) { ($0.integer(0), $0.integer(1)) }
    }

    /// Tickets that were opened on the given days, by what they are now.
    package func createdCounts(in days: Range<Int64>) throws(Failure) -> CreatedCounts {
        var counts = CreatedCounts()
        try each(
            """
            SELECT dimension, value, sum(tickets) FROM created_counts
            WHERE day >= $1 AND day < $2
            GROUP BY dimension, value
            """, [.integer(days.lowerBound), .integer(days.upperBound)]
        ) { row in
            let (value, tickets) = (row.integer(1), row.integer(2))
            switch CreatedKey.Dimension(rawValue: row.integer(0)) {
            case .status: if let status = Status(code: value) { counts.byStatus[status] = tickets }
            case .category: counts.byCategory[ID(value)] = tickets
            case .priority: if let priority = Priority(rawValue: value) { counts.byPriority[priority] = tickets }
            case .channel:
                let channels = Channel.allCases
                if channels.indices.contains(Int(value)) { counts.byChannel[channels[Int(value)]] = tickets }
            case .assignee: if value != 0, tickets > 0 { counts.byAssignee[ID(value)] = tickets }
            case nil: break
            }
        }
        return counts
    }
}

/// How many tickets there are of each kind.
package struct CreatedCounts: Sendable {
    package var byStatus: [Status: Int64] = [:]
    package var byCategory: [ID<Category>: Int64] = [:]
    package var byPriority: [Priority: Int64] = [:]
    package var byChannel: [Channel: Int64] = [:]
    package var byAssignee: [ID<User>: Int64] = [:]
}
