/// A made-up ticket, with what a person would file it under.
package struct DemoTicket: Sendable, Equatable {
    /// 3 to 200 Unicode scalars.
    package var subject: String
    /// 100 to 900 Unicode scalars, about 300 on average.
    package var description: String
    package var category: String
    package var priority: String
}

/// Writes plausible support messages for the demo, benchmarks and tests. The same seed gives the same texts.
///
/// Everything is composed here from templates, so nothing comes from anybody's mail. Some words are frequent, some rare,
/// and order numbers hardly ever return: search finds all kinds.
package struct DemoText {
    package struct Customer: Sendable, Equatable {
        package let name: String
        /// At example.com or example.org (RFC 2606); the index makes it unique.
        package let email: String
        /// E.164, from the block 555-01xx that is kept for fiction.
        package let phone: String
    }

    private var dice: SplitMix64

    package init(seed: UInt64) { dice = SplitMix64(state: seed) }

    package mutating func ticket() -> DemoTicket {
        let kind = kind()
        let priority = priority()
        return DemoTicket(
            subject: subject(kind), description: description(kind, priority), category: kind.category,
            priority: priority)
    }

    /// The person with number `index`: always the same, whatever was made before and whichever seed.
    package mutating func customer(_ index: Int) -> Customer {
        var own = SplitMix64(state: UInt64(bitPattern: Int64(index)) ^ 0x7469_636b_6574_6400)
        let first = DemoWords.firstNames[own.below(DemoWords.firstNames.count)]
        let last = DemoWords.lastNames[own.below(DemoWords.lastNames.count)]
        let domain = own.below(2) == 0 ? "example.com" : "example.org"
        let area = 200 + (index / 100) % 800
        let line = 100 + index % 100
        return Customer(
            name: "\(first) \(last)",
            email: "\(first.lowercased()).\(last.lowercased()).\(index)@\(domain)", phone: "+1\(area)5550\(line)")
    }

    /// What an agent called `agent` answers to a customer called `customer`.
    package mutating func staffReply(to customer: String, from agent: String) -> String {
        var text = "Hi \(customer),\n\n"
        text.reserveCapacity(420)
        append(pick(DemoThread.staffOpenings), to: &text)
        text += " "
        append(pick(DemoThread.staffActions), to: &text)
        if dice.below(3) > 0 {
            text += " "
            append(pick(DemoThread.staffFollowUps), to: &text)
        }
        text += "\n\n"
        append(pick(DemoThread.staffClosings), to: &text)
        text += "\n"
        text += agent
        return text
    }

    /// What a customer answers; about one in four is a plain thank-you.
    package mutating func customerReply() -> String {
        if dice.below(4) == 0 { return composed(pick(DemoThread.thanks)) }
        var text = composed(pick(DemoThread.customerAnswers))
        if dice.below(2) == 0 {
            text += " "
            append(pick(DemoThread.customerMore), to: &text)
        }
        return text
    }

    /// An internal note.
    package mutating func note() -> String {
        var text = composed(pick(DemoThread.notes))
        if dice.below(3) == 0 {
            text += " "
            append(pick(DemoThread.notes), to: &text)
        }
        return text
    }

    // MARK: Pieces

    mutating func below(_ bound: Int) -> Int { dice.below(bound) }

    mutating func kind() -> DemoTopic {
        let topics = DemoTopic.all
        var ticket = dice.below(DemoTopic.shares)
        for topic in topics {
            if ticket < topic.share { return topic }
            ticket -= topic.share
        }
        return topics[0]
    }

    private mutating func priority() -> String {
        switch dice.below(100) {
        case 0..<6: "urgent"
        case 6..<24: "high"
        case 24..<82: "medium"
        default: "low"
        }
    }

    mutating func subject(_ topic: DemoTopic) -> String {
        var text = ""
        append(pick(topic.subjects), to: &text)
        return text
    }

    mutating func description(_ topic: DemoTopic, _ priority: String) -> String {
        var text = ""
        text.reserveCapacity(640)
        if dice.below(3) > 0 {
            append(pick(DemoThread.greetings), to: &text)
            text += dice.below(2) == 0 ? "\n\n" : " "
        }
        append(pick(topic.openings), to: &text)
        // One to six more sentences, mostly two or three.
        for _ in 0...(dice.below(3) + dice.below(4)) {
            text += " "
            append(pick(topic.details), to: &text)
        }
        if let pressing = DemoThread.pressing(priority) {
            text += " "
            append(pick(pressing), to: &text)
        }
        text += " "
        append(pick(topic.wishes), to: &text)
        while text.utf8.count < 130 {
            text += " "
            append(pick(topic.details), to: &text)
        }
        if dice.below(3) > 0 {
            text += "\n\n"
            append(pick(DemoThread.closings), to: &text)
        }
        return text
    }

    private mutating func pick<Element>(_ items: [Element]) -> Element { items[dice.below(items.count)] }

    private mutating func composed(_ template: DemoTemplate) -> String {
        var text = ""
        text.reserveCapacity(240)
        append(template, to: &text)
        return text
    }

    private mutating func append(_ template: DemoTemplate, to text: inout String) {
        for piece in template.pieces {
            switch piece {
            case .text(let words): text += words
            case .slot(let slot): append(slot, to: &text)
            }
        }
    }

    /// The first words of a list come most often, as in real text.
    private mutating func frequent(_ words: [String]) -> String {
        words[min(dice.below(words.count), dice.below(words.count))]
    }

    private mutating func append(_ slot: DemoTemplate.Slot, to text: inout String) {
        switch slot {
        case .product: text += frequent(DemoWords.products)
        case .page: text += frequent(DemoWords.pages)
        case .device: text += frequent(DemoWords.devices)
        case .problem: text += frequent(DemoWords.errors)
        case .month: text += DemoWords.months[dice.below(12)]
        case .name: text += pick(DemoWords.firstNames)
        case .city: text += frequent(DemoWords.cities)
        case .weekday: text += DemoWords.weekdays[dice.below(7)]
        case .amount:
            text += dice.below(4) == 0 ? "€" : "$"
            append(5 + dice.below(40) * dice.below(40) / 2, to: &text)
            text += DemoWords.cents[dice.below(DemoWords.cents.count)]
        case .order:
            text += DemoWords.orderPrefixes[dice.below(DemoWords.orderPrefixes.count)]
            append(100_000 + dice.below(900_000), to: &text)
        case .number: append(2 + dice.below(28), to: &text)
        case .time:
            append(6 + dice.below(16), to: &text)
            text += DemoWords.minutes[dice.below(DemoWords.minutes.count)]
        }
    }

    private func append(_ number: Int, to text: inout String) { text += String(number) }
}

/// The generator SplitMix64 (Steele, Lea, Flood 2014): small, fast, and the same everywhere.
struct SplitMix64 {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    /// From 0 up to, not including, `bound` (1 or more).
    mutating func below(_ bound: Int) -> Int {
        Int(truncatingIfNeeded: next().multipliedFullWidth(by: UInt64(max(bound, 1))).high)
    }
}
