import HTTP
import Platform

/// How long connections are waited for.
extension EventLoop {
    /// - Parameter milliseconds: from now; nil for as long as it takes.
    func setReadDeadline(_ connection: Connection, _ milliseconds: Int?) {
        if let milliseconds {
            connection.readDeadline = now + Int64(milliseconds) * EventLoop.nanosecondsPerMillisecond
        } else {
            connection.readDeadline = Deadlines.never
        }
        schedule(connection)
    }

    func schedule(_ connection: Connection) {
        deadlines.set(connection.token.descriptor, to: min(connection.readDeadline, connection.writeDeadline))
    }

    /// A deadline has passed; it may have moved on since it was set, for what came or went meanwhile.
    func expire(_ descriptor: Int) {
        guard descriptor < connections.count, let connection = connections[descriptor] else { return }
        if connection.writeDeadline <= now {
            let earned = earned(by: connection.sentSinceBlocked)
            let timeout = Int64(configuration.writeTimeout) * EventLoop.nanosecondsPerMillisecond
            connection.writeDeadline = connection.blockedSince + timeout + earned
            if connection.writeDeadline <= now {
                close(connection)
                return
            }
        }
        if connection.readDeadline <= now {
            expireReading(connection)
        }
        if connection.phase != .closed { schedule(connection) }
    }

    private func expireReading(_ connection: Connection) {
        switch connection.phase {
        case .head:
            if !connection.hasPartOfHead, connection.hasOutput {
                // Not idle: it is still reading its answer, for which it has a deadline of its own.
                setReadDeadline(connection, configuration.idleTimeout)
            } else if connection.parser.isIdle, connection.input.isEmpty {
                close(connection)
            } else {
                refuse(connection, Refusal(.requestTimeout, "the head took too long"))
                turn(connection)
            }
        case .body, .spooling:
            guard let upload = connection.upload else { return }
            let earned = earned(by: upload.received - configuration.freeBody)
            let timeout = Int64(configuration.bodyTimeout) * EventLoop.nanosecondsPerMillisecond
            connection.readDeadline = min(upload.began + timeout + earned, bodiesEnd)
            guard connection.readDeadline <= now else { return }
            if connection.phase == .spooling {
                // The disk is late, not the client.
                connection.readDeadline = now + timeout
                return
            }
            refuse(connection, Refusal(.requestTimeout, "the body took too long"))
            turn(connection)
        case .lingering: close(connection)
        case .handling, .streaming, .closing, .closed: connection.readDeadline = Deadlines.never
        }
    }

    /// The time that so many bytes may take, in nanoseconds.
    private func earned(by bytes: Int) -> Int64 {
        Int64(max(0, bytes)) * 1000 / Int64(max(1, configuration.minimumRate)) * EventLoop.nanosecondsPerMillisecond
    }
}
