import CCrypt
import CCrypto

package enum Interim {
    package static func sha256(_ bytes: [UInt8]) -> [UInt8] {
        var out = [UInt8](repeating: 0, count: 32)
        _ = bytes.withUnsafeBufferPointer { SHA256($0.baseAddress, $0.count, &out) }
        return out
    }
    package static func hmac(_ key: [UInt8], _ bytes: [UInt8]) -> [UInt8] {
        var out = [UInt8](repeating: 0, count: 32)
        var length: UInt32 = 32
        _ = HMAC(EVP_sha256(), key, Int32(key.count), bytes, bytes.count, &out, &length)
        return out
    }
    package static func areEqual(_ a: [UInt8], _ b: [UInt8]) -> Bool {
        a.count == b.count && CRYPTO_memcmp(a, b, a.count) == 0
    }
    package static func hash(_ password: String) -> String? {
        var data = crypt_data()
        guard let salt = crypt_gensalt("$y$", 0, nil, 0), let out = crypt_r(password, salt, &data) else { return nil }
        return String(cString: out)
    }
    package static func verify(_ password: String, _ hash: String) -> Bool {
        var data = crypt_data()
        guard let out = crypt_r(password, hash, &data) else { return false }
        return String(cString: out) == hash
    }
}
