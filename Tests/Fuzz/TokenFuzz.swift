import JSON
import Security

private let secret = Array("a secret of the fuzzer that is long enough".utf8)
private let signer = Signer(secret: secret, purpose: "cursor")
private let now: Int64 = 1_772_366_400

/// What libFuzzer calls: texts as tokens and cursors, forged and, behind a signature of ours, with any claims.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let input = Array(UnsafeBufferPointer(start: start, count: start == nil ? 0 : count))
    let text = String(decoding: input, as: UTF8.self)

    // Nobody but us can make one.
    precondition(JWT.verify(text, secret: secret) == nil, "a forged token was taken")
    precondition(signer.open(text, context: "a list") == nil, "a forged cursor was taken")
    if let bytes = Base64URL.decode(text) {
        precondition(Base64URL.encode(bytes) == text, "a text has two spellings")
    }

    // A cursor of ours opens for its list alone.
    let payload = Array(input.prefix(64))
    let cursor = signer.sign(payload, context: text)
    precondition(signer.open(cursor, context: text) == payload, "a cursor of ours was refused")
    precondition(signer.open(cursor, context: text + "x") == nil, "a cursor was taken for another list")

    // A token that we, or the host product, have signed may still claim anything.
    guard let json = try? JSONReader.read(input), case .object(let claims) = json else { return 0 }
    let token = JWT.mint(claims: claims, secret: secret)
    guard token.utf8.count <= JWT.longestToken else { return 0 }
    precondition(JWT.verify(token, secret: secret) != nil, "a token of ours was refused")
    precondition(JWT.verify(token, secret: secret.reversed()) == nil, "another's token was taken")
    if let access = try? AccessClaims(token: token, secret: secret, now: now) {
        precondition(access.expiresAt > now && access.subject > 0, "claims that cannot be were taken")
        let again = try? AccessClaims(token: access.mint(secret: secret), secret: secret, now: now)
        precondition(again == access, "claims read otherwise than they were written")
    }
    if let host = try? HostClaims(token: token, secret: secret, now: now) {
        precondition(host.expiresAt > now && host.expiresAt <= now + HostClaims.longestLife, "a token lives too long")
        precondition(host.email.contains("@"))
    }
    return 0
}
