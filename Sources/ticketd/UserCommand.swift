import Domain
import Platform
import Security
import Service
import Store

/// `ticketd user add|list|disable|password`
struct UserCommand {
    let config: Config

    func run(_ given: GivenArguments) throws {
        // Before a database is made for a command that does not exist.
        guard let verb = given.words.first, ["list", "add", "disable", "password"].contains(verb) else {
            throw UsageError("usage: ticketd \(Command.user.usage)")
        }
        try given.requireWords(verb == "list" ? 1...1 : 2...2, .user)
        let installation = try Installation(config, migrating: false)
        defer { installation.writer.stop() }
        switch verb {
        case "add": try add(address(given), given, installation)
        case "disable": try disable(address(given), installation)
        case "password": try setPassword(address(given), given, installation)
        default: try list(installation)
        }
    }

    private func address(_ given: GivenArguments) -> String { Text.trimmed(given.words[1]).lowercased() }

    private func list(_ installation: Installation) throws {
        let reader = try installation.reader()
        var after: ID<User>?
        repeat {
            let page = try reader.read { (tx) throws(Failure) in
                try Users().list(UserFilter(), after: after, limit: 500, in: tx)
            }
            for user in page {
                let state = user.isActive ? "active" : "disabled"
                Console.write("\(user.id)\t\(user.role.rawValue)\t\(state)\t\(user.email ?? "-")\t\(user.name)\n")
            }
            after = page.last?.id
        } while after != nil
    }

    private func add(_ email: String, _ given: GivenArguments, _ installation: Installation) throws {
        guard let word = given.own["role"] else { throw UsageError("user add needs --role customer, agent or admin") }
        guard let role = Role(rawValue: word) else { throw UsageError("--role must be customer, agent or admin") }
        guard EmailAddress.normalized(email) != nil else { throw UsageError("\"\(email)\" is not an e-mail address") }
        let (hash, made) = try password(given)
        let user = NewUser(
            email: email, name: given.own["name"] ?? String(email.prefix { $0 != "@" }), role: role,
            passwordHash: hash, mustChangePassword: made != nil)
        let created = try installation.write { (tx) throws(Failure) in
            let created = try Users().create(user, in: tx)
            try note("user.created", created.id, in: tx)
            return created
        }
        Console.write("Added \(created.role.rawValue) \(email) (id \(created.id)).\n")
        if let made { Console.write("One-time password: \(made)\n") }
    }

    private func disable(_ email: String, _ installation: Installation) throws {
        try installation.write { (tx) throws(Failure) in
            guard let user = try tx.user(email: email) else { throw .notFound }
            _ = try Users().change(user.id, UserChange(isActive: false), in: tx)
            try note("user.changed", user.id, in: tx)
        }
        Console.write("Disabled \(email). Its tokens do not count any more.\n")
    }

    private func setPassword(_ email: String, _ given: GivenArguments, _ installation: Installation) throws {
        let (hash, made) = try password(given)
        try installation.write { (tx) throws(Failure) in
            guard let user = try tx.user(email: email) else { throw .notFound }
            _ = try tx.setPassword(hash, mustChange: made != nil, of: user.id)
            try note("user.changed", user.id, in: tx)
        }
        Console.write("Changed the password of \(email).\n")
        if let made { Console.write("One-time password: \(made)\n") }
    }

    /// Whoever may run this is known to the machine, not to us.
    private func note(_ action: String, _ user: ID<User>, in tx: Writing) throws(Failure) {
        try tx.audit(
            action: action, subject: "user \(user)", details: "{}",
            by: Actor(type: .system, id: nil, name: "Command line"))
    }

    /// The password from standard input or typed unseen; made up where neither is there.
    private func password(_ given: GivenArguments) throws -> (hash: String, made: String?) {
        var typed: String?
        if given.own["password-stdin"] != nil {
            typed = Console.readLine() ?? ""
        } else if Console.inputIsTerminal {
            Console.writeError("Password (empty for a one-time one): ")
            typed = Console.readLine(isSecret: true).flatMap { $0.isEmpty ? nil : $0 }
        }
        if let typed, !Password.lengths.contains(typed.unicodeScalars.count) {
            throw CommandFailure("a password has 8 to 128 characters")
        }
        let made = typed == nil ? SecretToken.oneTimePassword(from: .system) : nil
        do throws(Failure) { return (try Password.hash(typed ?? made ?? ""), made) } catch {
            throw CommandFailure(Installation.words(error))
        }
    }
}
