/// Reads JSON text strictly (RFC 8259): UTF-8 without byte order mark, no duplicate keys, no lone surrogates, at most
/// 64 levels deep, nothing after the value.
package enum JSONReader {
    package static let deepest = 64

    /// - Throws: where and why `text` is not JSON, in words that a client's developer understands.
    package static func read(_ text: some Collection<UInt8>) throws(JSONError) -> JSONValue {
        let read: Result<JSONValue, JSONError>? = text.withContiguousStorageIfAvailable { buffer in
            Result { () throws(JSONError) in try JSONScanner.read(buffer) }
        }
        if let read { return try read.get() }
        let copy = Array(text)
        return try copy.withUnsafeBufferPointer { buffer throws(JSONError) in try JSONScanner.read(buffer) }
    }
}

/// Why a text is not JSON, and the byte at which that showed.
package struct JSONError: Error, Sendable, Equatable {
    package let offset: Int
    package let reason: String

    package init(offset: Int, reason: String) {
        self.offset = offset
        self.reason = reason
    }
}
