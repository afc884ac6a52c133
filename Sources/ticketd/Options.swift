import API
import Domain
import Platform
import Store

/// What an option's word can be told wrong about.
struct UsageError: Error {
    let message: String

    init(_ message: String) { self.message = message }
}

/// One setting: a flag, the environment variable of the same name, and a line of the config file.
struct Option: Sendable {
    let name: String
    let placeholder: String
    let fallback: String
    let help: String
    let apply: @Sendable (String, inout Config) throws(UsageError) -> Void

    /// `--trusted-proxies` is `TICKETD_TRUSTED_PROXIES`.
    var variable: String {
        "TICKETD_" + name.uppercased().map { $0 == "-" ? "_" : String($0) }.joined()
    }

    static let all: [Option] = [
        Option(
            name: "listen", placeholder: "HOST:PORT", fallback: "127.0.0.1:8080",
            help: "where to listen; several are separated by commas, or the flag is given again"
        ) { text, config throws(UsageError) in
            config.listen = try text.split(separator: ",", omittingEmptySubsequences: false).map {
                part throws(UsageError) in
                guard let address = SocketAddress(Text.trimmed(String(part))) else {
                    throw UsageError("\"\(part)\" is no address such as 127.0.0.1:8080 or [::1]:8080")
                }
                return address
            }
        },
        Option(name: "database", placeholder: "FILE", fallback: "ticketd.db", help: "the SQLite file") {
            text, config throws(UsageError) in
            guard !text.isEmpty else { throw UsageError("must name a file") }
            config.database = text
        },
        Option(
            name: "attachments", placeholder: "FOLDER", fallback: "beside the database",
            help: "the folder of uploaded files; not to be shared by two databases"
        ) { text, config throws(UsageError) in
            guard !text.isEmpty else { throw UsageError("must name a folder") }
            config.attachments = text
        },
        Option(
            name: "public-url", placeholder: "URL", fallback: "from --listen", help: "where people reach this server"
        ) { text, config throws(UsageError) in
            guard text.hasPrefix("http://") || text.hasPrefix("https://") else {
                throw UsageError("must begin with http:// or https://")
            }
            config.publicURL = text.hasSuffix("/") ? String(text.dropLast()) : text
        },
        Option(
            name: "numbering", placeholder: "SCHEME", fallback: "daily", help: "daily, sequential or random"
        ) { text, config throws(UsageError) in
            guard let scheme = NumberingScheme(rawValue: text) else {
                throw UsageError("must be daily, sequential or random")
            }
            config.numbering = scheme
        },
        Option(
            name: "number-prefix", placeholder: "TEXT", fallback: "TKT", help: "what every ticket number begins with"
        ) { text, config throws(UsageError) in
            guard TicketNumber.isPrefix(text.uppercased()) else {
                throw UsageError("must be 1 to 16 letters and digits that begin with a letter")
            }
            config.numberPrefix = text.uppercased()
        },
        Option(
            name: "reopen-days", placeholder: "DAYS", fallback: "14",
            help: "how long a customer's message reopens a closed ticket; fractions are allowed, 0 is never"
        ) { text, config throws(UsageError) in config.reopenDays = try number(text, 0...36_500) },
        Option(
            name: "auto-close-days", placeholder: "DAYS", fallback: "4",
            help: "how long a resolved ticket is left alone before it is closed; fractions are allowed, 0 is never"
        ) { text, config throws(UsageError) in config.autoCloseDays = try number(text, 0...36_500) },
        Option(
            name: "jwt-secret", placeholder: "TEXT", fallback: "made and kept in the database",
            help: "signs our own tokens; at least 32 characters"
        ) { text, config throws(UsageError) in config.jwtSecret = try secret(text) },
        Option(
            name: "host-secret", placeholder: "TEXT", fallback: "none: host tokens are off",
            help: "checks the tokens of a host product; at least 32 characters"
        ) { text, config throws(UsageError) in config.hostSecret = try secret(text) },
        Option(name: "token-hours", placeholder: "HOURS", fallback: "12", help: "how long a login lasts") {
            text, config throws(UsageError) in config.tokenHours = try number(text, 0.001...8760)
        },
        Option(
            name: "require-verification", placeholder: "on|off", fallback: "off",
            help: "customers have to follow a mailed link before their first login"
        ) { text, config throws(UsageError) in config.requiresVerification = try flag(text) },
        Option(
            name: "rate-limits", placeholder: "on|off", fallback: "on",
            help: "all limits, those on logins and look-ups included"
        ) { text, config throws(UsageError) in config.rateLimits = try flag(text) },
        Option(
            name: "trusted-proxies", placeholder: "LIST", fallback: "none",
            help: "addresses or networks whose X-Forwarded-For and X-Forwarded-Proto count"
        ) { text, config throws(UsageError) in
            guard let proxies = TrustedProxies(list(text)) else {
                throw UsageError("must be addresses or networks, such as 10.0.0.0/8 or ::1, separated by commas")
            }
            config.trustedProxies = proxies
        },
        Option(
            name: "cors-origins", placeholder: "LIST", fallback: "none",
            help: "origins whose pages may call the API, such as https://shop.example; * for all of them"
        ) { text, config throws(UsageError) in
            guard let origins = AllowedOrigins(list(text)) else {
                throw UsageError("must be origins such as https://shop.example, without a path, separated by commas")
            }
            config.corsOrigins = origins
        },
        Option(name: "loops", placeholder: "N", fallback: "cores", help: "event loops, one thread each") {
            text, config throws(UsageError) in config.loops = Int(try number(text, 1...256))
        },
        Option(
            name: "log-level", placeholder: "LEVEL", fallback: "info", help: "debug, info, warning or error"
        ) { text, config throws(UsageError) in
            guard let level = Log.Level(name: text) else { throw UsageError("must be debug, info, warning or error") }
            config.logLevel = level
        },
        Option(name: "log-format", placeholder: "FORMAT", fallback: "text", help: "text or json") {
            text, config throws(UsageError) in
            guard text == "text" || text == "json" else { throw UsageError("must be text or json") }
            config.logFormat = text == "json" ? .json : .text
        },
        Option(
            name: "idle-timeout", placeholder: "TIME", fallback: "60s", help: "how long a connection may be idle"
        ) { text, config throws(UsageError) in config.idleTimeout = try milliseconds(text) },
        Option(
            name: "head-timeout", placeholder: "TIME", fallback: "10s", help: "how long a whole request head may take"
        ) { text, config throws(UsageError) in config.headTimeout = try milliseconds(text) },
        Option(
            name: "body-timeout", placeholder: "TIME", fallback: "30s",
            help: "how long a whole body of 1 MB may take; larger ones by a minimum rate"
        ) { text, config throws(UsageError) in config.bodyTimeout = try milliseconds(text) },
        Option(
            name: "max-body", placeholder: "SIZE", fallback: "1MB", help: "the largest request body, files apart"
        ) { text, config throws(UsageError) in config.maxBody = try bytes(text) },
        Option(
            name: "max-connections", placeholder: "N", fallback: "10000", help: "connections open at the same time"
        ) { text, config throws(UsageError) in config.maxConnections = Int(try number(text, 1...1_000_000)) },
    ]

