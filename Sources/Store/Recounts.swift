import Domain
import SQLite

/// What is kept beside the tickets and their threads, counted anew from these: for checks and repairs.
package struct Recount: Sendable {
    var counts: [CountKey: Int64] = [:]
    var figures = FigureChanges()
    var spans: [DaySpanKey: ClosedRange<Int64>] = [:]
    var policies: [ID<SLAPolicy>: Int64] = [:]
    var overdue: Int64 = 0
}

extension Reading {
    /// Reads every ticket, message and event.
    package func recount() throws(Failure) -> Recount {
        var recount = Recount()
        var openedAt: [ID<Ticket>: Instant] = [:]
        var after = ID<Ticket>(0)
        while true {
            let ids = try all(
                "SELECT id FROM tickets WHERE id > $1 ORDER BY id LIMIT 500", [.integer(after.rawValue)]
            ) { ID<Ticket>($0.integer(0)) }
            guard let last = ids.last else { break }
            for id in ids {
                guard let ticket = try ticketRecord(id)?.ticket else { continue }
                openedAt[id] = ticket.createdAt
                recount.counts[CountKey(ticket), default: 0] += 1
                recount.figures.add(ticket, 1)
                if let policy = ticket.sla.policy { recount.policies[policy, default: 0] += 1 }
                if ticket.isCountedOverdue { recount.overdue += 1 }
            }
            after = last
        }
        try each(
            """
            SELECT ticket_id, from_value, to_value, created_at FROM events
            WHERE type = 'status_change' OR type = 'reopen' OR type = 'close'
            """
        ) { row in
            guard let opened = openedAt[ID(row.integer(0))], let from = Status(rawValue: row.text(1)),
                let to = Status(rawValue: row.text(2))
            else { return }
            let at = Instant(milliseconds: row.integer(3))
            recount.figures.move(from: from, to: to, openedAt: opened, at: at, 1)
        }
        recount.figures = recount.figures.lasting
        try each("SELECT created_at / 86400000, min(id), max(id) FROM messages GROUP BY 1") { row in
            let key = DaySpanKey(.messages, Instant(milliseconds: row.integer(0) * 86_400_000))
            recount.spans[key] = row.integer(1)...row.integer(2)
        }
        try each("SELECT created_at / 86400000, min(seq), max(seq) FROM events GROUP BY 1") { row in
            let key = DaySpanKey(.events, Instant(milliseconds: row.integer(0) * 86_400_000))
            recount.spans[key] = row.integer(1)...row.integer(2)
        }
        return recount
    }

    /// How many kept counts of tickets are not what `recount` says.
    package func wrongCounts(_ recount: Recount) throws(Failure) -> Int {
        var kept: [CountKey: Int64] = [:]
        for row in try ticketCounts() { kept[row.key] = row.count }
        let negative = try first("SELECT count(*) FROM ticket_counts WHERE tickets < 0") { $0.integer(0) } ?? 0
        return differences(kept, recount.counts) + Int(negative)
    }

    /// How many kept figures are not what `recount` says.
    package func wrongFigures(_ recount: Recount) throws(Failure) -> Int {
        var kept = FigureChanges()
        try each("SELECT figure, day, bucket, entries, total FROM day_figures") { row in
            guard let figure = Figure(rawValue: row.integer(0)) else { return }
            kept.set(
                FigureKey(figure: figure, day: row.integer(1), bucket: row.integer(2)),
                FigureSum(entries: row.integer(3), total: row.integer(4)))
        }
        try each("SELECT day, dimension, value, tickets FROM created_counts") { row in
            guard let dimension = CreatedKey.Dimension(rawValue: row.integer(1)) else { return }
            kept.set(CreatedKey(day: row.integer(0), dimension: dimension, value: row.integer(2)), row.integer(3))
        }
        let lasting = kept.lasting
        return differences(lasting.figures, recount.figures.figures)
            + differences(lasting.created, recount.figures.createdRows)
    }

