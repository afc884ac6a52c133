import Domain
import SQLite

/// Where a ticket stands in a ranked search.
private struct RankPlace {
    let score: Int64
    let ticket: Int64

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
    /// - Throws: `.invalidCursor` for a position that no search has.
    package func searchPage(
        _ words: SearchWords, _ filter: TicketFilter, order: TicketOrder?, after position: ListPosition?, limit: Int,
        for customer: ID<User>?
    ) throws(Failure) -> (page: TicketPage, total: Int64) {
        var filter = filter
        var bounds: SearchBounds
        switch position {
        case nil: bounds = try searchBounds(order == nil ? .ranked : .filtered)
        case let position?:
            // Cursors of older versions do not have them.
            guard let search = position.search else { throw .invalidCursor }
            bounds = search
        }
        var hits = try searchHits(words, for: customer, within: bounds)
        if let order {
            filter.ids = hits.ids
            let page = try ticketPage(filter, order: order, after: position, limit: limit)
            return (page.continued(within: hits.bounds), try ticketCount(filter))
        }
        let place = position.map { RankPlace(score: $0.key ?? 0, ticket: $0.id) }
        if filter == TicketFilter() { return try rankedPage(hits, after: place, limit: limit) }
        filter.ids = hits.ids
        var found = try tickets(filter)
        if position == nil, hits.isCut, found.count < Self.fewHits {
            bounds.depth = .filtered
            hits = try searchHits(words, for: customer, within: bounds)
            filter.ids = hits.ids
            found = try tickets(filter)
        }
        let ranked = found.map { ($0, place: hits.place(of: $0.id)) }.sorted { $0.place < $1.place }
        let behind = ranked.drop { row in place.map { !($0 < row.place) } ?? false }
        let page = behind.prefix(limit + 1).map { ListedTicket($0.0, at: hits.position(of: $0.place)) }
        return (TicketPage(page, limit: limit), Int64(found.count))
    }

    /// The same where all hits count: only the rows of the page are read.
    private func rankedPage(
        _ hits: SearchHits, after place: RankPlace?, limit: Int
    ) throws(Failure) -> (page: TicketPage, total: Int64) {
        let ranked = hits.scores.keys.map { (id: $0, place: hits.place(of: $0)) }
            .filter { row in place.map { $0 < row.place } ?? true }
            .sorted { $0.place < $1.place }
        var filter = TicketFilter()
        filter.ids = ranked.prefix(limit + 1).map(\.id)
        let found = try tickets(filter).map { ($0, place: hits.place(of: $0.id)) }.sorted { $0.place < $1.place }
        let page = found.map { ListedTicket($0.0, at: hits.position(of: $0.place)) }
        return (TicketPage(page, limit: limit), Int64(hits.scores.count))
    }

    /// Those of `filter.ids` that match the rest of it, in no order.
    private func tickets(_ filter: TicketFilter) throws(Failure) -> [ListedTicket] {
        try ticketPage(
            filter, order: TicketOrder(.createdAt, isDescending: true), after: nil, limit: filter.ids?.count ?? 0
        ).tickets
    }
}

extension SearchHits {
    fileprivate var ids: [ID<Ticket>] { Array(scores.keys) }

    fileprivate func place(of ticket: ID<Ticket>) -> RankPlace {
        RankPlace(score: scores[ticket] ?? 0, ticket: ticket.rawValue)
    }

    fileprivate func position(of place: RankPlace) -> ListPosition {
        ListPosition(key: place.score, id: place.ticket, search: bounds)
    }
}
