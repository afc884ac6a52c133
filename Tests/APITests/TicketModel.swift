import Domain

/// What tickets do according to the specification, told once more and without a database, so that the server can be
/// compared with it.
struct TicketModel {
    struct Message: Equatable {
        let body: String
        let isInternal: Bool
    }

    /// A ticket as far as the model knows it.
    struct Ticket {
        let number: String
        let id: Int64
        let owner: Role
        var subject: String
        var status = Status.new
        var priority: String
        var tags: [String]
        var assignee: Role?
        var unreadByAgent: Int64 = 1
        var unreadByCustomer: Int64 = 0
        var messages: [Message]
        var version: Int64
        var publicVersion: Int64
        var reopened: Int64 = 0
        var closedAt: Int64?
        var needsReview: Bool
        var hasFirstResponse = false
        var isDeleted = false
        /// Of what happened since the ticket was made.
        var events: [String] = []

        var publicMessages: [Message] { messages.filter { !$0.isInternal } }
    }

    /// Who calls.
    enum Role: Int, CaseIterable {
        case ada, bob, guest, grace, alan, root

        var isStaff: Bool { self == .grace || self == .alan || self == .root }
        /// Whose tickets they see.
        var customer: Role { self == .guest ? .ada : self }
    }

    /// How an answer should come.
    struct Verdict: Equatable {
        let status: Int
        let slug: String?

        static let done = Verdict(status: 200, slug: nil)
        static func refused(_ status: Int, _ slug: String) -> Verdict { Verdict(status: status, slug: slug) }
        static let absent = refused(404, "not-found")
    }

    /// What an `If-Match` says.
    enum Match: Int, CaseIterable { case none, any, current, stale }

    static let reopenWindow: Int64 = 14 * 86_400_000
    /// The rows of the specification's table; a customer has only resolved and closed of them.
    private static let moves: [Status: [Status]] = [
        .new: all, .open: all, .inProgress: all, .waitingCustomer: all, .waitingAI: all, .onHold: all,
        .resolved: [.open, .inProgress, .waitingCustomer, .closed], .closed: [.open, .inProgress],
    ]
    private static let all: [Status] = [
        .open, .inProgress, .waitingCustomer, .waitingAI, .onHold, .resolved, .closed,
    ]

    var tickets: [Ticket] = []
    var now: Int64

    /// The one ticket that the guest sees is the first.
    func sees(_ role: Role, _ index: Int) -> Bool {
        if tickets[index].isDeleted { return false }
        if role.isStaff { return true }
        return tickets[index].owner == role.customer && (role != .guest || index == 0)
    }

    /// The checks that each write begins with.
    private func refusal(_ role: Role, _ index: Int, _ match: Match) -> Verdict? {
        if !sees(role, index) { return .absent }
        return match == .stale ? .refused(412, "stale") : nil
    }

    // MARK: Customers

    /// A customer's message; true stands for a follow-up that the caller has to add.
    mutating func say(
        _ body: String, isThanks: Bool, by role: Role, on index: Int, _ match: Match
    ) -> (verdict: Verdict, isFollowUp: Bool) {
        if role.isStaff { return (.refused(403, "forbidden"), false) }
        if let refusal = refusal(role, index, match) { return (refusal, false) }
        if tickets[index].status == .closed, now - (tickets[index].closedAt ?? now) > TicketModel.reopenWindow {
            return (Verdict(status: 201, slug: nil), true)
        }
        tickets[index].messages.append(Message(body: body, isInternal: false))
        tickets[index].unreadByCustomer = 0
        tickets[index].events.append("message")
        let isIgnored = isThanks && tickets[index].status == .resolved
        if !isIgnored {
            tickets[index].unreadByAgent += 1
            switch tickets[index].status {
            case .new, .open, .inProgress: break
            case .waitingCustomer, .waitingAI, .onHold, .resolved, .closed: set(.open, index)
            }
        }
        count(index, isPublic: true)
        return (Verdict(status: 201, slug: nil), false)
    }

    mutating func setStatus(_ status: Status, by role: Role, on index: Int, _ match: Match) -> Verdict {
        if role.isStaff { return .refused(403, "forbidden") }
        if let refusal = refusal(role, index, match) { return refusal }
        guard status == .resolved || status == .closed else { return .refused(403, "forbidden") }
        guard status != tickets[index].status else { return .done }
        guard TicketModel.moves[tickets[index].status]?.contains(status) == true else {
            return .refused(409, "invalid-transition")
        }
        set(status, index)
        count(index, isPublic: true)
        return .done
    }

    mutating func markRead(by role: Role, on index: Int, _ match: Match) -> Verdict {
        if let refusal = refusal(role, index, match) { return refusal }
        if role.isStaff {
            guard tickets[index].unreadByAgent > 0 else { return .done }
            tickets[index].unreadByAgent = 0
        } else {
            guard tickets[index].unreadByCustomer > 0 else { return .done }
            tickets[index].unreadByCustomer = 0
        }
        count(index, isPublic: !role.isStaff)
        return .done
    }

    // MARK: Staff

