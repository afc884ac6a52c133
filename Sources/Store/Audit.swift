import Domain
import SQLite

extension Writing {
    /// Notes who did what, for things that do not remember it themselves.
    ///
    /// - Parameter details: a JSON object as text.
    package func audit(action: String, subject: String, details: String, by actor: Actor) throws(Failure) {
        try run(
            """
            INSERT INTO audit (actor_id, actor_name, action, subject, details, created_at)
            VALUES ($1, $2, $3, $4, $5, $6)
            """,
            [
                .optional(actor.id?.rawValue), .text(actor.name), .text(action), .text(subject), .text(details),
                .integer(now.milliseconds),
            ])
    }
}
