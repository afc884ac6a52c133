import Classifier
import Domain
import JSON
import Platform

/// `ticketd classify [--categories LIST] [--evaluate FILE]`: no database, no network.
///
/// A line that cannot be read is told by its number; the others are done all the same, and the command ends with 1.
struct ClassifyCommand {
    /// Other names that the seeded categories go by.
    private static let aliases = ["technical": "technical_support", "general": "question"]
    /// Lines that cannot be read and are told one by one.
    private static let mostComplaints = 20
    private static let barWidth = 30

    func run(_ given: GivenArguments) throws {
        try given.requireWords(0...0, .classify)
        let categories = try given.own["categories"].map(ClassifyCommand.categories)
        let classifier = RuleClassifier()
        if let path = given.own["evaluate"] {
            let bytes: [UInt8]
            do throws(SystemError) { bytes = try File.read(path) } catch {
                throw CommandFailure("cannot read \(path): \(error.description)")
            }
            return try evaluate(bytes, path, classifier, categories)
        }
        var complaints = 0
        var number = 0
        while let line = Console.readLine() {
            number += 1
            guard let row = row(Array(line.utf8), number, &complaints) else { continue }
            let verdict = classifier.verdict(
                on: ClassifierInput(subject: row.subject, description: row.description, categories: categories))
            Console.write(answer(row.id, verdict))
        }
        try finish(complaints)
    }

    /// The slugs of `list`, each once.
    private static func categories(_ list: String) throws(UsageError) -> [String] {
        var slugs: [String] = []
        for word in list.split(separator: ",", omittingEmptySubsequences: false) {
            let name = Text.trimmed(String(word)).lowercased()
            if name.isEmpty { continue }
            let slug = aliases[name] ?? name
            guard RuleClassifier.categories.contains(slug) else {
                let known = RuleClassifier.categories.joined(separator: ", ")
                throw UsageError("--categories: there is no category \"\(name)\"; there are \(known)")
            }
            if !slugs.contains(slug) { slugs.append(slug) }
        }
        guard !slugs.isEmpty else { throw UsageError("--categories: name at least one category") }
        return slugs
    }

    private func answer(_ id: JSONValue, _ verdict: Verdict) -> String {
        var writer = JSONWriter(reserving: 256)
        writer.object {
            $0.key("id")
            $0.value(id)
            $0.member("category", verdict.category)
            $0.member("priority", verdict.priority)
            $0.member("confidence", (verdict.confidence * 1000).rounded() / 1000)
            $0.member("needs_review", verdict.needsReview)
            // No template answers by itself in a fresh installation.
            $0.member("answer", String?.none)
        }
        return String(decoding: writer.bytes, as: UTF8.self) + "\n"
    }

    private func evaluate(
        _ bytes: [UInt8], _ path: String, _ classifier: RuleClassifier, _ categories: [String]?
    ) throws(CommandFailure) {
        let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        var samples: [Evaluation.Sample] = []
        var complaints = 0
        for (index, line) in lines.enumerated() {
            if Console.errorIsTerminal, index % 50 == 0 { showProgress(index, of: lines.count) }
            guard let row = row(Array(line), index + 1, &complaints), let named = row.category else { continue }
            let expected = ClassifyCommand.aliases[named] ?? named
            let verdict = classifier.verdict(
                on: ClassifierInput(subject: row.subject, description: row.description, categories: categories))
            samples.append(
                Evaluation.Sample(expected: expected, chosen: verdict.category, confidence: verdict.confidence))
        }
        if Console.errorIsTerminal { Console.writeError("\r\u{1B}[K") }
        guard !samples.isEmpty else { throw CommandFailure("\(path) has no row with a category to compare with") }
        Console.write(Evaluation(samples).report)
        try finish(complaints)
    }

    private func showProgress(_ done: Int, of all: Int) {
        let filled = ClassifyCommand.barWidth * done / max(all, 1)
        let bar =
            String(repeating: "#", count: filled)
            + String(repeating: ".", count: ClassifyCommand.barWidth - filled)
        Console.writeError("\r[\(bar)] \(done) of \(all)")
    }

    private func finish(_ complaints: Int) throws(CommandFailure) {
        guard complaints > 0 else { return }
        throw CommandFailure(complaints == 1 ? "1 line was left out" : "\(complaints) lines were left out")
    }

    private struct Row {
        let id: JSONValue
        let subject: String?
        let description: String
        let category: String?
    }

    /// The row of line `number`; nil for a blank line, and for one that is no row, which is said.
    private func row(_ line: [UInt8], _ number: Int, _ complaints: inout Int) -> Row? {
        if line.allSatisfy({ $0 <= 0x20 }) { return nil }
        switch read(line) {
        case .success(let row): return row
        case .failure(let failure):
            if Console.errorIsTerminal { Console.writeError("\r\u{1B}[K") }
            if complaints < ClassifyCommand.mostComplaints {
                Console.writeError("ticketd: line \(number) \(failure.message)\n")
            }
            complaints += 1
            return nil
        }
    }

    private func read(_ line: [UInt8]) -> Result<Row, CommandFailure> {
        let json: JSONValue
        do throws(JSONError) { json = try JSONReader.read(line) } catch {
            return .failure(CommandFailure("is not JSON: \(error.reason)"))
        }
        guard case .object = json else { return .failure(CommandFailure("is not a JSON object")) }
        for name in ["subject", "description", "category"] {
            let value = json[name]
            guard value == nil || value == .null || value?.string != nil else {
                return .failure(CommandFailure("has a \(name) that is no text"))
            }
        }
        return .success(
            Row(
                id: json["id"] ?? .null, subject: json["subject"]?.string,
                description: json["description"]?.string ?? "", category: json["category"]?.string))
    }
}
