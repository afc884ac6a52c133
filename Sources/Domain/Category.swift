/// What a ticket is about; admins edit the list.
package struct Category: Sendable, Equatable {
    package let id: ID<Category>
    package var slug: String
    package var name: String
    package var description: String
    /// Other words for the slug, accepted wherever it is.
    package var aliases: [String]
    package var isActive: Bool
    package var position: Int64
    package let createdAt: Instant
    package var updatedAt: Instant

    package init(
        id: ID<Category>, slug: String, name: String, description: String, aliases: [String], isActive: Bool,
        position: Int64, createdAt: Instant, updatedAt: Instant
    ) {
        self.id = id
        self.slug = slug
        self.name = name
        self.description = description
        self.aliases = aliases
        self.isActive = isActive
        self.position = position
        self.createdAt = createdAt
        self.updatedAt = updatedAt
    }
}
