/// A sentence with slots, taken apart once: `I ordered {product} in {month}.`
struct DemoTemplate: Sendable {
    enum Slot: String, Sendable {
        case product, page, device, problem, month, name, city, weekday, amount, order, number, time
    }

    enum Piece: Sendable {
        case text(String)
        case slot(Slot)
    }

    let pieces: [Piece]

    /// A brace that names no slot stays as it is written.
    init(_ sentence: Substring) {
        var pieces: [Piece] = []
        for (index, part) in sentence.split(separator: "{", omittingEmptySubsequences: false).enumerated() {
            guard index > 0 else {
                if !part.isEmpty { pieces.append(.text(String(part))) }
                continue
            }
            let halves = part.split(separator: "}", maxSplits: 1, omittingEmptySubsequences: false)
            if halves.count == 2, let slot = Slot(rawValue: String(halves[0])) {
                pieces.append(.slot(slot))
                if !halves[1].isEmpty { pieces.append(.text(String(halves[1]))) }
            } else {
                pieces.append(.text("{" + part))
            }
        }
        self.pieces = pieces
    }

    /// One template a line.
    static func lines(_ text: String) -> [DemoTemplate] { text.split(separator: "\n").map(DemoTemplate.init) }
}

/// What demo tickets of one category are made of.
struct DemoTopic: Sendable {
    let category: String
    /// Out of `shares` tickets so many are of this kind.
    let share: Int
    let subjects: [DemoTemplate]
    let openings: [DemoTemplate]
    let details: [DemoTemplate]
    let wishes: [DemoTemplate]

    init(_ category: String, share: Int, subjects: String, openings: String, details: String, wishes: String) {
        self.category = category
        self.share = share
        self.subjects = DemoTemplate.lines(subjects)
        self.openings = DemoTemplate.lines(openings)
        self.details = DemoTemplate.lines(details)
        self.wishes = DemoTemplate.lines(wishes)
    }

    static let all = [billing, technical, siteEdit, question, account, redemption, other]
    static let shares = all.reduce(0) { $0 + $1.share }
}
