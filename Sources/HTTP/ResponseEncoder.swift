/// Writes answers as HTTP/1.1 (RFC 9112 section 4).
package enum ResponseEncoder {
    /// What the request and the connection say about the answer's form.
    package struct Context: Sendable {
        /// The request was HEAD: Content-Length as for GET, and no body.
        package var isHead: Bool
        package var isHTTP11: Bool
        /// The connection ends after this answer.
        package var closes: Bool
        /// For `X-Request-Id`; must be a token.
        package var id: String
        /// "Date: ...\r\n", made once a second.
        package var dateLine: [UInt8]

        package init(isHead: Bool, isHTTP11: Bool, closes: Bool, id: String, dateLine: [UInt8]) {
            self.isHead = isHead
            self.isHTTP11 = isHTTP11
            self.closes = closes
            self.id = id
            self.dateLine = dateLine
        }
    }

    package static let interim = Array("HTTP/1.1 100 Continue\r\n\r\n".utf8)

    package static func dateLine(_ seconds: Int64) -> [UInt8] { Array("Date: \(HTTPDate.text(seconds))\r\n".utf8) }

    /// Whether the body of `response` is sent at all (RFC 9110 section 6.4.1).
    package static func sendsBody(_ response: Response, isHead: Bool) -> Bool {
        !isHead && response.status != 204 && response.status != 304
    }

    /// Appends the head and, when it is sent, the body; a file's is left to the server.
    ///
    /// - Returns: false when a header could not be sent as it is; see `appendHead`.
    package static func append(_ response: Response, _ context: Context, to out: inout [UInt8]) -> Bool {
        guard appendHead(of: response, context, to: &out) else { return false }
        if sendsBody(response, isHead: context.isHead) { out += response.body }
        return true
    }

    /// Appends status line, headers and the empty line.
    ///
    /// The headers that are the server's to write are left out of those of `response`.
    ///
    /// - Returns: false, with nothing appended, when the status is no final one, a header's name is not a token, or its
    ///   value holds CR, LF, NUL or another control: sent on, it could become a header or an answer of its own.
    package static func appendHead(of response: Response, _ context: Context, to out: inout [UInt8]) -> Bool {
        let start = out.count
        guard response.status >= 200, response.status <= 599 else { return false }
        if let line = statusLine(response.status) {
            append(line, to: &out)
        } else {
            // The reason may be empty, its space may not (RFC 9112 section 4).
            append("HTTP/1.1 ", to: &out)
            append(response.status, to: &out)
            append(" \r\n", to: &out)
        }
        out += response.lines.bytes
        for field in response.headers.fields {
            if isServers(field.name) { continue }
            guard append(field, to: &out) else {
                out.removeSubrange(start...)
                return false
            }
        }
        // A 204 has no length, and a 304 would have to tell that of the answer it stands for (RFC 9110 section 8.6).
        // A stream ends with its connection (section 8.6 of RFC 9112).
        if response.status != 204, response.status != 304, response.stream == nil {
            append("Content-Length: ", to: &out)
            append(response.length, to: &out)
            append("\r\n", to: &out)
        }
        out += context.dateLine
        if context.closes {
            append("Connection: close\r\n", to: &out)
        } else if !context.isHTTP11 {
            append("Connection: keep-alive\r\n", to: &out)
        }
        append("X-Request-Id: ", to: &out)
        append(context.id, to: &out)
        append("\r\n\r\n", to: &out)
        return true
    }

    static func append(_ field: Headers.Field, to out: inout [UInt8]) -> Bool {
        var name = field.name
        var value = field.value
        let isName = name.withUTF8 { bytes in
            out.append(contentsOf: bytes)
            return !bytes.isEmpty && bytes.allSatisfy(Bytes.isToken)
        }
        append(": ", to: &out)
        let isValue = value.withUTF8 { bytes in
            out.append(contentsOf: bytes)
            return Bytes.areFieldValue(bytes, from: 0, to: bytes.count)
        }
        append("\r\n", to: &out)
        return isName && isValue
    }

    /// Whether the server writes this header itself.
    static func isServers(_ name: String) -> Bool {
        switch name.utf8.count {
        case 4: Headers.same(name, "Date")
        case 10: Headers.same(name, "Connection") || Headers.same(name, "Keep-Alive")
        case 12: Headers.same(name, "X-Request-Id")
        case 14: Headers.same(name, "Content-Length")
        case 17: Headers.same(name, "Transfer-Encoding")
        default: false
        }
    }

    @inline(__always)
    private static func append(_ text: StaticString, to out: inout [UInt8]) {
        out.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    private static func append(_ text: String, to out: inout [UInt8]) {
        var text = text
        text.withUTF8 { out.append(contentsOf: $0) }
    }

    private static func append(_ number: Int, to out: inout [UInt8]) {
        // 19 digits are the longest positive number of 63 bits.
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { digits in
            var start = 20
            var rest = number
            repeat {
                start -= 1
                digits[start] = UInt8(truncatingIfNeeded: 0x30 + rest % 10)
                rest /= 10
            } while rest > 0
            out.append(contentsOf: digits[start...])
        }
    }

    private static func statusLine(_ status: Int) -> StaticString? {
        switch status {
        case 200: "HTTP/1.1 200 OK\r\n"
        case 201: "HTTP/1.1 201 Created\r\n"
        case 202: "HTTP/1.1 202 Accepted\r\n"
        case 204: "HTTP/1.1 204 No Content\r\n"
        case 206: "HTTP/1.1 206 Partial Content\r\n"
        case 301: "HTTP/1.1 301 Moved Permanently\r\n"
        case 302: "HTTP/1.1 302 Found\r\n"
        case 303: "HTTP/1.1 303 See Other\r\n"
        case 304: "HTTP/1.1 304 Not Modified\r\n"
        case 307: "HTTP/1.1 307 Temporary Redirect\r\n"
        case 308: "HTTP/1.1 308 Permanent Redirect\r\n"
        default: errorLine(status)
        }
    }

    private static func errorLine(_ status: Int) -> StaticString? {
        switch status {
        case 400: "HTTP/1.1 400 Bad Request\r\n"
        case 401: "HTTP/1.1 401 Unauthorized\r\n"
        case 403: "HTTP/1.1 403 Forbidden\r\n"
        case 404: "HTTP/1.1 404 Not Found\r\n"
        case 405: "HTTP/1.1 405 Method Not Allowed\r\n"
        case 406: "HTTP/1.1 406 Not Acceptable\r\n"
        case 408: "HTTP/1.1 408 Request Timeout\r\n"
        case 409: "HTTP/1.1 409 Conflict\r\n"
        case 410: "HTTP/1.1 410 Gone\r\n"
        case 412: "HTTP/1.1 412 Precondition Failed\r\n"
        case 413: "HTTP/1.1 413 Content Too Large\r\n"
        case 414: "HTTP/1.1 414 URI Too Long\r\n"
        case 415: "HTTP/1.1 415 Unsupported Media Type\r\n"
        case 416: "HTTP/1.1 416 Range Not Satisfiable\r\n"
        case 417: "HTTP/1.1 417 Expectation Failed\r\n"
        case 422: "HTTP/1.1 422 Unprocessable Content\r\n"
        case 429: "HTTP/1.1 429 Too Many Requests\r\n"
        case 431: "HTTP/1.1 431 Request Header Fields Too Large\r\n"
        case 500: "HTTP/1.1 500 Internal Server Error\r\n"
        case 501: "HTTP/1.1 501 Not Implemented\r\n"
        case 502: "HTTP/1.1 502 Bad Gateway\r\n"
        case 503: "HTTP/1.1 503 Service Unavailable\r\n"
        case 504: "HTTP/1.1 504 Gateway Timeout\r\n"
        case 505: "HTTP/1.1 505 HTTP Version Not Supported\r\n"
        default: nil
        }
    }
}
