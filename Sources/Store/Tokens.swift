import Domain
import SQLite

/// What a mailed link is for.
package enum LinkPurpose: String, CaseIterable, Sendable {
    case verifyEmail = "verify_email"
    case resetPassword = "reset_password"
    case ticketLink = "ticket_link"
}

/// A mailed link that has been used.
package struct UsedLink: Sendable {
    package let user: ID<User>
    /// For a ticket link: the ticket it opens.
    package let ticket: ID<Ticket>?
}

extension Writing {
    /// Makes one token void until it would have ended by itself.
    package func revokeToken(_ id: String, until end: Instant) throws(Failure) {
        try run(
            "INSERT INTO revoked_tokens (token_id, expires_at) VALUES ($1, $2) ON CONFLICT (token_id) DO NOTHING",
            [.text(id), .integer(end.milliseconds)])
    }

    /// Keeps the hash of a link's secret. Links of the same purpose that were mailed before stay good until they end:
    /// mails overtake each other.
    package func insertLink(
        hash: String, purpose: LinkPurpose, user: ID<User>, ticket: ID<Ticket>? = nil, until end: Instant
    ) throws(Failure) {
        try run(
            """
            INSERT INTO one_time_tokens (hash, purpose, user_id, ticket_id, expires_at, created_at)
            VALUES ($1, $2, $3, $4, $5, $6)
            """,
            [
                .text(hash), .text(purpose.rawValue), .integer(user.rawValue), .optional(ticket?.rawValue),
                .integer(end.milliseconds), .integer(now.milliseconds),
            ])
    }

    /// Uses a link up. Nil when it is not there: never made, used, or ended.
    package func useLink(hash: String, purpose: LinkPurpose) throws(Failure) -> UsedLink? {
        try first(
            """
            DELETE FROM one_time_tokens WHERE hash = $1 AND purpose = $2 AND expires_at > $3
            RETURNING user_id, ticket_id
            """, [.text(hash), .text(purpose.rawValue), .integer(now.milliseconds)]
        ) { UsedLink(user: ID($0.integer(0)), ticket: $0.optionalInteger(1).map { ID($0) }) }
    }

    /// Voids the unused links of a user, such as older resets once one was used.
    package func forgetLinks(of user: ID<User>, purpose: LinkPurpose) throws(Failure) {
        try run(
            "DELETE FROM one_time_tokens WHERE user_id = $1 AND purpose = $2",
            [.integer(user.rawValue), .text(purpose.rawValue)])
    }

    /// Forgets what has ended by itself; for the housekeeper.
    package func forgetEndedTokens() throws(Failure) {
        try run("DELETE FROM revoked_tokens WHERE expires_at <= $1", [.integer(now.milliseconds)])
        try run("DELETE FROM one_time_tokens WHERE expires_at <= $1", [.integer(now.milliseconds)])
    }
}
