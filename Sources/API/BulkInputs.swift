import Domain
import JSON
import Service

/// What a bulk change names in its `changes`: the same fields as a change of one ticket.
struct BulkInput: Input {
    let ids: [ID<Ticket>]
    let changes: TicketChanges
    let isAtomic: Bool

    static let form = Form(
        Field<[ID<Ticket>]>.body("ids", .ticketIDs), .changes, Field<Bool>.body("atomic", .boolean).defaulting(false)
    ) { BulkInput(ids: $0, changes: $1, isAtomic: $2) }
}

extension Kind where Value == [ID<Ticket>] {
    /// 1 to 100 ids, each once.
    fileprivate static var ticketIDs: Kind {
        Kind<[ID<Ticket>]>.list(.id(of: Ticket.self), most: Bulk.most).map { ids throws(Refusal) in
            if ids.isEmpty { throw Refusal("must name at least one ticket") }
            if Set(ids).count < ids.count { throw Refusal("must name each ticket once") }
            return ids
        }
    }
}

extension Field where Value == TicketChanges {
    /// An object of fields; what is wrong in it is named as `changes.<field>`, all of it at once.
    fileprivate static var changes: Field {
        let schema = Schema.object([], optional: ChangeMember.all.map { ($0.name, $0.schema) })
        let description = FieldDescription(
            place: .body, name: "changes", aliases: [], schema: schema, isRequired: true)
        return Field(
            of: { source in
                switch source.find(description).found {
                case .absent, .json(.null): source.refuse("changes", "is required")
                case .json(.object(let members)): return changes(members, source)
                case .json, .text: source.refuse("changes", "must be an object")
                }
                return nil
            }, [description])
    }

    private static func changes(_ members: [JSONValue.Member], _ source: InputSource) -> TicketChanges? {
        var changes = TicketChanges()
        var isGood = true
        if members.isEmpty {
            source.refuse("changes", "must change something")
            isGood = false
        }
        for member in members {
            let name = "changes.\(member.key)"
            guard let known = ChangeMember.all.first(where: { $0.isCalled(member.key) }) else {
                source.refuse(name, "is not a known field")
                isGood = false
                continue
            }
            if let first = members.first(where: { known.isCalled($0.key) }), first.key != member.key {
                source.refuse(name, "is the same field as changes.\(first.key)")
                isGood = false
                continue
            }
            do throws(Refusal) {
                try known.apply(member.value, &changes)
            } catch {
                source.refuse(name, error.message)
                isGood = false
            }
        }
        return isGood ? changes : nil
    }
}

/// A field of `changes`. As in a change of one ticket, null leaves all of them but the assignee and the notes.
private struct ChangeMember: Sendable {
    let name: String
    var alias: String?
    let schema: Schema
    let apply: @Sendable (JSONValue, inout TicketChanges) throws(Refusal) -> Void

    func isCalled(_ name: String) -> Bool { name == self.name || name == alias }

    private static func optional<Value: Sendable>(
        _ name: String, alias: String? = nil, _ kind: Kind<Value>,
        _ set: @escaping @Sendable (Value, inout TicketChanges) -> Void
    ) -> ChangeMember {
        ChangeMember(name: name, alias: alias, schema: kind.schema.orNull) { json, changes throws(Refusal) in
            if json != .null { set(try kind.fromJSON(json), &changes) }
        }
    }

    static let all: [ChangeMember] = {
        let assignee = Kind<ID<User>>.id(of: User.self)
        let notes = Kind<String>.text(Lengths.notes)
        return [
            optional("subject", alias: "title", Kind<String>.line(Lengths.subject)) { $1.subject = $0 },
            optional("category", Kind<String>.line(Lengths.category)) { $1.category = $0 },
            optional("priority", Kind<Priority>.priority) { $1.priority = $0 },
            optional("status", Kind<Status>.status) { $1.status = $0 },
            ChangeMember(name: "assigned_to_id", schema: assignee.schema.orNull) { json, changes throws(Refusal) in
                changes.assignment = json == .null ? .nobody : .to(try assignee.fromJSON(json))
            },
            optional("tags", Kind<[String]>.list(.line(Lengths.tag), most: Lengths.mostTags)) { $1.tags = $0 },
            optional("references", Kind<[Ticket.Reference]>.anyReferences) { $1.references = $0 },
            ChangeMember(name: "resolution_notes", schema: notes.schema.orNull) { json, changes throws(Refusal) in
                changes.resolutionNotes = json == .null ? TicketChanges.Text.none : .text(try notes.fromJSON(json))
            },
        ]
    }()
}
