import Domain
import Platform
import Store

/// `ticketd deliveries [show ID]`
struct DeliveriesCommand {
    private static let mostListed: Int64 = 100

    let config: Config

    func run(_ given: GivenArguments) throws {
        try Installation.prepare(config, migrating: false)
        let reader: Reader
        do throws(Failure) { reader = try Reader(path: config.database, clock: .system) } catch {
            throw CommandFailure(Installation.words(error))
        }
        switch given.words.first {
        case nil:
            let rows = try reader.read { (tx) throws(Failure) in
                try tx.newestDeliveries(limit: DeliveriesCommand.mostListed)
            }
            if rows.isEmpty { Console.write("There are no deliveries.\n") }
            for row in rows {
                let time = Timestamp.text(row.createdAt)
                Console.write("\(row.id)\t\(time)\t\(row.status)\t\(row.kind)\t\(row.recipient)\t\(row.subject)\n")
            }
        case "show" where given.words.count == 2:
            guard let id = Int64(given.words[1]) else {
                throw UsageError("\"\(given.words[1])\" is not the id of a delivery")
            }
            guard let row = try reader.read({ (tx) throws(Failure) in try tx.delivery(id) }) else {
                throw CommandFailure("there is no delivery \(id)")
            }
            Console.write("To: \(row.recipient)\nSubject: \(row.subject)\n\n\(row.body)\n")
        default: throw UsageError("usage: ticketd \(Command.deliveries.usage)")
        }
    }
}
