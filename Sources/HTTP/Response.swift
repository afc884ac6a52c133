/// An answer as a value. `Content-Length`, `Date`, `Connection` and `X-Request-Id` are the server's to write.
package struct Response: Sendable {
    package var status: Int
    package var headers: Headers
    /// Further fields, which are sent first.
    package var lines = HeaderLines.none
    package var body: [UInt8]
    /// Closes the connection after this answer.
    package var closes: Bool

    package init(status: Int, headers: Headers = Headers(), body: [UInt8] = [], closes: Bool = false) {
        self.status = status
        self.headers = headers
        self.body = body
        self.closes = closes
    }

    /// All fields but those that the server writes.
    package var fields: [Headers.Field] { lines.fields + headers.fields }

    /// The first value of `name`.
    package func header(_ name: String) -> String? { fields.first { Headers.same($0.name, name) }?.value }
}
