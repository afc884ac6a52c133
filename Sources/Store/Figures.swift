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
        for (key, tickets) in changes.createdRows {
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
        guard let days else {
            return try all(
                "SELECT bucket, entries, total FROM day_figures WHERE figure = $1 AND day = -1 ORDER BY bucket",
                [.integer(figure.rawValue)]
            ) { FigureBucket(bucket: $0.integer(0), entries: $0.integer(1), total: $0.integer(2)) }
        }
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
}
