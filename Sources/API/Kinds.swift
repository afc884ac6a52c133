import Domain
import JSON

/// Kinds made of other kinds.
extension Kind {
    /// The id of a row.
    package static func id<Entity>(of _: Entity.Type) -> Kind where Value == ID<Entity> {
        Kind<Int64>.integer(1...Int64.max).map { number throws(Refusal) in ID<Entity>(number) }
    }

    /// One of several words; `read` knows the aliases and what case means.
    package static func word(_ words: [String], _ read: @escaping @Sendable (String) -> Value?) -> Kind {
        Kind(.words(words)) { text throws(Refusal) in
            guard let value = read(Text.trimmed(text)) else {
                throw Refusal("must be one of \(words.joined(separator: ", "))")
            }
            return value
        }
    }

    /// A list of values, `least` to `most` of them. As text: separated by commas.
    package static func list<Element: Sendable>(
        _ kind: Kind<Element>, least: Int = 0, most: Int
    ) -> Kind where Value == [Element] {
        Kind(
            .array(of: kind.schema, least: least, most: most),
            json: { json throws(Refusal) in
                guard case .array(let elements) = json else { throw Refusal("must be a list") }
                guard elements.count <= most else { throw Refusal("must have at most \(most) elements") }
                guard elements.count >= least else { throw Refusal("must have at least \(least) elements") }
                var values: [Element] = []
                values.reserveCapacity(elements.count)
                for (index, element) in elements.enumerated() {
                    do throws(Refusal) {
                        values.append(try kind.fromJSON(element))
                    } catch {
                        throw Refusal("element \(index + 1) \(error.message)")
                    }
                }
                return values
            },
            text: { text throws(Refusal) in try separated(text, kind, most) })
    }

    /// "Commas mean or": `open,new` in a query. At least one value.
    package static func anyOf<Element: Sendable>(_ kind: Kind<Element>, most: Int = 50) -> Kind
    where Value == [Element] {
        Kind(.array(of: kind.schema, least: 1, most: most)) { text throws(Refusal) in try separated(text, kind, most) }
    }

    /// Pairs of names and values, at most `most`.
    package static func stringMap(
        most: Int, names: @escaping @Sendable (String) -> Bool, lengths: ClosedRange<Int>
    ) -> Kind where Value == [String: String] {
        let value = Kind<String>.line(lengths)
        return Kind(
            .map(of: value.schema),
            json: { json throws(Refusal) in
                guard case .object(let members) = json else { throw Refusal("must be an object of strings") }
                guard members.count <= most else { throw Refusal("must have at most \(most) members") }
                var map: [String: String] = [:]
                for member in members {
                    guard names(member.key) else {
                        throw Refusal("has a member whose name is not 1 to 64 of A-Z a-z 0-9 _ . -")
                    }
                    do throws(Refusal) {
                        map[member.key] = try value.fromJSON(member.value)
                    } catch {
                        throw Refusal("member \(member.key) \(error.message)")
                    }
                }
                return map
            },
            text: { _ throws(Refusal) in throw Refusal("must be an object of strings") })
    }

    private static func separated<Element>(
        _ text: String, _ kind: Kind<Element>, _ most: Int
    ) throws(Refusal) -> [Element] where Value == [Element] {
        var values: [Element] = []
        for part in text.split(separator: ",", omittingEmptySubsequences: false) {
            guard values.count < most else { throw Refusal("must have at most \(most) values") }
            values.append(try kind.fromText(String(part)))
        }
        return values
    }
}

extension Kind where Value == [String: String] {
    /// A ticket's references: at most 20 of "order_id": "A-17".
    package static var references: Kind { .stringMap(most: 20, names: isReferenceName, lengths: 1...500) }
}

/// Whether `name` may name a reference: 1 to 64 of `A-Za-z0-9_.-`.
package func isReferenceName(_ name: String) -> Bool {
    (1...64).contains(name.utf8.count)
        && name.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: "-"):
                true
            default: false
            }
        }
}
