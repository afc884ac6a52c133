import Domain
import JSON
import Store

/// What a category is to be; nil leaves a field as it is.
package struct CategoryValues: Sendable {
    package var slug: String?
    package var name: String?
    package var description: String?
    package var aliases: [String]?
    package var isActive: Bool?
    package var position: Int64?

    package init(
        slug: String?, name: String?, description: String?, aliases: [String]?, isActive: Bool?, position: Int64?
    ) {
        self.slug = slug
        self.name = name
        self.description = description
        self.aliases = aliases
        self.isActive = isActive
        self.position = position
    }
}

/// Edits the categories.
package struct CategoryService: Sendable {
    package init() {}

    /// - Throws: `.notFound`.
    package func find(_ id: ID<Category>, in tx: Reading) throws(Failure) -> Category {
        guard let category = try tx.category(id) else { throw .notFound }
        return category
    }

    /// - Throws: `.validation` for a slug or alias that another category has.
    package func create(_ values: CategoryValues, by admin: Admin, in tx: Writing) throws(Failure) -> Category {
        let all = try tx.categories()
        let draft = Category(
            id: ID(0), slug: values.slug ?? "", name: values.name ?? "", description: values.description ?? "",
            aliases: Self.distinct(values.aliases ?? [], slug: values.slug ?? ""), isActive: values.isActive ?? true,
            position: values.position ?? (all.map(\.position).max() ?? 0) + 1, createdAt: tx.now, updatedAt: tx.now)
        try check(draft, among: all)
        let category = try tx.insert(draft)
        try audit("category.created", category, by: admin, in: tx)
        return category
    }

    /// - Throws: `.notFound`; `.validation` for a slug or alias that another category has; `.inUse` for the last
    ///   active one.
    package func change(
        _ id: ID<Category>, _ values: CategoryValues, by admin: Admin, in tx: Writing
    ) throws(Failure) -> Category {
        var category = try find(id, in: tx)
        category.slug = values.slug ?? category.slug
        category.name = values.name ?? category.name
        category.description = values.description ?? category.description
        category.aliases = Self.distinct(values.aliases ?? category.aliases, slug: category.slug)
        category.isActive = values.isActive ?? category.isActive
        category.position = values.position ?? category.position
        category.updatedAt = tx.now
        let all = try tx.categories()
        try check(category, among: all)
        if !category.isActive, !all.contains(where: { $0.isActive && $0.id != id }) {
            throw .inUse("This is the last active category.")
        }
        try tx.save(category)
        try audit("category.changed", category, by: admin, in: tx)
        return category
    }

    /// - Throws: `.notFound`; `.inUse` when a ticket or a template has it.
    package func delete(_ id: ID<Category>, by admin: Admin, in tx: Writing) throws(Failure) {
        let category = try find(id, in: tx)
        guard try !tx.isCategoryInUse(id) else {
            throw .inUse("Tickets have this category. Deactivate it instead.")
        }
        guard try !tx.hasTemplates(of: id) else {
            throw .inUse("Templates have this category. Deactivate it, or change the templates first.")
        }
        guard try tx.categories().contains(where: { $0.isActive && $0.id != id }) else {
            throw .inUse("This is the last active category.")
        }
        try tx.delete(category)
        try audit("category.deleted", category, by: admin, in: tx)
    }

    /// Each alias once, in the order given; the slug needs none.
    private static func distinct(_ aliases: [String], slug: String) -> [String] {
        var kept: [String] = []
        for alias in aliases where alias != slug && !kept.contains(alias) { kept.append(alias) }
        return kept
    }

    private func check(_ category: Category, among all: [Category]) throws(Failure) {
        let others = all.filter { $0.id != category.id }
        func isTaken(_ word: String) -> Bool { others.contains { $0.slug == word || $0.aliases.contains(word) } }
        var errors: [FieldError] = []
        if isTaken(category.slug) { errors.append(FieldError("slug", "is taken by another category")) }
        if let alias = category.aliases.first(where: isTaken) {
            errors.append(FieldError("aliases", "has \(alias), which another category has"))
        }
        guard errors.isEmpty else { throw .validation(errors) }
    }

    private func audit(_ action: String, _ category: Category, by admin: Admin, in tx: Writing) throws(Failure) {
        var details = JSONWriter(reserving: 64)
        details.object { $0.member("slug", category.slug) }
        try tx.audit(
            action: action, subject: "category \(category.id)",
            details: String(decoding: details.bytes, as: UTF8.self), by: .staff(admin.agent))
    }
}

/// What is said about categories in more than one place.
package enum Categories {
    package static func unknown(in tx: Reading) throws(Failure) -> String {
        let slugs = try tx.categories().filter(\.isActive).map(\.slug)
        return "must be one of \(slugs.joined(separator: ", "))"
    }
}
