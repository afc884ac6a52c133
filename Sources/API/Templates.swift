import Classifier
import Domain
import Service
import Store

/// Templates: all of staff reads and writes them.
package struct TemplateRoutes: Sendable {
    let templates = TemplateService()

    package init() {}

    package var endpoints: [Endpoint] {
        [
            .read(.get, "/admin/templates", .agent) { (_, input: TemplateListInput, tx) throws(Failure) in
                try page(input, in: tx)
            }.summed("Templates, the newest first"),

            .write(.post, "/admin/templates", .agent, creates: true) {
                (agent, input: NewTemplateInput, tx) throws(Failure) in
                let template = try templates.create(input.values, by: agent, in: tx)
                return Answer(TemplateShape(template), location: "/api/v1/admin/templates/\(template.id)")
            }.summed("Add a template"),

            .read(.get, "/admin/templates/{id}", .agent) { (_, input: TemplatePath, tx) throws(Failure) in
                Answer(TemplateShape(try templates.find(input.id, in: tx)))
            }.summed("A template"),

            .write(.put, "/admin/templates/{id}", .agent) {
                (agent, input: TemplateChangesInput, tx) throws(Failure) in
                Answer(TemplateShape(try templates.change(input.id, input.values, by: agent, in: tx)))
            }.summed("Change the fields given"),

            .write(.patch, "/admin/templates/{id}", .agent) {
                (agent, input: TemplateChangesInput, tx) throws(Failure) in
                Answer(TemplateShape(try templates.change(input.id, input.values, by: agent, in: tx)))
            }.summed("Change the fields given"),

            .write(.delete, "/admin/templates/{id}", .agent) { (agent, input: TemplatePath, tx) throws(Failure) in
                try templates.delete(input.id, by: agent, in: tx)
                return Answer<NoBody>.noContent
            }.summed("Delete a template; answers that were made of it stay"),
        ]
    }

    private func page(_ input: TemplateListInput, in tx: Reading) throws(Failure) -> ItemList<TemplateShape> {
        let category = try input.category.map { word throws(Failure) in
            guard let category = try tx.category(word: word) else {
                throw .field("category", try Categories.unknown(in: tx))
            }
            return category.id
        }
        let page = input.page
        let found = try tx.templates(of: category, before: page.after?.id, limit: page.limit + 1)
        let (rows, cursor) = page.cut(found) { ListPosition(key: nil, id: $0.id.rawValue) }
        let total = page.isCounted ? try tx.templateCount(of: category) : nil
        return ItemList(rows.map(TemplateShape.init), nextCursor: cursor, total: total)
    }
}

extension Kind where Value == String {
    /// Text whose variables all are known.
    static var templateBody: Kind {
        Kind<String>.text(Lengths.body).map { text throws(Refusal) in
            let unknown = TemplateText(text).unknownNames
            guard unknown.isEmpty else {
                let known = TemplateVariable.allCases.map { "{{\($0.rawValue)}}" }.joined(separator: ", ")
                let named = unknown.map { "{{\($0)}}" }.joined(separator: ", ")
                throw Refusal(
                    "has the unknown \(unknown.count == 1 ? "variable" : "variables") \(named); known are \(known)")
            }
            return text
        }
    }

    /// A word to look for in a message, or its beginning and a star.
    static var matchWord: Kind {
        Kind<String>.line(1...64).map { text throws(Refusal) in
            guard WordPattern(text) != nil else {
                throw Refusal("must be a word, or the beginning of one (3 letters or more) with * behind it")
            }
            return text
        }
    }
}

extension Field where Value == StaffText {
    /// `body` and `template_id`, of which at least one has to be given.
    static var staffText: Field {
        let body = Field<String>.body("body", aliases: ["message"], .text(Lengths.body)).optional
        let template = Field<ID<Template>>.body("template_id", .id(of: Template.self)).optional
        return Field(
            of: { source in
                guard let body = body.read(source), let template = template.read(source) else { return nil }
                if let body { return .typed(body, from: template) }
                if let template { return .template(template) }
                source.refuse("body", "is required without template_id")
                return nil
            }, body.descriptions + template.descriptions)
    }
}

struct TemplatePath: Input {
    let id: ID<Template>

    static let form = Form(Field<ID<Template>>.path("id", .id(of: Template.self))) { TemplatePath(id: $0) }
}

struct TemplateListInput: Input {
    let category: String?
    let page: PageRequest

    static let form = Form(Field<String>.query("category", .line(Lengths.category)).optional, Field<PageRequest>.page) {
        TemplateListInput(category: $0, page: $1)
    }
}

/// The most words that a template may ask for.
private let mostMatchWords = 20

struct NewTemplateInput: Input {
    let values: TemplateValues

    static let form = Form(
        Field<String>.body("name", .line(1...100)), Field<String>.body("body", .templateBody),
        Field<String>.body("category", .line(Lengths.category)).optional,
        Field<Bool>.body("auto_answer", .boolean).defaulting(false),
        Field<[String]>.body("match", .list(.matchWord, most: mostMatchWords)).defaulting([])
    ) { name, body, category, answersAlone, match in
        var values = TemplateValues()
        values.name = name
        values.body = body
        values.category = category.map { .word($0) }
        values.answersAlone = answersAlone
        values.match = match
        return NewTemplateInput(values: values)
    }
}

struct TemplateChangesInput: Input {
    let id: ID<Template>
    let values: TemplateValues

    static let form = Form(
        Field<ID<Template>>.path("id", .id(of: Template.self)), Field<String>.body("name", .line(1...100)).optional,
        Field<String>.body("body", .templateBody).optional,
        Field<String>.body("category", .line(Lengths.category)).change,
        Field<Bool>.body("auto_answer", .boolean).optional,
        Field<[String]>.body("match", .list(.matchWord, most: mostMatchWords)).optional
    ) { id, name, body, category, answersAlone, match in
        var values = TemplateValues()
        values.name = name
        values.body = body
        switch category {
        case .absent: break
        case .null: values.category = .every
        case .set(let word): values.category = .word(word)
        }
        values.answersAlone = answersAlone
        values.match = match
        return TemplateChangesInput(id: id, values: values)
    }
}

struct TemplateShape: MemberList {
    let template: Template

    init(_ template: Template) { self.template = template }

    static let name = "Template"
    static let members: [Member<TemplateShape>] = [
        .id("id") { $0.template.id.rawValue },
        .text("name") { $0.template.name },
        .text("body") { $0.template.body },
        .optionalText("category") { $0.template.categorySlug },
        .flag("auto_answer") { $0.template.answersAlone },
        .texts("match") { $0.template.match },
        .count("usage_count") { $0.template.usageCount },
        .time("created_at") { $0.template.createdAt },
        .time("updated_at") { $0.template.updatedAt },
    ]
}
