/// What the binary can be told to do.
enum Command: String, CaseIterable {
    case serve, migrate, user, `import`, demo, deliveries, classify, doctor, version, help

    var usage: String {
        switch self {
        case .serve: "serve"
        case .migrate: "migrate"
        case .user: "user add EMAIL --role R [--name N] [--password-stdin] | list | disable EMAIL | password EMAIL"
        case .import: "import FILE.jsonl [--customer EMAIL]"
        case .demo: "demo [--tickets N]"
        case .deliveries: "deliveries [show ID]"
        case .classify: "classify [--categories LIST] [--evaluate FILE]"
        case .doctor: "doctor [--repair]"
        case .version: "version"
        case .help: "help [COMMAND]"
        }
    }

    var purpose: String {
        switch self {
        case .serve: "migrate the database, make the first admin, and serve"
        case .migrate: "bring the database to this binary's schema, with a backup first"
        case .user: "add and list accounts, disable one, set a password"
        case .import: "make tickets of the rows of a file, each once"
        case .demo: "fill the database with plausible people and tickets"
        case .deliveries: "list what waits to be sent; show one with its text and links"
        case .classify: "read JSON lines {id, subject, description}, write a verdict for each"
        case .doctor: "check a database against itself, and repair what differs"
        case .version: "print the version"
        case .help: "print this, or how a command is used"
        }
    }

    /// Flags that are this command's own, each with whether a value follows.
    var flags: [String: Bool] {
        switch self {
        case .user: ["role": true, "name": true, "password-stdin": false]
        case .import: ["customer": true]
        case .demo: ["tickets": true]
        case .classify: ["categories": true, "evaluate": true]
        case .doctor: ["repair": false]
        case .serve, .migrate, .deliveries, .version, .help: [:]
        }
    }
}

/// How a run of the binary ends.
enum ExitCode {
    static let well: Int32 = 0
    /// Something was found or refused.
    static let refused: Int32 = 1
    static let usage: Int32 = 2
}

/// A command that could not do what it was told, in words for the person who told it.
struct CommandFailure: Error {
    let message: String

    init(_ message: String) { self.message = message }
}
