import Testing

@testable import Security

@Suite struct PasswordsTests {
    @Test func `a password matches its own hash alone, and each hash has a salt`() throws {
        let hash = try Passwords.hash("correct horse 🐴")
        #expect(hash.hasPrefix("$y$") || hash.hasPrefix("$2b$10$"))
        #expect(Passwords.verify("correct horse 🐴", against: hash))
        #expect(!Passwords.verify("correct horse", against: hash))
        #expect(!Passwords.verify("", against: hash))
        #expect(try Passwords.hash("correct horse 🐴") != hash)
    }

    /// Hashes of "U*U" from the test vectors of crypt_blowfish.
    @Test(arguments: ["$2a$", "$2b$", "$2y$"])
    func `bcrypt hashes of other products are understood`(prefix: String) {
        let hash = prefix + "05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW"
        #expect(Passwords.verify("U*U", against: hash))
        #expect(!Passwords.verify("U*U*", against: hash))
    }

    @Test(arguments: ["", "*0", "*1", "x", "$1$abc$def", "$6$salt$hash", "$y$", "$2b$10$", "$y$j9T$", "plain"])
    func `what is no hash of ours matches nothing`(hash: String) {
        #expect(!Passwords.verify("plain", against: hash))
        #expect(!Passwords.verify("", against: hash))
    }

    @Test func `a password with NUL or above 128 scalars is refused, one of exactly 128 works to its last`() throws {
        #expect(throws: SecurityError.unusablePassword) { try Passwords.hash("a\u{0}b") }
        #expect(throws: SecurityError.unusablePassword) { try Passwords.hash(String(repeating: "a", count: 129)) }
        let longest = String(repeating: "🐴", count: 128)
        let hash = try Passwords.hash(longest)
        #expect(Passwords.verify(longest, against: hash))
        #expect(!Passwords.verify(String(longest.dropLast()) + "🐵", against: hash))
        #expect(!Passwords.verify(longest + "🐴", against: hash))
    }

    @Test func `an unknown account costs a hash of the usual method`() throws {
        let clock = ContinuousClock()
        let hash = try Passwords.hash("x")
        let known = clock.measure { _ = Passwords.verify("y", against: hash) }
        let unknown = clock.measure { Passwords.spendTheTimeOfAVerification("y") }
        // Twenty times apart would be no hash at all; closer bounds fail on a busy machine.
        #expect(unknown > known / 20)
    }
}
