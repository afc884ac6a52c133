/// An answer as a value. `Content-Length`, `Date`, `Connection` and `X-Request-Id` are the server's to write.
package struct Response: Sendable {
    package var status: Int
    package var headers: Headers
    /// Further fields, which are sent first.
    package var lines = HeaderLines.none
    package var body: [UInt8]
    /// The body instead of `body`, where it is a file.
    package var file: FileBody?
    /// Keeps the answer open behind its head: what `Handler.streamBegan` is given to go on with.
    package var stream: (any Sendable)?
    /// Closes the connection after this answer.
    package var closes: Bool

    package init(status: Int, headers: Headers = Headers(), body: [UInt8] = [], closes: Bool = false) {
        self.status = status
        self.headers = headers
        self.body = body
        self.closes = closes
    }

    /// The length of the body in bytes.
    package var length: Int { file?.range.count ?? body.count }

    /// All fields but those that the server writes.
    package var fields: [Headers.Field] { lines.fields + headers.fields }

    /// The first value of `name`.
    package func header(_ name: String) -> String? { fields.first { Headers.same($0.name, name) }?.value }
}

/// A body that the server reads from a file as the client takes it, so that it is never whole in memory.
package struct FileBody: Sendable {
    package let source: any FileSource
    /// Which bytes of the file.
    package let range: Range<Int>

    package init(_ source: any FileSource, range: Range<Int>) {
        self.source = source
        self.range = range
    }
}

/// An open file, closed when nobody holds it any more.
package protocol FileSource: AnyObject, Sendable {
    var descriptor: Int32 { get }
}
