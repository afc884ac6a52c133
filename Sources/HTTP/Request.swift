/// A request method. Names are case-sensitive (RFC 9110 section 9.1).
package enum Method: Hashable, Sendable {
    case get, head, post, put, patch, delete, options
    case other(String)

    package init(_ name: String) {
        switch name {
        case "GET": self = .get
        case "HEAD": self = .head
        case "POST": self = .post
        case "PUT": self = .put
        case "PATCH": self = .patch
        case "DELETE": self = .delete
        case "OPTIONS": self = .options
        default: self = .other(name)
        }
    }

    package var name: String {
        switch self {
        case .get: "GET"
        case .head: "HEAD"
        case .post: "POST"
        case .put: "PUT"
        case .patch: "PATCH"
        case .delete: "DELETE"
        case .options: "OPTIONS"
        case .other(let name): name
        }
    }
}

/// What the request line asks for (RFC 9112 section 3.2).
package enum Target: Hashable, Sendable {
    /// Origin form, or absolute form with its scheme and authority taken off: path as sent (still percent-encoded,
    /// begins with "/"), query as sent without its "?".
    case path(String, query: String?)
    /// `OPTIONS *`
    case asterisk
    /// `CONNECT host:port`; always refused.
    case authority(String)
}

/// How the body is delimited (RFC 9112 section 6.3).
package enum BodyFraming: Hashable, Sendable {
    case none
    case length(Int)
    case chunked
}

/// A request up to its body, already strict: one Host, no ambiguous framing.
package struct RequestHead: Sendable {
    package let method: Method
    package let target: Target
    /// HTTP/1.1, as against HTTP/1.0.
    package let isHTTP11: Bool
    package let headers: Headers
    package let framing: BodyFraming
    /// False once the connection closes after the answer (`Connection: close`, or HTTP/1.0 without keep-alive).
    package let keepsAlive: Bool
    /// `Expect: 100-continue` (RFC 9110 section 10.1.1).
    package let expectsContinue: Bool
    /// The client's `X-Request-Id` when it was 1 to 64 of `A-Za-z0-9._-`, else one made by the server.
    package var id: String
    /// The address of the socket's other end, without port: "127.0.0.1", "::1".
    package var remoteAddress: String

    package init(
        method: Method, target: Target, isHTTP11: Bool = true, headers: Headers = Headers(),
        framing: BodyFraming = .none, keepsAlive: Bool = true, expectsContinue: Bool = false, id: String = "",
        remoteAddress: String = ""
    ) {
        self.method = method
        self.target = target
        self.isHTTP11 = isHTTP11
        self.headers = headers
        self.framing = framing
        self.keepsAlive = keepsAlive
        self.expectsContinue = expectsContinue
        self.id = id
        self.remoteAddress = remoteAddress
    }

    /// The path as sent, "*" for the asterisk form.
    package var path: String {
        switch target {
        case .path(let path, query: _): path
        case .asterisk: "*"
        case .authority(let authority): authority
        }
    }

    package var query: String? {
        if case .path(_, query: let query) = target { query } else { nil }
    }
}

/// A whole request: a head and its body.
package struct Request: Sendable {
    package enum Body: Sendable {
        case bytes([UInt8])
        /// An unlinked file, positioned at its start; the descriptor belongs to the server and is closed after the
        /// answer has been queued.
        case spooled(descriptor: Int32, size: Int)
    }

    package let head: RequestHead
    package let body: Body

    package init(head: RequestHead, body: Body = .bytes([])) {
        self.head = head
        self.body = body
    }

    /// The collected body; empty for a spooled one.
    package var bytes: [UInt8] {
        if case .bytes(let bytes) = body { bytes } else { [] }
    }
}