    mutating func reply(
        _ body: String, status: Status?, isInternal: Bool, by role: Role, on index: Int, _ match: Match
    ) -> Verdict {
        if let refusal = refusal(role, index, match) { return refusal }
        let old = tickets[index].status
        let move = status == old ? nil : status
        if move != nil, let refusal = hold(role, index) { return refusal }
        if !isInternal, old == .closed, move != .open, move != .inProgress { return .refused(409, "ticket-closed") }
        if let move, TicketModel.moves[old]?.contains(move) != true { return .refused(409, "invalid-transition") }
        tickets[index].messages.append(Message(body: body, isInternal: isInternal))
        tickets[index].events.append(isInternal ? "note" : "message")
        if !isInternal {
            tickets[index].unreadByAgent = 0
            tickets[index].unreadByCustomer += 1
            tickets[index].needsReview = false
            tickets[index].hasFirstResponse = true
        }
        if let move {
            moved(to: move, index)
        } else if !isInternal, status == nil, [.new, .open, .inProgress, .waitingAI].contains(old) {
            set(.waitingCustomer, index)
        }
        count(index, isPublic: !isInternal || move != nil)
        return Verdict(status: 201, slug: nil)
    }

    /// Fields that staff changes; who to assign is nil for nobody.
    enum Change: Equatable {
        case status(Status)
        case priority(String)
        case subject(String)
        case tags([String])
        case assign(Role?)
        case statusAndPriority(Status, String)
    }

    mutating func change(_ change: Change, by role: Role, on index: Int, _ match: Match) -> Verdict {
        if let refusal = refusal(role, index, match) { return refusal }
        var draft = self
        guard let verdict = draft.apply(change, by: role, on: index) else {
            self = draft
            return .done
        }
        return verdict
    }

    /// Nil when it could be done.
    private mutating func apply(_ change: Change, by role: Role, on index: Int) -> Verdict? {
        let before = tickets[index]
        var isPublic = true
        switch change {
        case .status(let status):
            if let refusal = move(to: status, by: role, index) { return refusal }
        case .priority(let priority):
            if let refusal = setPriority(priority, index) { return refusal }
        case .statusAndPriority(let status, let priority):
            // Closing comes last, every other status first.
            if status == before.status || status == .closed {
                if status != before.status, let refusal = hold(role, index) { return refusal }
                if let refusal = setPriority(priority, index) ?? move(to: status, by: role, index) { return refusal }
            } else if let refusal = move(to: status, by: role, index) ?? setPriority(priority, index) {
                return refusal
            }
        case .subject(let subject):
            if subject != before.subject, before.status == .closed { return .refused(409, "ticket-closed") }
            tickets[index].subject = subject
        case .tags(let tags):
            isPublic = false
            tickets[index].tags = tags
            if tags != before.tags { tickets[index].events.append("tag_change") }
        case .assign(let assignee):
            if let assignee, !assignee.isStaff { return .refused(422, "validation") }
            guard assignee != before.assignee else { return nil }
            if let refusal = hold(role, index) { return refusal }
            if before.status == .closed { return .refused(409, "ticket-closed") }
            tickets[index].assignee = assignee
            tickets[index].events.append("assignment_change")
            if assignee != nil, before.status == .new { set(.open, index) }
        }
        let after = tickets[index]
        let isChanged =
            after.status != before.status || after.priority != before.priority || after.subject != before.subject
            || after.tags != before.tags || after.assignee != before.assignee || after.events != before.events
        if isChanged { count(index, isPublic: isPublic) }
        return nil
    }

    mutating func delete(by role: Role, on index: Int, _ match: Match) -> Verdict {
        guard role == .root else { return .refused(403, "forbidden") }
        if let refusal = refusal(role, index, match) { return refusal }
        tickets[index].isDeleted = true
        return Verdict(status: 204, slug: nil)
    }

    // MARK: Rules

    /// An agent changes status and assignee of what is theirs or nobody's, an admin of anything.
    private func hold(_ role: Role, _ index: Int) -> Verdict? {
        let assignee = tickets[index].assignee
        return role == .root || assignee == nil || assignee == role ? nil : .refused(403, "not-assignee")
    }

    private mutating func move(to status: Status, by role: Role, _ index: Int) -> Verdict? {
        guard status != tickets[index].status else { return nil }
        if let refusal = hold(role, index) { return refusal }
        guard TicketModel.moves[tickets[index].status]?.contains(status) == true else {
            return .refused(409, "invalid-transition")
        }
        moved(to: status, index)
        return nil
    }

    private mutating func setPriority(_ priority: String, _ index: Int) -> Verdict? {
        guard priority != tickets[index].priority else { return nil }
        if tickets[index].status == .closed { return .refused(409, "ticket-closed") }
        tickets[index].priority = priority
        tickets[index].events.append("priority_change")
        return nil
    }

    /// A status that staff asked for. No template answers by itself here, so the assistant hands the ticket back.
    private mutating func moved(to status: Status, _ index: Int) {
        set(status, index)
        guard status == .waitingAI else { return }
        set(.open, index)
        tickets[index].needsReview = true
    }

    private mutating func set(_ status: Status, _ index: Int) {
        let old = tickets[index].status
        guard old != status else { return }
        let wasSolved = old == .resolved || old == .closed
        let isSolved = status == .resolved || status == .closed
        tickets[index].status = status
        if wasSolved, !isSolved { tickets[index].reopened += 1 }
        if !isSolved { tickets[index].closedAt = nil }
        if status == .closed { tickets[index].closedAt = now }
        tickets[index].events.append(wasSolved && !isSolved ? "reopen" : status == .closed ? "close" : "status_change")
    }

    private mutating func count(_ index: Int, isPublic: Bool) {
        tickets[index].version += 1
        if isPublic { tickets[index].publicVersion += 1 }
    }
}
