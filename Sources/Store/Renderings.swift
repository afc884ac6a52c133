import Domain
import SQLite

/// All that the look of a ticket depends on, as versions: two equal stamps mean the same ticket, thread and names.
///
/// Every write to a ticket or its thread counts its version up; names and slugs come from rows that keep when they
/// were changed.
package struct TicketStamp: Sendable, Equatable {
    package let version: Int64
    package let publicVersion: Int64
    package let status: Status
    package let customer: ID<User>
    package let isMatchedByAddress: Bool
    package let closedAt: Instant?
    package let slaDueAt: Instant?
    let customerChangedAt: Int64
    let assigneeChangedAt: Int64
    let categoryChangedAt: Int64

    init(row: Row) {
        var columns = Columns(row)
        self.init(&columns)
    }

    init(_ columns: inout Columns) {
        version = columns.integer()
        publicVersion = columns.integer()
        status = Status(code: columns.integer()) ?? .open
        customer = columns.id()
        isMatchedByAddress = columns.flag()
        closedAt = columns.optionalInstant()
        slaDueAt = columns.optionalInstant()
        customerChangedAt = columns.integer()
        assigneeChangedAt = columns.integer()  // 0 where there is nobody
        categoryChangedAt = columns.integer()
    }
}

extension Reading {
    /// The stamp of a ticket, read from its rows in this snapshot; nil when there is no such ticket.
    package func ticketStamp(_ id: ID<Ticket>) throws(Failure) -> TicketStamp? {
        try first(
            """
            SELECT t.version, t.public_version, t.status, t.customer_id, t.matched_by_address, t.closed_at,
                t.sla_due_at, u.updated_at, a.updated_at, c.updated_at
            FROM tickets AS t
            JOIN users AS u ON u.id = t.customer_id
            JOIN categories AS c ON c.id = t.category_id
            LEFT JOIN users AS a ON a.id = t.assigned_to_id
            WHERE t.id = $1
            """, [.integer(id.rawValue)], TicketStamp.init(row:))
    }
}

/// Tickets as they were last encoded for an answer, each with the stamp it was encoded from. Belongs to one reader, so
/// to one thread. What is in here is never served without comparing its stamp with the rows of the request's snapshot.
package final class Renderings {
    /// Which look of a ticket.
    package enum Kind: Hashable { case customerRow, customerDetail, staffRow, staffDetail }

    private struct Key: Hashable {
        let ticket: ID<Ticket>
        let kind: Kind
        /// What depends on the time: whether the customer may reply, whether a deadline is past.
        let flag: Bool
    }

    /// Bytes kept; beyond it everything is forgotten at once, which costs one encoding each.
    private static let largest = 8 << 20

    private var kept: [Key: (stamp: TicketStamp, bytes: [UInt8])] = [:]
    private var size = 0

    package func bytes(_ ticket: ID<Ticket>, _ kind: Kind, flag: Bool, stamp: TicketStamp) -> [UInt8]? {
        guard let found = kept[Key(ticket: ticket, kind: kind, flag: flag)], found.stamp == stamp else { return nil }
        return found.bytes
    }

    package func keep(_ bytes: [UInt8], _ ticket: ID<Ticket>, _ kind: Kind, flag: Bool, stamp: TicketStamp) {
        let key = Key(ticket: ticket, kind: kind, flag: flag)
        if let old = kept[key] { size -= old.bytes.count }
        if size + bytes.count > Renderings.largest {
            kept.removeAll(keepingCapacity: true)
            size = 0
        }
        kept[key] = (stamp, bytes)
        size += bytes.count
    }
}
