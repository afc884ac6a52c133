/// Writes JSON text into a buffer, straight from values: nothing is built in between.
///
/// The caller keeps the nesting right; commas are put by the writer.
package struct JSONWriter {
    package internal(set) var bytes: [UInt8] {
        @inlinable get { buffer }
        @inlinable set { buffer = newValue }
    }
    @usableFromInline var buffer: [UInt8] = []
    @usableFromInline var needsComma = false

    @inlinable
    package init(reserving capacity: Int = 1024) { buffer.reserveCapacity(capacity) }

    @inlinable
    package mutating func object<Failure: Error>(
        _ members: (inout JSONWriter) throws(Failure) -> Void
    ) throws(Failure) {
        open(0x7B)
        try members(&self)
        close(0x7D)
    }

    @inlinable
    package mutating func array<Failure: Error>(
        _ elements: (inout JSONWriter) throws(Failure) -> Void
    ) throws(Failure) {
        open(0x5B)
        try elements(&self)
        close(0x5D)
    }

    /// Writes a member's name; a value has to follow. `name` is plain ASCII without quotes, so it is copied as it is.
    @inlinable
    package mutating func key(_ name: StaticString) {
        if needsComma { buffer.append(0x2C) }
        buffer.append(0x22)
        buffer.append(contentsOf: UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
        buffer.append(0x22)
        buffer.append(0x3A)
        needsComma = false
    }

    /// A member's name that is data.
    @inlinable
    package mutating func key(text name: String) {
        value(name)
        buffer.append(0x3A)
        needsComma = false
    }

    @inlinable
    package mutating func null() { word("null") }

    @inlinable
    package mutating func value(_ value: Bool) { word(value ? "true" : "false") }

    @inlinable
    package mutating func value(_ value: String) {
        var value = value
        value.withUTF8 { self.value(utf8: $0) }
    }

    /// Text straight from its UTF-8 bytes, such as those of a database row.
    @inlinable
    package mutating func value(utf8: UnsafeBufferPointer<UInt8>) {
        if needsComma { buffer.append(0x2C) }
        buffer.append(0x22)
        appendEscaped(utf8)
        buffer.append(0x22)
        needsComma = true
    }

    @inlinable
    package mutating func value(_ value: Int64) {
        if needsComma { buffer.append(0x2C) }
        appendDecimal(value)
        needsComma = true
    }

    @inlinable
    package mutating func value(_ value: Int) { self.value(Int64(value)) }

    /// The shortest text that reads back as the same number; null for what JSON cannot say (NaN, infinity).
    package mutating func value(_ value: Double) {
        guard value.isFinite else { return null() }
        if needsComma { buffer.append(0x2C) }
        var text = value.description
        if text.hasSuffix(".0") { text.removeLast(2) }
        buffer.append(contentsOf: text.utf8)
        needsComma = true
    }

    package mutating func value(_ value: JSONValue) {
        switch value {
        case .null: null()
        case .bool(let flag): self.value(flag)
        case .integer(let number): self.value(number)
        case .double(let number): self.value(number)
        case .string(let text): self.value(text)
        case .array(let elements):
            array { writer in
                for element in elements { writer.value(element) }
            }
        case .object(let members):
            object { writer in
                for member in members {
                    writer.key(text: member.key)
                    writer.value(member.value)
                }
            }
        }
    }

    /// Text that is JSON already.
    @inlinable
    package mutating func raw(_ bytes: some Sequence<UInt8>) {
        if needsComma { buffer.append(0x2C) }
        buffer.append(contentsOf: bytes)
        needsComma = true
    }

    @inlinable
    package mutating func member(_ name: StaticString, _ text: String) {
        key(name)
        value(text)
    }

    @inlinable
    package mutating func member(_ name: StaticString, _ text: String?) {
        key(name)
        if let text { value(text) } else { null() }
    }

    @inlinable
    package mutating func member(_ name: StaticString, _ number: Int64) {
        key(name)
        value(number)
    }

    @inlinable
    package mutating func member(_ name: StaticString, _ number: Int) {
        key(name)
        value(Int64(number))
    }

    @inlinable
    package mutating func member(_ name: StaticString, _ number: Int64?) {
        key(name)
        if let number { value(number) } else { null() }
    }

    @inlinable
    package mutating func member(_ name: StaticString, _ flag: Bool) {
        key(name)
        value(flag)
    }

    @inlinable
    package mutating func member(_ name: StaticString, _ flag: Bool?) {
        key(name)
        if let flag { value(flag) } else { null() }
    }

    @inlinable
    package mutating func member(_ name: StaticString, _ number: Double?) {
        key(name)
        if let number { value(number) } else { null() }
    }

    @inlinable
    package mutating func member(_ name: StaticString, utf8: UnsafeBufferPointer<UInt8>) {
        key(name)
        value(utf8: utf8)
    }

    @inlinable
    package mutating func member<Failure: Error>(
        object name: StaticString, _ members: (inout JSONWriter) throws(Failure) -> Void
    ) throws(Failure) {
        key(name)
        try object(members)
    }

    @inlinable
    package mutating func member<Failure: Error>(
        array name: StaticString, _ elements: (inout JSONWriter) throws(Failure) -> Void
    ) throws(Failure) {
        key(name)
        try array(elements)
    }

    @inlinable
    package mutating func member(_ name: StaticString, json value: JSONValue) {
        key(name)
        self.value(value)
    }

    @inlinable
    mutating func open(_ bracket: UInt8) {
        if needsComma { buffer.append(0x2C) }
        buffer.append(bracket)
        needsComma = false
    }

    @inlinable
    mutating func close(_ bracket: UInt8) {
        buffer.append(bracket)
        needsComma = true
    }

    @inlinable
    mutating func word(_ word: StaticString) {
        if needsComma { buffer.append(0x2C) }
        buffer.append(contentsOf: UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount))
        needsComma = true
    }
}
