/// Something that moves a ticket's clocks. Most are read from its events; a change of its policy is a fact of its own.
package struct SLAFact: Sendable, Equatable {
    package enum Kind: Sendable, Equatable {
        case status(Status)
        /// A public one that wants an answer; the opening message is not among them.
        case customerMessage
        /// A public one, written by a person.
        case staffMessage
        case priority(Priority)
        case assignment(isAssigned: Bool)
        case policy(ID<SLAPolicy>?)
        case warned(SLAMetric)
        case breached(SLAMetric, SLABreach)
        case escalated(Escalation)
    }

    package let at: Instant
    package let kind: Kind

    package init(_ kind: Kind, at: Instant) {
        self.kind = kind
        self.at = at
    }

    /// What an event means to the clocks; nil for one that leaves them alone.
    package init?(
        _ event: Event.Kind, to: String?, actor: AuthorType, metadata: String?, at: Instant
    ) {
        switch event {
        case .statusChange, .reopen, .close:
            guard let status = to.flatMap(Status.init(rawValue:)) else { return nil }
            kind = .status(status)
        case .message:
            switch actor {
            case .customer:
                // Pure thanks on a resolved ticket wants no answer.
                if metadata?.contains("\"reopen_suppressed\":true") ?? false { return nil }
                kind = .customerMessage
            case .staff: kind = .staffMessage
            case .ai, .system: return nil
            }
        case .priorityChange:
            guard let priority = to.flatMap(Priority.init(word:)) else { return nil }
            kind = .priority(priority)
        case .assignmentChange: kind = .assignment(isAssigned: to != nil)
        case .slaWarning:
            guard let metric = to.flatMap(SLAMetric.init(rawValue:)) else { return nil }
            kind = .warned(metric)
        case .slaBreach:
            guard let metric = to.flatMap(SLAMetric.init(rawValue:)) else { return nil }
            kind = .breached(metric, SLABreach(at: at, metadata: metadata ?? ""))
        case .escalation:
            guard let escalation = to.flatMap(Escalation.init(rawValue:)) else { return nil }
            kind = .escalated(escalation)
        case .created, .categoryChange, .note, .rating, .tagChange, .merge, .classification, .deleted: return nil
        }
        self.at = at
    }

    package init?(_ draft: EventDraft, at: Instant) {
        self.init(draft.kind, to: draft.to, actor: draft.actor.type, metadata: draft.metadata, at: draft.at ?? at)
    }
}

/// A clock that ran out. Final: neither another priority nor another policy changes it.
package struct SLABreach: Sendable, Equatable {
    package let at: Instant
    /// The deadline that was missed; earlier than `at` when it was moved into the past.
    package let dueAt: Instant
    /// In seconds.
    package let target: Int64

    package init(at: Instant, dueAt: Instant, target: Int64) {
        self.at = at
        self.dueAt = dueAt
        self.target = target
    }

    /// As it was written down in its event.
    init(at: Instant, metadata: String) {
        self.at = at
        dueAt = Self.value("due_at", in: metadata).flatMap { Timestamp.instant($0) } ?? at
        target = Self.value("target_seconds", in: metadata).flatMap { Int64($0) } ?? 0
    }

    /// The metadata of a warning or breach.
    static func metadata(_ metric: SLAMetric, dueAt: Instant, target: Int64, policy: ID<SLAPolicy>?) -> String {
        "{\"metric\":\"\(metric.rawValue)\",\"due_at\":\"\(Timestamp.text(dueAt))\",\"target_seconds\":\(target),"
            + "\"policy_id\":\(policy?.description ?? "null")}"
    }

    /// The value of a member of what `metadata` has written: no blanks, no escapes.
    private static func value(_ name: String, in metadata: String) -> String? {
        guard let start = metadata.utf8.firstRange(ofText: "\"\(name)\":") else { return nil }
        let rest = metadata.utf8[start...].drop { $0 == UInt8(ascii: "\"") }
        return String(
            decoding: rest.prefix { $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: ",") && $0 != UInt8(ascii: "}") },
            as: UTF8.self)
    }
}

extension String.UTF8View {
    /// The index behind the first occurrence of `text`.
    fileprivate func firstRange(ofText text: String) -> Index? {
        var start = startIndex
        while start < endIndex {
            if self[start...].starts(with: text.utf8) { return index(start, offsetBy: text.utf8.count) }
            start = index(after: start)
        }
        return nil
    }
}

/// What is brought to somebody's attention once, after that much time on the wall.
package enum Escalation: String, CaseIterable, Sendable {
    /// Nobody has it.
    case unassigned
    /// It is neither resolved nor closed.
    case unsolved

    /// In seconds.
    package var limit: Int64 {
        switch self {
        case .unassigned: 30 * 60
        case .unsolved: 24 * 3600
        }
    }
}
