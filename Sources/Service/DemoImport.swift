/// A row as other desks export them, with the irregularities that such files have.
package struct DemoImportRow: Sendable, Equatable {
    package let id: String
    package let subject: String
    package let description: String
    package let category: String
    package let priority: String?
}

extension DemoText {
    /// About this many scalars has the longest description; tickets take 20,000.
    private static let longestImport = 12_000

    /// Row `index` of a file to be imported: every tenth has no subject, some have no text, are very long, are shouted,
    /// look like text messages, or carry other scripts, emoji and line breaks. Two rows in three have no priority.
    package mutating func importRow(_ index: Int) -> DemoImportRow {
        let topic = kind()
        var subject = below(10) == 0 ? "" : subject(topic)
        var text = description(topic, "medium")
        switch index % 23 {
        case 3: text = ""
        case 5:
            text = text.uppercased()
            subject = subject.uppercased()
        case 7: text = DemoText.shortMessages[below(DemoText.shortMessages.count)]
        case 11: text = DemoText.foreign[below(DemoText.foreign.count)] + "\n" + text
        case 13: text = "\n\n  " + text.split(separator: ". ").joined(separator: ".\r\n\r\n\t") + "  \n"
        case 17: text += " 🙏🏽😡 " + subject + " 👩‍👩‍👧 e\u{301} ﷽"
        case 19 where index % 3 == 0:
            while text.utf8.count < DemoText.longestImport { text += "\n> " + description(topic, "low") }
        default: break
        }
        // A row without any text could not become a ticket.
        if text.isEmpty, subject.isEmpty { subject = "(no subject)" }
        let levels = ["low", "medium", "high"]
        return DemoImportRow(
            id: "demo-\(index)", subject: subject, description: text, category: topic.category,
            priority: below(3) == 0 ? levels[below(levels.count)] : nil)
    }

    private static let shortMessages = [
        "pls call me bk", "cant log in agn!!", "??", "refund pls", "ok", "hi r u there", "app dead since mon. help",
        "wheres my order", "thx works now :)", "u charged me 2x", "STOP", "no",
    ]

    private static let foreign = [
        "Grüße aus München, die Rechnung stimmt nicht – bitte prüfen.",
        "¿Dónde está mi reembolso? Gracias por su ayuda.",
        "Où est ma facture ? Ça ne fonctionne pas…", "Não consigo entrar na minha conta, obrigado.",
        "Здравствуйте, приложение не работает.", "ログインできません。", "无法登录,请帮忙。", "لا أستطيع تسجيل الدخول",
        "Naïve café — “quotes” & <b>tags</b> \\ 'apostrophes'",
    ]
}