    /// How many days have messages or events outside of their span; a span may be wider than it has to be.
    package func wrongSpans(_ recount: Recount) throws(Failure) -> Int {
        var kept: [DaySpanKey: ClosedRange<Int64>] = [:]
        try each("SELECT entries, day, first_id, last_id FROM day_spans WHERE first_id <= last_id") { row in
            guard let entries = DayEntries(rawValue: row.text(0)) else { return }
            let key = DaySpanKey(entries, Instant(milliseconds: row.integer(1) * 86_400_000))
            kept[key] = row.integer(2)...row.integer(3)
        }
        return recount.spans.filter { key, span in
            guard let known = kept[key] else { return true }
            return !(known.contains(span.lowerBound) && known.contains(span.upperBound))
        }.count
    }

    /// How many counts about clocks are not what `recount` says.
    package func wrongClockCounts(_ recount: Recount) throws(Failure) -> Int {
        var kept: [ID<SLAPolicy>: Int64] = [:]
        try each("SELECT id, tickets FROM sla_policies WHERE tickets <> 0") { kept[ID($0.integer(0))] = $0.integer(1) }
        let overdue = try first("SELECT value FROM counters WHERE name = 'sla_overdue'") { $0.integer(0) } ?? 0
        return differences(kept, recount.policies) + (overdue == recount.overdue ? 0 : 1)
    }

    /// Tickets whose counters of messages cannot be: another number of public messages, or more unread ones than there
    /// are. How many were read since is nowhere written down, so fewer may well be right.
    package func wrongMessageCounts() throws(Failure) -> Int64 {
        try first(
            """
            SELECT count(*) FROM tickets
            WHERE message_count <> (SELECT count(*) FROM messages WHERE ticket_id = tickets.id AND is_internal = 0)
                OR unread_by_agent > (SELECT count(*) FROM messages
                    WHERE ticket_id = tickets.id AND is_internal = 0 AND author_type = 'customer')
                OR unread_by_customer > (SELECT count(*) FROM messages
                    WHERE ticket_id = tickets.id AND is_internal = 0 AND author_type <> 'customer')
            """
        ) { $0.integer(0) } ?? 0
    }

    private func differences<Key, Value: Equatable>(_ a: [Key: Value], _ b: [Key: Value]) -> Int {
        Set(a.keys).union(b.keys).filter { a[$0] != b[$0] }.count
    }
}

extension Writing {
    /// Writes down what `recount` says instead of what was kept.
    package func replaceKeptCounts() throws(Failure) {
        let recount = try recount()
        try run("DELETE FROM ticket_counts")
        try run("DELETE FROM created_counts")
        try run("DELETE FROM day_figures")
        try run("DELETE FROM day_spans")
        try run("UPDATE sla_policies SET tickets = 0")
        try run("UPDATE counters SET value = 0 WHERE name = 'sla_overdue'")
        deferred.counts.merge(recount.counts) { $0 + $1 }
        deferred.figures.append(recount.figures)
        deferred.spans.merge(recount.spans) { _, new in new }
        var clocks = SLACountChanges()
        clocks.overdue = recount.overdue
        clocks.policies = recount.policies
        deferred.sla.append(clocks)
    }

    package func repairMessageCounts() throws(Failure) {
        try run(
            """
            UPDATE tickets SET version = version + 1, public_version = public_version + 1,
                message_count = (SELECT count(*) FROM messages WHERE ticket_id = tickets.id AND is_internal = 0),
                unread_by_agent = min(unread_by_agent, (SELECT count(*) FROM messages
                    WHERE ticket_id = tickets.id AND is_internal = 0 AND author_type = 'customer')),
                unread_by_customer = min(unread_by_customer, (SELECT count(*) FROM messages
                    WHERE ticket_id = tickets.id AND is_internal = 0 AND author_type <> 'customer'))
            WHERE message_count <> (SELECT count(*) FROM messages WHERE ticket_id = tickets.id AND is_internal = 0)
                OR unread_by_agent > (SELECT count(*) FROM messages
                    WHERE ticket_id = tickets.id AND is_internal = 0 AND author_type = 'customer')
                OR unread_by_customer > (SELECT count(*) FROM messages
                    WHERE ticket_id = tickets.id AND is_internal = 0 AND author_type <> 'customer')
            """)
    }
}
