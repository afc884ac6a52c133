import HTTP
import Platform

extension Server {
    /// What an operator may set. Durations are milliseconds, sizes bytes.
    package struct Configuration: Sendable {
        /// Where to listen. Port 0 lets the system choose; see `Server.port`.
        package var addresses: [SocketAddress]
        /// Threads that serve; each has its own listener on every address.
        package var loops = System.processorCount
        /// Connections waiting to be accepted, for each listener; the system's `net.core.somaxconn` bounds it too.
        package var backlog = 4096
        /// Connections at a time; those beyond it get 503.
        package var maxConnections = 10_000
        /// The most bytes of a body, whatever the handler would take.
        package var maxBody = 1 << 30
        /// Where bodies are spooled.
        package var spoolDirectory = "/tmp"

        /// How long a connection may wait without a byte of a request.
        package var idleTimeout = 60_000
        /// From a head's first byte to its last: sending it byte by byte wins nothing.
        package var headTimeout = 10_000
        /// For a body of at most `freeBody` bytes, as a whole, and for so many bytes of a larger one.
        package var bodyTimeout = 30_000
        package var freeBody = 1 << 20
        /// For what a body has beyond `freeBody`, and for reading answers: bytes a second.
        package var minimumRate = 16_384
        /// For a client to take an answer, as a whole; `minimumRate` gives a long answer longer.
        package var writeTimeout = 30_000
        /// After the last answer: how long to wait for the client to close, and how much to read meanwhile.
        package var lingerTimeout = 2_000
        package var lingerBytes = 1 << 18
        /// On drain: how long a client that has begun a head, or was just accepted, may take for the rest of it.
        package var drainGrace = 1_000
        /// On drain: how long a client that is sending a body may take for the rest of it.
        package var drainBodyGrace = 5_000

        package init(addresses: [SocketAddress]) { self.addresses = addresses }
    }
}

/// One answered request, for the access log. Holds nothing secret: no query, no header.
package struct AccessRecord: Sendable {
    /// Milliseconds since 1970-01-01 UTC.
    package let time: Int64
    package let method: String
    /// Without its query.
    package let path: String
    package let status: Int
    /// Of the body that was sent.
    package let bytes: Int
    /// From the head's last byte to the answer.
    package let microseconds: Int
    package let requestID: String
    package let remoteAddress: String
}
