import CLinux
import Glibc

/// Where the product takes randomness from: the kernel, or a fixed sequence in tests.
package struct Random: Sendable {
    private let fill: @Sendable (UnsafeMutableRawBufferPointer) -> Void

    package init(_ fill: @escaping @Sendable (UnsafeMutableRawBufferPointer) -> Void) { self.fill = fill }

    package func bytes(_ count: Int) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
            fill(UnsafeMutableRawBufferPointer(start: buffer.baseAddress, count: count))
            initialized = count
        }
    }

    /// A number from 0 up to, not including, `bound` (1 or more), each equally likely.
    package func number(below bound: UInt64) -> UInt64 {
        let limit = UInt64.max - UInt64.max % bound
        while true {
            var value: UInt64 = 0
            withUnsafeMutableBytes(of: &value) { fill($0) }
            if value < limit { return value % bound }
        }
    }

    /// getrandom(2): blocks only before the kernel's pool is ready, once after boot.
    package static let system = Random { buffer in
        var filled = 0
        while filled < buffer.count {
            guard let start = buffer.baseAddress else { return }
            let got = getrandom(start + filled, buffer.count - filled, 0)
            if got > 0 {
                filled += got
            } else if errno != EINTR {
                // Without randomness there is no secret and no token: stopping is the only safe answer.
                abort()
            }
        }
    }
}
