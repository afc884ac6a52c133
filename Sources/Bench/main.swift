import Foundation
import Platform

/// Nothing here may hang a pipeline: the alarm ends this process, and its children end with it (see `Child`).
alarm(600)
Signals.ignoreFailedWrites()

do {
    try Bench(arguments: System.arguments).run()
} catch {
    Console.writeError("bench: \(error)\n")
    System.exit(1)
}
