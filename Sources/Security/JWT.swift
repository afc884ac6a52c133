import JSON

/// JSON Web Tokens signed with HMAC-SHA-256 (RFC 7519, RFC 7515). No other algorithm is known, so none can be asked for.
package enum JWT {
    /// Bytes; a longer token is refused unread.
    package static let longestToken = 8192

    /// `{"alg":"HS256","typ":"JWT"}`, encoded.
    private static let header = "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9"

    package static func mint(claims: [JSONValue.Member], secret: [UInt8]) -> String {
        var payload = JSONWriter(reserving: 256)
        payload.value(.object(claims))
        let signed = "\(header).\(Base64URL.encode(payload.bytes))"
        return "\(signed).\(Base64URL.encode(HMACSHA256.code(for: Array(signed.utf8), key: secret)))"
    }

    /// The claims, an object, of a token that was signed with `secret`; nil for everything else.
    ///
    /// Nothing is parsed before the signature holds. An empty secret is one that nobody configured: nothing holds.
    package static func verify(_ token: String, secret: [UInt8]) -> JSONValue? {
        guard !secret.isEmpty, token.utf8.count <= longestToken else { return nil }
        var token = token
        return token.withUTF8 { bytes in
            guard let (header, payload, signature) = parts(bytes),
                let presented = Base64URL.decode(signature),
                constantTimeEquals(presented, HMACSHA256.code(for: signed(bytes, without: signature), key: secret)),
                isAcceptable(header: header), let json = Base64URL.decode(payload)
            else { return nil }
            // Why text is not JSON is of no interest to whoever sent a token.
            guard let claims = try? JSONReader.read(json), case .object = claims else { return nil }
            return claims
        }
    }

    private typealias Bytes = UnsafeBufferPointer<UInt8>

    private static func parts(_ token: Bytes) -> (header: Bytes, payload: Bytes, signature: Bytes)? {
        let dot = UInt8(ascii: ".")
        guard let first = token.firstIndex(of: dot),
            let second = token[(first + 1)...].firstIndex(of: dot),
            !token[(second + 1)...].contains(dot)
        else { return nil }
        return (
            Bytes(rebasing: token[..<first]), Bytes(rebasing: token[(first + 1)..<second]),
            Bytes(rebasing: token[(second + 1)...])
        )
    }

    private static func signed(_ token: Bytes, without signature: Bytes) -> Bytes {
        Bytes(rebasing: token[..<(token.count - signature.count - 1)])
    }

    private static func isAcceptable(header text: Bytes) -> Bool {
        if text.elementsEqual(header.utf8) { return true }
        guard let json = Base64URL.decode(text), let header = try? JSONReader.read(json), case .object = header,
            header["alg"] == .string("HS256"),
            // RFC 7515 section 4.1.11: an extension that is not understood has to be refused, and none is.
            header["crit"] == nil
        else { return false }
        return header["typ"] == nil || header["typ"] == .string("JWT")
    }
}
