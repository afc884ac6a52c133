import Domain
import JSON
import Service

/// The counts that staff looks at (SPEC section 5).
package struct StatsRoutes: Sendable {
    let stats = Stats()

    package init() {}

    package var endpoints: [Endpoint] {
        [
            .read(
                .get, "/admin/stats", .agent, slowBy: ["from=", "to="], when: { $0.from != nil || $0.to != nil }
            ) { (_, input: StatsInput, tx) throws(Failure) in
                tx.keep(until: Stats.nextDay(after: tx.now))
                return StaffStats(report: try stats.report(from: input.from, to: input.to, in: tx))
            }.summed("How many tickets there are, by what they are, and how they were served"),

            .read(.get, "/admin/notifications", .agent) { (_, _: NoInput, tx) throws(Failure) in
                // Until then no deadline passes.
                tx.keep(until: try tx.nextAnnouncement() ?? .never)
                return NotificationCounts(waiting: try stats.notifications(in: tx))
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

struct StatsInput: Input {
    let from: Instant?
    let to: Instant?

    static let form = Form(
        Field<Instant>.query("from", .time).optional, Field<Instant>.query("to", .time).optional
    ) { StatsInput(from: $0, to: $1) }
}

struct StaffStats: MemberList, Answering {
    let report: StatsReport

    var answer: Answer<StaffStats> { Answer(self) }
    private var totals: Stats.Totals { report.totals }

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
        Member(name: "backlog", schema: .array(of: .object([("date", .string), ("count", .count)]))) { object, json in
            json.array { json in
                for row in object.report.backlog {
                    json.object {
                        // The day of an RFC 3339 time.
                        $0.member("date", String(Timestamp.text(row.day).prefix(10)))
                        $0.member("count", row.count)
                    }
                }
            }
        },
        .durations("first_response_seconds") { $0.report.firstResponse },
        .durations("ai_first_response_seconds") { $0.report.assistantResponse },
        .durations("resolution_seconds") { $0.report.resolution },
        Member(
            name: "sla",
            schema: .object([("met", .count), ("breached", .count), ("met_percent", Schema.number.orNull)])
        ) { object, json in
            json.object {
                let (met, breached) = object.report.sla
                $0.member("met", met)
                $0.member("breached", breached)
                $0.figure("met_percent", met + breached > 0 ? Double(met) * 100 / Double(met + breached) : nil)
            }
        },
        Member(name: "csat", schema: .object([("count", .count), ("mean", Schema.number.orNull)])) { object, json in
            json.object {
                $0.member("count", object.report.ratings.count)
                $0.figure("mean", object.report.ratings.mean)
            }
        },
        .optionalNumber("reopen_rate") { $0.report.reopenRate.map(rounded) },
    ]
}

/// Three digits behind the point say all there is to say.
private func rounded(_ figure: Double) -> Double { (figure * 1000).rounded() / 1000 }

extension JSONWriter {
    fileprivate mutating func figure(_ name: StaticString, _ figure: Double?) {
        key(name)
        if let figure { value(rounded(figure)) } else { null() }
    }
}

extension Member {
    /// How long something took, in seconds.
    fileprivate static func durations(
        _ name: StaticString, _ value: @escaping @Sendable (borrowing Object) -> StatsReport.Durations
    ) -> Member {
        let number = Schema.number.orNull
        let schema = Schema.object(
            [("count", .count), ("mean", number), ("p50", number), ("p90", number), ("p99", number)])
        return Member(name: name, schema: schema) { object, json in
            let durations = value(object)
            json.object {
                $0.member("count", durations.count)
                $0.figure("mean", durations.mean)
                $0.figure("p50", durations.p50)
                $0.figure("p90", durations.p90)
                $0.figure("p99", durations.p99)
            }
        }
    }
}

struct NotificationCounts: MemberList, Answering {
    let waiting: Stats.Notifications

    var answer: Answer<NotificationCounts> { Answer(self) }

    static let name = "Notifications"
    static let members: [Member<NotificationCounts>] = [
        .count("open") { $0.waiting.counts.open },
        .count("unassigned") { $0.waiting.counts.unassigned },
        .count("in_progress") { $0.waiting.counts.inProgress },
        .count("unread") { $0.waiting.counts.unread },
        .count("sla_overdue") { $0.waiting.slaOverdue },
        .count("needs_review") { $0.waiting.counts.needsReview },
        .count("urgent") { $0.waiting.counts.urgent },
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
