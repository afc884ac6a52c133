import Domain
import SQLite

/// All that the look of a ticket depends on, as versions: two equal stamps mean the same ticket, thread and names.
///
/// Every write to a ticket or its thread counts the ticket's version up. Names that are shown with it (of people and
/// categories) share one version for all, for they seldom change.
package struct TicketStamp: Sendable, Equatable {
    /// The columns of `init(_:names:)`, in their order.
    static let columns =
        "version, public_version, status, customer_id, matched_by_address, closed_at, sla_due_at, sla_next_at"

    package let version: Int64
    package let publicVersion: Int64
    package let status: Status
    package let customer: ID<User>
    package let isMatchedByAddress: Bool
    package let closedAt: Instant?
    package let slaDueAt: Instant?
    /// Moves on with each announcement, which adds an event without counting the version up.
    package let slaNextAt: Instant?
    let names: Int64

    init(_ columns: inout Columns, names: Int64) {
        version = columns.integer()
        publicVersion = columns.integer()
        status = Status(code: columns.integer()) ?? .open
        customer = columns.id()
        isMatchedByAddress = columns.flag()
        closedAt = columns.optionalInstant()
        slaDueAt = columns.optionalInstant()
        slaNextAt = columns.optionalInstant()
        self.names = names
    }
}

extension Reading {
    /// A ticket's id and stamp, read from its row in this snapshot; nil when there is no such ticket. One statement:
    /// this is all that a ticket which has not changed costs.
    package func stampedTicket(_ reference: TicketReference) throws(Failure) -> ListedTicket? {
        switch reference {
        case .id(let id):
            try first(
                """
                SELECT id, (SELECT value FROM counters WHERE name = 'names'), version, public_version, status,
                    customer_id, matched_by_address, closed_at, sla_due_at, sla_next_at
                FROM tickets WHERE id = $1
                """, [.integer(id.rawValue)], ListedTicket.init(row:))
        case .number(let number):
            try first(
                """
                SELECT id, (SELECT value FROM counters WHERE name = 'names'), version, public_version, status,
                    customer_id, matched_by_address, closed_at, sla_due_at, sla_next_at
                FROM tickets WHERE ticket_number = $1
                """, [.text(number.text)], ListedTicket.init(row:))
        case .impossible: nil
        }
    }

    /// Whether a ticket shows a name, address or slug that was changed after the ticket itself was, in the eyes of
    /// `audience`. Its version does not tell then what it looks like: what a client has kept may have the old name.
    package func wasRenamed(_ ticket: ID<Ticket>, for audience: MessageAudience) throws(Failure) -> Bool {
        let columns: StaticString =
            switch audience {
            case .staff:
                """
                SELECT max(coalesce(u.renamed_at, -1), coalesce(a.renamed_at, -1), coalesce(c.renamed_at, -1)) >= t.updated_at
                FROM tickets AS t
                JOIN users AS u ON u.id = t.customer_id
                JOIN categories AS c ON c.id = t.category_id
                LEFT JOIN users AS a ON a.id = t.assigned_to_id
                WHERE t.id = $1
                """
            case .customer:
                """
                SELECT max(coalesce(a.renamed_at, -1), coalesce(c.renamed_at, -1)) >= t.public_updated_at
                FROM tickets AS t
                JOIN categories AS c ON c.id = t.category_id
                LEFT JOIN users AS a ON a.id = t.assigned_to_id
                WHERE t.id = $1
                """
            }
        return try first(columns, [.integer(ticket.rawValue)]) { $0.flag(0) } ?? false
    }

    /// Counts the changes of names that are shown with tickets.
    func namesVersion() throws(Failure) -> Int64 {
        try first("SELECT value FROM counters WHERE name = 'names'") { $0.integer(0) } ?? 0
    }
}

extension Writing {
    /// To be called by whatever changes a name, an address, a phone number or a slug that tickets are shown with.
    func countNamesUp() throws(Failure) {
        try run(
            """
            INSERT INTO counters (name, value) VALUES ('names', 1)
            ON CONFLICT (name) DO UPDATE SET value = counters.value + 1
            """)
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
