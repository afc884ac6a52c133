import Classifier
import Domain
import Platform
import Store

/// Says what a message is about and, where that is beyond doubt, answers it with a template.
package struct Assistant: Sendable {
    /// Stands under every automatic answer.
    package static let footer = """


        --
        This answer was sent automatically. If it does not help, just reply to it: then a person takes care of it.
        """
    /// What a suggestion is signed with while nobody has the ticket.
    private static let team = "Support"
    /// Messages of the customer that are looked at when the assistant is asked again.
    private static let mostMessages: Int64 = 10

    /// What was made ready last. It is never used without comparing its version with the row's.
    private let held = Guarded<Assessor?>(nil)
    private let makeClassifier: @Sendable (RuleSet) -> any Classifier

    package init(
        classifier makeClassifier: @escaping @Sendable (RuleSet) -> any Classifier = { RuleClassifier(rules: $0) }
    ) {
        self.makeClassifier = makeClassifier
    }

    /// The assessor for what this snapshot's rows say; made anew when they say something else than before.
    package func assessor(in tx: Reading) throws(Failure) -> Assessor {
        let version = try tx.assistantVersion()
        if let held = held.withLock({ $0 }), held.version == version { return held }
        let made = try Assessor(version: version, makeClassifier: makeClassifier, in: tx)
        held.withLock { $0 = made }
        return made
    }

    /// A classifier with other rules than those in force.
    func classifier(by rules: RuleSet) -> any Classifier { makeClassifier(rules) }

    /// `assessment` as long as nothing has changed since; else one by what the transaction's rows say.
    func current(
        _ assessment: Assessment, subject: String, description: String, in tx: Reading
    ) throws(Failure) -> Assessment {
        guard try tx.assistantVersion() != assessment.assessor.version else { return assessment }
        var anew = try assessor(in: tx).assess(subject: subject, description: description)
        anew.isHistory = assessment.isHistory
        return anew
    }

    /// Answers a ticket that is about to be written, or leaves it to staff with a suggestion.
    ///
    /// - Returns: the answer, to be written after the customer's message; nil for none.
    func answer(_ prepared: inout Opening.Prepared, by assessment: Assessment, at now: Instant) -> Answer? {
        guard !assessment.isHistory else { return nil }
        let ticket = prepared.ticket
        guard let best = assessment.suggested(in: ticket.category) else { return nil }
        prepared.ticket.verdict.suggestedResponse = best.text(
            customer: prepared.requester.name, ticket: ticket.number.text,
            agent: prepared.assignee?.name ?? Assistant.team, subject: ticket.subject)
        let answering = assessment.answering(in: ticket.category)
        guard let template = answering.first else { return nil }
        var gate = gate(assessment, ticket, answering)
        gate.agreesOnCategory = assessment.category == ticket.category
        gate.length = prepared.opening.body.utf8.count
        gate.isWithStaff = prepared.assignee != nil
        switch gate.decision {
        case .keepSilent(let silence):
            prepared.ticket.verdict.note("No automatic answer, because \(silence.reason).")
            return nil
        case .answer:
            var edit = TicketEdit(prepared.ticket, at: now)
            let answer = say(template, customer: prepared.requester.name, assessment, in: &edit)
            prepared.ticket = edit.after
            prepared.events += edit.events
            for event in edit.events {
                if let fact = SLAFact(event, at: now) { prepared.timeline.apply(fact) }
            }
            prepared.ticket.sla = prepared.timeline.cache()
            return answer
        }
    }

    /// Takes a ticket that was handed to the assistant: answers it and writes the answer, or hands it back to staff.
    func takeOver(_ edit: inout TicketEdit, of record: TicketRecord, in tx: Writing) throws(Failure) {
        let ticket = edit.after
        guard ticket.status == .waitingAI else { return }
        let said = try tx.customerTexts(of: ticket.id, newest: Assistant.mostMessages)
        let assessment = try assessor(in: tx).assess(
            subject: ticket.subject, description: said.joined(separator: "\n\n"))
        // A category that we gave and nobody has changed since does not bind us now that we know more.
        let isOurs = ticket.category == edit.before.category && record.category == ticket.verdict.category
        let category = isOurs ? assessment.category : ticket.category
        if let best = assessment.suggested(in: category) {
            edit.after.verdict.suggestedResponse = best.text(
                customer: record.customerName, ticket: ticket.number.text,
                agent: record.assigneeName ?? Assistant.team, subject: ticket.subject)
        }
        let answering = assessment.answering(in: category)
        var gate = gate(assessment, ticket, answering)
        gate.agreesOnCategory = assessment.category == category
        gate.length = said.reduce(0) { max($0, $1.utf8.count) }
        // Each by itself: together they may be more than is looked at.
        for text in said { gate.bars.formUnion(.cautious(subject: nil, description: text)) }
        switch gate.decision {
        case .answer:
            guard let template = answering.first else { return edit.handBackFromAssistant() }
            let answer = say(template, customer: record.customerName, assessment, in: &edit)
            try tx.insert(answer.message(on: ticket, in: tx), customer: ticket.customer)
        case .keepSilent(let silence):
            edit.handBackFromAssistant()
            edit.after.verdict.note("Handed back by the assistant, because \(silence.reason).")
        }
    }

    private func gate(_ assessment: Assessment, _ ticket: Ticket, _ answering: [Template]) -> AnswerGate {
        var gate = AnswerGate(
            confidence: assessment.verdict.confidence, bars: assessment.bars, fitting: answering.count)
        gate.tags = ticket.tags
        gate.isUrgent = ticket.priority == .urgent
        gate.hasAnswered = ticket.verdict.firstResponseAt != nil
        return gate
    }

    private func say(
        _ template: Template, customer: String, _ assessment: Assessment, in edit: inout TicketEdit
    ) -> Answer {
        let ticket = edit.after
        let text = template.text(
            customer: customer, ticket: ticket.number.text, agent: Actor.assistant.name, subject: ticket.subject)
        edit.answerByAssistant()
        edit.after.verdict.note("Answered automatically with the template \"\(template.name)\".")
        return Answer(
            template: template.id, body: text + Assistant.footer, model: assessment.verdict.model,
            confidence: Rounded.probability(assessment.verdict.confidence))
    }

    /// What the assistant says, before it is written.
    struct Answer: Sendable {
        fileprivate let template: ID<Template>
        var body: String
        fileprivate let model: String
        fileprivate let confidence: Double

        /// The answer as a message on `ticket`; counts the use of its template.
        func message(on ticket: Ticket, in tx: Writing) throws(Failure) -> Message {
            try tx.countUse(of: template)
            return Message(
                id: try tx.nextMessageID(), ticket: ticket.id, body: body, author: .assistant, isInternal: false,
                channel: ticket.channel, aiModel: model, aiConfidence: confidence, createdAt: tx.now)
        }
    }
}
