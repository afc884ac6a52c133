import CLinux
import Glibc

/// What a read or a write of a descriptor that does not block came to.
package enum Transfer: Sendable {
    /// So many bytes, 1 or more.
    case moved(Int)
    /// The other end sends no more.
    case end
    /// Nothing now; the poller tells when.
    case blocked
    case failed(code: Int32)
}

/// TCP sockets by descriptor number; who opens one closes it.
package enum Socket {
    package enum Accepted: Sendable {
        case connection(Int32, SocketAddress)
        /// Nobody waits.
        case none
        /// The one that waited is gone already, or something else that concerns it alone: ask for the next.
        case gone
        /// EMFILE, ENFILE or no memory: asking again at once would spin.
        case exhausted(SystemError)
    }

    /// Listens on `address` without blocking.
    ///
    /// - Parameter sharesPort: several sockets of this user may listen on the same address, and the kernel spreads the
    ///   connections over them (`SO_REUSEPORT`, socket(7)).
    /// - Parameter isFirst: nobody may listen there yet: the address is bound before it is shared, for another process
    ///   of this user would else take half of the connections without a word.
    package static func listen(
        on address: SocketAddress, backlog: Int, sharesPort: Bool, isFirst: Bool = false
    ) throws(SystemError) -> Int32 {
        let family = address.isIPv6 ? AF_INET6 : AF_INET
        let descriptor = socket(family, ticketd_sock_stream | ticketd_sock_flags, 0)
        guard descriptor >= 0 else { throw .last("socket") }
        set(descriptor, SOL_SOCKET, SO_REUSEADDR, 1)
        if sharesPort, !isFirst { set(descriptor, SOL_SOCKET, SO_REUSEPORT, 1) }
        // Accepted sockets inherit it: an answer leaves in one piece, there is nothing for Nagle to gather.
        set(descriptor, ticketd_tcp, TCP_NODELAY, 1)
        guard address.withSockaddr({ bind(descriptor, $0, $1) }) == 0 else { throw failure("bind", descriptor) }
        if sharesPort, isFirst { set(descriptor, SOL_SOCKET, SO_REUSEPORT, 1) }
        guard Glibc.listen(descriptor, Int32(clamping: backlog)) == 0 else { throw failure("listen", descriptor) }
        return descriptor
    }

    /// The address that `descriptor` is bound to; tells the port when 0 was asked for.
    package static func localAddress(of descriptor: Int32) throws(SystemError) -> SocketAddress {
        var storage = sockaddr_storage()
        var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
        let code = withUnsafeMutablePointer(to: &storage) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(descriptor, $0, &length) }
        }
        guard code == 0 else { throw .last("getsockname") }
        guard let address = SocketAddress(&storage) else { throw SystemError(call: "getsockname", code: EAFNOSUPPORT) }
        return address
    }

    /// Takes the next waiting connection; its descriptor does not block.
    package static func accept(_ listener: Int32) -> Accepted {
        var storage = sockaddr_storage()
        var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
        let descriptor = withUnsafeMutablePointer(to: &storage) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                accept4(listener, $0, &length, ticketd_sock_flags)
            }
        }
        if descriptor >= 0 {
            guard let address = SocketAddress(&storage) else {
                Glibc.close(descriptor)
                return .gone
            }
            return .connection(descriptor, address)
        }
        switch errno {
        case EAGAIN, EBADF, EINVAL: return .none
        case EMFILE, ENFILE, ENOBUFS, ENOMEM: return .exhausted(.last("accept4"))
        default: return .gone
        }
    }

    /// Connects to `address` and waits for it; reads and writes of the descriptor block.
    ///
    /// - Parameter timeoutMilliseconds: how long one read or write may take; 0 for ever.
    package static func connect(to address: SocketAddress, timeoutMilliseconds: Int = 0) throws(SystemError) -> Int32 {
        let family = address.isIPv6 ? AF_INET6 : AF_INET
        let descriptor = socket(family, ticketd_sock_stream | ticketd_sock_cloexec, 0)
        guard descriptor >= 0 else { throw .last("socket") }
        var limit = timeval(tv_sec: timeoutMilliseconds / 1000, tv_usec: timeoutMilliseconds % 1000 * 1000)
        let size = socklen_t(MemoryLayout<timeval>.size)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, size)
        setsockopt(descriptor, SOL_SOCKET, SO_SNDTIMEO, &limit, size)
        set(descriptor, ticketd_tcp, TCP_NODELAY, 1)
        guard address.withSockaddr({ Glibc.connect(descriptor, $0, $1) }) == 0 else {
            throw failure("connect", descriptor)
        }
        return descriptor
    }

    package static func receive(_ descriptor: Int32, into start: UnsafeMutablePointer<UInt8>, count: Int) -> Transfer {
        while true {
            let got = recv(descriptor, start, count, 0)
            if got > 0 { return .moved(got) }
            if got == 0 { return .end }
            if errno != EINTR { return unmoved() }
        }
    }

    package static func send(_ descriptor: Int32, _ start: UnsafePointer<UInt8>, count: Int) -> Transfer {
        while true {
            let sent = Glibc.send(descriptor, start, count, ticketd_msg_nosignal)
            if sent >= 0 { return .moved(sent) }
            if errno != EINTR { return unmoved() }
        }
    }

    /// Sends two pieces by one call.
    package static func send(
        _ descriptor: Int32, _ first: UnsafeBufferPointer<UInt8>, _ second: UnsafeBufferPointer<UInt8>
    ) -> Transfer {
        while true {
            let sent = ticketd_send_two(
                descriptor, first.baseAddress, first.count, second.baseAddress, second.count)
            if sent >= 0 { return .moved(sent) }
            if errno != EINTR { return unmoved() }
        }
    }

    /// Says that nothing more is coming, and goes on reading.
    package static func shutDownWriting(_ descriptor: Int32) {
        _ = shutdown(descriptor, ticketd_shut_wr)
    }

    package static func close(_ descriptor: Int32) {
        _ = Glibc.close(descriptor)
    }

    private static func set(_ descriptor: Int32, _ level: Int32, _ option: Int32, _ value: Int32) {
        var value = value
        // Each option is an improvement; none is worth refusing to serve for.
        _ = setsockopt(descriptor, level, option, &value, socklen_t(MemoryLayout<Int32>.size))
    }

    private static func failure(_ call: String, _ descriptor: Int32) -> SystemError {
        let error = SystemError.last(call)
        Glibc.close(descriptor)
        return error
    }

    private static func unmoved() -> Transfer {
        let code = errno
        return code == EAGAIN ? .blocked : .failed(code: code)
    }
}
