import Domain
import HTTP
import JSON
import Platform
import Security
import Service
import Store

/// One request on its way through an endpoint, and the right to answer it. It never changes, so it goes wherever the
/// work goes: loop, slow thread, writer. A class, because what is handed around that much is to be one reference.
package final class Exchange: Sendable {
    package let request: Request
    package let captures: [Capture]
    package let context: RequestContext
    let endpoint: Endpoint
    let presented: Presented
    let services: Services
    /// What stands of the limits after this request.
    let allowance: RateLimiter.Decision?
    /// Nil where the answer is what the endpoint returns.
    private let reply: Reply?

    init(
        _ request: Request, captures: [Capture], context: RequestContext, endpoint: Endpoint, presented: Presented,
        services: Services, allowance: RateLimiter.Decision?, reply: Reply?
    ) {
        self.request = request
        self.captures = captures
        self.context = context
        self.endpoint = endpoint
        self.presented = presented
        self.services = services
        self.allowance = allowance
        self.reply = reply
    }

    /// Admits the caller and reads the input on the loop: what is refused takes neither a slow thread nor the writer,
    /// which admit once more in the snapshot that they work with.
    func input<Caller, In: Input>(
        _ type: In.Type, for access: Access<Caller>, _ reader: Reader
    ) throws(Failure) -> In {
        try reader.read { (tx) throws(Failure) in
            _ = try access.admit(presented, context, tx)
            return try type.form.decode(self)
        }
    }

    /// Has `work` done on a slow thread, when it is this caller's turn.
    ///
    /// - Parameter isLong: it is a read that may take seconds.
    /// - Throws: `.unavailable` when too much waits already.
    func slowly(isLong: Bool, _ work: @escaping @Sendable (Reader) -> Void) throws(Failure) {
        guard services.slow.submit(for: presented.callerName(context), isLong: isLong, work) else {
            throw .unavailable(retryAfter: 1)
        }
    }

    /// Does `work` and makes an answer of what comes of it.
    func response<Out: Answering>(_ work: () throws(Failure) -> Out) -> Response {
        do throws(Failure) { return response(to: try work().answer) } catch { return response(to: error) }
    }

    /// Does `work` and answers with what comes of it.
    func answer<Out: Answering>(_ work: () throws(Failure) -> Out) { send(response(work)) }

    /// Does `work`, which answers by itself, unless it fails.
    func attempt(_ work: () throws(Failure) -> Void) {
        do throws(Failure) {
            try work()
        } catch {
            send(response(to: error))
        }
    }

    /// Runs `use` on the writer, with its caller admitted anew in the transaction, and answers after the commit.
    ///
    /// - Parameter digest: of the body, where it is more than bytes in memory: what an `Idempotency-Key` is bound to.
    func commit<Caller, Out: Answering>(
        _ access: Access<Caller>, digest: String? = nil,
        _ use: @escaping @Sendable (Caller, Writing) throws(Failure) -> Out
    ) {
        guard endpoint.isCreating, let header = request.head.headers["Idempotency-Key"] else {
            services.writer.submit(
                { (tx) throws(Failure) in
                    try use(access.admit(self.presented, self.context, tx), tx).answer
                },
                then: { result in
                    switch result {
                    case .success(let answer): self.reply?.send(making: { self.response(to: answer) })
                    case .failure(let failure): self.reply?.send(making: { self.response(to: failure) })
                    }
                })
            return
        }
        commitOnce(header, access, digest: digest, use)
    }

    func send(_ response: Response) { reply?.send(response) }

    func send(_ result: Result<Response, Failure>) {
        switch result {
        case .success(let response): reply?.send(response)
        case .failure(let failure): reply?.send(making: { self.response(to: failure) })
        }
    }

    /// - Parameter headers: of the answer that is refused.
    func response(to failure: Failure, headers: Headers = Headers()) -> Response {
        if case .internalFault(let reason) = failure {
            services.log.error("internal fault", ["request_id": .text(context.requestID), "reason": .text(reason)])
        }
        var response = Problem(failure).response(requestID: context.requestID)
        for field in headers.fields { response.headers.add(field.name, field.value) }
        if case .tooManyRequests(let seconds, let limit?) = failure {
            response.headers.add(
                RateLimiter.Decision(isAllowed: false, limit: limit, remaining: 0, resetSeconds: seconds))
        }
        return finished(response)
    }

    func response<Body>(to answer: Answer<Body>) -> Response {
        var headers = answer.headers
        if let version = answer.version { headers.add("ETag", EntityTag.ofVersion(version)) }
        var response = Response(status: answer.status ?? endpoint.status, headers: headers)
        switch answer.content {
        case .refusal(let failure): return self.response(to: failure, headers: answer.headers)
        case .nothing:
            if answer.status == nil { response.status = 204 }
        case .bytes(let bytes, let type):
            if isUnchanged(answer) {
                response.status = 304
            } else {
                response.body = bytes
                response.headers.add("Content-Type", type)
            }
        case .file(let file, let type):
            if isUnchanged(answer) {
                response.status = 304
            } else {
                response.file = file
                response.headers.add("Content-Type", type)
            }
        case .body(let body):
            if isUnchanged(answer) {
                response.status = 304
            } else {
                response.body = body.json()
                response.headers.add("Content-Type", "application/json")
            }
        }
        return finished(response)
    }

    /// With the header fields that every answer has.
    func finished(_ response: Response) -> Response {
        var response = response
        services.decorate(&response, request.head, allowance)
        return response
    }

    private func isUnchanged<Body>(_ answer: Answer<Body>) -> Bool {
        guard endpoint.method == .get, !answer.isAlwaysSent, let tag = answer.tag else { return false }
        return EntityTag.isNamed(tag, inIfNoneMatchOf: request.head.headers)
    }
}
