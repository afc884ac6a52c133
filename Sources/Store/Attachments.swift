import Domain
import SQLite

/// What is known of a file that is to be downloaded.
package struct StoredAttachment: Sendable {
    package let attachment: Attachment
    /// `Uploader.name` of whoever uploaded it.
    package let uploader: String
    /// The message that names it; nil before one does.
    package let place: Place?

    package struct Place: Sendable {
        package let ticket: ID<Ticket>
        package let isInternal: Bool
    }
}

extension Writing {
    /// Notes an uploaded file, which no message names yet.
    package func insertAttachment(
        filename: String, contentType: String, size: Int64, sha256: String, by uploader: Uploader
    ) throws(Failure) -> Attachment {
        let id = try first(
            """
            INSERT INTO attachments (uploader, filename, content_type, size, sha256, created_at)
            VALUES ($1, $2, $3, $4, $5, $6)
            RETURNING id
            """,
            [
                .text(uploader.name), .text(filename), .text(contentType), .integer(size), .text(sha256),
                .integer(now.milliseconds),
            ]
        ) { $0.integer(0) }
        guard let id else { throw .internalFault("a row of attachments was not made") }
        return Attachment(id: ID(id), filename: filename, contentType: contentType, size: size, sha256: sha256)
    }

    /// Puts files that `unusedAttachment` has found on the message that names them.
    package func attach(_ files: [Attachment], to message: ID<Message>) throws(Failure) {
        for file in files {
            try run(
                "UPDATE attachments SET message_id = $1 WHERE id = $2",
                [.integer(message.rawValue), .integer(file.id.rawValue)])
        }
    }

    /// Forgets the files that no message has named in time.
    package func forgetUnusedAttachments() throws(Failure) {
        try run(
            "DELETE FROM attachments WHERE message_id IS NULL AND created_at <= $1",
            [.integer(now.milliseconds - Attachment.unusedLife)])
    }

    /// Deletes the files of a ticket; the bytes go after the commit. The ticket has to be saved as changed with it.
    package func eraseFiles(of ticket: ID<Ticket>) throws(Failure) {
        try run(
            "DELETE FROM attachments WHERE message_id IN (SELECT id FROM messages WHERE ticket_id = $1)",
            [.integer(ticket.rawValue)])
    }

    /// Deletes the files that a customer has uploaded for a message to come.
    package func eraseUnusedFiles(of customer: ID<User>) throws(Failure) {
        try run(
            """
            DELETE FROM attachments
            WHERE message_id IS NULL AND (uploader = 'user:' || $1 OR uploader LIKE 'guest:' || $1 || ':%')
            """, [.integer(customer.rawValue)])
    }
}

extension Reading {
    /// A file that waits for a message of `uploader`; nil when there is none with that id.
    package func unusedAttachment(_ id: ID<Attachment>, by uploader: Uploader) throws(Failure) -> Attachment? {
        try first(
            """
            SELECT id, filename, content_type, size, sha256 FROM attachments
            WHERE id = $1 AND uploader = $2 AND message_id IS NULL
            """, [.integer(id.rawValue), .text(uploader.name)]
        ) { row in
            var columns = Columns(row)
            return Attachment(&columns)
        }
    }

    package func storedAttachment(_ id: ID<Attachment>) throws(Failure) -> StoredAttachment? {
        try first(
            """
            SELECT a.id, a.filename, a.content_type, a.size, a.sha256, a.uploader, m.ticket_id, m.is_internal
            FROM attachments AS a
            LEFT JOIN messages AS m ON m.id = a.message_id
            WHERE a.id = $1
            """, [.integer(id.rawValue)]
        ) { row in
            var columns = Columns(row)
            let attachment = Attachment(&columns)
            let uploader = columns.text()
            let ticket: ID<Ticket>? = columns.optionalID()
            let isInternal = columns.flag()
            return StoredAttachment(
                attachment: attachment, uploader: uploader,
                place: ticket.map { StoredAttachment.Place(ticket: $0, isInternal: isInternal) })
        }
    }

    /// The same messages with their files. One look a ticket, and most tickets have none.
    package func withAttachments(_ messages: [Message]) throws(Failure) -> [Message] {
        guard let first = messages.first else { return messages }
        var found: [ID<Message>: [Attachment]] = [:]
        if messages.allSatisfy({ $0.ticket == first.ticket }) {
            let ids = messages.map(\.id)
            try collect(of: first.ticket, from: ids.min() ?? first.id, to: ids.max() ?? first.id, into: &found)
        } else {
            for message in messages { try collect(of: message.ticket, from: message.id, to: message.id, into: &found) }
        }
        if found.isEmpty { return messages }
        return messages.map { message in
            var message = message
            message.attachments = found[message.id] ?? []
            return message
        }
    }

    private func collect(
        of ticket: ID<Ticket>, from: ID<Message>, to: ID<Message>, into found: inout [ID<Message>: [Attachment]]
    ) throws(Failure) {
        // CROSS JOIN keeps the order of the loops (sqlite.org/optoverview.html section 7.3): messages are few, and the
        // index of files is looked at once for each.
        let rows = try all(
            """
            SELECT m.id, a.id, a.filename, a.content_type, a.size, a.sha256
            FROM messages AS m CROSS JOIN attachments AS a ON a.message_id = m.id
            WHERE m.ticket_id = $1 AND m.id >= $2 AND m.id <= $3
            ORDER BY a.id
            """, [.integer(ticket.rawValue), .integer(from.rawValue), .integer(to.rawValue)]
        ) { row in
            var columns = Columns(row)
            let message: ID<Message> = columns.id()
            return (message, Attachment(&columns))
        }
        for (message, attachment) in rows { found[message, default: []].append(attachment) }
    }
}

/// Contents that rows have let go of.
package struct ReleasedFiles: Sendable {
    package let contents: Set<String>
    /// Up to where `contents` goes.
    package let last: Int64
}

extension Reading {
    /// The next contents that rows have let go of, at most `limit` rows; nil when there are none.
    package func releasedFiles(limit: Int64) throws(Failure) -> ReleasedFiles? {
        let rows = try all("SELECT id, sha256 FROM released_files ORDER BY id LIMIT $1", [.integer(limit)]) {
            ($0.integer(0), $0.text(1))
        }
        return rows.last.map { ReleasedFiles(contents: Set(rows.map(\.1)), last: $0.0) }
    }

    /// Whether any row has that content.
    package func isFileNamed(_ sha256: String) throws(Failure) -> Bool {
        try first("SELECT 1 FROM attachments WHERE sha256 = $1 LIMIT 1", [.text(sha256)]) { _ in true } ?? false
    }
}

extension Writing {
    /// Forgets released contents up to `last`, which have been looked at.
    package func forgetReleasedFiles(upTo last: Int64) throws(Failure) {
        try run("DELETE FROM released_files WHERE id <= $1", [.integer(last)])
    }
}

extension Attachment {
    /// `id, filename, content_type, size, sha256`.
    init(_ columns: inout Columns) {
        self.init(
            id: columns.id(), filename: columns.text(), contentType: columns.text(), size: columns.integer(),
            sha256: columns.text())
    }
}
