/// Hashes and checks passwords by crypt(3): yescrypt, or bcrypt where the library has no yescrypt.
///
/// Each call takes some 20 to 60 ms of one core: only slow threads call.
package enum Passwords {
    /// Unicode scalars.
    package static let longest = 128
    /// Bytes that crypt(3) takes: CRYPT_MAX_PASSPHRASE_SIZE without its NUL.
    private static let longestPhrase = 511
    /// Two to this many rounds.
    private static let bcryptCost: UInt = 10

    /// A hash with a salt of its own, ready for storage.
    ///
    /// - Throws: `.unusablePassword`, `.hashingUnavailable`.
    package static func hash(_ password: String) throws(SecurityError) -> String {
        guard let phrase = phrase(for: password) else { throw .unusablePassword }
        guard let setting = Crypt.setting(prefix: "$y$") ?? Crypt.setting(prefix: "$2b$", cost: bcryptCost),
            let hash = Crypt.hash(phrase, setting: setting)
        else { throw .hashingUnavailable }
        return hash
    }

    /// Whether `password` is the one that `hash` was made of. False for a hash of any other method.
    package static func verify(_ password: String, against hash: String) -> Bool {
        guard let phrase = phrase(for: password), methods.contains(where: hash.hasPrefix),
            !hash.utf8.contains(0), let computed = Crypt.hash(phrase, setting: hash)
        else { return false }
        return constantTimeEquals(computed, hash)
    }

    /// Takes as long as `verify` against a hash made here, so that an unknown account answers no sooner than a known.
    package static func spendTheTimeOfAVerification(_ password: String) {
        _ = verify(password, against: dummy)
    }

    private static let methods = ["$y$", "$2a$", "$2b$", "$2y$"]

    /// Of no password that anybody knows: the last characters are made up.
    private static let dummy =
        Crypt.setting(prefix: "$y$") != nil
        ? "$y$j9T$HUXca1AqsSuvhYEoOeAdR0$velQtGqF9etWXhwbc0Q0Ak.kmAuiAKBr5JgeJETdFy0"
        : "$2b$10$CCCCCCCCCCCCCCCCCCCCC.KgQljzbljH4iwhlg3oTf8buusOTZRX7"

    /// What crypt(3) is given; nil for a password with NUL, which would end it early, or one that is too long.
    ///
    /// 128 scalars of four bytes are one byte more than crypt(3) takes: their SHA-256 stands for them.
    private static func phrase(for password: String) -> String? {
        guard password.unicodeScalars.count <= longest, !password.utf8.contains(0) else { return nil }
        return password.utf8.count <= longestPhrase ? password : SHA256.hex(password)
    }
}
