import Testing

@testable import Classifier

/// Compiled once: in a debug build that takes longer than all the verdicts.
private let builtIn = RuleClassifier()

@Suite struct RuleClassifierTests {
    private let classifier = builtIn

    private func category(_ subject: String? = nil, _ text: String, among active: [String]? = nil) -> String {
        classifier.verdict(on: ClassifierInput(subject: subject, description: text, categories: active)).category
    }

    @Test(arguments: [
        ("I was charged twice for the same subscription", "billing"),
        ("Where is the invoice for March? I need it for my tax return", "billing"),
        ("We returned the chairs two weeks ago and the refund has not arrived", "billing"),
        ("The app crashes whenever I open the camera", "technical_support"),
        ("The dashboard shows error 500 since this morning, we restarted everything", "technical_support"),
        ("Please replace the photo on our team page with the attached one", "site_edit"),
        ("There is a typo in the headline of the home page", "site_edit"),
        ("How do I connect my calendar to your service? Is there a guide?", "question"),
        ("Do you deliver to Norway and how long does it take?", "question"),
        ("Please delete my account and all personal data", "account"),
        ("I would like to change my email address in my profile", "account"),
        ("My gift card cannot be redeemed", "redemption"),
        ("The promo code SUMMER is not accepted", "redemption"),
        ("I want to make a complaint about your driver", "other"),
        ("CONGRATULATIONS you have won a prize! Text CLAIM to 80088", "other"),
        ("Tell me a joke", "other"),
        ("¿Dónde está mi factura? Quiero un reembolso, por favor", "billing"),
        ("Die App funktioniert nicht, ich bekomme immer eine Fehlermeldung", "technical_support"),
        ("Je voudrais un remboursement de ma facture", "billing"),
        ("O aplicativo não funciona, aparece um erro", "technical_support"),
    ])
    func `a plain message goes where a person would put it`(text: String, expected: String) {
        #expect(category(nil, text) == expected)
    }

    @Test func `only active categories are chosen, and their probabilities add up to one`() {
        let input = ClassifierInput(description: "Please refund my invoice", categories: ["question", "other"])
        let verdict = classifier.verdict(on: input)
        #expect(Set(verdict.categories.map(\.slug)) == ["question", "other"])
        #expect((verdict.categories.reduce(0) { $0 + $1.p } - 1).magnitude < 1e-9)
        #expect(verdict.confidence == verdict.categories.first?.p)
    }

    @Test func `an unknown category of the installation may be among the active ones`() {
        let verdict = classifier.verdict(
            on: ClassifierInput(description: "refund", categories: ["billing", "plumbing"]))
        #expect(verdict.category == "billing")
        #expect(verdict.categories.count == 2)
    }

    @Test func `no active category gives other without any confidence`() {
        let verdict = classifier.verdict(on: ClassifierInput(description: "refund", categories: []))
        #expect(verdict.category == "other" && verdict.confidence == 0 && verdict.needsReview)
    }

    @Test func `the verdict names the rules that counted and the term of each`() {
        let verdict = classifier.verdict(on: ClassifierInput(description: "I want a refund"))
        #expect(verdict.rules.contains { $0.id == "billing.refund" && $0.matched == "refund*" && $0.weight > 0 })
        #expect(verdict.tags.contains("refund"))
        #expect(verdict.model == "rules/1")
    }

    @Test(arguments: [
        ("Our production is down, nobody can work", "urgent"),
        ("We had a security breach, customer data was leaked", "urgent"),
        ("I am locked out and have a deadline today", "high"),
        ("This is unacceptable, I was charged twice", "high"),
        ("The colour of the chart differs from the manual", "medium"),
        ("A small typo in the guide, no rush", "low"),
    ])
    func `the priority follows what is said`(text: String, expected: String) {
        #expect(classifier.verdict(on: ClassifierInput(description: text)).priority == expected)
    }

