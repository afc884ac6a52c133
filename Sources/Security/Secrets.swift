/// Keys of their own for each purpose, from the one secret of the installation: what one key signs, no other accepts.
package enum Secrets {
    /// 32 bytes; the same for the same `master` and `label`, and telling nothing about either.
    package static func derive(master: [UInt8], label: String) -> [UInt8] {
        HMACSHA256.code(for: Array("ticketd/\(label)".utf8), key: master)
    }
}
