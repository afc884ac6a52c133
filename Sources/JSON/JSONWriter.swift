/// Writes JSON text into a buffer, straight from values: nothing is built in between.
///
/// The caller keeps the nesting right; commas are put by the writer.
package struct JSONWriter {
    package private(set) var bytes: [UInt8] = []
    @usableFromInline var needsComma = false

    package init(reserving capacity: Int = 1024) { bytes.reserveCapacity(capacity) }

    package mutating func object(_ members: (inout JSONWriter) -> Void) {}
    package mutating func array(_ elements: (inout JSONWriter) -> Void) {}
    /// Writes a member's name; a value has to follow. `name` is plain ASCII without quotes, so it is copied as it is.
    package mutating func key(_ name: StaticString) {}
    /// A member's name that is data.
    package mutating func key(text name: String) {}

    package mutating func null() {}
    package mutating func value(_ value: String) {}
    package mutating func value(_ value: Int64) {}
    package mutating func value(_ value: Bool) {}
    package mutating func value(_ value: Double) {}
    package mutating func value(_ value: JSONValue) {}
    /// Text that is JSON already.
    package mutating func raw(_ bytes: some Sequence<UInt8>) {}

    package mutating func member(_ name: StaticString, _ text: String) { key(name); value(text) }
    package mutating func member(_ name: StaticString, _ text: String?) {
        key(name)
        if let text { value(text) } else { null() }
    }
    package mutating func member(_ name: StaticString, _ number: Int64) { key(name); value(number) }
    package mutating func member(_ name: StaticString, _ number: Int64?) {
        key(name)
        if let number { value(number) } else { null() }
    }
    package mutating func member(_ name: StaticString, _ flag: Bool) { key(name); value(flag) }
    package mutating func member(_ name: StaticString, _ number: Double?) {
        key(name)
        if let number { value(number) } else { null() }
    }
}
