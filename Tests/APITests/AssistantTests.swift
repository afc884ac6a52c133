import Domain
import JSON
import Support
import Testing

@testable import API

@Suite struct AssistantTests {
    @Test func `a ticket that a template fits is answered while it is opened`() throws {
        let desk = try TicketDesk()
        try desk.teach()
        let template = try desk.letAnswer()
        let made = desk.send(
            .post, "/tickets", #"{"subject":"My {{agent_name}} quokka","description":"It sleeps."}"#, desk.ada.token)
        #expect(made.status == 201)
        #expect(made.text("status") == "waiting_customer")
        #expect(made.count("message_count") == 2)
        #expect(made.count("unread_by_customer") == 1)
        #expect(made.json["first_response_at"] == .null)
        let number = try #require(made.text("ticket_number"))

        let seen = desk.staffView(number)
        #expect(seen.authors == ["customer", "ai"])
        let answer = try #require(seen.messages.last)
        let body = try #require(answer["body"]?.string)
        #expect(body.hasPrefix("Dear ada@example.com, about My {{agent_name}} quokka"))
        #expect(body.contains("automatically") && body.contains("a person"))
        #expect(answer["ai_generated"] == .bool(true))
        #expect(answer["ai_model"] == .string("rules/2"))
        #expect(answer["author_name"] == .string("Assistant"))
        #expect(answer["direction"] == .string("outbound"))
        #expect(try #require(answer["ai_confidence"]?.number) >= 0.9)
        #expect(seen.text("ai_first_response_at") == seen.text("created_at"))
        #expect(seen.json["first_response_at"] == .null && seen.json["last_staff_message_at"] == .null)
        #expect(seen.count("unread_by_agent") == 1)
        #expect(seen.eventTypes == ["created", "classification", "message", "status_change"])
        #expect(seen.text("ai_processing_notes")?.contains("Answered automatically with the template \"Auto\"") == true)
        #expect(desk.get("/admin/templates/\(template)", desk.grace.token).count("usage_count") == 1)
        #expect(desk.numbers("/admin/tickets?status=waiting_customer", desk.grace.token) == [number])
        #expect(desk.get("/admin/stats", desk.grace.token).json["by_status"]?["waiting_customer"] == .integer(1))
        // The customer sees the answer, and from whom it is.
        #expect(desk.seen(number).authors == ["customer", "ai"])
    }

    @Test(arguments: [
        ("This is urgent, the site is down, quokka", ""), ("You are ridiculous, worst service ever, quokka", ""),
        ("My lawyer asks about the quokka", ""), ("My quokka account was hacked", ""),
        ("There is a charge that I do not recognise, quokka", ""), ("Please change my quokka", ""),
        ("The quokka sleeps", #","category":"billing""#), ("It sleeps", ""),
    ])
    func `what needs a person is not answered, whatever rules are in force`(text: String, more: String) throws {
        let desk = try TicketDesk()
        try desk.teach()
        try desk.letAnswer()
        let seen = try desk.staffTicket(text, more: more)
        #expect(seen.authors == ["customer"])
        #expect(seen.text("status") == "new")
        #expect(seen.json["ai_first_response_at"] == .null)
    }

    @Test func `two templates that fit are none, and one that may not answer does not count`() throws {
        let desk = try TicketDesk()
        try desk.teach()
        try desk.letAnswer()
        let other = try desk.letAnswer(#"["sleep*"]"#)
        let both = try desk.staffTicket("The quokka sleeps")
        #expect(both.authors == ["customer"])
        #expect(both.text("ai_processing_notes")?.hasSuffix("because more than one template fits.") == true)
        #expect(try desk.staffTicket("The quokka eats").authors == ["customer", "ai"])
        let off = desk.send(.patch, "/admin/templates/\(other)", #"{"auto_answer":false}"#, desk.grace.token)
        #expect(off.status == 200)
        #expect(try desk.staffTicket("The quokka sleeps").authors == ["customer", "ai"])
    }

    @Test func `a template of another category, without words, or with one word missing does not answer`() throws {
        let desk = try TicketDesk()
        try desk.teach()
        try desk.letAnswer(#"["quokka"]"#, more: #","category":"billing""#)
        try desk.letAnswer("[]")
        try desk.letAnswer(#"["quokka","sleeps"]"#)
        #expect(try desk.staffTicket("The quokka eats").authors == ["customer"])
        #expect(try desk.staffTicket("The QUOKKA sleeps").authors == ["customer", "ai"])
    }

    @Test func `an unsure verdict is not enough`() throws {
        let desk = try TicketDesk()
        let rules = #"{"rules":[{"id":"x","category":"account","terms":["quokka"],"weight":3}]}"#
        #expect(desk.send(.put, "/admin/classifier/rules", rules, desk.root.token).status == 200)
        try desk.letAnswer()
        let seen = try desk.staffTicket("The quokka sleeps")
        #expect(seen.authors == ["customer"])
        #expect(seen.text("ai_processing_notes")?.contains("the category is not certain enough") == true)
        #expect(seen.text("ai_suggested_response") == "Dear ada@example.com, about A question")
    }

    @Test func `staff's own tickets are answered unless somebody has them`() throws {
        let desk = try TicketDesk()
        try desk.teach()
        try desk.letAnswer()
        func open(_ more: String) -> APIAnswer {
            desk.send(
                .post, "/admin/tickets",
                #"{"customer_id":\#(desk.ada.user.id),"subject":"abc","description":"quokka"\#(more)}"#,
                desk.grace.token)
        }
        #expect(open("").text("status") == "waiting_customer")
        #expect(open(#","assigned_to_id":\#(desk.alan.user.id)"#).text("status") == "open")
        #expect(open(#","priority":"urgent""#).text("status") == "new")
        #expect(open(#","tags":["legal"]"#).text("status") == "new")
    }

    @Test func `waiting_ai answers once, and hands back after that`() throws {
        let desk = try TicketDesk()
        try desk.teach()
        let seen = try desk.staffTicket("The quokka sleeps")
        let number = try #require(seen.text("ticket_number"))
        let back = desk.patch(number, #"{"status":"waiting_ai"}"#)
        #expect(back.text("status") == "open")
        #expect(back.json["ai_needs_review"] == .bool(true))
        #expect(back.text("ai_processing_notes")?.hasSuffix("because no template fits.") == true)

        try desk.letAnswer()
        let answered = desk.patch(number, #"{"status":"waiting_ai"}"#)
        #expect(answered.text("status") == "waiting_customer")
        #expect(answered.text("ai_first_response_at") != nil && answered.json["first_response_at"] == .null)
        let after = desk.staffView(number)
        #expect(after.authors == ["customer", "ai"])
        #expect(after.eventTypes.suffix(3) == ["status_change", "message", "status_change"])

        let again = desk.reply(number, #","status":"waiting_ai""#)
        #expect(again.text("ticket_status") == "open")
        #expect(desk.staffView(number).authors == ["customer", "ai", "staff"])
        #expect(desk.staffView(number).isForReview)
    }

    @Test func `waiting_ai for many tickets at once asks for each`() throws {
        let desk = try TicketDesk()
        try desk.teach()
        let fits = try #require(try desk.staffTicket("The quokka sleeps").count("id"))
        let other = try #require(try desk.staffTicket("It sleeps").count("id"))
        try desk.letAnswer()
        let answer = desk.send(
            .post, "/admin/tickets/bulk", #"{"ids":[\#(fits),\#(other)],"changes":{"status":"waiting_ai"}}"#,
            desk.grace.token)
        #expect(answer.status == 200, "\(answer.text)")
        #expect(desk.staffView(String(fits)).text("status") == "waiting_customer")
        #expect(desk.staffView(String(fits)).authors == ["customer", "ai"])
        #expect(desk.staffView(String(other)).text("status") == "open")
        #expect(desk.staffView(String(other)).isForReview)
    }

    @Test func `waiting_ai looks at what the customer said since`() throws {
        let desk = try TicketDesk()
        try desk.teach()
        try desk.letAnswer()
        let number = try #require(try desk.staffTicket("It sleeps").text("ticket_number"))
        desk.say(number, "The quokka, I mean")
        let answered = desk.reply(number, #","status":"waiting_ai""#)
        #expect(answered.text("ticket_status") == "waiting_customer")
        #expect(desk.staffView(number).authors == ["customer", "customer", "staff", "ai"])

        let angry = try #require(try desk.staffTicket("It sleeps").text("ticket_number"))
        desk.say(angry, "My lawyer likes the quokka")
        let note = desk.reply(angry, #","is_internal":true,"status":"waiting_ai""#)
        #expect(note.text("ticket_status") == "open")
        #expect(desk.staffView(angry).text("ai_processing_notes")?.contains("it is a legal matter") == true)
    }

    @Test func `thanks after the assistant's answer resolves, and a question opens`() throws {
        let desk = try TicketDesk()
        try desk.teach()
        try desk.letAnswer()
        let thanked = try #require(try desk.staffTicket("The quokka sleeps").text("ticket_number"))
        #expect(desk.say(thanked, "Thank you, works now!").text("ticket_status") == "resolved")
        #expect(desk.staffView(thanked).json["ai_auto_resolved"] == .bool(true))
        let asked = try #require(try desk.staffTicket("The quokka sleeps").text("ticket_number"))
        #expect(desk.say(asked, "And where is it?").text("ticket_status") == "open")
        #expect(desk.staffView(asked).json["ai_auto_resolved"] == .bool(false))
    }

    @Test func `a fitting template is suggested to staff, filled, also when it may not answer`() throws {
        let desk = try TicketDesk()
        let seen = try desk.staffTicket("I forgot my password. How do I log in?")
        #expect(seen.authors == ["customer"])
        let text = try #require(seen.text("ai_suggested_response"))
        #expect(text.hasPrefix("Hello ada@example.com,"))
        #expect(!text.contains("{{") && !text.contains("automatically"))
        #expect(try desk.staffTicket("Nothing fits here").json["ai_suggested_response"] == .null)
    }
}
