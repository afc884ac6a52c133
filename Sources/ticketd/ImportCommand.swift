import Domain
import Platform
import Service

/// `ticketd import FILE.jsonl [--customer EMAIL]`
struct ImportCommand {
    /// Rows that share a transaction.
    private static let batch = 200
    /// Refused lines that are listed one by one.
    private static let mostListed = 50

    let config: Config

    func run(_ given: GivenArguments) throws {
        try given.requireWords(1...1, .import)
        let path = given.words[0]
        var bytes: [UInt8]
        do throws(SystemError) { bytes = try File.read(path) } catch {
            throw CommandFailure("cannot read \(path): \(error.description)")
        }
        var email: String?
        if let typed = given.own["customer"] {
            guard let address = EmailAddress.normalized(typed) else {
                throw UsageError("--customer: \"\(typed)\" is not an e-mail address")
            }
            email = address
        }
        let installation = try Installation(config, migrating: true)
        defer { installation.writer.stop() }
        let importing = Importing(opening: installation.opening)
        let customer = try installation.write { [email] (tx) throws(Failure) in
            if let email { return try importing.customer(email: email, name: email, in: tx) }
            return try importing.defaultCustomer(in: tx)
        }

        let assessor = try installation.assessor()

        // What some spreadsheets put before the first line.
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
        let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        var counts = (imported: 0, known: 0)
        var refused: [(line: Int, reason: String)] = []
        var pending: [(line: Int, row: Importing.Row)] = []
        func flush() throws {
            let rows = pending.map(\.row)
            let fates = try installation.write { (tx) throws(Failure) in
                try importing.write(rows, for: customer, in: tx)
            }
            for (row, fate) in zip(pending, fates) {
                switch fate {
                case .imported: counts.imported += 1
                case .alreadyThere: counts.known += 1
                case .refused(let reason): refused.append((row.line, reason))
                }
            }
            pending = []
        }
        for (index, line) in lines.enumerated() {
            // Blank lines, such as the one behind the last line feed, are no rows.
            if !line.allSatisfy({ $0 == 0x20 || $0 == 0x0D || $0 == 0x09 }) {
                do throws(RefusedRow) { pending.append((index + 1, try importing.row(line, assessor: assessor))) } catch
                {
                    refused.append((index + 1, error.reason))
                }
            }
            if pending.count == ImportCommand.batch { try flush() }
            if Console.errorIsTerminal, index % ImportCommand.batch == 0 {
                Console.writeError("\r\(index + 1) of \(lines.count) lines")
            }
        }
        if !pending.isEmpty { try flush() }
        try installation.mergeSearchIndex()
        if Console.errorIsTerminal { Console.writeError("\r\u{1B}[K") }
        report(counts.imported, counts.known, refused.sorted { $0.line < $1.line })
        if !refused.isEmpty { throw CommandFailure("\(refused.count) rows were refused") }
    }

    private func report(_ imported: Int, _ known: Int, _ refused: [(line: Int, reason: String)]) {
        func rows(_ count: Int) -> String { count == 1 ? "1 row" : "\(count) rows" }
        func were(_ count: Int) -> String { count == 1 ? "1 was" : "\(count) were" }
        var text = "Imported \(rows(imported))"
        if known > 0 { text += ", \(were(known)) there already" }
        if !refused.isEmpty { text += ", \(were(refused.count)) refused" }
        text += ".\n"
        for row in refused.prefix(ImportCommand.mostListed) { text += "  line \(row.line) \(row.reason)\n" }
        if refused.count > ImportCommand.mostListed {
            text += "  and \(refused.count - ImportCommand.mostListed) more\n"
        }
        Console.write(text)
    }
}
