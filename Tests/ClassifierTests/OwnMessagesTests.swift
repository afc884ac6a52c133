import Testing

@testable import Classifier

/// Compiled once: in a debug build that takes longer than all the verdicts.
private let builtIn = RuleClassifier()

@Suite struct OwnMessagesTests {
    private static let verdicts = OwnMessage.all.map { message in
        builtIn.verdict(on: ClassifierInput(subject: message.subject, description: message.body))
    }

    private func evaluation(of language: String? = nil) -> Evaluation {
        Evaluation(
            zip(OwnMessage.all, OwnMessagesTests.verdicts).filter { language == nil || $0.0.language == language }.map {
                Evaluation.Sample(expected: $0.category, chosen: $1.category, confidence: $1.confidence)
            })
    }

    @Test func `the tables are whole`() {
        #expect(OwnMessage.all.count > 350)
        #expect(Set(OwnMessage.all.map(\.category)) == Set(RuleClassifier.categories))
    }

    @Test func `more than nine in ten of our own messages go where a person would put them`() {
        let wrong = zip(OwnMessage.all, OwnMessagesTests.verdicts).filter { $0.category != $1.category }
            .map { "\($0.category) -> \($1.category): \($0.subject ?? "") | \($0.body)" }
        let evaluation = evaluation()
        #expect(evaluation.accuracy >= 0.92, "\(wrong.joined(separator: "\n"))")
        for figures in evaluation.categories { #expect(figures.f1 >= 0.85, "\(figures)") }
        #expect(evaluation.coverage >= 0.4 && evaluation.precisionOfCovered >= 0.92)
    }

    @Test(arguments: ["en", "de", "fr", "es", "pt"])
    func `each language is understood and recognised`(language: String) {
        #expect(evaluation(of: language).accuracy >= 0.88)
        let mistaken = zip(OwnMessage.all, OwnMessagesTests.verdicts)
            .filter { $0.language == language && $1.language != language }
            .map { "\($1.language): \($0.subject ?? "") | \($0.body)" }
        let count = OwnMessage.all.count { $0.language == language }
        #expect(mistaken.count * 10 <= count, "\(mistaken.joined(separator: "\n"))")
    }
}

@Suite struct ReadingTests {
    private func verdict(_ text: String, subject: String? = nil) -> Verdict {
        builtIn.verdict(on: ClassifierInput(subject: subject, description: text))
    }

    private func rules(_ text: String, subject: String? = nil) -> Set<String> {
        Set(verdict(text, subject: subject).rules.map(\.id))
    }

    @Test(arguments: [
        "This is not a billing question, the screen stays black",
        "It has nothing to do with the invoice. The upload fails",
        "I am not asking for a refund, but the lamp is broken",
        "No se trata de la factura, la aplicación no funciona",
        "Es geht nicht um die Rechnung, die App stürzt ab",
        "Ce n'est pas une question de facturation, le logiciel plante",
        "Não se trata da fatura, o programa trava",
    ])
    func `what is said not to be the matter counts for nothing`(text: String) {
        #expect(verdict(text).category == "technical_support")
        #expect(!verdict(text).rules.contains { $0.id.hasPrefix("billing") && $0.weight > 0 })
    }

    @Test func `a matter that is denied as a whole gives way to the one that is told`() {
        #expect(verdict("Not a billing question: the invoice page throws an error").category == "technical_support")
        #expect(verdict("No technical problem, nothing is broken. I want a refund").category == "billing")
    }

    @Test func `a denial ends with its clause`() {
        #expect(rules("It is not about the login, my refund is missing").contains("billing.refund"))
        #expect(rules("It is not about the login but a refund").contains("billing.refund"))
        #expect(rules("It is not about the login. A refund, please").contains("billing.refund"))
        #expect(!rules("It is not about a refund").contains("billing.refund"))
    }

    @Test(arguments: [
        "Which size of the rain jacket fits me?\n\nOn Mon, 3 Feb 2025 at 10:11, Support wrote:\n> Your refund was sent.\n> The page crashed.",
        "Which size of the rain jacket fits me?\n> refund\n> crash",
        "Which size of the rain jacket fits me?\n\n-----Original Message-----\nFrom: Support\nYour refund and the crash",
        "Which size of the rain jacket fits me?\n\nFrom: Support <help@example.com>\nSent: Monday\nSubject: refund\n\nA crash",
        "Which size of the rain jacket fits me?\n\nAm 3. Februar schrieb Support:\n> refund crash",
        "Which size of the rain jacket fits me?\n\nLe lundi 3 février, Support a écrit :\n> refund crash",
        "Which size of the rain jacket fits me?\n\nEl lunes, Support escribió:\n> refund crash",
        "Which size of the rain jacket fits me?\n\nEm segunda, Support escreveu:\n> refund crash",
        "Which size of the rain jacket fits me?\r\n\r\nOn Mon Support\r\nwrote:\r\n\r\n> refund crash\r\n",
        "Which size of the rain jacket fits me?\n-- \nRefund and Crash Ltd\nUrgent repairs",
        "Which size of the rain jacket fits me?\n\nBest regards,\nAda\nRefund and Crash Ltd, urgent repairs",
        "Which size of the rain jacket fits me?\n\nMit freundlichen Grüßen\nAda\nRefund Crash GmbH",
        "Which size of the rain jacket fits me?\n\nMany thanks and kind regards\nAda, refund crash department",
        "Which size of the rain jacket fits me?\nSent from my refund crash phone",
    ])
    func `quoted text and signatures are left out`(text: String) {
        let found = verdict(text)
        #expect(!found.rules.contains { $0.matched.hasPrefix("refund") || $0.matched.hasPrefix("crash") })
        #expect(found.category == "question")
        #expect(found.priority == "medium")
        #expect(found.summary == "Which size of the rain jacket fits me?")
    }

