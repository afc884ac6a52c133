import Domain
import SQLite

/// A customer who is being erased, and how far that has come.
package struct Erasure: Sendable {
    package let customer: ID<User>
    /// Who they were: their mails are found by the address.
    package let name: String
    package let email: String?
    package let phone: String?
    /// Tickets up to this one are done.
    package var position: ID<Ticket>
}

extension Reading {
    /// The erasures that were begun and not finished: a stop of the server came between.
    package func unfinishedErasures() throws(Failure) -> [Erasure] {
        try all(
            """
            SELECT customer_id, name, email, phone, position FROM erasures
            WHERE finished_at IS NULL ORDER BY customer_id
            """, [], Erasure.init(row:))
    }

    /// The next `limit` tickets of a customer behind `position`, in the order of their ids.
    package func ticketIDs(
        of customer: ID<User>, after position: ID<Ticket>, limit: Int64
    ) throws(Failure) -> [ID<Ticket>] {
        try all(
            "SELECT id FROM tickets WHERE customer_id = $1 AND id > $2 ORDER BY id LIMIT $3",
            [.integer(customer.rawValue), .integer(position.rawValue), .integer(limit)]
        ) { ID($0.integer(0)) }
    }

    /// Under which person the search index has a ticket: for one whose customer is being erased and that is not done
    /// yet, who they were.
    package func indexedPerson(of record: TicketRecord) throws(Failure) -> (
        name: String, email: String?, phone: String?
    ) {
        let ticket = record.ticket
        let before = try first(
            """
            SELECT name, email, phone FROM erasures
            WHERE customer_id = $1 AND position < $2 AND finished_at IS NULL
            """, [.integer(ticket.customer.rawValue), .integer(ticket.id.rawValue)]
        ) { (name: $0.text(0), email: $0.optionalText(1), phone: $0.optionalText(2)) }
        return before ?? (record.customerName, record.customerEmail, record.customerPhone)
    }
}

extension Writing {
    /// Blanks a customer's own row, ends what they could log in with, and notes that their tickets are to follow.
    ///
    /// The search index still has the tickets under the old name, which `indexedPerson` knows.
    package func beginErasure(of user: User) throws(Failure) -> Erasure {
        let id = SQLValue.integer(user.id.rawValue)
        if let running = try unfinishedErasures().first(where: { $0.customer == user.id }) { return running }
        try run(
            """
            INSERT INTO erasures (customer_id, name, email, phone, position, started_at) VALUES ($1, $2, $3, $4, 0, $5)
            ON CONFLICT (customer_id) DO UPDATE SET
                name = excluded.name, email = excluded.email, phone = excluded.phone, position = 0,
                started_at = excluded.started_at, finished_at = NULL
            """,
            [id, .text(user.name), .optional(user.email), .optional(user.phone), .integer(now.milliseconds)])
        try run(
            """
            UPDATE users SET name = '', email = NULL, phone = NULL, is_account = 0, is_active = 0,
                email_verified_at = NULL, password_hash = NULL, must_change_password = 0,
                token_epoch = token_epoch + 1, renamed_at = $1, updated_at = $1
            WHERE id = $2
            """, [.integer(now.milliseconds), id])
        try countNamesUp()
        try run("DELETE FROM one_time_tokens WHERE user_id = $1", [id])
        try forgetAnswers(to: user)
        return Erasure(
            customer: user.id, name: user.name, email: user.email, phone: user.phone, position: ID(0))
    }

    /// Notes how far an erasure has come.
    package func save(_ erasure: Erasure) throws(Failure) {
        try run(
            "UPDATE erasures SET position = $1 WHERE customer_id = $2",
            [.integer(erasure.position.rawValue), .integer(erasure.customer.rawValue)])
    }

    /// Forgets who it was.
    package func finish(_ erasure: Erasure) throws(Failure) {
        try run(
            """
            UPDATE erasures SET name = '', email = NULL, phone = NULL, finished_at = $1
            WHERE customer_id = $2
            """, [.integer(now.milliseconds), .integer(erasure.customer.rawValue)])
    }

