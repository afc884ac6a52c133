import Domain
import JSON
import Service

/// The counts that staff looks at (SPEC section 5).
package struct StatsRoutes: Sendable {
    let stats = Stats()

    package init() {}

    package var endpoints: [Endpoint] {
        [
            .read(.get, "/admin/stats", .agent) { (_, _: NoInput, tx) throws(Failure) in
                StaffStats(totals: try stats.all(in: tx))
            }.summed("How many tickets there are, by what they are"),

            .read(.get, "/admin/notifications", .agent) { (_, _: NoInput, tx) throws(Failure) in
                NotificationCounts(counts: try stats.notifications(in: tx))
            }.summed("What waits for staff"),
        ]
    }
}

/// A customer's own counts.
struct CustomerStats: MemberList, Answering {
    let totals: Stats.Totals

    var answer: Answer<CustomerStats> { Answer(self) }

    static let name = "CustomerStats"
    static let members: [Member<CustomerStats>] = [
        .count("total") { $0.totals.total },
        .count("open") { $0.totals.open },
        .count("closed") { $0.totals.closed },
        .count("resolved") { $0.totals.resolved },
        .count("waiting_for_you") { $0.totals.waitingForCustomer },
        .count("unread") { $0.totals.unread },
        .counts("by_status") { object in Status.allCases.map { ($0.rawValue, object.totals.byStatus[$0] ?? 0) } },
        .counts("by_category") { $0.totals.byCategory.map { ($0.slug, $0.count) } },
        .counts("by_priority") { object in Priority.allCases.map { ($0.word, object.totals.byPriority[$0] ?? 0) } },
    ]
}

struct StaffStats: MemberList, Answering {
    let totals: Stats.Totals

    var answer: Answer<StaffStats> { Answer(self) }

    static let name = "Stats"
    static let members: [Member<StaffStats>] = [
        .count("total") { $0.totals.total },
        .count("open") { $0.totals.open },
        .count("closed") { $0.totals.closed },
        .count("resolved") { $0.totals.resolved },
        .counts("by_status") { object in Status.allCases.map { ($0.rawValue, object.totals.byStatus[$0] ?? 0) } },
        .counts("by_category") { $0.totals.byCategory.map { ($0.slug, $0.count) } },
        .counts("by_priority") { object in Priority.allCases.map { ($0.word, object.totals.byPriority[$0] ?? 0) } },
        .counts("by_channel") { object in Channel.allCases.map { ($0.rawValue, object.totals.byChannel[$0] ?? 0) } },
        Member(
            name: "by_assignee",
            schema: .array(of: .object([("id", .id), ("name", .string), ("count", .count)]))
        ) { object, json in
            json.array { json in
                for row in object.totals.byAssignee {
                    json.object {
                        $0.member("id", row.id.rawValue)
                        $0.member("name", row.name)
                        $0.member("count", row.count)
                    }
                }
            }
        },
    ]
}

struct NotificationCounts: MemberList, Answering {
    let counts: Stats.Notifications

    var answer: Answer<NotificationCounts> { Answer(self) }

    static let name = "Notifications"
    static let members: [Member<NotificationCounts>] = [
        .count("open") { $0.counts.open },
        .count("unassigned") { $0.counts.unassigned },
        .count("in_progress") { $0.counts.inProgress },
        .count("unread") { $0.counts.unread },
        .count("sla_overdue") { $0.counts.slaOverdue },
        .count("needs_review") { $0.counts.needsReview },
        .count("urgent") { $0.counts.urgent },
    ]
}

extension Member {
    /// An object of counts by name.
    static func counts(
        _ name: StaticString, _ value: @escaping @Sendable (borrowing Object) -> [(String, Int64)]
    ) -> Member {
        Member(name: name, schema: .map(of: .count)) { object, json in
            json.object {
                for (name, count) in value(object) {
                    $0.key(text: name)
                    $0.value(count)
                }
            }
        }
    }
}
