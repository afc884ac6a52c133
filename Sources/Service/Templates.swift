import Domain
import JSON
import Store

/// What a template is to be; nil leaves a field as it is.
package struct TemplateValues: Sendable {
    package enum CategoryChoice: Sendable {
        case every
        /// A slug or alias.
        case word(String)
    }

    package var name: String?
    package var body: String?
    package var category: CategoryChoice?
    package var answersAlone: Bool?
    package var match: [String]?

    package init() {}
}

/// The text of a staff message: typed, or a template's.
package enum StaffText: Sendable {
    case typed(String, from: ID<Template>?)
    case template(ID<Template>)

    /// The template that is used up by sending it.
    package var template: ID<Template>? {
        switch self {
        case .typed(_, let template): template
        case .template(let template): template
        }
    }
}

/// Edits templates and makes answers of them.
package struct TemplateService: Sendable {
    private let tickets = TicketService()

    package init() {}

    /// - Throws: `.notFound`.
    package func find(_ id: ID<Template>, in tx: Reading) throws(Failure) -> Template {
        guard let template = try tx.template(id) else { throw .notFound }
        return template
    }

    /// - Throws: `.validation` for a category that is not there.
    package func create(_ values: TemplateValues, by agent: Agent, in tx: Writing) throws(Failure) -> Template {
        let draft = Template(
            id: ID(0), name: values.name ?? "", body: values.body ?? "",
            category: try category(values.category ?? .every, in: tx), categorySlug: nil,
            answersAlone: values.answersAlone ?? false, match: values.match ?? [], usageCount: 0, createdAt: tx.now,
            updatedAt: tx.now)
        let template = try tx.insert(draft)
        try audit("template.created", template, by: agent, in: tx)
        return template
    }

    /// - Throws: `.notFound`; `.validation` for a category that is not there.
    package func change(
        _ id: ID<Template>, _ values: TemplateValues, by agent: Agent, in tx: Writing
    ) throws(Failure) -> Template {
        var template = try find(id, in: tx)
        template.name = values.name ?? template.name
        template.body = values.body ?? template.body
        if let choice = values.category { template.category = try category(choice, in: tx) }
        template.answersAlone = values.answersAlone ?? template.answersAlone
        template.match = values.match ?? template.match
        template.updatedAt = tx.now
        try tx.save(template)
        try audit("template.changed", template, by: agent, in: tx)
        return try find(id, in: tx)
    }

    /// - Throws: `.notFound`.
    package func delete(_ id: ID<Template>, by agent: Agent, in tx: Writing) throws(Failure) {
        let template = try find(id, in: tx)
        try tx.delete(template)
        try audit("template.deleted", template, by: agent, in: tx)
    }

    /// What is sent for `text`: as it was typed, or the template's body for this ticket.
    ///
    /// - Throws: `.validation` for a template that is not there, `.notFound` for such a ticket.
    package func body(
        of text: StaffText, on reference: TicketReference, by agent: Agent, in tx: Reading
    ) throws(Failure) -> String {
        guard let id = text.template else {
            if case .typed(let body, _) = text { return body }
            return ""
        }
        guard let template = try tx.template(id) else {
            throw .field("template_id", "must be the id of a template")
        }
        if case .typed(let body, _) = text { return body }
        let record = try tickets.record(reference, in: tx)
        return template.text(
            customer: record.customerName, ticket: record.ticket.number.text, agent: agent.name,
            subject: record.ticket.subject)
    }

    private func category(
        _ choice: TemplateValues.CategoryChoice, in tx: Reading
    ) throws(Failure) -> ID<Category>? {
        guard case .word(let word) = choice else { return nil }
        guard let category = try tx.category(word: word) else {
            throw .field("category", try Categories.unknown(in: tx))
        }
        return category.id
    }

    private func audit(_ action: String, _ template: Template, by agent: Agent, in tx: Writing) throws(Failure) {
        var details = JSONWriter(reserving: 128)
        details.object {
            $0.member("name", template.name)
            $0.member("auto_answer", template.answersAlone)
        }
        try tx.audit(
            action: action, subject: "template \(template.id)",
            details: String(decoding: details.bytes, as: UTF8.self), by: .staff(agent))
    }
}
