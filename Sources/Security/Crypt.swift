import CCrypt
import CCrypto

/// crypt(3) on memory of its own, so that any number of threads may use it at once.
enum Crypt {
    /// The text that names method, cost and a random salt; nil when the library does not know `prefix`.
    ///
    /// - Parameter cost: 0 for the library's default.
    static func setting(prefix: String, cost: UInt = 0) -> String? {
        // Without bytes from us the library takes the salt from the kernel.
        guard let text = crypt_gensalt_ra(prefix, cost, nil, 0) else { return nil }
        defer { ticketd_crypt_free(text) }
        return String(cString: text)
    }

    /// The hash of `phrase` as `setting`, which may be an earlier hash, asks for; nil when the library refuses.
    static func hash(_ phrase: String, setting: String) -> String? {
        // 32 kB, too much for the stack of a thread.
        let size = MemoryLayout<crypt_data>.size
        let data = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 16)
        data.initializeMemory(as: UInt8.self, repeating: 0, count: size)
        defer {
            OPENSSL_cleanse(data, size)
            data.deallocate()
        }
        // Unlike crypt_r, crypt_rn answers a failure with null and never with a text that could be taken for a hash.
        guard let hash = crypt_rn(phrase, setting, data, Int32(size)) else { return nil }
        return String(cString: hash)
    }
}
