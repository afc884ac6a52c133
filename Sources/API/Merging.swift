import Domain
import JSON
import Service
import Store

extension AdminTicketRoutes {
    var mergeEndpoint: Endpoint {
        .write(.post, "/admin/tickets/{ticket}/merge", .agent) { (agent, input: MergeInput, tx) throws(Failure) in
            let record = try merging.merge(
                input.ticket, into: input.into, by: agent, matching: input.version, in: tx)
            return answer(record, at: tx.now)
        }.summed("Move what a ticket has into another one and close it")
    }
}

extension Kind where Value == TicketReference {
    /// As a body names a ticket: the id as a number, or either as text.
    static var ticketInBody: Kind {
        Kind(
            Schema.either([.id, .string]),
            json: { json throws(Refusal) in
                switch json {
                case .integer(let id) where id < 1: throw Refusal("must be the id or number of a ticket")
                case .integer(let id): return TicketReference(String(id))
                case .string(let text): return TicketReference(Text.trimmed(text))
                case .null, .bool, .double, .array, .object:
                    throw Refusal("must be the id or number of a ticket")
                }
            }, text: { text throws(Refusal) in TicketReference(text) })
    }
}

struct MergeInput: Input {
    let ticket: TicketReference
    let into: TicketReference
    let version: IfMatch

    static let form = Form(
        Field<TicketReference>.path("ticket", .ticketReference), Field<TicketReference>.body("into", .ticketInBody),
        Field<IfMatch>.ifMatch
    ) { MergeInput(ticket: $0, into: $1, version: $2) }
}
