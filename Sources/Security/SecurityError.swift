/// Why a password or token cannot be used. Callers answer 401 to all about tokens; the case is for the log and for tests.
package enum SecurityError: Error, Sendable, Equatable {
    /// The password holds NUL or has more than `Passwords.longest` Unicode scalars.
    case unusablePassword
    /// crypt(3) knows neither yescrypt nor bcrypt, or has no memory left.
    case hashingUnavailable
    /// Not three parts, a forged signature, another algorithm, or not a JSON object.
    case invalidToken
    /// A claim is missing, of the wrong type or out of range.
    case invalidClaim(String)
    case expired
    /// `nbf` or `iat` is in the future.
    case notYetValid
}
