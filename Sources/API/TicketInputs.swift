import Domain
import JSON
import Service
import Store

struct TicketPath: Input {
    let ticket: TicketReference
    let context: RequestContext

    static let form = Form(Field<TicketReference>.path("ticket", .ticketReference), Field<RequestContext>.context) {
        TicketPath(ticket: $0, context: $1)
    }
}

/// A write to a ticket that says no more than which, and for which version.
struct TicketTouch: Input {
    let ticket: TicketReference
    let version: IfMatch

    static let form = Form(Field<TicketReference>.path("ticket", .ticketReference), Field<IfMatch>.ifMatch) {
        TicketTouch(ticket: $0, version: $1)
    }
}

struct OpenTicketInput: Input {
    let subject: String
    let description: String
    let category: String?
    let references: [Ticket.Reference]
    let attachments: [ID<Attachment>]

    static let form = Form(
        Field<String>.body("subject", .line(Lengths.subject)),
        Field<String>.body("description", .text(Lengths.description)),
        Field<String>.body("category", .line(Lengths.category)).optional,
        Field<[Ticket.Reference]>.body("references", .ownReferences).defaulting([]),
        Field<[ID<Attachment>]>.attachments
    ) { subject, description, category, references, attachments in
        OpenTicketInput(
            subject: subject, description: description, category: category, references: references,
            attachments: attachments)
    }

    /// Without its files, which need to know who names them.
    var draft: TicketDraft {
        var draft = TicketDraft(subject: subject, description: description, channel: .portal)
        draft.category = category
        draft.references = references
        return draft
    }
}

struct CustomerMessageInput: Input {
    let ticket: TicketReference
    let body: String
    let attachments: [ID<Attachment>]
    let version: IfMatch

    static let form = Form(
        Field<TicketReference>.path("ticket", .ticketReference), Field<String>.body("body", .text(Lengths.body)),
        Field<[ID<Attachment>]>.attachments, Field<IfMatch>.ifMatch
    ) { CustomerMessageInput(ticket: $0, body: $1, attachments: $2, version: $3) }
}

struct StatusInput: Input {
    let ticket: TicketReference
    let status: Status
    let version: IfMatch

    static let form = Form(
        Field<TicketReference>.path("ticket", .ticketReference), Field<Status>.body("status", .status),
        Field<IfMatch>.ifMatch
    ) {
        StatusInput(ticket: $0, status: $1, version: $2)
    }
}

struct StaffMessageInput: Input {
    let ticket: TicketReference
    let text: StaffText
    let isInternal: Bool
    let status: Status?
    let attachments: [ID<Attachment>]
    let version: IfMatch

    static let form = Form(
        Field<TicketReference>.path("ticket", .ticketReference), Field<StaffText>.staffText,
        Field<Bool>.body("is_internal", .boolean).defaulting(false), Field<Status>.body("status", .status).optional,
        Field<[ID<Attachment>]>.attachments, Field<IfMatch>.ifMatch
    ) { ticket, text, isInternal, status, attachments, version in
        StaffMessageInput(
            ticket: ticket, text: text, isInternal: isInternal, status: status, attachments: attachments,
            version: version)
    }
}

struct CommentInput: Input {
    let ticket: TicketReference
    let comment: String
    let isInternal: Bool
    let version: IfMatch

    static let form = Form(
        Field<TicketReference>.path("ticket", .ticketReference), Field<String>.body("comment", .text(Lengths.body)),
        Field<Bool>.body("is_internal", .boolean).defaulting(false), Field<IfMatch>.ifMatch
    ) { CommentInput(ticket: $0, comment: $1, isInternal: $2, version: $3) }
}

struct TicketChangesInput: Input {
    let ticket: TicketReference
    let changes: TicketChanges
    let version: IfMatch

