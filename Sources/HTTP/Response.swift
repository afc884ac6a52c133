/// An answer as a value. `Content-Length`, `Date`, `Connection` and `X-Request-Id` are the server's to write.
package struct Response: Sendable {
    package var status: Int
    package var headers: Headers
    package var body: [UInt8]
    /// Closes the connection after this answer.
    package var closes: Bool

    package init(status: Int, headers: Headers = Headers(), body: [UInt8] = [], closes: Bool = false) {
        self.status = status
        self.headers = headers
        self.body = body
        self.closes = closes
    }
}
