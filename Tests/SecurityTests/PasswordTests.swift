import Platform
import Security
import Testing

@Suite struct PasswordTests {
    @Test(arguments: [
        "correct horse", "", "pässwörd 😹", String(repeating: "😹", count: 128), String(repeating: "a", count: 128),
    ])
    func `a password opens its own hash and no other`(password: String) throws {
        let hash = try Passwords.hash(password)
        #expect(Passwords.verify(password, against: hash))
        #expect(!Passwords.verify(password + "x", against: hash))
        #expect(!Passwords.verify("Correct horse", against: hash))
        #expect(try Passwords.hash(password) != hash)
        #expect(!hash.contains(password) || password.isEmpty)
    }

    @Test func `NUL and more than 128 characters are refused`() throws {
        for password in ["a\u{0}b", "\u{0}", String(repeating: "a", count: 129), String(repeating: "😹", count: 129)] {
            #expect(throws: SecurityError.unusablePassword) { try Passwords.hash(password) }
        }
        // What ends at NUL would be the hash of the part before it.
        #expect(!Passwords.verify("a\u{0}b", against: try Passwords.hash("a")))
    }

    /// Of crypt_blowfish's own test program (openwall.com/crypt).
    @Test(arguments: [
        ("U*U", "$2a$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW"),
        ("U*U*", "$2a$05$CCCCCCCCCCCCCCCCCCCCC.VGOzA784oUp/Z0DY336zx7pLYAy0lwK"),
        ("U*U*U", "$2a$05$XXXXXXXXXXXXXXXXXXXXXOAcXxm9kjPGEMsLznoKqmqw7tc8WCx4a"),
        ("", "$2a$05$CCCCCCCCCCCCCCCCCCCCC.7uG0VCzI2bS7j6ymqJi9CdcdxiRTWNy"),
    ])
    func `hashes by bcrypt from elsewhere are understood`(password: String, hash: String) {
        #expect(Passwords.verify(password, against: hash))
        #expect(!Passwords.verify(password + "*", against: hash))
    }

    @Test(arguments: [
        "", "x", "$", "$y$", "$2b$", "$1$salt$hash", "$6$salt$hash", "*0", "*1", "$2b$05$short", "ab0123456789.",
        "$y$j9T$",
        "$2a$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW\u{0}", "$2a$99$CCCCCCCCCCCCCCCCCCCCC.",
    ])
    func `what is no hash of ours opens for nobody`(hash: String) {
        for password in ["", "x", "U*U", hash] { #expect(!Passwords.verify(password, against: hash)) }
    }

    @Test func `an unknown account costs a verification and cannot crash`() {
        Passwords.spendTheTimeOfAVerification("whatever")
        Passwords.spendTheTimeOfAVerification("a\u{0}b")
    }

    @Test func `a secret token is stored as its hash`() {
        let token = SecretToken(from: .system)
        #expect(token.text.utf8.count == 43)
        #expect(token.hash == SecretToken.hash(of: token.text) && token.hash.utf8.count == 64)
        #expect(SecretToken(from: .system).text != token.text)
        let fixed = SecretToken(from: Random { $0.initializeMemory(as: UInt8.self, repeating: 0) })
        #expect(fixed.text == String(repeating: "A", count: 43))
    }

    @Test func `a one-time password is readable`() {
        let password = SecretToken.oneTimePassword(from: .system)
        #expect(password.utf8.count == 19)
        let groups = password.split(separator: "-")
        #expect(groups.count == 4 && groups.allSatisfy { $0.utf8.count == 4 })
        #expect(password.allSatisfy { "0123456789ABCDEFGHJKMNPQRSTVWXYZ-".contains($0) })
        let fixed = Random { for index in $0.indices { $0[index] = UInt8(index) } }
        #expect(SecretToken.oneTimePassword(from: fixed) == "0123-4567-89AB-CDEF")
    }
}
