import Domain
import Security

/// Passwords of accounts. Making and checking one takes tens of milliseconds: on a slow thread only.
package enum Password {
    /// Unicode scalars.
    package static let lengths = 8...Passwords.longest

    /// - Throws: `.internalFault` when crypt(3) refuses.
    package static func hash(_ password: String) throws(Failure) -> String {
        do throws(SecurityError) {
            return try Passwords.hash(password)
        } catch {
            throw .internalFault("no password hash: \(error)")
        }
    }

    /// Whether `password` is the one behind `hash`. Without a hash it takes as long and is false, so that the time does
    /// not tell whether there is an account.
    package static func matches(_ password: String, _ hash: String?) -> Bool {
        guard let hash else {
            Passwords.spendTheTimeOfAVerification(password)
            return false
        }
        return Passwords.verify(password, against: hash)
    }
}
