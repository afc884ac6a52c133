/// A `Range` of one part in bytes (RFC 9110 section 14).
package enum ByteRange: Equatable, Sendable {
    /// No range, one that is not understood, or several: the whole is answered.
    case whole
    case part(Range<Int>)
    /// Begins behind the end: 416.
    case unsatisfiable

    /// - Parameter size: of the whole, in bytes.
    package init(_ field: String?, size: Int) {
        self = .whole
        guard let field, field.utf8.count <= 64 else { return }
        let parts = field.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, Headers.same(String(parts[0]), "bytes") else { return }
        let ends = parts[1].split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
        guard ends.count == 2 else { return }
        if ends[0].isEmpty {
            guard let count = ByteRange.number(ends[1]) else { return }
            self = count == 0 || size == 0 ? .unsatisfiable : .part(max(0, size - count)..<size)
            return
        }
        guard let first = ByteRange.number(ends[0]) else { return }
        if ends[1].isEmpty {
            self = first < size ? .part(first..<size) : .unsatisfiable
            return
        }
        guard let last = ByteRange.number(ends[1]), first <= last else { return }
        self = first < size ? .part(first..<min(last + 1, size)) : .unsatisfiable
    }

    private static func number(_ text: Substring) -> Int? {
        guard !text.isEmpty, text.utf8.count <= 15, text.utf8.allSatisfy(Bytes.isDigit) else { return nil }
        return Int(text)
    }
}

/// `Content-Disposition` of a download (RFC 6266).
package enum ContentDisposition {
    /// Always `attachment`: the browser saves the file and never shows it as a page of ours. The name twice where it
    /// needs it: in ASCII for what is old, in UTF-8 (RFC 8187) for the rest.
    package static func attachment(_ filename: String) -> String {
        var plain: [UInt8] = []
        for scalar in filename.unicodeScalars {
            let isSafe =
                scalar.isASCII && scalar.value >= 0x20 && scalar.value != 0x7F
                && !"\"\\%".unicodeScalars.contains(scalar)
            plain.append(isSafe ? UInt8(truncatingIfNeeded: scalar.value) : UInt8(ascii: "_"))
        }
        let ascii = String(decoding: plain, as: UTF8.self)
        let field = "attachment; filename=\"\(ascii)\""
        return ascii == filename ? field : "\(field); filename*=UTF-8''\(PercentEncoding.encode(filename))"
    }
}
