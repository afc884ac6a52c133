/// How urgent a ticket is, least first.
package enum Priority: Int64, CaseIterable, Sendable, Hashable, Comparable {
    case low = 1, medium, high, urgent

    package var word: String {
        switch self {
        case .low: "low"
        case .medium: "medium"
        case .high: "high"
        case .urgent: "urgent"
        }
    }

    /// Reads a client's word: case does not matter, `normal` means `medium`.
    package init?(word: String) {
        switch word.lowercased() {
        case "low": self = .low
        case "medium", "normal": self = .medium
        case "high": self = .high
        case "urgent": self = .urgent
        default: return nil
        }
    }

    package static func < (a: Priority, b: Priority) -> Bool { a.rawValue < b.rawValue }
}

/// The way a ticket or message came.
package enum Channel: String, CaseIterable, Sendable, Hashable {
    case portal, email, chat, whatsapp, api, system, ai

    package init?(word: String) { self.init(rawValue: word.lowercased()) }

    /// The place in `allCases`, which never changes: counts by channel are stored under it.
    package var ordinal: Int {
        switch self {
        case .portal: 0
        case .email: 1
        case .chat: 2
        case .whatsapp: 3
        case .api: 4
        case .system: 5
        case .ai: 6
        }
    }

    /// On these a staff reply keeps the conversation going instead of ending our turn.
    package var isLive: Bool { self == .chat || self == .whatsapp }
}

/// Who wrote a message, or caused an event.
package enum AuthorType: String, CaseIterable, Sendable, Hashable {
    case customer, staff, ai, system
}

package enum Direction: String, CaseIterable, Sendable, Hashable {
    case inbound, outbound
}

package enum Role: String, CaseIterable, Sendable, Hashable {
    case customer, agent, admin

    package var isStaff: Bool { self != .customer }
}
