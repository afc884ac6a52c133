import Domain
import JSON
import SQLite

/// A row's columns, read from left to right.
struct Columns {
    private let row: Row
    private var next: Int32 = 0

    init(_ row: Row) { self.row = row }

    mutating func integer() -> Int64 { row.integer(step()) }
    mutating func optionalInteger() -> Int64? { row.optionalInteger(step()) }
    mutating func text() -> String { row.text(step()) }
    mutating func optionalText() -> String? { row.optionalText(step()) }
    mutating func optionalReal() -> Double? { row.optionalReal(step()) }
    mutating func flag() -> Bool { row.flag(step()) }

    /// Without making a string of it: some lists read thousands. The schema allows no other words, so length and first
    /// letter tell them apart.
    mutating func channel() -> Channel {
        row.withTextBytes(step()) { bytes in
            switch bytes.count {
            case 2: .ai
            case 3: .api
            case 4: .chat
            case 5: .email
            case 8: .whatsapp
            default: bytes.first == UInt8(ascii: "p") ? .portal : .system
            }
        }
    }

    mutating func instant() -> Instant { Instant(milliseconds: integer()) }
    mutating func optionalInstant() -> Instant? { optionalInteger().map { Instant(milliseconds: $0) } }
    mutating func id<Entity>() -> ID<Entity> { ID(integer()) }
    mutating func optionalID<Entity>() -> ID<Entity>? { optionalInteger().map { ID($0) } }

    private mutating func step() -> Int32 {
        defer { next += 1 }
        return next
    }
}

extension Ticket {
    /// The columns of `Reading.ticketRecord`, in their order.
    init(_ row: inout Columns) {
        self.init(
            stored: row.id(), number: TicketNumber(stored: row.text()), subject: row.text(), firstMessage: row.id(),
            category: row.id(), priority: Priority(rawValue: row.integer()) ?? .medium,
            status: Status(code: row.integer()) ?? .open, channel: row.channel(),
            customer: row.id(), isMatchedByAddress: row.flag(), createdBy: row.optionalID(),
            verdict: TicketVerdict(&row), sla: TicketSLA(&row), lastMessageAt: row.instant(), createdAt: row.instant(),
            updatedAt: row.instant(), version: row.integer(), publicUpdatedAt: row.instant(),
            publicVersion: row.integer())
        assignee = row.optionalID()
        assignedAt = row.optionalInstant()
        tags = ListText.strings(row.text())
        references = ListText.references(row.text())
        watchers = ListText.ids(row.text())
        unreadByAgent = row.integer()
        unreadByCustomer = row.integer()
        messageCount = row.integer()
        firstResponseAt = row.optionalInstant()
        lastCustomerMessageAt = row.optionalInstant()
        lastStaffMessageAt = row.optionalInstant()
        resolvedAt = row.optionalInstant()
        closedAt = row.optionalInstant()
        reopenedCount = row.integer()
        rating = row.optionalInteger()
        ratingComment = row.optionalText()
        ratedAt = row.optionalInstant()
        resolutionNotes = row.optionalText()
        mergedInto = row.optionalID()
    }
}

extension TicketVerdict {
    fileprivate init(_ row: inout Columns) {
        self.init()
        isProcessed = row.flag()
        category = row.optionalText()
        confidence = row.optionalReal()
        scores = row.optionalText()
        priority = row.optionalInteger().flatMap(Priority.init(rawValue:))
        needsReview = row.flag()
        suggestedCategory = row.optionalText()
        suggestedResponse = row.optionalText()
        notes = row.optionalText()
        summary = row.optionalText()
        model = row.optionalText()
        firstResponseAt = row.optionalInstant()
        isAutoResolved = row.flag()
    }
}

extension TicketSLA {
    fileprivate init(_ row: inout Columns) {
        self.init()
        policy = row.optionalID()
        state = SLAState(rawValue: row.text()) ?? .none
        dueAt = row.optionalInstant()
        firstResponseDueAt = row.optionalInstant()
        nextResponseDueAt = row.optionalInstant()
        resolutionDueAt = row.optionalInstant()
        nextAt = row.optionalInstant()
        history = row.optionalText()
    }
}

/// The columns that a change may write, each with where its value comes from.
struct TicketColumn: Sendable {
    let name: String
    let value: @Sendable (Ticket) -> SQLValue

    /// Columns that a change mostly leaves alone together.
    struct Group: Sendable {
        let isSame: @Sendable (Ticket, Ticket) -> Bool
        let columns: [TicketColumn]
    }

    static let all = groups.flatMap(\.columns)
    static let groups = [
        Group(isSame: { _, _ in false }, columns: moving),
        Group(isSame: { $0.verdict == $1.verdict }, columns: verdict),
        Group(isSame: { $0.sla == $1.sla }, columns: sla),
        Group(
            isSame: { $0.tags == $1.tags && $0.references == $1.references && $0.watchers == $1.watchers },
            columns: lists),
    ]