    @Test func `what is written below a quotation or in a postscript is read`() {
        #expect(rules("On Mon Ada wrote:\n> hello\nI want a refund").contains("billing.refund"))
        #expect(
            rules("Which size of the rain jacket is it?\n\nRegards,\nAda\n\nPS: I want a refund").contains(
                "billing.refund"))
        #expect(rules("Regards to all.\nI want a refund").contains("billing.refund"))
        #expect(rules("On Monday we talked.\nI want a refund").contains("billing.refund"))
    }

    @Test func `a message that only quotes is about what it quotes`() {
        #expect(rules("> I want a refund\n> now").contains("billing.refund"))
    }

    @Test func `the subject counts more than the body`() {
        let text = "please look at the thing"
        func weight(_ verdict: Verdict) -> Double? { verdict.rules.first { $0.id == "billing.refund" }?.weight }
        let inSubject = weight(verdict(text, subject: "refund"))
        let inBody = weight(verdict("refund " + text))
        #expect(inSubject != nil && inBody != nil && (inSubject ?? 0) > (inBody ?? 0))
    }

    @Test(arguments: [
        ("invioce", "invoic*"), ("invoce", "invoic*"), ("refnud", "refund*"), ("refunt", "refund*"),
        ("refundd", "refund*"),
        ("pasword", "password"), ("vouchr", "voucher*"),
    ])
    func `one wrong letter does no harm`(typo: String, term: String) {
        #expect(verdict("some \(typo) here").rules.contains { $0.matched == term }, "\(typo)")
    }

    @Test(arguments: ["regards", "changed", "printed", "willing", "compliant", "posted", "recipient", "looked"])
    func `a word that is right is not mended`(word: String) {
        #expect(verdict("about the \(word) again").rules.isEmpty)
    }

    @Test func `markup and addresses say nothing`() {
        let plain = verdict("The button does nothing. I see no picture.")
        let marked = verdict(
            "<p class=\"refund\">The <b>button</b>&nbsp;does nothing.</p><!-- invoice --><p>I see no <i>picture</i>.</p>"
        )
        #expect(plain.rules.map(\.id) == marked.rules.map(\.id))
        #expect(marked.summary == "The button does nothing.")
        for address in [
            "https://example.com/refund/error?page=login", "www.example.com/refund#crash", "example.com/refund/crash",
            "refund@crash.example",
        ] {
            #expect(
                !rules("look at \(address) there").contains { $0.hasPrefix("billing") || $0.hasPrefix("technical") })
        }
        #expect(verdict("3 < 4 and 5 > 4, I want a refund").rules.contains { $0.id == "billing.refund" })
    }

    @Test(arguments: ["Rückerstattung", "Ru\u{308}ckerstattung", "Rück\u{AD}erstattung"])
    func `accents may be their own characters and hyphens invisible`(word: String) {
        #expect(verdict("Ich bitte um die \(word)").rules.contains { $0.id == "billing.geld.de" })
    }

    @Test func `words of another language do not speak in English`() {
        #expect(!verdict("How do I change my pin?").rules.contains { $0.id.hasPrefix("technical_support.acces") })
        #expect(verdict("no puedo cambiar el pin de la tarjeta").language == "es")
    }

    @Test(arguments: [
        "Best regards,\nAda, Urgent Couriers", "Please, please, please, thank you very, very much",
        "There is nothing urgent about it",
    ])
    func `politeness and signatures are not urgent`(text: String) {
        #expect(["low", "medium"].contains(verdict("The chart has the wrong colour.\n\n" + text).priority))
    }

    @Test(arguments: [
        "refund ", "> refund\n", "<a<b", "On \n", "-- x\n", "é", "&amp", "x.", "inviocex ", "not a ", "\n",
    ])
    func `a megabyte takes no longer than its length`(piece: String) {
        let text = String(repeating: piece, count: 1_000_000 / piece.utf8.count)
        let time = ContinuousClock().measure { _ = verdict(text, subject: text) }
        // Some hundred times what it takes; a quadratic reading would take hours.
        #expect(time < .seconds(10))
    }
}

@Suite struct QuotedThanksTests {
    @Test func `thanks above a quotation are thanks`() {
        let quoted =
            "\n\nOn Mon, 3 Feb 2025, Support wrote:\n"
            + String(repeating: "> Does it work now? Please say.\n", count: 20)
        #expect(Thanks.isPure("Thank you, works now" + quoted))
        #expect(!Thanks.isPure("Thank you, but it still fails" + quoted))
    }
}