    @Test(arguments: [
        ("Production is down, help", AnswerBars.urgent), ("This is ridiculous, worst service ever", .angry),
        ("My lawyer will write to you", .legal), ("I think my account was hacked", .security),
        ("There is a charge that I do not recognise", .paymentDispute),
        ("Please change my delivery address", .changeRequest),
        ("WHY DOES NOBODY ANSWER MY MESSAGES IN THIS PLACE", .angry),
    ])
    func `the assistant is barred where a person has to look`(text: String, bar: AnswerBars) {
        #expect(classifier.verdict(on: ClassifierInput(description: text)).flags.contains(bar))
    }

    @Test func `a harmless question bars nothing`() {
        #expect(classifier.verdict(on: ClassifierInput(description: "How do I export my contacts?")).flags == [])
    }

    @Test(arguments: [
        ("The printer is not working and we do not know why", "en"), ("Hola, no puedo entrar en mi cuenta", "es"),
        ("Ich kann mich nicht anmelden, bitte um Hilfe", "de"),
        ("Bonjour, je ne peux pas me connecter avec mon compte", "fr"),
        ("Olá, não consigo entrar na minha conta", "pt"), ("Buongiorno, vorrei una fattura, grazie", "it"),
        ("Hallo, ik kan niet inloggen op mijn account", "nl"), ("Здравствуйте, не работает", "ru"), ("ログインできません", "ja"),
        ("无法登录", "zh"), ("로그인이 안 돼요", "ko"), ("", "en"),
    ])
    func `the language shows in small words or letters`(text: String, expected: String) {
        #expect(classifier.verdict(on: ClassifierInput(description: text)).language == expected)
    }

    @Test func `a contraction, its long form and a curly apostrophe mean the same`() {
        let forms = ["It doesn't work", "It does not work", "It doesn’t work", "it doesnt work"]
        for form in forms {
            let rules = classifier.verdict(on: ClassifierInput(description: form)).rules.map(\.id)
            #expect(rules.contains("technical_support.notworking"), "\(form)")
        }
    }
}

@Suite struct RobustnessTests {
    private let classifier = builtIn

    private func check(_ text: String, subject: String? = nil) {
        let verdict = classifier.verdict(on: ClassifierInput(subject: subject, description: text))
        #expect(verdict.confidence > 0 && verdict.confidence <= 1)
        #expect(verdict.summary.unicodeScalars.count <= 161)
        _ = Thanks.isPure(text)
    }

    @Test func `any bytes are read without harm`() {
        var state: UInt64 = 42
        for round in 0..<3_000 {
            var bytes: [UInt8] = []
            for _ in 0..<(round % 300) {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                let byte = UInt8(truncatingIfNeeded: state >> 33)
                bytes.append(round % 2 == 0 ? byte : byte & 0x7F)
            }
            let text = String(decoding: bytes, as: UTF8.self)
            check(text, subject: round % 3 == 0 ? text : nil)
        }
    }

    @Test(arguments: [
        "", " ", "\n\n\n", "\0\u{1}\u{2}", "?????!!!!", "@", "a@", "@b", "a@b", "http://", "www.", "...", "'", "''''",
        "$", "€",
        "$5", "5€", "1.2.3.4", "a.b.c.com", "\u{FEFF}", "é", "×", "\u{10FFFF}", "👩‍👩‍👧‍👦", "i'", "’’’", "don’t", "￿",
    ])
    func `odd little texts are read without harm`(text: String) { check(text, subject: text) }

    @Test func `the longest description and huge words are read without harm`() {
        check(String(repeating: "refund not working ", count: 1_100))
        check(String(repeating: "x", count: 20_000))
        check(String(repeating: "é", count: 20_000))
        check(String(repeating: "🙏", count: 20_000))
        check(String(repeating: "? ", count: 10_000))
        check(String(repeating: "charged ", count: 2_500))
    }
}
