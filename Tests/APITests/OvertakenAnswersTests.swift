import Domain
import HTTP
import JSON
import Service
import Store
import Support
import Synchronization
import Testing

@testable import API

/// Says what it was made with, and lets something happen while that is encoded: behind the read, before the answer.
private struct Overtaken: Representation, Answering {
    static let meanwhile = Mutex<(@Sendable () throws -> Void)?>(nil)

    let words: String

    var answer: API.Answer<Overtaken> { API.Answer(self) }
    static let schema = Schema.object([("words", .string)])

    func write(to json: inout JSONWriter) {
        json.object { $0.member("words", words) }
        let act = Overtaken.meanwhile.withLock { act in
            defer { act = nil }
            return act
        }
        do { try act?() } catch { Issue.record(error) }
    }
}

@Suite(.serialized) struct OvertakenAnswersTests {
    private func desk() throws -> APIDesk {
        try APIDesk(routes: { _ in
            [
                .read(.get, "/probe", .agent) { (_, _: NoInput, tx) throws(Failure) in
                    tx.keep(until: .never)
                    return Overtaken(words: try tx.user(email: "new@example.com") == nil ? "without" : "with")
                }
            ]
        })
    }

    private func meanwhile(_ api: APIDesk, _ job: @escaping @Sendable (Writing) throws(Failure) -> Void) {
        let writer = api.database.writer
        Overtaken.meanwhile.withLock {
            $0 = {
                let done = Waiter<Result<Void, Failure>>()
                writer.submit(job) { done.fulfil($0) }
                try done.wait().get()
            }
        }
    }

    @Test func `an answer that a commit overtook is not kept for what is after it`() throws {
        let api = try desk()
        let grace = try api.user("grace@example.com", .agent)
        meanwhile(api) { (tx) throws(Failure) in
            _ = try tx.insertAccount(
                name: "New", email: "new@example.com", phone: nil, role: .customer, passwordHash: "")
        }
        #expect(api.request(.get, "/api/v1/probe", token: grace.token).json["words"]?.string == "without")
        for _ in 0..<2 {
            #expect(api.request(.get, "/api/v1/probe", token: grace.token).json["words"]?.string == "with")
        }
    }

    @Test func `a logout that overtakes an answer ends the token`() throws {
        let api = try desk()
        let grace = try api.user("grace@example.com", .agent)
        guard case .token(let claims, _) = api.tokens.read(grace.token, now: api.database.clock.now) else {
            Issue.record("no token")
            return
        }
        meanwhile(api) { (tx) throws(Failure) in try tx.revokeToken(claims.tokenID, until: claims.expiresAt) }
        #expect(api.request(.get, "/api/v1/probe", token: grace.token).status == 200)
        for _ in 0..<2 { #expect(api.request(.get, "/api/v1/probe", token: grace.token).status == 401) }
    }
}
