import Domain
import SQLite

/// The policies as they were last read, with the version they had. Belongs to the writer's thread; what is in here is
/// never used without comparing the version with its row.
final class SLABookCache {
    private var kept: (version: Int64, book: SLABook)?

    func book(version: Int64) -> SLABook? {
        guard let kept, kept.version == version else { return nil }
        return kept.book
    }

    func keep(_ book: SLABook, version: Int64) { kept = (version, book) }

    /// To be called when a transaction is undone: its version may come again with other policies behind it.
    func forget() { kept = nil }
}

extension Reading {
    /// Another one whenever a policy or a calendar was changed.
    package func slaVersion() throws(Failure) -> Int64 {
        try first("SELECT value FROM counters WHERE name = 'sla'") { $0.integer(0) } ?? 0
    }

    /// All policies with the hours they count, read anew.
    package func readSLABook() throws(Failure) -> SLABook {
        var hours: [ID<BusinessCalendar>: (hours: BusinessHours, effectiveAt: Instant)] = [:]
        for calendar in try calendars() {
            // A zone can go only with the system's tzdata; UTC keeps the clocks going then.
            let counted =
                calendar.isBuiltIn
                ? .always
                : BusinessHours(
                    week: calendar.hours, holidays: calendar.holidays, zone: Zones.named(calendar.timeZone) ?? .utc)
            hours[calendar.id] = (counted, calendar.effectiveAt)
        }
        return SLABook(try slaPolicies(), hours: hours)
    }
}

extension Writing {
    /// The policies as this transaction sees them; read again only when they have changed since.
    func slaBook() throws(Failure) -> SLABook {
        if let book { return book }
        let version = try slaVersion()
        let found: SLABook
        if let known = books.book(version: version) {
            found = known
        } else {
            found = try readSLABook()
            books.keep(found, version: version)
        }
        book = found
        return found
    }

    /// To be called by whatever changes a policy or a calendar: unsolved tickets are derived anew in the background.
    func bookChanged() throws(Failure) {
        book = nil
        try run(
            """
            INSERT INTO counters (name, value) VALUES ('sla', 1)
            ON CONFLICT (name) DO UPDATE SET value = counters.value + 1
            """)
        try deriveAnew()
    }

    /// Has all unsolved tickets derived anew, from the first on.
    package func deriveAnew() throws(Failure) {
        try run(
            """
            INSERT INTO counters (name, value) VALUES ('sla_derive_after', 0)
            ON CONFLICT (name) DO UPDATE SET value = excluded.value
            """)
    }
}
