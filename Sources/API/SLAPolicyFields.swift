import Domain
import JSON
import Service

/// What the nested fields of a policy look like from outside.
enum PolicySchema {
    private static let seconds = Schema.integer(SLATargets.range)

    static let match = Schema.object(
        [],
        optional: [
            ("category", .strings), ("channel", .array(of: Words.channel)), ("priority", .array(of: Words.priority)),
        ])
    static let targets = Schema.object(
        [], optional: Priority.allCases.map { ($0.word, target.orNull) })
    private static let target = Schema.object(
        [("first_response", seconds), ("resolution", seconds)], optional: [("next_response", seconds.orNull)])
}

/// Fields that are objects of their own: each fault is named by its path, `targets.high.resolution`.
extension Field {
    /// A member of the body that is read as a whole; nil when it is absent or null.
    fileprivate static func object<Object>(
        _ name: String, _ schema: Schema, isRequired: Bool,
        _ read: @escaping @Sendable (JSONValue, InputSource) -> Object?
    ) -> Field<Object?> {
        let description = FieldDescription(
            place: .body, name: name, aliases: [], schema: isRequired ? schema : schema.orNull, isRequired: isRequired)
        return Field<Object?>(
            of: { source in
                guard case .json(let json) = source.find(description).found, json != .null else {
                    if isRequired { source.refuse(name, "is required") }
                    return isRequired ? nil : .some(nil)
                }
                return read(json, source).map { .some($0) }
            }, [description])
    }
}

extension Field where Value == SLAPolicyValues.Match? {
    /// `{"category": [...], "channel": [...], "priority": [...]}`; a list that is left out is no condition.
    static var policyMatch: Field {
        object("match", PolicySchema.match, isRequired: false) { json, source in
            guard case .object(let members) = json else {
                source.refuse("match", "must be an object")
                return nil
            }
            var (categories, channels, priorities): ([String], [Channel], [Priority]) = ([], [], [])
            var isGood = true
            for member in members {
                let path = "match.\(member.key)"
                switch member.key {
                case "category":
                    decode(member.value, .list(.line(1...64), most: 100), path, source, &isGood) { categories = $0 }
                case "channel":
                    let kind = Kind<Channel>.word(Channel.allCases.map(\.rawValue)) { Channel(word: $0) }
                    decode(member.value, .list(kind, most: 100), path, source, &isGood) { channels = $0 }
                case "priority":
                    let kind = Kind<Priority>.word(Priority.allCases.map(\.word)) { Priority(word: $0) }
                    decode(member.value, .list(kind, most: 100), path, source, &isGood) { priorities = $0 }
                default:
                    source.refuse(path, "is not a known field")
                    isGood = false
                }
            }
            return isGood
                ? SLAPolicyValues.Match(categories: categories, channels: channels, priorities: priorities) : nil
        }
    }
}

extension Field where Value == [Priority: SLATargets?]? {
    /// `{"high": {"first_response": 3600, "next_response": null, "resolution": 86400}, ...}`; null takes a priority away.
    static func targets(isRequired: Bool) -> Field {
        object("targets", PolicySchema.targets, isRequired: isRequired) { json, source in
            guard case .object(let members) = json else {
                source.refuse("targets", "must be an object of priorities")
                return nil
            }
            var targets: [Priority: SLATargets?] = [:]
            var isGood = true
            for member in members {
                let path = "targets.\(member.key)"
                guard let priority = Priority(word: member.key) else {
                    let words = Priority.allCases.map(\.word).joined(separator: ", ")
                    source.refuse(path, "is not a priority; these are \(words)")
                    isGood = false
                    continue
                }
                guard targets[priority] == nil else {
                    source.refuse(path, "is the same priority as another")
                    isGood = false
                    continue
                }
                if member.value == .null {
                    targets[priority] = .some(nil)
                } else if let target = target(member.value, path, source) {
                    targets[priority] = target
                } else {
                    isGood = false
                }
            }
            if isGood, isRequired, !targets.values.contains(where: { $0 != nil }) {
                source.refuse("targets", "must have at least one priority")
                isGood = false
            }
            return isGood ? targets : nil
        }
    }

    private static func target(_ json: JSONValue, _ path: String, _ source: InputSource) -> SLATargets? {
        guard case .object(let members) = json else {
            source.refuse(path, "must be an object with first_response and resolution, in seconds")
            return nil
        }
        var isGood = true
        var values: [String: Int64] = [:]
        for name in ["first_response", "next_response", "resolution"] {
            guard let value = json[name], value != .null else {
                if name != "next_response" {
                    source.refuse("\(path).\(name)", "is required")
                    isGood = false
                }
                continue
            }
            decode(value, .integer(SLATargets.range), "\(path).\(name)", source, &isGood) { values[name] = $0 }
        }
        for member in members where !["first_response", "next_response", "resolution"].contains(member.key) {
            source.refuse("\(path).\(member.key)", "is not a known field")
            isGood = false
        }
        guard isGood, let first = values["first_response"], let resolution = values["resolution"] else { return nil }
        return SLATargets(firstResponse: first, nextResponse: values["next_response"], resolution: resolution)
    }
}

/// Reads a value of an object's member; a fault is noted under `path`.
private func decode<Value: Sendable>(
    _ json: JSONValue, _ kind: Kind<Value>, _ path: String, _ source: InputSource, _ isGood: inout Bool,
    _ take: (Value) -> Void
) {
    do throws(Refusal) {
        take(try kind.fromJSON(json))
    } catch {
        source.refuse(path, error.message)
        isGood = false
    }
}

extension Field where Value == WeeklyHours? {
    /// `{"mon": [["09:00", "12:00"], ["13:00", "17:00"]], ...}`; a day that is left out has no hours.
    static func weeklyHours(isRequired: Bool) -> Field {

        let days = WeeklyHours.Weekday.allCases.map { ($0.rawValue, Schema.array(of: .strings)) }
        return object("intervals", .object([], optional: days), isRequired: isRequired) { json, source in
            guard case .object(let members) = json else {
                source.refuse("intervals", "must be an object of weekdays")
                return nil
            }
            var hours: [WeeklyHours.Weekday: [WeeklyHours.Interval]] = [:]
            var isGood = true
            for member in members {
                let path = "intervals.\(member.key)"
                guard let day = WeeklyHours.Weekday(rawValue: member.key) else {
                    source.refuse(path, "is not a weekday; these are mon, tue, wed, thu, fri, sat, sun")
                    isGood = false
                    continue
                }
                do throws(Refusal) {
                    hours[day] = try intervals(member.value)
                } catch {
                    source.refuse(path, error.message)
                    isGood = false
                }
            }
            return isGood ? WeeklyHours { hours[$0] } : nil
        }
    }

    /// More than one an hour is a mistake.
    private static var mostIntervals: Int { 24 }

    private static func intervals(_ json: JSONValue) throws(Refusal) -> [WeeklyHours.Interval] {
        guard case .array(let pairs) = json, pairs.count <= mostIntervals else {
            throw Refusal("must be a list of at most \(mostIntervals) pairs of times")
        }
        var intervals: [WeeklyHours.Interval] = []
        for pair in pairs {
            guard case .array(let times) = pair, times.count == 2, let start = times[0].string,
                let end = times[1].string, let interval = WeeklyHours.Interval(start: start, end: end)
            else { throw Refusal("must be a list of pairs of times, such as [\"09:00\", \"17:00\"]") }
            intervals.append(interval)
        }
        if let fault = WeeklyHours.fault(in: intervals) { throw Refusal(fault) }
        return intervals
    }
}
