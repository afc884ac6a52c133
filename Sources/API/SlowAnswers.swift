import Domain
import HTTP
import Platform
import Store

/// Answers of slow reads that may be given again: desks have their searches and filters open and ask for them all the
/// time. Each slow thread keeps those that it has given itself, by the rules of `ReadyAnswers`.
final class SlowAnswers {
    /// In bytes; there are several slow threads.
    private static let largest = 2 << 20

    private let ready = ReadyAnswers(largest: largest)

    /// Those of the thread that `reader` belongs to.
    static func of(_ reader: Reader) -> SlowAnswers {
        if let known = reader.companion as? SlowAnswers { return known }
        let made = SlowAnswers()
        reader.companion = made
        return made
    }

    /// What was answered before and still stands, or else what `work` makes of it.
    func answer(
        _ exchange: Exchange, _ reader: Reader, _ work: @Sendable (Exchange, Reader) -> Response
    ) -> Response {
        // Limits change with each call, so they are no part of what is kept.
        let uncounted = exchange.uncounted
        var response = kept(uncounted, reader) ?? fresh(uncounted, reader, work)
        if let allowance = exchange.allowance { response.headers.add(allowance) }
        return response
    }

    private func kept(_ exchange: Exchange, _ reader: Reader) -> Response? {
        guard exchange.services.settings.allowedOrigins.isEmpty, let found = ready.find(exchange.request.head),
            exchange.services.clock.now < found.until
        else { return nil }
        reader.release()
        defer { reader.release() }
        // A database that cannot be read now says so to the work itself.
        guard let version = try? reader.version(), version == found.version else { return nil }
        return found.response
    }

    private func fresh(
        _ exchange: Exchange, _ reader: Reader, _ work: @Sendable (Exchange, Reader) -> Response
    ) -> Response {
        let response = work(exchange, reader)
        guard response.status == 200, let until = exchange.mayKeepUntil, let keeping = reader.keeping else {
            return response
        }
        ready.keep(
            response, to: exchange.request.head, version: keeping.version,
            until: min(until, keeping.until.milliseconds), limitName: nil)
        return response
    }
}

extension Exchange {
    /// Until when a good answer may be given again to the same token, in milliseconds; nil for not at all.
    var mayKeepUntil: Int64? {
        guard endpoint.limit == nil, services.settings.allowedOrigins.isEmpty else { return nil }
        switch presented {
        // A token that nobody has asked for would only be another name for the same answer.
        case .nothing: return request.head.headers.contains("Authorization") ? nil : .max
        case .token(let claims, isCookie: false): return claims.expiresAt.milliseconds
        case .token, .hostToken, .key, .invalid: return nil
        }
    }

    /// The same request where nobody counts calls.
    fileprivate var uncounted: Exchange {
        Exchange(
            request, captures: captures, context: context, endpoint: endpoint, presented: presented, services: services,
            allowance: nil, reply: nil)
    }
}