    static let form = Form(
        Field<TicketReference>.path("ticket", .ticketReference),
        Field<String>.body("subject", aliases: ["title"], .line(Lengths.subject)).optional,
        Field<String>.body("category", .line(Lengths.category)).optional,
        Field<Priority>.body("priority", .priority).optional,
        Field<Status>.body("status", .status).optional,
        Field<ID<User>>.body("assigned_to_id", .id(of: User.self)).change,
        Field<[String]>.body("tags", .list(.line(Lengths.tag), most: Lengths.mostTags)).optional,
        Field<[Ticket.Reference]>.body("references", .anyReferences).optional,
        Field<String>.body("resolution_notes", .text(Lengths.notes)).change, Field<IfMatch>.ifMatch
    ) { ticket, subject, category, priority, status, assignee, tags, references, notes, version in
        var changes = TicketChanges()
        changes.subject = subject
        changes.category = category
        changes.priority = priority
        changes.status = status
        changes.tags = tags
        changes.references = references
        switch assignee {
        case .absent: break
        case .null: changes.assignment = .nobody
        case .set(let id): changes.assignment = .to(id)
        }
        switch notes {
        case .absent: break
        case .null: changes.resolutionNotes = TicketChanges.Text.none
        case .set(let text): changes.resolutionNotes = .text(text)
        }
        return TicketChangesInput(ticket: ticket, changes: changes, version: version)
    }
}

/// A ticket on behalf of somebody: a customer by id, or a name with an address or a phone number.
struct OnBehalfInput: Input {
    let customerID: ID<User>?
    let customerName: String?
    let customerEmail: String?
    let customerPhone: String?
    let draft: TicketDraft

    static let form = Form(
        Field<ID<User>>.body("customer_id", .id(of: User.self)).optional,
        Field<String>.body("customer_name", .line(Lengths.name)).optional,
        Field<String>.body("customer_email", .email).optional, Field<String>.body("customer_phone", .phone).optional,
        Field<String>.body("subject", aliases: ["title"], .line(Lengths.subject)),
        Field<String>.body("description", .text(Lengths.description)),
        Field<String>.body("category", .line(Lengths.category)).optional,
        Field<Priority>.body("priority", .priority).optional,
        Field<Channel>.body("channel", .channel).defaulting(.portal),
        Field<ID<User>>.body("assigned_to_id", .id(of: User.self)).optional,
        Field<[String]>.body("tags", .list(.line(Lengths.tag), most: Lengths.mostTags)).defaulting([]),
        Field<[Ticket.Reference]>.body("references", .ownReferences).defaulting([]),
        Field<String>.body("conversation_id", .line(1...500)).optional,
        Field<String>.body("client_id", .line(1...500)).optional
    ) {
        id, name, email, phone, subject, description, category, priority, channel, assignee, tags, references,
        conversation, client in
        var draft = TicketDraft(subject: subject, description: description, channel: channel)
        draft.category = category
        draft.priority = priority
        draft.assignee = assignee
        draft.tags = tags
        draft.references = references
        for (name, value) in [("conversation_id", conversation), ("client_id", client)] {
            guard let value else { continue }
            draft.references.removeAll { $0.name == name }
            draft.references.append(Ticket.Reference(name, value))
        }
        draft.references.sort { $0.name < $1.name }
        return OnBehalfInput(
            customerID: id, customerName: name, customerEmail: email, customerPhone: phone, draft: draft)
    }

    /// - Throws: `.validation` where nobody, or two people, are named.
    func person() throws(Failure) -> Opening.Person {
        if let customerID {
            var errors: [FieldError] = []
            for (field, value) in [
                ("customer_name", customerName), ("customer_email", customerEmail), ("customer_phone", customerPhone),
            ] where value != nil {
                errors.append(FieldError(field, "must not be given together with customer_id"))
            }
            guard errors.isEmpty else { throw .validation(errors) }
            return .account(customerID)
        }
        var errors: [FieldError] = []
        if customerName == nil { errors.append(FieldError("customer_name", "is required without customer_id")) }
        if customerEmail == nil && customerPhone == nil {
            errors.append(FieldError("customer_email", "or customer_phone is required without customer_id"))
        }
        guard errors.isEmpty, let customerName else { throw .validation(errors) }
        return .contact(name: customerName, email: customerEmail, phone: customerPhone)
    }
}