    /// Blanks up to `limit` messages of a ticket, with their rows in the search index.
    ///
    /// - Returns: how many there were to blank.
    package func eraseMessages(of record: TicketRecord, limit: Int64) throws(Failure) -> Int {
        let ticket = SQLValue.integer(record.ticket.id.rawValue)
        let found = try all(
            "SELECT id, body, is_internal FROM messages WHERE ticket_id = $1 AND body <> '' ORDER BY id LIMIT $2",
            [ticket, .integer(limit)]
        ) { (id: ID<Message>($0.integer(0)), body: $0.text(1), isInternal: $0.flag(2)) }
        for message in found {
            for (body, isRemoval) in [(message.body, true), ("", false)] {
                deferred.search.append(
                    .init(
                        row: SearchRow.of(message.id),
                        words: SearchRow.words(
                            ofMessage: body, isInternal: message.isInternal, customer: record.ticket.customer),
                        isRemoval: isRemoval))
            }
        }
        guard let last = found.last else { return 0 }
        try run(
            "UPDATE messages SET body = '' WHERE ticket_id = $1 AND id <= $2 AND body <> ''",
            [ticket, .integer(last.id.rawValue)])
        return found.count
    }

    /// Takes the customer's name out of what they wrote and did on a ticket, and what was said out of kept answers.
    package func eraseTraces(on ticket: ID<Ticket>) throws(Failure) {
        try blankAnswers(about: ticket)
        for sql: StaticString in [
            "UPDATE messages SET author_name = '' WHERE ticket_id = $1 AND author_type = 'customer'",
            "UPDATE events SET actor_name = '' WHERE ticket_id = $1 AND actor_type = 'customer'",
        ] {
            try run(sql, [.integer(ticket.rawValue)])
        }
    }

    /// Puts a ticket into the search index under who its customer is now.
    package func reindex(
        _ record: TicketRecord, was person: (name: String, email: String?, phone: String?)
    ) throws(Failure) {
        let current = (name: record.customerName, email: record.customerEmail, phone: record.customerPhone)
        guard person != current else { return }
        for (person, isRemoval) in [(person, true), (current, false)] {
            deferred.search.append(
                .init(
                    row: SearchRow.of(record.ticket.id),
                    words: SearchRow.words(
                        ofTicket: record.ticket.number.text, subject: record.ticket.subject,
                        customer: record.ticket.customer, name: person.name, email: person.email, phone: person.phone),
                    isRemoval: isRemoval))
        }
    }

    /// Blanks the letters to a customer and about their tickets among the outbox rows behind `position`; what has not
    /// gone out stays here.
    ///
    /// - Returns: the last row looked at; nil at the end.
    package func eraseDeliveries(
        of erasure: Erasure, after position: Int64, limit: Int64
    ) throws(Failure) -> Int64? {
        let last =
            try first(
                "SELECT max(id) FROM (SELECT id FROM deliveries WHERE id > $1 ORDER BY id LIMIT $2)",
                [.integer(position), .integer(limit)]
            ) { $0.optionalInteger(0) } ?? nil
        guard let last else { return nil }
        try run(
            """
            UPDATE deliveries SET recipient = '', subject = '', body = '',
                status = CASE status WHEN 'pending' THEN 'dead' ELSE status END, next_attempt_at = NULL,
                last_error = CASE status WHEN 'pending' THEN 'the customer was erased' END
            WHERE id > $1 AND id <= $2 AND (
                user_id = $3 OR recipient = $4
                OR EXISTS (SELECT 1 FROM tickets WHERE id = deliveries.ticket_id AND customer_id = $3))
            """,
            [
                .integer(position), .integer(last), .integer(erasure.customer.rawValue), .optional(erasure.email),
            ])
        return last
    }

    /// The answers kept for a customer's own requests, and what is counted under their address.
    private func forgetAnswers(to user: User) throws(Failure) {
        let id = user.id
        try run("DELETE FROM idempotent_answers WHERE caller = $1", [.text("user:\(id)")])
        // ";" comes right after ":".
        try run(
            "DELETE FROM idempotent_answers WHERE caller >= $1 AND caller < $2",
            [.text("guest:\(id):"), .text("guest:\(id);")])
        try blankAnswers(about: id)
    }
}

extension Erasure {
    init(row: Row) {
        var columns = Columns(row)
        self.init(
            customer: columns.id(), name: columns.text(), email: columns.optionalText(),
            phone: columns.optionalText(), position: columns.id())
    }
}
