import Domain
import Store

/// The letters about accounts. Links carry their secret behind "#", so that no server on the way logs it.
enum Letters {
    static func verification(_ user: User, secret: String, at publicURL: String) -> NewMail {
        NewMail(
            kind: "verify_email", recipient: user.email ?? "", subject: "Please confirm your e-mail address",
            body: """
                Somebody, most likely you, has used this address for an account with our support.

                To confirm that it is yours, open this page within 24 hours:

                \(publicURL)/verify-email#token=\(secret)

                If it was not you, there is nothing to do.
                """, user: user.id)
    }

    static func alreadyRegistered(_ user: User, at publicURL: String) -> NewMail {
        NewMail(
            kind: "already_registered", recipient: user.email ?? "", subject: "You already have an account",
            body: """
                Somebody, most likely you, wanted to open an account with this address. There is one already.

                If you have forgotten its password, ask for a new one:

                \(publicURL)/forgot-password

                If it was not you, there is nothing to do.
                """, user: user.id)
    }

    static func reset(_ user: User, secret: String, at publicURL: String) -> NewMail {
        NewMail(
            kind: "reset_password", recipient: user.email ?? "", subject: "A new password",
            body: """
                Somebody, most likely you, has asked for a new password for your account.

                To set one, open this page within an hour:

                \(publicURL)/reset-password#token=\(secret)

                If it was not you, there is nothing to do: your password stays as it is.
                """, user: user.id)
    }

    /// Names the number alone: what the customer typed is not mailed before the address has been proved.
    static func ticketLink(_ user: User, _ ticket: Ticket, secret: String, at publicURL: String) -> NewMail {
        NewMail(
            kind: "ticket_link", recipient: user.email ?? "", subject: "Your ticket \(ticket.number)",
            body: """
                Somebody, most likely you, wants to see and answer the ticket \(ticket.number).

                To do so, open this page within 15 minutes. The link works once:

                \(publicURL)/track-ticket#token=\(secret)

                If it was not you, there is nothing to do.
                """, ticket: ticket.id, user: user.id)
    }
}
