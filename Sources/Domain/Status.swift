/// Where a ticket stands.
package enum Status: String, CaseIterable, Sendable, Hashable {
    case new, open
    case inProgress = "in_progress"
    case waitingCustomer = "waiting_customer"
    case waitingAI = "waiting_ai"
    case onHold = "on_hold"
    case resolved, closed

    /// Reads a client's word: case does not matter, `pending` and `pending_customer` mean `waiting_customer`.
    package init?(word: String) {
        let word = word.lowercased()
        if word == "pending" || word == "pending_customer" { self = .waitingCustomer; return }
        self.init(rawValue: word)
    }

    /// The number under which the status is stored; part of the schema.
    package var code: Int64 {
        switch self {
        case .new: 1
        case .open: 2
        case .inProgress: 3
        case .waitingCustomer: 4
        case .waitingAI: 5
        case .onHold: 6
        case .resolved: 7
        case .closed: 8
        }
    }

    /// - Parameter code: 1 to 8.
    package init?(code: Int64) {
        guard (1...8).contains(code) else { return nil }
        self = Status.allCases[Int(code) - 1]
    }

    /// Who asks for a change.
    package enum Actor: Sendable { case staff, customer }

    /// Neither resolved nor closed: somebody still has something to do, or to wait for.
    package var isUnsolved: Bool { self != .resolved && self != .closed }

    /// What a person reads.
    package var label: String {
        switch self {
        case .new: "New"
        case .open: "Open"
        case .inProgress: "In progress"
        case .waitingCustomer: "Waiting for your reply"
        case .waitingAI: "Being answered"
        case .onHold: "On hold"
        case .resolved: "Resolved"
        case .closed: "Closed"
        }
    }

    /// The states `actor` may ask for from here, in the order of the status table; the state itself is not among them
    /// (asking for it again is a no-op).
    package func allowed(for actor: Actor) -> [Status] {
        switch actor {
        case .customer: self == .closed ? [] : self == .resolved ? [.closed] : [.resolved, .closed]
        case .staff:
            switch self {
            case .resolved: [.open, .inProgress, .waitingCustomer, .closed]
            case .closed: [.open, .inProgress]
            case .new, .open, .inProgress, .waitingCustomer, .waitingAI, .onHold:
                [.open, .inProgress, .waitingCustomer, .waitingAI, .onHold, .resolved, .closed].filter { $0 != self }
            }
        }
    }

    /// Whether leaving `self` for `next` opens a ticket that had been solved.
    package func isReopened(by next: Status) -> Bool { !isUnsolved && next.isUnsolved }
}
