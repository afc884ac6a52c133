/// An answer that is written once and used often.
package struct Template: Sendable, Equatable {
    package let id: ID<Template>
    package var name: String
    /// Plain text with variables: see `TemplateText`.
    package var body: String
    /// Nil fits tickets of every category.
    package var category: ID<Category>?
    /// The slug of `category`.
    package let categorySlug: String?
    /// The assistant may answer with it by itself.
    package var answersAlone: Bool
    /// Words that all have to stand in a message; a template without any fits none.
    package var match: [String]
    package let usageCount: Int64
    package let createdAt: Instant
    package var updatedAt: Instant

    package init(
        id: ID<Template>, name: String, body: String, category: ID<Category>?, categorySlug: String?,
        answersAlone: Bool, match: [String], usageCount: Int64, createdAt: Instant, updatedAt: Instant
    ) {
        self.id = id
        self.name = name
        self.body = body
        self.category = category
        self.categorySlug = categorySlug
        self.answersAlone = answersAlone
        self.match = match
        self.usageCount = usageCount
        self.createdAt = createdAt
        self.updatedAt = updatedAt
    }
}
