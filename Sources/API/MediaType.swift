import Domain

/// The media type of a Content-Type (RFC 9110 section 8.3).
enum MediaType {
    /// Type and subtype in lower case, without parameters.
    static func name(_ field: String) -> String {
        Text.trimmed(String(field.prefix { $0 != ";" })).lowercased()
    }

    /// JSON in UTF-8; a body whose type is not said is taken for it.
    static func isJSON(_ field: String?) -> Bool {
        guard let field, field != "application/json" else { return true }
        guard name(field) == "application/json" else { return false }
        for parameter in field.split(separator: ";").dropFirst() {
            let parts = parameter.split(separator: "=", maxSplits: 1).map { Text.trimmed(String($0)).lowercased() }
            if parts.first == "charset", parts.count == 2, parts[1] != "utf-8", parts[1] != "\"utf-8\"" { return false }
        }
        return true
    }
}
