import Domain
import Platform
import SQLite

/// Reads the command line and runs the command.
struct CommandLineTool {
    static let version = "0.1.0"

    let arguments: [String]

    /// - Returns: 0 well, 1 something found or refused, 2 wrong usage.
    func run() -> Int32 {
        Signals.ignoreFailedWrites()
        do {
            try dispatch()
            return ExitCode.well
        } catch let error as UsageError {
            Console.writeError("ticketd: \(error.message)\nTry `ticketd help`.\n")
            return ExitCode.usage
        } catch let error as CommandFailure {
            Console.writeError("ticketd: \(error.message)\n")
            return ExitCode.refused
        } catch {
            Console.writeError("ticketd: \(error)\n")
            return ExitCode.refused
        }
    }

    /// All of it, or about one command.
    private func help(_ given: GivenArguments) throws(UsageError) {
        try given.requireWords(0...1, .help)
        guard let word = given.words.first else { return Console.write(HelpText.all) }
        guard let command = Command(rawValue: word) else { throw UsageError("there is no command \"\(word)\"") }
        Console.write(HelpText.of(command))
    }

    private func dispatch() throws {
        guard let word = arguments.first, word != "--help", word != "-h" else {
            Console.write(HelpText.all)
            return
        }
        guard let command = Command(rawValue: word == "--version" ? "version" : word) else {
            throw UsageError("there is no command \"\(word)\"")
        }
        if arguments.contains("--help") || arguments.contains("-h") {
            Console.write(HelpText.of(command))
            return
        }
        let given = try GivenArguments(Array(arguments.dropFirst()), for: command)
        switch command {
        case .version:
            try given.requireWords(0...0, .version)
            Console.write("ticketd \(CommandLineTool.version)\n")
        case .help: try help(given)
        case .serve: try ServeCommand(config: given.config()).run(given)
        case .migrate: try MigrateCommand(config: given.config()).run(given)
        case .user: try UserCommand(config: given.config()).run(given)
        case .import: try ImportCommand(config: given.config()).run(given)
        case .demo: try DemoCommand(config: given.config()).run(given)
        case .deliveries: try DeliveriesCommand(config: given.config()).run(given)
        case .doctor: try DoctorCommand(config: given.config()).run(given)
        case .classify: try ClassifyCommand().run(given)
        }
    }
}

/// The words behind a command: flags of all commands, the command's own, and the rest.
struct GivenArguments {
    private(set) var settings: [String: String] = [:]
    private(set) var own: [String: String] = [:]
    private(set) var words: [String] = []
    private var configFile: String?

    init(_ arguments: [String], for command: Command) throws(UsageError) {
        var rest = arguments[...]
        while let argument = rest.popFirst() {
            guard argument.hasPrefix("--"), argument.count > 2 else {
                words.append(argument)
                continue
            }
            let parts = argument.dropFirst(2).split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let name = String(parts[0])
            var value = parts.count == 2 ? String(parts[1]) : nil
            let takesValue = command.flags[name] ?? true
            guard name == "config" || command.flags[name] != nil || Option.all.contains(where: { $0.name == name })
            else { throw UsageError("there is no flag --\(name)") }
            if takesValue, value == nil {
                guard let next = rest.popFirst() else { throw UsageError("--\(name) needs a value") }
                value = next
            }
            if !takesValue, value != nil { throw UsageError("--\(name) takes no value") }
            try take(name, value ?? "", isOwn: command.flags[name] != nil)
        }
        if configFile == nil { configFile = System.environment("TICKETD_CONFIG") }
    }

    /// A flag that is given twice would mean one thing to the person and another to us; only addresses add up.
    private mutating func take(_ name: String, _ value: String, isOwn: Bool) throws(UsageError) {
        let known = name == "config" ? configFile : isOwn ? own[name] : settings[name]
        let isList = name == "listen" && !isOwn
        if known != nil, !isList { throw UsageError("--\(name) is given more than once") }
        if name == "config" {
            configFile = value
        } else if isOwn {
            own[name] = value
        } else {
            settings[name] = known.map { $0 + "," + value } ?? value
        }
    }

    func config() throws(UsageError) -> Config {
        try Config(flags: settings, environment: System.environment, file: configFile)
    }

    /// Refuses words that the command does not take.
    func requireWords(_ count: ClosedRange<Int>, _ command: Command) throws(UsageError) {
        guard count.contains(words.count) else { throw UsageError("usage: ticketd \(command.usage)") }
    }
}

/// What `ticketd help` and `--help` print.
enum HelpText {
    static var all: String {
        var text = "Ticketd \(CommandLineTool.version): a support desk in one binary and one SQLite file.\n\n"
        for command in Command.allCases {
            text += "  ticketd \(command.usage)\n      \(command.purpose)\n"
        }
        text += "\nSettings: flags, then TICKETD_* variables, then the file that --config (TICKETD_CONFIG) names.\n\n"
        for option in Option.all {
            text += "  --\(option.name) \(option.placeholder)\n      \(option.help) [\(option.fallback)]\n"
        }
        return text
    }

    static func of(_ command: Command) -> String {
        "usage: ticketd \(command.usage)\n\n\(command.purpose)\n\n`ticketd help` lists the settings.\n"
    }
}
