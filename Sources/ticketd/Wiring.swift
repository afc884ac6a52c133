import API
import Domain
import HTTP
import Platform
import Security
import Server
import Service
import Store

/// Puts the parts of the server together: the only place that knows all of them.
final class Wiring {
    private static let slowThreads = 4

    private let config: Config
    private let installation: Installation
    private let log: Log
    private let slow: SlowPool
    private let router: Router
    private let services: Services
    private let server = Guarded<Server?>(nil)
    private let presence = Presence()
    private let scheduler: Scheduler
    private let files: FileFolder
    private let fileSweeper: FileSweeper

    init(_ config: Config, _ installation: Installation, _ log: Log) throws(CommandFailure) {
        self.config = config
        self.installation = installation
        self.log = log
        do throws(Failure) {
            slow = try SlowPool(path: config.database, clock: .system, threads: Wiring.slowThreads)
        } catch { throw CommandFailure(Installation.words(error)) }
        do throws(SystemError) {
            scheduler = try Scheduler(
                TimedJobs.all(autoCloseDays: config.autoCloseDays), path: config.database,
                writer: installation.writer, clock: .system
            ) { job, failure in
                log.error("a timed job failed", ["job": .text(job), "reason": .text(Installation.words(failure))])
            }
        } catch { throw CommandFailure(error.description) }
        Erasing().resume(on: installation.writer)
        files = FileFolder(config.attachmentsFolder)
        do throws(SystemError) { try files.prepare() } catch {
            throw CommandFailure("the folder \(files.directory) cannot be used: \(error.description)")
        }
        do throws(Failure) {
            fileSweeper = try FileSweeper(
                files, path: config.database, clock: .system, writer: installation.writer)
        } catch { throw CommandFailure(Installation.words(error)) }
        let publicURL = config.publicURL ?? Wiring.url(of: config.listen)
        let tokens = Tokens(
            secret: try Wiring.secret(config, installation), hostSecret: config.hostSecret, hours: config.tokenHours)
        let accounts = Accounts(
            tokens: tokens, publicURL: publicURL, requiresVerification: config.requiresVerification,
            limitsFailures: config.rateLimits)
        let (writer, server, path) = (installation.writer, server, config.database)
        let identity = File.identity(path)
        let operations = OperationRoutes(
            // A database that was moved away would still be written, but nobody would find it after a restart.
            isReady: { (_) throws(Failure) in writer.isHealthy && File.identity(path) == identity },
            metrics: { Metrics.text(server.withLock { $0 }?.counters, writer.figures) })
        var endpoints = TicketRoutes(opening: installation.opening, replies: installation.replies).endpoints
        endpoints += AdminTicketRoutes(opening: installation.opening, replies: installation.replies).endpoints
        endpoints += ThreadListRoutes().endpoints
        endpoints += AttachmentRoutes(Attachments(files)).endpoints
        endpoints += LiveRoutes(presence).endpoints
        endpoints += StatsRoutes().endpoints
        endpoints += CategoryRoutes().endpoints
        endpoints += SLARoutes().endpoints + SLAPolicyRoutes().endpoints + CalendarRoutes().endpoints
        endpoints += TemplateRoutes().endpoints
        endpoints += ClassifierRoutes(assistant: installation.opening.assistant).endpoints
        endpoints += AccountRoutes(accounts).endpoints
        endpoints += UserRoutes(Users()).endpoints
        endpoints += APIKeyRoutes().endpoints
        endpoints += AuditRoutes().endpoints
        endpoints += CustomerRoutes(replies: installation.replies).endpoints
        let tracking = Tracking(tokens: tokens, publicURL: publicURL, limitsFailures: config.rateLimits)
        endpoints += TrackingRoutes(tracking).endpoints
        endpoints += operations.endpoints
        endpoints.append(OperationRoutes.description(of: endpoints, version: CommandLineTool.version))
        router = Router(endpoints)
        services = Services(
            writer: installation.writer, slow: slow, clock: .system, log: log,
            settings: APISettings(
                publicURL: publicURL, maxBody: config.maxBody, limitsRates: config.rateLimits,
                trustedProxies: config.trustedProxies, allowedOrigins: config.corsOrigins),
            tokens: tokens, router: router)
    }

