import CCrypto

/// SHA-256 (FIPS 180-4), by libcrypto.
package enum SHA256 {
    package static let byteCount = 32

    package static func digest(_ bytes: [UInt8]) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: byteCount) { buffer, initialized in
            _ = CCrypto.SHA256(bytes, bytes.count, buffer.baseAddress)
            initialized = byteCount
        }
    }

    /// 64 lower-case hexadecimal digits.
    package static func hex(_ bytes: [UInt8]) -> String { Hex.encode(digest(bytes)) }

    package static func hex(_ text: String) -> String { hex(Array(text.utf8)) }
}

/// HMAC with SHA-256 (RFC 2104, RFC 4231), by libcrypto.
package enum HMACSHA256 {
    package static let byteCount = 32

    package static func code(for message: [UInt8], key: [UInt8]) -> [UInt8] {
        message.withUnsafeBufferPointer { code(for: $0, key: key) }
    }

    package static func code(for message: UnsafeBufferPointer<UInt8>, key: [UInt8]) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: byteCount) { buffer, initialized in
            var length: UInt32 = 0
            _ = HMAC(
                EVP_sha256(), key, Int32(key.count), message.baseAddress, message.count, buffer.baseAddress, &length)
            initialized = byteCount
        }
    }
}

/// Whether `a` and `b` are equal, in a time that tells their lengths only.
package func constantTimeEquals(_ a: [UInt8], _ b: [UInt8]) -> Bool {
    a.count == b.count && CRYPTO_memcmp(a, b, a.count) == 0
}

package func constantTimeEquals(_ a: String, _ b: String) -> Bool {
    constantTimeEquals(Array(a.utf8), Array(b.utf8))
}
