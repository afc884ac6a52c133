import Testing

@testable import Classifier

@Suite struct ThanksTests {
    @Test(arguments: [
        "thank you, works now", "Thanks!", "Thank you very much for your quick help.", "Great, that solved it. Thanks!",
        "thx",
        "Perfect, thank you very much for the quick help.", "Many thanks, all sorted.", "Thanks Grace, it works now 👍",
        "Thank you so much!\n\nBest regards,\nAda Lovelace", "Vielen Dank!", "Muchas gracias", "Merci beaucoup",
        "It's working, cheers",
        "Thank you, it works now.", "Thanks a lot, everything is fine!", "ok thanks",
    ])
    func `plain thanks are recognised`(text: String) { #expect(Thanks.isPure(text)) }

    @Test(arguments: [
        "", "Hello", "Thanks, but it still does not work", "Thank you. When will it arrive?",
        "Thanks, please also change my address",
        "Thanks for nothing", "Thank you, another problem: the printer is broken",
        "No thanks", "Thanks in advance, order 12345", "Thanks, could you send the invoice",
        "Thanks, see www.example.com/page",
        "I want a refund, thanks", "Thanks, nothing works", "Thanks. The invoice total is wrong",
        "Thanks, it crashed again",
        "That is not resolved", "Thanks, will you fix the shop", "ok", "thanks, call me",
    ])
    func `what asks, reports or is no thanks is not`(text: String) {
        #expect(!Thanks.isPure(text))
    }

    @Test func `whoever writes much has something to say`() {
        #expect(!Thanks.isPure(String(repeating: "thanks ", count: 40)))
    }
}

@Suite struct SummaryTests {
    @Test(arguments: [
        ("Hello,\n\nI was charged twice for my order. Please help.", "I was charged twice for my order."),
        (
            "Dear team, hi. The dashboard has been empty since Monday! Why?",
            "The dashboard has been empty since Monday!"
        ),
        ("ok", "Subject line"), ("", "Subject line"),
        ("<p>Hello</p><p>my <b>refund</b> of&nbsp;May has not arrived</p>", "my refund of May has not arrived"),
        ("> Which size?\nThe jacket is too small for me.\n-- \nAda", "The jacket is too small for me."),
        ("Version 2.0 of the\tapp  stops\u{7} after login.", "Version 2.0 of the app stops after login."),
    ])
    func `the first sentence that says something is the summary`(text: String, expected: String) {
        #expect(Summary.of(subject: "Subject line", description: text) == expected)
    }

    @Test func `a long sentence is cut at 160 characters, ellipsis included`() {
        let summary = Summary.of(subject: nil, description: String(repeating: "é", count: 500))
        #expect(summary.unicodeScalars.count == 160)
        #expect(summary.hasSuffix("é…"))
    }

    @Test func `no subject and a short text give the text`() {
        #expect(Summary.of(subject: nil, description: "ok") == "ok")
    }
}