    // MARK: Words

    private static func number(_ text: String, _ range: ClosedRange<Double>) throws(UsageError) -> Double {
        guard let number = Double(text), range.contains(number) else {
            throw UsageError("must be a number from \(shown(range.lowerBound)) to \(shown(range.upperBound))")
        }
        return number
    }

    private static func shown(_ number: Double) -> String {
        number == number.rounded() ? String(Int(number)) : String(number)
    }

    private static func flag(_ text: String) throws(UsageError) -> Bool {
        switch text {
        case "on", "true", "yes", "1": return true
        case "off", "false", "no", "0": return false
        default: throw UsageError("must be on or off")
        }
    }

    private static func secret(_ text: String) throws(UsageError) -> String {
        // RFC 7518 section 3.2: a key of the size of the hash output or larger.
        guard text.utf8.count >= 32 else { throw UsageError("must have at least 32 characters") }
        return text
    }

    private static func list(_ text: String) -> [String] {
        text.split(separator: ",").map { Text.trimmed(String($0)) }.filter { !$0.isEmpty && $0 != "none" }
    }

    /// `500ms`, `60s`, `5m`; a plain number is seconds.
    private static func milliseconds(_ text: String) throws(UsageError) -> Int {
        for (unit, factor) in [("ms", 1.0), ("s", 1000), ("m", 60_000), ("", 1000)] where text.hasSuffix(unit) {
            if let number = Double(text.dropLast(unit.count)), number > 0, number * factor <= 86_400_000 {
                return max(1, Int(number * factor))
            }
            break
        }
        throw UsageError("must be a time such as 500ms, 60s or 5m")
    }

    /// `512kB`, `1MB`; a plain number is bytes.
    private static func bytes(_ text: String) throws(UsageError) -> Int {
        let upper = text.uppercased()
        for (unit, factor) in [("KB", 1000.0), ("MB", 1_000_000), ("GB", 1_000_000_000), ("B", 1), ("", 1)]
        where upper.hasSuffix(unit) {
            if let number = Double(upper.dropLast(unit.count)), number * factor >= 1, number * factor <= 1e9 {
                return Int(number * factor)
            }
            break
        }
        throw UsageError("must be a size such as 512kB or 1MB, at most 1GB")
    }
}
