import Domain
import Service
import Store
import Support
import Testing

@testable import API

@Suite struct TrackingLimitsTests {
    private static let unknown = "TKT-20200101-00000"

    @Test func `20 failures lock a client address for the right pair too, until 15 minutes have passed`() throws {
        let desk = try TrackingDesk()
        for index in 1...20 { #expect(desk.track("TKT-\(index)", "a\(index)@example.org").status == 404) }
        let known = desk.track()
        let unknown = desk.track("TKT-99", "b@example.org")
        #expect(known.status == 429)
        #expect(known.problem == "too-many-requests")
        #expect(known.header("Retry-After") == "900")
        #expect(known.text == unknown.text)
        #expect(desk.track(from: "192.0.2.2").status == 200)
        desk.api.database.clock.advance(seconds: 900)
        #expect(desk.track().status == 200)
    }

    @Test func `an IPv6 client is known by its network`() throws {
        let desk = try TrackingDesk()
        for index in 1...20 {
            #expect(desk.track("TKT-\(index)", "a\(index)@example.org", from: "2001:db8:0:1::\(index)").status == 404)
        }
        #expect(desk.track(from: "2001:db8:0:1:ffff::1").status == 429)
        #expect(desk.track(from: "2001:db8:0:2::1").status == 200)
        #expect(ClientNetwork.name(of: "2001:db8:0:1::9") == "2001:db8:0:1::/64")
        #expect(ClientNetwork.name(of: "::ffff:192.0.2.7") == "192.0.2.7")
        #expect(ClientNetwork.name(of: "") == "unknown")
    }

    @Test(arguments: [true, false])
    func `ten failures lock a number, known or not, under any of its spellings`(isKnown: Bool) throws {
        let desk = try TrackingDesk()
        let number = isKnown ? desk.number : Self.unknown
        for index in 0..<10 {
            let spelling = index.isMultiple(of: 2) ? number.lowercased() : " \(number)"
            #expect(desk.track(spelling, "a\(index)@example.org", from: "10.0.0.\(index)").status == 404)
        }
        let answer = desk.track(number, "new@example.org", from: "10.0.1.1")
        #expect(answer.status == 429)
        #expect(answer.header("Retry-After") == "900")
    }

    @Test(arguments: ["ada@example.org", "nobody@example.org"])
    func `ten failures lock an e-mail address, known or not, under any of its spellings`(email: String) throws {
        let desk = try TrackingDesk()
        for index in 0..<10 {
            let spelling = index.isMultiple(of: 2) ? email.uppercased() : " \(email)"
            #expect(desk.track("TKT-\(index)", spelling, from: "10.0.0.\(index)").status == 404)
        }
        #expect(desk.track("TKT-77", email, from: "10.0.1.1").status == 429)
    }

    @Test func `above the limits of number and address the right pair succeeds for a client without failures only`()
        throws
    {
        let desk = try TrackingDesk()
        for index in 0..<10 {
            #expect(desk.track(nil, "a\(index)@example.org", from: "10.0.0.\(index)").status == 404)
            #expect(desk.track("TKT-\(index)", from: "10.0.2.\(index)").status == 404)
        }
        #expect(desk.track(from: "192.0.2.9").status == 200)
        #expect(desk.track(from: "192.0.2.9").status == 200)
        let right = desk.track(from: "10.0.0.0")
        let wrong = desk.track(nil, "new@example.org", from: "10.0.0.1")
        #expect(right.status == 429)
        #expect(right.text == wrong.text)
        #expect(right.header("Retry-After") == wrong.header("Retry-After"))
        // Both were counted, so that the client's own limit does not tell one from the other.
        let counts = try desk.api.database.read { (tx) throws(Failure) in
            [try tx.failures(of: "track-client:10.0.0.0").count, try tx.failures(of: "track-client:10.0.0.1").count]
        }
        #expect(counts == [2, 2])
        // Somebody without failures of their own has one after a wrong pair.
        #expect(desk.track(nil, "new@example.org", from: "192.0.2.9").status == 429)
        #expect(desk.track(from: "192.0.2.9").status == 429)
    }

    @Test func `success costs nothing, and forgives nothing`() throws {
        let desk = try TrackingDesk()
        for _ in 1...50 { #expect(desk.track().status == 200) }
        let failures = try desk.api.database.read { (tx) throws(Failure) in
            try tx.failures(of: "track-client:192.0.2.1").count
        }
        #expect(failures == 0)
        for index in 1...20 { #expect(desk.track("TKT-\(index)", "a\(index)@example.org").status == 404) }
        #expect(desk.track().status == 429)
    }

    @Test func `failures outlive a restart`() throws {
        let desk = try TrackingDesk()
        for index in 1...20 { #expect(desk.track("TKT-\(index)", "a\(index)@example.org").status == 404) }
        let restarted = try TrackingDesk.api(on: desk.api.database)
        #expect(desk.track(on: restarted).status == 429)
        #expect(desk.track(from: "192.0.2.2", on: restarted).status == 200)
    }

    @Test func `without rate limits nothing is counted`() throws {
        let desk = try TrackingDesk(settings: APISettings(limitsRates: false))
        for _ in 1...25 { #expect(desk.track(nil, "wrong@example.org").status == 404) }
        #expect(desk.track().status == 200)
        let failures = try desk.api.database.read { (tx) throws(Failure) in
            try tx.failures(of: "track-client:192.0.2.1").count
        }
        #expect(failures == 0)
    }
}
