/// Writes JSON text into a buffer, straight from values: nothing is built in between.
///
/// The caller keeps the nesting right; commas are put by the writer.
package struct JSONWriter: Sendable {
    /// Bytes of text that room is asked for at once: six times as many, since each may have to be escaped.
    @usableFromInline static let escapedAtOnce = 512

    @usableFromInline var buffer: JSONBytes
    @usableFromInline var needsComma = false

    @inlinable
    package init(reserving capacity: Int = 1024) { buffer = JSONBytes(reserving: capacity) }

    /// A copy of what was written so far: ask once, at the end.
    @inlinable
    package var bytes: [UInt8] { buffer.written }

    @inlinable
    package mutating func object<Failure: Error>(
        _ members: (inout JSONWriter) throws(Failure) -> Void
    ) throws(Failure) {
        open(UInt8(ascii: "{"))
        try members(&self)
        close(UInt8(ascii: "}"))
    }

    @inlinable
    package mutating func array<Failure: Error>(
        _ elements: (inout JSONWriter) throws(Failure) -> Void
    ) throws(Failure) {
        open(UInt8(ascii: "["))
        try elements(&self)
        close(UInt8(ascii: "]"))
    }

    /// Writes a member's name; a value has to follow. `name` is plain ASCII without quotes, so it is copied as it is.
    @inlinable
    package mutating func key(_ name: StaticString) {
        let comma = needsComma
        buffer.append(atMost: name.utf8CodeUnitCount + 4) { at in
            (comma ? at.storing(UInt8(ascii: ",")) : at).storing(name: name)
        }
        needsComma = false
    }

    /// A member's name that is data.
    @inlinable
    package mutating func key(text name: String) {
        value(name)
        buffer.append(atMost: 1) { $0.storing(UInt8(ascii: ":")) }
        needsComma = false
    }

    @inlinable
    package mutating func null() { literal("null") }

    @inlinable
    package mutating func value(_ flag: Bool) { literal(flag ? "true" : "false") }

    @inlinable
    package mutating func value(_ text: String) {
        // Not withUTF8, which wants a copy of its own to change.
        let isWritten: Void? = text.utf8.withContiguousStorageIfAvailable { value(utf8: $0) }
        if isWritten == nil { Array(text.utf8).withUnsafeBufferPointer { value(utf8: $0) } }
    }

    /// Text that is UTF-8 already, straight from where it lies.
    @inlinable
    package mutating func value(utf8 text: UnsafeBufferPointer<UInt8>) {
        guard text.count <= JSONWriter.escapedAtOnce else { return value(long: text) }
        let comma = needsComma
        buffer.append(atMost: text.count * 6 + 3) { at in
            (comma ? at.storing(UInt8(ascii: ",")) : at).storing(UInt8(ascii: "\"")).storing(escaping: text)
                .storing(UInt8(ascii: "\""))
        }
        needsComma = true
    }

    @inlinable
    package mutating func value(_ number: Int64) {
        let comma = needsComma
        buffer.append(atMost: 21) { at in (comma ? at.storing(UInt8(ascii: ",")) : at).storing(number) }
        needsComma = true
    }

    /// The shortest text that reads back as `number`; a whole one has no fraction. What JSON cannot say (infinity, not
    /// a number) is null.
    package mutating func value(_ number: Double) {
        guard number.isFinite else { return null() }
        if number == number.rounded(), abs(number) < 0x1p54 { return value(Int64(number)) }
        raw(number.description.utf8)
    }

    package mutating func value(_ json: JSONValue) {
        switch json {
        case .null: null()
        case .bool(let flag): value(flag)
        case .integer(let number): value(number)
        case .double(let number): value(number)
        case .string(let text): value(text)
        case .array(let elements): array { for element in elements { $0.value(element) } }
        case .object(let members):
            object {
                for member in members {
                    $0.key(text: member.key)
                    $0.value(member.value)
                }
            }
        }
    }

    /// Text that is JSON already.
    @inlinable
    package mutating func raw(_ json: some Sequence<UInt8>) {
        let isContiguous: Void? = json.withContiguousStorageIfAvailable { raw(bytes: $0) }
        if isContiguous == nil { Array(json).withUnsafeBufferPointer { raw(bytes: $0) } }
    }

    // MARK: Members

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
        let comma = needsComma
        buffer.append(atMost: name.utf8CodeUnitCount + 24) { at in
            (comma ? at.storing(UInt8(ascii: ",")) : at).storing(name: name).storing(number)
        }
        needsComma = true
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

    package mutating func member(_ name: StaticString, _ number: Double?) {
        key(name)
        if let number { value(number) } else { null() }
    }

    // MARK: Bytes

    @inlinable
    mutating func open(_ bracket: UInt8) {
        let comma = needsComma
        buffer.append(atMost: 2) { at in (comma ? at.storing(UInt8(ascii: ",")) : at).storing(bracket) }
        needsComma = false
    }

    @inlinable
    mutating func close(_ bracket: UInt8) {
        buffer.append(atMost: 1) { $0.storing(bracket) }
        needsComma = true
    }

    /// A text piece by piece, so that the buffer does not grow to six times of it.
    @usableFromInline
    mutating func value(long text: UnsafeBufferPointer<UInt8>) {
        open(UInt8(ascii: "\""))
        var rest = text[...]
        while !rest.isEmpty {
            let piece = UnsafeBufferPointer(rebasing: rest.prefix(JSONWriter.escapedAtOnce))
            rest = rest.dropFirst(piece.count)
            buffer.append(atMost: piece.count * 6) { $0.storing(escaping: piece) }
        }
        close(UInt8(ascii: "\""))
    }

    @inlinable
    mutating func literal(_ word: StaticString) {
        raw(bytes: UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount))
    }

    @usableFromInline
    mutating func raw(bytes: UnsafeBufferPointer<UInt8>) {
        let comma = needsComma
        buffer.append(atMost: bytes.count + 1) { at in
            let at = comma ? at.storing(UInt8(ascii: ",")) : at
            guard let source = bytes.baseAddress else { return at }
            return at.storing(source, bytes.count)
        }
        needsComma = true
    }
}
