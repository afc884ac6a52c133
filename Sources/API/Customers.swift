import Domain
import JSON
import Service
import Store

/// What the law asks of whoever keeps personal data: to hand it out, and to erase it.
package struct CustomerRoutes: Sendable {
    private let exporting = Exporting()
    private let erasing = Erasing()
    private let rendering: TicketRendering

    package init(replies: Replies) { rendering = TicketRendering(replies: replies) }

    package var endpoints: [Endpoint] {
        [
            .slow(
                .get, "/admin/customers/{id}/export", .admin,
                { [exporting, rendering] (_, input: ExportInput, tx) throws(Failure) in
                    let export = try exporting.export(input.customer, after: input.after, in: tx)
                    return Answer(
                        ExportShape(
                            export: export,
                            tickets: export.tickets.map { rendering.shape($0.record, at: tx.now) },
                            nextCursor: export.next.map {
                                input.cursors.text(ListPosition(key: nil, id: $0.rawValue), query: input.query)
                            }))
                },
                note: { [exporting] (admin, input, tx) throws(Failure) in
                    try exporting.note(input.customer, by: admin, in: tx)
                }
            ).summed("All that is kept about a customer"),

            .write(
                .post, "/admin/customers/{id}/erase", .admin,
                begin: { [erasing] (admin, input: UserPath, tx) throws(Failure) in
                    try erasing.begin(input.id, by: admin, in: tx)
                },
                goOn: { [erasing] step, writer, done in erasing.run(step, on: writer, then: done) }
            ).summed("Erase who a customer is and what was written; tickets and figures stay"),
        ]
    }
}

struct ExportInput: Input {
    let customer: ID<User>
    let after: ID<Ticket>?
    fileprivate let cursors: Cursors
    fileprivate let query: String

    static let form = Form(Field<ID<User>>.path("id", .id(of: User.self)), Field<ExportPosition>.exportPosition) {
        ExportInput(customer: $0, after: $1.after, cursors: $1.cursors, query: $1.query)
    }
}

private struct ExportPosition: Sendable {
    let after: ID<Ticket>?
    let cursors: Cursors
    let query: String
}

extension Field where Value == ExportPosition {
    /// Where the part before ended. Parts are as long as we make them, so there is nothing else to say.
    fileprivate static var exportPosition: Field {
        let cursor = Field<String>.query("cursor", .anyString).optional
        return Field(
            of: { source in
                guard let text = cursor.read(source) else { return nil }
                let cursors = source.exchange.services.cursors
                let query = source.listQuery
                var after: ID<Ticket>?
                if let text {
                    do throws(Failure) {
                        after = ID(try cursors.position(text, query: query).id)
                    } catch {
                        source.fail(error)
                    }
                }
                return ExportPosition(after: after, cursors: cursors, query: query)
            }, cursor.descriptions)
    }
}

/// One JSON document, or parts of it for a customer with very many tickets.
struct ExportShape: Representation {
    let export: CustomerExport
    let tickets: [CustomerTicket]
    let nextCursor: String?

    static let schema = Schema.object(
        "CustomerExport",
        [
            ("exported_at", .time), ("customer", UserShape.schema),
            ("tickets", .array(of: TicketWithThread<CustomerTicket>.schema)),
            ("next_cursor", Schema.string.orNull),
        ])

    func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("exported_at", export.at)
            json.key("customer")
            UserShape(user: export.user).write(to: &json)
            json.key("tickets")
            json.array { json in
                for (ticket, detail) in zip(tickets, export.tickets) {
                    TicketWithThread(
                        ticket: ticket, messages: detail.messages, events: detail.events, audience: .customer
                    ).write(to: &json)
                }
            }
            json.member("next_cursor", nextCursor)
        }
    }
}
