/// Why a text is not JSON, and the byte at which that showed.
package struct JSONError: Error, Sendable, Equatable {
    package let offset: Int
    package let reason: String

    package init(offset: Int, reason: String) {
        self.offset = offset
        self.reason = reason
    }

    /// "line 3, column 14" of `text`, both counted from 1; columns count characters of UTF-8, not bytes.
    package func place(in text: some Collection<UInt8>) -> String {
        var line = 1
        var column = 1
        for byte in text.prefix(offset) {
            if byte == 0x0A {
                line += 1
                column = 1
            } else if byte & 0xC0 != 0x80 {
                column += 1
            }
        }
        return "line \(line), column \(column)"
    }
}
