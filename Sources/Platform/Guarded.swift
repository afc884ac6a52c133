import CLinux
import Glibc
import Synchronization

/// The one lock of the product: a value that several threads share, reachable only while the lock is held.
///
/// Hold it for a swap, never for work. It is a pthread mutex everywhere: ThreadSanitizer understands it, and
/// uncontended it costs the same as a futex of our own.
package final class Guarded<Value>: @unchecked Sendable {
    private let mutex: UnsafeMutablePointer<pthread_mutex_t>
    private var value: Value

    package init(_ value: sending Value) {
        mutex = .allocate(capacity: 1)
        mutex.initialize(to: pthread_mutex_t())
        pthread_mutex_init(mutex, nil)
        self.value = value
    }

    deinit {
        pthread_mutex_destroy(mutex)
        mutex.deallocate()
    }

    package func withLock<Result, Failure: Error>(
        _ body: (inout Value) throws(Failure) -> sending Result
    ) throws(Failure) -> sending Result {
        pthread_mutex_lock(mutex)
        defer { pthread_mutex_unlock(mutex) }
        return try body(&value)
    }
}

/// A `Guarded` value that threads may wait for to become something.
package final class Monitor<Value>: @unchecked Sendable {
    private let mutex: UnsafeMutablePointer<pthread_mutex_t>
    private let changed: UnsafeMutablePointer<pthread_cond_t>
    private var value: Value

    package init(_ value: sending Value) {
        mutex = .allocate(capacity: 1)
        mutex.initialize(to: pthread_mutex_t())
        pthread_mutex_init(mutex, nil)
        changed = .allocate(capacity: 1)
        changed.initialize(to: pthread_cond_t())
        pthread_cond_init(changed, nil)
        self.value = value
    }

    deinit {
        pthread_cond_destroy(changed)
        changed.deallocate()
        pthread_mutex_destroy(mutex)
        mutex.deallocate()
    }

    /// Changes the value and lets one of those who wait look at it, or all of them.
    package func change<Result>(
        wakingAll: Bool = false, _ body: (inout Value) -> sending Result
    ) -> sending Result {
        pthread_mutex_lock(mutex)
        defer {
            if wakingAll { pthread_cond_broadcast(changed) } else { pthread_cond_signal(changed) }
            pthread_mutex_unlock(mutex)
        }
        return body(&value)
    }

    /// Looks at the value after each change until `body` finds what it looks for.
    package func wait<Result>(for body: (inout Value) -> sending Result?) -> sending Result {
        pthread_mutex_lock(mutex)
        defer { pthread_mutex_unlock(mutex) }
        while true {
            if let result = body(&value) { return result }
            pthread_cond_wait(changed, mutex)
        }
    }
}

/// 64-bit numbers that all threads share without a lock; all are 0 at first. Pages that nobody has touched take no
/// memory.
package final class AtomicWords: @unchecked Sendable {
    @usableFromInline let words: UnsafeMutablePointer<Atomic<UInt64>>
    package let count: Int

    /// - Parameter count: 1 or more.
    package init(count: Int) {
        let size = count * MemoryLayout<Atomic<UInt64>>.stride
        // Begins at a page, and so at a cache line.
        guard let memory = mmap(nil, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0),
            memory != MAP_FAILED
        else { preconditionFailure("no memory for \(count) words") }
        words = memory.bindMemory(to: Atomic<UInt64>.self, capacity: count)
        self.count = count
    }

    deinit { munmap(words, count * MemoryLayout<Atomic<UInt64>>.stride) }

    @inlinable package func load(_ index: Int) -> UInt64 { words[index].load(ordering: .acquiring) }

    /// Whether the word was `expected` and is `new` now.
    @inlinable package func replace(_ index: Int, _ expected: UInt64, with new: UInt64) -> Bool {
        words[index].compareExchange(expected: expected, desired: new, ordering: .acquiringAndReleasing).exchanged
    }
}

