import Domain
import JSON
import Support
import Testing

@testable import API

extension TicketDesk {
    /// Puts rules in force under which the word "quokka" makes a ticket one of `category`, nearly certainly.
    func teach(_ category: String = "account", _ more: String = "") throws {
        let rules = """
            {"rules":[{"id":"sure","category":"\(category)","terms":["quokka"],"weight":12}\(more)]}
            """
        let answer = send(.put, "/admin/classifier/rules", rules, root.token)
        try #require(answer.status == 200, "\(answer.text)")
    }

    /// Adds a template that answers by itself.
    @discardableResult
    func letAnswer(
        _ match: String = #"["quokka"]"#, body: String = "Dear {{customer_name}}, about {{subject}}", more: String = ""
    ) throws -> Int64 {
        let answer = send(
            .post, "/admin/templates",
            #"{"name":"Auto","body":"\#(body)","auto_answer":true,"match":\#(match)\#(more)}"#, grace.token)
        return try #require(answer.count("id"), "\(answer.text)")
    }

    /// Opens a ticket of Ada's with that description and answers it as staff sees it.
    func staffTicket(_ description: String, subject: String = "A question", more: String = "") throws -> APIAnswer {
        let made = send(
            .post, "/tickets", #"{"subject":"\#(subject)","description":"\#(description)"\#(more)}"#, ada.token)
        return staffView(try #require(made.text("ticket_number"), "\(made.text)"))
    }
}

extension JSONValue {
    var number: Double? {
        switch self {
        case .integer(let number): Double(number)
        case .double(let number): number
        default: nil
        }
    }
}

extension APIAnswer {
    var messages: [JSONValue] { json["messages"]?.array ?? [] }
    /// Who wrote the messages, oldest first.
    var authors: [String] { messages.compactMap { $0["author_type"]?.string } }
    var eventTypes: [String] { (json["events"]?.array ?? []).compactMap { $0["type"]?.string } }
    var isForReview: Bool { json["ai_needs_review"] == .bool(true) }
}
