import API
import HTTP
import Web

/// Answers for the pages that are embedded in the binary.
enum Pages {
    /// Nil when there is no page under that path.
    @Sendable static func answer(_ head: RequestHead) -> Response? {
        guard head.method == .get || head.method == .head,
            let file = WebFile.at(PercentEncoding.decode(head.path) ?? head.path)
        else { return nil }
        var headers = Headers()
        headers.add("ETag", file.entityTag)
        headers.add("Cache-Control", "no-cache")
        headers.add("X-Content-Type-Options", "nosniff")
        headers.add("Content-Security-Policy", "default-src 'self'; frame-ancestors 'none'")
        if EntityTag.isNamed(file.entityTag, inIfNoneMatchOf: head.headers) {
            return Response(status: 304, headers: headers)
        }
        headers.add("Content-Type", file.contentType)
        return Response(status: 200, headers: headers, body: file.bytes)
    }
}
