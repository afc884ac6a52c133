/// Everything a use case can answer instead of its result. `API/Problem` gives each case its status, once.
package enum Failure: Error, Sendable, Equatable {
    /// Not JSON, not an object, not UTF-8, duplicate keys, too deep. 400
    case malformed(String)
    /// A cursor that was not made by us for this query. 400
    case invalidCursor
    /// Fields that cannot be accepted, all of them at once. 422
    case validation([FieldError])
    /// Missing, expired, revoked or forged credentials. 401
    case unauthorized(String)
    /// Valid credentials of the wrong role, audience or scope. 403
    case forbidden(String)
    /// A cookie write from another site. 403
    case crossSite
    /// The one-time password has to be changed first. 403
    case passwordChangeRequired
    /// Verification is required and has not happened. 403
    case emailUnverified
    /// An agent changes status or assignee of somebody else's ticket. 403
    case notAssignee
    /// Absent, or not yours. 404
    case notFound
    /// The status table does not allow the step. 409
    case invalidTransition(from: Status, to: Status, allowed: [Status])
    /// The ticket is closed and this is not among what remains allowed. 409
    case ticketClosed
    /// 409
    case emailTaken
    /// What is to be deleted is in use. 409
    case inUse(String)
    /// A rating before the ticket is resolved. 409
    case notResolved
    /// A rating that was given too long ago to be changed. 409
    case ratingFinal
    /// A merge of tickets that belong to different customers. 409
    case differentCustomers
    /// One of several tickets refuses, so that none was changed. 409
    indirect case refusedTogether(ticket: ID<Ticket>, Failure)
    /// `If-Match` names another version. 412
    case stale
    /// 413
    case payloadTooLarge(limit: Int)
    /// 415
    case unsupportedMediaType(String)
    /// The idempotency key was used with another body. 422
    case idempotencyMismatch
    /// The first request with this idempotency key is still running. 409
    case idempotencyRunning
    /// Too many requests; seconds until the next may succeed, and how many were allowed where that may be told. 429
    case tooManyRequests(retryAfter: Int64, limit: Int? = nil)
    /// Overload, a full disk, a failing commit; seconds until a retry makes sense. 503
    case unavailable(retryAfter: Int64)
    /// A read that ran past its limit. 503
    case timeout
    /// A fault of ours. 500
    case internalFault(String)

    /// One field that cannot be accepted.
    package static func field(_ field: String, _ message: String) -> Failure {
        .validation([FieldError(field, message)])
    }
}

/// A field that cannot be accepted, and why, in words for a client's developer: "must be 3 to 200 characters long".
package struct FieldError: Error, Sendable, Equatable {
    package let field: String
    package let message: String

    package init(_ field: String, _ message: String) {
        self.field = field
        self.message = message
    }
}
