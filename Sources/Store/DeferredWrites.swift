import Domain
import SQLite

extension Writing {
    /// Writes what the jobs of a group have left for its end.
    func writeDeferred() throws(Failure) {
        let work = deferred
        deferred = Deferred()
        for change in work.searchByRow { try write(change) }
        for (key, difference) in work.counts where difference != 0 { try count(key, difference) }
        for (key, span) in work.spans { try write(key, span) }
        try write(work.sla)
        try write(work.figures)
    }

    private func count(_ key: CountKey, _ difference: Int64) throws(Failure) {
        try run(
            """
            INSERT INTO ticket_counts (
                status, category_id, priority, channel, assigned_to_id, is_unread, needs_review, tickets)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
            ON CONFLICT (status, category_id, priority, channel, assigned_to_id, is_unread, needs_review)
            DO UPDATE SET tickets = ticket_counts.tickets + excluded.tickets
            """,
            [
                .integer(key.status.code), .integer(key.category.rawValue), .integer(key.priority.rawValue),
                .text(key.channel.rawValue), .integer(key.assignee?.rawValue ?? 0), .flag(key.isUnread),
                .flag(key.needsReview), .integer(difference),
            ])
    }
}
