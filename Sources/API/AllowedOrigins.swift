import Domain
import HTTP

/// The origins whose pages may call the API from a browser (Fetch standard, section 3.2): `--cors-origins`.
package struct AllowedOrigins: Sendable {
    private let named: [String]
    private let isOpenToAll: Bool

    /// No page of another origin.
    package static let none = AllowedOrigins(named: [], isOpenToAll: false)

    /// What a browser lets pages read besides the few fields that it always does.
    private static let exposed =
        "ETag, Location, Allow, X-Request-Id, RateLimit-Limit, RateLimit-Remaining, RateLimit-Reset, Retry-After, "
        + "Idempotent-Replayed, WWW-Authenticate, Content-Disposition"
    /// What pages may send besides the few fields that they always may.
    private static let accepted =
        "Authorization, Content-Type, If-Match, If-None-Match, Idempotency-Key, Last-Event-ID, X-API-Key, X-Filename, "
        + "X-Request-Id"
    /// Seconds that a browser may remember a preflight.
    private static let preflightLife = 600

    private init(named: [String], isOpenToAll: Bool) {
        self.named = named
        self.isOpenToAll = isOpenToAll
    }

    /// Nil when one of `words` is neither an origin such as "https://shop.example" nor "*".
    package init?(_ words: [String]) {
        var named: [String] = []
        for word in words where word != "*" {
            guard let origin = AllowedOrigins.normalized(word) else { return nil }
            named.append(origin)
        }
        self.init(named: named, isOpenToAll: words.contains("*"))
    }

    /// Whether no page of another origin may call.
    var isEmpty: Bool { !isOpenToAll && named.isEmpty }

    /// Says who may read an answer.
    func allow(_ head: RequestHead, _ headers: inout Headers) {
        guard !isEmpty else { return }
        // A cache must not give one origin's answer to another.
        if !named.isEmpty { headers.add("Vary", "Origin") }
        guard let origin = head.headers["Origin"] else { return }
        if named.contains(origin) {
            headers.add("Access-Control-Allow-Origin", origin)
            // Cookies only for origins that somebody has chosen: browsers refuse them with "*", and rightly.
            headers.add("Access-Control-Allow-Credentials", "true")
        } else if isOpenToAll {
            headers.add("Access-Control-Allow-Origin", "*")
        } else {
            return
        }
        headers.add("Access-Control-Expose-Headers", AllowedOrigins.exposed)
    }

    /// Answers what a browser asks before it sends a page's request.
    ///
    /// - Parameter allow: the methods that the path has.
    func answerPreflight(_ head: RequestHead, allow: String, _ headers: inout Headers) {
        guard !isEmpty, head.headers["Access-Control-Request-Method"] != nil else { return }
        headers.add("Vary", "Access-Control-Request-Method, Access-Control-Request-Headers")
        guard let origin = head.headers["Origin"], isOpenToAll || named.contains(origin) else { return }
        headers.add("Access-Control-Allow-Methods", allow)
        headers.add("Access-Control-Allow-Headers", AllowedOrigins.accepted)
        headers.add("Access-Control-Max-Age", String(AllowedOrigins.preflightLife))
    }

    /// As a browser writes an origin (RFC 6454 section 6.2): in lower case, without a scheme's usual port.
    private static func normalized(_ word: String) -> String? {
        let text = word.lowercased()
        guard let mark = text.firstRange(of: "://") else { return nil }
        let scheme = text[..<mark.lowerBound]
        guard let first = scheme.utf8.first, isLetter(first),
            scheme.utf8.allSatisfy({ isLetter($0) || isDigit($0) || "+-.".utf8.contains($0) })
        else { return nil }
        let rest = text[mark.upperBound...]
        var host = rest
        var port: Substring?
        // The colons of an IPv6 address stand in brackets.
        if let colon = rest.lastIndex(of: ":"), !rest[colon...].contains("]") {
            host = rest[..<colon]
            port = rest[rest.index(after: colon)...]
        }
        guard isHost(host) else { return nil }
        guard let port else { return text }
        guard (1...5).contains(port.utf8.count), port.utf8.allSatisfy(isDigit), let number = UInt16(port), number > 0
        else { return nil }
        let isUsual = scheme == "https" && number == 443 || scheme == "http" && number == 80
        return "\(scheme)://\(host)" + (isUsual ? "" : ":\(number)")
    }

    private static func isHost(_ host: Substring) -> Bool {
        if host.hasPrefix("[") {
            return host.hasSuffix("]") && IPAddress.bytes(String(host.dropFirst().dropLast())) != nil
        }
        return !host.isEmpty
            && host.utf8.allSatisfy {
                isLetter($0) || isDigit($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".")
                    || $0 == UInt8(ascii: "_")
            }
    }

    private static func isLetter(_ byte: UInt8) -> Bool { byte >= 0x61 && byte <= 0x7A }
    private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
}
