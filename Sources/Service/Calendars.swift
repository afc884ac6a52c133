import Domain
import JSON
import Store

/// What a calendar is to be; nil leaves a field as it is.
package struct CalendarValues: Sendable {
    package var name: String?
    /// An IANA name.
    package var timeZone: String?
    package var hours: WeeklyHours?
    package var holidays: [CivilDate]?

    package init(name: String?, timeZone: String?, hours: WeeklyHours?, holidays: [CivilDate]?) {
        self.name = name
        self.timeZone = timeZone
        self.hours = hours
        self.holidays = holidays
    }
}

/// Edits the calendars that policies count by.
package struct CalendarService: Sendable {
    package init() {}

    /// - Throws: `.notFound`.
    package func find(_ id: ID<BusinessCalendar>, in tx: Reading) throws(Failure) -> BusinessCalendar {
        guard let calendar = try tx.calendar(id) else { throw .notFound }
        return calendar
    }

    /// - Throws: `.validation` for a time zone that this system does not know.
    package func create(_ values: CalendarValues, by admin: Admin, in tx: Writing) throws(Failure) -> BusinessCalendar {
        let draft = BusinessCalendar(
            id: ID(0), name: values.name ?? "", timeZone: values.timeZone ?? "UTC",
            hours: values.hours ?? WeeklyHours { _ in nil }, holidays: values.holidays ?? [], isBuiltIn: false,
            effectiveAt: tx.now, createdAt: tx.now, updatedAt: tx.now)
        try check(draft)
        let calendar = try tx.insert(draft)
        try audit("calendar.created", calendar, by: admin, in: tx)
        return calendar
    }

    /// Changes the fields given. Unsolved tickets are derived anew in the background; outcomes stay.
    ///
    /// - Throws: `.notFound`; `.inUse` for the built-in one; `.validation` for a time zone that this system does not
    ///   know.
    package func change(
        _ id: ID<BusinessCalendar>, _ values: CalendarValues, by admin: Admin, in tx: Writing
    ) throws(Failure) -> BusinessCalendar {
        let before = try editable(id, in: tx)
        var calendar = before
        calendar.name = values.name ?? calendar.name
        calendar.timeZone = values.timeZone ?? calendar.timeZone
        calendar.hours = values.hours ?? calendar.hours
        calendar.holidays = values.holidays ?? calendar.holidays
        calendar.updatedAt = tx.now
        try check(calendar)
        if calendar.hours != before.hours || calendar.holidays != before.holidays
            || calendar.timeZone != before.timeZone
        {
            calendar.effectiveAt = tx.now
        }
        try tx.save(calendar)
        try audit("calendar.changed", calendar, by: admin, in: tx)
        return calendar
    }

    /// - Throws: `.notFound`; `.inUse` for the built-in one, and when a policy counts by it.
    package func delete(_ id: ID<BusinessCalendar>, by admin: Admin, in tx: Writing) throws(Failure) {
        let calendar = try editable(id, in: tx)
        guard try !tx.isCalendarInUse(id) else {
            throw .inUse("Policies count by this calendar. Give them another one first.")
        }
        try tx.delete(calendar)
        try audit("calendar.deleted", calendar, by: admin, in: tx)
    }

    private func editable(_ id: ID<BusinessCalendar>, in tx: Reading) throws(Failure) -> BusinessCalendar {
        let calendar = try find(id, in: tx)
        guard !calendar.isBuiltIn else {
            throw .inUse("This calendar is built in: day and night, every day. Add another one instead.")
        }
        return calendar
    }

    private func check(_ calendar: BusinessCalendar) throws(Failure) {
        guard Zones.named(calendar.timeZone) != nil else {
            throw .field("time_zone", "must be an IANA time zone, such as Europe/Berlin")
        }
    }

    private func audit(
        _ action: String, _ calendar: BusinessCalendar, by admin: Admin, in tx: Writing
    ) throws(Failure) {
        var details = JSONWriter(reserving: 64)
        details.object { $0.member("name", calendar.name) }
        try tx.audit(
            action: action, subject: "calendar \(calendar.id)",
            details: String(decoding: details.bytes, as: UTF8.self), by: .staff(admin.agent))
    }
}
