/// Header fields in the order they came, names compared without case (RFC 9110 section 5).
///
/// The fields of a received head stay the bytes that came, and become text when somebody asks for them: most requests
/// carry a dozen that nobody does.
package struct Headers: Sendable, Equatable {
    package struct Field: Sendable, Equatable {
        package let name: String
        package let value: String

        package init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    /// Where a received field stands in its head.
    struct Span: Sendable {
        let nameStart: UInt16
        let nameEnd: UInt16
        var valueStart: UInt16
        var valueEnd: UInt16
    }

    private var received: [UInt8] = []
    private var spans: [Span] = []
    private var added: [Field]

    package init(_ fields: [Field] = []) { added = fields }

    init(received: [UInt8], spans: [Span]) {
        self.received = received
        self.spans = spans
        added = []
    }

    package var fields: [Field] {
        if spans.isEmpty { return added }
        return spans.map { Field(text($0.nameStart, $0.nameEnd), text($0.valueStart, $0.valueEnd)) } + added
    }

    package mutating func add(_ name: String, _ value: String) { added.append(Field(name, value)) }

    /// The first value of `name`.
    package subscript(_ name: String) -> String? {
        for span in spans where isNamed(span, name) { return text(span.valueStart, span.valueEnd) }
        for field in added where Headers.same(field.name, name) { return field.value }
        return nil
    }

    package func contains(_ name: String) -> Bool {
        spans.contains { isNamed($0, name) } || added.contains { Headers.same($0.name, name) }
    }

    /// Appends the first value of `name`, if there is one.
    package func append(_ name: String, to bytes: inout [UInt8]) {
        for span in spans where isNamed(span, name) {
            bytes.append(contentsOf: received[Int(span.valueStart)..<Int(span.valueEnd)])
            return
        }
        for field in added where Headers.same(field.name, name) {
            bytes.append(contentsOf: field.value.utf8)
            return
        }
    }

    /// All values of `name`, in order.
    package func all(_ name: String) -> [String] {
        var values: [String] = []
        for span in spans where isNamed(span, name) { values.append(text(span.valueStart, span.valueEnd)) }
        for field in added where Headers.same(field.name, name) { values.append(field.value) }
        return values
    }

    package static func == (a: Headers, b: Headers) -> Bool { a.fields == b.fields }

    /// Whether two field names are the same; names are ASCII.
    package static func same(_ a: String, _ b: String) -> Bool {
        let a = a.utf8
        let b = b.utf8
        guard a.count == b.count else { return false }
        return zip(a, b).allSatisfy { lower($0) == lower($1) }
    }

    private func isNamed(_ span: Span, _ name: String) -> Bool {
        let name = name.utf8
        guard Int(span.nameEnd - span.nameStart) == name.count else { return false }
        var index = Int(span.nameStart)
        for byte in name {
            guard Headers.lower(received[index]) == Headers.lower(byte) else { return false }
            index += 1
        }
        return true
    }

    private func text(_ start: UInt16, _ end: UInt16) -> String {
        received.withUnsafeBufferPointer { bytes in
            String(decoding: UnsafeBufferPointer(rebasing: bytes[Int(start)..<Int(end)]), as: UTF8.self)
        }
    }

    @inline(__always)
    private static func lower(_ byte: UInt8) -> UInt8 { byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte }
}
