import CCrypto

/// The SHA-256 (FIPS 180-4) of bytes that come piece by piece, by libcrypto. Belongs to one thread.
package final class RunningDigest {
    private let context: OpaquePointer?

    package init() {
        context = EVP_MD_CTX_new()
        EVP_DigestInit_ex(context, EVP_sha256(), nil)
    }

    deinit { EVP_MD_CTX_free(context) }

    package func add(_ bytes: [UInt8]) { EVP_DigestUpdate(context, bytes, bytes.count) }

    package func add(_ bytes: ArraySlice<UInt8>) {
        bytes.withUnsafeBytes { _ = EVP_DigestUpdate(context, $0.baseAddress, $0.count) }
    }

    /// 64 lower-case hexadecimal digits. Nothing may be added afterwards.
    package func finish() -> String {
        let digest = [UInt8](unsafeUninitializedCapacity: SHA256.byteCount) { buffer, initialized in
            EVP_DigestFinal_ex(context, buffer.baseAddress, nil)
            initialized = SHA256.byteCount
        }
        return Hex.encode(digest)
    }
}