    func makeServer() -> Server {
        var configuration = Server.Configuration(addresses: config.listen)
        configuration.loops = config.loops
        // Where uploads are received, so that they can be linked into their place.
        configuration.spoolDirectory = files.directory
        configuration.maxConnections = config.maxConnections
        configuration.idleTimeout = config.idleTimeout
        configuration.headTimeout = config.headTimeout
        configuration.bodyTimeout = config.bodyTimeout
        let (path, router, services, presence, log) = (config.database, router, services, presence, log)
        let makeHandler: @Sendable (Int) -> any Handler = { _ in
            Wiring.handler(path: path, router: router, services: services, presence: presence, log: log)
        }
        let refuse: @Sendable (ServerRefusal, String, String) -> Response = { refusal, reason, requestID in
            Problem(refusal, reason: reason).response(requestID: requestID)
        }
        let note: @Sendable (AccessRecord) -> Void = { Wiring.note($0, in: log) }
        let made = Server(
            configuration: configuration, makeHandler: makeHandler, refusalResponse: refuse,
            onAccess: config.logLevel > .info ? nil : note)
        server.withLock { $0 = made }
        // Whoever has a stream open hears of what is committed, and of who is where.
        let server = server
        let wake: @Sendable () -> Void = { server.withLock { $0 }?.wake() }
        installation.writer.announcer.listen(wake)
        presence.listen(wake)
        return made
    }

    private static func handler(
        path: String, router: Router, services: Services, presence: Presence, log: Log
    ) -> any Handler {
        do throws(Failure) {
            return APIHandler(
                router: router, services: services,
                reader: try Reader(path: path, clock: .system, commits: services.writer.commits),
                presence: presence, pages: Pages.answer)
        } catch {
            log.error("a loop has no reader", ["reason": .text(Installation.words(error))])
            return UnavailableHandler()
        }
    }

    /// Makes the rules ready beside the first requests: done by the first ticket, that would wait a tenth of a second.
    func prepareAssistant() {
        let assistant = installation.opening.assistant
        // A pool that is full already has somebody waiting who does it.
        _ = slow.submit(for: "start") { reader in
            _ = try? reader.read { (tx) throws(Failure) in try assistant.assessor(in: tx) }
        }
    }

    func stop() {
        scheduler.stop()
        fileSweeper.stop()
        slow.stop()
        installation.writer.stop()
    }

    private static func note(_ access: AccessRecord, in log: Log) {
        log.info(
            "request",
            [
                "method": .text(access.method), "path": .text(access.path), "status": .integer(Int64(access.status)),
                "bytes": .integer(Int64(access.bytes)), "us": .integer(Int64(access.microseconds)),
                "client": .text(access.remoteAddress), "request_id": .text(access.requestID),
            ])
    }

    /// The secret that was given, else the one that the database keeps.
    private static func secret(_ config: Config, _ installation: Installation) throws(CommandFailure) -> String {
        if let given = config.jwtSecret { return given }
        return try installation.write { (tx) throws(Failure) in try tx.tokenSecret(random: .system) }
    }

    private static func url(of addresses: [SocketAddress]) -> String {
        guard let first = addresses.first else { return "http://127.0.0.1:8080" }
        return "http://\(first)"
    }
}

/// Answers when a loop has no database: honest, and ready to be restarted.
private final class UnavailableHandler: Handler {
    func head(_ head: RequestHead) -> BodyDecision {
        .refuse(Problem(.unavailable(retryAfter: 30)).response(requestID: head.id))
    }
    func handle(_ request: Request, _ reply: Reply) {
        reply.send(Problem(.unavailable(retryAfter: 30)).response(requestID: request.head.id))
    }
}
