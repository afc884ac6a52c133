import Domain
import SQLite

/// What a day's span is about; a value of day_spans.entries.
enum DayEntries: String {
    case messages, events
}

/// Where the messages or events of one UTC day stand.
struct DaySpanKey: Hashable {
    let entries: DayEntries
    /// Counted from 1970-01-01.
    let day: Int64

    init(_ entries: DayEntries, _ instant: Instant) {
        self.entries = entries
        day = DaySpanKey.day(of: instant)
    }

    static func day(of instant: Instant) -> Int64 {
        let day = instant.milliseconds / 86_400_000
        return instant.milliseconds < 0 ? day - 1 : day
    }
}

extension Reading {
    /// The ids between which everything stands that was created in `range`; nil for nothing.
    func span(of entries: DayEntries, in range: TicketFilter.TimeRange) throws(Failure) -> ClosedRange<Int64>? {
        if range.isAll { return 0...Int64.max }
        let from = range.from.map { DaySpanKey.day(of: $0) } ?? .min
        let through = range.before.map { DaySpanKey.day(of: $0) } ?? .max
        guard from <= through else { return nil }
        return try first(
            """
            SELECT min(first_id), max(last_id) FROM day_spans
            WHERE entries = $1 AND day >= $2 AND day <= $3
            """, [.text(entries.rawValue), .integer(from), .integer(through)]
        ) { row in row.isNull(0) ? nil : row.integer(0)...row.integer(1) } ?? nil
    }
}

extension Writing {
    /// Notes that `id` was created at `instant`.
    func note(_ id: Int64, of entries: DayEntries, at instant: Instant) {
        let key = DaySpanKey(entries, instant)
        guard let known = deferred.spans[key] else {
            deferred.spans[key] = id...id
            return
        }
        if !known.contains(id) { deferred.spans[key] = min(known.lowerBound, id)...max(known.upperBound, id) }
    }

    func write(_ key: DaySpanKey, _ span: ClosedRange<Int64>) throws(Failure) {
        try run(
            """
            INSERT INTO day_spans (entries, day, first_id, last_id) VALUES ($1, $2, $3, $4)
            ON CONFLICT (entries, day) DO UPDATE SET
                first_id = min(day_spans.first_id, excluded.first_id),
                last_id = max(day_spans.last_id, excluded.last_id)
            """,
            [
                .text(key.entries.rawValue), .integer(key.day), .integer(span.lowerBound), .integer(span.upperBound),
            ])
    }
}
