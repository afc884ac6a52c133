import Domain
import Service
import Store

extension TicketRoutes {
    /// How content the customer was.
    var ratingEndpoint: Endpoint {
        .write(.post, "/tickets/{ticket}/rating", .portal) { (caller, input: RatingInput, tx) throws(Failure) in
            let record = try ratings.rate(
                input.ticket, input.rating, comment: input.comment, by: caller, matching: input.version, in: tx)
            return answer(record, at: tx.now)
        }.summed("Rate how a ticket was solved")
    }
}

struct RatingInput: Input {
    let ticket: TicketReference
    let rating: Int64
    /// Nil also for an empty one.
    let comment: String?
    let version: IfMatch

    /// In Unicode scalars.
    private static let commentLength = 0...5_000

    static let form = Form(
        Field<TicketReference>.path("ticket", .ticketReference),
        Field<Int64>.body("rating", .integer(TicketRating.values)),
        Field<String>.body("comment", .text(commentLength)).optional, Field<IfMatch>.ifMatch
    ) { ticket, rating, comment, version in
        RatingInput(
            ticket: ticket, rating: rating, comment: comment.flatMap { $0.isEmpty ? nil : $0 }, version: version)
    }
}
