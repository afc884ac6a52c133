/// Signs small values that travel through clients, such as cursors and reply addresses, and opens what comes back.
///
/// The text is Base64 (URL) of the payload and a code of 16 bytes: it hides nothing, and nobody else can make one.
package struct Signer: Sendable {
    /// Bytes of the truncated code. RFC 2104 section 5 allows half of the digest.
    package static let codeBytes = 16
    /// Characters; what is longer was not made here.
    package static let longestText = 8192

    private let secret: [UInt8]
    private let purpose: [UInt8]

    /// - Parameter purpose: what the texts are for; a text of one purpose never opens for another.
    package init(secret: [UInt8], purpose: String) {
        self.secret = secret
        self.purpose = Array(purpose.utf8)
    }

    /// - Parameter context: what the text is bound to, such as the query of a cursor. It is not in the text.
    package func sign(_ payload: [UInt8], context: String) -> String {
        Base64URL.encode(payload + code(payload[...], context))
    }

    /// The payload, when `text` was signed with this secret for this purpose and `context`; nil otherwise.
    package func open(_ text: String, context: String) -> [UInt8]? {
        guard text.utf8.count <= Signer.longestText, let bytes = Base64URL.decode(text),
            bytes.count >= Signer.codeBytes
        else { return nil }
        let payload = bytes.dropLast(Signer.codeBytes)
        let presented = Array(bytes.suffix(Signer.codeBytes))
        return constantTimeEquals(presented, code(payload, context)) ? Array(payload) : nil
    }

    private func code(_ payload: ArraySlice<UInt8>, _ context: String) -> [UInt8] {
        var message: [UInt8] = []
        message.reserveCapacity(16 + purpose.count + context.utf8.count + payload.count)
        append(purpose, to: &message)
        append(context.utf8, to: &message)
        message.append(contentsOf: payload)
        return Array(HMACSHA256.code(for: message, key: secret).prefix(Signer.codeBytes))
    }

    /// With its length in front, so that no part can lend bytes to its neighbour.
    private func append(_ part: some Collection<UInt8>, to message: inout [UInt8]) {
        withUnsafeBytes(of: UInt64(part.count).bigEndian) { message.append(contentsOf: $0) }
        message.append(contentsOf: part)
    }
}
