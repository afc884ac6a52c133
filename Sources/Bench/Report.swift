import Foundation
import Platform

/// Prints the figures as they come.
final class Report {
    /// What a figure has to be at the least or at the most.
    enum Bound {
        case atLeast(Double)
        case atMost(Double)
    }

    func note(_ text: String) { Console.write("# \(text)\n") }

    func figure(_ name: String, _ value: Double, _ unit: String, must: Bound? = nil) {
        var line = "\(name) \(Report.shown(value)) \(unit)"
        switch must {
        case .atLeast(let least)?:
            line += " (must \(Report.shown(least))\(value < least ? ", MISSED" : ""))"
        case .atMost(let most)?:
            line += " (must \(Report.shown(most)) at most\(value > most ? ", MISSED" : ""))"
        case nil: break
        }
        Console.write(line + "\n")
    }

    /// A figure beside its reference: medians of the rounds, and the median of the rounds' ratios, since a round's two
    /// halves share the same minute of a noisy machine.
    func compared(_ name: String, _ unit: String, _ rounds: [(ours: Double, reference: Double)], must: Double) {
        figure(name, Statistics.median(rounds.map(\.ours)), unit)
        figure("\(name)_reference", Statistics.median(rounds.map(\.reference)), unit)
        figure("\(name)_ratio", Statistics.median(rounds.map { $0.ours / $0.reference }), "x", must: .atLeast(must))
    }

    private static func shown(_ value: Double) -> String {
        if value.magnitude >= 1000 { return String(Int(value.rounded())) }
        let digits = value.magnitude >= 100 ? 0 : value.magnitude >= 10 ? 1 : 2
        return String(format: "%.\(digits)f", value)
    }
}

enum Statistics {
    /// 0 for nothing.
    static func median(_ values: [Double]) -> Double {
        let sorted = values.sorted()
        guard !sorted.isEmpty else { return 0 }
        let middle = sorted.count / 2
        return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
    }
}
