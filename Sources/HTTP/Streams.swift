/// Names an open stream for as long as it lives.
package struct StreamID: Hashable, Sendable {
    package let bits: UInt64

    package init(_ bits: UInt64) { self.bits = bits }
}

/// The open streams of one loop, for the handler of that loop: to be used on its thread only, during the calls that hand
/// it over.
package protocol Streams: AnyObject {
    /// Sends `bytes`, or keeps them until the client takes them.
    ///
    /// - Returns: false, with nothing taken, when the stream has ended or too much waits for its client already.
    func send(_ bytes: [UInt8], to stream: StreamID) -> Bool

    /// Asks for `Handler.streamHasRoom` once nothing waits for the client any more; soon, when nothing does now.
    func awaitRoom(_ stream: StreamID)

    /// Asks for `Handler.wake` in the next round: there is more to do than others should wait for.
    func wakeSoon()

    /// Ends the stream as it should: what waits is still sent.
    func end(_ stream: StreamID)
}

extension Handler {
    // What opens no streams hears of none.
    package func streamBegan(_ stream: StreamID, _ subscription: any Sendable, on streams: any Streams) {
        streams.end(stream)
    }
    package func streamHasRoom(_ stream: StreamID, on streams: any Streams) {}
    package func streamEnded(_ stream: StreamID) {}
    package func wake(on streams: any Streams) {}
    package func tick(on streams: any Streams) {}
}
