import Domain
import JSON
import Platform
import SQLite

extension Reading {
    /// All calendars, the built-in one first; a handful of rows.
    package func calendars() throws(Failure) -> [BusinessCalendar] {
        try all(
            """
            SELECT id, name, time_zone, intervals, holidays, is_built_in, effective_at, created_at, updated_at
            FROM calendars
            ORDER BY id
            """, [], BusinessCalendar.init(row:))
    }

    package func calendar(_ id: ID<BusinessCalendar>) throws(Failure) -> BusinessCalendar? {
        try first(
            """
            SELECT id, name, time_zone, intervals, holidays, is_built_in, effective_at, created_at, updated_at
            FROM calendars
            WHERE id = $1
            """, [.integer(id.rawValue)], BusinessCalendar.init(row:))
    }

    /// Whether a policy counts by it.
    package func isCalendarInUse(_ id: ID<BusinessCalendar>) throws(Failure) -> Bool {
        try first("SELECT 1 FROM sla_policies WHERE calendar_id = $1 LIMIT 1", [.integer(id.rawValue)]) { _ in true }
            ?? false
    }
}

extension Writing {
    package func insert(_ calendar: BusinessCalendar) throws(Failure) -> BusinessCalendar {
        let inserted = try first(
            """
            INSERT INTO calendars (name, time_zone, intervals, holidays, effective_at, created_at, updated_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7)
            RETURNING id, name, time_zone, intervals, holidays, is_built_in, effective_at, created_at, updated_at
            """, values(calendar) + [.integer(calendar.createdAt.milliseconds), .integer(now.milliseconds)],
            BusinessCalendar.init(row:))
        guard let inserted else { throw .internalFault("an inserted calendar is not there") }
        try bookChanged()
        return inserted
    }

    package func save(_ calendar: BusinessCalendar) throws(Failure) {
        try run(
            """
            UPDATE calendars
            SET name = $1, time_zone = $2, intervals = $3, holidays = $4, effective_at = $5, updated_at = $6
            WHERE id = $7
            """, values(calendar) + [.integer(calendar.updatedAt.milliseconds), .integer(calendar.id.rawValue)])
        try bookChanged()
    }

    package func delete(_ calendar: BusinessCalendar) throws(Failure) {
        try run("DELETE FROM calendars WHERE id = $1", [.integer(calendar.id.rawValue)])
        try bookChanged()
    }

    private func values(_ calendar: BusinessCalendar) -> [SQLValue] {
        [
            .text(calendar.name), .text(calendar.timeZone), .text(CalendarText.of(calendar.hours)),
            .text(ListText.of(calendar.holidays.map(\.text))), .integer(calendar.effectiveAt.milliseconds),
        ]
    }
}

extension BusinessCalendar {
    init(row: Row) {
        var columns = Columns(row)
        self.init(
            id: columns.id(), name: columns.text(), timeZone: columns.text(),
            hours: CalendarText.hours(columns.text()),
            holidays: ListText.strings(columns.text()).compactMap { CivilDate(text: $0) }, isBuiltIn: columns.flag(),
            effectiveAt: columns.instant(), createdAt: columns.instant(), updatedAt: columns.instant())
    }
}

/// Weekly hours as the JSON text in which a column holds them.
enum CalendarText {
    static func of(_ hours: WeeklyHours) -> String {
        var writer = JSONWriter(reserving: 256)
        writer.object {
            for day in WeeklyHours.Weekday.allCases where hours.isListed(day) {
                $0.key(text: day.rawValue)
                $0.array {
                    for interval in hours[day] {
                        $0.array {
                            $0.value(interval.startText)
                            $0.value(interval.endText)
                        }
                    }
                }
            }
        }
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    static func hours(_ text: String) -> WeeklyHours {
        // What stands in the column was written by us; a damaged one reads as no hours.
        let json = try? JSONReader.read(text.utf8)
        return WeeklyHours { day in
            (json?[day.rawValue]?.array).map { intervals in
                intervals.compactMap { pair in
                    guard let pair = pair.array, pair.count == 2, let start = pair[0].string, let end = pair[1].string
                    else { return nil }
                    return WeeklyHours.Interval(start: start, end: end)
                }
            }
        }
    }
}

/// The zones of this system, each read once. What a zone file says does not change while the server runs.
package enum Zones {
    private static let known = Guarded<[String: Zone]>([:])

    /// The zone of that IANA name, or nil when this system has none.
    package static func named(_ name: String) -> Zone? {
        if let found = known.withLock({ $0[name] }) { return found }
        guard let bytes = ZoneFiles.bytes(of: name) else { return nil }
        let zone: Zone
        do throws(ZoneError) { zone = try Zone(tzif: bytes) } catch { return nil }
        known.withLock { $0[name] = zone }
        return zone
    }
}
