import API
import Domain
import HTTP
import Platform
import Server
import Service
import Store

/// `ticketd serve`: migrates, makes the first admin, serves until SIGTERM or SIGINT, and drains.
struct ServeCommand {
    /// How long running requests may take once a stop was asked for, in milliseconds.
    private static let drainTime = 25_000

    let config: Config

    func run(_ given: GivenArguments) throws {
        try given.requireWords(0...0, .serve)
        let firstAdmin = try ServeCommand.namedAdmin()
        // Before any thread: they inherit the mask.
        let signals = try Signals()
        _ = System.raiseDescriptorLimit()
        let log = Log(level: config.logLevel, format: config.logFormat)
        defer { log.close() }

        if let report = try Installation.prepare(config, migrating: true), !report.applied.isEmpty {
            log.info("migrated", ["database": .text(config.database), "schema": .integer(Int64(report.schema))])
        }
        let installation = try Installation(config, migrating: false, log: log)
        let wiring = try Wiring(config, installation, log)
        let server = wiring.makeServer()
        // Once the port is ours: a password that was printed by a start that failed would be lost. And before the first
        // answer: whoever sees that the server is up may log in.
        var refusal: CommandFailure?
        do throws(SystemError) {
            try server.start(onceListening: {
                do throws(CommandFailure) { try make(firstAdmin, installation) } catch { refusal = error }
                return refusal == nil
            })
        } catch {
            throw CommandFailure("cannot serve on \(listening): \(error.description)")
        }
        if let refusal { throw refusal }
        wiring.prepareAssistant()
        log.info("serving", ["address": .text(server.addresses.map(\.description).joined(separator: ", "))])

        while case .hangUp = signals.next() { continue }
        log.info("stopping", [:])
        if !server.drain(timeout: ServeCommand.drainTime) { log.warning("some requests were cut off") }
        server.stop()
        wiring.stop()
        log.info("stopped", [:])
    }

    private var listening: String { config.listen.map(\.description).joined(separator: ", ") }

    /// Whom the environment names as the first admin.
    private static func namedAdmin() throws(CommandFailure) -> (email: String?, password: String?) {
        let email = System.environment("TICKETD_ADMIN_EMAIL").flatMap { $0.isEmpty ? nil : $0 }
        let password = System.environment("TICKETD_ADMIN_PASSWORD").flatMap { $0.isEmpty ? nil : $0 }
        if let password, !Password.lengths.contains(password.unicodeScalars.count) {
            throw CommandFailure("TICKETD_ADMIN_PASSWORD must have 8 to 128 characters")
        }
        return (email, password)
    }

    private func make(
        _ firstAdmin: (email: String?, password: String?), _ installation: Installation
    ) throws(CommandFailure) {
        let answer = BoundedQueue<Result<(email: String, password: String)?, Failure>>(capacity: 1)
        Users().ensureFirstAdmin(
            email: firstAdmin.email, password: firstAdmin.password, with: try installation.reader(),
            writer: installation.writer
        ) { _ = answer.put($0) }
        switch answer.takeFirst() {
        case .success(let made?)?:
            // Printed, not logged: a log is kept.
            Console.write(
                """
                The first admin is \(made.email) with the one-time password \(made.password)
                Change it: PUT /api/v1/auth/password {"current_password", "new_password"}

                """)
        case .failure(let failure)?: throw CommandFailure(Installation.words(failure))
        case .success(nil)?, nil: break
        }
    }
}
