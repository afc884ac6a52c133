import HTTP
import Platform

/// Which peers may tell us for whom they speak: addresses and CIDR blocks of `--trusted-proxies`.
package struct TrustedProxies: Sendable {
    private struct Block: Sendable {
        let bytes: [UInt8]
        let bits: Int

        func contains(_ address: [UInt8]) -> Bool {
            guard address.count == bytes.count else { return false }
            for index in 0..<bytes.count {
                let left = bits - index * 8
                if left <= 0 { return true }
                let mask: UInt8 = left >= 8 ? 0xFF : ~(0xFF >> UInt8(left))
                if (address[index] & mask) != (bytes[index] & mask) { return false }
            }
            return true
        }
    }

    private let blocks: [Block]

    package static let none = TrustedProxies(blocks: [])

    private init(blocks: [Block]) { self.blocks = blocks }

    /// Nil when one of `words`, such as "10.0.0.0/8" or "::1", is neither an address nor a block.
    package init?(_ words: [String]) {
        var blocks: [Block] = []
        for word in words {
            let parts = word.split(separator: "/", omittingEmptySubsequences: false)
            guard parts.count <= 2, let bytes = IPAddress.bytes(String(parts[0])) else { return nil }
            var bits = bytes.count * 8
            if parts.count == 2 {
                guard let given = Int(parts[1]), (0...bits).contains(given) else { return nil }
                bits = given
            }
            blocks.append(Block(bytes: bytes, bits: bits))
        }
        self.blocks = blocks
    }

    func trusts(_ address: String) -> Bool {
        guard !blocks.isEmpty, let bytes = IPAddress.bytes(address) else { return false }
        return blocks.contains { $0.contains(bytes) }
    }

    /// The client's address and whether it speaks https. `X-Forwarded-For` is read from its right end, where our own
    /// proxies write: the first address there that is not a trusted one is the client. What a client puts in front of
    /// it is never believed.
    func client(of head: RequestHead) -> (address: String, isSecure: Bool) {
        guard !blocks.isEmpty, trusts(head.remoteAddress) else { return (head.remoteAddress, false) }
        let isSecure = head.headers["X-Forwarded-Proto"]?.lowercased() == "https"
        let hops = head.headers.all("X-Forwarded-For").flatMap { $0.split(separator: ",") }
            .map { $0.drop { $0 == " " || $0 == "\t" } }
            .map { String($0.prefix { $0 != " " && $0 != "\t" }) }
        var client = head.remoteAddress
        for hop in hops.reversed() {
            guard IPAddress.bytes(hop) != nil else { break }
            client = hop
            if !trusts(hop) { break }
        }
        return (client, isSecure)
    }
}

/// Reads addresses as inet_pton(3) does; an IPv4 address inside IPv6 counts as the IPv4 address.
enum IPAddress {
    static func bytes(_ text: String) -> [UInt8]? {
        if text.utf8.contains(UInt8(ascii: ":")) { return six(text) }
        return four(text)
    }

    private static func four(_ text: some StringProtocol) -> [UInt8]? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 4 else { return nil }
        var bytes: [UInt8] = []
        for part in parts {
            guard (1...3).contains(part.utf8.count), part.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }),
                let byte = UInt8(part)
            else { return nil }
            bytes.append(byte)
        }
        return bytes
    }

    private static func six(_ text: String) -> [UInt8]? {
        var halves: [[UInt8]] = []
        var rest = Substring(text)
        if let gap = text.firstRange(of: "::") {
            guard let head = groups(text[..<gap.lowerBound], isLast: false) else { return nil }
            halves.append(head)
            rest = text[gap.upperBound...]
            if rest.contains("::") { return nil }
        }
        guard let tail = groups(rest, isLast: true) else { return nil }
        halves.append(tail)
        let count = halves.reduce(0) { $0 + $1.count }
        let bytes: [UInt8]
        if halves.count == 1 {
            guard count == 16 else { return nil }
            bytes = tail
        } else {
            guard count <= 14 else { return nil }
            bytes = halves[0] + [UInt8](repeating: 0, count: 16 - count) + halves[1]
        }
        let mapped = [UInt8](repeating: 0, count: 10) + [0xFF, 0xFF]
        return bytes.starts(with: mapped) ? Array(bytes[12...]) : bytes
    }

    private static func groups(_ text: Substring, isLast: Bool) -> [UInt8]? {
        if text.isEmpty { return [] }
        var bytes: [UInt8] = []
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        for (index, part) in parts.enumerated() {
            if isLast, index == parts.count - 1, part.contains(".") {
                guard let four = four(part) else { return nil }
                bytes += four
                continue
            }
            guard (1...4).contains(part.utf8.count), let group = UInt16(part, radix: 16), part.first != "+" else {
                return nil
            }
            bytes += [UInt8(group >> 8), UInt8(group & 0xFF)]
        }
        return bytes
    }
}
