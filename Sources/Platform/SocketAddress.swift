import CLinux
import Glibc

/// An IPv4 or IPv6 address with a port.
package struct SocketAddress: Hashable, Sendable, CustomStringConvertible {
    private enum Host: Hashable {
        case v4(UInt32)
        case v6(UInt64, UInt64, scope: UInt32)
    }

    private let ip: Host
    package var port: UInt16

    /// Reads "127.0.0.1:8080", "[::1]:8080", "localhost:8080", ":8080" and "*:8080" (every IPv4 address). Nil for
    /// anything else: names are not looked up.
    package init?(_ text: String) {
        guard let colon = text.lastIndex(of: ":"), let port = UInt16(text[text.index(after: colon)...]),
            text[text.index(after: colon)...].utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 })
        else { return nil }
        self.init(host: String(text[..<colon]), port: port)
    }

    package init?(host: String, port: UInt16) {
        self.port = port
        switch host {
        case "", "*": ip = .v4(0)
        case "localhost": ip = .v4(0x7F00_0001)
        default:
            var v4 = in_addr()
            var v6 = in6_addr()
            if inet_pton(AF_INET, host, &v4) == 1 {
                ip = .v4(UInt32(bigEndian: v4.s_addr))
            } else if host.hasPrefix("["), host.hasSuffix("]"),
                inet_pton(AF_INET6, String(host.dropFirst().dropLast()), &v6) == 1
            {
                ip = SocketAddress.host(v6, scope: 0)
            } else {
                return nil
            }
        }
    }

    /// What the kernel gave; nil for another family than the internet's two.
    init?(_ storage: inout sockaddr_storage) {
        switch Int32(storage.ss_family) {
        case AF_INET:
            let address = withUnsafeBytes(of: &storage) { $0.load(as: sockaddr_in.self) }
            port = UInt16(bigEndian: address.sin_port)
            ip = .v4(UInt32(bigEndian: address.sin_addr.s_addr))
        case AF_INET6:
            let address = withUnsafeBytes(of: &storage) { $0.load(as: sockaddr_in6.self) }
            port = UInt16(bigEndian: address.sin6_port)
            ip = SocketAddress.host(address.sin6_addr, scope: address.sin6_scope_id)
        default: return nil
        }
    }

    /// The address without its port: "127.0.0.1", "::1"; an IPv4 address mapped into IPv6 shows as IPv4.
    package var host: String {
        switch ip {
        case .v4(let bits): return SocketAddress.dotted(bits)
        case .v6(let high, let low, scope: _):
            if high == 0, low >> 32 == 0xFFFF { return SocketAddress.dotted(UInt32(truncatingIfNeeded: low)) }
            var address = SocketAddress.bytes(high, low)
            // 46 is INET6_ADDRSTRLEN, inet_ntop(3).
            return withUnsafeTemporaryAllocation(of: CChar.self, capacity: 46) { text in
                guard let start = text.baseAddress, inet_ntop(AF_INET6, &address, start, 46) != nil else { return "" }
                return String(cString: start)
            }
        }
    }

    package var isIPv6: Bool { if case .v6 = ip { true } else { false } }

    package var description: String { isIPv6 ? "[\(host)]:\(port)" : "\(host):\(port)" }

    func withSockaddr<Result>(_ body: (UnsafePointer<sockaddr>, socklen_t) -> Result) -> Result {
        switch ip {
        case .v4(let bits):
            var address = sockaddr_in()
            address.sin_family = sa_family_t(AF_INET)
            address.sin_port = port.bigEndian
            address.sin_addr.s_addr = bits.bigEndian
            return SocketAddress.lend(&address, body)
        case .v6(let high, let low, let scope):
            var address = sockaddr_in6()
            address.sin6_family = sa_family_t(AF_INET6)
            address.sin6_port = port.bigEndian
            address.sin6_addr = SocketAddress.bytes(high, low)
            address.sin6_scope_id = scope
            return SocketAddress.lend(&address, body)
        }
    }

    private static func lend<Address, Result>(
        _ address: inout Address, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Result
    ) -> Result {
        withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                body($0, socklen_t(MemoryLayout<Address>.size))
            }
        }
    }

    private static func host(_ address: in6_addr, scope: UInt32) -> Host {
        withUnsafeBytes(of: address) { raw in
            .v6(
                UInt64(bigEndian: raw.loadUnaligned(as: UInt64.self)),
                UInt64(bigEndian: raw.loadUnaligned(fromByteOffset: 8, as: UInt64.self)), scope: scope)
        }
    }

    private static func bytes(_ high: UInt64, _ low: UInt64) -> in6_addr {
        var address = in6_addr()
        withUnsafeMutableBytes(of: &address) { raw in
            raw.storeBytes(of: high.bigEndian, as: UInt64.self)
            raw.storeBytes(of: low.bigEndian, toByteOffset: 8, as: UInt64.self)
        }
        return address
    }

    private static func dotted(_ bits: UInt32) -> String {
        "\(bits >> 24).\(bits >> 16 & 255).\(bits >> 8 & 255).\(bits & 255)"
    }
}
