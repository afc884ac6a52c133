import Domain
import Platform
import Security
import Store
import Support
import Testing

@testable import Service

@Suite struct FirstAdminTests {
    private func ensure(
        _ database: TestDatabase, email: String? = nil, password: String? = nil
    ) throws -> (email: String, password: String)? {
        let waiter = Waiter<Result<(email: String, password: String)?, Failure>>()
        Users().ensureFirstAdmin(email: email, password: password, with: database.reader, writer: database.writer) {
            waiter.fulfil($0)
        }
        return try waiter.wait().get()
    }

    @Test func `the first start makes an admin whose printed password has to be changed`() throws {
        let database = try TestDatabase()
        let made = try #require(try ensure(database))
        #expect(made.email == "admin@localhost")
        let user = try #require(try database.read { (tx) throws(Failure) in try tx.user(email: made.email) })
        #expect(user.role == .admin)
        #expect(user.mustChangePassword)
        #expect(Password.matches(made.password, user.passwordHash))
        #expect(try ensure(database) == nil)
    }

    @Test func `a password that was given is taken as it is`() throws {
        let database = try TestDatabase()
        #expect(try ensure(database, email: " Root@Example.com", password: "correct horse") == nil)
        let user = try #require(try database.read { (tx) throws(Failure) in try tx.user(email: "root@example.com") })
        #expect(!user.mustChangePassword)
        #expect(Password.matches("correct horse", user.passwordHash))
    }

    @Test func `the secret of tokens is made once`() throws {
        let database = try TestDatabase()
        let first = try database.write { (tx) throws(Failure) in try tx.tokenSecret(random: .system) }
        let second = try database.write { (tx) throws(Failure) in try tx.tokenSecret(random: .system) }
        #expect(first == second)
        #expect(first.count == 43)
    }
}

@Suite struct TokensTests {
    private let tokens = Tokens(secret: "ours", hostSecret: "theirs", hours: 1)
    private let now = Instant(milliseconds: 1_772_366_400_000)

    @Test func `a token says who, in which epoch, until when`() throws {
        let user = User(
            id: ID(7), email: nil, name: "Grace", role: .agent, isAccount: true, tokenEpoch: 3, createdAt: now,
            updatedAt: now)
        guard case .token(let claims, _) = tokens.read(tokens.make(for: user, now: now), now: now.milliseconds) else {
            Issue.record("not a token of ours")
            return
        }
        #expect(claims.user == user.id)
        #expect(claims.audience == .staff)
        #expect(claims.epoch == 3)
        #expect(claims.expiresAt == now.adding(seconds: 3600))
    }

    @Test func `a token of another secret, an ended one and a cut one are refused`() {
        let guest = tokens.makeGuest(customer: ID(1), epoch: 0, ticket: ID(2), now: now)
        let other = Tokens(secret: "other", hostSecret: nil)
        for (reader, text, time) in [
            (other, guest, now.milliseconds), (tokens, guest, now.adding(seconds: 3600).milliseconds),
            (tokens, String(guest.dropLast(2)), now.milliseconds), (tokens, "", now.milliseconds),
        ] {
            guard case .invalid = reader.read(text, now: time) else {
                Issue.record("accepted: \(text)")
                continue
            }
        }
    }
}
