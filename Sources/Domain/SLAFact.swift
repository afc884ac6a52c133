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
                if Text.contains("\"reopen_suppressed\":true", in: metadata ?? "") { return nil }
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
        var metadata = metadata
        let (due, target) = metadata.withUTF8 {
            (Self.value("\"due_at\":", in: $0), Self.value("\"target_seconds\":", in: $0))
        }
        self.at = at
        dueAt = due.flatMap { Timestamp.instant($0) } ?? at
        self.target = target.flatMap { Int64($0) } ?? 0
    }

    /// The metadata of a warning or breach.
    static func metadata(_ metric: SLAMetric, dueAt: Instant, target: Int64, policy: ID<SLAPolicy>?) -> String {
        "{\"metric\":\"\(metric.rawValue)\",\"due_at\":\"\(Timestamp.text(dueAt))\",\"target_seconds\":\(target),"
            + "\"policy_id\":\(policy?.description ?? "null")}"
    }

    /// The value of a member of what `metadata` has written: no blanks, no escapes.
    private static func value(_ name: StaticString, in metadata: UnsafeBufferPointer<UInt8>) -> String? {
        let name = UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount)
        var start = 0
        while start + name.count <= metadata.count {
            if metadata[start] == name[0], metadata[start..<start + name.count].elementsEqual(name) {
                let rest = metadata[(start + name.count)...].drop { $0 == UInt8(ascii: "\"") }
                let value = rest.prefix {
                    $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: ",") && $0 != UInt8(ascii: "}")
                }
                return String(decoding: value, as: UTF8.self)
            }
            start += 1
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
