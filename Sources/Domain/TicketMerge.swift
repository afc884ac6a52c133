/// What a ticket's messages add up to, counted over the messages themselves. Notes count for nothing.
package struct ThreadTotals: Sendable, Equatable {
    package let publicMessages: Int64
    package let lastMessageAt: Instant?
    package let lastCustomerMessageAt: Instant?
    package let lastStaffMessageAt: Instant?

    package init(
        publicMessages: Int64, lastMessageAt: Instant?, lastCustomerMessageAt: Instant?, lastStaffMessageAt: Instant?
    ) {
        self.publicMessages = publicMessages
        self.lastMessageAt = lastMessageAt
        self.lastCustomerMessageAt = lastCustomerMessageAt
        self.lastStaffMessageAt = lastStaffMessageAt
    }
}

extension TicketEdit {
    /// The ticket has gone into `target`: it closes, and what moved is no longer counted here.
    ///
    /// - Parameter rest: what is left of its thread.
    package mutating func mergeAway(into target: Ticket, leaving rest: ThreadTotals, by actor: Actor) {
        record(
            .merge, to: target.number.text, by: actor,
            metadata: "{\"into_id\":\(target.id),\"into_number\":\"\(target.number)\"}")
        after.mergedInto = target.id
        after.tags = []
        after.watchers = []
        after.unreadByAgent = 0
        after.unreadByCustomer = 0
        count(rest)
        set(.closed, by: actor)
    }

    /// Another ticket has come into this one.
    ///
    /// Nobody has read what nobody had read before, so the unread counts add up. The first response stays what it was:
    /// an answer given elsewhere does not answer this ticket.
    ///
    /// - Parameter whole: what its thread is now.
    package mutating func mergeIn(_ source: Ticket, making whole: ThreadTotals, by actor: Actor) {
        record(
            .merge, from: source.number.text, by: actor,
            metadata: "{\"from_id\":\(source.id),\"from_number\":\"\(source.number)\"}")
        setTags(after.tags + source.tags.filter { !after.tags.contains($0) }, by: actor)
        after.watchers += source.watchers.filter { !after.watchers.contains($0) }
        after.unreadByAgent += source.unreadByAgent
        after.unreadByCustomer += source.unreadByCustomer
        count(whole)
    }

    private mutating func count(_ totals: ThreadTotals) {
        after.messageCount = totals.publicMessages
        after.lastCustomerMessageAt = totals.lastCustomerMessageAt
        after.lastStaffMessageAt = totals.lastStaffMessageAt
        // A ticket without messages keeps its place in lists.
        if let last = totals.lastMessageAt { after.lastMessageAt = last }
    }
}
