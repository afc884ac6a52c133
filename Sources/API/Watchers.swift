import Domain
import JSON
import Service
import Store

extension AdminTicketRoutes {
    /// Who follows a ticket besides its assignee.
    var watcherEndpoints: [Endpoint] {
        [
            .read(.get, "/admin/tickets/{ticket}/watchers", .agent) {
                (_, input: ThreadPageInput, tx) throws(Failure) in
                let contacts = try watchers.list(input.ticket, in: tx).sorted { $0.id.rawValue < $1.id.rawValue }
                return input.page.page(of: contacts.map(WatcherShape.init)) {
                    ListPosition(key: nil, id: $0.contact.id.rawValue)
                }
            }.summed("Who watches a ticket"),

            .write(.post, "/admin/tickets/{ticket}/watchers", .agent, creates: true) {
                (_, input: NewWatcherInput, tx) throws(Failure) in
                let added = try watchers.add(input.user, to: input.ticket, matching: input.version, in: tx)
                return Answer(
                    WatcherShape(added.watcher), status: added.isNew ? 201 : 200, version: added.record.ticket.version)
            }.summed("Let a member of staff watch a ticket"),

            .write(.delete, "/admin/tickets/{ticket}/watchers/{user_id}", .agent) {
                (_, input: WatcherPath, tx) throws(Failure) in
                let record = try watchers.remove(input.user, from: input.ticket, matching: input.version, in: tx)
                var answer = Answer<NoBody>.noContent
                answer.version = record.ticket.version
                return answer
            }.summed("Stop somebody from watching a ticket"),
        ]
    }
}

struct NewWatcherInput: Input {
    let ticket: TicketReference
    let user: ID<User>
    let version: IfMatch

    static let form = Form(
        Field<TicketReference>.path("ticket", .ticketReference), Field<ID<User>>.body("user_id", .id(of: User.self)),
        Field<IfMatch>.ifMatch
    ) { NewWatcherInput(ticket: $0, user: $1, version: $2) }
}

struct WatcherPath: Input {
    let ticket: TicketReference
    let user: ID<User>
    let version: IfMatch

    static let form = Form(
        Field<TicketReference>.path("ticket", .ticketReference), Field<ID<User>>.path("user_id", .id(of: User.self)),
        Field<IfMatch>.ifMatch
    ) { WatcherPath(ticket: $0, user: $1, version: $2) }
}

/// A member of staff as a watcher.
struct WatcherShape: MemberList {
    let contact: Contact

    init(_ contact: Contact) { self.contact = contact }

    static let name = "Watcher"
    static let members: [Member<WatcherShape>] = [
        .id("user_id") { $0.contact.id.rawValue },
        .text("name") { $0.contact.name },
        .optionalText("email") { $0.contact.email },
    ]
}
