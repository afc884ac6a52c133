import Domain
import JSON
import Service
import Store

extension AdminTicketRoutes {
    /// What staff sends to somebody who is to follow a ticket without an account.
    var shareEndpoint: Endpoint {
        .read(.get, "/admin/tickets/{ticket}/share", .agent) { (_, input: ShareInput, tx) throws(Failure) in
            Answer(SharedTicket(record: try tickets.record(input.ticket, in: tx), publicURL: input.publicURL))
        }.summed("A text with the number and the page that shows how a ticket stands")
    }
}

struct ShareInput: Input {
    let ticket: TicketReference
    let publicURL: String

    static let form = Form(
        Field<TicketReference>.path("ticket", .ticketReference),
        Field<String>(of: { $0.exchange.services.settings.publicURL })
    ) { ShareInput(ticket: $0, publicURL: $1) }
}

/// The page asks for the e-mail address, so the link alone gives nothing away.
struct SharedTicket: MemberList {
    let record: TicketRecord
    let publicURL: String

    static let name = "SharedTicket"
    static let members: [Member<SharedTicket>] = [
        .text("text") { $0.text },
        .text("ticket_number") { $0.record.ticket.number.text },
        .text("tracking_url") { $0.trackingURL },
    ]

    /// A number is made of letters, digits and hyphens, so it needs no encoding.
    private var trackingURL: String { "\(publicURL)/track-ticket?ticket_number=\(record.ticket.number)" }

    private var text: String {
        """
        Your support ticket \(record.ticket.number) ("\(record.ticket.subject)") is \
        \(record.ticket.status.label.lowercased()).
        See how it stands at \(trackingURL) with the e-mail address that the ticket was opened with.
        """
    }
}
