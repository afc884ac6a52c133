import Synchronization

extension Server {
    /// What all loops did since the start.
    package struct Counters: Sendable, Equatable {
        package var connectionsOpen = 0
        package var connectionsAccepted = 0
        /// Beyond `maxConnections`, or without a descriptor to spare.
        package var connectionsRefused = 0
        /// Answers that stay open, now and since the start.
        package var streamsOpen = 0
        package var streamsOpened = 0
        /// Answers whose status is 200 to 299, and so on.
        package var responses2xx = 0
        package var responses3xx = 0
        package var responses4xx = 0
        package var responses5xx = 0
        package var bytesReceived = 0
        package var bytesSent = 0

        package var responses: Int { responses2xx + responses3xx + responses4xx + responses5xx }
    }
}

/// The counters of one loop: written by its thread alone, read by any.
final class LoopCounters: Sendable {
    let open = Atomic<Int>(0)
    let accepted = Atomic<Int>(0)
    let refused = Atomic<Int>(0)
    let streamsOpen = Atomic<Int>(0)
    let streamsOpened = Atomic<Int>(0)
    let responses2xx = Atomic<Int>(0)
    let responses3xx = Atomic<Int>(0)
    let responses4xx = Atomic<Int>(0)
    let responses5xx = Atomic<Int>(0)
    let received = Atomic<Int>(0)
    let sent = Atomic<Int>(0)

    /// One thread writes, so a load and a store do, and they cost no locked instruction.
    @inline(__always)
    static func add(_ count: Int, to counter: borrowing Atomic<Int>) {
        counter.store(counter.load(ordering: .relaxed) &+ count, ordering: .relaxed)
    }

    var hasStreams: Bool { streamsOpen.load(ordering: .relaxed) > 0 }

    func countResponse(_ status: Int) {
        switch status {
        case ..<300: LoopCounters.add(1, to: responses2xx)
        case ..<400: LoopCounters.add(1, to: responses3xx)
        case ..<500: LoopCounters.add(1, to: responses4xx)
        default: LoopCounters.add(1, to: responses5xx)
        }
    }

    func add(to sum: inout Server.Counters) {
        sum.connectionsOpen += open.load(ordering: .relaxed)
        sum.connectionsAccepted += accepted.load(ordering: .relaxed)
        sum.connectionsRefused += refused.load(ordering: .relaxed)
        sum.streamsOpen += streamsOpen.load(ordering: .relaxed)
        sum.streamsOpened += streamsOpened.load(ordering: .relaxed)
        sum.responses2xx += responses2xx.load(ordering: .relaxed)
        sum.responses3xx += responses3xx.load(ordering: .relaxed)
        sum.responses4xx += responses4xx.load(ordering: .relaxed)
        sum.responses5xx += responses5xx.load(ordering: .relaxed)
        sum.bytesReceived += received.load(ordering: .relaxed)
        sum.bytesSent += sent.load(ordering: .relaxed)
    }
}
