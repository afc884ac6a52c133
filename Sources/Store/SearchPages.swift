import Domain
import SQLite

/// Where a page of a ranked search ends: behind a score and a ticket, among what had been said by a certain message.
/// Later pages look at the same matches, so that what comes meanwhile moves nothing.
private struct RankPlace {
    /// Message ids stay below 2 to the power of this.
    private static let messageBits: Int64 = 48

    let score: Int64
    let lastMessage: Int64
    let ticket: Int64

    init(score: Int64, lastMessage: Int64, ticket: Int64) {
        self.score = score
        self.lastMessage = lastMessage
        self.ticket = ticket
    }

    init(_ position: ListPosition) {
        let key = position.key ?? 0
        score = key >> RankPlace.messageBits
        lastMessage = key & (1 << RankPlace.messageBits - 1)
        ticket = position.id
    }

    var position: ListPosition {
        ListPosition(key: score << RankPlace.messageBits | lastMessage, id: ticket)
    }

    /// The better fit comes first, then the newer ticket.
    static func < (a: RankPlace, b: RankPlace) -> Bool {
        a.score == b.score ? a.ticket > b.ticket : a.score > b.score
    }
}

extension Reading {
    /// With fewer hits left by the filters than this, which is a page, older matches are looked at as well.
    private static var fewHits: Int { 101 }

    /// One page of what a search finds among the tickets of `filter`, and how many it finds.
    ///
    /// - Parameters:
    ///   - order: nil for the best fits first.
    ///   - customer: who searches, when it is a customer.
    package func searchPage(
        _ words: SearchWords, _ filter: TicketFilter, order: TicketOrder?, after position: ListPosition?, limit: Int,
        for customer: ID<User>?
    ) throws(Failure) -> (page: TicketPage, total: Int64) {
        var filter = filter
        if let order {
            let hits = try searchHits(words, for: customer, newest: Self.filteredMatches, upTo: nil)
            filter.ids = Array(hits.scores.keys)
            return (
                try ticketPage(filter, order: order, after: position, limit: limit), try ticketCount(filter)
            )
        }
        let place = position.map(RankPlace.init)
        var hits = try searchHits(words, for: customer, newest: Self.rankedMatches, upTo: place?.lastMessage)
        var found = try tickets(of: hits, filter)
        if hits.isCut, found.count < Self.fewHits {
            hits = try searchHits(words, for: customer, newest: Self.filteredMatches, upTo: hits.lastMessage)
            found = try tickets(of: hits, filter)
        }
        var ranked = found.map { ticket in
            let score = hits.scores[ticket.id] ?? 0
            return (RankPlace(score: score, lastMessage: hits.lastMessage, ticket: ticket.id.rawValue), ticket)
        }
        ranked.sort { $0.0 < $1.0 }
        let behind = ranked.drop { row in place.map { !($0 < row.0) } ?? false }
        let page = behind.prefix(limit + 1).map { ListedTicket($0.1, at: $0.0.position) }
        return (TicketPage(page, limit: limit), Int64(found.count))
    }

    private func tickets(of hits: SearchHits, _ filter: TicketFilter) throws(Failure) -> [ListedTicket] {
        var filter = filter
        filter.ids = Array(hits.scores.keys)
        return try ticketPage(
            filter, order: TicketOrder(.createdAt, isDescending: true), after: nil, limit: hits.scores.count
        ).tickets
    }
}
