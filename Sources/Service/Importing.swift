import Classifier
import Domain
import JSON
import Store

/// Reads the rows of an import file and makes tickets of them, each row once.
///
/// A row is a JSON object `{"id", "subject", "description", "category", "priority"}`; other keys are ignored. An empty
/// subject is made from the description's first words, an empty description is the subject. `id` is kept as
/// `references.import_id`, and a row whose id is there already is passed over.
package struct Importing: Sendable {
    /// How many words of a description make a subject, and how many scalars at the most.
    private static let subjectWords = 10
    private static let longestMadeSubject = 80
    package static let subjectLength = 3...200
    package static let longestDescription = 20_000

    /// A line that can be imported.
    package struct Row: Sendable {
        package let importID: String
        let draft: TicketDraft
        let assessment: Assessment
    }

    /// What became of a row.
    package enum Fate: Sendable {
        case imported
        case alreadyThere
        case refused(String)
    }

    private let opening: Opening

    package init(opening: Opening) { self.opening = opening }

    /// Reads one line; needs no database.
    ///
    /// - Parameter assessor: of a moment ago; what has changed since is noticed when the row is written.
    /// - Throws: why the line cannot be imported, in words for the person who imports.
    package func row(
        _ line: some Collection<UInt8>, assessor: Assessor
    ) throws(RefusedRow) -> Row {
        let json: JSONValue
        do throws(JSONError) { json = try JSONReader.read(line) } catch {
            throw RefusedRow("is not JSON: \(error.reason)")
        }
        guard case .object = json else { throw RefusedRow("is not a JSON object") }
        let id: String
        switch json["id"] {
        case .string(let text)? where !Text.trimmed(text).isEmpty: id = Text.trimmed(text)
        case .integer(let number)?: id = String(number)
        default: throw RefusedRow("has no id")
        }
        guard id.unicodeScalars.count <= 500, !Text.hasForbiddenControls(id) else {
            throw RefusedRow("has an id that is longer than 500 characters or has control characters")
        }
        var subject = try text("subject", in: json)
        var description = try text("description", in: json)
        guard !subject.isEmpty || !description.isEmpty else {
            throw RefusedRow("has neither a subject nor a description")
        }
        if description.isEmpty { description = subject }
        if subject.isEmpty { subject = Importing.subject(from: description) }
        if subject.unicodeScalars.count < Importing.subjectLength.lowerBound { subject = "Message: \(subject)" }
        guard subject.unicodeScalars.count <= Importing.subjectLength.upperBound else {
            throw RefusedRow("has a subject longer than 200 characters")
        }
        guard description.unicodeScalars.count <= Importing.longestDescription else {
            throw RefusedRow("has a description longer than 20,000 characters")
        }
        var draft = TicketDraft(
            subject: subject.split(whereSeparator: \.isNewline).joined(separator: " "), description: description,
            channel: .api)
        let category = try text("category", in: json)
        if !category.isEmpty { draft.category = category }
        let priority = try text("priority", in: json)
        if !priority.isEmpty {
            guard let known = Priority(word: priority) else {
                throw RefusedRow("has the unknown priority \"\(Text.prefix(priority, 40))\"")
            }
            draft.priority = known
        }
        draft.references = [Ticket.Reference(References.importID, id)]
        var assessment = assessor.assess(subject: draft.subject, description: draft.description)
        assessment.isHistory = true
        return Row(importID: id, draft: draft, assessment: assessment)
    }

    /// Makes tickets of `rows` for `customer`, in their order.
    package func write(_ rows: [Row], for customer: Customer, in tx: Writing) throws(Failure) -> [Fate] {
        var fates: [Fate] = []
        for row in rows {
            if try tx.ticketID(reference: References.importID, row.importID) != nil {
                fates.append(.alreadyThere)
                continue
            }
            if let word = row.draft.category {
                guard let category = try tx.category(word: word), category.isActive else {
                    fates.append(.refused("has the unknown category \"\(Text.prefix(word, 40))\""))
                    continue
                }
            }
            _ = try opening.open(row.draft, row.assessment, for: customer, in: tx)
            fates.append(.imported)
        }
        return fates
    }

    /// The customer whose tickets imported rows become when nobody is named.
    package func defaultCustomer(in tx: Writing) throws(Failure) -> Customer {
        try customer(email: "import@localhost", name: "Imported", in: tx)
    }

    /// The customer with that address, made when there is none.
    ///
    /// - Throws: `.validation` for an address of staff.
    package func customer(email: String, name: String, in tx: Writing) throws(Failure) -> Customer {
        let contact: Contact
        if let found = try tx.contact(email: email) {
            contact = found
        } else {
            contact = try tx.insertContact(name: name, email: email, phone: nil)
        }
        guard contact.role == .customer else { throw .field("customer", "is the address of a member of staff") }
        return Customer(
            id: contact.id, email: contact.email, name: contact.name, isVerified: contact.isVerified,
            phone: contact.phone)
    }

    private func text(_ key: String, in json: JSONValue) throws(RefusedRow) -> String {
        switch json[key] {
        case nil, .null?: return ""
        case .string(let text)?:
            guard !Text.hasForbiddenControls(text) else { throw RefusedRow("has control characters in its \(key)") }
            return Text.trimmed(text)
        case .bool?, .integer?, .double?, .array?, .object?: throw RefusedRow("has a \(key) that is not text")
        }
    }

    /// The first words of a description, on one line.
    package static func subject(from description: String) -> String {
        let words = description.split(whereSeparator: \.isWhitespace)
        let first = words.prefix(subjectWords).joined(separator: " ")
        let cut = Text.prefix(first, longestMadeSubject)
        return Text.trimmed(cut) + (cut.utf8.count < first.utf8.count || words.count > subjectWords ? "…" : "")
    }
}

/// Why a row cannot be imported; reads on after "line 17".
package struct RefusedRow: Error, Sendable, Equatable {
    package let reason: String

    package init(_ reason: String) { self.reason = reason }
}
