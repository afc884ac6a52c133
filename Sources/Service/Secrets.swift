import Domain
import Platform
import Security

/// The cryptography that the use cases need, in one place.
package struct Secrets: Sendable {
    private let random: Random

    package init(random: Random = .system) { self.random = random }

    /// A secret of 256 bits that goes into links and keys.
    package func newSecret() -> String { Base64URL.text(random.bytes(32)) }

    /// A name of 96 bits for a token.
    func newTokenID() -> String { Base64URL.text(random.bytes(12)) }

    /// A password that a person can type: 16 letters and digits without those that look alike.
    package func newPassword() -> String {
        let alphabet = Array("abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789")
        return String((0..<16).map { _ in alphabet[Int(random.number(below: UInt64(alphabet.count)))] })
    }

    /// SHA-256 in hexadecimal, which is how secrets of 256 bits are kept.
    package static func hash(_ secret: String) -> String { hash(Array(secret.utf8)) }

    package static func hash(_ bytes: [UInt8]) -> String {
        let digits = Array("0123456789abcdef".utf8)
        let text = Interim.sha256(bytes).flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
        return String(decoding: text, as: UTF8.self)
    }

    static func signature(_ key: [UInt8], _ bytes: [UInt8]) -> [UInt8] { Interim.hmac(key, bytes) }

    /// Compares in a time that does not depend on where the two differ.
    static func areEqual(_ a: [UInt8], _ b: [UInt8]) -> Bool { Interim.areEqual(a, b) }
}

/// Passwords by crypt(5). Each takes tens of milliseconds: on a slow thread only.
package enum PasswordHash {
    /// How long a password may be, in Unicode scalars.
    package static let lengths = 8...128

    /// - Throws: `.internalFault` when crypt(3) refuses.
    package static func make(_ password: String) throws(Failure) -> String {
        guard let hash = Interim.hash(password) else { throw .internalFault("crypt(3) has made no hash") }
        return hash
    }

    /// Whether `password` is the one behind `hash`. Without a hash it takes as long and is false, so that the time does
    /// not tell whether there is an account.
    package static func matches(_ password: String, _ hash: String?) -> Bool {
        guard let hash else {
            _ = Interim.verify(password, decoy)
            return false
        }
        return Interim.verify(password, hash)
    }

    /// The hash of a password that nobody knows.
    private static let decoy = Interim.hash(Secrets().newSecret()) ?? ""
}
