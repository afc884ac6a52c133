import Domain
import JSON
import Service
import Store

/// Categories: staff reads them, admins edit them.
package struct CategoryRoutes: Sendable {
    let categories = CategoryService()

    package init() {}

    package var endpoints: [Endpoint] {
        [
            .read(.get, "/admin/categories", .agent) { (_, input: PageInput, tx) throws(Failure) in
                input.page.page(of: try tx.categories().map(CategoryShape.init), category: \.category)
            }.summed("All categories"),

            .write(.post, "/admin/categories", .admin, creates: true) {
                (admin, input: NewCategoryInput, tx) throws(Failure) in
                let category = try categories.create(input.values, by: admin, in: tx)
                return Answer(CategoryShape(category), location: "/api/v1/admin/categories/\(category.id)")
            }.summed("Add a category"),

            .read(.get, "/admin/categories/{id}", .agent) { (_, input: CategoryPath, tx) throws(Failure) in
                Answer(CategoryShape(try categories.find(input.id, in: tx)))
            }.summed("A category"),

            .write(.put, "/admin/categories/{id}", .admin) {
                (admin, input: CategoryChangesInput, tx) throws(Failure) in
                Answer(CategoryShape(try categories.change(input.id, input.changes, by: admin, in: tx)))
            }.summed("Change the fields given"),

            .write(.patch, "/admin/categories/{id}", .admin) {
                (admin, input: CategoryChangesInput, tx) throws(Failure) in
                Answer(CategoryShape(try categories.change(input.id, input.changes, by: admin, in: tx)))
            }.summed("Change the fields given"),

            .write(.delete, "/admin/categories/{id}", .admin) { (admin, input: CategoryPath, tx) throws(Failure) in
                try categories.delete(input.id, by: admin, in: tx)
                return Answer<NoBody>.noContent
            }.summed("Delete a category that no ticket has"),
        ]
    }
}

extension Kind where Value == String {
    /// 1 to 64 of `a-z0-9_`, in lower case.
    static var slug: Kind {
        Kind(.text(1...64)) { text throws(Refusal) in
            let slug = Text.trimmed(text).lowercased()
            guard (1...64).contains(slug.utf8.count), slug.utf8.allSatisfy(isSlugByte) else {
                throw Refusal("must be 1 to 64 of a-z 0-9 _")
            }
            return slug
        }
    }
}

private func isSlugByte(_ byte: UInt8) -> Bool {
    byte >= 0x61 && byte <= 0x7A || byte >= 0x30 && byte <= 0x39 || byte == 0x5F
}

struct CategoryPath: Input {
    let id: ID<Domain.Category>

    static let form = Form(Field<ID<Domain.Category>>.path("id", .id(of: Domain.Category.self))) {
        CategoryPath(id: $0)
    }
}

struct NewCategoryInput: Input {
    let values: CategoryValues

    static let form = Form(
        Field<String>.body("slug", .slug), Field<String>.body("name", .line(1...100)),
        Field<String>.body("description", .text(0...500)).defaulting(""),
        Field<[String]>.body("aliases", .list(.slug, most: 20)).defaulting([]),
        Field<Bool>.body("is_active", .boolean).defaulting(true),
        Field<Int64>.body("position", .integer(0...1_000_000)).optional
    ) { slug, name, description, aliases, isActive, position in
        NewCategoryInput(
            values: CategoryValues(
                slug: slug, name: name, description: description, aliases: aliases, isActive: isActive,
                position: position))
    }
}

struct CategoryChangesInput: Input {
    let id: ID<Domain.Category>
    let changes: CategoryValues

    static let form = Form(
        Field<ID<Domain.Category>>.path("id", .id(of: Domain.Category.self)),
        Field<String>.body("slug", .slug).optional,
        Field<String>.body("name", .line(1...100)).optional, Field<String>.body("description", .text(0...500)).optional,
        Field<[String]>.body("aliases", .list(.slug, most: 20)).optional,
        Field<Bool>.body("is_active", .boolean).optional,
        Field<Int64>.body("position", .integer(0...1_000_000)).optional
    ) { id, slug, name, description, aliases, isActive, position in
        CategoryChangesInput(
            id: id,
            changes: CategoryValues(
                slug: slug, name: name, description: description, aliases: aliases, isActive: isActive,
                position: position))
    }
}

extension PageRequest {
    /// The page of a list of categories, which is ordered by position.
    func page<Shape: Representation>(
        of shapes: [Shape], category: (Shape) -> Domain.Category
    ) -> ItemList<Shape> {
        page(of: shapes) { shape in
            ListPosition(key: category(shape).position, id: category(shape).id.rawValue)
        }
    }
}

/// A category as staff sees it.
struct CategoryShape: MemberList {
    let category: Domain.Category

    init(_ category: Domain.Category) { self.category = category }

    static let name = "Category"
    static let members: [Member<CategoryShape>] = [
        .id("id") { $0.category.id.rawValue },
        .text("slug") { $0.category.slug },
        .text("name") { $0.category.name },
        .text("description") { $0.category.description },
        .texts("aliases") { $0.category.aliases },
        .flag("is_active") { $0.category.isActive },
        .count("position") { $0.category.position },
        .time("created_at") { $0.category.createdAt },
        .time("updated_at") { $0.category.updatedAt },
    ]
}

/// A category as anybody sees it.
struct PublicCategory: MemberList {
    let category: Domain.Category

    init(_ category: Domain.Category) { self.category = category }

    static let name = "PublicCategory"
    static let members: [Member<PublicCategory>] = [
        .text("slug") { $0.category.slug },
        .text("name") { $0.category.name },
        .text("description") { $0.category.description },
    ]
}
