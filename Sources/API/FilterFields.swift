import Domain
import JSON
import Store

/// Fields of lists that are several parameters, or are read more kindly than the same values in a body.
extension Field where Value == TicketFilter.TimeRange {
    /// `created_at_after` and `created_at_before`: from the one on, up to but without the other.
    static func times(_ name: String) -> Field {
        let after = Field<Instant>.query(name + "_after", .time).optional
        let before = Field<Instant>.query(name + "_before", .time).optional
        return Field(
            of: { source in
                let (from, before) = (after.read(source), before.read(source))
                guard let from, let before else { return nil }
                return TicketFilter.TimeRange(from: from, before: before)
            }, after.descriptions + before.descriptions)
    }
}

extension Field where Value == [TicketFilter.ReferenceFilter] {
    private static var prefix: String { "reference." }
    /// Names that `openapi.json` lists; any other is taken as well.
    private static var usual: [String] { ["conversation_id", "client_id", "order_id", "site_id", "student_id"] }

    /// `reference.order_id=A-17,A-18` and so on for every name that a reference can have.
    static var references: Field {
        let values = Kind<[String]>.anyOf(.line(1...500))
        let descriptions = usual.map { name in
            FieldDescription(
                place: .query, name: prefix + name, aliases: [], schema: values.schema, isRequired: false)
        }
        return Field(
            of: { source in
                var filters: [TicketFilter.ReferenceFilter] = []
                var isWell = true
                for parameter in source.parameters(beginningWith: prefix) {
                    let name = String(parameter.name.dropFirst(prefix.count))
                    // Left to be refused as a parameter that nobody knows.
                    guard isReferenceName(name) else { continue }
                    source.know(parameter.name)
                    do throws(Refusal) {
                        filters.append(.init(name, try values.fromText(parameter.value)))
                    } catch {
                        source.refuse(parameter.name, error.message)
                        isWell = false
                    }
                }
                return isWell ? filters : nil
            }, descriptions)
    }
}

extension Field where Value == SearchWords? {
    /// `q`; blank is left out.
    static var searchWords: Field {
        let text = Field<String>.query("q", .text(0...Search.longest)).optional
        return Field(
            of: { source in text.read(source).map { $0.flatMap(SearchWords.init) } }, text.descriptions)
    }
}

/// What bounds a search.
enum Search {
    /// In Unicode scalars; far more than is looked for, so that a pasted text is no error.
    static let longest = 20_000
}

extension Kind where Value == String {
    /// An address to look for: what nobody can have is no error, it finds nothing.
    static var knownAddress: Kind {
        Kind<String>.line(1...EmailAddress.longest).map { text throws(Refusal) in text.lowercased() }
    }

    /// A telephone number to look for. In a query a plus sign that was not encoded arrives as a blank, so digits alone
    /// are taken for a number with its country code.
    static var knownPhone: Kind {
        Kind(.text(1...32)) { text throws(Refusal) in
            let trimmed = Text.trimmed(text)
            guard let number = PhoneNumber.normalized(trimmed) ?? PhoneNumber.normalized("+" + trimmed) else {
                throw Refusal("must be a telephone number with its country code, such as +14155550123")
            }
            return number
        }
    }
}
