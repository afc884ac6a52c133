import Domain
import HTTP
import Platform
import Service
import Store

/// Feeds the open streams of one loop. What is new is read once and encoded once for staff and once for customers; all
/// who are in step are sent the same bytes. Who is behind reads the table from where it stands, a page at a time.
///
/// The feed's place moves by rows that were read, never by what it was told: a number that was given in a transaction
/// and undone comes again with another event.
final class LiveFeed {
    private final class Listener {
        let subscription: Subscription
        var audience: Subscription.Audience
        /// The last event it has, while it is behind; nil in step with the feed.
        var behind: Int64?
        /// Nanoseconds of the monotonic clock.
        var nextComment: Int64

        init(_ subscription: Subscription, _ audience: Subscription.Audience, nextComment: Int64) {
            self.subscription = subscription
            self.audience = audience
            self.nextComment = nextComment
        }
    }

    /// Events that are read at a time.
    private static let pageSize: Int64 = 200
    /// Pages that are read before others on the loop have their turn.
    private static let pagesAtOnce = 5
    /// Nanoseconds between two comments. With two ticks a second they come less than 15 s apart.
    private static let commentInterval: Int64 = 14_000_000_000
    /// A customer with more tickets than this catches up by way of all events.
    private static let fewTickets: Int64 = 1000

    private let reader: Reader
    private let presence: Presence
    private let monotonic: () -> Int64
    private var listeners: [StreamID: Listener] = [:]
    private var byCustomer: [ID<User>: Set<StreamID>] = [:]
    /// The newest event that was read; counts while somebody listens.
    private var position: Int64 = 0
    private var sighted: Int64 = 0
    /// The state of the database for which everybody was admitted last.
    private var admittedFor: Int64?

    init(
        _ reader: Reader, _ presence: Presence,
        monotonic: @escaping () -> Int64 = { Clock.monotonicNanoseconds }
    ) {
        self.reader = reader
        self.presence = presence
        self.monotonic = monotonic
    }

    func begin(_ stream: StreamID, _ subscription: Subscription, on streams: any Streams) {
        do throws(Failure) {
            try reader.read { (tx) throws(Failure) in
                let audience = try subscription.admit(tx)
                if listeners.isEmpty {
                    position = try tx.lastChange()
                } else {
                    // Brought to now first, or as far as its turn goes.
                    _ = try advance(in: tx, on: streams)
                }
                let listener = Listener(
                    subscription, audience, nextComment: monotonic() + LiveFeed.commentInterval)
                let last = try tx.lastChange()
                let after = min(subscription.after ?? last, last)
                if after != position || last != position { listener.behind = after }
                listeners[stream] = listener
                if case .portal(let caller) = audience { byCustomer[caller.customer.id, default: []].insert(stream) }
                var hello = StreamText.hello
                if case .staff = audience {
                    for sighting in presence.sightings(since: 0, now: tx.now).sightings {
                        StreamText.append(sighting, to: &hello)
                    }
                }
                _ = streams.send(hello, to: stream)
                if listener.behind != nil { streams.awaitRoom(stream) }
            }
        } catch { streams.end(stream) }
    }

    func end(_ stream: StreamID) {
        guard let listener = listeners.removeValue(forKey: stream) else { return }
        guard case .portal(let caller) = listener.audience else { return }
        byCustomer[caller.customer.id]?.remove(stream)
        if byCustomer[caller.customer.id]?.isEmpty == true { byCustomer[caller.customer.id] = nil }
    }

    /// Something was committed, or somebody was seen.
    func wake(on streams: any Streams) {
        guard !listeners.isEmpty else { return }
        // Failing leaves the feed where it is; the next tick tries again.
        _ = try? reader.read { (tx) throws(Failure) in
            if try !advance(in: tx, on: streams) { streams.wakeSoon() }
            tellSightings(now: tx.now, on: streams)
        }
    }

    /// Twice a second: for what other processes have written, for credentials that do not count any more, and for
    /// comments, which keep proxies from taking a silent stream for a dead one.
    func tick(on streams: any Streams) {
        wake(on: streams)
        admitAnew(on: streams)
        let now = monotonic()
        for (stream, listener) in listeners where listener.nextComment <= now {
            listener.nextComment += LiveFeed.commentInterval
            // A client for whom something waits will see that first.
            _ = streams.send(StreamText.comment, to: stream)
        }
    }

    /// A listener that is behind has taken what was sent: the next page.
    func catchUp(_ stream: StreamID, on streams: any Streams) {
        guard let listener = listeners[stream], let after = listener.behind else { return }
        do throws(Failure) {
            try reader.read { (tx) throws(Failure) in
                // In one snapshot, so that it is in step with the feed once nothing is left.
                guard try advance(in: tx, on: streams) else { return streams.awaitRoom(stream) }
                let (changes, reached) = try page(for: listener.audience, after: after, in: tx)
                var bytes: [UInt8] = []
                for change in changes { append(change.event, for: listener.audience, to: &bytes) }
                if bytes.isEmpty || streams.send(bytes, to: stream) {
                    listener.behind = reached >= position ? nil : reached
                }
                if listener.behind != nil { streams.awaitRoom(stream) }
            }
        } catch { streams.end(stream) }
    }

