import Domain
import JSON
import Service
import Store

/// Calendars, the hours that policies count: admins alone.
package struct CalendarRoutes: Sendable {
    let calendars = CalendarService()

    package init() {}

    package var endpoints: [Endpoint] {
        [
            .read(.get, "/admin/calendars", .admin) { (_, input: PageInput, tx) throws(Failure) in
                input.page.page(of: try tx.calendars().map(CalendarShape.init)) {
                    ListPosition(key: nil, id: $0.calendar.id.rawValue)
                }
            }.summed("All calendars, the built-in one first"),

            .write(.post, "/admin/calendars", .admin, creates: true) {
                (admin, input: NewCalendarInput, tx) throws(Failure) in
                let calendar = try calendars.create(input.values, by: admin, in: tx)
                return Answer(CalendarShape(calendar: calendar), location: "/api/v1/admin/calendars/\(calendar.id)")
            }
            .example(
                #"{"name":"Office","time_zone":"Europe/Berlin","intervals":{"mon":[["09:00","12:00"],["13:00","17:00"]]},"#
                    + #""holidays":["2026-12-25"]}"#
            )
            .summed("Add a calendar"),

            .read(.get, "/admin/calendars/{id}", .admin) { (_, input: CalendarPath, tx) throws(Failure) in
                Answer(CalendarShape(calendar: try calendars.find(input.id, in: tx)))
            }.summed("A calendar"),

            .write(.put, "/admin/calendars/{id}", .admin) {
                (admin, input: CalendarChangesInput, tx) throws(Failure) in
                Answer(CalendarShape(calendar: try calendars.change(input.id, input.values, by: admin, in: tx)))
            }.summed("Change the fields given; unsolved tickets follow in the background"),

            .write(.patch, "/admin/calendars/{id}", .admin) {
                (admin, input: CalendarChangesInput, tx) throws(Failure) in
                Answer(CalendarShape(calendar: try calendars.change(input.id, input.values, by: admin, in: tx)))
            }.summed("Change the fields given; unsolved tickets follow in the background"),

            .write(.delete, "/admin/calendars/{id}", .admin) { (admin, input: CalendarPath, tx) throws(Failure) in
                try calendars.delete(input.id, by: admin, in: tx)
                return Answer<NoBody>.noContent
            }.summed("Delete a calendar that no policy counts by"),
        ]
    }
}

struct CalendarPath: Input {
    let id: ID<BusinessCalendar>

    static let form = Form(Field<ID<BusinessCalendar>>.path("id", .id(of: BusinessCalendar.self))) {
        CalendarPath(id: $0)
    }
}

struct NewCalendarInput: Input {
    let values: CalendarValues

    static let form = Form(
        Field<String>.body("name", .line(1...100)), Field<String>.body("time_zone", .line(1...64)),
        Field<WeeklyHours?>.weeklyHours(isRequired: true),
        Field<[CivilDate]>.body("holidays", .list(.date, most: 1000)).defaulting([])
    ) { name, zone, hours, holidays in
        NewCalendarInput(values: CalendarValues(name: name, timeZone: zone, hours: hours, holidays: holidays))
    }
}

struct CalendarChangesInput: Input {
    let id: ID<BusinessCalendar>
    let values: CalendarValues

    static let form = Form(
        Field<ID<BusinessCalendar>>.path("id", .id(of: BusinessCalendar.self)),
        Field<String>.body("name", .line(1...100)).optional, Field<String>.body("time_zone", .line(1...64)).optional,
        Field<WeeklyHours?>.weeklyHours(isRequired: false),
        Field<[CivilDate]>.body("holidays", .list(.date, most: 1000)).optional
    ) { id, name, zone, hours, holidays in
        CalendarChangesInput(
            id: id, values: CalendarValues(name: name, timeZone: zone, hours: hours, holidays: holidays))
    }
}

extension Kind where Value == CivilDate {
    /// A day, "2026-12-25".
    static var date: Kind {
        Kind(.text(10...10, format: "date")) { text throws(Refusal) in
            guard let date = CivilDate(text: Text.trimmed(text)) else {
                throw Refusal("must be a day, such as 2026-12-25")
            }
            return date
        }
    }
}

/// A calendar as admins see it.
struct CalendarShape: MemberList {
    let calendar: BusinessCalendar

    static let name = "Calendar"
    static let members: [Member<CalendarShape>] = [
        .id("id") { $0.calendar.id.rawValue },
        .text("name") { $0.calendar.name },
        .text("time_zone") { $0.calendar.timeZone },
        Member(
            name: "intervals",
            schema: .object(
                [],
                optional: WeeklyHours.Weekday.allCases.map {
                    ($0.rawValue, Schema.array(of: .strings))
                })
        ) { object, json in
            let hours = object.calendar.hours
            json.object { json in
                for day in WeeklyHours.Weekday.allCases where hours.isListed(day) {
                    json.key(text: day.rawValue)
                    json.array { json in
                        for interval in hours[day] {
                            json.array {
                                $0.value(interval.startText)
                                $0.value(interval.endText)
                            }
                        }
                    }
                }
            }
        },
        .texts("holidays") { $0.calendar.holidays.map(\.text) },
        .time("created_at") { $0.calendar.createdAt },
        .time("updated_at") { $0.calendar.updatedAt },
    ]
}
