/// Header fields as they are sent, encoded and checked once for many answers.
package struct HeaderLines: Sendable {
    package let fields: [Headers.Field]
    /// Lines with their CRLF.
    let bytes: [UInt8]

    package static let none = HeaderLines()

    private init() {
        fields = []
        bytes = []
    }

    /// - Returns: nil when a field could not be sent as it is, or is the server's to write.
    package init?(_ headers: Headers, behind before: HeaderLines = .none) {
        var bytes = before.bytes
        for field in headers.fields {
            guard !ResponseEncoder.isServers(field.name), ResponseEncoder.append(field, to: &bytes) else { return nil }
        }
        self.bytes = bytes
        fields = before.fields + headers.fields
    }
}