    // MARK: What is new

    /// Reads what is new and sends it to all who are in step.
    ///
    /// - Returns: false when there is more than one turn may take.
    private func advance(in tx: Reading, on streams: any Streams) throws(Failure) -> Bool {
        for _ in 0..<LiveFeed.pagesAtOnce {
            let changes = try tx.changes(after: position, limit: LiveFeed.pageSize)
            guard let last = changes.last else { return true }
            tellStaff(changes, on: streams)
            for change in changes { tellCustomer(change, on: streams) }
            position = last.event.seq
            if changes.count < LiveFeed.pageSize { return true }
        }
        return false
    }

    private func tellStaff(_ changes: [TicketEvent], on streams: any Streams) {
        var bytes: [UInt8] = []
        for (stream, listener) in listeners where listener.behind == nil {
            guard case .staff = listener.audience else { continue }
            if bytes.isEmpty { for change in changes { append(change.event, for: .staff, to: &bytes) } }
            send(bytes, to: stream, listener, standingAt: position, on: streams)
        }
    }

    private func tellCustomer(_ change: TicketEvent, on streams: any Streams) {
        guard let customer = change.customer, let interested = byCustomer[customer] else { return }
        var bytes: [UInt8] = []
        for stream in interested {
            guard let listener = listeners[stream], listener.behind == nil,
                case .portal(let caller) = listener.audience, change.isVisible(to: caller)
            else { continue }
            if bytes.isEmpty { append(change.event, for: listener.audience, to: &bytes) }
            // All before this one were sent, or were not for this customer.
            send(bytes, to: stream, listener, standingAt: change.event.seq - 1, on: streams)
        }
    }

    private func send(
        _ bytes: [UInt8], to stream: StreamID, _ listener: Listener, standingAt place: Int64, on streams: any Streams
    ) {
        if streams.send(bytes, to: stream) { return }
        listener.behind = place
        streams.awaitRoom(stream)
    }

    private func append(_ event: Event, for audience: Subscription.Audience, to bytes: inout [UInt8]) {
        switch audience {
        case .staff: StreamText.append(event, EventShape(event: event), to: &bytes)
        case .portal: StreamText.append(event, PublicEventShape(event: event), to: &bytes)
        }
    }

    /// One page of what a listener has not had, and up to where it goes.
    private func page(
        for audience: Subscription.Audience, after: Int64, in tx: Reading
    ) throws(Failure) -> (changes: [TicketEvent], reached: Int64) {
        var changes: [TicketEvent]
        switch audience {
        case .staff: changes = try tx.changes(after: after, limit: LiveFeed.pageSize)
        case .portal(let caller) where try !tx.hasTickets(caller.customer.id, moreThan: LiveFeed.fewTickets):
            changes = try tx.changes(of: caller.customer.id, after: after, limit: LiveFeed.pageSize)
        case .portal: changes = try tx.changes(after: after, limit: LiveFeed.pageSize)
        }
        let reached = changes.count < LiveFeed.pageSize ? position : changes.last?.event.seq ?? position
        if case .portal(let caller) = audience { changes.removeAll { !$0.isVisible(to: caller) } }
        return (changes, reached)
    }

    // MARK: Who is there

    private func tellSightings(now: Instant, on streams: any Streams) {
        let (sightings, number) = presence.sightings(since: sighted, now: now)
        sighted = number
        if sightings.isEmpty { return }
        var bytes: [UInt8] = []
        for sighting in sightings { StreamText.append(sighting, to: &bytes) }
        for (stream, listener) in listeners {
            guard case .staff = listener.audience else { continue }
            // Not kept for who is behind: it would be old by then.
            _ = streams.send(bytes, to: stream)
        }
    }

    /// Ends the streams of those whose credentials have ended. By rows only when some have changed; by time always.
    private func admitAnew(on streams: any Streams) {
        // A database that cannot be read now ends nobody's stream; the next tick asks again.
        guard let version = try? reader.version() else { return }
        var ended: [StreamID] = []
        var moved: [StreamID] = []
        _ = try? reader.read { (tx) throws(Failure) in
            for (stream, listener) in listeners
            where version != admittedFor || listener.subscription.endsAt.map({ $0 <= tx.now }) ?? false {
                do throws(Failure) {
                    let audience = try listener.subscription.admit(tx)
                    if LiveFeed.isSame(audience, listener.audience) {
                        listener.audience = audience
                    } else {
                        moved.append(stream)
                    }
                } catch .unavailable, .timeout {
                    continue
                } catch { ended.append(stream) }
            }
            admittedFor = version
        }
        for stream in ended + moved { streams.end(stream) }
    }

    /// Whether a listener still is who it was; somebody else has to ask anew.
    private static func isSame(_ a: Subscription.Audience, _ b: Subscription.Audience) -> Bool {
        switch (a, b) {
        case (.staff, .staff): true
        case (.portal(let a), .portal(let b)):
            a.customer.id == b.customer.id && a.onlyTicket == b.onlyTicket
        case (.staff, .portal), (.portal, .staff): false
        }
    }
}
