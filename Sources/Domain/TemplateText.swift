/// What a template may name: `{{customer_name}}`, blanks inside the braces allowed.
package enum TemplateVariable: String, CaseIterable, Sendable {
    case customerName = "customer_name"
    case ticketNumber = "ticket_number"
    case agentName = "agent_name"
    case subject
}

/// A template's text taken apart: plain text and variables in turn.
package struct TemplateText: Sendable {
    private enum Piece: Sendable {
        case text(Substring)
        case variable(TemplateVariable, asWritten: Substring)
        case unknown(String, asWritten: Substring)
    }

    private var pieces: [Piece] = []

    /// `{{`, a name without braces, `}}` is a variable; any other brace is text.
    package init(_ text: String) {
        var rest = text[...]
        var plain = rest.startIndex
        while let brace = rest.utf8.firstIndex(of: UInt8(ascii: "{")) {
            rest = rest[rest.utf8.index(after: brace)...]
            guard rest.utf8.first == UInt8(ascii: "{") else { continue }
            let name = rest.dropFirst().prefix { $0 != "{" && $0 != "}" }
            guard text[name.endIndex...].hasPrefix("}}") else { continue }
            if plain < brace { pieces.append(.text(text[plain..<brace])) }
            rest = text[text.index(name.endIndex, offsetBy: 2)...]
            let whole = text[brace..<rest.startIndex]
            let trimmed = Text.trimmed(String(name))
            pieces.append(
                TemplateVariable(rawValue: trimmed).map { .variable($0, asWritten: whole) }
                    ?? .unknown(trimmed, asWritten: whole))
            plain = rest.startIndex
        }
        if plain < text.endIndex { pieces.append(.text(text[plain...])) }
    }

    /// The names that are no variables, in their order, each once.
    package var unknownNames: [String] {
        var names: [String] = []
        for case .unknown(let name, _) in pieces where !names.contains(name) { names.append(name) }
        return names
    }

    /// The text with the values put in, in one pass: braces in a value stay what they are. A variable without a value
    /// stays as it is written.
    package func filled(_ value: (TemplateVariable) -> String?) -> String {
        var filled = ""
        for piece in pieces {
            switch piece {
            case .text(let text), .unknown(_, let text): filled += text
            case .variable(let variable, let asWritten):
                if let value = value(variable) { filled += value } else { filled += asWritten }
            }
        }
        return filled
    }
}

extension Template {
    /// The body for one ticket.
    package func text(customer: String, ticket: String, agent: String, subject: String) -> String {
        TemplateText(body).filled { variable in
            switch variable {
            case .customerName: customer
            case .ticketNumber: ticket
            case .agentName: agent
            case .subject: subject
            }
        }
    }
}
