import Domain
import JSON
import Store

/// What a policy is to be; nil leaves a field as it is.
package struct SLAPolicyValues: Sendable {
    /// Words of the API; categories are slugs or aliases.
    package struct Match: Sendable {
        package let categories: [String]
        package let channels: [Channel]
        package let priorities: [Priority]

        package init(categories: [String], channels: [Channel], priorities: [Priority]) {
            self.categories = categories
            self.channels = channels
            self.priorities = priorities
        }
    }

    package var name: String?
    package var position: Int64?
    package var isActive: Bool?
    package var match: Match?
    package var calendar: ID<BusinessCalendar>?
    /// Priorities that are not named stay as they are; nil takes one away.
    package var targets: [Priority: SLATargets?]?

    package init(
        name: String?, position: Int64?, isActive: Bool?, match: Match?, calendar: ID<BusinessCalendar>?,
        targets: [Priority: SLATargets?]?
    ) {
        self.name = name
        self.position = position
        self.isActive = isActive
        self.match = match
        self.calendar = calendar
        self.targets = targets
    }
}

/// A policy with the names that it is shown with.
package struct SLAPolicyRecord: Sendable {
    package let policy: SLAPolicy
    /// Slugs of the categories it is for.
    package let categories: [String]
}

/// Edits the service level policies.
package struct SLAPolicyService: Sendable {
    /// Behind the policies of a fresh installation, before the default one.
    private static let step: Int64 = 10

    package init() {}

    package func all(in tx: Reading) throws(Failure) -> [SLAPolicyRecord] {
        let categories = try tx.categories()
        return try tx.slaPolicies().map { record($0, categories) }
    }

    /// - Throws: `.notFound`.
    package func find(_ id: ID<SLAPolicy>, in tx: Reading) throws(Failure) -> SLAPolicyRecord {
        record(try policy(id, in: tx), try tx.categories())
    }

    /// Adds a policy; without a position before those that match everything, since behind them it would never hold.
    ///
    /// - Throws: `.validation` for a category or calendar that is not there.
    package func create(_ values: SLAPolicyValues, by admin: Admin, in tx: Writing) throws(Failure) -> SLAPolicyRecord {
        let specific = try tx.slaPolicies().filter { $0.match != SLAPolicy.Match() }
        var targets: [Priority: SLATargets] = [:]
        for (priority, target) in values.targets ?? [:] { targets[priority] = target }
        let draft = SLAPolicy(
            id: ID(0), name: values.name ?? "",
            position: values.position ?? (specific.map(\.position).max() ?? 0) + SLAPolicyService.step,
            isActive: values.isActive ?? true, match: try match(values.match, in: tx) ?? SLAPolicy.Match(),
            calendar: try calendar(values.calendar, in: tx) ?? BusinessCalendar.alwaysID, targets: targets,
            effectiveAt: tx.now, createdAt: tx.now, updatedAt: tx.now)
        let policy = try tx.insert(draft)
        try audit("sla_policy.created", policy, by: admin, in: tx)
        return try find(policy.id, in: tx)
    }

    /// Changes the fields given. Unsolved tickets are derived anew in the background; outcomes stay.
    ///
    /// - Throws: `.notFound`; `.validation` for a category or calendar that is not there, or when no target is left.
    package func change(
        _ id: ID<SLAPolicy>, _ values: SLAPolicyValues, by admin: Admin, in tx: Writing
    ) throws(Failure) -> SLAPolicyRecord {
        let before = try policy(id, in: tx)
        var policy = before
        policy.name = values.name ?? policy.name
        policy.position = values.position ?? policy.position
        policy.isActive = values.isActive ?? policy.isActive
        policy.match = try match(values.match, in: tx) ?? policy.match
        policy.calendar = try calendar(values.calendar, in: tx) ?? policy.calendar
        for (priority, target) in values.targets ?? [:] { policy.targets[priority] = target }
        guard !policy.targets.isEmpty else { throw .field("targets", "must have at least one priority") }
        policy.updatedAt = tx.now
        if policy.targets != before.targets || policy.calendar != before.calendar { policy.effectiveAt = tx.now }
        try tx.save(policy)
        try audit("sla_policy.changed", policy, by: admin, in: tx)
        return try find(id, in: tx)
    }

    /// - Throws: `.notFound`; `.inUse` when a ticket has it.
    package func delete(_ id: ID<SLAPolicy>, by admin: Admin, in tx: Writing) throws(Failure) {
        let policy = try policy(id, in: tx)
        guard try !tx.isPolicyInUse(id) else {
            throw .inUse("Tickets have this policy. Deactivate it instead.")
        }
        try tx.delete(policy)
        try audit("sla_policy.deleted", policy, by: admin, in: tx)
    }

    private func policy(_ id: ID<SLAPolicy>, in tx: Reading) throws(Failure) -> SLAPolicy {
        guard let policy = try tx.slaPolicy(id) else { throw .notFound }
        return policy
    }

    private func record(_ policy: SLAPolicy, _ categories: [Category]) -> SLAPolicyRecord {
        SLAPolicyRecord(
            policy: policy,
            categories: policy.match.categories.compactMap { id in categories.first { $0.id == id }?.slug })
    }

    private func match(_ match: SLAPolicyValues.Match?, in tx: Reading) throws(Failure) -> SLAPolicy.Match? {
        guard let match else { return nil }
        var ids: [ID<Category>] = []
        for word in match.categories {
            guard let category = try tx.category(word: word) else {
                throw .field("match.category", try Categories.unknown(in: tx))
            }
            if !ids.contains(category.id) { ids.append(category.id) }
        }
        return SLAPolicy.Match(categories: ids, channels: match.channels, priorities: match.priorities)
    }

    private func calendar(
        _ id: ID<BusinessCalendar>?, in tx: Reading
    ) throws(Failure) -> ID<BusinessCalendar>? {
        guard let id else { return nil }
        guard try tx.calendar(id) != nil else { throw .field("calendar_id", "must be the id of a calendar") }
        return id
    }

    private func audit(_ action: String, _ policy: SLAPolicy, by admin: Admin, in tx: Writing) throws(Failure) {
        var details = JSONWriter(reserving: 64)
        details.object { $0.member("name", policy.name) }
        try tx.audit(
            action: action, subject: "sla_policy \(policy.id)",
            details: String(decoding: details.bytes, as: UTF8.self), by: .staff(admin.agent))
    }
}
