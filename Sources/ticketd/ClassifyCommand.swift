import Classifier
import Domain
import JSON
import Platform

/// `ticketd classify [--categories LIST] [--evaluate FILE]`: no database, no network.
struct ClassifyCommand {
    func run(_ given: GivenArguments) throws {
        try given.requireWords(0...0, .classify)
        let categories = given.own["categories"].map { list in
            list.split(separator: ",").map { Text.trimmed(String($0)).lowercased() }
        }
        let classifier = RuleClassifier()
        if let path = given.own["evaluate"] {
            let bytes: [UInt8]
            do throws(SystemError) { bytes = try File.read(path) } catch {
                throw CommandFailure("cannot read \(path): \(error.description)")
            }
            return try evaluate(bytes, classifier, categories)
        }
        var number = 0
        while let line = Console.readLine() {
            number += 1
            if Text.trimmed(line).isEmpty { continue }
            let row = try row(Array(line.utf8), number)
            let verdict = classifier.verdict(
                on: ClassifierInput(subject: row.subject, description: row.description, categories: categories))
            Console.write(answer(row.id, verdict))
        }
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
        _ bytes: [UInt8], _ classifier: RuleClassifier, _ categories: [String]?
    ) throws(CommandFailure) {
        var samples: [Evaluation.Sample] = []
        for (index, line) in bytes.split(separator: UInt8(ascii: "\n")).enumerated() {
            let row = try row(Array(line), index + 1)
            guard let expected = row.category else { continue }
            let verdict = classifier.verdict(
                on: ClassifierInput(subject: row.subject, description: row.description, categories: categories))
            samples.append(
                Evaluation.Sample(expected: expected, chosen: verdict.category, confidence: verdict.confidence))
        }
        Console.write(Evaluation(samples).report + "\n")
    }

    private func row(
        _ line: [UInt8], _ number: Int
    ) throws(CommandFailure) -> (id: JSONValue, subject: String?, description: String, category: String?) {
        let json: JSONValue
        do throws(JSONError) { json = try JSONReader.read(line) } catch {
            throw CommandFailure("line \(number) is not JSON: \(error.reason)")
        }
        guard case .object = json else { throw CommandFailure("line \(number) is not a JSON object") }
        return (
            json["id"] ?? .null, json["subject"]?.string, json["description"]?.string ?? "", json["category"]?.string
        )
    }
}
