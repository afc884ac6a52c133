import Domain
import Service
import Store

extension Kind where Value == TicketReference {
    /// A ticket's id or number. What can be neither names no ticket: 404, not 422.
    static var ticketReference: Kind {
        Kind(.text(1...64)) { text throws(Refusal) in TicketReference(text) }
    }
}

extension Kind where Value == Status {
    static var status: Kind { .word(Status.allCases.map(\.rawValue), Status.init(word:)) }
}

extension Kind where Value == Priority {
    static var priority: Kind { .word(Priority.allCases.map(\.word), Priority.init(word:)) }
}

extension Kind where Value == Channel {
    static var channel: Kind { .word(Channel.allCases.map(\.rawValue), Channel.init(word:)) }
}

extension Kind where Value == TicketOrder {
    static var ticketOrder: Kind {
        let words = TicketOrder.Key.allCases.flatMap { [$0.rawValue, "-" + $0.rawValue] }
        return .word(words, TicketOrder.init(word:))
    }
}

/// Who a list's tickets are assigned to, as the query says it.
enum AssigneeWord: Sendable {
    case me, nobody
    case user(ID<User>)
}

extension Kind where Value == AssigneeWord {
    static var assignee: Kind {
        Kind(.string) { text throws(Refusal) in
            switch text.lowercased() {
            case "me": return .me
            case "none": return .nobody
            default:
                guard let id = Int64(text), id > 0, !text.hasPrefix("+") else {
                    throw Refusal("must be the id of a member of staff, me or none")
                }
                return .user(ID(id))
            }
        }
    }
}

/// The limits of what people write, in Unicode scalars.
enum Lengths {
    static let subject = 3...200
    static let description = 1...20_000
    static let body = 1...20_000
    static let category = 1...64
    static let tag = 1...64
    static let name = 1...200
    static let notes = 1...20_000
    static let mostTags = Opening.mostTags
}

/// References in the order of their names, so that the same map is always the same text.
func referenceList(_ map: [String: String]) -> [Ticket.Reference] {
    map.map { Ticket.Reference($0.key, $0.value) }.sorted { $0.name < $1.name }
}

extension Kind where Value == [Ticket.Reference] {
    /// References of a new ticket.
    static var ownReferences: Kind {
        Kind<[String: String]>.references.map { map throws(Refusal) in
            for name in References.reserved where map[name] != nil {
                throw Refusal("must not have the member \(name), which is Ticketd's own")
            }
            return referenceList(map)
        }
    }
}

extension Kind where Value == [Ticket.Reference] {
    /// References of a ticket that is there: our own may be sent back as they are, which the use case looks at.
    static var anyReferences: Kind {
        Kind<[String: String]>.references.map { map throws(Refusal) in referenceList(map) }
    }
}

extension Field where Value == [ID<Attachment>] {
    /// Ids of uploaded files that a message is to carry.
    static var attachments: Field {
        Field<[ID<Attachment>]>.body(
            "attachments", .list(.id(of: Attachment.self), most: Attachment.mostOfMessage)
        ).defaulting([])
    }
}

extension NamedFiles {
    /// Nil where no file is named: most messages have none, and then nothing is looked for.
    init?(_ ids: [ID<Attachment>], of uploader: Uploader) {
        if ids.isEmpty { return nil }
        self.init(ids, by: uploader)
    }
}

// MARK: What comes in
