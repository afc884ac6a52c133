import Domain
import JSON
import Service
import Store

/// A ticket as its customer sees it. Nothing that is not listed here gets out.
struct CustomerTicket: MemberList {
    let record: TicketRecord
    let canReply: Bool

    var about: AnswerSubject? { .ticket(record.ticket.id) }

    static let name = "CustomerTicket"
    static let members: [Member<CustomerTicket>] = [
        .id("id") { $0.record.ticket.id.rawValue },
        .text("ticket_number") { $0.record.ticket.number.text },
        .text("subject") { $0.record.ticket.subject },
        .text("description") { $0.record.description },
        .text("category") { $0.record.category },
        .text("priority", Words.priority) { $0.record.ticket.priority.word },
        .text("status", Words.status) { $0.record.ticket.status.rawValue },
        .text("status_label") { $0.record.ticket.status.label },
        .text("channel", Words.channel) { $0.record.ticket.channel.rawValue },
        .references("references") { $0.record.ticket.references },
        .count("unread_by_customer") { $0.record.ticket.unreadByCustomer },
        .count("message_count") { $0.record.ticket.messageCount },
        .optionalInteger("customer_satisfaction_rating", 1...5) { $0.record.ticket.rating },
        .optionalText("customer_satisfaction_comment") { $0.record.ticket.ratingComment },
        .time("created_at") { $0.record.ticket.createdAt },
        .time("updated_at") { $0.record.ticket.publicUpdatedAt },
        .time("last_message_at") { $0.record.ticket.lastMessageAt },
        .optionalTime("first_response_at") { $0.record.ticket.firstResponseAt },
        .optionalTime("resolved_at") { $0.record.ticket.resolvedAt },
        .optionalTime("closed_at") { $0.record.ticket.closedAt },
        .count("reopened_count") { $0.record.ticket.reopenedCount },
        .optionalText("assigned_to_name") { $0.record.assigneeName },
        .flag("can_reply") { $0.canReply },
        .optionalID("merged_into_id") { $0.record.ticket.mergedInto?.rawValue },
    ]
}

/// A ticket as staff sees it.
struct StaffTicket: MemberList {
    let record: TicketRecord
    let now: Instant

    var about: AnswerSubject? { .ticket(record.ticket.id) }