    private static let moving: [TicketColumn] = [
        .init(name: "subject") { .text($0.subject) },
        .init(name: "category_id") { .integer($0.category.rawValue) },
        .init(name: "priority") { .integer($0.priority.rawValue) },
        .init(name: "status") { .integer($0.status.code) },
        .init(name: "customer_id") { .integer($0.customer.rawValue) },
        .init(name: "assigned_to_id") { .optional($0.assignee?.rawValue) },
        .init(name: "assigned_at") { .optional($0.assignedAt?.milliseconds) },
        .init(name: "unread_by_agent") { .integer($0.unreadByAgent) },
        .init(name: "unread_by_customer") { .integer($0.unreadByCustomer) },
        .init(name: "message_count") { .integer($0.messageCount) },
        .init(name: "first_response_at") { .optional($0.firstResponseAt?.milliseconds) },
        .init(name: "last_customer_message_at") { .optional($0.lastCustomerMessageAt?.milliseconds) },
        .init(name: "last_staff_message_at") { .optional($0.lastStaffMessageAt?.milliseconds) },
        .init(name: "last_message_at") { .integer($0.lastMessageAt.milliseconds) },
        .init(name: "resolved_at") { .optional($0.resolvedAt?.milliseconds) },
        .init(name: "closed_at") { .optional($0.closedAt?.milliseconds) },
        .init(name: "reopened_count") { .integer($0.reopenedCount) },
        .init(name: "customer_satisfaction_rating") { .optional($0.rating) },
        .init(name: "customer_satisfaction_comment") { .optional($0.ratingComment) },
        .init(name: "rated_at") { .optional($0.ratedAt?.milliseconds) },
        .init(name: "resolution_notes") { .optional($0.resolutionNotes) },
        .init(name: "merged_into_id") { .optional($0.mergedInto?.rawValue) },
        .init(name: "updated_at") { .integer($0.updatedAt.milliseconds) },
        .init(name: "version") { .integer($0.version) },
        .init(name: "public_updated_at") { .integer($0.publicUpdatedAt.milliseconds) },
        .init(name: "public_version") { .integer($0.publicVersion) },
    ]

    private static let verdict: [TicketColumn] = [
        .init(name: "ai_processed") { .flag($0.verdict.isProcessed) },
        .init(name: "ai_category") { .optional($0.verdict.category) },
        .init(name: "ai_category_confidence") { .optional($0.verdict.confidence) },
        .init(name: "ai_category_scores") { .optional($0.verdict.scores) },
        .init(name: "ai_priority") { .optional($0.verdict.priority?.rawValue) },
        .init(name: "ai_needs_review") { .flag($0.verdict.needsReview) },
        .init(name: "ai_suggested_category") { .optional($0.verdict.suggestedCategory) },
        .init(name: "ai_suggested_response") { .optional($0.verdict.suggestedResponse) },
        .init(name: "ai_processing_notes") { .optional($0.verdict.notes) },
        .init(name: "ai_summary") { .optional($0.verdict.summary) },
        .init(name: "ai_model") { .optional($0.verdict.model) },
        .init(name: "ai_first_response_at") { .optional($0.verdict.firstResponseAt?.milliseconds) },
        .init(name: "ai_auto_resolved") { .flag($0.verdict.isAutoResolved) },
    ]

    private static let sla: [TicketColumn] = [
        .init(name: "sla_policy_id") { .optional($0.sla.policy?.rawValue) },
        .init(name: "sla_state") { .text($0.sla.state.rawValue) },
        .init(name: "sla_due_at") { .optional($0.sla.dueAt?.milliseconds) },
        .init(name: "first_response_due_at") { .optional($0.sla.firstResponseDueAt?.milliseconds) },
        .init(name: "next_response_due_at") { .optional($0.sla.nextResponseDueAt?.milliseconds) },
        .init(name: "resolution_due_at") { .optional($0.sla.resolutionDueAt?.milliseconds) },
        .init(name: "sla_next_at") { .optional($0.sla.nextAt?.milliseconds) },
        .init(name: "sla_history") { .optional($0.sla.history) },
    ]

    private static let lists: [TicketColumn] = [
        .init(name: "tags") { .text(ListText.of($0.tags)) },
        .init(name: "reference_map") { .text(ListText.of($0.references)) },
        .init(name: "watchers") { .text(ListText.of($0.watchers)) },
    ]
}

extension TicketColumn {
    private static let lasting =
        "id, ticket_number, first_message_id, channel, matched_by_address, created_by_id, created_at"

    /// The statement that writes a new ticket.
    static let insertion: String = {
        let count = lasting.split(separator: ",").count + all.count
        let places = (1...count).map { "$\($0)" }.joined(separator: ", ")
        return "INSERT INTO tickets (\(lasting), \(all.map(\.name).joined(separator: ", "))) VALUES (\(places))"
    }()
}

/// Lists and maps as the JSON text in which a column holds them.
enum ListText {
    static func of(_ strings: [String]) -> String {
        if strings.isEmpty { return "[]" }
        var writer = JSONWriter(reserving: 64)
        writer.array { for string in strings { $0.value(string) } }
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    static func of(_ ids: [ID<User>]) -> String {
        if ids.isEmpty { return "[]" }
        return "[\(ids.map(\.description).joined(separator: ","))]"
    }

    static func of(_ references: [Ticket.Reference]) -> String {
        if references.isEmpty { return "{}" }
        var writer = JSONWriter(reserving: 64)
        writer.object {
            for reference in references {
                $0.key(text: reference.name)
                $0.value(reference.value)
            }
        }
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    static func strings(_ text: String) -> [String] {
        if text == "[]" { return [] }
        return (parsed(text)?.array ?? []).compactMap(\.string)
    }

    static func ids(_ text: String) -> [ID<User>] {
        if text == "[]" { return [] }
        return (parsed(text)?.array ?? []).compactMap(\.integer).map { ID($0) }
    }

    static func references(_ text: String) -> [Ticket.Reference] {
        if text == "{}" { return [] }
        guard case .object(let members) = parsed(text) else { return [] }
        return members.compactMap { member in member.value.string.map { Ticket.Reference(member.key, $0) } }
    }

    private static func parsed(_ text: String) -> JSONValue? {
        // What stands in these columns was written by us; a damaged one reads as empty rather than hiding the ticket.
        try? JSONReader.read(text.utf8)
    }
}
