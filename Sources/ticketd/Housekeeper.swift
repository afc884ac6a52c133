import Domain
import Platform
import Store

/// Forgets what has ended by itself: kept answers, tokens, links, counts of failures, files that no message
/// names. Once at the start, then hourly.
final class Housekeeper {
    private static let milliseconds = 3_600_000

    private let alarm = BoundedQueue<Bool>(capacity: 1)
    private let thread: NamedThread

    init(_ writer: Writer) throws(CommandFailure) {
        let alarm = alarm
        do throws(SystemError) {
            thread = try NamedThread("housekeeper") {
                var goesOn = true
                while goesOn {
                    // A refusal leaves the rows for the next round.
                    writer.submit({ (tx) throws(Failure) in
                        try tx.forgetOldAnswers()
                        try tx.forgetEndedTokens()
                        try tx.forgetOldFailures()
                        try tx.forgetUnusedAttachments()
                    }) { _ in }
                    if case .closed = alarm.takeFirst(waitingAtMost: Housekeeper.milliseconds) { goesOn = false }
                }
            }
        } catch { throw CommandFailure(error.description) }
    }

    func stop() {
        alarm.close()
        thread.join()
    }
}
