import Platform

/// `ticketd migrate`
struct MigrateCommand {
    let config: Config

    func run(_ given: GivenArguments) throws {
        try given.requireWords(0...0, .migrate)
        guard let report = try Installation.prepare(config, migrating: true) else { return }
        if let backup = report.backup { Console.write("Made a backup: \(backup)\n") }
        if report.applied.isEmpty {
            Console.write("\(config.database) is up to date (schema \(report.schema)).\n")
        } else {
            let numbers = report.applied.map(String.init).joined(separator: ", ")
            Console.write("\(config.database): ran migration \(numbers); schema \(report.schema).\n")
        }
    }
}
