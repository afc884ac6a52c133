import Domain
import Platform
import Service
import Store

/// Closes resolved tickets whose time is over, by looking now and then.
final class Closer {
    /// Milliseconds between two looks: often enough for the shortest patience, and never busy.
    private static let waits = 200...60_000

    private let alarm = BoundedQueue<Bool>(capacity: 1)
    private let thread: NamedThread

    /// - Parameter reader: made on the thread that uses it.
    init(_ rule: AutoClose, path: String, writer: Writer) throws(CommandFailure) {
        let alarm = alarm
        let wait = min(max(Int(rule.patience ?? .max / 100) / 20, Closer.waits.lowerBound), Closer.waits.upperBound)
        do throws(SystemError) {
            thread = try NamedThread("closer") {
                // Without a reader nothing is closed; whoever serves requests says so.
                guard rule.patience != nil, let reader = try? Reader(path: path, clock: .system, cacheKilobytes: 256)
                else { return }
                while true {
                    // A refusal leaves the tickets for the next look.
                    let isDue = (try? reader.read { (tx) throws(Failure) in try rule.isDue(in: tx) }) ?? false
                    if isDue {
                        writer.submit({ (tx) throws(Failure) in try rule.close(in: tx) }) { result in
                            // After a long stop there are many: the next of them at once.
                            if case .success(AutoClose.mostAtOnce) = result { _ = alarm.put(true) }
                        }
                    }
                    if case .closed = alarm.takeFirst(waitingAtMost: wait) { return }
                }
            }
        } catch { throw CommandFailure(error.description) }
    }

    func stop() {
        alarm.close()
        thread.join()
    }
}
