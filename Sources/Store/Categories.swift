import Domain
import SQLite

extension Reading {
    /// All categories in their order; a handful of rows.
    package func categories() throws(Failure) -> [Category] {
        try all(
            """
            SELECT id, slug, name, description, aliases, is_active, position, created_at, updated_at
            FROM categories
            ORDER BY position, id
            """, [], Category.init(row:))
    }

    package func category(_ id: ID<Category>) throws(Failure) -> Category? {
        try first(
            """
            SELECT id, slug, name, description, aliases, is_active, position, created_at, updated_at
            FROM categories
            WHERE id = $1
            """, [.integer(id.rawValue)], Category.init(row:))
    }

    /// The category with that slug or alias; case does not matter.
    package func category(word: String) throws(Failure) -> Category? {
        let word = word.lowercased()
        if let id = try first("SELECT id FROM categories WHERE slug = $1", [.text(word)], { $0.integer(0) }) {
            return try category(ID(id))
        }
        return try categories().first { $0.slug == word || $0.aliases.contains(word) }
    }

    /// The id of the active category with that slug.
    package func activeCategory(slug: String) throws(Failure) -> ID<Category>? {
        try first("SELECT id FROM categories WHERE slug = $1 AND is_active = 1", [.text(slug)]) { ID($0.integer(0)) }
    }

    /// The slug of a category that a row refers to.
    func categorySlug(_ id: ID<Category>) throws(Failure) -> String {
        try first("SELECT slug FROM categories WHERE id = $1", [.integer(id.rawValue)]) { $0.text(0) } ?? "other"
    }

    /// Whether a ticket has it or a policy is for it.
    package func isCategoryInUse(_ id: ID<Category>) throws(Failure) -> Bool {
        if try slaPolicies().contains(where: { $0.match.categories.contains(id) }) { return true }
        return try first("SELECT 1 FROM tickets WHERE category_id = $1 LIMIT 1", [.integer(id.rawValue)]) { _ in true }
            ?? false
    }
}

extension Writing {
    package func insert(_ category: Category) throws(Failure) -> Category {
        try markAssistantChanged()
        let id: Int64? = try first(
            """
            INSERT INTO categories (slug, name, description, aliases, is_active, position, created_at, updated_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
            RETURNING id
            """,
            [
                .text(category.slug), .text(category.name), .text(category.description),
                .text(ListText.of(category.aliases)), .flag(category.isActive), .integer(category.position),
                .integer(category.createdAt.milliseconds), .integer(category.updatedAt.milliseconds),
            ]
        ) { $0.integer(0) }
        guard let id, let inserted = try self.category(ID(id)) else {
            throw .internalFault("an inserted category is not there")
        }
        return inserted
    }

    package func save(_ category: Category) throws(Failure) {
        try countNamesUp()
        try markAssistantChanged()
        try run(
            """
            UPDATE categories
            SET slug = $1, name = $2, description = $3, aliases = $4, is_active = $5, position = $6, updated_at = $7,
                renamed_at = CASE WHEN slug <> $1 THEN $7 ELSE renamed_at END
            WHERE id = $8
            """,
            [
                .text(category.slug), .text(category.name), .text(category.description),
                .text(ListText.of(category.aliases)), .flag(category.isActive), .integer(category.position),
                .integer(category.updatedAt.milliseconds), .integer(category.id.rawValue),
            ])
    }

    package func delete(_ category: Category) throws(Failure) {
        try markAssistantChanged()
        try run("DELETE FROM categories WHERE id = $1", [.integer(category.id.rawValue)])
    }
}

extension Category {
    init(row: Row) {
        var columns = Columns(row)
        self.init(
            id: columns.id(), slug: columns.text(), name: columns.text(), description: columns.text(),
            aliases: ListText.strings(columns.text()), isActive: columns.flag(), position: columns.integer(),
            createdAt: columns.instant(), updatedAt: columns.instant())
    }
}
