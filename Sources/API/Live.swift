import Domain
import HTTP
import JSON
import Service
import Store

/// What happens, as it happens: event streams, the list of changes, presence (SPEC sections 4 and 5).
package struct LiveRoutes: Sendable {
    private let presence: Presence

    package init(_ presence: Presence) { self.presence = presence }

    package var endpoints: [Endpoint] {
        [
            .stream("/tickets/stream", .portal, PublicEventShape.self) { caller in .portal(caller) }
                .summed("Public events of the caller's tickets, as they happen"),

            .stream("/admin/stream", .agent, EventShape.self) { _ in .staff }
                .summed("Every event, as it happens"),

            .read(.get, "/admin/changes", .agent) { (_, input: ChangesInput, tx) throws(Failure) in
                let found = try tx.changes(after: input.since, limit: input.limit + 1)
                let page = found.prefix(Int(input.limit)).map(\.event)
                return ChangeList(
                    items: page, nextSince: page.last?.seq ?? input.since, hasMore: found.count > page.count)
            }.summed("Every event after a number, oldest first"),

            .read(.put, "/admin/tickets/{ticket}/presence", .agent) {
                [presence] (agent, input: PresenceInput, tx) throws(Failure) -> Answer<NoBody> in
                guard let ticket = try tx.stampedTicket(input.ticket) else { throw .notFound }
                presence.see(agent, at: ticket.id, input.state, now: tx.now)
                return .noContent
            }.summed("Tell other staff that you look at a ticket, or write on it"),
        ]
    }
}

extension Endpoint {
    /// Opens a stream of server-sent events; `audience` says whose events it has.
    ///
    /// The caller is admitted here, and again by the feed as long as the stream is open.
    static func stream<Caller, Shape: MemberList>(
        _ path: String, _ access: Access<Caller>, _: Shape.Type,
        _ audience: @escaping @Sendable (Caller) -> Subscription.Audience
    ) -> Endpoint {
        Endpoint(
            .get, path, access.rule, stage: .stream, body: .json, status: 200, fields: StreamInput.form.fields,
            output: Shape.schema,
            run: .atOnce { exchange, reader in
                do throws(Failure) {
                    let input = try exchange.input(StreamInput.self, for: access, reader)
                    var response = Response(status: 200)
                    response.headers.add("Content-Type", "text/event-stream")
                    // nginx would gather the answer otherwise.
                    response.headers.add("X-Accel-Buffering", "no")
                    response.stream = Subscription(after: input.lastEventID, endsAt: exchange.presented.endsAt) {
                        (tx) throws(Failure) in
                        audience(try access.admit(exchange.presented, exchange.context, tx))
                    }
                    return exchange.finished(response)
                } catch { return exchange.response(to: error) }
            })
    }
}

/// What a stream was opened for.
package struct Subscription: Sendable {
    package enum Audience: Sendable {
        case staff
        case portal(PortalCaller)
    }

    /// The last event that the client has; nil for one that begins now.
    let after: Int64?
    /// When the credentials end by themselves.
    let endsAt: Instant?
    /// Who listens, by the rows of now.
    ///
    /// - Throws: what the credentials have come to: revoked, expired, of another role.
    let admit: @Sendable (Reading) throws(Failure) -> Audience

    init(
        after: Int64?, endsAt: Instant?, admit: @escaping @Sendable (Reading) throws(Failure) -> Audience
    ) {
        self.after = after
        self.endsAt = endsAt
        self.admit = admit
    }
}

extension Presented {
    fileprivate var endsAt: Instant? {
        switch self {
        case .token(let claims, _): claims.expiresAt
        case .hostToken(let claims): claims.endsAt
        case .nothing, .key, .invalid: nil
        }
    }
}

/// Open streams are the feed's.
extension APIHandler {
    package func streamBegan(_ stream: StreamID, _ subscription: any Sendable, on streams: any Streams) {
        guard let subscription = subscription as? Subscription else { return streams.end(stream) }
        feed.begin(stream, subscription, on: streams)
    }

    package func streamHasRoom(_ stream: StreamID, on streams: any Streams) { feed.catchUp(stream, on: streams) }
    package func streamEnded(_ stream: StreamID) { feed.end(stream) }
    package func wake(on streams: any Streams) { feed.wake(on: streams) }
    package func tick(on streams: any Streams) { feed.tick(on: streams) }
}

// MARK: What comes in

struct StreamInput: Input {
    let lastEventID: Int64?

    static let form = Form(Field<Int64>.header("Last-Event-ID", .integer(0...Int64.max)).optional) {
        StreamInput(lastEventID: $0)
    }
}

struct ChangesInput: Input {
    let since: Int64
    let limit: Int64

    static let form = Form(
        Field<Int64>.query("since", .integer(0...Int64.max)).defaulting(0),
        Field<Int64>.query("limit", .integer(PageRequest.limits)).defaulting(PageRequest.limits.upperBound)
    ) { ChangesInput(since: $0, limit: $1) }
}

struct PresenceInput: Input {
    let ticket: TicketReference
    let state: Presence.State

    static let form = Form(
        Field<TicketReference>.path("ticket", .ticketReference),
        Field<Presence.State>.body(
            "state", .word(Presence.State.allCases.map(\.rawValue), Presence.State.init(rawValue:)))
    ) { PresenceInput(ticket: $0, state: $1) }
}

// MARK: What goes out

struct ChangeList: Representation, Answering {
    let items: [Event]
    let nextSince: Int64
    let hasMore: Bool

    var answer: Answer<ChangeList> { Answer(self) }

    static let schema = Schema.object([
        ("items", .array(of: EventShape.schema)), ("next_since", .count), ("has_more", .boolean),
    ])

    func write(to json: inout JSONWriter) {
        json.object { json in
            json.key("items")
            json.array { json in for event in items { EventShape(event: event).write(to: &json) } }
            json.member("next_since", nextSince)
            json.member("has_more", hasMore)
        }
    }
}

/// Bytes of an event stream (WHATWG HTML, "Server-sent events").
enum StreamText {
    /// Says that the stream is open, and when to come back once it is cut.
    static let hello = Array("retry: 2000\n\n".utf8)
    static let comment = Array(":\n\n".utf8)

    static func append(_ event: Event, _ shape: some Representation, to bytes: inout [UInt8]) {
        bytes += Array("id: \(event.seq)\nevent: \(event.kind.rawValue)\ndata: ".utf8)
        bytes += shape.json()
        bytes += Array("\n\n".utf8)
    }

    /// Without an id: nobody resumes at a sighting.
    static func append(_ sighting: Presence.Sighting, to bytes: inout [UInt8]) {
        var json = JSONWriter(reserving: 160)
        json.object { json in
            json.member("ticket_id", sighting.ticket.rawValue)
            json.member("user_id", sighting.user.rawValue)
            json.member("user_name", sighting.name)
            json.member("state", sighting.state.rawValue)
            json.member("expires_at", sighting.until)
        }
        bytes += Array("event: presence\ndata: ".utf8)
        bytes += json.bytes
        bytes += Array("\n\n".utf8)
    }
}
