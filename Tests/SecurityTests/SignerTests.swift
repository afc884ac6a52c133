import Platform
import Testing

@testable import Security

@Suite struct SignerTests {
    private let signer = Signer(secret: [1, 2, 3], purpose: "cursor")

    @Test(arguments: [0, 1, 2, 3, 15, 16, 17, 300])
    func `a payload of any length comes back`(length: Int) {
        let payload = (0..<length).map { UInt8(truncatingIfNeeded: $0) }
        #expect(signer.open(signer.sign(payload, context: "a"), context: "a") == payload)
    }

    @Test func `secret, purpose and context are part of the signature`() {
        let text = signer.sign([7], context: "a")
        #expect(signer.open(text, context: "b") == nil)
        #expect(Signer(secret: [1, 2, 3], purpose: "reply").open(text, context: "a") == nil)
        #expect(Signer(secret: [1, 2, 4], purpose: "cursor").open(text, context: "a") == nil)
        #expect(Signer(secret: [1, 2, 3], purpose: "cursora").open(text, context: "") == nil)
    }

    @Test func `a changed, cut, longer or padded text does not open`() {
        let text = signer.sign([1, 2, 3, 4], context: "")
        let bytes = Array(text.utf8)
        for index in bytes.indices {
            var changed = bytes
            changed[index] = changed[index] == 0x41 ? 0x42 : 0x41
            #expect(signer.open(String(decoding: changed, as: UTF8.self), context: "") == nil)
            #expect(signer.open(String(decoding: bytes.prefix(index), as: UTF8.self), context: "") == nil)
        }
        for wrong in [text + "A", text + "=", text + " ", "", String(repeating: "A", count: 9000)] {
            #expect(signer.open(wrong, context: "") == nil)
        }
    }

    @Test func `one-time tokens differ and are looked up by their hash`() {
        let first = SecretToken(from: .system)
        #expect(first.text.utf8.count == 43 && first.hash.utf8.count == 64)
        #expect(SecretToken.hash(of: first.text) == first.hash)
        #expect(SecretToken(from: .system) != first)
    }

    @Test func `a one-time password has four groups that can be read out`() {
        let password = SecretToken.oneTimePassword(from: .system)
        let groups = password.split(separator: "-", omittingEmptySubsequences: false)
        #expect(groups.map(\.count) == [4, 4, 4, 4])
        #expect(password.allSatisfy { "0123456789ABCDEFGHJKMNPQRSTVWXYZ-".contains($0) })
    }
}
