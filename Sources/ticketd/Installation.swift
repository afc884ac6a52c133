import Domain
import Platform
import SQLite
import Security
import Service
import Store

/// The opened database of an installation with the use cases on top of it: what every command that works on data
/// shares.
final class Installation {
    let config: Config
    let writer: Writer
    let opening: Opening
    let replies: Replies

    /// Opens and, with `migrating`, makes the database or brings it up to date; else it has to be there and current.
    ///
    /// - Throws: `CommandFailure`, in words.
    init(_ config: Config, migrating: Bool, log: Log? = nil) throws(CommandFailure) {
        self.config = config
        try Installation.prepare(config, migrating: migrating)
        do throws(Failure) {
            writer = try Writer(path: config.database, clock: .system) { cause in
                log?.error("the database refuses writes", ["reason": .text(cause)])
            }
        } catch { throw CommandFailure("the database \(config.database) cannot be opened: \(error)") }
        opening = Opening(
            numbering: Numbering(scheme: config.numbering, prefix: config.numberPrefix), assistant: Assistant())
        replies = Replies(opening: opening, reopenDays: config.reopenDays)
    }

    /// What was done to the schema.
    @discardableResult
    static func prepare(_ config: Config, migrating: Bool) throws(CommandFailure) -> Migrator.Report? {
        if !migrating, !File.exists(config.database) {
            throw CommandFailure("there is no database \(config.database)")
        }
        let isCurrent: Bool
        do throws(MigrationError) {
            if migrating { return try Schema.migrate(path: config.database, now: Clock.system.now) }
            isCurrent = try Schema.isCurrent(path: config.database)
        } catch {
            throw CommandFailure("\(config.database): \(error.description)")
        }
        guard isCurrent else {
            throw CommandFailure("\(config.database) has an older schema: run `ticketd migrate` first")
        }
        return nil
    }

    /// Runs a write and waits for its end.
    func write<T: Sendable>(
        _ job: @escaping @Sendable (Writing) throws(Failure) -> T
    ) throws(CommandFailure) -> T {
        let answer = BoundedQueue<Result<T, Failure>>(capacity: 1)
        writer.submit(job) { _ = answer.put($0) }
        guard let result = answer.takeFirst() else { throw CommandFailure("the writer has stopped") }
        switch result {
        case .success(let value): return value
        case .failure(let failure): throw CommandFailure(Installation.words(failure))
        }
    }

    /// Leaves a search index of few segments behind, after many rows were written.
    func mergeSearchIndex() throws(CommandFailure) {
        while try write({ (tx) throws(Failure) in try tx.mergeSearchIndex(pages: 1000) }) { continue }
    }

    func reader() throws(CommandFailure) -> Reader {
        do throws(Failure) { return try Reader(path: config.database, clock: .system) } catch {
            throw CommandFailure(Installation.words(error))
        }
    }

    /// What makes verdicts by the rules that are in force.
    func assessor() throws(CommandFailure) -> Assessor {
        let (reader, assistant) = (try reader(), opening.assistant)
        do throws(Failure) {
            return try reader.read { (tx) throws(Failure) in try assistant.assessor(in: tx) }
        } catch { throw CommandFailure(Installation.words(error)) }
    }

    /// A failure as a person at a terminal reads it.
    static func words(_ failure: Failure) -> String {
        switch failure {
        case .validation(let errors): errors.map { "\($0.field) \($0.message)" }.joined(separator: "; ")
        case .emailTaken: "there is an account with that address already"
        case .inUse(let why): why
        case .notFound: "nobody has that address"
        case .unavailable: "the database cannot be written now (is the disk full, or another process busy?)"
        case .internalFault(let why): why
        default: "\(failure)"
        }
    }
}
