/// All that a ticket's clocks are derived from: what it began with, and its facts in their order.
package struct SLAHistory: Sendable, Equatable {
    package let createdAt: Instant
    package let priority: Priority
    /// The first policy that the ticket had. A ticket from before there were policies: its first one is taken for its
    /// whole past.
    private(set) var policy: ID<SLAPolicy>?
    package private(set) var facts: [SLAFact] = []

    /// A ticket as it was when it was created.
    package init(createdAt: Instant, priority: Priority, policy: ID<SLAPolicy>?) {
        self.createdAt = createdAt
        self.priority = priority
        self.policy = policy
    }

    package mutating func append(_ fact: SLAFact) {
        if case .policy(let new) = fact.kind, awaitsPolicy { policy = new }
        facts.append(fact)
    }

    /// Whether the next policy is the first.
    var awaitsPolicy: Bool {
        policy == nil
            && !facts.contains { fact in
                if case .policy = fact.kind { true } else { false }
            }
    }
}

// MARK: As it is kept

/// The line in which a ticket's row keeps its history, so that a change need not read all of its events: the first
/// priority and policy ("2,7"), then each fact as ";", a letter, its value and "@" with the milliseconds since the fact
/// before it (the first: since the ticket was created).
///
/// s4 status by its code, c message of the customer, t message of the team, p3 priority, a and u assigned to somebody
/// and to nobody, o7 policy, wf warned, bf5000:60 breached with the deadline (milliseconds since creation) and the target
/// (seconds), ea escalated. Metrics are f, n and r; escalations a (unassigned) and u (unsolved).
extension SLAHistory {
    /// A history that is longer is not kept: its ticket's row would grow with every message.
    static let mostBytes = 2048

    /// Nil for a history that is too long.
    package var text: String? {
        var line = FactLine()
        line.put(priority.rawValue)
        line.put(",")
        if let policy { line.put(policy.rawValue) }
        var last = createdAt
        for fact in facts {
            line.put(";")
            line.put(fact.kind, since: createdAt)
            line.put("@")
            line.put(fact.at.milliseconds - last.milliseconds)
            last = fact.at
        }
        guard line.bytes.count <= Self.mostBytes else { return nil }
        return String(decoding: line.bytes, as: UTF8.self)
    }

    /// Nil for what `text` has not written.
    package init?(text: String, createdAt: Instant) {
        var text = text
        let read = text.withUTF8 { bytes -> SLAHistory? in
            var reader = FactReader(bytes: bytes)
            guard let code = reader.number(), let priority = Priority(rawValue: code), reader.take(",") else {
                return nil
            }
            var history = SLAHistory(createdAt: createdAt, priority: priority, policy: reader.number().map { ID($0) })
            history.facts.reserveCapacity(bytes.count / 8 + 2)
            var last = createdAt
            while !reader.isAtEnd {
                guard reader.take(";"), let kind = reader.kind(since: createdAt, at: &last) else { return nil }
                history.facts.append(SLAFact(kind, at: last))
            }
            return history
        }
        guard let read else { return nil }
        self = read
    }
}

private struct FactLine {
    private(set) var bytes: [UInt8] = []

    init() { bytes.reserveCapacity(256) }

    mutating func put(_ letter: Unicode.Scalar) { bytes.append(UInt8(ascii: letter)) }

    mutating func put(_ number: Int64) {
        if number < 0 { put("-") }
        var rest = number.magnitude
        var place: UInt64 = 1
        while rest / place >= 10 { place *= 10 }
        while place > 0 {
            bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest / place))
            rest %= place
            place /= 10
        }
    }

    mutating func put(_ kind: SLAFact.Kind, since creation: Instant) {
        switch kind {
        case .status(let status):
            put("s")
            put(status.code)
        case .customerMessage: put("c")
        case .staffMessage: put("t")
        case .priority(let priority):
            put("p")
            put(priority.rawValue)
        case .assignment(let isAssigned): put(isAssigned ? "a" : "u")
        case .policy(let policy):
            put("o")
            if let policy { put(policy.rawValue) }
        case .warned(let metric):
            put("w")
            put(metric.letter)
        case .breached(let metric, let breach):
            put("b")
            put(metric.letter)
            put(breach.dueAt.milliseconds - creation.milliseconds)
            put(":")
            put(breach.target)
        case .escalated(let escalation):
            put("e")
            put(escalation.letter)
        }
    }
}

private struct FactReader {
    let bytes: UnsafeBufferPointer<UInt8>
    private var next = 0

    init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    var isAtEnd: Bool { next >= bytes.count }

    mutating func take(_ letter: Unicode.Scalar) -> Bool {
        guard next < bytes.count, bytes[next] == UInt8(ascii: letter) else { return false }
        next += 1
        return true
    }

    private mutating func letter() -> Unicode.Scalar? {
        guard next < bytes.count else { return nil }
        defer { next += 1 }
        return Unicode.Scalar(bytes[next])
    }

    mutating func number() -> Int64? {
        let isNegative = take("-")
        let start = next
        var value: Int64 = 0
        while next < bytes.count, bytes[next] >= UInt8(ascii: "0"), bytes[next] <= UInt8(ascii: "9") {
            value = value * 10 + Int64(bytes[next] - UInt8(ascii: "0"))
            next += 1
            // No instant is that far away: a damaged line must not overflow a sum.
            if value > 1 << 50 { return nil }
        }
        guard next > start else { return nil }
        return isNegative ? -value : value
    }

    /// A fact without its ";", and its instant; `at` is that of the fact before it.
    mutating func kind(since creation: Instant, at: inout Instant) -> SLAFact.Kind? {
        var kind: SLAFact.Kind?
        var breach: (metric: SLAMetric, dueAt: Instant, target: Int64)?
        switch letter() {
        case "s": kind = number().flatMap(Status.init(code:)).map { .status($0) }
        case "c": kind = .customerMessage
        case "t": kind = .staffMessage
        case "p": kind = number().flatMap(Priority.init(rawValue:)).map { .priority($0) }
        case "a": kind = .assignment(isAssigned: true)
        case "u": kind = .assignment(isAssigned: false)
        case "o": kind = .policy(number().map { ID($0) })
        case "w": kind = letter().flatMap(SLAMetric.init(letter:)).map { .warned($0) }
        case "b":
            guard let metric = letter().flatMap(SLAMetric.init(letter:)), let due = number(), take(":"),
                let target = number()
            else { return nil }
            breach = (metric, creation.adding(milliseconds: due), target)
        case "e": kind = letter().flatMap(Escalation.init(letter:)).map { .escalated($0) }
        default: return nil
        }
        guard take("@"), let step = number() else { return nil }
        at = at.adding(milliseconds: step)
        if let breach {
            kind = .breached(breach.metric, SLABreach(at: at, dueAt: breach.dueAt, target: breach.target))
        }
        return kind
    }
}

extension SLAMetric {
    fileprivate var letter: Unicode.Scalar {
        switch self {
        case .firstResponse: "f"
        case .nextResponse: "n"
        case .resolution: "r"
        }
    }

    fileprivate init?(letter: Unicode.Scalar) {
        guard let metric = SLAMetric.allCases.first(where: { $0.letter == letter }) else { return nil }
        self = metric
    }
}

extension Escalation {
    fileprivate var letter: Unicode.Scalar {
        switch self {
        case .unassigned: "a"
        case .unsolved: "u"
        }
    }

    fileprivate init?(letter: Unicode.Scalar) {
        guard let escalation = Escalation.allCases.first(where: { $0.letter == letter }) else { return nil }
        self = escalation
    }
}
