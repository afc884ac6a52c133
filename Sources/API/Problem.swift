import Domain
import HTTP
import JSON

/// A failure as the client sees it (RFC 9457). The only place that knows statuses and slugs.
package struct Problem: Sendable {
    package private(set) var status: Int
    package let slug: String
    package let title: String
    package private(set) var detail: String
    package var errors: [FieldError] = []
    package var allowed: [Status]?
    package var headers = Headers()

    package init(_ status: Int, _ slug: String, _ title: String, _ detail: String) {
        self.status = status
        self.slug = slug
        self.title = title
        self.detail = detail
    }

    package init(_ failure: Failure) {
        switch failure {
        case .malformed(let reason): self.init(400, "malformed", "Malformed request", reason)
        case .invalidCursor:
            self.init(400, "invalid-cursor", "Invalid cursor", "The cursor was not made by this server for this query.")
        case .validation(let errors):
            self.init(
                422, "validation", "Invalid input", "\(errors.count == 1 ? "A field is" : "Fields are") not valid.")
            self.errors = errors
        case .unauthorized(let reason):
            self.init(401, "unauthorized", "Not authenticated", reason)
            headers.add("WWW-Authenticate", "Bearer")
        case .forbidden(let reason): self.init(403, "forbidden", "Not allowed", reason)
        case .crossSite:
            self.init(
                403, "cross-site", "Request from another site",
                "A change made with a cookie has to come from the same origin.")
        case .passwordChangeRequired:
            self.init(
                403, "password-change-required", "Password change required",
                "Set a password of your own with PUT /api/v1/auth/password first.")
        case .emailUnverified:
            self.init(403, "email-unverified", "E-mail address not verified", "Use the link that was mailed first.")
        case .notAssignee:
            self.init(
                403, "not-assignee", "Not the assignee",
                "The ticket is assigned to somebody else; an admin may do this.")
        case .notFound: self.init(404, "not-found", "Not found", "There is no such thing here.")
        case .invalidTransition(let from, let to, let allowed):
            self.init(
                409, "invalid-transition", "Status change not possible",
                "A ticket that is \(from.rawValue) cannot become \(to.rawValue).")
            self.allowed = allowed
        case .ticketClosed: self.init(409, "ticket-closed", "Ticket closed", "The ticket is closed.")
        case .emailTaken:
            self.init(409, "email-taken", "Address in use", "There is an account with this e-mail address.")
        case .inUse(let reason): self.init(409, "in-use", "In use", reason)
        case .notResolved:
            self.init(409, "not-resolved", "Not resolved yet", "A ticket is rated once it is resolved or closed.")
        case .ratingFinal:
            self.init(
                409, "ticket-closed", "Rating is final", "A rating may be changed for 7 days after it was given.")
        case .differentCustomers:
            self.init(
                409, "different-customers", "Different customers", "Only tickets of the same customer can be merged.")
        case .refusedTogether(let ticket, let failure):
            self = Problem(failure)
            detail = "Ticket \(ticket) refuses, so nothing was changed: \(detail)"
            status = 409
        case .stale: self.init(412, "stale", "Changed meanwhile", "If-Match names another version.")
        case .payloadTooLarge(let limit):
            self.init(413, "payload-too-large", "Body too large", "At most \(limit) bytes are accepted here.")
        case .unsupportedMediaType(let expected):
            self.init(415, "unsupported-media-type", "Unsupported media type", "Expected \(expected).")
        case .idempotencyMismatch:
            self.init(
                422, "idempotency-mismatch", "Idempotency-Key used before",
                "The Idempotency-Key was used with another request.")
        case .idempotencyRunning:
            self.init(
                409, "idempotency-running", "Still running", "The first request with this Idempotency-Key is running.")
        case .tooManyRequests(let seconds, limit: _):
            self.init(429, "too-many-requests", "Too many requests", "Try again in \(seconds) s.")
            headers.add("Retry-After", String(seconds))
        case .unavailable(let seconds):
            self.init(503, "unavailable", "Unavailable", "The request was not carried out; try again in \(seconds) s.")
            headers.add("Retry-After", String(seconds))
        case .timeout:
            self.init(503, "timeout", "Took too long", "The request was given up; narrow it down or try again.")
            headers.add("Retry-After", "1")
        // The reason is for the log, not for the client.
        case .internalFault: self.init(500, "internal", "Internal error", "Something went wrong on our side.")
        }
    }

    package static func methodNotAllowed(_ allowed: String) -> Problem {
        var problem = Problem(405, "method-not-allowed", "Method not allowed", "Allowed here: \(allowed).")
        problem.headers.add("Allow", allowed)
        return problem
    }

    /// Why the server itself refused, with its reason in a line: the request did not get as far as an endpoint.
    package init(_ refusal: ServerRefusal, reason: String) {
        self.init(refusal)
        if !reason.isEmpty { detail = reason }
    }

    private init(_ refusal: ServerRefusal) {
        switch refusal {
        case .badRequest: self.init(400, "malformed", "Malformed request", "The request is not valid HTTP.")
        case .requestTimeout: self.init(408, "timeout", "Took too long", "The request did not arrive in time.")
        case .payloadTooLarge: self.init(413, "payload-too-large", "Body too large", "The body is too large.")
        case .uriTooLong: self.init(414, "uri-too-long", "Target too long", "The request target is too long.")
        case .expectationFailed:
            self.init(417, "malformed", "Expectation failed", "Only 100-continue can be expected.")
        case .headersTooLarge:
            self.init(431, "headers-too-large", "Header fields too large", "The header fields are too large.")
        case .internalError: self.init(500, "internal", "Internal error", "Something went wrong on our side.")
        case .notImplemented: self.init(501, "malformed", "Not implemented", "The transfer coding is not implemented.")
        case .unavailable:
            self.init(503, "unavailable", "Unavailable", "The server is busy; try again in 1 s.")
            headers.add("Retry-After", "1")
        case .versionNotSupported:
            self.init(505, "malformed", "HTTP version not supported", "HTTP/1.1 and HTTP/1.0 are spoken here.")
        }
    }

    /// - Parameter requestID: nil for the one answer that has to be the same byte for byte.
    package func response(requestID: String?) -> Response {
        var json = JSONWriter(reserving: 256)
        write(to: &json, requestID: requestID)
        var headers = headers
        headers.add("Content-Type", "application/problem+json")
        return Response(status: status, headers: headers, body: json.bytes)
    }

    package func write(to json: inout JSONWriter, requestID: String?) {
        json.object { json in
            json.member("type", "/problems/\(slug)")
            json.member("title", title)
            json.member("status", Int64(status))
            json.member("detail", detail)
            if let requestID { json.member("request_id", requestID) }
            if !errors.isEmpty {
                json.key("errors")
                json.array { json in
                    for error in errors {
                        json.object { json in
                            json.member("field", error.field)
                            json.member("message", error.message)
                        }
                    }
                }
            }
            if let allowed {
                json.key("allowed")
                json.array { json in for status in allowed { json.value(status.rawValue) } }
            }
        }
    }

    static let schema = Schema.object(
        "Problem",
        [
            ("type", .string), ("title", .string), ("status", .integer(400...599)), ("detail", .string),
        ],
        optional: [
            ("request_id", .string),
            ("errors", .array(of: .object([("field", .string), ("message", .string)]))),
            ("allowed", .array(of: .words(Status.allCases.map(\.rawValue)))),
        ])
}
