import Domain
import HTTP
import JSON
import Support
import Testing

@testable import API

/// An API desk with people: two customers, two agents and an admin.
struct TicketDesk {
    let api: APIDesk
    let ada: (user: User, token: String)
    let bob: (user: User, token: String)
    let grace: (user: User, token: String)
    let alan: (user: User, token: String)
    let root: (user: User, token: String)

    init() throws {
        api = try APIDesk(settings: APISettings(limitsRates: false))
        ada = try api.user("ada@example.com", .customer)
        bob = try api.user("bob@example.com", .customer)
        grace = try api.user("grace@example.com", .agent)
        alan = try api.user("alan@example.com", .agent)
        root = try api.user("root@example.com", .admin)
    }

    var clock: TestClock { api.database.clock }

    /// A token that is good now, when the clock was moved by more than a token lives.
    func fresh(_ person: (user: User, token: String)) -> String {
        api.tokens.make(for: person.user, now: Instant(milliseconds: clock.now))
    }

    @discardableResult
    func get(_ path: String, _ token: String, _ headers: [(String, String)] = []) -> APIAnswer {
        api.request(.get, "/api/v1" + path, token: token, headers: headers)
    }

    @discardableResult
    func send(
        _ method: HTTP.Method, _ path: String, _ json: String? = nil, _ token: String,
        _ headers: [(String, String)] = []
    ) -> APIAnswer {
        api.request(method, "/api/v1" + path, json: json, token: token, headers: headers)
    }

    /// Opens a ticket of Ada's, or of whom the token belongs to, and gives its number.
    func open(_ subject: String = "The page is down", category: String? = nil, as token: String? = nil) throws
        -> String
    {
        let category = category.map { #","category":"\#($0)""# } ?? ""
        let answer = send(
            .post, "/tickets", #"{"subject":"\#(subject)","description":"It shows a 500."\#(category)}"#,
            token ?? ada.token)
        return try #require(answer.json["ticket_number"]?.string, "\(answer.text)")
    }

    @discardableResult
    func patch(_ number: String, _ json: String, as token: String? = nil, _ headers: [(String, String)] = [])
        -> APIAnswer
    {
        send(.patch, "/admin/tickets/\(number)", json, token ?? grace.token, headers)
    }

    @discardableResult
    func setStatus(_ number: String, _ status: String, _ headers: [(String, String)] = []) -> APIAnswer {
        send(.patch, "/tickets/\(number)/status", #"{"status":"\#(status)"}"#, ada.token, headers)
    }

    @discardableResult
    func say(_ number: String, _ body: String = "Any news?", as token: String? = nil) -> APIAnswer {
        send(.post, "/tickets/\(number)/messages", #"{"body":"\#(body)"}"#, token ?? ada.token)
    }

    @discardableResult
    func reply(_ number: String, _ more: String = "", as token: String? = nil, _ headers: [(String, String)] = [])
        -> APIAnswer
    {
        send(
            .post, "/admin/tickets/\(number)/messages", #"{"body":"We look into it."\#(more)}"#,
            token ?? grace.token, headers)
    }

    @discardableResult
    func note(_ number: String) -> APIAnswer { reply(number, #","is_internal":true"#) }

    /// The ticket as its customer sees it.
    func seen(_ number: String) -> APIAnswer { get("/tickets/\(number)", ada.token) }

    /// The ticket as staff sees it.
    func staffView(_ number: String) -> APIAnswer { get("/admin/tickets/\(number)", grace.token) }

    /// The kinds of what happened to a ticket, oldest first.
    func events(_ number: String) -> [String] {
        get("/admin/tickets/\(number)/events?limit=100", grace.token).items.compactMap { $0["type"]?.string }
    }

    /// The numbers in a list.
    func numbers(_ path: String, _ token: String) -> [String] {
        get(path, token).items.compactMap { $0["ticket_number"]?.string }
    }

    /// Walks a list by its cursors, with what is to happen after each page.
    func walk(_ path: String, _ token: String, between: () throws -> Void = {}) throws -> [String] {
        var (found, cursor): ([String], String?) = ([], nil)
        // A walk that does not end is a failure, not a test without end.
        for _ in 0..<50 {
            let answer = get(path + (cursor.map { "&cursor=" + $0 } ?? ""), token)
            try #require(answer.status == 200, "\(answer.text)")
            found += answer.items.compactMap { $0["ticket_number"]?.string }
            cursor = answer.json["next_cursor"]?.string
            if cursor == nil { return found }
            try between()
        }
        Issue.record("the walk has no end")
        return found
    }
}

extension APIAnswer {
    /// The rows of a list.
    var items: [JSONValue] { json["items"]?.array ?? [] }
    var etag: String? { header("ETag") }

    func text(_ member: String) -> String? { json[member]?.string }
    func count(_ member: String) -> Int64? { json[member]?.integer }
}

/// The names of an object's members, in their order.
func memberNames(_ value: JSONValue?) -> [String] {
    guard case .object(let members) = value else { return [] }
    return members.map(\.key)
}

/// The fields of both sides as the specification lists them.
enum TicketFields {
    static let customer = words(
        """
        id ticket_number subject description category priority status status_label channel references
        unread_by_customer message_count customer_satisfaction_rating customer_satisfaction_comment created_at
        updated_at last_message_at first_response_at resolved_at closed_at reopened_count assigned_to_name can_reply
        merged_into_id
        """)
    static let staff = words(
        """
        id ticket_number subject description category priority status channel customer_id customer_name
        customer_email customer_phone assigned_to_id assigned_to_name assigned_at created_by_id tags references
        watchers unread_by_agent unread_by_customer message_count ai_processed ai_category ai_category_confidence
        ai_category_scores ai_priority ai_needs_review ai_suggested_category ai_suggested_response
        ai_processing_notes ai_summary ai_model ai_first_response_at ai_auto_resolved sla_policy_id sla_state
        sla_due_at sla_overdue first_response_due_at next_response_due_at resolution_due_at first_response_at
        last_customer_message_at last_staff_message_at last_message_at resolved_at closed_at reopened_count
        customer_satisfaction_rating customer_satisfaction_comment resolution_notes merged_into_id created_at
        updated_at version
        """)
    static let message = words(
        """
        id ticket_id body author_type author_id author_name direction is_internal channel ai_generated ai_model
        ai_confidence attachments created_at
        """)
    static let event = words("seq ticket_id type from to actor_type actor_id actor_name metadata created_at")

    private static func words(_ text: String) -> [String] {
        text.split(whereSeparator: \.isWhitespace).map(String.init)
    }
}
