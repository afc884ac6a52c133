import Domain
import JSON
import Service
import Store

/// Service level policies: admins alone.
package struct SLAPolicyRoutes: Sendable {
    let policies = SLAPolicyService()

    package init() {}

    package var endpoints: [Endpoint] {
        [
            .read(.get, "/admin/sla-policies", .admin) { (_, input: PageInput, tx) throws(Failure) in
                input.page.page(of: try policies.all(in: tx).map(SLAPolicyShape.init)) {
                    ListPosition(key: $0.record.policy.position, id: $0.record.policy.id.rawValue)
                }
            }.summed("All service level policies, in their order"),

            .write(.post, "/admin/sla-policies", .admin, creates: true) {
                (admin, input: NewSLAPolicyInput, tx) throws(Failure) in
                let record = try policies.create(input.values, by: admin, in: tx)
                return Answer(
                    SLAPolicyShape(record: record), location: "/api/v1/admin/sla-policies/\(record.policy.id)")
            }
            .example(#"{"name":"Shop","targets":{"urgent":{"first_response":3600,"resolution":14400}}}"#)
            .summed("Add a policy"),

            .read(.get, "/admin/sla-policies/{id}", .admin) { (_, input: SLAPolicyPath, tx) throws(Failure) in
                Answer(SLAPolicyShape(record: try policies.find(input.id, in: tx)))
            }.summed("A policy"),

            .write(.put, "/admin/sla-policies/{id}", .admin) {
                (admin, input: SLAPolicyChangesInput, tx) throws(Failure) in
                Answer(SLAPolicyShape(record: try policies.change(input.id, input.values, by: admin, in: tx)))
            }.summed("Change the fields given; unsolved tickets follow in the background"),

            .write(.patch, "/admin/sla-policies/{id}", .admin) {
                (admin, input: SLAPolicyChangesInput, tx) throws(Failure) in
                Answer(SLAPolicyShape(record: try policies.change(input.id, input.values, by: admin, in: tx)))
            }.summed("Change the fields given; unsolved tickets follow in the background"),

            .write(.delete, "/admin/sla-policies/{id}", .admin) {
                (admin, input: SLAPolicyPath, tx) throws(Failure) in
                try policies.delete(input.id, by: admin, in: tx)
                return Answer<NoBody>.noContent
            }.summed("Delete a policy that no ticket has"),
        ]
    }
}

struct SLAPolicyPath: Input {
    let id: ID<SLAPolicy>

    static let form = Form(Field<ID<SLAPolicy>>.path("id", .id(of: SLAPolicy.self))) { SLAPolicyPath(id: $0) }
}

struct NewSLAPolicyInput: Input {
    let values: SLAPolicyValues

    static let form = Form(
        Field<String>.body("name", .line(1...100)),
        Field<Int64>.body("position", .integer(0...1_000_000)).optional,
        Field<Bool>.body("is_active", .boolean).defaulting(true), Field<SLAPolicyValues.Match?>.policyMatch,
        Field<ID<BusinessCalendar>>.body("calendar_id", .id(of: BusinessCalendar.self)).optional,
        Field<[Priority: SLATargets?]?>.targets(isRequired: true)
    ) { name, position, isActive, match, calendar, targets in
        NewSLAPolicyInput(
            values: SLAPolicyValues(
                name: name, position: position, isActive: isActive, match: match, calendar: calendar,
                targets: targets))
    }
}

struct SLAPolicyChangesInput: Input {
    let id: ID<SLAPolicy>
    let values: SLAPolicyValues

    static let form = Form(
        Field<ID<SLAPolicy>>.path("id", .id(of: SLAPolicy.self)),
        Field<String>.body("name", .line(1...100)).optional,
        Field<Int64>.body("position", .integer(0...1_000_000)).optional,
        Field<Bool>.body("is_active", .boolean).optional, Field<SLAPolicyValues.Match?>.policyMatch,
        Field<ID<BusinessCalendar>>.body("calendar_id", .id(of: BusinessCalendar.self)).optional,
        Field<[Priority: SLATargets?]?>.targets(isRequired: false)
    ) { id, name, position, isActive, match, calendar, targets in
        SLAPolicyChangesInput(
            id: id,
            values: SLAPolicyValues(
                name: name, position: position, isActive: isActive, match: match, calendar: calendar,
                targets: targets))
    }
}

/// A policy as admins see it.
struct SLAPolicyShape: MemberList {
    let record: SLAPolicyRecord

    static let name = "SLAPolicy"
    static let members: [Member<SLAPolicyShape>] = [
        .id("id") { $0.record.policy.id.rawValue },
        .text("name") { $0.record.policy.name },
        .count("position") { $0.record.policy.position },
        .flag("is_active") { $0.record.policy.isActive },
        Member(name: "match", schema: PolicySchema.match) { object, json in
            let match = object.record.policy.match
            json.object { json in
                json.key("category")
                json.array { for slug in object.record.categories { $0.value(slug) } }
                json.key("channel")
                json.array { for channel in match.channels { $0.value(channel.rawValue) } }
                json.key("priority")
                json.array { for priority in match.priorities { $0.value(priority.word) } }
            }
        },
        .id("calendar_id") { $0.record.policy.calendar.rawValue },
        Member(name: "targets", schema: PolicySchema.targets) { object, json in
            json.object { json in
                for priority in Priority.allCases {
                    guard let targets = object.record.policy.targets[priority] else { continue }
                    json.key(text: priority.word)
                    json.object {
                        $0.member("first_response", targets.firstResponse)
                        $0.member("next_response", targets.nextResponse)
                        $0.member("resolution", targets.resolution)
                    }
                }
            }
        },
        .time("created_at") { $0.record.policy.createdAt },
        .time("updated_at") { $0.record.policy.updatedAt },
    ]
}
