import Domain
import Platform
import SQLite
import Service
import Store

/// `ticketd doctor [--repair]`: checks that a database is whole and that what is kept beside its rows is what they say.
/// May run beside the server.
struct DoctorCommand {
    let config: Config

    func run(_ given: GivenArguments) throws {
        try given.requireWords(0...0, .doctor)
        let repairs = given.own["repair"] != nil
        guard File.exists(config.database) else { throw CommandFailure("there is no database \(config.database)") }
        guard try isSchemaCurrent() else { throw CommandFailure("the checks need this binary's schema") }
        let installation = try Installation(config, migrating: false)
        defer { installation.writer.stop() }
        var isWell = true
        for check in DoctorCheck.allCases {
            let found = try findings(check, installation)
            guard !found.isEmpty else {
                Console.write("ok        \(check.subject)\n")
                continue
            }
            for line in found { Console.write("found     \(check.subject): \(line)\n") }
            guard repairs else {
                isWell = false
                continue
            }
            try installation.write { (tx) throws(Failure) in try Doctor().repair(check, in: tx) }
            let left = try findings(check, installation)
            if left.isEmpty {
                Console.write("repaired  \(check.subject): \(check.remedy)\n")
            } else {
                isWell = false
                Console.write("remains   \(check.subject): \(left.joined(separator: "; ")). Restore a backup.\n")
            }
        }
        guard isWell else {
            throw CommandFailure(
                repairs ? "not everything could be repaired" : "something was found; try `ticketd doctor --repair`")
        }
    }

    private func findings(_ check: DoctorCheck, _ installation: Installation) throws -> [String] {
        if check == .search {
            // FTS5 checks on a connection that may write.
            return try installation.write { (tx) throws(Failure) in
                // A customer's tickets leave the index one after the other while they are being erased.
                if try !tx.unfinishedErasures().isEmpty { return [] }
                return try tx.isSearchIndexWell() ? [] : ["has other words than the rows"]
            }
        }
        let reader = try installation.reader()
        do throws(Failure) {
            return try reader.read { (tx) throws(Failure) in try Doctor().findings(check, in: tx) }
        } catch { throw CommandFailure(Installation.words(error)) }
    }

    private func isSchemaCurrent() throws -> Bool {
        let schema: Int
        do throws(MigrationError) {
            schema = try Migrator.schema(path: config.database, among: Schema.migrations)
        } catch {
            Console.write("found     schema: \(error.description)\n")
            return false
        }
        guard schema == Schema.migrations.count else {
            let known = Schema.migrations.count
            Console.write("found     schema: \(schema) where this binary has \(known); run `ticketd migrate`\n")
            return false
        }
        Console.write("ok        schema \(schema)\n")
        return true
    }
}
