import Domain
import JSON

/// One member of an object that goes out: its name, what it looks like, how it is written. An object lists its members
/// once, and that list is both what is sent and what `openapi.json` says.
struct Member<Object>: Sendable {
    let name: StaticString
    let schema: Schema
    let write: @Sendable (borrowing Object, inout JSONWriter) -> Void

    static func id(_ name: StaticString, _ value: @escaping @Sendable (borrowing Object) -> Int64) -> Member {
        Member(name: name, schema: .id) { $1.value(value($0)) }
    }

    static func optionalID(_ name: StaticString, _ value: @escaping @Sendable (borrowing Object) -> Int64?) -> Member {
        Member(name: name, schema: Schema.id.orNull) { if let id = value($0) { $1.value(id) } else { $1.null() } }
    }

    static func count(_ name: StaticString, _ value: @escaping @Sendable (borrowing Object) -> Int64) -> Member {
        Member(name: name, schema: .count) { $1.value(value($0)) }
    }

    static func optionalInteger(
        _ name: StaticString, _ range: ClosedRange<Int64>, _ value: @escaping @Sendable (borrowing Object) -> Int64?
    ) -> Member {
        Member(name: name, schema: Schema.integer(range).orNull) {
            if let number = value($0) { $1.value(number) } else { $1.null() }
        }
    }

    static func optionalNumber(
        _ name: StaticString, _ value: @escaping @Sendable (borrowing Object) -> Double?
    ) -> Member {
        Member(name: name, schema: Schema.number.orNull) {
            if let number = value($0) { $1.value(number) } else { $1.null() }
        }
    }

    static func flag(_ name: StaticString, _ value: @escaping @Sendable (borrowing Object) -> Bool) -> Member {
        Member(name: name, schema: .boolean) { $1.value(value($0)) }
    }

    static func text(
        _ name: StaticString, _ schema: Schema = .string, _ value: @escaping @Sendable (borrowing Object) -> String
    ) -> Member {
        Member(name: name, schema: schema) { $1.value(value($0)) }
    }

    static func optionalText(
        _ name: StaticString, _ schema: Schema = .string, _ value: @escaping @Sendable (borrowing Object) -> String?
    ) -> Member {
        Member(name: name, schema: schema.orNull) { if let text = value($0) { $1.value(text) } else { $1.null() } }
    }

    static func time(_ name: StaticString, _ value: @escaping @Sendable (borrowing Object) -> Instant) -> Member {
        Member(name: name, schema: .time) { $1.value(value($0)) }
    }

    static func optionalTime(
        _ name: StaticString, _ value: @escaping @Sendable (borrowing Object) -> Instant?
    ) -> Member {
        Member(name: name, schema: Schema.time.orNull) {
            if let instant = value($0) { $1.value(instant) } else { $1.null() }
        }
    }

    static func texts(_ name: StaticString, _ value: @escaping @Sendable (borrowing Object) -> [String]) -> Member {
        Member(name: name, schema: .strings) { object, json in
            json.array { for text in value(object) { $0.value(text) } }
        }
    }

    static func references(
        _ name: StaticString, _ value: @escaping @Sendable (borrowing Object) -> [Ticket.Reference]
    ) -> Member {
        Member(name: name, schema: .stringMap) { object, json in
            json.object {
                for reference in value(object) {
                    $0.key(text: reference.name)
                    $0.value(reference.value)
                }
            }
        }
    }

    /// JSON that is kept as text; null when there is none.
    static func optionalJSON(
        _ name: StaticString, _ schema: Schema, _ value: @escaping @Sendable (borrowing Object) -> String?
    ) -> Member {
        Member(name: name, schema: schema.orNull) {
            if let text = value($0) { $1.raw(text.utf8) } else { $1.null() }
        }
    }
}

/// A representation that is a list of members.
protocol MemberList: Representation {
    static var name: String { get }
    static var members: [Member<Self>] { get }
}

extension MemberList {
    package static var schema: Schema { .object(name, members.map { ("\($0.name)", $0.schema) }) }

    package func write(to json: inout JSONWriter) {
        json.object { json in
            for member in Self.members {
                json.key(member.name)
                member.write(self, &json)
            }
        }
    }
}
