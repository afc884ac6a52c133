import Domain
import Service
import Store

extension AdminTicketRoutes {
    var similarEndpoint: Endpoint {
        .slow(.get, "/admin/tickets/{ticket}/similar", .agent) { (_, input: TicketPath, tx) throws(Failure) in
            var rows: [[UInt8]] = []
            for ticket in try similar.find(input.ticket, in: tx) { rows.append(try rendering.staffRow(ticket, in: tx)) }
            return TicketRows<StaffTicket>(rows: rows, nextCursor: nil, total: nil)
        }.summed("Tickets that share words with this one, the likest first")
    }
}
