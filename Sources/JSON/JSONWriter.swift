/// Writes JSON text into a buffer, straight from values: nothing is built in between.
///
/// The caller keeps the nesting right; commas are put by the writer.
///
/// Not copyable: it owns its memory, which is what makes each append a comparison and a store.
package struct JSONWriter: ~Copyable {
    @usableFromInline var start: UnsafeMutablePointer<UInt8>
    @usableFromInline var capacity: Int
    /// Bytes written.
    @usableFromInline package internal(set) var count = 0
    @usableFromInline var needsComma = false

    @inlinable
    package init(reserving capacity: Int = 1024) {
        self.capacity = max(capacity, 64)
        start = .allocate(capacity: self.capacity)
    }

    @inlinable
    deinit { start.deallocate() }

    /// A copy of what is written.
    @inlinable
    package var bytes: [UInt8] { Array(UnsafeBufferPointer(start: start, count: count)) }

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
        let length = name.utf8CodeUnitCount
        reserve(length + 4)
        if needsComma { put(0x2C) }
        put(0x22)
        (start + count).update(from: name.utf8Start, count: length)
        count &+= length
        put(0x22)
        put(0x3A)
        needsComma = false
    }

    /// A member's name that is data.
    @inlinable
    package mutating func key(text name: String) {
        value(name)
        reserve(1)
        put(0x3A)
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
        reserve(utf8.count + 16)
        if needsComma { put(0x2C) }
        put(0x22)
        appendEscaped(utf8)
        put(0x22)
        needsComma = true
    }

    @inlinable
    package mutating func value(_ value: Int64) {
        reserve(21)
        if needsComma { put(0x2C) }
        appendDecimal(value)
        needsComma = true
    }

    @inlinable
    package mutating func value(_ value: Int) { self.value(Int64(value)) }

    /// The shortest text that reads back as the same number; null for what JSON cannot say (NaN, infinity).
    package mutating func value(_ value: Double) {
        guard value.isFinite else { return null() }
        var text = value.description
        if text.hasSuffix(".0") { text.removeLast(2) }
        raw(text.utf8)
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
        separate()
        if bytes.withContiguousStorageIfAvailable({ append($0) }) == nil {
            for byte in bytes {
                reserve(1)
                put(byte)
            }
        }
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
        reserve(2)
        if needsComma { put(0x2C) }
        put(bracket)
        needsComma = false
    }

    @inlinable
    mutating func close(_ bracket: UInt8) {
        reserve(1)
        put(bracket)
        needsComma = true
    }

    @inlinable
    mutating func word(_ word: StaticString) {
        separate()
        append(UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount))
        needsComma = true
    }
}
