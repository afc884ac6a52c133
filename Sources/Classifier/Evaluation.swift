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
    private static let binCount = 10

    /// The verdicts between two confidences.
    package struct Bin: Sendable {
        package let from: Double
        package let to: Double
        package let count: Int
        /// Means; 0 when there is none.
        package let confidence: Double
        package let accuracy: Double
    }

    package let count: Int
    package let accuracy: Double
    /// The categories that occur, by slug.
    package let categories: [CategoryFigures]
    /// Expected calibration error over ten equal bins: how far confidence and accuracy are apart on average.
    package let calibrationError: Double
    /// Share of the messages at `answering` or above, and how many of those are right.
    package let coverage: Double
    package let precisionOfCovered: Double
    package let bins: [Bin]
    /// For each category how often each was chosen, in the order of the rows, which are all that occur.
    package let confusion: [(expected: String, chosen: [Int])]

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
        bins = (0..<Evaluation.binCount).map { bin in
            let inside = samples.filter {
                min(Int($0.confidence * Double(Evaluation.binCount)), Evaluation.binCount - 1) == bin
            }
            let width = 1 / Double(Evaluation.binCount)
            return Bin(
                from: Double(bin) * width, to: Double(bin + 1) * width, count: inside.count,
                confidence: inside.isEmpty ? 0 : inside.reduce(0) { $0 + $1.confidence } / Double(inside.count),
                accuracy: Evaluation.share(inside.count { $0.expected == $0.chosen }, inside.count))
        }
        let gaps = bins.reduce(0) { $0 + ($1.confidence - $1.accuracy).magnitude * Double($1.count) }
        calibrationError = samples.isEmpty ? 0 : gaps / Double(samples.count)
        let slugs = Set(samples.flatMap { [$0.expected, $0.chosen] }).sorted()
        confusion = slugs.map { expected in
            let row = samples.filter { $0.expected == expected }
            return (expected, slugs.map { chosen in row.count { $0.chosen == chosen } })
        }
        let covered = samples.filter { $0.confidence >= Evaluation.answering }
        coverage = Evaluation.share(covered.count, samples.count)
        precisionOfCovered = Evaluation.share(covered.count { $0.expected == $0.chosen }, covered.count)
    }

    private static func share(_ part: Int, _ whole: Int) -> Double { whole == 0 ? 0 : Double(part) / Double(whole) }
}
