/// The `If-Match` of a write (RFC 9110 section 13.1.1): which version of a row the client has seen.
package enum IfMatch: Sendable, Equatable {
    case absent
    /// `*`: any version that is there.
    case any
    case tags([String])

    /// - Throws: `.stale` when the client has seen another version. Weak tags never match here.
    package func check(_ version: Int64) throws(Failure) {
        switch self {
        case .absent, .any: return
        case .tags(let tags): guard tags.contains("\"\(version)\"") else { throw .stale }
        }
    }
}
