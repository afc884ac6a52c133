import Domain
import JSON

/// What comes in, decoded once into values that cannot be wrong later. Its form lists the fields.
package protocol Input: Sendable {
    static var form: Form<Self> { get }
}

/// Nothing comes in.
package struct NoInput: Input {
    package init() {}
    package static let form = Form { NoInput() }
}

/// The list of an input's fields. It drives decoding, the 422 that names all failing fields at once, and
/// `openapi.json`.
package struct Form<Output: Sendable>: Sendable {
    let fields: [FieldDescription]
    /// The rest of a body or query that names unknown fields is accepted: for senders that are not ours to teach.
    private(set) var isLenient = false
    private let build: @Sendable (InputSource) throws(Failure) -> Output

    package init<each Value: Sendable>(
        _ field: repeat Field<each Value>, build: @escaping @Sendable (repeat each Value) -> Output
    ) {
        var fields: [FieldDescription] = []
        repeat fields += (each field).descriptions
        self.fields = fields
        self.build = { source throws(Failure) in
            let values: (repeat (each Value)?) = (repeat (each field).read(source))
            try source.finish()
            return build(repeat try present((each values), source))
        }
    }

    /// The same form, for a sender who may send more than we know.
    package var lenient: Form {
        var form = self
        form.isLenient = true
        return form
    }

    /// - Throws: `.malformed` for a body that is no JSON object, `.validation` with every failing field.
    func decode(_ exchange: Exchange) throws(Failure) -> Output {
        try build(InputSource(exchange, fields: fields, isLenient: isLenient))
    }
}

/// A value that was read; the errors are thrown before one is missing.
private func present<Value>(_ value: Value?, _ source: InputSource) throws(Failure) -> Value {
    guard let value else { throw .validation(source.errors) }
    return value
}
