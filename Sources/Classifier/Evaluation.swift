/// How good a classifier is on messages whose categories are known.
package struct Evaluation: Sendable {
    package struct Sample: Sendable {
        package let expected: String
        package let chosen: String
        package let confidence: Double

        package init(expected: String, chosen: String, confidence: Double) {
            self.expected = expected
            self.chosen = chosen
            self.confidence = confidence
        }
    }

    package struct CategoryFigures: Sendable {
        package let slug: String
        package let count: Int
        package let precision: Double
        package let recall: Double
        package var f1: Double { precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall) }
    }

    /// The confidence from which the assistant may answer.
    package static let answering = 0.90
    private static let bins = 10

    package let count: Int
    package let accuracy: Double
    /// The categories that occur, by slug.
    package let categories: [CategoryFigures]
    /// Expected calibration error over ten equal bins: how far confidence and accuracy are apart on average.
    package let calibrationError: Double
    /// Share of the messages at `answering` or above, and how many of those are right.
    package let coverage: Double
    package let precisionOfCovered: Double

    package var macroF1: Double {
        categories.isEmpty ? 0 : categories.reduce(0) { $0 + $1.f1 } / Double(categories.count)
    }

    package init(_ samples: [Sample]) {
        let right = samples.count { $0.expected == $0.chosen }
        count = samples.count
        accuracy = Evaluation.share(right, samples.count)
        categories = Set(samples.map(\.expected)).sorted().map { slug in
            let both = samples.count { $0.expected == slug && $0.chosen == slug }
            let expected = samples.count { $0.expected == slug }
            return CategoryFigures(
                slug: slug, count: expected,
                precision: Evaluation.share(both, samples.count { $0.chosen == slug }),
                recall: Evaluation.share(both, expected))
        }
        var gaps = 0.0
        for bin in 0..<Evaluation.bins {
            let inside = samples.filter {
                min(Int($0.confidence * Double(Evaluation.bins)), Evaluation.bins - 1) == bin
            }
            let confidence = inside.reduce(0) { $0 + $1.confidence }
            gaps += (confidence - Double(inside.count { $0.expected == $0.chosen })).magnitude
        }
        calibrationError = samples.isEmpty ? 0 : gaps / Double(samples.count)
        let covered = samples.filter { $0.confidence >= Evaluation.answering }
        coverage = Evaluation.share(covered.count, samples.count)
        precisionOfCovered = Evaluation.share(covered.count { $0.expected == $0.chosen }, covered.count)
    }

    private static func share(_ part: Int, _ whole: Int) -> Double { whole == 0 ? 0 : Double(part) / Double(whole) }
}

extension Evaluation {
    /// The figures as a table for a terminal.
    package var report: String {
        var text = "rows \(count)\naccuracy \(Self.shown(accuracy))\nmacro-F1 \(Self.shown(macroF1))\n"
        text += "calibration error \(Self.shown(calibrationError))\n"
        text += "at confidence 0.90: coverage \(Self.shown(coverage)), precision \(Self.shown(precisionOfCovered))\n"
        for category in categories {
            text +=
                "\(category.slug): precision \(Self.shown(category.precision)), recall \(Self.shown(category.recall))"
            text += ", F1 \(Self.shown(category.f1)), rows \(category.count)\n"
        }
        return text
    }

    private static func shown(_ figure: Double) -> String {
        let thousandths = Int(figure * 1000 + 0.5)
        let digits = String(thousandths % 1000)
        return "\(thousandths / 1000)." + String(repeating: "0", count: 3 - digits.count) + digits
    }
}
