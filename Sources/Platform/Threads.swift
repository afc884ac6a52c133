import CLinux
import Glibc

/// A named thread of the product. Nothing here is detached and forgotten: who starts one joins it.
package struct NamedThread: Sendable {
    private let thread: pthread_t

    /// Starts `body` on a new thread called `name` (at most 15 bytes are shown by the system, pthread_setname_np(3)).
    ///
    /// - Throws: `.system` when the system has no thread to give.
    package init(_ name: String, _ body: @escaping @Sendable () -> Void) throws(SystemError) {
        let box = Unmanaged.passRetained(Body(name: name, run: body))
        var handle = pthread_t()
        let code = pthread_create(
            &handle, nil,
            { raw in
                guard let raw else { return nil }
                let body = Unmanaged<Body>.fromOpaque(raw).takeRetainedValue()
                _ = pthread_setname_np(pthread_self(), String(body.name.prefix(15)))
                body.run()
                return nil
            }, box.toOpaque())
        guard code == 0 else {
            box.release()
            throw SystemError(call: "pthread_create", code: code)
        }
        thread = handle
    }

    package func join() {
        _ = pthread_join(thread, nil)
    }

    /// Lets another thread have the core (sched_yield(2)).
    package static func yield() {
        _ = sched_yield()
    }

    private final class Body: Sendable {
        let name: String
        let run: @Sendable () -> Void

        init(name: String, run: @escaping @Sendable () -> Void) {
            self.name = name
            self.run = run
        }
    }
}

/// A refused system call: its name and errno.
package struct SystemError: Error, Sendable, CustomStringConvertible {
    package let call: String
    package let code: Int32

    package init(call: String, code: Int32) {
        self.call = call
        self.code = code
    }

    /// The last refused call of this thread.
    package static func last(_ call: String) -> SystemError { SystemError(call: call, code: errno) }

    package var description: String { "\(call): \(String(cString: strerror(code)))" }
}