/// A bounded first-in-first-out queue between threads, drained in whole batches.
///
/// The waiting side blocks on a condition variable. Elements put before `close` are still handed out.
package final class BoundedQueue<Element: Sendable>: @unchecked Sendable {
    private let capacity: Int
    private let mutex: UnsafeMutablePointer<pthread_mutex_t>
    private let filled: UnsafeMutablePointer<pthread_cond_t>
    private var elements: [Element] = []
    private var isClosed = false
    private var waiting = 0

    /// - Parameter capacity: the most elements that may wait; 1 or more.
    package init(capacity: Int) {
        self.capacity = capacity
        mutex = .allocate(capacity: 1)
        mutex.initialize(to: pthread_mutex_t())
        pthread_mutex_init(mutex, nil)
        filled = .allocate(capacity: 1)
        filled.initialize(to: pthread_cond_t())
        pthread_cond_init(filled, nil)
    }

    deinit {
        pthread_cond_destroy(filled)
        filled.deallocate()
        pthread_mutex_destroy(mutex)
        mutex.deallocate()
    }

    /// Puts `element` at the end. False when the queue is full or closed: the caller answers "busy".
    package func put(_ element: Element) -> Bool {
        pthread_mutex_lock(mutex)
        defer { pthread_mutex_unlock(mutex) }
        guard !isClosed, elements.count < capacity else { return false }
        elements.append(element)
        if waiting > 0 { pthread_cond_signal(filled) }
        return true
    }

    /// Waits until something is there and takes all of it, oldest first. Empty only when closed and drained.
    package func takeAll() -> [Element] {
        pthread_mutex_lock(mutex)
        defer { pthread_mutex_unlock(mutex) }
        wait()
        var taken: [Element] = []
        swap(&taken, &elements)
        return taken
    }

    /// Takes what is there now, oldest first and at most so many, without waiting.
    package func takeWaiting(atMost count: Int = .max) -> [Element] {
        pthread_mutex_lock(mutex)
        defer { pthread_mutex_unlock(mutex) }
        let taken = Array(elements.prefix(count))
        elements.removeFirst(taken.count)
        return taken
    }

    /// Waits until something is there and takes the oldest. Nil only when closed and drained.
    package func takeFirst() -> Element? {
        pthread_mutex_lock(mutex)
        defer { pthread_mutex_unlock(mutex) }
        wait()
        return elements.isEmpty ? nil : elements.removeFirst()
    }

    /// What a wait with a limit ended with.
    package enum Taken { case element(Element), timedOut, closed }

    /// As `takeFirst`, but waits no longer than `milliseconds`.
    package func takeFirst(waitingAtMost milliseconds: Int) -> Taken {
        var deadline = timespec()
        clock_gettime(CLOCK_REALTIME, &deadline)
        deadline.tv_sec += milliseconds / 1000
        deadline.tv_nsec += (milliseconds % 1000) * 1_000_000
        if deadline.tv_nsec >= 1_000_000_000 {
            deadline.tv_sec += 1
            deadline.tv_nsec -= 1_000_000_000
        }
        pthread_mutex_lock(mutex)
        defer { pthread_mutex_unlock(mutex) }
        waiting += 1
        defer { waiting -= 1 }
        while elements.isEmpty && !isClosed {
            if pthread_cond_timedwait(filled, mutex, &deadline) == ETIMEDOUT { return .timedOut }
        }
        return elements.isEmpty ? .closed : .element(elements.removeFirst())
    }

    /// Takes nothing new from now on and lets the waiting threads go once the rest is drained.
    package func close() {
        pthread_mutex_lock(mutex)
        isClosed = true
        pthread_cond_broadcast(filled)
        pthread_mutex_unlock(mutex)
    }

    package var count: Int {
        pthread_mutex_lock(mutex)
        defer { pthread_mutex_unlock(mutex) }
        return elements.count
    }

    private func wait() {
        waiting += 1
        while elements.isEmpty && !isClosed { pthread_cond_wait(filled, mutex) }
        waiting -= 1
    }
}
