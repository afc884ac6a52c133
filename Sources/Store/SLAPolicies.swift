import Domain
import JSON
import SQLite

extension Reading {
    /// All policies in their order; a handful of rows.
    package func slaPolicies() throws(Failure) -> [SLAPolicy] {
        try all(
            """
            SELECT id, name, position, is_active, match, calendar_id, targets, effective_at, created_at, updated_at
            FROM sla_policies
            ORDER BY position, id
            """, [], SLAPolicy.init(row:))
    }

    package func slaPolicy(_ id: ID<SLAPolicy>) throws(Failure) -> SLAPolicy? {
        try first(
            """
            SELECT id, name, position, is_active, match, calendar_id, targets, effective_at, created_at, updated_at
            FROM sla_policies
            WHERE id = $1
            """, [.integer(id.rawValue)], SLAPolicy.init(row:))
    }

    /// Whether a ticket has it.
    package func isPolicyInUse(_ id: ID<SLAPolicy>) throws(Failure) -> Bool {
        try first("SELECT tickets FROM sla_policies WHERE id = $1", [.integer(id.rawValue)]) { $0.integer(0) > 0 }
            ?? false
    }
}

extension Writing {
    package func insert(_ policy: SLAPolicy) throws(Failure) -> SLAPolicy {
        let inserted = try first(
            """
            INSERT INTO sla_policies (
                name, position, is_active, match, calendar_id, targets, effective_at, created_at, updated_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            RETURNING id, name, position, is_active, match, calendar_id, targets, effective_at, created_at, updated_at
            """, values(policy) + [.integer(policy.createdAt.milliseconds), .integer(now.milliseconds)],
            SLAPolicy.init(row:))
        guard let inserted else { throw .internalFault("an inserted policy is not there") }
        try bookChanged()
        return inserted
    }

    package func save(_ policy: SLAPolicy) throws(Failure) {
        try run(
            """
            UPDATE sla_policies
            SET name = $1, position = $2, is_active = $3, match = $4, calendar_id = $5, targets = $6,
                effective_at = $7, updated_at = $8
            WHERE id = $9
            """, values(policy) + [.integer(policy.updatedAt.milliseconds), .integer(policy.id.rawValue)])
        try bookChanged()
    }

    package func delete(_ policy: SLAPolicy) throws(Failure) {
        try run("DELETE FROM sla_policies WHERE id = $1", [.integer(policy.id.rawValue)])
        try bookChanged()
    }

    private func values(_ policy: SLAPolicy) -> [SQLValue] {
        [
            .text(policy.name), .integer(policy.position), .flag(policy.isActive), .text(PolicyText.of(policy.match)),
            .integer(policy.calendar.rawValue), .text(PolicyText.of(policy.targets)),
            .integer(policy.effectiveAt.milliseconds),
        ]
    }
}

extension SLAPolicy {
    init(row: Row) {
        var columns = Columns(row)
        self.init(
            id: columns.id(), name: columns.text(), position: columns.integer(), isActive: columns.flag(),
            match: PolicyText.match(columns.text()), calendar: columns.id(),
            targets: PolicyText.targets(columns.text()), effectiveAt: columns.instant(), createdAt: columns.instant(),
            updatedAt: columns.instant())
    }
}

/// What a policy holds as JSON text in its columns.
private enum PolicyText {
    static func of(_ match: SLAPolicy.Match) -> String {
        var writer = JSONWriter(reserving: 128)
        writer.object {
            $0.key("category")
            $0.array { for id in match.categories { $0.value(id.rawValue) } }
            $0.key("channel")
            $0.array { for channel in match.channels { $0.value(channel.rawValue) } }
            $0.key("priority")
            $0.array { for priority in match.priorities { $0.value(priority.word) } }
        }
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    static func match(_ text: String) -> SLAPolicy.Match {
        let json = parsed(text)
        return SLAPolicy.Match(
            categories: (json?["category"]?.array ?? []).compactMap(\.integer).map { ID($0) },
            channels: (json?["channel"]?.array ?? []).compactMap { $0.string.flatMap(Channel.init(word:)) },
            priorities: (json?["priority"]?.array ?? []).compactMap { $0.string.flatMap(Priority.init(word:)) })
    }

    static func of(_ targets: [Priority: SLATargets]) -> String {
        var writer = JSONWriter(reserving: 256)
        writer.object {
            for priority in Priority.allCases {
                guard let target = targets[priority] else { continue }
                $0.key(text: priority.word)
                $0.object {
                    $0.member("first_response", target.firstResponse)
                    $0.key("next_response")
                    if let next = target.nextResponse { $0.value(next) } else { $0.null() }
                    $0.member("resolution", target.resolution)
                }
            }
        }
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    static func targets(_ text: String) -> [Priority: SLATargets] {
        let json = parsed(text)
        var targets: [Priority: SLATargets] = [:]
        for priority in Priority.allCases {
            guard let target = json?[priority.word], let first = target["first_response"]?.integer,
                let resolution = target["resolution"]?.integer
            else { continue }
            targets[priority] = SLATargets(
                firstResponse: first, nextResponse: target["next_response"]?.integer, resolution: resolution)
        }
        return targets
    }

    private static func parsed(_ text: String) -> JSONValue? {
        // What stands in these columns was written by us; a damaged one reads as a policy without targets.
        try? JSONReader.read(text.utf8)
    }
}
