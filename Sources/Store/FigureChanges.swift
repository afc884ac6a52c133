import Domain

/// What is kept about what happened to tickets; the codes are those of day_figures.
package enum Figure: Int64, Sendable {
    case firstResponse = 1
    case assistantResponse, resolution, rating, reopened, unsolved
}

struct FigureKey: Hashable {
    /// All days together.
    static let allTime: Int64 = -1

    let figure: Figure
    /// Days since 1970 in UTC.
    let day: Int64
    let bucket: Int64
}

struct FigureSum: Equatable {
    var entries: Int64 = 0
    var total: Int64 = 0

    static func + (a: FigureSum, b: FigureSum) -> FigureSum {
        FigureSum(entries: a.entries + b.entries, total: a.total + b.total)
    }
}

/// A row of created_counts.
struct CreatedKey: Hashable {
    /// The codes of created_counts.dimension.
    enum Dimension: Int64 { case status = 1, category, priority, channel, assignee }

    let day: Int64
    let dimension: Dimension
    let value: Int64
}

/// Differences to the kept figures, gathered by the jobs of a group and written once at its end.
struct FigureChanges: Equatable {
    private(set) var figures: [FigureKey: FigureSum] = [:]
    private(set) var created: [CreatedKey: Int64] = [:]

    /// A ticket came, or (with -1) is taken out as if it had never been.
    mutating func add(_ ticket: Ticket, _ times: Int64) {
        count(ticket, times)
        add(.unsolved, at: ticket.createdAt, times)
        outcomes(of: ticket, times)
    }

    mutating func replace(_ before: Ticket, with after: Ticket) {
        if CountKey(before) != CountKey(after) {
            count(before, -1)
            count(after, 1)
        }
        if before.firstResponseAt != after.firstResponseAt
            || before.verdict.firstResponseAt != after.verdict.firstResponseAt || before.rating != after.rating
            || before.ratedAt != after.ratedAt
        {
            outcomes(of: before, -1)
            outcomes(of: after, 1)
        }
    }

    /// The status of a ticket was changed.
    mutating func move(from: Status, to: Status, openedAt: Instant, at instant: Instant, _ times: Int64) {
        if from.isUnsolved, !to.isUnsolved {
            add(.unsolved, at: instant, -times)
            add(.resolution, from: openedAt, to: instant, times)
        } else if !from.isUnsolved, to.isUnsolved {
            add(.unsolved, at: instant, times)
            add(.reopened, at: instant, times)
        }
    }

    /// The moves of the status among `events`, which came at `instant` unless they say otherwise.
    mutating func moves(_ events: [EventDraft], openedAt: Instant, at instant: Instant) {
        for event in events where event.kind == .statusChange || event.kind == .reopen || event.kind == .close {
            guard let from = event.from.flatMap(Status.init(rawValue:)),
                let to = event.to.flatMap(Status.init(rawValue:))
            else { continue }
            move(from: from, to: to, openedAt: openedAt, at: event.at ?? instant, 1)
        }
    }

    mutating func append(_ other: FigureChanges) {
        figures.merge(other.figures) { $0 + $1 }
        created.merge(other.created) { $0 + $1 }
    }

    /// The rows of created_counts with those of all days together.
    var createdRows: [CreatedKey: Int64] {
        var rows = created
        for (key, tickets) in created {
            rows[CreatedKey(day: FigureKey.allTime, dimension: key.dimension, value: key.value), default: 0] += tickets
        }
        return rows.filter { $0.value != 0 }
    }

    /// Without what adds up to nothing.
    var lasting: FigureChanges {
        var lasting = FigureChanges()
        lasting.figures = figures.filter { $0.value != FigureSum() }
        lasting.created = created.filter { $0.value != 0 }
        return lasting
    }

    mutating func set(_ key: FigureKey, _ sum: FigureSum) { figures[key] = sum }
    mutating func set(_ key: CreatedKey, _ tickets: Int64) { created[key] = tickets }

    private mutating func count(_ ticket: Ticket, _ times: Int64) {
        let day = DaySpanKey.day(of: ticket.createdAt)
        let channel = Int64(ticket.channel.ordinal)
        let values: [(CreatedKey.Dimension, Int64)] = [
            (.status, ticket.status.code), (.category, ticket.category.rawValue), (.priority, ticket.priority.rawValue),
            (.channel, channel), (.assignee, ticket.assignee?.rawValue ?? 0),
        ]
        for (dimension, value) in values {
            created[CreatedKey(day: day, dimension: dimension, value: value), default: 0] += times
        }
    }

    private mutating func outcomes(of ticket: Ticket, _ times: Int64) {
        if let at = ticket.firstResponseAt { add(.firstResponse, from: ticket.createdAt, to: at, times) }
        if let at = ticket.verdict.firstResponseAt { add(.assistantResponse, from: ticket.createdAt, to: at, times) }
        if let at = ticket.ratedAt, let rating = ticket.rating {
            add(.rating, at: at, bucket: rating, value: rating, times)
        }
    }

    private mutating func add(_ figure: Figure, from opened: Instant, to instant: Instant, _ times: Int64) {
        let duration = max(0, instant.milliseconds - opened.milliseconds)
        add(figure, at: instant, bucket: DurationBuckets.bucket(of: duration), value: duration, times)
    }

    private mutating func add(
        _ figure: Figure, at instant: Instant, bucket: Int64 = 0, value: Int64 = 0, _ times: Int64
    ) {
        let sum = FigureSum(entries: times, total: value * times)
        let day = DaySpanKey.day(of: instant)
        figures[FigureKey(figure: figure, day: day, bucket: bucket), default: FigureSum()] =
            figures[FigureKey(figure: figure, day: day, bucket: bucket), default: FigureSum()] + sum
        // How many are unsolved now is counted anyway.
        guard figure != .unsolved else { return }
        let all = FigureKey(figure: figure, day: FigureKey.allTime, bucket: bucket)
        figures[all] = figures[all, default: FigureSum()] + sum
    }
}
