import CLinux
import Glibc

/// epoll(7), owned by one thread: which descriptors are ready, told by the tag they were added with.
package final class Poller {
    package struct Interest: OptionSet, Sendable {
        package let rawValue: UInt32

        package init(rawValue: UInt32) { self.rawValue = rawValue }

        package static let input = Interest(rawValue: ticketd_epoll_in)
        package static let output = Interest(rawValue: ticketd_epoll_out)
        /// The other end has shut its writing down.
        package static let hangUp = Interest(rawValue: ticketd_epoll_rdhup)
        /// Tells a change once instead of a state again and again.
        package static let edge = Interest(rawValue: ticketd_epoll_et)
    }

    package struct Event: Sendable {
        package let tag: UInt64
        let events: UInt32

        package var isReadable: Bool { events & (ticketd_epoll_in | ticketd_epoll_rdhup) != 0 }
        package var isWritable: Bool { events & ticketd_epoll_out != 0 }
        /// The other end will send nothing more; it may still read.
        package var isHungUp: Bool { events & ticketd_epoll_rdhup != 0 }
        /// Reset, or shut down in both directions: nothing more can be said.
        package var isBroken: Bool { events & (ticketd_epoll_err | ticketd_epoll_hup) != 0 }
    }

    private let descriptor: Int32
    private let capacity: Int
    private let events: UnsafeMutablePointer<epoll_event>

    /// - Parameter capacity: the most events that one `wait` tells.
    package init(capacity: Int = 256) throws(SystemError) {
        descriptor = epoll_create1(ticketd_epoll_cloexec)
        guard descriptor >= 0 else { throw .last("epoll_create1") }
        self.capacity = capacity
        events = .allocate(capacity: capacity)
        events.initialize(repeating: epoll_event(), count: capacity)
    }

    deinit {
        events.deallocate()
        close(descriptor)
    }

    package func add(_ watched: Int32, _ interest: Interest, tag: UInt64) throws(SystemError) {
        guard ticketd_epoll_ctl(descriptor, EPOLL_CTL_ADD, watched, interest.rawValue, tag) == 0 else {
            throw .last("epoll_ctl")
        }
    }

    /// Forgets `watched`. Closing a descriptor forgets it too.
    package func remove(_ watched: Int32) {
        _ = ticketd_epoll_ctl(descriptor, EPOLL_CTL_DEL, watched, 0, 0)
    }

    /// Waits at most `milliseconds` (for ever when negative) and says how many events there are; a signal ends the wait
    /// with none.
    package func wait(milliseconds: Int32) -> Int {
        max(0, Int(epoll_wait(descriptor, events, Int32(capacity), milliseconds)))
    }

    /// The event `index` of the last `wait`.
    package func event(_ index: Int) -> Event {
        Event(tag: ticketd_epoll_tag(events + index), events: ticketd_epoll_events(events + index))
    }
}

/// Wakes a thread that waits in a `Poller`: an eventfd(2) that any thread may ring.
package final class Bell: Sendable {
    package let descriptor: Int32

    package init() throws(SystemError) {
        descriptor = eventfd(0, ticketd_eventfd_flags)
        guard descriptor >= 0 else { throw .last("eventfd") }
    }

    deinit { close(descriptor) }

    package func ring() {
        var one: UInt64 = 1
        // Fails only when 2^64-2 rings wait unheard: then the bell rings anyway.
        _ = write(descriptor, &one, 8)
    }

    package func silence() {
        var rings: UInt64 = 0
        // Fails when nobody rang, which is as good.
        _ = read(descriptor, &rings, 8)
    }
}
