import Domain
import HTTP
import JSON
import Platform
import Service
import Store

/// The public look-up (SPEC section 8): at the root, for anybody who has a ticket's number and its address.
package struct TrackingRoutes: Sendable {
    private let tracking: Tracking

    package init(_ tracking: Tracking) { self.tracking = tracking }

    package var endpoints: [Endpoint] { [lookUp, sendLink, openSession] }

    private var lookUp: Endpoint {
        .write(.post, "/track-ticket", .anyone) {
            [tracking] (caller, input: TrackInput, tx) throws(Failure) -> Answer<TrackedTicket> in
            let outcome = try tracking.find(
                number: input.number, email: input.email, from: caller.network, in: tx)
            switch outcome {
            case .found(let record, let events): return Answer(TrackedTicket(record: record, events: events))
            case .notFound: return TrackedTicket.absent
            case .locked(let seconds): return .refusing(.tooManyRequests(retryAfter: seconds))
            }
        }
        .atRoot.summed("Look up a ticket by its number and e-mail address")
    }

    private var sendLink: Endpoint {
        .write(.post, "/track-ticket/link", .anyone) {
            [tracking] (_, input: TrackInput, tx) throws(Failure) -> Answer<NoBody> in
            try tracking.sendLink(number: input.number, email: input.email, in: tx)
            return .accepted
        }
        .atRoot.limited(.perAddress("link", 5, seconds: 3600)).summed("Ask for a link that opens a ticket")
    }

    private var openSession: Endpoint {
        .write(.post, "/track-ticket/session", .anyone) {
            [tracking] (_, input: GuestInput, tx) throws(Failure) -> Answer<GuestShape> in
            if input.asCookie { try input.context.requireOwnSite() }
            guard let session = try tracking.openSession(link: input.token, in: tx) else {
                return .refusing(.unauthorized("The link is not valid any more."))
            }
            let cookie = SessionCookie.set(
                .ticket, session.token, seconds: session.lifetime, isSecure: input.context.isSecure)
            return Answer(
                GuestShape(session: session, isCookie: input.asCookie), cookie: input.asCookie ? cookie : nil)
        }
        .atRoot.summed("Open a ticket by a mailed link")
    }
}

// MARK: What comes in

/// Anything that is text: what could be no number or no address is a wrong one, and the answer is the same.
struct TrackInput: Input {
    let number: String
    let email: String

    static let form = Form(.body("ticket_number", .anyString), .body("email", .anyString)) {
        TrackInput(number: $0, email: $1)
    }
}

struct GuestInput: Input {
    let token: String
    let asCookie: Bool
    let context: RequestContext

    static let form = Form(
        .body("token", .anyString), .body("session", .boolean).defaulting(false), .context
    ) { GuestInput(token: $0, asCookie: $1, context: $2) }
}

/// From where a client calls, as far as it cannot be changed at will: the holder of an IPv6 address has the whole /64
/// (RFC 6177), so that is what is counted.
enum ClientNetwork {
    static func name(of address: String) -> String {
        // Not an address, such as the empty name of a local socket: all of these together.
        guard let bytes = IPAddress.bytes(address) else { return "unknown" }
        if bytes.count == 4 { return bytes.map { String($0) }.joined(separator: ".") }
        let groups = stride(from: 0, to: 8, by: 2).map {
            String(UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1]), radix: 16)
        }
        return groups.joined(separator: ":") + "::/64"
    }
}

// MARK: What goes out

/// A ticket as anybody with number and address may see it: where it stands, and no names.
struct TrackedTicket: MemberList {
    let record: TicketRecord
    let events: [Event]

    /// The answer to every pair that is not right, the same byte for byte: without the request's id.
    static var absent: Answer<TrackedTicket> {
        var answer = Answer<TrackedTicket>.bytes(notFound, type: "application/problem+json")
        answer.status = 404
        return answer
    }

    private static let notFound = Problem(404, "not-found", "Not Found", "No ticket has that number and address.")
        .response(requestID: nil).body

    static let name = "TrackedTicket"
    static let members: [Member<TrackedTicket>] = [
        .text("ticket_number") { $0.record.ticket.number.text },
        .text("subject") { $0.record.ticket.subject },
        .text("description") { $0.record.description },
        .text("status", Words.status) { $0.record.ticket.status.rawValue },
        .text("status_label") { $0.record.ticket.status.label },
        .text("priority", Words.priority) { $0.record.ticket.priority.word },
        .text("category") { $0.record.category },
        .time("created_at") { $0.record.ticket.createdAt },
        .time("updated_at") { $0.record.ticket.publicUpdatedAt },
        .optionalTime("resolved_at") { $0.record.ticket.resolvedAt },
        .optionalTime("closed_at") { $0.record.ticket.closedAt },
        Member(name: "timeline", schema: .array(of: .object([("label", .string), ("at", .time)]))) { ticket, json in
            json.array { json in
                for event in ticket.events {
                    guard let label = event.timelineLabel else { continue }
                    json.object { json in
                        json.member("label", label)
                        json.member("at", event.createdAt)
                    }
                }
            }
        },
    ]
}

extension Event {
    /// What happened, as the timeline of the look-up says it; nil for what customers do not see.
    var timelineLabel: String? {
        switch kind {
        case .created: return "Ticket opened"
        case .message: return actor.type == .customer ? "Your message" : "Reply from our team"
        case .reopen: return "Reopened"
        case .close: return "Closed"
        case .rating: return "Your rating"
        case .statusChange:
            guard let status = to.flatMap(Status.init(rawValue:)) else { return nil }
            return status == .resolved ? "Resolved" : "Status changed to \(status.label)"
        case .assignmentChange, .priorityChange, .categoryChange, .note, .tagChange, .merge, .classification,
            .slaWarning, .slaBreach, .escalation, .deleted:
            return nil
        }
    }
}

/// What a link is exchanged for: the guest's token, unless it went into a cookie.
struct GuestShape: Representation {
    let session: Tracking.GuestSession
    let isCookie: Bool

    static let schema = Schema.object(
        "GuestSession", [("expires_in", .count), ("ticket_number", .string)],
        optional: [("access_token", .string), ("token_type", .words(["Bearer"]))])

    func write(to json: inout JSONWriter) {
        json.object { json in
            if !isCookie {
                json.member("access_token", session.token)
                json.member("token_type", "Bearer")
            }
            json.member("expires_in", session.lifetime)
            json.member("ticket_number", session.number.text)
        }
    }
}
