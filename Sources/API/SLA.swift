import Domain
import JSON
import Service
import Store

/// A ticket's clocks, explained to staff (SPEC section 7).
package struct SLARoutes: Sendable {
    let sla = SLAService()

    package init() {}

    package var endpoints: [Endpoint] {
        [
            .read(.get, "/admin/tickets/{ticket}/sla", .agent) { (_, input: TicketPath, tx) throws(Failure) in
                Answer(SLAReportShape(report: try sla.report(input.ticket, in: tx)))
            }.summed("A ticket's clocks, every second explained")
        ]
    }
}

struct SLAReportShape: MemberList {
    let report: SLAReport

    static let name = "SLA"
    static let members: [Member<SLAReportShape>] = [
        .optionalID("policy_id") { $0.report.policy?.id.rawValue },
        .optionalText("policy_name") { $0.report.policy?.name },
        .optionalText("calendar") { $0.report.calendar },
        .time("now") { $0.report.now },
        Member(name: "clocks", schema: .array(of: SLAClockShape.schema)) { object, json in
            json.array { json in for clock in object.report.clocks { SLAClockShape(of: clock).write(to: &json) } }
        },
    ]
}

struct SLAClockShape: MemberList {
    let of: SLAExplanation

    static let name = "SLAClock"
    static let members: [Member<SLAClockShape>] = [
        .text("metric", Schema.words(SLAMetric.allCases.map(\.rawValue))) { $0.of.clock.metric.rawValue },
        .text("state", Schema.words(SLAClock.State.allCases.map(\.rawValue))) { $0.of.clock.state.rawValue },
        .count("target_seconds") { $0.of.clock.target },
        .count("elapsed_seconds") { $0.of.elapsed },
        Member(name: "remaining_seconds", schema: .integer(Int64.min...Int64.max)) { $1.value($0.of.remaining) },
        .optionalTime("due_at") { $0.of.clock.dueAt },
        .time("started_at") { $0.of.clock.startedAt },
        .optionalTime("met_at") { $0.of.clock.metAt },
        .optionalTime("breached_at") { $0.of.clock.breach?.at },
        Member(name: "intervals", schema: .array(of: SLAIntervalShape.schema)) { object, json in
            json.array { json in
                for (interval, seconds) in zip(object.of.intervals, object.of.seconds) {
                    SLAIntervalShape(interval: interval, seconds: seconds).write(to: &json)
                }
            }
        },
        .text("arithmetic") { $0.of.arithmetic },
    ]
}

struct SLAIntervalShape: MemberList {
    let interval: SLAInterval
    let seconds: Int64

    static let name = "SLAInterval"
    static let members: [Member<SLAIntervalShape>] = [
        .time("from") { $0.interval.from },
        .time("to") { $0.interval.to },
        .text("status", Words.status) { $0.interval.status.rawValue },
        .flag("counted") { $0.interval.isCounted },
        .text("reason") { $0.reason },
        .count("seconds") { $0.seconds },
    ]

    private var reason: String {
        switch interval.reason {
        case .counted:
            switch interval.status {
            case .onHold: "On hold counts: the customer still waits."
            case .waitingAI: "Waiting for the assistant counts."
            case .new, .open, .inProgress, .waitingCustomer, .resolved, .closed: "Our turn, within working hours."
            }
        case .outsideHours: "Outside of the calendar's working hours."
        case .holiday: "A holiday of the calendar."
        case .waitingForCustomer: "Paused: the customer's turn."
        case .solved: "Stopped: the ticket was solved."
        }
    }
}
