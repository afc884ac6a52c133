import API
import Domain
import Platform

/// What an installation can set. Flags win over environment variables, these over the config file.
struct Config: Sendable {
    var listen: [SocketAddress] = []
    var database = "ticketd.db"
    /// The folder of uploaded files; nil for the one beside the database.
    var attachments: String?
    var publicURL: String?
    var numbering = NumberingScheme.daily
    var numberPrefix = "TKT"
    var reopenDays = 14.0
    var autoCloseDays = 4.0
    var jwtSecret: String?
    var hostSecret: String?
    var tokenHours = 12.0
    var requiresVerification = false
    var rateLimits = true
    var trustedProxies = TrustedProxies.none
    var corsOrigins = AllowedOrigins.none
    var loops = System.processorCount
    var logLevel = Log.Level.info
    var logFormat = Log.Format.text
    /// Timeouts in milliseconds, sizes in bytes.
    var idleTimeout = 60_000
    var headTimeout = 10_000
    var bodyTimeout = 30_000
    var maxBody = 1_000_000
    var maxConnections = 10_000

    /// "data/ticketd.db" has its files in "data/ticketd.attachments": two databases side by side share none.
    var attachmentsFolder: String {
        attachments ?? (database.hasSuffix(".db") ? String(database.dropLast(3)) : database) + ".attachments"
    }

    /// Reads the settings from their three places.
    ///
    /// - Parameters:
    ///   - flags: what the command line has, by name.
    ///   - file: the config file's path, if one is named.
    init(flags: [String: String], environment: (String) -> String?, file: String?) throws(UsageError) {
        let fromFile = try file.map { path throws(UsageError) in try Config.lines(of: path) } ?? [:]
        for option in Option.all {
            let (text, place): (String, String)
            if let given = flags[option.name] {
                (text, place) = (given, "--\(option.name)")
            } else if let given = environment(option.variable), !given.isEmpty {
                (text, place) = (given, option.variable)
            } else if let given = fromFile[option.name] {
                (text, place) = (given, "\(option.name) in \(file ?? "")")
            } else {
                continue
            }
            do throws(UsageError) { try option.apply(text, &self) } catch {
                throw UsageError("\(place) \(error.message)")
            }
        }
        if listen.isEmpty, let standard = SocketAddress("127.0.0.1:8080") { listen = [standard] }
    }

    /// `name = value` a line; `#` begins a comment.
    private static func lines(of path: String) throws(UsageError) -> [String: String] {
        let bytes: [UInt8]
        do throws(SystemError) { bytes = try File.read(path, limit: 1 << 20) } catch {
            throw UsageError("cannot read the config file \(path): \(error.description)")
        }
        var values: [String: String] = [:]
        for (index, line) in String(decoding: bytes, as: UTF8.self).split(
            separator: "\n", omittingEmptySubsequences: false
        ).enumerated() {
            let text = Text.trimmed(String(line))
            if text.isEmpty || text.hasPrefix("#") { continue }
            guard let equals = text.firstIndex(of: "=") else {
                throw UsageError("\(path), line \(index + 1): expected name = value")
            }
            let name = Text.trimmed(String(text[..<equals]))
            guard Option.all.contains(where: { $0.name == name }) else {
                throw UsageError("\(path), line \(index + 1): there is no setting \"\(name)\"")
            }
            values[name] = Text.trimmed(String(text[text.index(after: equals)...]))
        }
        return values
    }
}
