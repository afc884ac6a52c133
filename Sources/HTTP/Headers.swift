/// Header fields in the order they came, names compared without case (RFC 9110 section 5).
package struct Headers: Sendable, Equatable {
    package struct Field: Sendable, Equatable {
        package let name: String
        package let value: String

        package init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    package private(set) var fields: [Field]

    package init(_ fields: [Field] = []) { self.fields = fields }

    package mutating func add(_ name: String, _ value: String) { fields.append(Field(name, value)) }

    /// The first value of `name`.
    package subscript(_ name: String) -> String? {
        for field in fields where Headers.same(field.name, name) { return field.value }
        return nil
    }

    /// All values of `name`, in order.
    package func all(_ name: String) -> [String] {
        fields.filter { Headers.same($0.name, name) }.map(\.value)
    }

    /// Whether two field names are the same; names are ASCII.
    package static func same(_ a: String, _ b: String) -> Bool {
        let a = a.utf8
        let b = b.utf8
        guard a.count == b.count else { return false }
        return zip(a, b).allSatisfy { lower($0) == lower($1) }
    }

    private static func lower(_ byte: UInt8) -> UInt8 { byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte }
}
