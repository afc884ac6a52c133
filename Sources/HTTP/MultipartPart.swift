/// The head of one part of a form.
package struct MultipartPart: Equatable, Sendable {
    package let name: String
    /// Nil for a field that is no file.
    package let filename: String?
    /// As it was sent; nil when the part says none.
    package let contentType: String?

    package init(name: String, filename: String? = nil, contentType: String? = nil) {
        self.name = name
        self.filename = filename
        self.contentType = contentType
    }

    init(lines: [ArraySlice<UInt8>]) throws(MultipartError) {
        var disposition: HeaderParameters?
        var type: String?
        for line in lines {
            let (name, value) = try MultipartPart.field(line)
            switch name {
            case "content-disposition":
                guard disposition == nil, let parsed = HeaderParameters(value),
                    Headers.same(parsed.value, "form-data")
                else { throw MultipartError("a part's Content-Disposition is malformed") }
                disposition = parsed
            case "content-type":
                guard type == nil else { throw MultipartError("a part has more than one Content-Type") }
                type = value
            case "content-transfer-encoding":
                // Deprecated (RFC 7578 section 4.7); these three change nothing.
                guard ["7bit", "8bit", "binary"].contains(value.lowercased()) else {
                    throw MultipartError("a part has a Content-Transfer-Encoding")
                }
            default: break
            }
        }
        guard let disposition, let name = disposition["name"] else { throw MultipartError("a part has no name") }
        self.name = name
        filename = try MultipartPart.filename(disposition)
        contentType = type
    }

    private static func field(_ line: ArraySlice<UInt8>) throws(MultipartError) -> (name: String, value: String) {
        let name = line.prefix(while: Bytes.isToken)
        let rest = line.dropFirst(name.count)
        guard !name.isEmpty, rest.first == UInt8(ascii: ":"), rest.allSatisfy(Bytes.isFieldValue),
            let value = String(validating: rest.dropFirst(), as: UTF8.self)
        else { throw MultipartError("a part's head is malformed") }
        var trimmed = value[...]
        while let first = trimmed.utf8.first, first == Bytes.space || first == Bytes.tab { trimmed.removeFirst() }
        while let last = trimmed.utf8.last, last == Bytes.space || last == Bytes.tab { trimmed.removeLast() }
        return (String(decoding: name, as: UTF8.self).lowercased(), String(trimmed))
    }

    /// Browsers write a quote in a name as %22 (WHATWG HTML, "multipart/form-data encoding algorithm"); `filename*`
    /// (RFC 8187) goes before the plain one where somebody sends it.
    private static func filename(_ disposition: HeaderParameters) throws(MultipartError) -> String? {
        if let extended = disposition["filename*"] {
            let parts = extended.split(separator: "'", maxSplits: 2, omittingEmptySubsequences: false)
            guard parts.count == 3, parts[0].lowercased() == "utf-8", let name = PercentEncoding.decode(parts[2])
            else { throw MultipartError("a part's filename* is malformed") }
            return name
        }
        return disposition["filename"].map { $0.split(separator: "%22", omittingEmptySubsequences: false) }
            .map { $0.joined(separator: "\"") }
    }
}
