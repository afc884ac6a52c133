extension Evaluation {
    /// The figures as tables for a terminal.
    package var report: String {
        var text = "rows \(count)\naccuracy \(shown(accuracy))\nmacro-F1 \(shown(macroF1))\n"
        text += "calibration error \(shown(calibrationError))\n"
        text += "at confidence 0.90: coverage \(shown(coverage)), precision \(shown(precisionOfCovered))\n"
        text += "\n" + categoryTable + "\n" + calibrationTable + "\n" + confusionTable
        return text
    }

    private var categoryTable: String {
        let rows = categories.map { figures in
            [
                figures.slug, shown(figures.precision), shown(figures.recall), shown(figures.f1), "\(figures.count)",
            ]
        }
        return table([["category", "precision", "recall", "F1", "rows"]] + rows)
    }

    private var calibrationTable: String {
        let rows = bins.filter { $0.count > 0 }.map { bin in
            [
                "\(shown(bin.from)) to \(shown(bin.to))", "\(bin.count)", shown(bin.confidence), shown(bin.accuracy),
            ]
        }
        return table([["confidence", "rows", "mean", "right"]] + rows)
    }

    /// What was expected downwards, what was chosen across.
    private var confusionTable: String {
        let slugs = confusion.map(\.expected)
        let head = ["expected \\ chosen"] + slugs
        let rows = confusion.map { row in [row.expected] + row.chosen.map { $0 == 0 ? "·" : "\($0)" } }
        return table([head] + rows)
    }

    /// Columns as wide as their widest cell, the first to the left, the others to the right.
    private func table(_ rows: [[String]]) -> String {
        guard let head = rows.first else { return "" }
        let widths = head.indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
        var text = ""
        for row in rows {
            for (column, cell) in row.enumerated() {
                let padding = String(repeating: " ", count: widths[column] - cell.count)
                text += column == 0 ? cell + padding : "  " + padding + cell
            }
            text += "\n"
        }
        return text
    }

    private func shown(_ figure: Double) -> String {
        let thousandths = Int(figure * 1000 + 0.5)
        let digits = String(thousandths % 1000)
        return "\(thousandths / 1000)." + String(repeating: "0", count: 3 - digits.count) + digits
    }
}
