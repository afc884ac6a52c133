import Domain
import SQLite

extension Reading {
    /// All templates; some dozens.
    package func templates() throws(Failure) -> [Template] {
        try all(
            """
            SELECT t.id, t.name, t.body, t.category_id, c.slug, t.auto_answer, t.match_words, t.usage_count,
                t.created_at, t.updated_at
            FROM templates AS t LEFT JOIN categories AS c ON c.id = t.category_id
            ORDER BY t.id
            """, [], Template.init(row:))
    }

    package func template(_ id: ID<Template>) throws(Failure) -> Template? {
        try first(
            """
            SELECT t.id, t.name, t.body, t.category_id, c.slug, t.auto_answer, t.match_words, t.usage_count,
                t.created_at, t.updated_at
            FROM templates AS t LEFT JOIN categories AS c ON c.id = t.category_id
            WHERE t.id = $1
            """, [.integer(id.rawValue)], Template.init(row:))
    }

    /// The next `limit` templates before the one with the id `before`, the newest first.
    package func templates(
        of category: ID<Category>?, before: Int64?, limit: Int
    ) throws(Failure) -> [Template] {
        let before = SQLValue.integer(before ?? Int64.max)
        guard let category else {
            return try all(
                """
                SELECT t.id, t.name, t.body, t.category_id, c.slug, t.auto_answer, t.match_words, t.usage_count,
                    t.created_at, t.updated_at
                FROM templates AS t LEFT JOIN categories AS c ON c.id = t.category_id
                WHERE t.id < $1
                ORDER BY t.id DESC
                LIMIT $2
                """, [before, .integer(Int64(limit))], Template.init(row:))
        }
        return try all(
            """
            SELECT t.id, t.name, t.body, t.category_id, c.slug, t.auto_answer, t.match_words, t.usage_count,
                t.created_at, t.updated_at
            FROM templates AS t JOIN categories AS c ON c.id = t.category_id
            WHERE t.category_id = $1 AND t.id < $2
            ORDER BY t.id DESC
            LIMIT $3
            """, [.integer(category.rawValue), before, .integer(Int64(limit))], Template.init(row:))
    }

    package func templateCount(of category: ID<Category>?) throws(Failure) -> Int64 {
        guard let category else { return try first("SELECT count(*) FROM templates") { $0.integer(0) } ?? 0 }
        return try first("SELECT count(*) FROM templates WHERE category_id = $1", [.integer(category.rawValue)]) {
            $0.integer(0)
        } ?? 0
    }

    package func hasTemplates(of category: ID<Category>) throws(Failure) -> Bool {
        try first("SELECT 1 FROM templates WHERE category_id = $1 LIMIT 1", [.integer(category.rawValue)]) { _ in true }
            ?? false
    }
}

extension Writing {
    package func insert(_ template: Template) throws(Failure) -> Template {
        try markAssistantChanged()
        let id: Int64? = try first(
            """
            INSERT INTO templates (name, body, category_id, auto_answer, match_words, created_at, updated_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7)
            RETURNING id
            """,
            [
                .text(template.name), .text(template.body), .optional(template.category?.rawValue),
                .flag(template.answersAlone), .text(ListText.of(template.match)),
                .integer(template.createdAt.milliseconds), .integer(template.updatedAt.milliseconds),
            ]
        ) { $0.integer(0) }
        guard let id, let inserted = try self.template(ID(id)) else {
            throw .internalFault("an inserted template is not there")
        }
        return inserted
    }

    /// Saves all but the count of uses.
    package func save(_ template: Template) throws(Failure) {
        try markAssistantChanged()
        try run(
            """
            UPDATE templates
            SET name = $1, body = $2, category_id = $3, auto_answer = $4, match_words = $5, updated_at = $6
            WHERE id = $7
            """,
            [
                .text(template.name), .text(template.body), .optional(template.category?.rawValue),
                .flag(template.answersAlone), .text(ListText.of(template.match)),
                .integer(template.updatedAt.milliseconds), .integer(template.id.rawValue),
            ])
    }

    package func delete(_ template: Template) throws(Failure) {
        try markAssistantChanged()
        try run("DELETE FROM templates WHERE id = $1", [.integer(template.id.rawValue)])
    }

    /// Counts one more answer that was made of the template.
    package func countUse(of template: ID<Template>) throws(Failure) {
        try run("UPDATE templates SET usage_count = usage_count + 1 WHERE id = $1", [.integer(template.rawValue)])
    }
}

extension Template {
    init(row: Row) {
        var columns = Columns(row)
        self.init(
            id: columns.id(), name: columns.text(), body: columns.text(), category: columns.optionalID(),
            categorySlug: columns.optionalText(), answersAlone: columns.flag(),
            match: ListText.strings(columns.text()), usageCount: columns.integer(), createdAt: columns.instant(),
            updatedAt: columns.instant())
    }
}