    static let name = "StaffTicket"
    static let members: [Member<StaffTicket>] = [
        .id("id") { $0.record.ticket.id.rawValue },
        .text("ticket_number") { $0.record.ticket.number.text },
        .text("subject") { $0.record.ticket.subject },
        .text("description") { $0.record.description },
        .text("category") { $0.record.category },
        .text("priority", Words.priority) { $0.record.ticket.priority.word },
        .text("status", Words.status) { $0.record.ticket.status.rawValue },
        .text("channel", Words.channel) { $0.record.ticket.channel.rawValue },
        .id("customer_id") { $0.record.ticket.customer.rawValue },
        .text("customer_name") { $0.record.customerName },
        .optionalText("customer_email") { $0.record.customerEmail },
        .optionalText("customer_phone") { $0.record.customerPhone },
        .optionalID("assigned_to_id") { $0.record.ticket.assignee?.rawValue },
        .optionalText("assigned_to_name") { $0.record.assigneeName },
        .optionalTime("assigned_at") { $0.record.ticket.assignedAt },
        .optionalID("created_by_id") { $0.record.ticket.createdBy?.rawValue },
        .texts("tags") { $0.record.ticket.tags },
        .references("references") { $0.record.ticket.references },
        Member(name: "watchers", schema: .array(of: .id)) { object, json in
            json.array { for id in object.record.ticket.watchers { $0.value(id.rawValue) } }
        },
        .count("unread_by_agent") { $0.record.ticket.unreadByAgent },
        .count("unread_by_customer") { $0.record.ticket.unreadByCustomer },
        .count("message_count") { $0.record.ticket.messageCount },
        .flag("ai_processed") { $0.record.ticket.verdict.isProcessed },
        .optionalText("ai_category") { $0.record.ticket.verdict.category },
        .optionalNumber("ai_category_confidence") { $0.record.ticket.verdict.confidence },
        .optionalJSON("ai_category_scores", .map(of: .number)) { $0.record.ticket.verdict.scores },
        .optionalText("ai_priority", Words.priority) { $0.record.ticket.verdict.priority?.word },
        .flag("ai_needs_review") { $0.record.ticket.verdict.needsReview },
        .optionalText("ai_suggested_category") { $0.record.ticket.verdict.suggestedCategory },
        .optionalText("ai_suggested_response") { $0.record.ticket.verdict.suggestedResponse },
        .optionalText("ai_processing_notes") { $0.record.ticket.verdict.notes },
        .optionalText("ai_summary") { $0.record.ticket.verdict.summary },
        .optionalText("ai_model") { $0.record.ticket.verdict.model },
        .optionalTime("ai_first_response_at") { $0.record.ticket.verdict.firstResponseAt },
        .flag("ai_auto_resolved") { $0.record.ticket.verdict.isAutoResolved },
        .optionalID("sla_policy_id") { $0.record.ticket.sla.policy?.rawValue },
        .text("sla_state", Words.slaState) { $0.record.ticket.sla.state(at: $0.now).rawValue },
        .optionalTime("sla_due_at") { $0.record.ticket.sla.dueAt },
        .flag("sla_overdue") { $0.record.ticket.sla.isOverdue(at: $0.now) },
        .optionalTime("first_response_due_at") { $0.record.ticket.sla.firstResponseDueAt },
        .optionalTime("next_response_due_at") { $0.record.ticket.sla.nextResponseDueAt },
        .optionalTime("resolution_due_at") { $0.record.ticket.sla.resolutionDueAt },
        .optionalTime("first_response_at") { $0.record.ticket.firstResponseAt },
        .optionalTime("last_customer_message_at") { $0.record.ticket.lastCustomerMessageAt },
        .optionalTime("last_staff_message_at") { $0.record.ticket.lastStaffMessageAt },
        .time("last_message_at") { $0.record.ticket.lastMessageAt },
        .optionalTime("resolved_at") { $0.record.ticket.resolvedAt },
        .optionalTime("closed_at") { $0.record.ticket.closedAt },
        .count("reopened_count") { $0.record.ticket.reopenedCount },
        .optionalInteger("customer_satisfaction_rating", 1...5) { $0.record.ticket.rating },
        .optionalText("customer_satisfaction_comment") { $0.record.ticket.ratingComment },
        .optionalText("resolution_notes") { $0.record.ticket.resolutionNotes },
        .optionalID("merged_into_id") { $0.record.ticket.mergedInto?.rawValue },
        .time("created_at") { $0.record.ticket.createdAt },
        .time("updated_at") { $0.record.ticket.updatedAt },
        .count("version") { $0.record.ticket.version },
    ]
}

/// A ticket with its newest messages and events, for either side.
struct TicketWithThread<Ticket: MemberList>: Representation {
    let ticket: Ticket
    let messages: [Message]
    let events: [Event]
    let audience: MessageAudience

    static var schema: Schema {
        .object(
            Ticket.name + "Detail",
            Ticket.members.map { ("\($0.name)", $0.schema) } + [
                ("messages", .array(of: MessageShape.schema)),
                (
                    "events",
                    .array(of: Ticket.self == CustomerTicket.self ? PublicEventShape.schema : EventShape.schema)
                ),
            ])
    }

    func write(to json: inout JSONWriter) {
        json.object { json in
            for member in Ticket.members {
                json.key(member.name)
                member.write(ticket, &json)
            }
            json.key("messages")
            json.array { json in for message in messages { MessageShape(message, for: audience).write(to: &json) } }
            json.key("events")
            json.array { json in
                for event in events {
                    switch audience {
                    case .customer: PublicEventShape(event: event).write(to: &json)
                    case .staff: EventShape(event: event).write(to: &json)
                    }
                }
            }
        }
    }
}

/// A message. Customers are not told which row of users wrote it.
struct MessageShape: MemberList {
    let message: Message
    let showsAuthorID: Bool

