/// What is to be done with a request of which only the head is known. Decided before any body byte is read, and before
/// `100 Continue` is sent.
package enum BodyDecision: Sendable {
    /// Answer this now; a body that is still to come is not read, and the connection closes if there is one.
    case refuse(Response)
    /// Read the body into memory, at most `limit` bytes (else 413).
    case collect(limit: Int)
    /// Read the body into an unlinked file, at most `limit` bytes (else 413).
    case spool(limit: Int)
}

/// What answers requests. Made once per event loop, on its thread, and never called from another: it may own what is
/// not `Sendable`, such as that loop's reader.
package protocol Handler: AnyObject {
    /// The answer to a request without a body, where it can be had at once; nil sends the request through `head` and
    /// `handle`.
    func answer(_ head: RequestHead) -> Response?

    func head(_ head: RequestHead) -> BodyDecision

    /// Answers `request` by one call of `reply`, now or later, from any thread.
    func handle(_ request: Request, _ reply: Reply)

    /// Called before the loop waits: what was kept for the requests of one turn may be let go.
    func turnEnds()

    // Streams are for whoever answers with `Response.stream`. All of this is called on the loop's thread.

    /// A stream is open: its answer's head has gone out.
    func streamBegan(_ stream: StreamID, _ subscription: any Sendable, on streams: any Streams)

    /// Nothing waits for the client any more, which `Streams.awaitRoom` has asked for.
    func streamHasRoom(_ stream: StreamID, on streams: any Streams)

    /// The stream is over, whoever has ended it.
    func streamEnded(_ stream: StreamID)

    /// `Server.wake` was called, or `Streams.wakeSoon`; only while a stream is open.
    func wake(on streams: any Streams)

    /// Called twice a second while a stream is open.
    func tick(on streams: any Streams)
}

extension Handler {
    package func answer(_ head: RequestHead) -> Response? { nil }
    package func turnEnds() {}
}

/// The right to answer one request, once. Dropping it unanswered makes the server answer 500.
package struct Reply: Sendable {
    private let sink: any ReplySink

    package init(_ deliver: @escaping @Sendable (@escaping @Sendable () -> Response) -> Void) {
        sink = ClosureSink(deliver)
    }

    package init(to sink: any ReplySink) { self.sink = sink }

    package func send(_ response: Response) { sink.deliver(.ready(response)) }

    /// Answers with what `make` returns; `make` runs on the connection's loop thread, so that encoding costs the
    /// writer nothing.
    package func send(making make: @escaping @Sendable () -> Response) { sink.deliver(.making(make)) }
}

/// An answer, or how to make it.
package enum Answer: Sendable {
    case ready(Response)
    case making(@Sendable () -> Response)

    package var response: Response {
        switch self {
        case .ready(let response): response
        case .making(let make): make()
        }
    }
}

/// Where a `Reply` goes. Only the first answer counts.
package protocol ReplySink: AnyObject, Sendable {
    func deliver(_ answer: Answer)
}

private final class ClosureSink: ReplySink {
    private let body: @Sendable (@escaping @Sendable () -> Response) -> Void

    init(_ body: @escaping @Sendable (@escaping @Sendable () -> Response) -> Void) { self.body = body }

    func deliver(_ answer: Answer) { body { answer.response } }
}

/// Why the server itself refuses a request, before or instead of the handler.
package enum ServerRefusal: Int, Sendable, CaseIterable {
    case badRequest = 400
    case requestTimeout = 408
    case payloadTooLarge = 413
    case uriTooLong = 414
    case expectationFailed = 417
    case headersTooLarge = 431
    case internalError = 500
    case notImplemented = 501
    case unavailable = 503
    case versionNotSupported = 505
}
