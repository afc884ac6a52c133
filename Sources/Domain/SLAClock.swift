/// One clock of a ticket, as it stands.
package struct SLAClock: Sendable, Equatable {
    package enum State: String, CaseIterable, Sendable {
        case running, paused, breached, met
        /// Solved before it was answered.
        case cancelled
        /// The ticket is solved or merged, and the clock has no outcome; reopening lets it run on.
        case stopped
    }

    package let metric: SLAMetric
    package let state: State
    /// In seconds.
    package let target: Int64
    package let startedAt: Instant
    /// When it stopped counting for good, or for as long as the ticket is solved.
    package let endedAt: Instant?
    /// When the target is reached or was to be reached; nil while the clock is paused, or when its calendar never gets
    /// there.
    package let dueAt: Instant?
    package let breach: SLABreach?
    /// Neither met nor cancelled nor stopped, breached or not.
    package let isOpen: Bool
    /// Time does not count for it now.
    package let isPaused: Bool

    package var metAt: Instant? { state == .met ? endedAt : nil }

    /// A clock whose deadline can still be missed or has been.
    package var isDeadlineLive: Bool { isOpen && !isPaused }
}

/// A part of a clock's time that was treated alike.
package struct SLAInterval: Sendable, Equatable {
    package enum Reason: Sendable, Equatable {
        case counted, outsideHours, holiday, waitingForCustomer, solved
    }

    package let from: Instant
    package let to: Instant
    package let status: Status
    package let reason: Reason

    package var isCounted: Bool { reason == .counted }
    package var milliseconds: Int64 { to.milliseconds - from.milliseconds }
}
