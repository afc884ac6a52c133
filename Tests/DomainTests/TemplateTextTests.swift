import Testing

@testable import Domain

@Suite struct TemplateTextTests {
    private func filled(_ text: String) -> String {
        TemplateText(text).filled { variable in
            switch variable {
            case .customerName: "Ada {{ticket_number}}"
            case .ticketNumber: "TKT-1"
            case .subject: "}}{{"
            case .agentName: nil
            }
        }
    }

    @Test(arguments: [
        ("Hello {{customer_name}}!", "Hello Ada {{ticket_number}}!"), ("{{ ticket_number }}", "TKT-1"),
        ("{{ticket_number}}{{ticket_number}}", "TKT-1TKT-1"), ("{{subject}}{{ticket_number}}", "}}{{TKT-1"),
        ("{ticket_number}", "{ticket_number}"), ("{{ticket_number", "{{ticket_number"),
        ("{{{ticket_number}}}", "{TKT-1}"),
        ("{{agent_name}}", "{{agent_name}}"), ("{{ agent_name }} x", "{{ agent_name }} x"), ("", ""), ("{{", "{{"),
        ("}}", "}}"), ("{{ {{ticket_number}}", "{{ TKT-1"), ("é{{ticket_number}}é", "éTKT-1é"),
    ])
    func `variables are filled in one pass, and all else stays`(text: String, expected: String) {
        #expect(filled(text) == expected)
    }

    @Test func `names that are no variables are told, each once`() {
        let text = TemplateText("{{name}} {{customer_name}} {{ x y }} {{name}} {{}} {not}")
        #expect(text.unknownNames == ["name", "x y", ""])
    }
}
