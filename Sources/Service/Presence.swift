import Domain
import Platform

/// Who of staff looks at which ticket now, or writes on it: so that two do not answer the same customer. It is nobody's
/// record: kept in memory for half a minute.
package final class Presence: Sendable {
    package enum State: String, CaseIterable, Sendable {
        case viewing, writing
    }

    /// One person at one ticket.
    package struct Sighting: Sendable {
        package let ticket: ID<Ticket>
        package let user: ID<User>
        package let name: String
        package let state: State
        package let until: Instant
        /// Counts up with every sighting, so that a loop knows what it has told.
        fileprivate let number: Int64
    }

    /// How long a sighting stands, in milliseconds.
    package static let life: Int64 = 30_000
    /// The most sightings at a time; beyond it the oldest give way.
    private static let most = 10_000

    private struct Board {
        var sightings: [Sighting] = []
        var count: Int64 = 0
    }

    private let board = Guarded(Board())
    private let listener = Guarded<(@Sendable () -> Void)?>(nil)

    package init() {}

    /// - Parameter ring: called after each sighting, on the thread that told it.
    package func listen(_ ring: @escaping @Sendable () -> Void) { listener.withLock { $0 = ring } }

    package func see(_ agent: Agent, at ticket: ID<Ticket>, _ state: State, now: Instant) {
        board.withLock { board in
            board.count += 1
            let number = board.count
            board.sightings.removeAll { $0.until <= now || $0.ticket == ticket && $0.user == agent.id }
            if board.sightings.count >= Presence.most { board.sightings.removeFirst() }
            board.sightings.append(
                Sighting(
                    ticket: ticket, user: agent.id, name: agent.name, state: state,
                    until: now.adding(milliseconds: Presence.life), number: number))
        }
        let ring = listener.withLock { $0 }
        ring?()
    }

    /// What was seen since `number` and still stands, oldest first, and the number up to which that is. From 0: all.
    package func sightings(since number: Int64, now: Instant) -> (sightings: [Sighting], number: Int64) {
        board.withLock { board in
            if board.count == number { return ([], number) }
            return (board.sightings.filter { $0.number > number && $0.until > now }, board.count)
        }
    }
}
