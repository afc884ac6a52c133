/// Turns sums of weights into probabilities that mean what they say.
enum Calibration {
    /// Divides the sums before the softmax. Chosen so that of the verdicts at 0.9 nine in ten are right.
    static let temperature = 0.9

    /// How often a verdict was right (`observed`) that the softmax gave `p`, on messages that no rule had been written
    /// for, each seen once; straight lines between. Rules that agree are not independent, so the softmax is too sure of
    /// itself above 0.9.
    private static let observations: [(p: Double, observed: Double)] = [
        (0, 0.25), (0.34, 0.35), (0.42, 0.42), (0.50, 0.52), (0.65, 0.62), (0.75, 0.73), (0.85, 0.83), (0.92, 0.885),
        (0.95, 0.91), (0.985, 0.94), (0.995, 0.95), (0.999, 0.98), (1, 0.995),
    ]

    /// What a message that matches no rule is likely to be, in logits, by index in `RuleClassifier.categories`.
    private static let priors = [0.0, 0.2, 0.0, 0.4, -0.6, -0.8, 0.9]
    /// A category that only an edited set of rules knows, or none at all.
    private static let priorOfOthers = -1.0

    static func prior(_ index: Int) -> Double { index < priors.count ? priors[index] : priorOfOthers }

    /// The active categories with their probabilities, likeliest first.
    static func scores(_ sums: UnsafeBufferPointer<Double>, slugs: [String], active: [String]?) -> [Verdict.Score] {
        let chosen = active ?? RuleClassifier.categories
        var logits = chosen.map { slug in slugs.firstIndex(of: slug).map { sums[$0] } ?? priorOfOthers }
        guard let top = logits.max() else { return [] }
        var total = 0.0
        for index in logits.indices {
            logits[index] = exponential((logits[index] - top) / temperature)
            total += logits[index]
        }
        var scores = zip(chosen, logits).map { Verdict.Score(slug: $0, p: $1 / total) }
        scores.sort { $0.p > $1.p }
        if scores.count > 1 { calibrate(&scores) }
        return scores
    }

    /// The likeliest gets the probability that was observed, the others share what is left as they did before.
    private static func calibrate(_ scores: inout [Verdict.Score]) {
        let first = scores[0].p
        guard first < 1 else { return }
        let likeliest = observed(first)
        let rest = (1 - likeliest) / (1 - first)
        for index in scores.indices {
            scores[index] = Verdict.Score(slug: scores[index].slug, p: index == 0 ? likeliest : scores[index].p * rest)
        }
    }

    private static func observed(_ p: Double) -> Double {
        guard let next = observations.firstIndex(where: { p <= $0.p }), next > 0 else { return p }
        let (low, high) = (observations[next - 1], observations[next])
        return low.observed + (high.observed - low.observed) * (p - low.p) / (high.p - low.p)
    }

    /// e to the power of `x`, for `x` of 0 or less, within 1e-12: the series after taking out the powers of two. The
    /// C library's stays in Platform.
    static func exponential(_ x: Double) -> Double {
        guard x > -700 else { return 0 }
        let ln2 = 0.693_147_180_559_945_3
        // Rounded to the nearest whole number: `x` is not above zero, and the conversion cuts towards it.
        let halvings = Int(x / ln2 - 0.5)
        let rest = x - Double(halvings) * ln2
        var term = 1.0
        var sum = 1.0
        for step in 1...12 {
            term *= rest / Double(step)
            sum += term
        }
        return sum * Double(sign: .plus, exponent: halvings, significand: 1)
    }
}
