import Domain
import JSON
import Service
import Store

/// `/admin/audit`: who did what.
package struct AuditRoutes: Sendable {
    package init() {}

    package var endpoints: [Endpoint] {
        [
            .read(.get, "/admin/audit", .admin) { (_, input: AuditListInput, tx) throws(Failure) in
                let found = try tx.auditEntries(
                    input.filter, before: input.page.after?.id, limit: Int64(input.page.limit) + 1)
                let (rows, cursor) = input.page.cut(found) { ListPosition(key: nil, id: $0.id) }
                return ItemList(
                    rows.map(AuditShape.init), nextCursor: cursor,
                    total: input.page.isCounted ? try tx.auditCount(input.filter) : nil)
            }.summed("Who did what, the newest first")
        ]
    }
}

struct AuditListInput: Input {
    let filter: AuditFilter
    let page: PageRequest

    private static let word = 1...100

    static let form = Form(
        Field<[String]>.query("action", .anyOf(.line(word))).optional,
        Field<ID<User>>.query("actor_id", .id(of: User.self)).optional,
        Field<String>.query("subject", .line(word)).optional,
        Field<Instant>.query("created_at_after", .time).optional,
        Field<Instant>.query("created_at_before", .time).optional, .page
    ) { actions, actor, subject, from, before, page in
        var filter = AuditFilter()
        filter.actions = actions ?? []
        filter.actor = actor
        filter.subject = subject
        filter.from = from
        filter.before = before
        return AuditListInput(filter: filter, page: page)
    }
}

struct AuditShape: MemberList {
    let entry: AuditEntry

    init(_ entry: AuditEntry) { self.entry = entry }

    static let name = "AuditEntry"
    static let members: [Member<AuditShape>] = [
        .id("id") { $0.entry.id },
        .optionalID("actor_id") { $0.entry.actor?.rawValue },
        .text("actor_name") { $0.entry.actorName },
        .text("action") { $0.entry.action },
        .text("subject") { $0.entry.subject },
        Member(name: "details", schema: .anything) { $1.raw($0.entry.details.utf8) },
        .time("created_at") { $0.entry.createdAt },
    ]
}