    init(_ message: Message, for audience: MessageAudience) {
        self.message = message
        showsAuthorID = audience == .staff || message.author.type == .customer
    }

    static let name = "Message"
    static let members: [Member<MessageShape>] = [
        .id("id") { $0.message.id.rawValue },
        .id("ticket_id") { $0.message.ticket.rawValue },
        .text("body") { $0.message.body },
        .text("author_type", Words.author) { $0.message.author.type.rawValue },
        .optionalID("author_id") { $0.showsAuthorID ? $0.message.author.id?.rawValue : nil },
        .text("author_name") { $0.message.author.name },
        .text("direction", Words.direction) { $0.message.direction.rawValue },
        .flag("is_internal") { $0.message.isInternal },
        .text("channel", Words.channel) { $0.message.channel.rawValue },
        .flag("ai_generated") { $0.message.author.type == .ai },
        .optionalText("ai_model") { $0.message.aiModel },
        .optionalNumber("ai_confidence") { $0.message.aiConfidence },
        Member(name: "attachments", schema: .array(of: AttachmentShape.schema)) { shape, json in
            json.array { json in for file in shape.message.attachments { AttachmentShape(file).write(to: &json) } }
        },
        .time("created_at") { $0.message.createdAt },
    ]
}

/// The answer to a post of a message: the message, and what the ticket is now.
struct PostedMessage: Representation {
    let shape: MessageShape
    let record: TicketRecord

    var about: AnswerSubject? { .message(shape.message.id) }

    static var schema: Schema {
        .object(
            "PostedMessage",
            MessageShape.members.map { ("\($0.name)", $0.schema) } + [
                ("ticket_number", .string), ("ticket_status", Words.status),
            ])
    }

    func write(to json: inout JSONWriter) {
        json.object { json in
            for member in MessageShape.members {
                json.key(member.name)
                member.write(shape, &json)
            }
            json.member("ticket_number", record.ticket.number.text)
            json.member("ticket_status", record.ticket.status.rawValue)
        }
    }
}

/// An event as staff sees it.
struct EventShape: MemberList {
    let event: Event

    static let name = "Event"
    static let members: [Member<EventShape>] = [
        .count("seq") { $0.event.seq },
        .id("ticket_id") { $0.event.ticket.rawValue },
        .text("type", Words.event) { $0.event.kind.rawValue },
        .optionalText("from") { $0.event.from },
        .optionalText("to") { $0.event.to },
        .text("actor_type", Words.author) { $0.event.actor.type.rawValue },
        .optionalID("actor_id") { $0.event.actor.id?.rawValue },
        .text("actor_name") { $0.event.actor.name },
        .optionalJSON("metadata", .anything) { $0.event.metadata },
        .time("created_at") { $0.event.createdAt },
    ]
}

/// An event as the customer sees it: staff by display name, no metadata.
struct PublicEventShape: MemberList {
    let event: Event

    static let name = "PublicEvent"
    static let members: [Member<PublicEventShape>] = [
        .count("seq") { $0.event.seq },
        .id("ticket_id") { $0.event.ticket.rawValue },
        .text("type", Words.event) { $0.event.kind.rawValue },
        .optionalText("from") { $0.event.from },
        .optionalText("to") { $0.event.to },
        .text("actor_type", Words.author) { $0.event.actor.type.rawValue },
        .text("actor_name") { $0.event.actor.name },
        .time("created_at") { $0.event.createdAt },
    ]
}

/// The closed lists of words that fields have.
enum Words {
    static let status = Schema.words(Status.allCases.map(\.rawValue))
    static let priority = Schema.words(Priority.allCases.map(\.word))
    static let channel = Schema.words(Channel.allCases.map(\.rawValue))
    static let author = Schema.words(AuthorType.allCases.map(\.rawValue))
    static let direction = Schema.words(Direction.allCases.map(\.rawValue))
    static let event = Schema.words(Event.Kind.allCases.map(\.rawValue))
    static let slaState = Schema.words(SLAState.allCases.map(\.rawValue))
}
