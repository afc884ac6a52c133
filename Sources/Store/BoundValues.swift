import Domain
import SQLite

/// The values of a statement that is put together, bound in the order of their places in it.
struct BoundValues {
    private(set) var values: [SQLValue] = []

    /// The usual places, made once: a list of eight statuses has some thirty.
    private static let places = (1...64).map { "$\($0)" }

    /// Binds a value and gives its place.
    mutating func bind(_ value: SQLValue) -> String {
        values.append(value)
        let count = values.count
        return count <= BoundValues.places.count ? BoundValues.places[count - 1] : "$\(count)"
    }

    mutating func bind(_ instant: Instant) -> String { bind(.integer(instant.milliseconds)) }

    /// The condition that `column` is one of `alternatives`.
    mutating func any(_ column: String, _ alternatives: [SQLValue]) -> String {
        if alternatives.count == 1 { return "\(column) = \(bind(alternatives[0]))" }
        return "\(column) IN (\(alternatives.map { bind($0) }.joined(separator: ", ")))"
    }

    /// The conditions that `column` is in `range`.
    mutating func range(_ column: String, _ range: TicketFilter.TimeRange) -> [String] {
        var conditions: [String] = []
        if let from = range.from { conditions.append("\(column) >= \(bind(from))") }
        if let before = range.before { conditions.append("\(column) < \(bind(before))") }
        return conditions
    }
}
