import Security
import Testing

@Suite struct SignerTests {
    private let signer = Signer(secret: Array("secret".utf8), purpose: "cursor")

    @Test(arguments: [[], [0], Array("payload".utf8), [UInt8](repeating: 255, count: 5000)] as [[UInt8]])
    func `what was signed opens again`(payload: [UInt8]) {
        let text = signer.sign(payload, context: "status=open")
        #expect(signer.open(text, context: "status=open") == payload)
        #expect(text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") })
    }

    @Test func `another context, purpose or secret opens nothing`() {
        let text = signer.sign([1, 2, 3], context: "status=open")
        #expect(signer.open(text, context: "status=new") == nil)
        #expect(signer.open(text, context: "") == nil)
        #expect(Signer(secret: Array("secret".utf8), purpose: "reply").open(text, context: "status=open") == nil)
        #expect(Signer(secret: Array("Secret".utf8), purpose: "cursor").open(text, context: "status=open") == nil)
    }

    @Test func `no part lends bytes to its neighbour`() {
        let text = Signer(secret: [1], purpose: "ab").sign(Array("x".utf8), context: "c")
        #expect(Signer(secret: [1], purpose: "a").open(text, context: "bc") == nil)
        let long = signer.sign(Array("yx".utf8), context: "c")
        #expect(signer.open(long, context: "cy") == nil)
    }

    @Test func `any changed character, and any other text, opens nothing`() {
        let text = Array(signer.sign(Array("payload".utf8), context: "c"))
        for index in text.indices {
            for character in "Aa0_" where text[index] != character {
                var changed = text
                changed[index] = character
                #expect(signer.open(String(changed), context: "c") == nil)
            }
        }
        for count in text.indices { #expect(signer.open(String(text.prefix(count)), context: "c") == nil) }
        for other in ["", "=", "é", String(text) + "=", String(text) + "A", String(repeating: "A", count: 8193)] {
            #expect(signer.open(other, context: "c") == nil)
        }
    }
}
