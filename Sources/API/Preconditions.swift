import Domain
import HTTP

/// Entity tags as they stand in header fields (RFC 9110 section 8.8.3).
package enum EntityTag {
    static func ofVersion(_ version: Int64) -> String { "\"\(version)\"" }

    /// The tags of a list, weak ones with their `W/`; what is not a tag is passed over.
    static func list(_ values: [String]) -> [String] {
        var tags: [String] = []
        for value in values {
            var rest = value.utf8[...]
            while let start = rest.firstIndex(of: UInt8(ascii: "\"")) {
                guard let end = rest[rest.index(after: start)...].firstIndex(of: UInt8(ascii: "\"")) else { break }
                let isWeak = rest[..<start].suffix(2).elementsEqual("W/".utf8)
                let tag = String(rest[start...end]) ?? ""
                tags.append(isWeak ? "W/" + tag : tag)
                rest = rest[rest.index(after: end)...]
            }
        }
        return tags
    }

    static func ifMatch(_ headers: Headers) -> IfMatch {
        let values = headers.all("If-Match")
        if values.isEmpty { return .absent }
        if values.contains(where: { Text.trimmed($0) == "*" }) { return .any }
        return .tags(list(values))
    }

    /// Whether `If-None-Match` names `tag`, compared weakly (RFC 9110 section 13.1.2).
    package static func isNamed(_ tag: String, inIfNoneMatchOf headers: Headers) -> Bool {
        guard headers["If-None-Match"] != nil else { return false }
        let values = headers.all("If-None-Match")
        if values.contains(where: { Text.trimmed($0) == "*" }) { return true }
        let plain = withoutWeakness(tag)
        return list(values).contains { withoutWeakness($0) == plain }
    }

    private static func withoutWeakness(_ tag: String) -> String {
        tag.hasPrefix("W/") ? String(tag.dropFirst(2)) : tag
    }
}

/// What an endpoint may want to know of the request besides its fields.
package struct RequestContext: Sendable {
    package let requestID: String
    /// Who called, as far as a trusted proxy or the socket says so.
    package let clientAddress: String
    /// The client speaks https, to us or to a trusted proxy.
    package let isSecure: Bool
    package let headers: Headers
    let publicURL: String

    package var ifMatch: IfMatch { EntityTag.ifMatch(headers) }
    package func isNamedByIfNoneMatch(version: Int64) -> Bool {
        EntityTag.isNamed(EntityTag.ofVersion(version), inIfNoneMatchOf: headers)
    }

    /// A page of another site must not log its visitors in as somebody it has chosen.
    ///
    /// - Throws: `.crossSite` where a browser says that another site asks for a cookie.
    package func requireOwnSite() throws(Failure) {
        if SameOrigin.isElsewhere(headers, publicURL: publicURL) { throw .crossSite }
    }
}

extension Field where Value == IfMatch {
    /// The version that a write is meant for.
    package static var ifMatch: Field {
        Field(
            of: { source in EntityTag.ifMatch(source.exchange.request.head.headers) },
            [FieldDescription(place: .header, name: "If-Match", aliases: [], schema: .string, isRequired: false)])
    }
}

extension Field where Value == RequestContext {
    /// The request itself.
    package static var context: Field {
        Field(of: { source in source.exchange.context })
    }
}

extension Field where Value == Request.Body {
    /// The body as it came. The endpoint has to say `body: .raw(...)`; a spooled file is open until the answer is out.
    package static var rawBody: Field {
        Field(of: { source in source.exchange.request.body })
    }
}
