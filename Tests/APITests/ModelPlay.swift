import Domain
import HTTP
import JSON
import Support

@testable import API

/// Takes steps against the API and against the model, and says where they differ.
final class ModelPlay {
    typealias Role = TicketModel.Role

    let desk: TicketDesk
    var model: TicketModel
    var texts = 0
    private var difference: String?

    init() throws {
        desk = try TicketDesk()
        model = TicketModel(now: desk.clock.now)
        // The guest's ticket.
        take(.open(.ada))
    }

    /// - Returns: the first step that came out otherwise, and how.
    func play(_ steps: [ModelStep]) -> (step: Int, difference: String)? {
        for (index, step) in steps.enumerated() {
            take(step)
            if let difference { return (index, difference) }
        }
        return nil
    }

    // MARK: Steps

    private func take(_ step: ModelStep) {
        switch step {
        case .open(let role): open(role)
        case .openFor(let customer, let staff, let priority, let assignee): open(customer, staff, priority, assignee)
        case .say(let role, let ticket, let isThanks, let match): say(role, place(ticket), isThanks, match)
        case .setStatus(let role, let ticket, let status, let match):
            let index = place(ticket)
            let answer = send(
                .patch, "/tickets/\(number(index))/status", #"{"status":"\#(status.rawValue)"}"#, role,
                tag(role, index, match))
            let verdict = model.setStatus(status, by: role, on: index, match)
            compare(answer, verdict, index, role)
        case .markRead(let role, let ticket, let match):
            let index = place(ticket)
            let root = role.isStaff ? "/admin/tickets/" : "/tickets/"
            let answer = send(.post, root + "\(number(index))/mark-read", nil, role, tag(role, index, match))
            let verdict = model.markRead(by: role, on: index, match)
            compare(answer, verdict, index, role)
        case .reply(let role, let ticket, let status, let isInternal, let match):
            let index = place(ticket)
            let text = text()
            let move = status.map { #","status":"\#($0.rawValue)""# } ?? ""
            let answer = send(
                .post, "/admin/tickets/\(number(index))/messages",
                #"{"body":"\#(text)","is_internal":\#(isInternal)\#(move)}"#, role, tag(role, index, match))
            let verdict = model.reply(text, status: status, isInternal: isInternal, by: role, on: index, match)
            compareMessage(answer, verdict, index, text, role)
        case .change(let role, let ticket, let change, let match):
            let index = place(ticket)
            let answer = send(
                .patch, "/admin/tickets/\(number(index))", json(change), role, tag(role, index, match))
            compare(answer, model.change(change, by: role, on: index, match), index, role)
        case .delete(let role, let ticket, let match):
            let index = place(ticket)
            // The guest keeps the first ticket.
            guard index > 0 else { return }
            let answer = send(.delete, "/admin/tickets/\(number(index))", nil, role, tag(role, index, match))
            compare(answer, model.delete(by: role, on: index, match), index, role)
        case .read(let role, let ticket): read(role, place(ticket))
        case .thread(let role, let ticket): thread(role, place(ticket))
        case .list(let role, let status): list(role, status)
        case .counts(let role): counts(role)
        case .wait(let seconds):
            desk.clock.advance(seconds: seconds)
            model.now += seconds * 1000
        }
    }

    private func open(_ role: Role) {
        let answer = send(.post, "/tickets", #"{"subject":"Subject 0","description":"\#(text())"}"#, role)
        // A guest is held to one ticket.
        guard role != .guest else { return compare(answer, .refused(403, "forbidden"), 0, role) }
        compareStatus(answer, 201)
        add(answer, owner: role)
    }

    private func open(_ customer: Role, _ staff: Role, _ priority: String?, _ assignee: Role?) {
        var json = #"{"customer_id":\#(user(customer)),"subject":"Subject 0","description":"\#(text())""#
        if let priority { json += #","priority":"\#(priority)""# }
        if let assignee { json += #","assigned_to_id":\#(user(assignee))"# }
        let answer = send(.post, "/admin/tickets", json + "}", staff)
        compareStatus(answer, 201)
        add(answer, owner: customer)
        let index = model.tickets.count - 1
        expect(answer.text("status"), assignee == nil ? "new" : "open", "status")
        if let priority { expect(answer.text("priority"), priority, "priority") }
        model.tickets[index].assignee = assignee
        model.tickets[index].status = assignee == nil ? .new : .open
    }

    /// Adds a ticket that the server has made; what the classifier has decided is taken from it.
    private func add(_ answer: APIAnswer, owner: Role, messages: Int64 = 1) {
        guard let number = answer.text("ticket_number") else { return fail("no ticket: \(answer.text)") }
        let ticket = desk.get("/admin/tickets/\(number)", token(.root))
        let seen = desk.get("/tickets/\(number)", token(owner))
        guard let id = ticket.count("id"), let subject = ticket.text("subject"),
            let priority = ticket.text("priority"), let version = ticket.count("version"),
            let publicVersion = seen.etag.flatMap({ Int64($0.dropFirst().dropLast()) }),
            let body = ticket.text("description")
        else { return fail("no ticket: \(ticket.text) \(seen.text)") }
        model.tickets.append(
            TicketModel.Ticket(
                number: number, id: id, owner: owner, subject: subject, priority: priority,
                tags: ticket.json["tags"]?.array?.compactMap(\.string) ?? [],
                messages: [.init(body: body, isInternal: false)], version: version, publicVersion: publicVersion,
                needsReview: ticket.json["ai_needs_review"] == .bool(true)))
        expect(ticket.count("message_count"), messages, "message_count")
        expect(ticket.count("unread_by_agent"), 1, "unread_by_agent")
    }

    private func say(_ role: Role, _ index: Int, _ isThanks: Bool, _ match: TicketModel.Match) {
        let text = isThanks ? "Thank you, works now" : text()
        let answer = send(
            .post, "/tickets/\(number(index))/messages", #"{"body":"\#(text)"}"#, role, tag(role, index, match))
        let (verdict, isFollowUp) = model.say(text, isThanks: isThanks, by: role, on: index, match)
        guard isFollowUp else { return compareMessage(answer, verdict, index, text, role) }
        compareStatus(answer, 201)
        guard let number = answer.text("ticket_number"), number != model.tickets[index].number else {
            return fail("no follow-up: \(answer.text)")
        }
        expect(answer.header("Location"), "/api/v1/tickets/\(number)", "Location")
        add(answer, owner: role.customer)
        let made = desk.get("/admin/tickets/\(number)", token(.root))
        expect(made.json["references"]?["follow_up_of"]?.string, model.tickets[index].number, "follow_up_of")
        read(.root, index)
    }

    private func read(_ role: Role, _ index: Int) {
        let root = role.isStaff ? "/admin/tickets/" : "/tickets/"
        let answer = send(.get, root + number(index), nil, role)
        compare(answer, model.sees(role, index) ? .done : .absent, index, role)
        guard answer.status == 200 else { return }
        // Only the newest 200 are shown.
        expect(
            answer.json["messages"]?.array?.compactMap { $0["body"]?.string } ?? [],
            Array(messages(role, index).suffix(200)), "messages")
    }

    private func thread(_ role: Role, _ index: Int) {
        let root = role.isStaff ? "/admin/tickets/" : "/tickets/"
        let answer = send(.get, root + "\(number(index))/messages?count=true&limit=100", nil, role)
        guard model.sees(role, index) else { return compareStatus(answer, 404) }
        let messages = messages(role, index)
        expect(answer.count("total"), Int64(messages.count), "messages in all")
        expect(answer.items.compactMap { $0["body"]?.string }, Array(messages.prefix(100)), "messages")
        guard role.isStaff else { return }
        var cursor = ""
        var kinds: [String] = []
        repeat {
            let page = send(.get, "/admin/tickets/\(number(index))/events?limit=100\(cursor)", nil, role)
            kinds += page.items.compactMap { $0["type"]?.string }
            cursor = page.text("next_cursor").map { "&cursor=\($0)" } ?? ""
        } while !cursor.isEmpty
        // What time alone brings about is the clocks' own matter.
        kinds.removeAll { $0.hasPrefix("sla_") || $0 == "escalation" }
        let since = model.tickets[index].events
        // The assistant acts after the rest of a change, so within one change the order differs.
        expect(Array(kinds.suffix(since.count)).sorted(), since.sorted(), "events")
    }

    private func list(_ role: Role, _ status: Status?) {
        let filter = status.map { "&status=\($0.rawValue)" } ?? ""
        let answer = send(
            .get, (role.isStaff ? "/admin/tickets" : "/tickets") + "?count=true&limit=100" + filter, nil, role)
        if role == .guest { return compareStatus(answer, 403) }
        let listed = model.tickets.indices.filter {
            model.sees(role, $0) && (status == nil || model.tickets[$0].status == status)
        }
        expect(answer.count("total"), Int64(listed.count), "tickets in the list")
        guard listed.count <= 100 else { return }
        expect(
            answer.items.compactMap { $0["ticket_number"]?.string }.sorted(),
            listed.map { model.tickets[$0].number }.sorted(), "the list")
    }

    private func counts(_ role: Role) {
        let seen = model.tickets.indices.filter { model.sees(role, $0) }.map { model.tickets[$0] }
        let unsolved = seen.filter { $0.status != .resolved && $0.status != .closed }
        if role.isStaff {
            let answer = send(.get, "/admin/notifications", nil, role)
            expect(answer.count("open"), Int64(seen.filter { $0.status == .new || $0.status == .open }.count), "open")
            expect(answer.count("unassigned"), Int64(unsolved.filter { $0.assignee == nil }.count), "unassigned")
            expect(answer.count("unread"), Int64(unsolved.filter { $0.unreadByAgent > 0 }.count), "unread")
            expect(answer.count("needs_review"), Int64(unsolved.filter(\.needsReview).count), "needs_review")
            expect(answer.count("urgent"), Int64(unsolved.filter { $0.priority == "urgent" }.count), "urgent")
        } else {
            let answer = send(.get, "/tickets/stats", nil, role)
            expect(answer.count("total"), Int64(seen.count), "total")
            expect(answer.count("open"), Int64(unsolved.count), "open")
            expect(answer.count("unread"), seen.map(\.unreadByCustomer).reduce(0, +), "unread")
            for status in Status.allCases {
                expect(
                    answer.json["by_status"]?[status.rawValue]?.integer,
                    Int64(seen.filter { $0.status == status }.count), "by_status \(status)")
            }
        }
    }

    // MARK: Comparing

    private func compareStatus(_ answer: APIAnswer, _ status: Int) {
        expect(answer.status, status, "status code of \(answer.text.prefix(200))")
    }

    private func compare(_ answer: APIAnswer, _ verdict: TicketModel.Verdict, _ index: Int, _ role: Role) {
        compareStatus(answer, verdict.status)
        expect(answer.problem, verdict.slug, "problem")
        guard verdict == .done else { return }
        let ticket = model.tickets[index]
        let version = role.isStaff ? ticket.version : ticket.publicVersion
        expect(answer.etag, "\"\(version)\"", "ETag")
        expect(answer.text("ticket_number"), ticket.number, "ticket_number")
        expect(answer.text("subject"), ticket.subject, "subject")
        expect(answer.text("status"), ticket.status.rawValue, "status")
        expect(answer.text("priority"), ticket.priority, "priority")
        expect(answer.count("unread_by_customer"), ticket.unreadByCustomer, "unread_by_customer")
        expect(answer.count("message_count"), Int64(ticket.publicMessages.count), "message_count")
        expect(answer.count("reopened_count"), ticket.reopened, "reopened_count")
        expect(answer.text("closed_at") != nil, ticket.status == .closed, "closed_at is there")
        expect(answer.text("first_response_at") != nil, ticket.hasFirstResponse, "first_response_at is there")
        expect(answer.text("assigned_to_name"), ticket.assignee.map(name), "assigned_to_name")
        guard role.isStaff else { return }
        expect(answer.count("version"), ticket.version, "version")
        expect(answer.count("unread_by_agent"), ticket.unreadByAgent, "unread_by_agent")
        expect(answer.count("assigned_to_id"), ticket.assignee.map(user), "assigned_to_id")
        expect(answer.json["tags"]?.array?.compactMap(\.string) ?? [], ticket.tags, "tags")
        expect(answer.json["ai_needs_review"], .bool(ticket.needsReview), "ai_needs_review")
    }

    private func compareMessage(
        _ answer: APIAnswer, _ verdict: TicketModel.Verdict, _ index: Int, _ text: String, _ role: Role
    ) {
        compareStatus(answer, verdict.status)
        expect(answer.problem, verdict.slug, "problem")
        guard verdict.status == 201 else { return }
        let ticket = model.tickets[index]
        expect(answer.text("body"), text, "body")
        expect(answer.text("ticket_number"), ticket.number, "ticket_number")
        expect(answer.text("ticket_status"), ticket.status.rawValue, "ticket_status")
        expect(answer.etag, "\"\(role.isStaff ? ticket.version : ticket.publicVersion)\"", "ETag")
    }

    private func expect<Value: Equatable>(_ found: Value, _ wanted: Value, _ what: String) {
        if found != wanted { fail("\(what): \(found), but the model has \(wanted)") }
    }

    private func fail(_ text: String) { difference = difference ?? text }
}
