import Domain
import HTTP
import Support

@testable import API

/// How steps are said over HTTP.
extension ModelPlay {
    func place(_ ticket: Int) -> Int { ticket % model.tickets.count }
    func number(_ index: Int) -> String { model.tickets[index].number }

    func messages(_ role: Role, _ index: Int) -> [String] {
        (role.isStaff ? model.tickets[index].messages : model.tickets[index].publicMessages).map(\.body)
    }

    func text() -> String {
        texts += 1
        return "Message number \(texts): it does not work, what can we do?"
    }

    func json(_ change: TicketModel.Change) -> String {
        switch change {
        case .status(let status): #"{"status":"\#(status.rawValue)"}"#
        case .priority(let priority): #"{"priority":"\#(priority)"}"#
        case .subject(let subject): #"{"subject":"\#(subject)"}"#
        case .tags(let tags): #"{"tags":[\#(tags.map { "\"\($0)\"" }.joined(separator: ","))]}"#
        case .assign(let role): #"{"assigned_to_id":\#(role.map { "\(user($0))" } ?? "null")}"#
        case .statusAndPriority(let status, let priority):
            #"{"status":"\#(status.rawValue)","priority":"\#(priority)"}"#
        }
    }

    func tag(_ role: Role, _ index: Int, _ match: TicketModel.Match) -> [(String, String)] {
        let ticket = model.tickets[index]
        let version = role.isStaff ? ticket.version : ticket.publicVersion
        switch match {
        case .none: return []
        case .any: return [("If-Match", "*")]
        case .current: return [("If-Match", "\"\(version)\"")]
        case .stale: return [("If-Match", "\"\(version + 1)\"")]
        }
    }

    func send(
        _ method: HTTP.Method, _ path: String, _ json: String?, _ role: Role, _ headers: [(String, String)] = []
    ) -> APIAnswer {
        desk.api.request(method, "/api/v1" + path, json: json, token: token(role), headers: headers)
    }

    func person(_ role: Role) -> (user: User, token: String) {
        switch role {
        case .ada, .guest: desk.ada
        case .bob: desk.bob
        case .grace: desk.grace
        case .alan: desk.alan
        case .root: desk.root
        }
    }

    func user(_ role: Role) -> Int64 { person(role).user.id.rawValue }
    func name(_ role: Role) -> String { person(role).user.name }

    /// Made anew each time, because the clock moves by weeks.
    func token(_ role: Role) -> String {
        guard role == .guest else { return desk.fresh(person(role)) }
        return desk.api.tokens.makeGuest(
            customer: desk.ada.user.id, epoch: 0, ticket: ID(model.tickets[0].id),
            now: Instant(milliseconds: desk.clock.now))
    }
}
