import Domain
import SQLite

extension Writing {
    /// Notes who did what, for things that do not remember it themselves.
    ///
    /// - Parameter details: a JSON object as text; no secrets, and no personal text, for audit rows are not erased.
    package func audit(action: String, subject: String, details: String, by actor: Actor) throws(Failure) {
        try run(
            """
            INSERT INTO audit (actor_id, actor_name, action, subject, details, created_at)
            VALUES ($1, $2, $3, $4, $5, $6)
            """,
            [
                .optional(actor.id?.rawValue), .text(actor.name), .text(action), .text(subject), .text(details),
                .integer(now.milliseconds),
            ])
    }
}

/// Who did what.
package struct AuditEntry: Sendable {
    package let id: Int64
    /// Nil for the server itself and for its command line.
    package let actor: ID<User>?
    package let actorName: String
    /// `ticket.deleted`, `user.changed`, ...
    package let action: String
    /// `ticket 17`, `user 3`, ...
    package let subject: String
    /// A JSON object as text.
    package let details: String
    package let createdAt: Instant
}

/// Which entries a list has. An empty list of values is no filter.
package struct AuditFilter: Sendable {
    package var actions: [String] = []
    package var actor: ID<User>?
    package var subject: String?
    package var from: Instant?
    package var before: Instant?

    package init() {}
}

extension Reading {
    /// Entries before the one with the id `position`, the newest first.
    package func auditEntries(
        _ filter: AuditFilter, before position: Int64?, limit: Int64
    ) throws(Failure) -> [AuditEntry] {
        var query = AuditQuery()
        let text = query.page(filter, before: position, limit: limit)
        return try all(composed: text, query.values, AuditEntry.init(row:))
    }

    package func auditCount(_ filter: AuditFilter) throws(Failure) -> Int64 {
        var query = AuditQuery()
        let text = query.count(filter)
        return try all(composed: text, query.values) { $0.integer(0) }.first ?? 0
    }
}

/// A list of audit entries, put together from constant fragments; every value is bound. Each action is an arm of its
/// own, which its index has in the order of the ids.
struct AuditQuery {
    private(set) var values: [SQLValue] = []

    mutating func page(_ filter: AuditFilter, before position: Int64?, limit: Int64) -> String {
        let columns = "id, actor_id, actor_name, action, subject, details, created_at"
        let arms = conditions(filter, before: position).map { "SELECT \(columns) FROM audit" + $0 }
        return arms.joined(separator: " UNION ALL ") + " ORDER BY id DESC LIMIT \(bind(.integer(limit)))"
    }

    mutating func count(_ filter: AuditFilter) -> String {
        let arms = conditions(filter, before: nil).map { "(SELECT count(*) FROM audit" + $0 + ")" }
        return "SELECT " + arms.joined(separator: " + ")
    }

    /// The WHERE of each arm.
    private mutating func conditions(_ filter: AuditFilter, before position: Int64?) -> [String] {
        let actions: [String?] = filter.actions.isEmpty ? [nil] : filter.actions
        var arms: [String] = []
        for action in actions {
            var conditions: [String] = []
            if let action { conditions.append("action = \(bind(.text(action)))") }
            if let actor = filter.actor { conditions.append("actor_id = \(bind(.integer(actor.rawValue)))") }
            if let subject = filter.subject { conditions.append("subject = \(bind(.text(subject)))") }
            // Ids and times rise together, so a time is looked up once and then is an id.
            if let from = filter.from { conditions.append("id >= \(firstID(from, orElse: .max))") }
            if let before = filter.before { conditions.append("id < \(firstID(before, orElse: .max))") }
            if let position { conditions.append("id < \(bind(.integer(position)))") }
            arms.append(conditions.isEmpty ? "" : " WHERE " + conditions.joined(separator: " AND "))
        }
        return arms
    }

    /// The id of the first entry at or after `instant`.
    private mutating func firstID(_ instant: Instant, orElse none: Int64) -> String {
        let time = bind(.integer(instant.milliseconds))
        let first = "SELECT id FROM audit WHERE created_at >= \(time) ORDER BY created_at, id LIMIT 1"
        return "coalesce((\(first)), \(bind(.integer(none))))"
    }

    private mutating func bind(_ value: SQLValue) -> String {
        values.append(value)
        return "$\(values.count)"
    }
}

extension AuditEntry {
    init(row: Row) {
        var columns = Columns(row)
        self.init(
            id: columns.integer(), actor: columns.optionalID(), actorName: columns.text(), action: columns.text(),
            subject: columns.text(), details: columns.text(), createdAt: columns.instant())
    }
}
