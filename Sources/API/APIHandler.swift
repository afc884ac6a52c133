import Domain
import HTTP
import Platform
import Security
import Service
import Store

/// Answers the requests of one loop. It is made on the loop's thread and owns that loop's reader and its memory of
/// checked signatures.
package final class APIHandler: Handler {
    private let router: Router
    private let services: Services
    private let reader: Reader
    /// Pages and their files: what is at the root and no endpoint.
    private let pages: @Sendable (RequestHead) -> Response?
    private var presenter: Presenter
    private let ready = ReadyAnswers()
    /// Of this loop's open streams.
    let feed: LiveFeed
    /// The last match: `head` finds it, `handle` mostly comes right after with the same path.
    private var lastMatch: (method: Method, path: String, match: Router.Match)?

    package init(
        router: Router, services: Services, reader: Reader, presence: Presence = Presence(),
        pages: @escaping @Sendable (RequestHead) -> Response? = { _ in nil }
    ) {
        self.router = router
        self.services = services
        self.reader = reader
        self.pages = pages
        presenter = Presenter(services.tokens)
        feed = LiveFeed(reader, presence)
    }

    /// Answers what only reads, without a body and without waiting for anybody.
    package func answer(_ head: RequestHead) -> Response? {
        guard head.method == .get || head.method == .head else { return nil }
        let now = services.clock.now
        if let response = readyAnswer(head, now) { return response }
        guard case .endpoint(let endpoint, let captures) = match(head) else { return nil }
        let work: @Sendable (Exchange, Reader) -> Response
        switch endpoint.run {
        case .atOnce(let atOnce): work = atOnce
        case .either(let words, let atOnce, later: _):
            if let query = head.query, words.contains(where: { Text.contains($0, in: query) }) { return nil }
            work = atOnce
        case .later: return nil
        }
        let presented = presenter.presented(head, for: endpoint.access, now: now)
        // Its account may have to be made first, by a write.
        if case .hostToken = presented { return nil }
        let context = context(head)
        let allowance = allowance(endpoint, presented, context.clientAddress, now)
        let exchange = Exchange(
            Request(head: head), captures: captures, context: context, endpoint: endpoint, presented: presented,
            services: services, allowance: nil, reply: nil)
        var response: Response
        if let allowance, !allowance.isAllowed {
            response = exchange.response(to: .tooManyRequests(retryAfter: max(1, allowance.resetSeconds)))
        } else {
            response = work(exchange, reader)
            if response.status == 200 { keep(response, exchange, isCounted: allowance != nil) }
        }
        if let allowance { response.headers.add(allowance) }
        return response
    }

    package func turnEnds() { reader.release() }

    package func head(_ head: RequestHead) -> BodyDecision {
        if head.method == .options, case .asterisk = head.target {
            return .refuse(services.options(head, allow: "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS"))
        }
        let endpoint: Endpoint
        switch match(head) {
        case .none:
            // Pages answer in `handle`; anything else is not there, and its body is not worth reading.
            if head.method == .get || head.method == .head { return .collect(limit: 0) }
            return .refuse(withoutEndpoint(head))
        case .otherMethod(let allow):
            if head.method == .options { return .refuse(services.options(head, allow: allow)) }
            return .refuse(refusal(.methodNotAllowed(allow), head))
        case .endpoint(let found, _): endpoint = found
        }
        if endpoint.access != .anyone, !Presenter.showsAnything(head, for: endpoint.access) {
            return .refuse(refusal(Problem(.unauthorized("Credentials are needed.")), head))
        }
        return decide(endpoint, head)
    }

    package func handle(_ request: Request, _ reply: Reply) {
        let head = request.head
        guard case .endpoint(let endpoint, let captures) = match(head) else {
            if let page = pages(head) { return reply.send(page) }
            return reply.send(refusal(Problem(.notFound), head))
        }
        let now = services.clock.now
        let context = context(head)
        let presented = presenter.presented(head, for: endpoint.access, now: now)
        let allowance = allowance(endpoint, presented, context.clientAddress, now)
        let exchange = Exchange(
            request, captures: captures, context: context, endpoint: endpoint, presented: presented,
            services: services, allowance: allowance, reply: reply)
        exchange.attempt { () throws(Failure) in
            if let allowance, !allowance.isAllowed {
                throw .tooManyRequests(retryAfter: max(1, allowance.resetSeconds))
            }
            if case .token(_, isCookie: true) = presented, endpoint.method != .get {
                guard SameOrigin.holds(head, publicURL: services.settings.publicURL) else { throw .crossSite }
            }
            if case .hostToken(let claims) = presented, endpoint.access != .anyone,
                try reader.read({ (tx) throws(Failure) in try Admission.needsProvision(claims, in: tx) })
            {
                return provision(claims, exchange)
            }
            endpoint.run(exchange, reader)
        }
    }

    /// The answer that was given to the same request before, when it still stands.
    private func readyAnswer(_ head: RequestHead, _ now: Int64) -> Response? {
        // Who may read an answer depends on the Origin as well.
        guard services.settings.allowedOrigins.isEmpty, let found = ready.find(head), now < found.until else {
            return nil
        }
        if let version = found.version {
            // A database that cannot be read now says so to the request itself.
            guard let current = try? reader.version(), current == version else { return nil }
        }
        guard let name = found.limitName else { return found.response }
        var response = found.response
        let caller: Int
        switch name {
        case .caller(let known): caller = known
        case .address:
            caller = LimitKey(.nothing, services.settings.trustedProxies.client(of: head).address).hashValue
        }
        let allowance = services.calls.take(hash: caller, now: now)
        guard allowance.isAllowed else { return nil }
        response.headers.add(allowance)
        return response
    }

    private func keep(_ response: Response, _ exchange: Exchange, isCounted: Bool) {
        let endpoint = exchange.endpoint
        guard let until = exchange.mayKeepUntil else { return }
        var limitName: ReadyAnswers.LimitName?
        if isCounted {
            let name = LimitKey(exchange.presented, exchange.context.clientAddress)
            if case .nothing = exchange.presented { limitName = .address } else { limitName = .caller(name.hashValue) }
        }
        let head = exchange.request.head
        if endpoint.isConstant {
            ready.keep(response, to: head, version: nil, until: until, limitName: limitName)
        } else if endpoint.stage == .read, let keeping = reader.keeping {
            ready.keep(
                response, to: head, version: keeping.version, until: min(until, keeping.until.milliseconds),
                limitName: limitName)
        }
    }

    private func context(_ head: RequestHead) -> RequestContext {
        let client = services.settings.trustedProxies.client(of: head)
        return RequestContext(
            requestID: head.id, clientAddress: client.address,
            isSecure: client.isSecure || services.settings.publicURL.hasPrefix("https:"), headers: head.headers,
            publicURL: services.settings.publicURL)
    }

    /// A host product's first token: one write, then the request goes its way on a slow thread.
    private func provision(_ claims: HostClaims, _ exchange: Exchange) {
        let services = services
        services.writer.submit(
            { (tx) throws(Failure) in try Admission.provision(claims, in: tx) },
            then: { result in
                exchange.attempt { () throws(Failure) in
                    if case .failure(let failure) = result { throw failure }
                    try exchange.slowly(isLong: false) { reader in exchange.endpoint.run(exchange, reader) }
                }
            })
    }

    private func match(_ head: RequestHead) -> Router.Match {
        let path = head.path
        if let lastMatch, lastMatch.method == head.method, lastMatch.path == path { return lastMatch.match }
        let match = router.match(head.method, path)
        lastMatch = (head.method, path, match)
        return match
    }

    private func decide(_ endpoint: Endpoint, _ head: RequestHead) -> BodyDecision {
        let hasBody =
            switch head.framing {
            case .none, .length(0): false
            case .length, .chunked: true
            }
        if hasBody, let coding = head.headers["Content-Encoding"], coding.lowercased() != "identity" {
            var problem = Problem(.unsupportedMediaType("a body that is not compressed"))
            problem.headers.add("Accept-Encoding", "identity")
            return .refuse(refusal(problem, head))
        }
        let limit: Int
        var isSpooled = false
        switch endpoint.body {
        case .json:
            limit = services.settings.maxBody
            if hasBody, endpoint.method != .get, !MediaType.isJSON(head.headers["Content-Type"]) {
                return .refuse(refusal(Problem(.unsupportedMediaType("application/json")), head))
            }
        case .raw(let most, let types, let spooled):
            limit = most
            isSpooled = spooled
            if hasBody, !types.isEmpty, !types.contains(MediaType.name(head.headers["Content-Type"] ?? "")) {
                return .refuse(refusal(Problem(.unsupportedMediaType(types.joined(separator: " or "))), head))
            }
        case .file(let most):
            isSpooled = true
            let isForm = MediaType.name(head.headers["Content-Type"] ?? "").hasPrefix("multipart/")
            limit = isForm ? most + BodyRule.formRoom : most
            // Not after megabytes have been taken.
            if case .invalid(let reason) = presenter.presented(head, for: endpoint.access, now: services.clock.now) {
                return .refuse(refusal(Problem(.unauthorized(reason)), head))
            }
        }
        if case .length(let length) = head.framing, length > limit {
            return .refuse(refusal(Problem(.payloadTooLarge(limit: limit)), head))
        }
        return isSpooled ? .spool(limit: limit) : .collect(limit: limit)
    }

    /// Counts the call; the tighter of two limits is the one that is told.
    private func allowance(
        _ endpoint: Endpoint, _ presented: Presented, _ address: String, _ now: Int64
    ) -> RateLimiter.Decision? {
        guard services.settings.limitsRates else { return nil }
        if endpoint.isAtRoot && endpoint.limit == nil { return nil }
        let caller = LimitKey(presented, address).hashValue
        let general = services.calls.take(hash: caller, now: now)
        guard let limit = endpoint.limit, let own = services.routeLimits[limit.name], general.isAllowed else {
            return general
        }
        return limit.isPerAddress
            ? own.take(ClientNetwork.name(of: address), now: now) : own.take(hash: caller, now: now)
    }

    /// Answers a method that neither reads a page nor has an endpoint.
    private func withoutEndpoint(_ head: RequestHead) -> Response {
        guard pages(RequestHead(method: .get, target: head.target)) != nil else {
            return refusal(Problem(.notFound), head)
        }
        let allow = "GET, HEAD, OPTIONS"
        return head.method == .options ? services.options(head, allow: allow) : refusal(.methodNotAllowed(allow), head)
    }

    private func refusal(_ problem: Problem, _ head: RequestHead) -> Response {
        var response = problem.response(requestID: head.id)
        services.decorate(&response, head, nil)
        return response
    }
}
